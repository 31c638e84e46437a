"""Files as they come: what can be opened, what is refused with the way out, and which instrument they are for."""

import hashlib
import os
import random
import shutil
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kepatuhan
from kepatuhan import Instrument, Problem
from kepatuhan.problems import Level, Term

from .sheets import (
    Formula,
    Rows,
    address,
    attempt,
    codes,
    identity,
    instrument_of,
    library_of,
    one_indicator,
    only_unit,
    places,
    read,
    refusal,
    remarks,
    rewrite_package,
    rewrite_part,
    units,
    write_csv,
    write_xlsx,
)

RUBRIC = one_indicator("rubrik")
PERCENT = one_indicator("persen")
ROWS: list[list[object]] = [["Unit", "X.01"], ["Dinas A", 2]]
OTHER_ROWS: list[list[object]] = [["Unit", "X.01"], ["Dinas B", 3]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
HTML = b"<html><body><table><tr><td>Unit</td></tr></table></body></html>"


def good(path: Path, rows: Rows = ROWS) -> Path:
    return write_xlsx(path, {"Jawaban": rows})


def named(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def files(problems: list[Problem]) -> list[tuple[str, str]]:
    """Each problem's code with the name of its file."""
    return [(problem.code, Path(problem.where.file).name if problem.where else "") for problem in problems]


# Names that a person gives


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    (problem,) = refusal(tmp_path / "tidak-ada.xlsx", instrument=RUBRIC)
    assert (problem.code, problem.where and problem.where.file) == ("KP702", str(tmp_path / "tidak-ada.xlsx"))
    assert problem.facts["reason"] == Term("reason.missing")


@pytest.mark.parametrize("name", ["x" * 300 + ".xlsx", "x\0.xlsx", "x/" * 3000 + "x.xlsx"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    (problem,) = refusal(tmp_path / name, instrument=RUBRIC)
    assert problem.code == "KP702"


def test_every_bad_file_is_named_in_one_run_even_beside_good_ones(tmp_path: Path) -> None:
    paths = [
        good(tmp_path / "baik.xlsx"),
        tmp_path / "tidak-ada.xlsx",
        named(tmp_path / "kosong.xlsx", b""),
        named(tmp_path / "lama.xls", OLE),
        good(tmp_path / "salah.xlsx", [["Unit", "X.01"], ["Dinas B", 9]]),
    ]
    found = files(refusal(*paths, instrument=RUBRIC))
    assert sorted(found) == [
        ("KP702", "tidak-ada.xlsx"),
        ("KP703", "kosong.xlsx"),
        ("KP703", "lama.xls"),
        ("KP802", "salah.xlsx"),
    ]


def test_nothing_given_is_refused() -> None:
    assert codes(refusal(instrument=RUBRIC)) == ["KP732"]


# Folders


def test_the_workbooks_of_a_folder_are_one_assessment_in_the_order_of_their_names(tmp_path: Path) -> None:
    good(tmp_path / "b.xlsx", OTHER_ROWS)
    good(tmp_path / "A.XLSX")
    write_csv(tmp_path / "c.csv", [["Unit", "X.01"], ["Dinas C", 1]])
    reading = read(tmp_path, instrument=RUBRIC)
    assert list(units(reading)) == ["Dinas A", "Dinas B", "Dinas C"]
    assert [Path(entry.file).name for entry in reading.inputs] == ["A.XLSX", "b.xlsx", "c.csv"]


def test_a_pattern_that_no_shell_has_replaced_means_the_files_that_fit_it(tmp_path: Path) -> None:
    good(tmp_path / "b.xlsx", OTHER_ROWS)
    good(tmp_path / "A.xlsx")
    good(tmp_path / "lain.xlsm")
    assert list(units(read(tmp_path / "*.xlsx", instrument=RUBRIC))) == ["Dinas A", "Dinas B"]
    good(tmp_path / "[1].xlsx")
    assert list(units(read(tmp_path / "[1].xlsx", instrument=RUBRIC))) == ["Dinas A"]
    assert files(refusal(tmp_path / "*.csv", instrument=RUBRIC)) == [("KP702", "*.csv")]


def test_what_is_no_workbook_in_a_folder_is_skipped_and_listed(tmp_path: Path) -> None:
    good(tmp_path / "a.xlsx")
    for name in ("~$b.xlsx", "._a.xlsx", ".hidden.xlsx", "surat.docx", "catatan.txt"):
        named(tmp_path / name, b"x")
    (tmp_path / "arsip.xlsx").mkdir()
    reading = read(tmp_path, instrument=RUBRIC)
    assert list(units(reading)) == ["Dinas A"]
    skipped = {name for code, name in files(remarks(reading, Level.NOTE)) if code == "KP714"}
    assert skipped == {"~$b.xlsx", "._a.xlsx", ".hidden.xlsx", "surat.docx", "catatan.txt", "arsip.xlsx"}
    told = {Path(p.where.file).name: p.facts["reason"] for p in reading.problems if p.where}
    assert told["arsip.xlsx"] == Term("skipped.folder")
    assert told["surat.docx"] == Term("skipped.no_workbook")


@pytest.mark.parametrize("name", ["lama.xls", "Dinkes.ods", "biner.xlsb", "mac.numbers"])
def test_a_workbook_of_another_program_in_a_folder_is_refused_and_not_passed_over(tmp_path: Path, name: str) -> None:
    good(tmp_path / "a.xlsx")
    named(tmp_path / name, b"x")
    assert files(refusal(tmp_path, instrument=RUBRIC)) == [("KP703", name)]


@pytest.mark.parametrize("inside", [[], ["surat.docx"], ["~$a.xlsx"]])
def test_a_folder_without_workbooks_is_refused(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        named(tmp_path / name, b"x")
    assert files(refusal(tmp_path, instrument=RUBRIC)) == [("KP722", tmp_path.name)]


def test_a_folder_without_workbooks_is_refused_even_beside_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    paths = [good(tmp_path / "a.xlsx"), tmp_path / "kosong"]
    assert files(refusal(*paths, instrument=RUBRIC)) == [("KP722", "kosong")]


def test_a_workbook_that_is_still_open_in_excel_is_read_with_a_warning(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    named(tmp_path / "~$a.xlsx", b"\x05Budi" + bytes(160))
    reading = read(path, instrument=RUBRIC)
    assert [(p.code, p.level, p.where and p.where.file) for p in remarks(reading)] == [
        ("KP723", Level.WARNING, str(path))
    ]


def test_an_owner_file_that_a_wildcard_named_is_skipped_and_listed(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    owner = named(tmp_path / "~$a.xlsx", b"\x05Budi" + bytes(160))
    reading = read(path, owner, instrument=RUBRIC)
    assert list(units(reading)) == ["Dinas A"]
    assert sorted(files(remarks(reading))) == [("KP714", "~$a.xlsx"), ("KP723", "a.xlsx")]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = good(tmp_path / "a.xlsx")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    reading = read(path, Path("a.xlsx"), tmp_path / "sub" / ".." / "a.xlsx", tmp_path, instrument=RUBRIC)
    assert only_unit(reading).answers == {"X.01": 2}
    assert len(reading.inputs) == 1


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
def test_a_link_to_a_file_that_is_named_too_is_read_once(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").symlink_to(path)
    assert len(read(tmp_path, instrument=RUBRIC).inputs) == 1


def test_several_files_together_are_one_assessment(tmp_path: Path) -> None:
    first = good(tmp_path / "a.xlsx")
    second = good(tmp_path / "b.xlsx", OTHER_ROWS)
    third = write_csv(tmp_path / "c.csv", [["Unit", "Kode", "Jawaban"], ["Dinas C", "X.01", 1]])
    reading = read(third, first, second, instrument=RUBRIC)
    assert list(units(reading)) == ["Dinas C", "Dinas A", "Dinas B"]
    assert kepatuhan.score(reading.instrument, reading.units).institution.units == 3


def test_an_input_is_told_with_the_hash_of_its_bytes_and_never_changed(tmp_path: Path) -> None:
    paths = [good(tmp_path / "a.xlsx"), write_csv(tmp_path / "b.csv", OTHER_ROWS)]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    reading = read(*paths, instrument=RUBRIC)
    refusal(*paths, instrument=one_indicator("ya-tidak"))
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths] == before
    assert [entry.sha256 for entry in reading.inputs] == [hashlib.sha256(content).hexdigest() for content, _ in before]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.csv"]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a list of open files")
@pytest.mark.parametrize("value", [2, Formula("1+1", 2), "dua"])
def test_no_file_is_left_open_after_reading(tmp_path: Path, value: object) -> None:
    path = good(tmp_path / "a.xlsx", [["Unit", "X.01"], ["A", value]])
    outcome = attempt(path, instrument=RUBRIC)
    still_open = [str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    assert outcome
    assert str(path) not in still_open


# Files that are no workbooks


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xlsx", b"", "file.empty"),
        ("a.csv", b"", "file.empty"),
        ("a.xlsx", OLE, "file.locked_or_old"),
        ("a.xls", OLE, "file.locked_or_old"),
        ("a.xlsm", OLE, "file.locked_or_old"),
        ("a.xlsx", HTML, "file.web_page"),
        ("a.xlsx", b"\r\n  " + HTML, "file.web_page"),
        ("a.xlsx", b"%PDF-1.7 x", "file.pdf"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n", "file.image"),
        ("a.xlsx", b"Unit;X.01\nDinas A;2\n", "file.no_xlsx"),
        ("a.csv", b"%PDF-1.7 x", "file.no_csv"),
        ("a.csv", OLE, "file.no_csv"),
        ("a.ods", b"PK\x03\x04", "file.other_workbook"),
        ("a.docx", b"PK\x03\x04", "file.other"),
        ("a", b"PK\x03\x04", "file.other"),
    ],
)
def test_what_is_no_workbook_is_refused_with_what_it_is(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (problem,) = refusal(named(tmp_path / name, content), instrument=RUBRIC)
    assert (problem.code, problem.facts["reason"]) == ("KP703", Term(reason))


def test_a_workbook_that_is_called_csv_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx").rename(tmp_path / "a.csv")
    assert files(refusal(path, instrument=RUBRIC)) == [("KP703", "a.csv")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    (problem,) = refusal(tmp_path / "a.xlsx", instrument=RUBRIC)
    assert (problem.code, problem.facts["reason"]) == ("KP703", Term("file.no_file"))


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    content = good(tmp_path / "a.xlsx").read_bytes()
    for length in (5, 30, len(content) // 2, len(content) - 10, len(content) - 1):
        assert files(refusal(named(tmp_path / "b.xlsx", content[:length]), instrument=RUBRIC)) == [("KP704", "b.xlsx")]


@pytest.mark.parametrize("names", [[], ["word/document.xml"], ["[Content_Types].xml"], ["xl/worksheets/sheet1.xml"]])
def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path, names: list[str]) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    (problem,) = refusal(tmp_path / "a.xlsx", instrument=RUBRIC)
    assert (problem.code, problem.facts["reason"]) == ("KP703", Term("file.no_xlsx"))


@settings(max_examples=60, deadline=None)
@given(noise=st.binary(max_size=300))
def test_noise_behind_the_signature_of_a_workbook_is_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes
) -> None:
    path = named(tmp_path_factory.getbasetemp() / "noise.xlsx", b"PK\x03\x04" + noise)
    assert files(refusal(path, instrument=RUBRIC)) == [("KP704", "noise.xlsx")]


@pytest.mark.parametrize("seed", range(4))
def test_a_workbook_with_flipped_bytes_is_read_or_refused_and_never_makes_the_reader_fail(
    tmp_path: Path, seed: int
) -> None:
    content = good(tmp_path / "a.xlsx").read_bytes()
    dice = random.Random(seed)
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(dice.randint(1, 6)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        assert attempt(named(tmp_path / "b.xlsx", bytes(damaged)), instrument=RUBRIC)


PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
)
SPLICES = (
    "",
    "<",
    ">",
    '"',
    "0",
    "-1",
    "x",
    "&",
    "1E999",
    "NaN",
    '<c r="A1">',
    "</row>",
    '<row r="0">',
    't="s"',
    's="99"',
)


@pytest.mark.parametrize("part", PARTS)
def test_a_workbook_with_damaged_xml_is_read_or_refused_and_never_makes_the_reader_fail(
    tmp_path: Path, part: str
) -> None:
    whole = good(tmp_path / "a.xlsx", [["Unit", "X.01"], ["A", 2], ["B", Formula("1+1", 2)], ["C", "2"]])
    dice = random.Random(part)
    for _ in range(80):
        path = tmp_path / "b.xlsx"
        shutil.copy(whole, path)

        def damage(xml: str) -> str:
            start = dice.randrange(len(xml))
            return xml[:start] + dice.choice(SPLICES) + xml[start + dice.randint(0, 12) :]

        rewrite_part(path, part, damage)
        assert attempt(path, instrument=RUBRIC)


# Workbooks that are odd but whole


def test_a_workbook_that_lacks_one_of_its_sheets_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Satu": ROWS, "Dua": OTHER_ROWS})
    rewrite_package(path, lambda name, content: None if name == "xl/worksheets/sheet2.xml" else content)
    assert {Path(problem.where.file).name for problem in refusal(path, instrument=RUBRIC) if problem.where} == {
        "a.xlsx"
    }


def test_a_workbook_in_the_strict_form_is_read_like_any_other(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    strict = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006": b"http://purl.oclc.org/ooxml/officeDocument",
    }

    def converted(_: str, content: bytes) -> bytes:
        for transitional, replacement in strict.items():
            content = content.replace(transitional, replacement)
        return content

    rewrite_package(path, converted)
    assert only_unit(read(path, instrument=RUBRIC)).answers == {"X.01": 2}


@pytest.mark.parametrize("stated", ["A1", "A1:A1", "A1:XFD1048576", "B2:C3"])
def test_the_size_that_a_sheet_states_is_not_believed(tmp_path: Path, stated: str) -> None:
    path = good(tmp_path / "a.xlsx", [*ROWS, *OTHER_ROWS[1:]])
    rewrite_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace('<dimension ref="A1:B3" />', f'<dimension ref="{stated}"/>'),
    )
    assert list(units(read(path, instrument=RUBRIC))) == ["Dinas A", "Dinas B"]


def test_rows_that_stand_out_of_order_are_refused_and_not_lost(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx", [*ROWS, *OTHER_ROWS[1:]])

    def turned(xml: str) -> str:
        first, second = xml.index('<row r="2"'), xml.index('<row r="3"')
        end = xml.index("</sheetData>")
        return xml[:first] + xml[second:end] + xml[first:second] + xml[end:]

    rewrite_part(path, "xl/worksheets/sheet1.xml", turned)
    (problem,) = refusal(path, instrument=RUBRIC)
    assert (problem.code, problem.facts["reference"]) == ("KP705", "2")


def test_a_row_and_a_cell_without_an_address_stand_where_they_follow(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx", [["Unit", "X.01"], ["Dinas A", 9]])

    def without(xml: str) -> str:
        for mark in (' r="1"', ' r="2"', ' r="A1"', ' r="B1"', ' r="A2"', ' r="B2"'):
            xml = xml.replace(mark, "")
        return xml

    rewrite_part(path, "xl/worksheets/sheet1.xml", without)
    assert places(refusal(path, instrument=RUBRIC)) == [("KP802", "Jawaban!B2")]


def test_a_macro_workbook_is_read(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx").rename(tmp_path / "a.xlsm")
    assert only_unit(read(path, instrument=RUBRIC)).answers == {"X.01": 2}


# Text files


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_whatever_its_delimiter_and_unicode_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = [["Unit", "X.01"], ["Puskesmas Café", "87,88"], ["B", "12.5"]]
    path = write_csv(tmp_path / "a.csv", rows, delimiter=delimiter, encoding=encoding)
    reading = read(path, instrument=PERCENT)
    assert {name: unit.answers["X.01"] for name, unit in units(reading).items()} == {
        "Puskesmas Café": Fraction("87.88"),
        "B": Fraction("12.5"),
    }
    assert not reading.problems


@pytest.mark.parametrize(
    "content", ["sep=;\nUnit;X.01\nA;2\n", "sep=,\r\nUnit,X.01\r\nA,2\r\n", "SEP=|\nUnit|X.01\nA|2\n"]
)
def test_a_line_that_names_the_delimiter_is_believed_and_is_no_row(tmp_path: Path, content: str) -> None:
    reading = read(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)
    assert only_unit(reading).answers == {"X.01": 2}


@pytest.mark.parametrize(
    "content",
    [
        "Unit,X.01,Catatan\nA,2,ada; lengkap\n",
        "Unit,X.01,Catatan\nA,2,ada; lengkap; rapi\nB,1,belum\n",
        "Rekap; tahun 2024\nUnit,X.01\nA,2\n",
        "Unit\tX.01\tCatatan\nA\t2\tada; lengkap\n",
        "Unit;X.01;Catatan\nA;2;satu, dua, tiga, empat, lima\n",
        'Unit;X.01;Catatan\nA;"2";"a,b,c,d"\n',
        "Kabupaten Contoh, tahun 2024, semester 1, tahap 2\nUnit;X.01\nA;2\n",
    ],
)
def test_another_delimiter_inside_a_text_does_not_divide(tmp_path: Path, content: str) -> None:
    reading = read(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)
    assert units(reading)["A"].answers == {"X.01": 2}


def test_a_csv_file_with_decimal_commas_is_divided_at_the_semicolons(tmp_path: Path) -> None:
    content = "Unit;X.01\nA;87,88\nB;12,50\nC;99,99\n"
    reading = read(named(tmp_path / "a.csv", content.encode()), instrument=PERCENT)
    assert list(units(reading)) == ["A", "B", "C"]


@pytest.mark.parametrize(
    "above",
    ["Rekap, 2024\n", "Rekap, 2024\nKota A, Jawa\nBagian, semua\n", "a,b,c\n" * 20, "Kota A | 2024\n" * 9],
)
def test_titles_that_hold_other_delimiters_do_not_hide_the_one_of_the_table(tmp_path: Path, above: str) -> None:
    path = named(tmp_path / "a.csv", f"{above}Unit;X.01\nA;87,5\nB;12,5\n".encode())
    reading = read(path, instrument=PERCENT)
    assert [unit.answers["X.01"] for unit in reading.units] == [Fraction("87.5"), Fraction("12.5")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_line(tmp_path: Path, line_end: str) -> None:
    content = line_end.join(["Unit;X.01", "A;2", "B;9"])
    assert places(refusal(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)) == [("KP802", "B3")]


def test_cells_are_counted_as_excel_counts_them_after_a_line_break_inside_quotes(tmp_path: Path) -> None:
    content = 'Unit;Catatan;X.01\n"Dinas\nA";"x\ny";2\nB;z;9\n'
    assert places(refusal(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)) == [("KP802", "C3")]


def test_a_csv_file_in_the_old_windows_encoding_is_read_and_that_is_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Unit", "X.01"], ["Puskesmas Café", 2]], encoding="cp1252")
    reading = read(path, instrument=RUBRIC)
    assert list(units(reading)) == ["Puskesmas Café"]
    assert [(p.code, p.level, p.facts["encoding"]) for p in remarks(reading)] == [("KP724", Level.NOTE, "cp1252")]


def test_utf_8_with_a_damaged_letter_is_not_taken_for_the_old_encoding(tmp_path: Path) -> None:
    content = "Unit;X.01\nPuskesmas Café;2\n".encode() + b"Dinas \xc3;3\n"
    problems = refusal(named(tmp_path / "a.csv", content), instrument=RUBRIC)
    assert [(p.code, p.where.line if p.where else 0) for p in problems] == [("KP725", 3)]


@pytest.mark.parametrize(("written", "name"), [("_xD83D__xDE00_", "\U0001f600"), ("_xD83D_", "\ufffd")])
def test_half_a_character_is_shown_as_unreadable_and_two_halves_are_one(
    tmp_path: Path, written: str, name: str
) -> None:
    path = good(tmp_path / "a.xlsx", [["Unit", "X.01"], ["Dinas ?", 2]])
    for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        rewrite_part(path, part, lambda xml: xml.replace("Dinas ?", f"Dinas {written}"))
    assert list(units(read(path, instrument=RUBRIC))) == [f"Dinas {name}"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"Unit;X.01\nA;2\0\n", 2),
        (b"\xff\xfe" + "Unit;X.01\nA;2\n".encode("utf-16-le")[:-1], 2),
        (b"\xff\xfe" + "Unit;X.01\nA;2\n".encode("utf-16-le") + b"\x00\xd8\x00\x00", 3),
        (b"\xef\xbb\xbfUnit;X.01\nA\xff;2\n", 2),
        (b'Unit;X.01\nA;"2\nB;3\n', 2),
        (b'sep=;\nUnit;X.01\nA;1\nB;"2\nC;3\n', 4),
        (b'Unit;X.01\n"A\nA";1\nB;"2\nC;3\n', 4),
        (b'Unit;X.01\nA;"2"x\n', 2),
    ],
)
def test_a_text_that_cannot_be_divided_into_cells_is_refused_at_its_line(
    tmp_path: Path, content: bytes, line: int
) -> None:
    (problem,) = refusal(named(tmp_path / "a.csv", content), instrument=RUBRIC)
    assert problem.code == "KP725"
    assert problem.where is not None
    assert problem.where.line == line


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_does_not_say_so_is_read_and_that_is_said(tmp_path: Path, encoding: str) -> None:
    path = write_csv(tmp_path / "a.csv", [["Unit", "X.01"], ["Puskesmas Café", "87,5"]], encoding=encoding)
    reading = read(path, instrument=PERCENT)
    assert units(reading)["Puskesmas Café"].answers == {"X.01": Fraction("87.5")}
    assert [(p.code, p.level, p.facts["encoding"]) for p in remarks(reading)] == [("KP724", Level.NOTE, encoding)]


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [("Nilai tiap,unit\nUnit;X.01\nA;2\n", ";"), ("Nilai tiap;unit\nUnit\tX.01\nA\t2\nB\t1\n", "tab")],
)
def test_a_delimiter_that_is_not_certain_is_said_until_the_file_states_it(
    tmp_path: Path, content: str, delimiter: str
) -> None:
    reading = read(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)
    assert units(reading)["A"].answers == {"X.01": 2}
    assert [(p.code, p.level, p.facts["delimiter"]) for p in remarks(reading)] == [("KP784", Level.NOTE, delimiter)]
    stated = f"sep={content.splitlines()[1][4]}\n{content}"
    assert not read(named(tmp_path / "b.csv", stated.encode()), instrument=RUBRIC).problems


@pytest.mark.parametrize(("named_one", "meant"), [(",", ";"), (";", "tab"), ("|", ",")])
def test_a_line_that_names_the_wrong_delimiter_is_refused_with_the_right_one(
    tmp_path: Path, named_one: str, meant: str
) -> None:
    sign = "\t" if meant == "tab" else meant
    content = f"sep={named_one}\nRekap\nUnit{sign}X.01\nA{sign}2\n"
    (problem,) = refusal(named(tmp_path / "a.csv", content.encode()), instrument=RUBRIC)
    assert (problem.code, problem.where and problem.where.line) == ("KP758", 1)
    assert (problem.facts["written"], problem.facts["delimiter"]) == (named_one, meant)


TWO = instrument_of(
    """
components:
  - {id: "X.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "X.02", title: Dua, weight: 1, scale: rubrik}
"""
)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Unit;A\n\nKode;Uraian;Jawaban\nX.01;2\nX.02;apa;3\n", "B4"),
        ("Unit;Kode;Uraian;Jawaban\nA;X.01;apa;2\nA;X.02;3\n", "C3"),
    ],
)
def test_an_answer_that_stands_where_a_lost_cell_would_have_been_is_refused(
    tmp_path: Path, content: str, place: str
) -> None:
    assert places(refusal(named(tmp_path / "a.csv", content.encode()), instrument=TWO)) == [("KP783", place)]


@pytest.mark.parametrize("short", ["B;2", "B;-"])
def test_a_row_that_ends_before_the_last_answer_is_refused_where_it_ends(tmp_path: Path, short: str) -> None:
    content = f"Unit;X.01;X.02\nA;1;2\n{short}\n"
    if short == "B;-":
        assert "B" in units(read(named(tmp_path / "a.csv", content.encode()), instrument=TWO))
        return
    assert places(refusal(named(tmp_path / "a.csv", content.encode()), instrument=TWO)) == [("KP783", "B3")]


@pytest.mark.parametrize(
    "content",
    [
        "Unit;X.01;X.02;Catatan\nA;1;2\nB;2;;\n",
        "Unit;X.01;X.02\nA;1;2\nB\n\n",
        "Rekap\nUnit;X.01;X.02\nA;1;2\nB;;\nMengetahui\n",
        "Unit;A\n\nKode;Jawaban;Bukti\nX.01;2\nX.02\n",
        "Unit;A\n\nKode;Uraian;Jawaban 1;Jawaban 2\nX.01;apa;2\nX.02;apa\n",
    ],
)
def test_a_row_may_end_where_no_answer_can_be_lost(tmp_path: Path, content: str) -> None:
    assert "A" in units(read(named(tmp_path / "a.csv", content.encode()), instrument=TWO))


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(min_size=1, max_size=200)
    | st.text(alphabet='Unit;X.01\n",\t2=sep\ufeff\0', max_size=60).map(str.encode)
)
def test_no_content_of_a_csv_file_makes_the_reader_fail(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    assert attempt(named(tmp_path_factory.getbasetemp() / "any.csv", content), instrument=RUBRIC)


# Which instrument

ONE = instrument_of("components: [{id: 'A.01', title: Satu, scale: rubrik}]", name="satu")
ONE_WITH_DETAIL = instrument_of(
    """
components:
  - {id: "A.01", title: Satu, weight: 1, scale: rubrik}
  - {id: "A.02", title: Dua, weight: 1, scale: rubrik}
""",
    name="dua",
)
OTHER = instrument_of("components: [{id: 'B.01', title: Satu, scale: rubrik}]", name="lain")
A_ROWS: list[list[object]] = [["Unit", "A.01"], ["Dinas A", 2]]


def carrying(path: Path, instrument: str, fingerprint: str = "", rows: Rows = A_ROWS) -> Path:
    """A workbook with the hidden sheet by which it says what it was made for."""
    return write_xlsx(path, {"Jawaban": rows, "kepatuhan": identity(instrument, fingerprint)}, hidden=["kepatuhan"])


def test_a_workbook_is_read_with_the_instrument_that_it_names(tmp_path: Path) -> None:
    library = library_of(OTHER, replace(ONE, id="kembar"), ONE)
    reading = read(carrying(tmp_path / "a.xlsx", "satu", ONE.fingerprint), library=library)
    assert reading.instrument is ONE
    assert not reading.problems


def test_the_bundled_instrument_that_a_workbook_names_is_found(tmp_path: Path) -> None:
    path = carrying(tmp_path / "a.xlsx", "ombudsman-2022", rows=[["Unit", "nilai"], ["DPMPTSP", 82.7]])
    assert read(path).instrument.id == "ombudsman-2022"


def test_a_workbook_of_another_instrument_is_refused_by_name(tmp_path: Path) -> None:
    path = carrying(tmp_path / "a.xlsx", "ombudsman-2022")
    (problem,) = refusal(path, instrument=ONE)
    assert (problem.code, problem.where and problem.where.file) == ("KP716", str(path))
    assert (problem.facts["carried"], problem.facts["wanted"]) == ("ombudsman-2022", "satu")


def test_a_workbook_with_another_fingerprint_is_read_with_a_warning(tmp_path: Path) -> None:
    path = carrying(tmp_path / "a.xlsx", "satu", "0" * 64)
    for chosen in (read(path, instrument=ONE), read(path, library=library_of(ONE))):
        assert only_unit(chosen).answers == {"A.01": 2}
        assert [(p.code, p.level) for p in remarks(chosen)] == [("KP717", Level.WARNING)]


def test_a_workbook_of_an_instrument_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    (problem,) = refusal(carrying(tmp_path / "a.xlsx", "hilang"), library=library_of(ONE, OTHER))
    assert (problem.code, problem.facts["carried"], problem.facts["known"]) == ("KP719", "hilang", ("satu", "lain"))


@pytest.mark.parametrize("version", [2, "2", 99])
def test_a_workbook_of_a_newer_format_is_refused(tmp_path: Path, version: object) -> None:
    sheets: dict[str, Rows] = {"Jawaban": A_ROWS, "kepatuhan": identity("satu", version=version)}
    (problem,) = refusal(write_xlsx(tmp_path / "a.xlsx", sheets, hidden=["kepatuhan"]), instrument=ONE)
    assert (problem.code, problem.facts["version"], problem.facts["known"]) == ("KP720", str(version), 1)


def test_a_workbook_of_a_newer_format_does_not_hide_what_is_wrong_with_other_files(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Jawaban": A_ROWS, "kepatuhan": identity("satu", version=2)}
    newer = write_xlsx(tmp_path / "baru.xlsx", sheets, hidden=["kepatuhan"])
    found = files(refusal(newer, named(tmp_path / "kosong.xlsx", b""), instrument=ONE))
    assert sorted(found) == [("KP703", "kosong.xlsx"), ("KP720", "baru.xlsx")]


def test_workbooks_of_two_instruments_are_refused_together(tmp_path: Path) -> None:
    paths = [carrying(tmp_path / "a.xlsx", "satu"), carrying(tmp_path / "b.xlsx", "lain")]
    assert files(refusal(*paths, library=library_of(ONE, OTHER))) == [("KP729", "a.xlsx"), ("KP729", "b.xlsx")]


def test_a_workbook_that_names_no_instrument_goes_with_one_that_does(tmp_path: Path) -> None:
    named_one = carrying(tmp_path / "a.xlsx", "satu")
    plain = write_csv(tmp_path / "b.csv", [["Unit", "A.01"], ["Dinas B", 1]])
    reading = read(plain, named_one, library=library_of(ONE, replace(ONE, id="kembar")))
    assert (reading.instrument.id, list(units(reading))) == ("satu", ["Dinas B", "Dinas A"])


def test_sheets_that_the_workbook_says_are_no_answers_are_not_read_and_copies_of_unit_sheets_are(
    tmp_path: Path,
) -> None:
    def form(unit: str | None) -> Rows:
        return [["Unit", unit], ["Kode", "Jawaban"], ["A.01", 2]]

    sheets: dict[str, Rows] = {
        "Rekap": [["Unit", "nilai"], ["Dinas A", 66.67]],
        "Petunjuk": [["Isi lembar berikut"]],
        "Dinas A": form("Dinas A"),
        "Dinas A (2)": form("Dinas B"),
        "Dinas C": form(None),
        "kepatuhan": identity("satu", ONE.fingerprint, not_answers=["Rekap", "Petunjuk"]),
    }
    reading = read(write_xlsx(tmp_path / "a.xlsx", sheets, hidden=["kepatuhan"]), library=library_of(ONE))
    assert list(units(reading)) == ["Dinas A", "Dinas B", "Dinas C"]
    assert all(not unit.direct for unit in reading.units)
    assert not reading.problems


def test_a_copied_unit_sheet_whose_unit_was_not_renamed_is_refused(tmp_path: Path) -> None:
    form: Rows = [["Unit", "Dinas A"], ["Kode", "Jawaban"], ["A.01", 2]]
    sheets: dict[str, Rows] = {"Dinas A": form, "Dinas A (2)": form, "kepatuhan": identity("satu")}
    problems = refusal(write_xlsx(tmp_path / "a.xlsx", sheets, hidden=["kepatuhan"]), library=library_of(ONE))
    assert [(p.code, address(p), p.facts["other"]) for p in problems] == [("KP812", "Dinas A (2)!B3", "Dinas A!B3")]


def test_a_workbook_that_names_none_is_read_with_the_only_instrument_that_fits(tmp_path: Path) -> None:
    library = library_of(OTHER, ONE, ONE_WITH_DETAIL)
    assert read(good(tmp_path / "a.xlsx", A_ROWS), library=library).instrument is ONE
    both = [["Unit", "A.01", "A.02"], ["Dinas A", 2, 3]]
    assert read(good(tmp_path / "b.xlsx", both), library=library).instrument is ONE_WITH_DETAIL
    form = [["Kode", "Jawaban"], ["B.01", 2]]
    assert read(good(tmp_path / "c.xlsx", form), library=library).instrument is OTHER


def test_all_files_together_decide_which_instrument_fits(tmp_path: Path) -> None:
    paths = [good(tmp_path / "a.xlsx", A_ROWS), good(tmp_path / "b.xlsx", [["Unit", "A.02"], ["Dinas A", 1]])]
    assert read(*paths, library=library_of(ONE, ONE_WITH_DETAIL)).instrument is ONE_WITH_DETAIL


def test_several_instruments_that_fit_are_listed(tmp_path: Path) -> None:
    library = library_of(OTHER, ONE, replace(ONE, id="kembar"))
    (problem,) = refusal(good(tmp_path / "a.xlsx", A_ROWS), library=library)
    assert (problem.code, problem.facts["fitting"]) == ("KP718", ("satu", "kembar"))


def test_scores_of_whole_units_fit_every_instrument(tmp_path: Path) -> None:
    (problem,) = refusal(good(tmp_path / "a.xlsx", [["Unit", "nilai"], ["A", 80]]), library=library_of(ONE, OTHER))
    assert (problem.code, problem.facts["fitting"]) == ("KP718", ("satu", "lain"))


@pytest.mark.parametrize(
    "rows", [[["Unit", "A.01", "B.01"], ["A", 1, 2]], [["Unit", "Kode", "Jawaban"], ["A", "Z.01", 2]]]
)
def test_where_no_instrument_fits_that_is_said_with_those_there_are(tmp_path: Path, rows: Rows) -> None:
    problems = refusal(good(tmp_path / "a.xlsx", rows), library=library_of(ONE, OTHER))
    assert [(p.code, p.facts.get("known")) for p in problems] == [("KP731", ("satu", "lain"))]


def test_where_one_instrument_nearly_fits_what_is_missing_is_named(tmp_path: Path) -> None:
    rows = [["Unit", "A.02"], ["Dinas A", 2]]
    (problem,) = refusal(good(tmp_path / "a.xlsx", rows), library=library_of(OTHER, ONE_WITH_DETAIL))
    assert (problem.code, problem.facts["missing"]) == ("KP712", ("A.01",))


def test_a_workbook_that_nothing_is_known_of_is_refused_with_the_layouts(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx", [["Halo"], ["apa kabar"]])
    assert files(refusal(path, library=library_of(ONE, OTHER))) == [("KP707", "a.xlsx")]


def test_hidden_sheets_do_not_decide_which_instrument_fits(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Jawaban": A_ROWS, "Lama": [["Unit", "B.01"], ["X", 1]]}, hidden=["Lama"])
    assert read(path, library=library_of(ONE, OTHER)).instrument is ONE


# The examples that ship with the package


@pytest.fixture(scope="module")
def bundled() -> Instrument:
    return kepatuhan.load_instrument("ombudsman-2022")


@pytest.mark.parametrize(("name", "count", "score"), [("bekasi-2022.xlsx", 7, "73.02"), ("units.xlsx", 7, "87.88")])
def test_the_example_workbooks_are_read_without_a_remark(
    bundled: Instrument, name: str, count: int, score: str
) -> None:
    reading = read(Path(__file__).parents[2] / "examples" / name)
    assert reading.instrument == bundled
    assert (len(reading.units), reading.problems) == (count, ())
    assert str(kepatuhan.score(reading.instrument, reading.units).institution.score) == score
