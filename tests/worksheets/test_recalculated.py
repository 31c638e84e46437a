"""Templates filled in like people do, computed by a spreadsheet program, show what ``kepatuhan score`` of them says."""

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.instrument.model import Indicator, Instrument
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import Result, Status, UnitResult
from kepatuhan.worksheets.form_plan import (
    ANSWER,
    CODE,
    FILLED,
    GAIN,
    MARK,
    UNKNOWN,
    WEIGHT,
    FormPlan,
    answer_cells,
    plan_form,
)
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.improvements import improvement_cells, improvement_values
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.unknown_answers import notice_cell
from tests.scoring.test_gains import best_answer
from tests.worksheets.books import write_book
from tests.worksheets.spreadsheet import recalculate
from tests.worksheets.typing_in import typed

OWN = Path(__file__).parent / "instrument.yaml"
FILES_EACH, UNITS = 5, 4
WITHOUT_SCORE = {Status.NOT_FILLED_IN: "belum diisi", Status.NOT_ASSESSED: "tidak dinilai"}


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Instrument, Path]]:
    """Files of every instrument, filled in at random and computed in one go."""
    filled, computed = tmp_path_factory.mktemp("filled"), tmp_path_factory.mktemp("computed")
    files = []
    for number, instrument in enumerate(_instruments(filled)):
        for seed in range(FILES_EACH):
            path = filled / f"{number}-{seed}.xlsx"
            _fill_in(instrument, path, random.Random(100 * number + seed), has_counts=seed % 2 == 0)
            files.append((instrument, path))
    copies = recalculate([path for _, path in files], computed)
    return [(instrument, copy) for (instrument, _), copy in zip(files, copies, strict=True)]


def _instruments(folder: Path) -> list[Instrument]:
    """The bundled ones, our own, and our own in which everything may be not applicable."""
    text = OWN.read_text(encoding="utf-8").replace(", not_applicable: allowed", "")
    leavable = folder / "boleh-tidak-berlaku.yaml"
    leavable.write_text(text.replace(", scale:", ", not_applicable: allowed, scale:"), encoding="utf-8")
    return [kepatuhan.load_instrument(name) for name in (*bundled_library().ids, str(OWN), str(leavable))]


def _fill_in(instrument: Instrument, path: Path, dice: random.Random, *, has_counts: bool) -> None:
    """Write a template and type into its cells; openpyxl drops what was stored beside the formulas."""
    types: list[str | None] = [*instrument.unit_types] or [None]
    units = [UnitAnswers(f"Dinas Jum'at & [{number}]", {}, type=dice.choice(types)) for number in range(1, UNITS + 1)]
    write_book(path, instrument, units)
    book = load_workbook(path)
    for position, unit in enumerate(units, start=1):
        plan, diligence = plan_form(instrument, unit.type), dice.choice((0, 0.1, 0.6, 1, 1))
        if plan.count_row is not None:
            count = dice.randint(1, 9) if has_counts else dice.choice((None, "-", " "))
            book.worksheets[position][plan.count_cell] = count
        leaves_out_all = dice.random() < 0.2
        for row in plan.rows:
            if isinstance(row.component, Indicator):
                for column in range(answer_cells(row.component)):
                    if leaves_out_all and row.component.may_be_not_applicable:
                        value: Any = "tidak berlaku"
                    elif dice.random() < diligence:
                        value = typed(row.component, dice)
                    else:
                        value = dice.choice((None, None, "-", " "))
                    cell = book.worksheets[position].cell(row.row, plan.column(ANSWER) + column)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
    book.save(path)


def test_every_file_shows_what_score_says(recalculated: list[tuple[Instrument, Path]]) -> None:
    seen, rolled_up = set(), set()
    for instrument, path in recalculated:
        reading = kepatuhan.read_answers(path, instrument)
        has_counts = any(unit.count is not None for unit in reading.units)
        is_plain = instrument.roll_up.by is None or has_counts
        assert {problem.code for problem in reading.problems} == (set() if is_plain else {"KP728"})
        rolled_up.add((instrument.roll_up.by, has_counts))
        result = kepatuhan.score(instrument, reading.units)
        book = load_workbook(path, data_only=True)
        for position, unit in enumerate(result.units, start=1):
            _compare(book.worksheets[position], plan_form(instrument, unit.type), unit)
            seen.add(unit.status)
        _compare_recap(book["Rekap"], result)
    assert seen == {*Status}
    assert rolled_up == {(None, False), ("produk", False), ("produk", True)}


def _compare(sheet: Worksheet, plan: FormPlan, unit: UnitResult) -> None:
    where, cells = f"{plan.instrument.id} {unit.unit}", figure_cells(plan)
    shown = {name: sheet[cell].value for name, cell in cells.items()}
    assert shown["score"] == _shown(unit), where
    assert shown["answered"] == f"{unit.answered} dari {unit.answered + unit.blank}", where
    assert (shown["band"] or "") == band_name(unit.band), where
    if "zone" in cells:
        assert (shown["zone"] or "") == ((unit.band.zone or "") if unit.band else ""), where
    if "gap" in cells:
        assert shown["gap"] in ((None, "") if unit.gap is None else (float(unit.gap),)), where
    parts = {part.component.id: part for top in unit.components for part in top.walk()}
    for row in plan.rows:
        if row.is_scored:
            part = parts[row.component.id]
            mark = float(part.mark.exact) if part.mark else 0
            weight = float(part.weight) if part.points else 0
            assert sheet[plan.cell(MARK, row.row)].value == pytest.approx(mark), f"{where} {row.component.id}"
            assert sheet[plan.cell(WEIGHT, row.row)].value == pytest.approx(weight), f"{where} {row.component.id}"
            if isinstance(row.component, Indicator):
                assert sheet[plan.cell(FILLED, row.row)].value is not None


def test_the_answers_that_add_most_are_those_of_the_scorer_and_keep_their_promise(
    recalculated: list[tuple[Instrument, Path]],
) -> None:
    promises = 0
    for instrument, path in recalculated:
        answers = kepatuhan.read_answers(path, instrument).units
        book = load_workbook(path, data_only=True)
        for position, unit in enumerate(answers, start=1):
            (result,) = kepatuhan.score(instrument, [unit]).units
            sheet, plan = book.worksheets[position], plan_form(instrument, unit.type)
            for cell, value in improvement_values(plan, result).items():
                shown = sheet[cell].value
                close = pytest.approx(value) if isinstance(value, float) else value
                assert (shown or "") == (value or "") or shown == close, f"{instrument.id} {unit.unit} {cell}"
            for row in plan.improvement_rows:
                cells = improvement_cells(plan, row)
                code, points = sheet[cells[CODE]].value, sheet[cells[GAIN]].value
                if code:
                    promises += 1
                    gained = _gained(instrument, unit, code)
                    assert points == pytest.approx(float(gained), abs=0.5 * 10**-instrument.decimals + 1e-9)
    assert promises > 50


def _gained(instrument: Instrument, unit: UnitAnswers, code: str) -> Fraction:
    """What the unrounded score gains when the answer with this code rises to the best."""
    indicator = next(indicator for indicator in instrument.indicators if indicator.id == code)
    raised = replace(unit, answers={**unit.answers, code: best_answer(indicator)})
    before, after = kepatuhan.score(instrument, [unit, raised]).units
    assert before.mark is not None
    assert after.mark is not None
    return instrument.full_score * (after.mark.exact - before.mark.exact)


def test_no_answer_that_score_takes_is_called_unknown(recalculated: list[tuple[Instrument, Path]]) -> None:
    for instrument, path in recalculated:
        book = load_workbook(path, data_only=True)
        for position, unit in enumerate(kepatuhan.read_answers(path, instrument).units, start=1):
            sheet, plan = book.worksheets[position], plan_form(instrument, unit.type)
            assert sheet[notice_cell(plan)].value in (None, "")
            assert {cell.value for (cell,) in sheet[plan.below(UNKNOWN)]} <= {0, None}


def _shown(unit: UnitResult) -> float | str:
    return float(unit.score) if unit.score is not None else WITHOUT_SCORE[unit.status]


def _compare_recap(sheet: Worksheet, result: Result) -> None:
    headings = [str(cell.value) for cell in sheet[3]]
    score = headings.index("Nilai") + 1
    for row, unit in enumerate(result.units, start=4):
        assert sheet.cell(row, 1).value == unit.unit
        assert sheet.cell(row, score).value == _shown(unit)
        for part, top in unit.top_scores.items():
            title = next(c.title for c in result.instrument.components if c.id == part)
            shown = sheet.cell(row, headings.index(title) + 1).value
            assert shown in ((None, "") if top is None else (float(top),)), title
    institution, last = result.institution, 4 + len(result.units)
    expected = "belum diisi" if institution.score is None else float(institution.score)
    assert sheet.cell(last, score).value == expected
    assert (sheet.cell(last, score + 1).value or "") == band_name(institution.band)
    answered = sheet.cell(last, headings.index("Terisi") + 1).value
    assert answered == f"{institution.scored_units} dari {institution.units} unit"


@pytest.mark.parametrize("counts", [(3, None), (3, 0), (3, 2.5), (3, "tujuh")])
def test_without_every_count_the_recap_has_no_score_either(counts: tuple[Any, ...], tmp_path: Path) -> None:
    instrument = kepatuhan.load_instrument("ombudsman-2021")
    first = instrument.indicators[0].id
    path = write_book(tmp_path / "a.xlsx", instrument, [UnitAnswers(name, {first: 3}) for name in ("A", "B")])
    book, plan = load_workbook(path), plan_form(instrument, None)
    for position, count in enumerate(counts, start=1):
        book.worksheets[position][plan.count_cell] = count
    book.save(path)
    with pytest.raises(kepatuhan.ProblemsFound):
        kepatuhan.read_answers(path)
    (tmp_path / "computed").mkdir()
    (copy,) = recalculate([path], tmp_path / "computed")
    recap = load_workbook(copy, data_only=True)["Rekap"]
    assert recap.cell(6, [cell.value for cell in recap[3]].index("Nilai") + 1).value == "lengkapi produk"
