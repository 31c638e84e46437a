"""The formulas of a unit's form: where its figures stand; what they say is in :mod:`.scoring_formulas`."""

from kepatuhan.instrument.model import Indicator
from kepatuhan.worksheets.form_plan import ANSWER, FILLED, MARK, WEIGHT, FormPlan, FormRow
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.scoring_formulas import (
    AnswerFormulas,
    FigureWords,
    Part,
    answers_in_cells,
    part_formulas,
    unit_formulas,
)


def figure_cells(plan: FormPlan) -> dict[str, str]:
    """Where the figures of the whole unit stand: score, name of the band, its zone, answered, gap, unrounded mark."""
    row, answers = plan.figures_row, plan.column(ANSWER)
    cells = {"score": f"A{row}", "band": f"B{row}", "answered": plan.cell(ANSWER, row), "mark": plan.cell(MARK, row)}
    if any(band.zone for band in plan.instrument.bands):
        cells["zone"] = f"C{row}"
    if plan.instrument.target is not None:
        cells["gap"] = plan.cell(plan.headings[answers], row)
    return cells


def form_formulas(plan: FormPlan, lists: Lists, words: FigureWords) -> dict[str, str]:
    """Every formula of a unit's sheet, by its cell."""
    rows = {row.component.id: row for row in plan.rows}

    def read_answers(part: Part, indicator: Indicator) -> AnswerFormulas:
        return answers_in_cells(plan.answers(rows[indicator.id]), part.filled, indicator, lists)

    top = parts_of(plan)
    formulas = dict(unit_formulas(figure_cells(plan), plan.below(FILLED), top, plan.instrument, lists, words))
    formulas.update(part_formulas(top, read_answers))
    return formulas


def parts_of(plan: FormPlan) -> tuple[Part, ...]:
    """The scored tree with the cells of its figures; the position of a part is its row."""
    return tuple(_part(plan, row) for row in plan.top)


def _part(plan: FormPlan, row: FormRow) -> Part:
    filled = plan.cell(FILLED, row.row) if isinstance(row.component, Indicator) else ""
    children = tuple(_part(plan, child) for child in row.children)
    return Part(row.component, row.row, filled, plan.cell(WEIGHT, row.row), plan.cell(MARK, row.row), children)
