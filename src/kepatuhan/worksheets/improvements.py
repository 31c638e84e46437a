"""The answers that would add most to a unit's score: formulas, and what they show, from the scorer.

A reader can follow a number through three columns: *Bobot efektif* (an indicator's weight in the final score: its
group's, times its own among its siblings still in the tree), *Tambahan nilai* (the points that its best mark would add)
and *Urutan* (its rank; equal points in the order of the rows). What is not in a unit's own hands has no points there.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import Indicator
from kepatuhan.scoring.gains import points_to_add
from kepatuhan.scoring.results import ComponentResult, UnitResult
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import (
    ANSWER,
    CODE,
    GAIN,
    INDICATOR,
    MARK,
    RANK,
    REMEDY,
    SHARE,
    FormPlan,
    FormRow,
    column_letters,
    may_be_improved,
)
from kepatuhan.worksheets.formulas import figure_cells, parts_of
from kepatuhan.worksheets.scoring_formulas import Part, sum_of_weights

_SAME = 9
"""Points that agree to so many decimals are equal: binary numbers add something to what is exactly the same."""


def improvement_cells(plan: FormPlan, row: int) -> dict[str, str]:
    """Where a row of the answers that would add most shows code, title, points and remedy."""
    remedy = f"{column_letters(plan.column(ANSWER) + 1)}{row}"
    return {CODE: f"A{row}", INDICATOR: f"B{row}", GAIN: plan.cell(ANSWER, row), REMEDY: remedy}


def improvement_formulas(plan: FormPlan) -> dict[str, str]:
    """The formulas of the three columns and of the rows at the top, by cell."""
    formulas = dict(_shares(plan, parts_of(plan), None))
    full = to_text(plan.instrument.full_score)
    for row in _improvable(plan):
        share, mark, gain = (plan.cell(heading, row.row) for heading in (SHARE, MARK, GAIN))
        formulas[gain] = f"=ROUND({full}*{share}*(1-{mark}),{_SAME})"
        column = f"${gain.rstrip('0123456789')}"
        first, last = f"{column}${plan.header_row + 1}", f"{column}${plan.last_row}"
        ranked = f"RANK({gain},{first}:{last})+COUNTIF({first}:{gain},{gain})-1"
        formulas[plan.cell(RANK, row.row)] = f'=IF({gain}>0,{ranked},"")'
    for position, row_number in enumerate(plan.improvement_rows, start=1):
        score, ranks = figure_cells(plan)["score"], _fixed(plan, RANK)
        nothing = f"OR(COUNT({score})=0,COUNT({ranks})<{position})"
        for heading, cell in improvement_cells(plan, row_number).items():
            found = f"INDEX({_fixed(plan, heading)},MATCH({position},{ranks},0))"
            shown = f"ROUND({found},{plan.instrument.decimals})" if heading == GAIN else f'{found}&""'
            formulas[cell] = f'=IF({nothing},"",{shown})'
    return formulas


def improvement_values(plan: FormPlan, result: UnitResult) -> dict[str, Shown]:
    """What these formulas show for a unit: one value for each of ``improvement_formulas``."""
    parts = {part.component.id: part for top in result.components for part in top.walk()}
    values: dict[str, Shown] = {}
    for row in plan.rows:
        if row.is_scored:
            values[plan.cell(SHARE, row.row)] = float(parts[row.component.id].effective_weight)
    gains = {row.row: _gain(parts[row.component.id], _SAME) for row in _improvable(plan)}
    ranked = sorted((row for row, gain in gains.items() if gain > 0), key=lambda row: (-gains[row], row))
    ranks: dict[int, Shown] = {row: rank for rank, row in enumerate(ranked, start=1)}
    for row_number, gain in gains.items():
        values[plan.cell(GAIN, row_number)] = float(gain)
        values[plan.cell(RANK, row_number)] = ranks.get(row_number, "")
    components = {row.row: row.component for row in _improvable(plan)}
    shown = ranked if result.score is not None else []
    for position, row_number in enumerate(plan.improvement_rows):
        cells = improvement_cells(plan, row_number)
        if position >= len(shown):
            values |= dict.fromkeys(cells.values(), "")
            continue
        indicator = components[shown[position]]
        assert isinstance(indicator, Indicator)
        values[cells[CODE]], values[cells[INDICATOR]] = indicator.id, indicator.title
        values[cells[GAIN]] = float(_gain(parts[indicator.id], plan.instrument.decimals))
        values[cells[REMEDY]] = indicator.remedy or ""
    return values


def _gain(part: ComponentResult, decimals: int) -> Decimal:
    points = points_to_add(part)
    return round_half_up(points.numerator, points.denominator, decimals)


def _improvable(plan: FormPlan) -> list[FormRow]:
    return [row for row in plan.rows if may_be_improved(row.component)]


def _shares(plan: FormPlan, siblings: Sequence[Part], parent: Part | None) -> Iterator[tuple[str, str]]:
    """The weight of every scored component in the final score; 0 for what left the tree."""
    whole = "" if parent is None else f"{plan.cell(SHARE, parent.position)}*"
    for sibling in siblings:
        share = f"{whole}{sibling.weight}/{sum_of_weights(siblings)}"
        yield plan.cell(SHARE, sibling.position), f"=IF({sibling.weight}=0,0,{share})"
        yield from _shares(plan, sibling.children, sibling)


def _fixed(plan: FormPlan, heading: str) -> str:
    """The whole column below a heading, as absolute references."""
    letters = column_letters(plan.column(heading))
    return f"${letters}${plan.header_row + 1}:${letters}${plan.last_row}"
