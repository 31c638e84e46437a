"""``kepatuhan score --output hasil.xlsx``: the workbook of results, last time beside it, and what is refused."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook as XlsxBook

from kepatuhan.cli import main
from tests.cli.books import INSTRUMENT, write_book, write_instrument, write_units

Captured = pytest.CaptureFixture[str]
EXAMPLE = Path(__file__).parents[2] / "examples" / "units.xlsx"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def instrument(folder: Path) -> str:
    return str(write_instrument(folder))


def score(*arguments: object) -> int:
    return main(["score", *map(str, arguments)])


def texts(sheet: str, path: str = "hasil.xlsx") -> list[str]:
    rows = load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True)
    return [str(cell) for row in rows for cell in row if cell not in (None, "")]


def refused(capsys: Captured, *arguments: object, code: int = 3) -> str:
    assert score(*arguments) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert not Path("hasil.xlsx").exists()
    return captured.err


def test_the_page_says_the_score_the_gap_and_what_adds_most(folder: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(folder, ("Disdik", 3, 2), ("Dinsos", 1, 1))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--institution", "Kab. Contoh") == 0
    captured = capsys.readouterr()
    assert "Nilai instansi 60,00" in captured.out
    assert "Ditulis: hasil.xlsx" in captured.err
    page = texts("Ringkasan")
    assert page[0] == "Kab. Contoh"
    assert "Nilai 60,00, B, Cukup: kurang dari target 90 sebesar 30,00." in page
    assert "Jika 3 perbaikan ini selesai, nilai instansi menjadi 100,00." in page
    sheets = load_workbook("hasil.xlsx").sheetnames
    assert sheets == [
        *("Ringkasan", "Rekap", "Jawaban", "Kekurangan", "Rencana Aksi", "Bobot", "Zona", "Pemeriksaan", "Hitungan"),
        *("Daftar", "kepatuhan"),
    ]
    assert "usaha" in " ".join(texts("Rencana Aksi")).casefold()


def test_it_is_scored_again_without_any_option(folder: Path, capsys: Captured) -> None:
    assert score(EXAMPLE, "--output", "hasil.xlsx", "--format", "json") == 0
    first = json.loads(capsys.readouterr().out)
    assert score("hasil.xlsx", "--format", "json") == 0
    again = json.loads(capsys.readouterr().out)
    for document in (first, again):
        del document["inputs"], document["problems"]
    assert again == first


def test_the_target_of_the_command_is_the_target_of_the_workbook(folder: Path, instrument: str) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--target", "86,67") == 0
    assert "Nilai 86,67, A, Baik: tepat pada target 86,67." in texts("Ringkasan")
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--target", "80", "--force") == 0
    assert "Nilai 86,67, A, Baik: 6,67 di atas target 80." in texts("Ringkasan")
    assert "Rencana Aksi" not in load_workbook("hasil.xlsx").sheetnames


def test_an_instrument_without_a_target_has_no_gap(folder: Path) -> None:
    instrument = write_instrument(folder, INSTRUMENT.replace("target: 90\n", ""))
    assert score(write_units(folder, ("Disdik", 3, 2)), "--instrument", instrument, "--output", "hasil.xlsx") == 0
    page = texts("Ringkasan")
    assert "Nilai 86,67, A, Baik." in page
    assert "Target" not in page


def test_blanks_are_said_on_the_page(folder: Path, instrument: str) -> None:
    book = write_units(folder, ("Disdik", 3, None), ("Dinsos", None, None))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx") == 0
    expected = "Sementara: 1 jawaban masih kosong (dihitung paling rendah), 1 unit belum diisi."
    assert expected in texts("Ringkasan")


def test_what_the_scores_rest_on_is_on_the_page_however_many_units_are_not_filled_in(folder: Path) -> None:
    book = load_workbook(EXAMPLE)
    for name in ("Disdukcapil", "Dinas Sosial", "DPMPTSP", "Dinas Pendidikan", "Dinas Kesehatan", "Puskesmas Sukamaju"):
        sheet = book[name]
        row = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "I.07")
        sheet.cell(row, 4).value = None
    book.save("units.xlsx")
    assert score("units.xlsx", "--output", "hasil.xlsx") == 0
    page = texts("Ringkasan")
    first = page.index("Saat berkas ini dibuat:") + 1
    assert page[first].startswith("• 40 bobot adalah asumsi")
    assert page[first + 1].startswith("• Zona belum pasti")
    assert "belum diisi" in page[first + 2]


def test_a_page_of_finished_scores_and_a_blank_unit_does_not_say_that_all_is_full(folder: Path) -> None:
    Path("direct.csv").write_text("Unit;Nilai\nDinas A;60,5\nDinas B;\nDinas C;70\n", encoding="utf-8")
    assert score("direct.csv", "--instrument", "ombudsman-2022", "--output", "hasil.xlsx") == 0
    page = texts("Ringkasan")
    assert not [text for text in page if "penuh" in text]
    assert "Tidak ada lagi perbaikan yang dapat dikerjakan unit dan menambah nilai instansi." in page


def test_the_words_follow_the_language(folder: Path, instrument: str) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--lang", "en") == 0
    assert "Score 86.67, A, Baik: 3.33 below the target of 90." in texts("Ringkasan")


def test_last_time_stands_beside_now(folder: Path, instrument: str) -> None:
    before = write_units(folder, ("Disdik", 1, 1), ("Lain", 3, 3))
    before = before.rename("lalu.xlsx")
    book = write_units(folder, ("DISDIK", 3, 2), ("Dinsos", 1, 1))
    arguments = ("--instrument", instrument, "--output", "hasil.xlsx", "--previous", before)
    assert score(book, *arguments) == 0
    page = load_workbook("hasil.xlsx", data_only=True)["Ringkasan"]
    rows: dict[Any, Any] = {}
    for row in page.iter_rows(values_only=True):
        rows.setdefault(row[0], row[1:3])
    assert rows["Lalu (lalu)"] == (66.67, None)
    assert rows["Sekarang"] == (60, pytest.approx(-6.67))
    assert rows["DISDIK"] == (86.67, pytest.approx(53.34))
    assert rows["Dinsos"][1] in (None, "")


def test_last_time_may_be_the_json_of_last_time(folder: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    assert score(book, "--instrument", instrument, "--output", "lalu.json") == 0
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous", "lalu.json") == 0
    page = load_workbook("hasil.xlsx", data_only=True)["Ringkasan"]
    assert next(row[2] for row in page.iter_rows(values_only=True) if row[0] == "Sekarang") == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "kepatuhan.score/2"}, "KP795"),
        ({"units": [{"unit": 5, "score": 1}]}, "KP795"),
        ({"institution": {"score": "tinggi"}}, "KP795"),
        ({"institution": {"score": 987654}}, "KP795"),
        ({"units": [{"unit": "A", "score": -1}]}, "KP795"),
        ({"instrument": {"id": "lain", "fingerprint": "x"}}, "KP796"),
        ({"instrument": {"id": "kecil", "fingerprint": "x"}}, "KP797"),
    ],
)
def test_what_is_no_earlier_result_of_this_edition_is_refused(
    change: dict[str, object], code: str, folder: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    assert score(book, "--instrument", instrument, "--output", "lalu.json") == 0
    capsys.readouterr()
    document = json.loads(Path("lalu.json").read_text(encoding="utf-8"))
    Path("lalu.json").write_text(json.dumps(document | change), encoding="utf-8")
    arguments = (book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous", "lalu.json")
    assert f"[{code}]" in refused(capsys, *arguments)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000, b'{"format": NaN}'])
def test_a_broken_json_of_last_time_is_one_problem(
    content: bytes, folder: Path, instrument: str, capsys: Captured
) -> None:
    Path("lalu.json").write_bytes(content)
    book = write_units(folder, ("Disdik", 3, 2))
    arguments = (book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous", "lalu.json")
    assert "[KP795]" in refused(capsys, *arguments)


def test_last_time_that_is_not_there_or_of_another_edition_is_refused(
    folder: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    arguments = (book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous")
    assert "[KP702]" in refused(capsys, *arguments, "tidak-ada.json")
    assert "[KP702]" in refused(capsys, *arguments, "tidak-ada.xlsx")
    of_another_edition = refused(capsys, *arguments, EXAMPLE)
    assert "[KP796]" in of_another_edition
    assert "ombudsman-2022" in of_another_edition
    assert "--instrument" not in of_another_edition


@pytest.mark.parametrize("answer", [1, 7])
def test_a_bad_last_time_is_found_before_anything_is_written(
    answer: int, folder: Path, instrument: str, capsys: Captured
) -> None:
    Path("lalu.json").write_text("{}", encoding="utf-8")
    book = write_units(folder, ("Disdik", 3, 2), ("Dinsos", answer, 1))
    arguments = (book, "--instrument", instrument, "--output", "hasil.xlsx", "--annotate", "kembali.xlsx")
    said = refused(capsys, *arguments, "--previous", "lalu.json")
    assert "[KP795]" in said
    assert ("[KP802]" in said) == (answer == 7)
    assert "Ditulis" not in said
    assert not Path("kembali.xlsx").exists()
    refused(capsys, *arguments, "--target", "101", code=2)
    assert not Path("kembali.xlsx").exists()


def test_last_time_is_asked_for_with_a_workbook_of_results_only(
    folder: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    assert "--previous" in refused(capsys, book, "--instrument", instrument, "--previous", book, code=2)


def test_with_partial_every_sheet_says_who_is_missing(folder: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(folder, ("Disdik", 3, 2), ("Dinsos", 7, 1))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--partial") == 0
    for sheet in ("Ringkasan", "Rekap", "Jawaban", "Kekurangan", "Bobot", "Zona", "Pemeriksaan"):
        assert any("Belum dapat dinilai" in text and "Dinsos (1)" in text for text in texts(sheet)), sheet
    assert "belum ada: ada unit yang belum dapat dinilai" in texts("Rekap")
    capsys.readouterr()
    assert score("hasil.xlsx", "--instrument", instrument) == 0
    assert "[KP798]" in capsys.readouterr().out


def test_without_partial_a_workbook_with_problems_writes_nothing(
    folder: Path, instrument: str, capsys: Captured
) -> None:
    book = write_units(folder, ("Disdik", 3, 2), ("Dinsos", 7, 1))
    refused(capsys, book, "--instrument", instrument, "--output", "hasil.xlsx")


def test_names_that_could_be_formulas_are_texts(folder: Path, instrument: str) -> None:
    names = ("=1+1", "+Dinas", "-Dinas", "@Dinas", "Dinas/A?[1]:*", "N" * 60)
    book = folder / "unit.csv"
    book.write_text("unit;A.1;A.2\n" + "".join(f"{name};3;1\n" for name in names), encoding="utf-8")
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx") == 0
    formulas = load_workbook("hasil.xlsx")
    shown = load_workbook("hasil.xlsx", data_only=True)
    assert [formulas["Jawaban"].cell(row, 1).data_type for row in range(4, 10)] == ["s"] * 6
    assert [shown["Rekap"].cell(row, 1).value for row in range(4, 10)] == list(names)
    assert score("hasil.xlsx", "--instrument", instrument) == 0


def test_an_existing_file_and_an_input_are_kept(folder: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    content = book.read_bytes()
    Path("lama.xlsx").write_bytes(b"lama")
    assert "[KP727]" in refused(capsys, book, "--instrument", instrument, "--output", "lama.xlsx")
    assert "[KP734]" in refused(capsys, book, "--instrument", instrument, "--output", book, "--force")
    assert (Path("lama.xlsx").read_bytes(), book.read_bytes()) == (b"lama", content)


def test_a_full_disk_leaves_nothing_behind(
    folder: Path, instrument: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    book = write_units(folder, ("Disdik", 3, 2))
    monkeypatch.setattr(XlsxBook, "_store_workbook", fail)
    assert "[KP726]" in refused(capsys, book, "--instrument", instrument, "--output", "hasil.xlsx")
    assert sorted(path.name for path in folder.iterdir()) == sorted({book.name, "kecil.yaml"})


def test_last_time_is_never_written_over(folder: Path, instrument: str, capsys: Captured) -> None:
    book = write_units(folder, ("Disdik", 3, 2))
    before = write_units(folder, ("Disdik", 1, 1), name="lalu.xlsx")
    content = before.read_bytes()
    arguments = (book, "--instrument", instrument, "--previous", before, "--output", before, "--force")
    assert "[KP734]" in refused(capsys, *arguments)
    assert before.read_bytes() == content


def test_units_of_last_time_that_are_gone_are_named(folder: Path, instrument: str) -> None:
    before = write_units(folder, ("DISDIK", 1, 1), ("Lain", 3, 3), name="lalu.xlsx")
    book = write_units(folder, ("Disdik", 3, 2))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous", before) == 0
    assert any("1 unit penilaian lalu tidak ada sekarang (Lain)" in text for text in texts("Ringkasan"))


def test_last_time_without_some_units_has_no_institution(folder: Path, instrument: str) -> None:
    before = write_units(folder, ("Disdik", 3, 2), ("Dinsos", 7, 1), name="dulu.xlsx")
    assert score(before, "--instrument", instrument, "--output", "lalu.xlsx", "--partial") == 0
    book = write_units(folder, ("Disdik", 3, 3), ("Dinsos", 1, 1))
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx", "--previous", "lalu.xlsx") == 0
    page = load_workbook("hasil.xlsx", data_only=True)["Ringkasan"]
    rows: dict[Any, Any] = {}
    for row in page.iter_rows(values_only=True):
        rows.setdefault(row[0], row[1:3])
    assert rows["Lalu (lalu)"][0] in (None, "")
    assert any(str(text).startswith("• lalu tidak memuat nilai instansi") for text in rows)
    assert rows["Sekarang"][1] in (None, "")
    assert rows["Disdik"] == (100, pytest.approx(13.33))


def test_units_without_a_score_do_not_fill_the_page(folder: Path, instrument: str) -> None:
    rows: list[list[object]] = [["unit", "A.1", "A.2"]]
    rows += [[f"Kosong {number}", None, None] for number in range(25)]
    rows += [[f"Unit {number}", 2, 1] for number in range(25)]
    book = write_book(folder / "banyak.xlsx", rows)
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx") == 0
    assert not any(text.startswith("Kosong") for text in texts("Ringkasan"))


def test_units_beyond_a_page_are_counted_on_it(folder: Path, instrument: str) -> None:
    rows: list[list[object]] = [["unit", "A.1", "A.2"], *([f"Unit {number}", number % 4, 1] for number in range(25))]
    book = write_book(folder / "banyak.xlsx", rows)
    assert score(book, "--instrument", instrument, "--output", "hasil.xlsx") == 0
    page = texts("Ringkasan")
    assert any("5 unit lain ada di lembar Rekap" in text for text in page)
    assert sum(text.startswith("Unit ") for text in page) >= 20
