"""The reader of .xlsx against two witnesses: the program that wrote the cells, and openpyxl that reads them too."""

import datetime
import io
import re
import zipfile
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan.problems import Problem, ProblemsFound, Term
from kepatuhan.workbook.cells import Cell, Kind, Row, cell_name
from kepatuhan.workbook.formats import date_text, is_date, is_percent
from kepatuhan.workbook.xlsx_reader import open_xlsx

FORMATS = ["General", "0", "0.00", "0%", "0.0%", "yyyy-mm-dd", "dd/mm/yyyy hh:mm", "@", '0 "%"', "[Red]0.00", "[h]:mm"]
ERRORS = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"]
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=12
).filter(lambda text: not re.search(r"_x[0-9A-Fa-f]{4}_", text))
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12, allow_nan=False) | st.sampled_from([0.1 + 0.2, 1e300])
VALUES = st.one_of(
    TEXTS.map(lambda text: ("text", text)),
    NUMBERS.map(lambda number: ("number", number)),
    st.booleans().map(lambda truth: ("truth", truth)),
    st.tuples(st.just("formula"), NUMBERS | TEXTS | st.booleans() | st.sampled_from(ERRORS)),
)
Placed = dict[tuple[int, int], tuple[tuple[str, Any], str]]


def within_a_calendar(cell: tuple[tuple[str, Any], str]) -> tuple[tuple[str, Any], str]:
    """Numbers that are shown as dates are kept to dates there are: openpyxl stops at others."""
    (kind, value), number_format = cell
    if is_date(number_format) and not isinstance(value, str | bool):
        value = abs(value) % 50_000
    return (kind, value), number_format


SHEETS = st.dictionaries(
    st.tuples(st.integers(1, 30), st.integers(1, 40)),
    st.tuples(VALUES, st.sampled_from(FORMATS)).map(within_a_calendar),
    max_size=25,
)


def written(cells: Placed, *, inline: bool = False) -> bytes:
    """A workbook of one sheet, by a program that stores results beside formulas."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "constant_memory": inline})
    sheet = book.add_worksheet("Jawaban")
    formats = {name: book.add_format({"num_format": name}) for name in FORMATS}
    for (row, column), ((kind, value), number_format) in sorted(cells.items()):
        style = formats[number_format]
        if kind == "text":
            sheet.write_string(row - 1, column - 1, value, style)
        elif kind == "number":
            sheet.write_number(row - 1, column - 1, value, style)
        elif kind == "truth":
            sheet.write_boolean(row - 1, column - 1, value, style)
        else:
            sheet.write_formula(row - 1, column - 1, "=A1&B1", style, value)
    book.close()
    return stream.getvalue()


def read(content: bytes) -> dict[tuple[int, int], Cell]:
    (sheet,) = open_xlsx(content, "uji.xlsx")
    return {(row.number, cell.column): cell for row in sheet.rows() for cell in row.cells}


@settings(max_examples=150, deadline=None)
@given(cells=SHEETS, inline=st.booleans())
def test_every_cell_is_read_as_openpyxl_reads_it(cells: Placed, inline: bool) -> None:
    content = written(cells, inline=inline)
    ours = read(content)
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Jawaban"]
    theirs = {(cell.row, cell.column): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert set(ours) == set(theirs) == set(cells)
    for place, cell in theirs.items():
        mine, value = ours[place], cell.value
        if isinstance(value, bool):
            assert (mine.kind, mine.value) == (Kind.TRUTH, value)
        elif isinstance(value, int | float):
            assert mine.kind is Kind.NUMBER
            assert isinstance(mine.value, int | Fraction)
            assert mine.value == Fraction(format(value, ".15g"))
            assert is_percent(mine.number_format) == is_percent(cell.number_format)
        elif isinstance(value, datetime.datetime | datetime.date | datetime.time | datetime.timedelta):
            assert mine.kind is Kind.DATE
        elif cell.data_type == "e":
            assert (mine.kind, mine.value) == (Kind.ERROR, value)
        else:
            assert (mine.kind, mine.value) == (Kind.TEXT, value)


@settings(max_examples=60, deadline=None)
@given(cells=SHEETS)
def test_what_was_written_is_what_is_read(cells: Placed) -> None:
    ours = read(written(cells))
    assert set(ours) == set(cells)
    for place, ((kind, value), number_format) in cells.items():
        if kind == "text":
            assert (ours[place].kind, ours[place].value) == (Kind.TEXT, value)
        elif kind == "truth":
            assert (ours[place].kind, ours[place].value) == (Kind.TRUTH, value)
        elif kind == "number":
            assert ours[place].kind is (Kind.DATE if is_date(number_format) else Kind.NUMBER)


# The same sheet, written in the other ways that the format allows

SHEET = "xl/worksheets/sheet1.xml"
TWO_ROWS: Placed = {
    (1, 1): (("text", "Unit"), "General"),
    (1, 2): (("text", "X.01"), "General"),
    (2, 1): (("text", "Dinas A"), "General"),
    (2, 2): (("number", 2.5), "0%"),
    (3, 2): (("formula", "ya"), "General"),
}


def changed(content: bytes, part: str, change: Any) -> bytes:
    """The workbook with another text in one of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name).decode()) if name == part else old.read(name))
    return stream.getvalue()


def without_addresses(xml: str) -> str:
    return re.sub(r'(<(?:row|c)\b[^>]*?) r="[A-Z0-9]+"', r"\1", xml)


def in_utf_16(xml: str) -> bytes:
    return xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def with_prefix(xml: str) -> str:
    return re.sub(r"<(/?)(?!\?)(\w)", r"<\1x:\2", xml).replace("xmlns=", "xmlns:x=")


@pytest.mark.parametrize("change", [with_prefix, in_utf_16, lambda xml: xml.replace("<row ", "\n <row ")])
def test_prefixes_encodings_and_line_breaks_change_nothing(change: Any) -> None:
    content = written(TWO_ROWS)
    assert read(changed(content, SHEET, change)) == read(content)


def test_rows_and_cells_without_addresses_follow_each_other() -> None:
    content = written({place: cell for place, cell in TWO_ROWS.items() if place[0] < 3})
    assert read(changed(content, SHEET, without_addresses)) == read(content)


def test_rich_text_is_read_whole_and_phonetic_hints_are_left_out() -> None:
    rich = '<si><r><t>Dinas </t></r><r><rPr><b/></rPr><t xml:space="preserve">A</t></r><rPh><t>hint</t></rPh></si>'
    content = changed(
        written(TWO_ROWS), "xl/sharedStrings.xml", lambda xml: xml.replace("<si><t>Dinas A</t></si>", rich)
    )
    assert read(content)[2, 1].value == "Dinas A"


def test_characters_that_xml_cannot_hold_are_read_as_what_they_stand_for() -> None:
    content = changed(written(TWO_ROWS), "xl/sharedStrings.xml", lambda xml: xml.replace("Dinas A", "A_x000D_B_x005F_"))
    assert read(content)[2, 1].value == "A\rB_"


def test_parts_are_found_by_the_relations_of_the_package_and_not_by_their_names() -> None:
    content, stream = written(TWO_ROWS), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(b"worksheets/sheet1.xml", b"Lembar/Satu.XML")
            new.writestr(name.replace("worksheets/sheet1.xml", "lembar/satu.xml"), text)
    assert read(stream.getvalue()) == read(content)


# What cannot be vouched for


def refused(content: bytes) -> Problem:
    try:
        for sheet in open_xlsx(content, "uji.xlsx"):
            list(sheet.rows())
    except ProblemsFound as found:
        (problem,) = found.problems
        return problem
    raise AssertionError("read without an error")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('<row r="2"', '<row r="9"', "cells.no_address"),  # of the cells in it
        ('<row r="2"', '<row r="1"', "cells.order"),
        ('<c r="B1"', '<c r="A1"', "cells.order"),
        ('<c r="A1"', '<c r="C1"', "cells.order"),
        ('<c r="B1"', '<c r="B7"', "cells.no_address"),
        ('<c r="B1"', '<c r="XFE1"', "cells.no_address"),
        ('<c r="B1"', '<c r="1"', "cells.no_address"),
        ('<c r="B1"', '<c r="b1"', "cells.no_address"),
        ('<row r="2"', '<row r="1048577"', "cells.no_address"),
        ('<row r="2"', '<row r="-2"', "cells.no_address"),
        ('<row r="2"', '<row r="x"', "cells.no_address"),
    ],
)
def test_cells_out_of_order_twice_or_nowhere_are_refused(old: str, new: str, reason: str) -> None:
    content = changed(written(TWO_ROWS), SHEET, lambda xml: xml.replace(old, new))
    problem = refused(content)
    assert (problem.code, problem.facts["reason"]) == ("KP705", Term(reason))
    assert problem.where is not None
    assert problem.where.sheet == "Jawaban"


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace("<v>0</v>", "<v>99</v>"),  # a shared text that is not there
        lambda xml: xml.replace("<v>0</v>", "<v>-1</v>"),
        lambda xml: re.sub(r's="\d"', 's="99"', xml),
        lambda xml: xml.replace('t="s"', 't="q"'),
        lambda xml: xml.replace("<sheetData>", "<sheetData><c/>"),
        lambda xml: xml.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1),
        lambda xml: xml.replace("worksheet", "chartsheet"),
        lambda xml: xml[:-20],
    ],
)
def test_a_damaged_sheet_is_refused(change: Any) -> None:
    cells = {**TWO_ROWS, (2, 2): (("number", 2.5), "0%")}
    problem = refused(changed(written(cells), SHEET, change))
    assert problem.code in ("KP704", "KP705")
    assert isinstance(problem.facts["reason"], Term)  # words for people, never the name of an exception


@pytest.mark.parametrize("number", ["NaN", "INF", "-INF", "1E+400", "9" * 400, "1_000", "0x10", "١"])
def test_a_stored_number_that_is_none_is_kept_apart_with_its_address(number: str) -> None:
    content = changed(written(TWO_ROWS), SHEET, lambda xml: xml.replace("<v>2.5</v>", f"<v>{number}</v>"))
    assert read(content)[2, 2] == Cell(2, Kind.NO_NUMBER, number[:20])


def test_a_formula_without_a_stored_result_is_no_blank() -> None:
    content = written(TWO_ROWS)
    for change in (
        lambda xml: xml.replace("<v>ya</v>", ""),
        lambda xml: xml.replace("<v>ya</v>", "<v></v>").replace('t="str"', ""),
    ):
        assert read(changed(content, SHEET, change))[3, 2] == Cell(2, Kind.UNCALCULATED, "=A1&B1")
    empty = changed(content, SHEET, lambda xml: xml.replace("<v>ya</v>", "<v></v>"))
    assert read(empty)[3, 2] == Cell(2, Kind.TEXT, "")


def test_a_sheet_that_the_workbook_declares_must_be_there() -> None:
    content, stream = written(TWO_ROWS), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
    problem = refused(stream.getvalue())
    assert (problem.code, problem.facts["reason"]) == ("KP704", Term("package.part"))
    unrelated = changed(content, "xl/workbook.xml", lambda xml: xml.replace("rId1", "rId77"))
    assert refused(unrelated).code == "KP704"


def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO(written(TWO_ROWS))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(SHEET.upper(), "<worksheet/>")
    problem = refused(stream.getvalue())
    assert (problem.code, problem.facts["reason"]) == ("KP704", Term("package.twice"))


def test_a_package_that_would_unpack_without_end_is_refused_before_it_is_unpacked() -> None:
    content = bytearray(written(TWO_ROWS))
    entry = content.rindex(SHEET.encode()) - 46  # its record in the directory at the end of the zip
    content[entry + 24 : entry + 28] = (0xFFFFFFF0).to_bytes(4, "little")
    problem = refused(bytes(content))
    assert (problem.code, problem.facts["what"]) == ("KP764", Term("limit.ratio"))


# Number formats


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "[Red]0%", "0%;-0%", "_(0%_)"])
def test_a_percentage_is_seen(number_format: str) -> None:
    assert is_percent(number_format)
    assert not is_date(number_format)


@pytest.mark.parametrize("number_format", ['0 "%"', "0\\%", "General", "@", "0.00", '#,##0 "hari"', '0" dari 100 (%)"'])
def test_a_quoted_or_escaped_sign_makes_neither_percentage_nor_date(number_format: str) -> None:
    assert not is_percent(number_format)
    assert not is_date(number_format)


@pytest.mark.parametrize("number_format", ["d-mmm", "[$-421]dd mmmm yyyy", "[h]:mm:ss", "mm:ss", "yyyy", "h AM/PM"])
def test_a_date_is_seen(number_format: str) -> None:
    assert is_date(number_format)


@pytest.mark.parametrize(
    ("number_format", "value", "percent"),
    [
        ("0%;0.0", 1, True),
        ("0%;0.0", 0, True),
        ("0%;0.0", -1, False),
        ("0.0;0%", -1, True),
        ("0.0;0.0;0%", 0, True),
        ("0.0;0.0;0%", 1, False),
        ("[<=1]0%;0.0", Fraction(9, 10), True),
        ("[<=1]0%;0.0", 85, False),
        ("[>1]0.0;0%", Fraction(9, 10), True),
        ("[>1]0.0;[<0]0.0;0%", Fraction(9, 10), True),
        ('"a;b"0;0%', 1, False),
        ("0.0;0.0;0.0;@%", 1, False),
    ],
)
def test_the_section_of_a_format_that_is_for_the_number_decides(number_format: str, value: Any, percent: bool) -> None:
    assert is_percent(number_format, value) is percent


@pytest.mark.parametrize(
    "number_format", ["0 d", "# hari", '0"hari', "0.0 m", '0;0;0;"d"@', "@ d", "[Red]0 s", "? y", "0.00E+00 m"]
)
def test_letters_beside_a_number_make_no_date(number_format: str) -> None:
    assert not is_date(number_format)


@pytest.mark.parametrize("number_format", ["mm:ss.0", "[s].000", "h:mm:ss.00", "d;@", "General;d"])
def test_fractions_of_seconds_and_other_sections_leave_a_date_a_date(number_format: str) -> None:
    assert is_date(number_format, -1 if number_format == "General;d" else 1)


@pytest.mark.parametrize(
    ("serial", "since_1904", "shown"),
    [
        (46115, False, "2026-04-03"),
        (1, False, "1900-01-01"),
        (61, False, "1900-03-01"),
        (Fraction(1, 2), False, "12:00:00"),
        (Fraction(92231, 2), False, "2026-04-03 12:00:00"),
        (44653, True, "2026-04-03"),
        (10**12, False, "1000000000000"),
    ],
)
def test_a_date_is_named_as_excel_shows_it(serial: Any, since_1904: bool, shown: str) -> None:
    assert date_text(serial, since_1904) == shown


def test_a_hostile_number_format_takes_no_time() -> None:
    assert not is_date("[" * 200_000)
    assert not is_percent('"' * 200_000)


def test_rows_are_given_as_they_come_and_not_all_at_once() -> None:
    cells: Placed = {(row, 1): (("number", row), "General") for row in range(1, 31)}
    (sheet,) = open_xlsx(written(cells), "uji.xlsx")
    rows = sheet.rows()
    assert next(rows) == Row(1, [Cell(1, Kind.NUMBER, 1, "General")])
    assert cell_name(next(rows).number, 1) == "A2"
