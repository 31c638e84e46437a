"""A template may be written filled in already: answers as typed, evidence, notes, and a word about itself."""

import datetime
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers
from kepatuhan.worksheets.entries import AnswerCell, Entry
from kepatuhan.worksheets.form_plan import ANSWER, EVIDENCE, NOTE, UNKNOWN, plan_form
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.template import write_template
from kepatuhan.worksheets.unknown_answers import notice_cell
from tests.worksheets.books import random_units
from tests.worksheets.spreadsheet import recalculate

Write = Callable[..., bytes]
WORDS = Words("id")
CREATED = datetime.datetime(2026, 1, 1)
NOTICE = "Contoh rekaan: " + "panjang sekali " * 15


def test_evidence_and_notes_stand_in_their_columns_as_texts(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = [UnitAnswers("A", {"I.01": 3}), UnitAnswers("B", {})]
    entries = {"A": {"I.01": Entry(evidence="=SK 1/2025", note="-lihat map"), "P.02": Entry(note="belum")}}
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_template(instrument, units, path.name, WORDS, entries=entries))
    plan, book = plan_form(instrument, None), load_workbook(path)
    rows = {row.component.id: row.row for row in plan.rows}
    first, second = book["A"], book["B"]
    assert first[plan.cell(EVIDENCE, rows["I.01"])].value == "=SK 1/2025"
    assert first[plan.cell(EVIDENCE, rows["I.01"])].data_type == "s"
    assert first[plan.cell(NOTE, rows["I.01"])].value == "-lihat map"
    assert first[plan.cell(NOTE, rows["P.02"])].value == "belum"
    assert second[plan.cell(NOTE, rows["P.02"])].value is None
    assert [unit.answers for unit in kepatuhan.read_answers(path).units] == [unit.answers for unit in units]


def test_cells_as_they_were_typed_keep_their_mistakes_which_are_counted_and_explained(tmp_path: Path) -> None:
    """Two mistakes stand beside the one answer that is scored; what is stored is what a spreadsheet computes."""
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    unit = UnitAnswers("A", {"I.01": 2})
    typed = (AnswerCell("2 "), AnswerCell("dua", "Tulis 2."), AnswerCell(9, "Paling tinggi 3."), AnswerCell(None))
    entries = {"A": {"I.01": Entry(typed), "O.01": Entry((AnswerCell(True, "ya atau tidak?"),))}}
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_template(instrument, [unit], path.name, WORDS, entries=entries))
    plan = plan_form(instrument, None)
    rows = {row.component.id: row.row for row in plan.rows}
    stored = load_workbook(path, data_only=True)["A"]
    computed = load_workbook(recalculate([path], tmp_path / "computed")[0], data_only=True)["A"]
    first = rows["I.01"]
    answers = [stored.cell(first, plan.column(ANSWER) + position) for position in range(4)]
    assert [cell.value for cell in answers] == ["2 ", "dua", 9, None]
    assert [cell.comment and cell.comment.text for cell in answers] == [None, "Tulis 2.", "Paling tinggi 3.", None]
    for cell in (plan.cell(UNKNOWN, first), plan.cell(UNKNOWN, rows["O.01"]), notice_cell(plan)):
        assert stored[cell].value == computed[cell].value
    assert stored[plan.cell(UNKNOWN, first)].value == 2
    assert str(stored[notice_cell(plan)].value).startswith("3 isian tidak dikenal")
    for cell in figure_cells(plan).values():
        shown = stored[cell].value
        assert computed[cell].value == (pytest.approx(shown) if isinstance(shown, float) else shown), cell


def test_more_observations_than_usual_all_have_their_cell(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("skm-2017")
    answers: dict[str, Answer] = {"U1": Observations(tuple(range(1, 5)) * 10), "U2": 4}
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_template(instrument, [UnitAnswers("A", answers)], path.name, WORDS))
    assert dict(kepatuhan.read_answers(path).units[0].answers) == answers


def test_not_applicable_is_written_as_the_word_for_it(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2025")
    answers: dict[str, Answer] = {"O.02": NOT_APPLICABLE}
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_template(instrument, [UnitAnswers("A", answers)], path.name, WORDS))
    assert dict(kepatuhan.read_answers(path).units[0].answers) == answers


@pytest.mark.parametrize("write", [write_template, write_matrix])
def test_a_notice_stands_on_every_sheet_that_people_see_and_changes_no_answer(write: Write, tmp_path: Path) -> None:
    for name in ("ombudsman-2021", "ombudsman-2022", "skm-2017"):
        instrument = kepatuhan.load_instrument(name)
        units = [replace(unit, count=2) for unit in random_units(instrument, random.Random(4), ("B", "C"))]
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(write(instrument, units, path.name, WORDS, notice=NOTICE))
        for sheet in load_workbook(path):
            if sheet.sheet_state == "visible" and sheet.title != "Hitungan":
                lines = (str(value) for row in sheet.iter_rows(max_row=3, values_only=True) for value in row)
                assert NOTICE in " ".join(lines), sheet.title
        reading = kepatuhan.read_answers(path)
        assert {problem.code for problem in reading.problems} <= {"KP728"}
        assert [(unit.unit, unit.answers) for unit in reading.units] == [(unit.unit, unit.answers) for unit in units]


def test_a_notice_is_never_taken_for_the_name_of_a_unit_that_lost_its_own(tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_template(instrument, [UnitAnswers("Dinas A", {})], path.name, WORDS, notice=NOTICE))
    book = load_workbook(path)
    book["Dinas A"]["B1"] = None
    book["Dinas A"].title = "Dinas B"
    book.save(path)
    assert [unit.unit for unit in kepatuhan.read_answers(path).units] == ["Dinas B"]


@pytest.mark.parametrize("write", [write_template, write_matrix])
def test_with_a_fixed_time_the_bytes_are_the_same_each_time(write: Write) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2022")
    units = random_units(instrument, random.Random(4))

    def once() -> bytes:
        return write(instrument, units, "a.xlsx", WORDS, notice=NOTICE, created=CREATED)

    assert once() == once()


@pytest.mark.parametrize("write", [write_template, write_matrix])
def test_what_has_no_place_is_refused(write: Write) -> None:
    instrument = kepatuhan.load_instrument("skm-2017")
    for unit in (
        UnitAnswers("A", {}, {"U1": DirectScore(80, 100)}),
        UnitAnswers("A", {"U1": Observations((1, 2), (1, 3))}),
    ):
        with pytest.raises(ValueError, match="A: "):
            write(instrument, [unit], "a.xlsx", WORDS)
