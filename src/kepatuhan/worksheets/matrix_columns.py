"""The columns of a matrix: what may be answered in each, what turns red or grey, and scores that are given directly."""

from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import Exact, simplest, to_text
from kepatuhan.instrument.model import Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.answer_rules import Rule, direct_rule, matrix_rule
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.lists import Lists
from kepatuhan.worksheets.matrix_formulas import fits, wrong_answer, wrong_direct_score
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, DirectColumn, MatrixPlan


def offer_answers(
    sheet: Worksheet,
    plan: MatrixPlan,
    lists: Lists,
    styles: tuple[Format, Format],
    words: Words,
    indicator: Indicator,
    column: int,
    last_row: int,
    type_cell: str,
) -> None:
    """The dropdown or the limits of a column; cells of units of other types turn grey and refuse answers.

    ``styles`` are those of what is wrong and of what is not asked.
    """
    wrong_style, closed_style = styles
    condition = fits(plan, indicator, type_cell)
    first_cell = f"{column_letters(column)}{FIRST_ROW}"
    choices = lists.choices(indicator)
    rule: Rule = matrix_rule(indicator, choices, first_cell, condition, lists.nothing, words)
    block = FIRST_ROW - 1, column - 1, last_row - 1, column - 1
    sheet.data_validation(*block, rule)
    wrong = wrong_answer(plan, indicator, first_cell, type_cell)
    if wrong is not None:
        red = {"type": "formula", "criteria": f"={wrong}", "format": wrong_style, "stop_if_true": True}
        sheet.conditional_format(*block, red)
    if condition is not None:
        closed = {"type": "formula", "criteria": f"=NOT({condition})", "format": closed_style}
        sheet.conditional_format(*block, closed)


def offer_direct_scores(
    sheet: Worksheet, plan: MatrixPlan, given: DirectColumn, column: int, wrong_style: Format, words: Words
) -> None:
    """The limits of a column of scores that are given directly; what is none turns red."""
    block = FIRST_ROW - 1, column - 1, plan.last_row - 1, column - 1
    sheet.data_validation(*block, direct_rule(direct_heading(given), given.most, words))
    wrong = wrong_direct_score(f"{column_letters(column)}{FIRST_ROW}", given.most)
    sheet.conditional_format(*block, {"type": "formula", "criteria": f"={wrong}", "format": wrong_style})


def direct_heading(column: DirectColumn) -> str:
    """The header of a column of scores that are given directly: it says out of how much (``input/21,85``)."""
    return f"{column.id}/{to_text(column.most).replace('.', ',')}"


def direct_score(column: DirectColumn, unit: UnitAnswers) -> Exact | None:
    """A score that is given directly, out of what the column says."""
    given = unit.direct.get(column.id)
    if given is None:
        return None
    return simplest(Fraction(given.value) * Fraction(column.most) / Fraction(given.most))
