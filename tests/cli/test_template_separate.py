"""``kepatuhan template --separate``: a folder to send out, all of it or none, that scores like one workbook."""

import errno
import json
import random
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.cli import main
from kepatuhan.cli.output_folder import write_folder
from kepatuhan.cli.streams import SteadyStream
from kepatuhan.problems import ProblemsFound

Captured = pytest.CaptureFixture[str]
NAMES = ("CON", "Dinas A/B", "dinas a-b", "=1+1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def everything() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*"))


def fill_in(path: Path, seeds: dict[str, int]) -> None:
    """Type answers into every form of a workbook; a unit gets the same ones wherever its form is."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        unit = str(sheet["B1"].value)
        if sheet["A1"].value == "Unit" and unit in seeds:
            dice = random.Random(seeds[unit])
            for row in range(5, sheet.max_row + 1):
                code = str(sheet.cell(row, 1).value or "")
                if code[1:2] == ".":
                    sheet.cell(row, 4).value = dice.choice(("ya", "tidak")) if code[0] == "O" else dice.randint(0, 3)
    book.save(path)


def scores(path: str, capsys: Captured) -> tuple[float, dict[str, float]]:
    assert main(["score", path, "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    return result["institution"]["score"], {unit["unit"]: unit["score"] for unit in result["units"]}


def test_sent_out_filled_in_and_collected_it_scores_like_one_workbook(capsys: Captured) -> None:
    seeds = {name: number for number, name in enumerate(NAMES)}
    assert main(["template", "--units", ";".join(NAMES), "--separate"]) == 0
    capsys.readouterr()
    assert main(["template", "--units", ";".join(NAMES)]) == 0
    names = [path.name for path in sorted(Path("Kertas Kerja").iterdir())]
    assert names == ["=1+1.xlsx", "Dinas A-B.xlsx", "Unit CON.xlsx", "dinas a-b (2).xlsx"]
    for path in [*Path("Kertas Kerja").iterdir(), Path("Kertas Kerja.xlsx")]:
        fill_in(path, seeds)
    capsys.readouterr()
    assert scores("Kertas Kerja", capsys) == scores("Kertas Kerja.xlsx", capsys)
    assert set(scores("Kertas Kerja", capsys)[1]) == {*NAMES}


@pytest.mark.parametrize("sent", ["kirim", "terkumpul", "Terkumpul"])
def test_what_comes_back_is_scored_in_another_folder_than_the_one_sent_out(sent: str, capsys: Captured) -> None:
    assert main(["template", "--units", "A; B", "--separate", "--output", sent]) == 0
    scored = capsys.readouterr().err.strip().rpartition("kepatuhan score ")[2]
    assert scored.startswith("terkumpul")
    assert scored.casefold() != sent.casefold()


def test_a_folder_that_exists_gets_the_files_beside_what_is_no_workbook() -> None:
    Path("kirim").mkdir()
    Path("kirim/catatan.txt").touch()
    assert main(["template", "--units", "A; B", "--separate", "--output", "kirim"]) == 0
    assert everything() == ["kirim", "kirim/A.xlsx", "kirim/B.xlsx", "kirim/catatan.txt"]


def test_when_one_file_exists_none_is_written_unless_forced(capsys: Captured) -> None:
    Path("kirim").mkdir()
    Path("kirim/B.xlsx").write_bytes(b"milik kami")
    arguments = ["template", "--units", "A; B", "--separate", "--output", "kirim"]
    assert main(arguments) == 3
    assert "KP727" in capsys.readouterr().err
    assert everything() == ["kirim", "kirim/B.xlsx"]
    assert main([*arguments, "--force"]) == 0
    assert everything() == ["kirim", "kirim/A.xlsx", "kirim/B.xlsx"]
    assert Path("kirim/B.xlsx").read_bytes() != b"milik kami"


@pytest.mark.parametrize("old", ["C.xlsx", "rekap 2024.csv", "lama.xls"])
def test_workbooks_of_another_time_are_not_mixed_with_new_ones_unless_forced(old: str, capsys: Captured) -> None:
    Path("kirim").mkdir()
    Path("kirim", old).write_bytes(b"tahun lalu")
    arguments = ["template", "--units", "A; B", "--separate", "--output", "kirim"]
    assert main(arguments) == 3
    err = capsys.readouterr().err
    assert "KP789" in err
    assert old in err
    assert everything() == ["kirim", f"kirim/{old}"]
    assert main([*arguments, "--force"]) == 0
    assert everything() == sorted(["kirim", "kirim/A.xlsx", "kirim/B.xlsx", f"kirim/{old}"])
    assert Path("kirim", old).read_bytes() == b"tahun lalu"


def test_files_of_long_names_say_whose_they_are() -> None:
    name = "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Rawat Inap Kecamatan Tanjung"
    assert main(["template", "--units", f"{name} Bintang; {name} Sari", "--separate", "--output", "kirim"]) == 0
    assert [path.name.rpartition(" ... ")[2] for path in sorted(Path("kirim").iterdir())] == [
        "Bintang.xlsx",
        "Sari.xlsx",
    ]


def test_a_file_open_elsewhere_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    Path("kirim").mkdir()
    for name in ("A", "B"):
        Path(f"kirim/{name}.xlsx").write_bytes(name.encode())
    replace = Path.replace

    def refuse_b(self: Path, target: Path) -> Path:
        if Path(target).name == "B.xlsx" and self.parent.name == "new":
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_b)
    assert main(["template", "--units", "0; A; B; C", "--separate", "--output", "kirim", "--force"]) == 3
    assert "B.xlsx" in capsys.readouterr().err
    assert everything() == ["kirim", "kirim/A.xlsx", "kirim/B.xlsx"]
    assert [Path(f"kirim/{name}.xlsx").read_bytes() for name in ("A", "B")] == [b"A", b"B"]


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), KeyboardInterrupt()])
@pytest.mark.parametrize("exists", [False, True])
def test_when_writing_stops_nothing_is_left(
    trouble: BaseException, exists: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exists:
        Path("kirim").mkdir()
    before, write = everything(), Path.write_bytes

    def stop_at_b(self: Path, content: bytes) -> int:
        if self.name == "B.xlsx":
            raise trouble
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", stop_at_b)
    with pytest.raises((ProblemsFound, KeyboardInterrupt)):
        write_folder(Path("kirim"), [("A.xlsx", b"a"), ("B.xlsx", b"b")], force=False)
    assert everything() == before


def test_a_folder_that_may_not_be_written_to_is_said(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert main(["template", "--separate"]) == 3
    assert "KP726" in capsys.readouterr().err
    assert everything() == []


@pytest.mark.parametrize(
    ("output", "code", "message"), [("a.xlsx", 2, "--separate"), ("berkas", 3, "KP763"), ("tidak/ada", 3, "KP755")]
)
def test_a_folder_that_cannot_be_is_refused(output: str, code: int, message: str, capsys: Captured) -> None:
    Path("berkas").touch()
    assert main(["template", "--separate", "--output", output]) == code
    assert message in capsys.readouterr().err
    assert everything() == ["berkas"]


def test_a_list_in_the_folder_is_never_overwritten(capsys: Captured) -> None:
    Path("kirim").mkdir()
    book = Workbook()
    assert book.active is not None
    book.active.append(["A"])
    book.save("kirim/A.xlsx")
    arguments = ["template", "--units", "kirim/A.xlsx", "--separate", "--output", "kirim", "--force"]
    before = Path("kirim/A.xlsx").read_bytes()
    assert main(arguments) == 3
    assert "KP734" in capsys.readouterr().err
    assert Path("kirim/A.xlsx").read_bytes() == before


def test_the_counts_of_a_list_travel_with_each_file(capsys: Captured) -> None:
    Path("daftar.csv").write_text("Unit;Jumlah Produk\nA;7\nB;3\n", encoding="utf-8")
    arguments = [
        "template",
        "--instrument",
        "ombudsman-2021",
        "--units",
        "daftar.csv",
        "--separate",
        "--output",
        "kirim",
    ]
    assert main(arguments) == 0
    assert [(unit.unit, unit.count) for unit in kepatuhan.read_answers("kirim").units] == [("A", 7), ("B", 3)]
    assert kepatuhan.read_answers("kirim").problems == ()


@pytest.mark.parametrize("is_terminal", [True, False])
def test_long_writing_shows_on_a_terminal_which_file_is_written_and_in_a_pipe_nothing(
    is_terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(SteadyStream, "isatty", lambda self: is_terminal)
    monkeypatch.setattr("kepatuhan.cli.progress._QUIET_SECONDS", 0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["template", "--units", "A; [B]", "--separate", "--output", "kirim"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    last = f"Menulis {Path('kirim', '[B]')}.xlsx (2 dari 2) ..."  # those before it pass too quickly to be seen for sure
    assert (last in captured.err) == is_terminal
    assert ("Menulis" in captured.err) == is_terminal


def test_the_matrix_layout_can_be_sent_out_too() -> None:
    assert main(["template", "--units", "A; B", "--separate", "--layout", "matrix"]) == 0
    assert [unit.unit for unit in kepatuhan.read_answers("Kertas Kerja").units] == ["A", "B"]
