"""A template reads back as what it was written from, explains itself, and stores what its formulas show."""

import random
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import Status
from kepatuhan.worksheets.form_plan import plan_form
from kepatuhan.worksheets.formulas import figure_cells
from tests.worksheets.books import NAMES, random_units, untouched, write_book

OWN = Path(__file__).parent / "instrument.yaml"
INSTRUMENTS = [*bundled_library().ids, str(OWN)]


def form(path: Path, position: int = 1, *, values: bool = False) -> Worksheet:
    sheet = load_workbook(path, data_only=values).worksheets[position]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("name", bundled_library().ids)
def test_an_untouched_template_is_read_without_a_word_as_not_filled_in(name: str, tmp_path: Path) -> None:
    reading = kepatuhan.read_answers(untouched(tmp_path / "a.xlsx", name))
    assert {problem.code for problem in reading.problems} <= {"KP728"}  # forms carry no count of products
    assert reading.instrument.id == name
    result = kepatuhan.score(reading.instrument, reading.units)
    assert [unit.unit for unit in result.units] == list(NAMES)
    assert {unit.status for unit in result.units} == {Status.NOT_FILLED_IN}


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize("seed", range(3))
def test_answers_are_read_back_as_they_were_written(name: str, seed: int, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(name)
    units = random_units(instrument, random.Random(seed))
    reading = kepatuhan.read_answers(write_book(tmp_path / "a.xlsx", instrument, units), instrument)
    assert {problem.code for problem in reading.problems} <= {"KP728"}
    assert [(unit.unit, unit.type, unit.answers) for unit in reading.units] == [
        (unit.unit, unit.type, unit.answers) for unit in units
    ]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_what_is_stored_beside_the_formulas_is_what_score_says(name: str, tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(name)
    units = random_units(instrument, random.Random(7))
    path = write_book(tmp_path / "a.xlsx", instrument, units)
    result = kepatuhan.score(instrument, units)
    for position, unit in enumerate(result.units, start=1):
        sheet, cells = form(path, position, values=True), figure_cells(plan_form(instrument, unit.type))
        assert sheet[cells["score"]].value == float(unit.score or -1)
        assert sheet[cells["answered"]].value == f"{unit.answered} dari {unit.answered + unit.blank}"
        if unit.gap is not None:
            assert sheet[cells["gap"]].value == float(unit.gap)
        if unit.band is not None and unit.band.zone:
            assert sheet[cells["zone"]].value == unit.band.zone
    recap = load_workbook(path, data_only=True)["Rekap"]
    headings = [cell.value for cell in recap[3]]
    column = headings.index("Nilai")
    shown = [row[column].value for row in recap.iter_rows(min_row=4)]
    assert shown == [float(unit.score or -1) for unit in result.units] + [float(result.institution.score or -1)]
    assert all(isinstance(cell.value, float) for cell in recap[4][1:column])


def test_only_the_name_answers_evidence_and_notes_may_be_changed(tmp_path: Path) -> None:
    sheet = form(untouched(tmp_path / "a.xlsx"))
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert {"B1", "D12", "G12", "J12", "K12"} <= open_cells
    assert open_cells.isdisjoint(
        {"A12", "B12", "C12", "H12", "I12", "L12", "M12", "N12", "A3", "D6"}
    )  # H12: four officers


def test_wrong_answers_are_refused_with_words_and_each_cell_has_its_help(tmp_path: Path) -> None:
    sheet = form(untouched(tmp_path / "a.xlsx"))
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule = rules["D12:G12"]
    assert (rule.type, rule.formula1) == ("list", "Daftar!$B$2:$B$5")
    assert rule.showErrorMessage
    assert rule.error == "Jawaban I.01 harus salah satu dari: bilangan bulat 0 sampai 3. Tekan Batal, lalu isi lagi."
    assert rule.prompt == "Isi dengan bilangan bulat 0 sampai 3. Belum dijawab: kosongkan."
    assert all(len(rule.prompt or "") <= 255 and len(rule.error or "") <= 255 for rule in rules.values())
    lists = load_workbook(tmp_path / "a.xlsx")["Daftar"]
    assert [lists.cell(row, 2).value for row in range(2, 6)] == [0, 1, 2, 3]


def test_numbers_without_a_list_have_limits(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(str(OWN))
    sheet = form(write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers("A", {}, type="opd")]))
    rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert rules["S.01"].formula1 == 'IF(COUNT(D12)=1,AND(D12>=0,D12<=100),D12="tidak berlaku")'
    assert (rules["S.04"].type, rules["S.04"].formula1, rules["S.04"].formula2) == ("whole", "0", "30")
    assert "S.02" not in rules


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument(str(OWN))
    units = random_units(instrument, random.Random(1), ("=1+1", "+62", "-5", "@nama"))
    book = load_workbook(write_book(tmp_path / "a.xlsx", instrument, units))
    assert [book.worksheets[position]["B1"].value for position in range(1, 5)] == ["=1+1", "+62", "-5", "@nama"]
    assert {book.worksheets[position]["B1"].data_type for position in range(1, 5)} == {"s"}
    assert book["Petunjuk"]["A1"].data_type == "s"


def test_it_prints_on_a4_one_page_wide_with_its_header_in_sight(tmp_path: Path) -> None:
    sheet = form(untouched(tmp_path / "a.xlsx"))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.freeze_panes == "C10"
    assert sheet.print_title_rows == "$9:$9"


def test_our_own_sheets_are_never_read_and_the_lists_are_hidden(tmp_path: Path) -> None:
    book = load_workbook(untouched(tmp_path / "a.xlsx"))
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["Daftar", "kepatuhan"]
    assert (book.sheetnames[0], book.sheetnames[-3]) == ("Petunjuk", "Rekap")
    identity = {row[0]: row[1:] for row in book["kepatuhan"].iter_rows(values_only=True)}
    assert identity["not_answers"][:3] == ("Petunjuk", "Rekap", "Daftar")


def test_a_copied_sheet_is_another_unit(tmp_path: Path) -> None:
    path = untouched(tmp_path / "a.xlsx", names=["Disdukcapil"])
    book = load_workbook(path)
    copy = book.copy_worksheet(book["Disdukcapil"])
    copy["B1"] = "Dinas Baru"
    copy["D12"] = 3
    book.save(path)
    reading = kepatuhan.read_answers(path)
    assert [(unit.unit, dict(unit.answers)) for unit in reading.units] == [
        ("Disdukcapil", {}),
        ("Dinas Baru", {"I.01": 3}),
    ]
