"""A whole matrix workbook, as bytes: guide, answers, observations, recap, what is computed, and two hidden sheets."""

import io
from collections.abc import Sequence
from dataclasses import replace

from xlsxwriter.workbook import Workbook

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import Observations, UnitAnswers
from kepatuhan.scoring.scoring import score
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.guide_sheet import GUIDE_SHEET, write_guide
from kepatuhan.worksheets.lists import LISTS_SHEET, make_lists
from kepatuhan.worksheets.matrix_formulas import unit_row_formulas
from kepatuhan.worksheets.matrix_plan import ANSWERS_SHEET, FIRST_ROW, WORKINGS_SHEET, plan_matrix
from kepatuhan.worksheets.matrix_sheets import MatrixWriter
from kepatuhan.worksheets.matrix_values import unit_row_values
from kepatuhan.worksheets.recap_sheet import RECAP_SHEET, RecapUnit, RecapWriter
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import make_styles
from kepatuhan.worksheets.template import IDENTITY_SHEET, write_identity, write_lists


def write_matrix(instrument: Instrument, units: Sequence[UnitAnswers], file_name: str, words: Words) -> bytes:
    """The workbook for ``units`` (at least one), with the answers that they already have.

    Raises:
        ValueError: for what has no place in it: scores given directly, and observations that weigh differently.
    """
    for unit in units:
        weighted = any(isinstance(a, Observations) and a.weights is not None for a in unit.answers.values())
        if unit.direct or weighted:
            raise ValueError(f"{unit.unit}: direct scores and weighted observations have no place in this layout")
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})  # else it writes temporary files, on a disk that may be full
    book.set_properties({"title": instrument.title, "author": "kepatuhan"})
    styles, lists = make_styles(book, instrument.decimals), make_lists(instrument)
    figure_words = FigureWords(
        words.text("status.not_filled_in"), words.text("status.not_assessed"), words.text("worksheet.of")
    )
    own = [GUIDE_SHEET, RECAP_SHEET, WORKINGS_SHEET, LISTS_SHEET]
    plan = plan_matrix(instrument, units, (*own, ANSWERS_SHEET, IDENTITY_SHEET))
    write_guide(book.add_worksheet(GUIDE_SHEET), instrument, file_name, styles, words, layout="matrix")
    writer = MatrixWriter(plan, units, lists, styles, words)
    writer.write_answers(book.add_worksheet(ANSWERS_SHEET))
    for observed in plan.observations:
        writer.write_observations(book.add_worksheet(observed.name), observed)
    are_counted = all(unit.count is not None for unit in units)
    result = score(instrument, units if are_counted else [replace(unit, count=None) for unit in units])
    nobody = UnitAnswers("", {})
    spare = score(instrument, [nobody]).units[0] if plan.spare else None
    recap_sheet, workings = book.add_worksheet(RECAP_SHEET), book.add_worksheet(WORKINGS_SHEET)
    type_missing = words.text("worksheet.matrix.type_missing")
    formulas: list[tuple[str, str]] = []
    values: dict[str, Shown] = {}
    recap = []
    for row in plan.unit_rows:
        position = row - FIRST_ROW
        unit, unit_result = (units[position], result.units[position]) if position < len(units) else (nobody, spare)
        assert unit_result is not None
        formulas.extend(unit_row_formulas(plan, row, lists, figure_words, type_missing))
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
                count_cell=None if counts is None else f"{ANSWERS_SHEET}!{counts}{row}",
            )
        )
    RecapWriter(recap_sheet, recap, result, lists, styles, words).write()
    writer.write_workings(workings, formulas, values)
    for observed in plan.observations:
        writer.write_points(book.add_worksheet(observed.workings), observed)
        own.append(observed.workings)
    write_lists(book.add_worksheet(LISTS_SHEET), lists, styles)
    write_identity(book.add_worksheet(IDENTITY_SHEET), instrument, own, (ANSWERS_SHEET,))
    book.close()
    return stream.getvalue()
