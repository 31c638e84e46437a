"""``kepatuhan score``: what is printed, what is written, and which exit code comes back."""

import json
from pathlib import Path

import pytest

from kepatuhan.cli import main
from tests.cli.books import INSTRUMENT, write_book, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
EXAMPLE = Path(__file__).parents[2] / "examples" / "units.xlsx"


@pytest.fixture
def instrument(tmp_path: Path) -> str:
    return str(write_instrument(tmp_path))


def _score(*arguments: object) -> int:
    return main(["score", *map(str, arguments)])


def test_the_table_shows_units_zones_gaps_and_the_institution(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2), ("Dinsos", 1, 1))
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    disdik = next(line for line in out.splitlines() if line.startswith("Disdik"))
    assert disdik.split() == ["Disdik", "100,00", "66,67", "86,67", "A", "hijau", "3,33", "█"]
    assert "Instansi" in out
    assert "Nilai instansi 60,00" in out
    assert "kurang 30 dari target 90" in out.replace("30,00", "30")
    assert "2 bobot adalah asumsi" in out
    assert "kecil" in out


def test_json_has_the_keys_of_the_contract(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2), ("Dinsos", 1, None))
    assert _score(book, "--instrument", instrument, "--format", "json", "--institution", "Kab. Contoh") == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == [
        "format", "version", "instrument", "target", "inputs", "roll_up", "institution", "units", "problems",
    ]  # fmt: skip
    assert document["format"] == "kepatuhan.score/1"
    assert document["instrument"]["id"] == "kecil"
    assert document["instrument"]["assumptions"] == 2
    assert document["institution"]["name"] == "Kab. Contoh"
    assert document["institution"]["provisional"] is True
    assert [unit["unit"] for unit in document["units"]] == ["Disdik", "Dinsos"]
    dinsos = document["units"][1]
    assert (dinsos["answered"], dinsos["blank"], dinsos["possible"]) == (1, 1, [20, 60])
    assert dinsos["components"] == []
    assert len(document["inputs"][0]["sha256"]) == 64


def test_leaves_come_with_detail(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, "--format", "json", "--detail") == 0
    components = json.loads(capsys.readouterr().out)["units"][0]["components"]
    assert [(c["id"], c["answer"], c["weight"], c["effective_weight"]) for c in components] == [
        ("A.1", 3, "60", 0.6),
        ("A.2", 2, "40", 0.4),
    ]
    assert _score(book, "--instrument", instrument, "--detail") == 0
    out = capsys.readouterr().out
    assert "60,00%" in out
    assert "66,67" in out


def test_another_target_changes_the_gap_and_nothing_else(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, "--target", "86,67") == 0
    assert "tepat pada target" in capsys.readouterr().out
    assert _score(book, "--instrument", instrument, "--target", "80") == 0
    assert "di atas target" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["sembilan", "-1", "100,5", "nan", "1.234,5"])
def test_a_target_that_cannot_be_is_a_bad_command_line(
    tmp_path: Path, instrument: str, capsys: Captured, value: str
) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, f"--target={value}") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "--target" in captured.err


@pytest.mark.parametrize(("least", "code"), [("86.67", 0), ("86,68", 1)])
def test_the_gate_compares_the_rounded_score(tmp_path: Path, instrument: str, least: str, code: int) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, "--fail-under", least) == code


def test_the_gate_fails_without_an_institution_score(tmp_path: Path, instrument: str) -> None:
    book = write_units(tmp_path, ("Disdik", None, None))
    assert _score(book, "--instrument", instrument) == 0
    assert _score(book, "--instrument", instrument, "--fail-under", "0") == 1


def test_every_problem_is_reported_at_its_cell_and_nothing_is_scored(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 4, "dua"), ("Dinsos", "1.234,5", 1))
    assert _score(book, "--instrument", instrument) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    for cell, code in (("B2", "KP802"), ("C2", "KP803"), ("B3", "KP804")):
        assert any(f"Jawaban!{cell}:" in line and code in line for line in captured.err.splitlines())
    assert "3 masalah" in captured.err


def test_a_refused_run_prints_its_problems_as_json_when_json_was_asked_for(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 4, 2))
    assert _score(book, "--instrument", instrument, "--format", "json") == 3
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert document["format"] == "kepatuhan.problems/1"
    (problem,) = document["problems"]
    assert (problem["code"], problem["level"], problem["sheet"], problem["cell"]) == ("KP802", "error", "Jawaban", "B2")
    assert captured.err == ""


def test_many_problems_of_one_cause_are_one_line(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, *((f"Unit {number}", 9, 1) for number in range(30)))
    assert _score(book, "--instrument", instrument) == 3
    err = capsys.readouterr().err
    assert err.count("KP802") == 1
    assert "Begitu juga di 29 tempat lain: B3, B4, " in err
    assert "30 masalah" in err
    assert _score(book, "--instrument", instrument, "--format", "json") == 3
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 30


def test_partial_scores_the_sound_units_and_names_the_others(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2), ("Dinsos", 7, "x"))
    assert _score(book, "--instrument", instrument, "--partial") == 0
    captured = capsys.readouterr()
    assert "belum dapat dinilai (2 masalah)" in captured.out
    assert "Nilai instansi tidak dihitung" in captured.out
    assert "Jawaban!B3" in captured.err
    assert _score(book, "--instrument", instrument, "--partial", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["institution"]["score"] is None
    assert [(unit["unit"], unit["score"]) for unit in document["units"]] == [("Disdik", 86.67), ("Dinsos", None)]
    assert _score(book, "--instrument", instrument, "--partial", "--fail-under", "0") == 1


def test_partial_without_a_sound_unit_is_no_result(tmp_path: Path, instrument: str) -> None:
    book = write_units(tmp_path, ("Disdik", 9, 9))
    assert _score(book, "--instrument", instrument, "--partial") == 3


def test_partial_gives_no_institution_score_when_a_whole_file_is_unreadable(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    assert _score(book, broken, "--instrument", instrument, "--partial", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["institution"]["score"] is None


def test_blanks_are_counted_as_worst_and_said(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, None), ("Dinsos", None, None))
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "60,00*" in out
    assert "belum diisi" in out
    assert "sementara" in out
    assert "60,00 sampai 100,00" in out


def test_output_writes_the_json_beside_the_table(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    target = tmp_path / "hasil.json"
    assert _score(book, "--instrument", instrument, "--output", target) == 0
    captured = capsys.readouterr()
    assert "Instansi" in captured.out
    assert str(target) in captured.err
    assert json.loads(target.read_text(encoding="utf-8"))["institution"]["score"] == 86.67
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.endswith(".tmp")] == []


def test_nothing_that_exists_is_overwritten_without_force(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    target = tmp_path / "hasil.json"
    target.write_text("berharga", encoding="utf-8")
    assert _score(book, "--instrument", instrument, "--output", target) == 3
    assert target.read_text(encoding="utf-8") == "berharga"
    assert "--force" in capsys.readouterr().err
    assert _score(book, "--instrument", instrument, "--output", target, "--force") == 0
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "kepatuhan.score/1"


def test_an_input_is_never_an_output_even_with_force(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    data = tmp_path / "data.json"
    data.write_text("{}", encoding="utf-8")
    before = data.read_bytes()
    assert _score(data, "--instrument", instrument, "--output", data, "--force") == 3
    assert data.read_bytes() == before
    assert "KP734" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, instrument: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    target = tmp_path / "hasil.json"

    def full_disk(self: Path, to: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    assert _score(book, "--instrument", instrument, "--output", target) == 3
    assert not target.exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["kecil.yaml", "unit.xlsx"]
    assert "tidak ada ruang penyimpanan lagi" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["hasil.txt", "hasil", "hasil.docx"])
def test_an_output_of_unknown_form_is_a_bad_command_line(tmp_path: Path, instrument: str, name: str) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, "--output", tmp_path / name) == 2


def test_an_output_in_a_folder_that_is_not_there_is_refused_before_any_work(tmp_path: Path, instrument: str) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", instrument, "--output", tmp_path / "tidak" / "ada.json") == 3


def test_many_units_become_a_summary_that_names_the_furthest(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    units = [(f"Unit {number:03}", number % 4, 3) for number in range(201)]
    book = write_units(tmp_path, *units)
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "201 unit layanan" in out
    assert "merah: 51" in out
    assert "hijau: 100" in out
    assert sum(line.startswith("Unit 0") or line.startswith("Unit 1") for line in out.splitlines()) == 10
    assert "--output hasil.csv" in out


def test_names_are_printed_literally(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(tmp_path, ("[bold]Dinas[/bold] :smile: {x}", 3, 2), ("Merah \u202eterbalik", 3, 2))
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "[bold]Dinas[/bold] :smile: {x}" in out
    assert "\u202e" not in out
    assert "Merah \\u202eterbalik" in out


@pytest.mark.parametrize("width", ["40", "60", "80", "200"])
def test_names_and_scores_survive_a_narrow_terminal(
    tmp_path: Path, instrument: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    name = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten"
    book = write_units(tmp_path, (name, 3, 2))
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert all(len(line) <= int(width) for line in lines)
    assert "86,67" in out
    assert "hijau" in out
    first_column = "".join(line.split("  ")[0].strip() for line in lines)
    assert name.replace(" ", "") in first_column.replace(" ", "")


def test_what_was_skipped_is_listed_below_the_table(tmp_path: Path, instrument: str, capsys: Captured) -> None:
    rows: list[list[object]] = [["Unit", "A.1", "A.2"], ["Disdik", 3, 2], ["Jumlah", 3, 2]]
    book = write_book(tmp_path / "unit.xlsx", rows)
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "3 (Jumlah)" in out
    assert "rekapitulasi 1 unit" in out


def test_a_workbook_chooses_its_own_instrument(capsys: Captured, tmp_path: Path) -> None:
    headers: list[object] = ["Unit", "input/100", "proses/100", "output/100", "pengaduan/100"]
    book = write_book(tmp_path / "nilai.xlsx", [headers, ["Disdik", 88, 80, 90, 85]])
    assert _score(book) == 0
    assert "ombudsman-2022" in capsys.readouterr().out


def test_finished_scores_fit_every_instrument_so_one_must_be_chosen(capsys: Captured, tmp_path: Path) -> None:
    book = write_book(tmp_path / "nilai.xlsx", [["Unit", "Nilai"], ["Disdik", 88]])
    assert _score(book) == 3
    assert "ombudsman-2021, ombudsman-2022, ombudsman-2025" in capsys.readouterr().err
    assert _score(book, "--instrument", "ombudsman-2022") == 0


def test_an_unknown_instrument_names_those_there_are(tmp_path: Path, capsys: Captured) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", "ombudsmen-2022") == 3
    assert 'Apakah yang dimaksud "ombudsman-2022"?' in capsys.readouterr().err


def test_a_spoilt_instrument_is_never_scored_with(tmp_path: Path, capsys: Captured) -> None:
    text = (tmp_path / "kecil.yaml", write_instrument(tmp_path).read_text(encoding="utf-8"))
    text[0].write_text(text[1].replace("weight: 40", "weight: 41"), encoding="utf-8")
    book = write_units(tmp_path, ("Disdik", 3, 2))
    assert _score(book, "--instrument", text[0]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "KP201" in captured.err
    assert "101" in captured.err


def test_a_unit_that_is_not_filled_in_has_no_score_anywhere(capsys: Captured, tmp_path: Path, instrument: str) -> None:
    book = write_units(tmp_path, ("Disdik", 3, 2), ("Dinsos", None, None))
    assert _score(book, "--instrument", instrument, "--detail") == 0
    out = capsys.readouterr().out
    table, _, details = out.partition("Dinsos\n")
    row = next(line for line in table.splitlines() if line.startswith("Dinsos "))
    assert row.split() == ["Dinsos", "-", "-", "-", "belum", "diisi"]
    assert "0,00" not in table.replace("100,00", "").replace("50,00", "").replace("60,00", "").replace("40,00", "")
    assert details.splitlines()[0] == "belum diisi"
    assert _score(book, "--instrument", instrument, "--detail", "--format", "json") == 0
    dinsos = json.loads(capsys.readouterr().out)["units"][1]
    assert (dinsos["score"], [component["score"] for component in dinsos["components"]]) == (None, [None, None])


def test_an_empty_unit_adds_no_empty_columns_to_a_table_of_whole_scores(tmp_path: Path, capsys: Captured) -> None:
    book = write_book(tmp_path / "nilai.xlsx", [["Unit", "Nilai"], ["Disdik", 88], ["Dinsos", None]])
    assert _score(book, "--instrument", "ombudsman-2022") == 0
    out = capsys.readouterr().out
    assert "Dinsos" in out
    assert "Input" not in out


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Disdik", 88, None, None]], None),
        ([["Disdik", 88, None, None], ["Dinsos", None, None, None]], None),
        ([["Disdik", None, 3, 2]], "semua nilai di atas menurut bobot asumsi"),
        ([["Disdik", 88, None, None], ["Dinsos", None, 3, 2]], "sebagian nilai di atas menurut bobot asumsi"),
    ],
)
def test_assumed_weights_are_told_where_a_score_rests_on_them_and_nowhere_else(
    tmp_path: Path, instrument: str, capsys: Captured, rows: list[list[object]], said: str | None
) -> None:
    book = write_book(tmp_path / "unit.xlsx", [["Unit", "Nilai", "A.1", "A.2"], *rows])
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert said in out if said else "asumsi" not in out


def test_scores_of_published_weights_do_not_rest_on_assumptions_below_them(tmp_path: Path, capsys: Captured) -> None:
    rows: list[list[object]] = [["Unit", "input", "proses", "output", "pengaduan"], ["Disdik", 80, 90, 70, 60]]
    assert _score(write_book(tmp_path / "dimensi.xlsx", rows), "--instrument", "ombudsman-2022") == 0
    assert "asumsi" not in capsys.readouterr().out


def test_help_claims_no_target_for_all_instruments(capsys: Captured) -> None:
    for language in ("id", "en"):
        assert main(["score", "--help", "--lang", language]) == 0
        assert "(90)" not in capsys.readouterr().out


_TOO_WIDE = "Nilai tiap dimensi tidak muat"


@pytest.mark.parametrize(("width", "is_told"), [("60", True), ("80", True), ("130", False)])
def test_dimensions_that_do_not_fit_the_window_are_told_of(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, width: str, is_told: bool
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert _score(EXAMPLE) == 0
    out = capsys.readouterr().out
    assert (f"{_TOO_WIDE}: lebarkan jendela, atau pakai --detail." in " ".join(out.split())) is is_told
    assert ("Pengaduan" in out) is not is_told
    assert _score(EXAMPLE, "--detail") == 0
    assert _TOO_WIDE not in capsys.readouterr().out


@pytest.fixture
def nine_elements(tmp_path: Path) -> tuple[str, list[str]]:
    start, _, _ = INSTRUMENT.partition("components:")
    ids = [f"U{number}" for number in range(1, 10)]
    leaves = [f"  - {{id: {name}, title: Unsur pelayanan {name}, scale: rubrik}}\n" for name in ids]
    text = start.replace("{sum: 100, assumption: contoh}", "{weights: equal, assumption: contoh}") + "components:\n"
    return str(write_instrument(tmp_path, text + "".join(leaves))), ids


def test_many_dimensions_never_make_a_piped_table_wider_than_a_window(
    tmp_path: Path, nine_elements: tuple[str, list[str]], capsys: Captured
) -> None:
    instrument, ids = nine_elements
    book = write_book(tmp_path / "unsur.xlsx", [["Unit", *ids], ["Disdik", *[2] * 9]])
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert f"{_TOO_WIDE} di tabel ini: pakai --detail." in out
    table, _, _ = out.partition("Nilai instansi")  # sentences below it are as long as they are
    assert max(len(line) for line in table.splitlines()) <= 120


def test_a_long_name_does_not_push_the_dimensions_out_of_a_pipe(tmp_path: Path, capsys: Captured) -> None:
    name = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Contoh"
    rows: list[list[object]] = [["Unit", "input", "proses", "output", "pengaduan"], [name, 80, 90, 70, 60]]
    assert _score(write_book(tmp_path / "dimensi.xlsx", rows), "--instrument", "ombudsman-2022") == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(name))
    assert row.removeprefix(name).split()[:4] == ["80,00", "90,00", "70,00", "60,00"]


REMARKING = INSTRUMENT.replace("scales:\n", "scales:\n  ya-tidak: {options: {ya: 1, tidak: 0}}\n") + (
    "  - {id: maladministrasi, title: Ada maladministrasi, scale: ya-tidak, scored: false, "
    "appends: {tidak: Tanpa Maladministrasi}}\n"
)


def test_the_remark_of_a_unit_stands_below_the_table_only_where_there_is_one(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    instrument = write_instrument(tmp_path, REMARKING)
    header: list[object] = ["Unit", "A.1", "A.2", "maladministrasi"]
    answers = {"Dinas Pendidikan": "tidak", "Dinas Sosial": "ya", "Dinas Kesehatan": "tidak"}
    rows: list[list[object]] = [[name, 3, 2, answer] for name, answer in answers.items()]
    book = write_book(tmp_path / "unit.xlsx", [header, *rows])
    assert _score(book, "--instrument", instrument) == 0
    out = capsys.readouterr().out
    assert "Tanpa Maladministrasi: Dinas Pendidikan, Dinas Kesehatan." in " ".join(out.split())
    assert all(len(line) <= 60 for line in out.splitlines())
    book = write_book(tmp_path / "unit.xlsx", [header, rows[1]])
    assert _score(book, "--instrument", instrument) == 0
    assert "Maladministrasi" not in capsys.readouterr().out


def test_a_summary_counts_the_units_of_a_remark(tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, REMARKING)
    rows: list[list[object]] = [[f"Unit {number}", 3, 2, ("ya", "tidak")[number % 2]] for number in range(201)]
    book = write_book(tmp_path / "unit.xlsx", [["Unit", "A.1", "A.2", "maladministrasi"], *rows])
    assert _score(book, "--instrument", instrument) == 0
    assert "Tanpa Maladministrasi: 100 unit." in capsys.readouterr().out


def test_a_partial_summary_names_the_units_that_cannot_be_scored(
    tmp_path: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(tmp_path, *((f"Unit {number:03}", 3, 9 if number % 100 == 7 else 2) for number in range(210)))
    assert _score(book, "--instrument", instrument, "--partial") == 0
    out = capsys.readouterr().out
    assert "210 unit layanan:" in out
    assert "  belum dapat dinilai: 3" in out
    for name in ("Unit 007", "Unit 107", "Unit 207"):
        assert f"{name}: belum dapat dinilai (1 masalah)." in out
