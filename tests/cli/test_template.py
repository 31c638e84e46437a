"""``kepatuhan template``: defaults, lists of units, and what is refused before anything is written."""

import errno
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.cli import main
from tests.cli.books import INSTRUMENT, write_instrument

Captured = pytest.CaptureFixture[str]
TYPED = INSTRUMENT.replace(
    "level_names", "unit_types: {opd: Perangkat Daerah, puskesmas: Puskesmas}\nlevel_names"
).replace("weight: 40", "weight: 40, only_for: [puskesmas]")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def units_of(path: str) -> list[str]:
    book = load_workbook(path)
    return [sheet["B1"].value for sheet in book.worksheets if sheet["A1"].value == "Unit" and sheet.title != "Rekap"]


def refused(arguments: list[str], capsys: Captured) -> str:
    assert main(["template", *arguments]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert not [*Path().glob("*.xlsx")]
    return captured.err


def test_without_options_it_is_the_usual_units_and_score_calls_each_blank(capsys: Captured) -> None:
    assert main(["template"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert 'kepatuhan score "Kertas Kerja.xlsx"' in captured.err
    assert len(units_of("Kertas Kerja.xlsx")) == 7
    assert main(["score", "Kertas Kerja.xlsx"]) == 0
    captured = capsys.readouterr()
    assert captured.out.count("belum diisi sama sekali") == 7
    assert captured.err == ""


def test_names_may_hold_commas_where_semicolons_part_them() -> None:
    assert main(["template", "--units", "Dinas Sosial, Tenaga Kerja; DPMPTSP;", "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == ["Dinas Sosial, Tenaga Kerja", "DPMPTSP"]
    assert main(["template", "--units", "Dinas Sosial, DPMPTSP", "--output", "b.xlsx"]) == 0
    assert units_of("b.xlsx") == ["Dinas Sosial", "DPMPTSP"]


def test_a_list_may_be_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "unit.txt").write_text("\ufeffDinas Sosial\n\n  DPMPTSP \n", encoding="utf-8")
    assert main(["template", "--units", "unit.txt", "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == ["Dinas Sosial", "DPMPTSP"]


def test_a_line_of_a_text_file_may_hold_several_names_as_the_command_line_does(tmp_path: Path) -> None:
    (tmp_path / "unit.txt").write_text("Dinas Sosial, Tenaga Kerja; DPMPTSP;\nBKPSDM\n", encoding="utf-8")
    assert main(["template", "--units", "unit.txt", "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == ["Dinas Sosial, Tenaga Kerja", "DPMPTSP", "BKPSDM"]


def test_a_list_may_be_a_table_with_types(tmp_path: Path) -> None:
    instrument = write_instrument(tmp_path, TYPED)
    (tmp_path / "unit.csv").write_text("No;Unit;Jenis\n1;Dinas A;opd\n2;Puskesmas B;PUSKESMAS\n", encoding="utf-8")
    arguments = ["template", "--instrument", str(instrument), "--units", "unit.csv", "--output", "a.xlsx"]
    assert main(arguments) == 0
    first, second = load_workbook("a.xlsx").worksheets[1:3]
    assert [first["A2"].value, second["A2"].value] == ["Jenis: Perangkat Daerah", "Jenis: Puskesmas"]
    codes = [[cell.value for cell in sheet["A"]] for sheet in (first, second)]
    assert "A.2" not in codes[0]
    assert "A.2" in codes[1]
    assert main(["score", "a.xlsx", "--instrument", str(instrument)]) == 0


def test_a_list_of_several_columns_needs_a_heading(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "daftar.csv").write_text("Dinas A;Jalan Raya 1\nDinas B;Jalan Raya 2\n", encoding="utf-8")
    refused_list = refused(["--units", str(tmp_path / "daftar.csv")], capsys)
    assert "KP756" in refused_list
    assert "Jalan Raya 1" in refused_list


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        ("Dinas A\nDinas B\nUPP\nDinas C\n", None),
        ("OPD\nDinas A\nDinas B\n", ["Dinas A", "Dinas B"]),
        ("Daftar unit\nOPD;Jenis\nDinas A;opd\n", ["Dinas A"]),
        ("No;OPD\n1;Dinas A\n2;Dinas B\n", ["Dinas A", "Dinas B"]),
    ],
)
def test_a_word_for_units_is_a_heading_only_where_one_stands(
    lines: str, units: list[str] | None, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "daftar.csv").write_text(lines, encoding="utf-8")
    arguments = ["--units", str(tmp_path / "daftar.csv"), "--output", "a.xlsx"]
    if units is None:  # nothing is dropped: a unit cannot be called UPP, which is said
        assert "KP752" in refused(arguments, capsys)
    else:
        assert main(["template", *arguments]) == 0
        assert units_of("a.xlsx") == units


@pytest.mark.parametrize(
    "lines", ["Dinas A;OPD\nPuskesmas B;Puskesmas\n", "Dinas A;opd;3\nDinas B;opd;4\n", "Nama;Tipe\nDinas A;opd\n"]
)
def test_a_type_beside_a_name_is_no_heading(lines: str, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "daftar.csv").write_text(lines, encoding="utf-8")
    assert "KP756" in refused(["--units", str(tmp_path / "daftar.csv")], capsys)


def test_a_list_may_be_a_workbook_without_a_heading(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for name in ("Dinas A", "Dinas B"):
        book.active.append([name])
    book.save(tmp_path / "unit.xlsx")
    assert main(["template", "--units", "unit.xlsx", "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == ["Dinas A", "Dinas B"]


def test_of_several_sheets_the_one_with_a_column_of_units_is_the_list(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Surat pengantar"])
    for title, name in (("Daftar unit", "Dinas A"), ("Lain", "Dinas B")):
        sheet = book.create_sheet(title)
        sheet.append(["No", "Nama Unit"])
        sheet.append([1, name])
    book.save(tmp_path / "unit.xlsx")
    assert main(["template", "--units", "unit.xlsx", "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == ["Dinas A"]


def test_a_text_file_in_another_encoding_is_refused_not_garbled(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "unit.txt").write_bytes("Dinas Caf\xe9\n".encode("cp1252"))
    assert "KP752" in refused(["--units", "unit.txt"], capsys)


@pytest.mark.parametrize(
    ("units", "codes"),
    [
        (" ; ", ["KP750"]),
        ("Dinas A; DINAS  a", ["KP751"]),
        ("Dinas\x07A; Alamat; I.01; -; Nilai", ["KP752"] * 5),
        ("Total Persada; Jumlah; Rata-rata; IKM Center; Instansi; Mengetahui Hilir; Catatan: x; 2", ["KP752"] * 8),
        ("tidak-ada.txt", ["KP702"]),
        ("tidak-ada.xlsx", ["KP702"]),
    ],
)
def test_names_that_cannot_be_are_refused_all_at_once(units: str, codes: list[str], capsys: Captured) -> None:
    err = refused(["--units", units], capsys)
    assert [word.strip("[]") for word in err.split() if word.strip("[]").startswith("KP")] == codes


@pytest.mark.parametrize("layout", ["form", "matrix"])
def test_a_name_that_is_taken_is_read_back_whatever_was_answered(layout: str, capsys: Captured) -> None:
    """Names that look like a grade, a number, a total or a signature, and are none."""
    names = ("A", "B", "I", "D", "PT Total Persada", "RSUD 45", "SMPN 5 Kota, Bekasi", "Dinas Nilai Budaya", "CON")
    arguments = ["template", "--instrument", "skm-2017", "--units", ";".join(names), "--layout", layout]
    assert main([*arguments, "--output", "a.xlsx"]) == 0
    reading = kepatuhan.read_answers("a.xlsx")
    assert reading.problems == ()
    assert [unit.unit for unit in reading.units] == list(names)


@pytest.mark.parametrize(
    ("table", "code"), [("Unit;Jenis\nDinas A;dinas\n", "KP753"), ("Unit;Jenis\nDinas A;\n", "KP754")]
)
def test_types_must_be_known_and_there(table: str, code: str, tmp_path: Path, capsys: Captured) -> None:
    instrument = write_instrument(tmp_path, TYPED)
    (tmp_path / "unit.csv").write_text(table, encoding="utf-8")
    err = refused(["--instrument", str(instrument), "--units", "unit.csv"], capsys)
    assert code in err
    assert "unit.csv, A2" in err


@pytest.mark.parametrize(
    ("table", "code", "cell"),
    [
        ("Unit;Produk\nA;0\n", "KP760", "A2"),
        ("Unit;Produk\nA;2,5\n", "KP760", "A2"),
        ("Unit;Produk\nA;tujuh\n", "KP760", "A2"),
        ("Unit;Produk\nA;7\nB;\n", "KP761", "A3"),
    ],
)
def test_counts_are_whole_numbers_for_all_units_or_none(table: str, code: str, cell: str, capsys: Captured) -> None:
    Path("unit.csv").write_text(table, encoding="utf-8")
    err = refused(["--instrument", "ombudsman-2021", "--units", "unit.csv"], capsys)
    assert code in err
    assert f"unit.csv, {cell}" in err


def test_a_count_that_the_list_does_not_give_is_filled_in_above_the_form(capsys: Captured) -> None:
    assert main(["template", "--instrument", "ombudsman-2021", "--units", "A; B", "--output", "a.xlsx"]) == 0
    assert [unit.count for unit in kepatuhan.read_answers("a.xlsx").units] == [None, None]
    book = load_workbook("a.xlsx")
    assert book["A"]["A3"].value == "Produk"
    assert not book["A"]["B3"].protection.locked
    book["A"]["B3"] = 7
    book["B"]["B3"] = "3"
    book.save("a.xlsx")
    assert [unit.count for unit in kepatuhan.read_answers("a.xlsx").units] == [7, 3]
    book["B"]["B3"] = None
    book.save("a.xlsx")
    assert main(["score", "a.xlsx"]) == 3
    assert "KP817" in capsys.readouterr().err


def test_ten_thousand_units_are_listed_in_one_refusal_or_all(capsys: Captured) -> None:
    lines = [f"Unit {number}" for number in range(10_000)]
    Path("unit.txt").write_text("\n".join([*lines, lines[0]]), encoding="utf-8")
    assert "KP751" in refused(["--units", "unit.txt"], capsys)


@pytest.mark.parametrize("content", [b"", b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_a_list_that_is_no_workbook_is_refused(content: bytes, capsys: Captured) -> None:
    Path("unit.xlsm").write_bytes(content)
    assert "KP70" in refused(["--units", "unit.xlsm"], capsys)


def test_an_empty_list_is_refused(capsys: Captured) -> None:
    Workbook().save("unit.xlsm")
    assert "KP750" in refused(["--units", "unit.xlsm"], capsys)
    Path("unit.txt").touch()
    assert "KP750" in refused(["--units", "unit.txt"], capsys)


def test_a_target_that_is_a_folder_is_refused_even_when_forced(capsys: Captured) -> None:
    Path("a.xlsx").mkdir()
    assert main(["template", "--output", "a.xlsx", "--force"]) == 3
    assert "KP762" in capsys.readouterr().err


@pytest.mark.parametrize("layout", ["form", "matrix"])
@pytest.mark.parametrize(
    ("step", "trouble"),
    [
        ("pathlib.Path.replace", PermissionError(errno.EACCES, "in use")),
        ("os.fdopen", OSError(errno.ENOSPC, "full")),
        ("tempfile.mkstemp", PermissionError(errno.EACCES, "no")),
    ],
)
def test_a_target_that_cannot_be_written_leaves_nothing(
    step: str, trouble: OSError, layout: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(step, refuse)
    assert main(["template", "--layout", layout]) == 3
    assert "KP726" in capsys.readouterr().err
    assert not [*Path().iterdir()]


def test_names_that_begin_like_formulas_are_texts_in_the_file_itself() -> None:
    names = ("=1+1", "+62", "-5 km", "@nama", "History", "A/B?", "x" * 40, "X" * 41)
    assert main(["template", "--units", ";".join(names), "--output", "a.xlsx"]) == 0
    assert units_of("a.xlsx") == list(names)
    with zipfile.ZipFile("a.xlsx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name}
    for number in range(2, len(names) + 2):
        assert re.search(r'<c r="B1"[^>]* t="s"><v>', parts[f"xl/worksheets/sheet{number}.xml"])


def test_an_existing_file_is_kept_unless_forced(capsys: Captured) -> None:
    Path("Kertas Kerja.xlsx").write_bytes(b"milik kami")
    assert main(["template"]) == 3
    assert "KP727" in capsys.readouterr().err
    assert Path("Kertas Kerja.xlsx").read_bytes() == b"milik kami"
    assert main(["template", "--force"]) == 0
    assert len(units_of("Kertas Kerja.xlsx")) == 7


def test_a_list_of_units_is_never_overwritten(capsys: Captured) -> None:
    assert main(["template", "--output", "a.xlsx"]) == 0
    assert main(["template", "--units", "a.xlsx", "--output", "a.xlsx", "--force"]) == 3
    assert "KP734" in capsys.readouterr().err


def test_other_endings_are_a_bad_command_line(capsys: Captured) -> None:
    assert main(["template", "--output", "a.xls"]) == 2
    assert ".xlsx" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(capsys: Captured) -> None:
    assert "KP755" in refused(["--output", "tidak/ada/a.xlsx"], capsys)


def test_a_template_in_english_is_read_like_any_other(capsys: Captured) -> None:
    assert main(["template", "--lang", "en"]) == 0
    assert load_workbook("Kertas Kerja.xlsx")["Petunjuk"]["A1"].value.startswith("Worksheet: ")
    capsys.readouterr()
    assert main(["check", "--strict", "Kertas Kerja.xlsx"]) == 0
    assert "0 perhatian" in capsys.readouterr().out


def test_the_matrix_layout_has_a_row_for_each_unit_and_is_scored_like_any_other(capsys: Captured) -> None:
    assert main(["template", "--layout", "matrix", "--units", "A; B", "--output", "a.xlsx"]) == 0
    book = load_workbook("a.xlsx")
    visible = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert visible[:5] == ["Petunjuk", "Jawaban", "Petugas", "Produk", "Responden"]
    assert [book["Jawaban"].cell(row, 1).value for row in (3, 4, 5)] == ["Unit", "A", "B"]
    assert main(["score", "a.xlsx"]) == 0
    assert capsys.readouterr().out.count("belum diisi") >= 2
    assert main(["template", "--layout", "tabel"]) == 2


def test_a_list_in_a_form_that_is_not_read_is_no_name_of_a_unit(capsys: Captured) -> None:
    Path("daftar.xls").write_bytes(b"\xd0\xcf\x11\xe0 lama")
    assert "daftar.xls" in refused(["--units", "daftar.xls"], capsys)
