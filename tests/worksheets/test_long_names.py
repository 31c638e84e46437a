"""Long names and many units: nothing is cut off, nothing lies over something else, and pages end between things."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.recap_chart import chart_height
from tests.worksheets.books import untouched

LONG = "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman Wilayah {}"
SHORT = "Dinas {}"
A_LINE = 15
PIXELS = 12_700 * 3 / 4
"""In the units in which drawings are measured."""


def names(name: str, count: int) -> list[str]:
    return [name.format(number) for number in range(count)]


def height_of_the_chart(path: Path) -> float:
    """How many pixels high the chart of the recap is."""
    with zipfile.ZipFile(path) as package:
        drawing = ElementTree.fromstring(package.read("xl/drawings/drawing1.xml"))
    space = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
    start, end = (drawing.find(f".//{space}{corner}") for corner in ("from", "to"))
    assert start is not None
    assert end is not None
    row, past = (int(corner.findtext(f"{space}row") or 0) for corner in (start, end))
    return (past - row) * 20 + int(end.findtext(f"{space}rowOff") or 0) / PIXELS


def test_a_form_has_room_for_the_whole_name_of_its_unit(tmp_path: Path) -> None:
    book = load_workbook(untouched(tmp_path / "a.xlsx", names=[SHORT.format(1), LONG.format(1), LONG * 3]))
    heights = [sheet.row_dimensions[1].height for sheet in book.worksheets[1:4]]
    assert sorted({*heights}) == heights


@pytest.mark.parametrize("sheet", ["Jawaban", "Petugas", "Hitungan", "Rekap"])
def test_a_row_of_the_matrix_is_as_high_as_its_name_needs(sheet: str, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    path = tmp_path / "a.xlsx"
    units = [UnitAnswers(name, {}) for name in (LONG.format(1), SHORT.format(1))]
    path.write_bytes(write_matrix(instrument, units, path.name, Words("id")))
    rows = load_workbook(path)[sheet]
    shown = load_workbook(path, data_only=True)[sheet]
    high = {shown.cell(row, 1).value: rows.row_dimensions[row].height or A_LINE for row in range(4, rows.max_row + 1)}
    assert high[SHORT.format(1)] == A_LINE
    assert high[LONG.format(1)] >= 2 * A_LINE - 5


def test_the_heading_of_a_column_of_the_matrix_has_room(tmp_path: Path) -> None:
    """Of PEKPPP one is eight lines long."""
    heights = []
    for name in ("ombudsman-2022", "pekppp-2023"):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(write_matrix(kepatuhan.load_instrument(name), [UnitAnswers("A", {})], path.name, Words("id")))
        heights.append(load_workbook(path)["Jawaban"].row_dimensions[2].height)
    assert heights[0] < heights[1] > 8 * 12.75


def test_slanting_names_make_the_chart_higher_and_those_left_away_do_not() -> None:
    assert chart_height(names(LONG, 7)) == chart_height(names(SHORT, 7)) < chart_height(names(SHORT, 8))
    assert chart_height(names(SHORT, 8)) == chart_height(names(LONG, 61)) < chart_height(names(LONG, 8))
    assert chart_height(names(LONG, 8)) == chart_height(names(LONG + "x" * 99, 8))


@pytest.mark.parametrize(("name", "count"), [(SHORT, 7), (LONG, 8)])
def test_the_chart_is_as_high_as_its_names_need(name: str, count: int, tmp_path: Path) -> None:
    path = untouched(tmp_path / "a.xlsx", names=names(name, count))
    assert height_of_the_chart(path) == pytest.approx(chart_height(names(name, count)), abs=1)


@pytest.mark.parametrize(("name", "count", "breaks"), [(SHORT, 7, 0), (LONG, 7, 1), (SHORT, 30, 1), (LONG, 30, 1)])
def test_a_chart_that_does_not_fit_below_its_table_has_a_page_of_its_own(
    name: str, count: int, breaks: int, tmp_path: Path
) -> None:
    recap = load_workbook(untouched(tmp_path / "a.xlsx", names=names(name, count)))["Rekap"]
    assert len(recap.row_breaks.brk) == breaks


def test_a_number_leaves_room_before_the_text_beside_it(tmp_path: Path) -> None:
    recap = load_workbook(untouched(tmp_path / "a.xlsx"))["Rekap"]
    headings = [cell.value for cell in recap[3]]
    for row in (4, recap.max_row):
        assert recap.cell(row, headings.index("Nilai") + 1).number_format == "0.00_)"
