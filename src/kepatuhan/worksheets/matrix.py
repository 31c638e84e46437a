"""A whole matrix workbook, as bytes: guide, answers, observations, recap, what is computed, and two hidden sheets."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import UnitResult
from kepatuhan.scoring.scoring import score
from kepatuhan.worksheets.book import IDENTITY_SHEET, start_book, write_identity, write_lists
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.entries import refuse_misplaced
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.guide_sheet import GUIDE_SHEET, write_guide
from kepatuhan.worksheets.lists import LISTS_SHEET
from kepatuhan.worksheets.matrix_formulas import unit_row_formulas
from kepatuhan.worksheets.matrix_plan import ANSWERS_SHEET, FIRST_ROW, WORKINGS_SHEET, plan_matrix
from kepatuhan.worksheets.matrix_sheets import MatrixWriter
from kepatuhan.worksheets.matrix_values import unit_row_values
from kepatuhan.worksheets.recap_sheet import RECAP_SHEET, RecapUnit, RecapWriter


def write_matrix(
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    file_name: str,
    words: Words,
    *,
    notice: str = "",
    created: datetime | None = None,
) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    ``notice`` and ``created`` are those of :func:`kepatuhan.worksheets.template.write_template`.

    Raises:
        ValueError: for what has no place in it: scores given directly, and observations that weigh differently.
    """
    refuse_misplaced(units)
    stream = io.BytesIO()
    book, styles, lists, figure_words = start_book(stream, instrument, words, created)
    own = [GUIDE_SHEET, RECAP_SHEET, WORKINGS_SHEET, LISTS_SHEET]
    plan = plan_matrix(instrument, units, (*own, ANSWERS_SHEET, IDENTITY_SHEET))
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words, layout="matrix", notice=notice)
    writer = MatrixWriter(plan, units, lists, styles, words, notice)
    writer.write_answers(book.add_worksheet(ANSWERS_SHEET))
    for observed in plan.observations:
        writer.write_observations(book.add_worksheet(observed.name), observed)
    are_counted = all(unit.count is not None for unit in units)
    result = score(instrument, units if are_counted else [replace(unit, count=None) for unit in units])
    nobody = UnitAnswers("", {})
    spare = _score_of_nobody(instrument)
    recap_sheet, workings = book.add_worksheet(RECAP_SHEET), book.add_worksheet(WORKINGS_SHEET)
    type_missing = words.text("worksheet.matrix.type_missing")
    name_twice = words.text("worksheet.matrix.name_twice")
    formulas: list[tuple[str, str]] = []
    values: dict[str, Shown] = {}
    recap = []
    for row in plan.unit_rows:
        position = row - FIRST_ROW
        unit, unit_result = (units[position], result.units[position]) if position < len(units) else (nobody, spare)
        formulas.extend(unit_row_formulas(plan, row, lists, figure_words, type_missing, name_twice))
        shown = unit_row_values(plan, row, unit, unit_result, figure_words)
        values.update(shown)
        cells = plan.figure_cells(row)
        counts = None if plan.count_column is None else column_letters(plan.count_column)
        recap.append(
            RecapUnit(
                sheet=WORKINGS_SHEET,
                name=f"A{row}",
                figures=cells,
                shown={name: shown[cell] for name, cell in cells.items()},
                tops={part.component.id: (part.weight, part.mark) for part in plan.parts(row)},
                result=unit_result,
                count_cell=None if counts is None else in_sheet(ANSWERS_SHEET, f"{counts}{row}"),
            )
        )
    RecapWriter(recap_sheet, recap, result, lists, styles, words, "matrix", notice).write()
    writer.write_workings(workings, formulas, values)
    for observed in plan.observations:
        writer.write_points(book.add_worksheet(observed.workings), observed)
        own.append(observed.workings)
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, own, (ANSWERS_SHEET,))
    book.close()
    return stream.getvalue()


def _score_of_nobody(instrument: Instrument) -> UnitResult:
    """A row without a unit has no type either, and so only what units of every type have."""
    no_type = ""
    untyped = replace(instrument, unit_types={**instrument.unit_types, no_type: ""})
    return score(untyped, [UnitAnswers("", {}, type=no_type)]).units[0]
