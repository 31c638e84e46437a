"""A whole matrix workbook, as bytes: guide, answers, observations, recap, what is computed, and two hidden sheets."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.scoring.scoring import score
from kepatuhan.worksheets.book import IDENTITY_SHEET, start_book, write_identity, write_lists
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.corrections import Returned, Side, Target, Typed
from kepatuhan.worksheets.corrections_sheet import CORRECTIONS_SHEET, write_corrections
from kepatuhan.worksheets.entries import Entries, as_counted, refuse_misplaced
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.guide_sheet import GUIDE_SHEET, write_guide
from kepatuhan.worksheets.lists import LISTS_SHEET, Lists
from kepatuhan.worksheets.matrix_formulas import unit_row_formulas
from kepatuhan.worksheets.matrix_frame import MatrixFrame
from kepatuhan.worksheets.matrix_plan import (
    ANSWERS_SHEET,
    ANY_ROW,
    FIRST_ROW,
    WORKINGS_SHEET,
    MatrixPlan,
    at_row,
    plan_matrix,
)
from kepatuhan.worksheets.matrix_sheets import AnswersWriter
from kepatuhan.worksheets.matrix_values import RowValues
from kepatuhan.worksheets.recap_columns import RECAP_SHEET, RecapUnit
from kepatuhan.worksheets.recap_sheet import RecapWriter
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.workings_sheets import WorkingsWriter


def write_matrix(
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    file_name: str,
    words: Words,
    *,
    entries: Entries | None = None,
    notice: str = "",
    created: datetime | None = None,
    returned: Returned | None = None,
) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    ``entries``, ``notice``, ``created`` and ``returned`` are those of
    :func:`kepatuhan.worksheets.template.write_template`; evidence and notes have no place here. Where a workbook is
    returned, the type of some units may not be known.

    Raises:
        ValueError: for what has no place in it: scores given directly, and observations that weigh differently.
    """
    refuse_misplaced(units)
    stream = io.BytesIO()
    book, styles, lists, figure_words = start_book(stream, instrument, words, created)
    own = [GUIDE_SHEET, RECAP_SHEET, WORKINGS_SHEET, LISTS_SHEET]
    typed = Typed(entries or {}, returned.sides if returned is not None else {})
    corrections = None
    if returned is not None:
        own.insert(0, CORRECTIONS_SHEET)
        corrections = book.add_worksheet(CORRECTIONS_SHEET)
    plan = plan_matrix(instrument, units, (*own, ANSWERS_SHEET, IDENTITY_SHEET), entries=typed.entries)
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words, layout="matrix", notice=notice)
    frame = MatrixFrame(plan, units, lists, styles, words, notice, typed)
    answers_writer, workings_writer = AnswersWriter(frame), WorkingsWriter(frame)
    answers_writer.write_answers(book.add_worksheet(ANSWERS_SHEET))
    for observed in plan.observations:
        answers_writer.write_observations(book.add_worksheet(observed.name), observed)
    result = _score(instrument, units)
    nobody = UnitAnswers("", {})
    spare = _score(instrument, [nobody]).units[0]
    recap_sheet, workings = book.add_worksheet(RECAP_SHEET), book.add_worksheet(WORKINGS_SHEET)
    rows = [*zip(units, result.units, strict=True)]
    rows += [(nobody, spare)] * plan.spare
    row_values = RowValues(plan, figure_words)
    values = [
        row_values.of(position, unit, unit_result, typed.unknown_in(unit.unit))
        for position, (unit, unit_result) in enumerate(rows)
    ]
    for position, unit in enumerate(units):
        if plan.needs_types and unit.type is None:
            alone = _score(instrument, [unit], keeps_typeless=True).units[0]
            row = row_values.of(position, unit, alone, typed.unknown_in(unit.unit))
            values[position] = row | typeless_values(plan, words)
    shown = [(unit_result, row) for (_, unit_result), row in zip(rows, values, strict=True)]
    unknown, recap = typed.unknown_of(instrument.indicators), recap_units(plan, shown)
    RecapWriter(recap_sheet, recap, result, lists, styles, words, "matrix", notice, unknown=unknown).write()
    formulas = matrix_row_formulas(plan, lists, figure_words, words)
    workings_writer.write_workings(workings, formulas, values)
    for observed in plan.observations:
        workings_writer.write_points(book.add_worksheet(observed.workings), observed)
        own.append(observed.workings)
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    unread = returned.unread if returned is not None else 0
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, own, (ANSWERS_SHEET,), unread=unread)
    if returned is not None and corrections is not None:
        write_corrections(corrections, returned, lambda target: _locate(target, plan), styles, words)
        corrections.activate()
    book.close()
    return stream.getvalue()


def matrix_row_formulas(
    plan: MatrixPlan, lists: Lists, figure_words: FigureWords, words: Words
) -> list[tuple[str, str]]:
    """The formulas of *Hitungan*, for any row."""
    type_missing, name_twice = words.text("worksheet.matrix.type_missing"), words.text("worksheet.matrix.name_twice")
    direct_wrong = words.text("worksheet.matrix.direct_wrong")
    name_wrong = words.text("worksheet.no_value")
    return list(unit_row_formulas(plan, lists, figure_words, type_missing, name_twice, direct_wrong, name_wrong))


def recap_units(plan: MatrixPlan, rows: Iterable[tuple[UnitResult, dict[str, Shown]]]) -> list[RecapUnit]:
    """The units as the recap refers to them: each result with what the unit's row of *Hitungan* shows."""
    figures, tops = plan.figure_cells(ANY_ROW), plan.parts(ANY_ROW)
    counts = None if plan.count_column is None else column_letters(plan.count_column)
    return [
        RecapUnit(
            sheet=WORKINGS_SHEET,
            name=f"A{row}",
            figures={name: at_row(cell, row) for name, cell in figures.items()},
            shown={name: shown[cell] for name, cell in figures.items()},
            tops={part.component.id: (at_row(part.weight, row), at_row(part.mark, row)) for part in tops},
            result=result,
            count_cell=None if counts is None else in_sheet(ANSWERS_SHEET, f"{counts}{row}"),
        )
        for row, (result, shown) in zip(plan.unit_rows, rows, strict=True)
    ]


def typeless_values(plan: MatrixPlan, words: Words) -> dict[str, Shown]:
    """What the figures of a unit show while its type is missing."""
    figures, missing = plan.figure_cells(ANY_ROW), words.text("worksheet.matrix.type_missing")
    return {**dict.fromkeys(figures.values(), ""), figures["state"]: missing, figures["score"]: missing}


def _score(instrument: Instrument, units: Sequence[UnitAnswers], *, keeps_typeless: bool = False) -> Result:
    """The result of units; one without a type has only what units of every type have.

    Its parts are computed (``keeps_typeless``), but it has no score, as if it had no answers yet.
    """
    no_type = ""
    untyped = replace(instrument, unit_types={**instrument.unit_types, no_type: ""})
    are_typed = all(unit.type is not None for unit in units) or not instrument.unit_types
    if are_typed:
        return score(instrument, as_counted(units))
    known = [
        unit if unit.type is not None else replace(unit, type=no_type, answers=unit.answers if keeps_typeless else {})
        for unit in units
    ]
    return score(untyped, as_counted(known))._replace(instrument=instrument)


def _locate(target: Target, plan: MatrixPlan) -> tuple[str, str] | None:
    """Where a cell stands."""
    row = FIRST_ROW + target.unit
    if not target.indicator:
        column = {Side.NAME: 1, Side.TYPE: 2 if plan.has_types else None, Side.COUNT: plan.count_column}[target.side]
        return None if column is None else (ANSWERS_SHEET, f"{column_letters(column)}{row}")
    for column, indicator in enumerate(plan.single, start=plan.first_answer):
        if indicator.id == target.indicator:
            return ANSWERS_SHEET, f"{column_letters(column)}{row}"
    for observed in plan.observations:
        column = next((observed.column(each) for each in observed.indicators if each.id == target.indicator), 0)
        for row, place in enumerate(observed.rows if column else (), start=FIRST_ROW):
            if (place.unit, place.number) == (target.unit, target.position + 1):
                return observed.name, f"{column_letters(column)}{row}"
    return None
