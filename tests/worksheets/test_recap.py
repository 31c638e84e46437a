"""Rekap says in words what it cannot compute, and never a number of which a unit is missing in silence."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import kepatuhan
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.form_plan import ANSWER, plan_form
from tests.worksheets.books import random_units, write_book
from tests.worksheets.spreadsheet import recalculate

NAMES = ("Dinas Sosial", "Dinas Jum'at", "DPMPTSP")
Change = Callable[[Workbook], None]


def shown_after(change: Change, folder: Path, instrument: str = "ombudsman-2022") -> list[dict[str, Any]]:
    """The rows of Rekap by their headings, once a workbook of three units was changed and computed anew."""
    edition = kepatuhan.load_instrument(instrument)
    units = random_units(edition, random.Random(3), NAMES)
    book = load_workbook(write_book(folder / "a.xlsx", edition, units))
    change(book)
    book.save(folder / "a.xlsx")
    recap = load_workbook(recalculate([folder / "a.xlsx"], folder / "computed")[0], data_only=True)["Rekap"]
    headings = [str(cell.value) for cell in recap[3]]
    rows = recap.iter_rows(min_row=4, max_row=4 + len(NAMES), values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def delete_as_excel_does(book: Workbook) -> None:
    """Excel puts ``#REF!`` into every formula that looked at the sheet."""
    del book["DPMPTSP"]
    for row in book["Rekap"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("'DPMPTSP'!", "#REF!")


def delete_and_leave_the_formulas(book: Workbook) -> None:
    del book["DPMPTSP"]


@pytest.mark.parametrize("delete", [delete_as_excel_does, delete_and_leave_the_formulas])
def test_a_deleted_sheet_is_said_and_spoils_no_other_row(delete: Change, tmp_path: Path) -> None:
    *others, lost, institution = shown_after(delete, tmp_path)
    assert all(isinstance(row["Nilai"], float) for row in others)
    assert (lost["Unit"], lost["Nilai"]) == ("DPMPTSP", "lembar dihapus")
    assert institution["Nilai"] == "1 lembar hilang"
    assert institution["Terisi"] == "2 dari 3 unit"
    for row in (*others, lost, institution):
        assert not any(str(value).startswith(("#", "Err:")) for value in row.values()), row
    assert lost["Input"] in (None, "")
    assert institution["Kategori"] in (None, "")
    assert institution["Kurang dari target 90"] in (None, "")


def test_an_error_in_an_answer_is_said_as_well(tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        plan = plan_form(kepatuhan.load_instrument("ombudsman-2022"), None)
        book["DPMPTSP"][plan.cell(ANSWER, plan.scored_indicators[0].row)] = "=1/0"

    *others, wrong, institution = shown_after(spoil, tmp_path)
    assert all(isinstance(row["Nilai"], float) for row in others)
    assert (wrong["Unit"], wrong["Nilai"]) == ("DPMPTSP", "isian galat")
    assert institution["Nilai"] == "1 unit galat"


@pytest.mark.parametrize(
    ("count", "weighs"), [("7", True), (" 7 ", True), ("7,0", False), ("007", False), ("-7", False)]
)
def test_a_count_typed_as_text_counts_or_is_asked_for(count: str, weighs: bool, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2021")
    plan = plan_form(instrument, None)

    def fill_in(book: Workbook) -> None:
        for position, given in enumerate(("3", "1", count), start=1):
            book.worksheets[position][plan.count_cell] = given

    *_, institution = shown_after(fill_in, tmp_path, instrument.id)
    if not weighs:
        assert institution["Nilai"] == "lengkapi produk"
        return
    reading = kepatuhan.read_answers(tmp_path / "computed" / "a.xlsx")
    assert [unit.count for unit in reading.units] == [3, 1, 7]
    assert institution["Nilai"] == float(kepatuhan.score(instrument, reading.units).institution.score or -1)


def test_the_note_says_where_the_figures_come_from_and_that_a_copied_sheet_is_not_shown(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("skm-2017")
    path = write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {})])
    note = str(load_workbook(path)["Rekap"]["A2"].value)
    assert "Lembar salinan untuk unit lain tidak tampak di sini, tetapi ikut dihitung" in note
