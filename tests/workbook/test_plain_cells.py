"""Plain rows are read apart from the XML parser: whatever stands in a sheet, both ways give the same."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan.problems import ProblemsFound
from kepatuhan.workbook import package, worksheet
from kepatuhan.workbook.plain_cells import Declined, PlainCells
from kepatuhan.workbook.xlsx_reader import open_xlsx
from tests.workbook.test_reader import SHEETS, Placed, changed, written

NO_ROW = re.compile(b"(?!)")
BOOK = written({(1, 1): (("text", "ya"), "General"), (1, 2): (("number", 0.5), "0%"), (1, 3): (("text", "x"), "0")})

PIECES = [
    *('<c r="A1"><v>3</v></c>', '<c r="A2"><v>3</v></c>', '<c r="B2" s="1"><v>1.50</v></c>', '<c r="B2" s="2"/>'),
    *('<c r="C2" t="s"><v>0</v></c>', '<c r="C2" t="s"><v>9</v></c>', '<c r="D2" t="inlineStr"><is><t>a</t></is></c>'),
    *(
        '<c r="D2" t="n"><is><t>a</t></is></c>',
        '<c r="E2" t="str"><v></v></c>',
        '<c r="E2"><v/></c>',
        "<c><v>1</v></c>",
    ),
    *('<c r="F2" t="b"><v>1</v></c>', '<c r="F2" t="b"><v>2</v></c>', '<c r="G2" t="e"><v>#N/A</v></c>'),
    *(
        '<c r="H2"><f>A1</f></c>',
        '<c r="H2"><f>A1</f><v>2</v></c>',
        '<c r="XFE2"><v>1</v></c>',
        '<c r="I02"><v>1</v></c>',
    ),
    *('<c r="H2"><f aca="false">IF(B2&gt;0,"a",1)</f><v>2</v></c>', '<c r="H2" t="str"><f>A1&amp;""</f><v></v></c>'),
    *('<c r="H2"><f>A1&lt;2</f><v></v></c>', '<c r="H2"><f/></c>', '<c r="H2"><f>A1</f><f>A1</f><v>2</v></c>'),
    *(
        '<c r="H2"><f t="shared" ref="H2:H9" si="0">A12"</f><v>2</v></c>',
        '<c r="I2"><f t="shared" si="0"/><v>2</v></c>',
    ),
    *('<c r="H2"><f>A1</f><v>2</v><f>A1</f><v>2</v></c>', '<c r="I2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    *('<c r="I2"><f>A1</f><v/></c>', "<f>A1</f>", "<f>A1&nbsp;</f><v>", '<c r="I2"><f>A1&nbsp;</f><v>1</v></c>'),
    *('<c r="J2" s="12"><v>1</v></c>', '<c r="J2" s="0" s="0"><v>1</v></c>', '<c r="K2" t="s"><v>-1</v></c>'),
    *('<c r="L2" t="inlineStr"><is><t>a 2" b</t></is></c>', "<!--", "-->", "<![CDATA[", "]]>", "</row>", '<row r="3">'),
    *(
        '<row r="2"/>',
        '<c r="A3"><v>1</v></c>',
        "&amp;",
        "\n",
        "</c>",
        "é",
        '<c r="M2"><v>1e999</v></c>',
        '<c r="A2" />',
    ),
    *('<c r="N2" t="inlineStr"><is><t>é</t></is></c>', '<c r="O2" t="inlineStr"><is><t>_x0041_</t></is></c>'),
    *('<c r="P2" t="str"><v>a]]>b</v></c>', "<v>", "</v>", "<rPh>", '<row r="2" hidden="1" r="2">', '<row r="4" a=">'),
]


def rows(content: bytes, is_plain: bool, chunk: int = 1 << 16) -> Any:
    """The rows of the first sheet, or what is wrong with it; without the plain way unless ``is_plain``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "_CHUNK", chunk)
        if not is_plain:
            patch.setattr(worksheet, "ROW", NO_ROW)
        try:
            return list(open_xlsx(content, "uji.xlsx")[0].rows())
        except ProblemsFound as found:
            return [problem._replace(facts={}) for problem in found.problems]


@settings(max_examples=60)
@given(SHEETS, st.booleans(), st.sampled_from([7, 100, 1 << 16]))
def test_written_workbooks_are_read_alike(cells: Placed, inline: bool, chunk: int) -> None:
    content = written(cells, inline=inline)
    assert rows(content, True, chunk) == rows(content, False)


@settings(max_examples=400)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5), min_size=1, max_size=4), st.sampled_from(["", "\n"]))
def test_sheets_in_any_disorder_are_read_or_refused_alike(disorder: list[list[str]], between: str) -> None:
    made = "".join(
        f'<row r="{number}" spans="1:3">{"".join(pieces)}</row>{between}' for number, pieces in enumerate(disorder, 2)
    )

    def change(xml: str) -> str:
        return xml.replace("</sheetData>", f"{made}</sheetData>")

    content = changed(BOOK, "xl/worksheets/sheet1.xml", change)
    assert rows(content, True) == rows(content, False)


@pytest.mark.parametrize(
    "hidden",
    [
        '<!-- <row r="2"><c r="A2"><v>3</v></c></row> -->',
        '<!-- </row><row r="2"><c r="A2"><v>3</v></c></row> -->',
        '<row r="2"/><!-- </row><row r="3"><c r="A3"><v>3</v></c></row> -->',
        '<row r="2"><![CDATA[</row><row r="3"><c r="A3"><v>3</v></c></row>]]></row>',
    ],
)
def test_a_row_that_the_xml_only_quotes_is_no_row(hidden: str) -> None:
    content = changed(
        BOOK, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", f"{hidden}</sheetData>")
    )
    assert [row.number for row in rows(content, True)] == [1]


@pytest.mark.parametrize("wrong", ['<row r="2"><row r="3"/></row>', '<c r="D1"><v>1</v></c>'])
def test_a_row_in_a_row_and_a_cell_in_none_are_out_of_order(wrong: str) -> None:
    content = changed(BOOK, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", f"{wrong}</sheetData>"))
    assert [problem.code for problem in rows(content, True)] == ["KP705"]


def test_plain_rows_take_the_plain_way(monkeypatch: pytest.MonkeyPatch) -> None:
    cells: Placed = {
        (row, column): (("text", f"teks {row}"), "General") for row in range(1, 40) for column in range(1, 4)
    }
    taken = []
    before = PlainCells.read

    def counted(self: PlainCells, xml: bytes, row: bytes) -> Any:
        found = before(self, xml, row)
        taken.append(row)
        return found

    monkeypatch.setattr(PlainCells, "read", counted)
    for inline in (False, True):
        taken.clear()
        list(open_xlsx(written(cells, inline=inline), "uji.xlsx")[0].rows())
        assert len(taken) == 38  # all but the first, which tells the parser where rows are


@pytest.fixture
def declined(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The numbers of the rows that are not read the plain way."""
    numbers: list[bytes] = []
    before = PlainCells.read

    def noted(self: PlainCells, xml: bytes, row: bytes) -> Any:
        try:
            return before(self, xml, row)
        except Declined:
            numbers.append(row)
            raise

    monkeypatch.setattr(PlainCells, "read", noted)
    return numbers


def with_rows(cells: str) -> bytes:
    """The workbook with rows 2 to 39 that hold ``cells``, each with the row's number in it."""
    made = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(2, 40))
    return changed(BOOK, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", f"{made}</sheetData>"))


def test_rows_with_formulas_take_the_plain_way_too(declined: list[bytes]) -> None:
    content = with_rows(
        '<c r="A{0}"><f>IF(B{0}&gt;0,"",SUM(B$1:B{0}))</f><v>{0}</v></c>'
        '<c r="B{0}" t="str"><f aca="false">C{0}&amp;""</f><v>ya</v></c>'
        '<c r="C{0}"><f t="shared" si="0"/><v>1</v></c><c r="D{0}"><f>B{0}&lt;1</f><v></v></c>'
    )
    found = rows(content, True)
    assert declined == []
    assert found[-1].cells[-1].text == "=B39<1"
    assert found == rows(content, False)


def test_a_style_that_is_numbered_like_its_row_takes_the_plain_way_too(declined: list[bytes]) -> None:
    content = with_rows(
        '<c r="A{0}" s="{0}" t="str"><v>ya</v></c><c r="B{0}" s="1{0}"/><c r="C{0}" s="{0}" t="b"><v>1</v></c>'
    )
    found = rows(content, True)
    assert declined == []
    assert [cell.text for cell in found[-1].cells] == ["ya", "TRUE"]
    assert found == rows(content, False)


def test_values_that_never_repeat_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kepatuhan.workbook.plain_cells.MOST_REMEMBERED", 10)
    cells: Placed = {(row, column): (("number", row * column), "0") for row in range(1, 40) for column in range(1, 9)}
    content = written(cells)
    assert rows(content, True) == rows(content, False)
