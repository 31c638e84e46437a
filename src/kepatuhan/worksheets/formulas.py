"""The scoring rules as formulas of a sheet, in functions that every Excel since 2007 knows.

A reader can follow a number through three columns: *Terisi* (answers given, or ``tb`` when the indicator is not
applicable), *Bobot* (its weight among its siblings, 0 when it left the tree) and *Capaian* (its mark 0..1). A group's
mark is the mean of its children's by weight; the score is the whole's, rounded half up once. The inner ``ROUND(x,9)``
takes away what binary numbers add to an exact half. Weights stand as in the YAML file: ``=12.22``, ``=1/9``.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import Indicator, NumberScale
from kepatuhan.worksheets.form_plan import ANSWER, FILLED, MARK, WEIGHT, FormPlan, FormRow
from kepatuhan.worksheets.lists import Lists

LEFT_OUT = "tb"
"""What *Terisi* says of an indicator that is not applicable."""


class FigureWords(NamedTuple):
    """What stands in the place of a score that there is not, and between two counts."""

    not_filled_in: str
    not_assessed: str
    of: str


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
    formulas = dict(_figures(plan, lists, words))
    for row in plan.rows:
        if not row.is_scored:
            continue
        if isinstance(row.component, Indicator):
            formulas[plan.cell(FILLED, row.row)] = filled(plan, row, row.component, lists)
            formulas[plan.cell(WEIGHT, row.row)] = _indicator_weight(plan, row, row.component)
            formulas[plan.cell(MARK, row.row)] = mark(plan, row, row.component, lists)
        else:
            formulas[plan.cell(WEIGHT, row.row)] = _group_weight(plan, row)
            formulas[plan.cell(MARK, row.row)] = f"=IF({_weights(plan, row.children)}=0,0,{_mean(plan, row.children)})"
    return formulas


def filled(plan: FormPlan, row: FormRow, indicator: Indicator, lists: Lists) -> str:
    """How many answers an indicator has; ``tb`` when it has none, and was said to be not applicable."""
    cells = plan.answers(row)
    if isinstance(indicator.scale, NumberScale):
        count = f"COUNT({cells})"
    else:
        count = f'SUMPRODUCT(({cells}&""={lists.spellings(indicator.scale)[0]})*1)'
    if not indicator.may_be_not_applicable:
        return f"={count}"
    left_out = f'SUMPRODUCT(({cells}&""={lists.not_applicable})*1)>0'
    return f'=IF({count}>0,{count},IF({left_out},"{LEFT_OUT}",0))'


def mark(plan: FormPlan, row: FormRow, indicator: Indicator, lists: Lists) -> str:
    """The mark of an indicator, 0..1: the mean of its answers, the worst mark when blank, 0 when it left the tree."""
    cells, count, scale = plan.answers(row), plan.cell(FILLED, row.row), indicator.scale
    if isinstance(scale, NumberScale):
        above_zero = f"SUM({cells})/{count}" + ("" if scale.zero == 0 else f"-{_number(scale.zero)}")
        mean = f"({above_zero})/{_number(scale.best - scale.zero)}"
    else:
        spellings, points = lists.spellings(scale)
        most = _number(max(scale.options.values()))
        mean = f'SUMPRODUCT(({cells}&""={spellings})*{points})/{count}/{most}'
    given = f"IF({count}>0,{mean},{_number(scale.worst_mark)})"
    return f'=IF({count}="{LEFT_OUT}",0,{given})' if indicator.may_be_not_applicable else f"={given}"


def _indicator_weight(plan: FormPlan, row: FormRow, indicator: Indicator) -> str:
    assert indicator.weight is not None, "a scored indicator has a weight of its own"
    weight = to_text(indicator.weight)
    if not indicator.may_be_not_applicable:
        return f"={weight}"
    return f'=IF({plan.cell(FILLED, row.row)}="{LEFT_OUT}",0,{weight})'


def _group_weight(plan: FormPlan, row: FormRow) -> str:
    """What a group weighs among its siblings: its own weight, or what its children still in the tree weigh together."""
    weights = _weights(plan, row.children)
    if row.component.weight is None:
        return f"={weights}"
    return f"=IF({weights}=0,0,{to_text(row.component.weight)})"


def _weights(plan: FormPlan, siblings: Sequence[FormRow]) -> str:
    """What siblings still in the tree weigh together."""
    return f"SUM({','.join(_block(plan, WEIGHT, *rows) for rows in _blocks(siblings))})"


def _mean(plan: FormPlan, siblings: Sequence[FormRow]) -> str:
    """The mean of the marks of siblings, by weight."""
    products = []
    for first, last in _blocks(siblings):
        weights, marks = _block(plan, WEIGHT, first, last), _block(plan, MARK, first, last)
        products.append(f"{weights}*{marks}" if first == last else f"SUMPRODUCT({weights},{marks})")
    return f"({'+'.join(products)})/{_weights(plan, siblings)}"


def _blocks(siblings: Sequence[FormRow]) -> list[tuple[int, int]]:
    """The rows of siblings, those that follow each other as one block: first and last row."""
    blocks: list[tuple[int, int]] = []
    for sibling in siblings:
        if blocks and blocks[-1][1] == sibling.row - 1:
            blocks[-1] = blocks[-1][0], sibling.row
        else:
            blocks.append((sibling.row, sibling.row))
    return blocks


def _block(plan: FormPlan, heading: str, first: int, last: int) -> str:
    start, end = plan.cell(heading, first), plan.cell(heading, last)
    return start if first == last else f"{start}:{end}"


def _figures(plan: FormPlan, lists: Lists, words: FigureWords) -> Iterator[tuple[str, str]]:
    cells, instrument, counts = figure_cells(plan), plan.instrument, plan.below(FILLED)
    answered = f'COUNTIF({counts},">0")'
    score, mark_cell = cells["score"], cells["mark"]
    without = f'IF(COUNT({counts})=0,"{words.not_assessed}","{words.not_filled_in}")'
    full = to_text(instrument.full_score)
    yield mark_cell, f'=IF({answered}=0,"",{_mean(plan, plan.top) if plan.top else 0})'
    yield score, f"=IF({answered}=0,{without},ROUND(ROUND({full}*{mark_cell},9),{instrument.decimals}))"
    yield cells["answered"], f'={answered}&" {words.of} "&COUNT({counts})'
    for name, column in (("band", "name"), ("zone", "zone")):
        if name in cells:
            yield cells[name], "=" + band_lookup(score, lists, column)
    if "gap" in cells:
        assert instrument.target is not None
        yield cells["gap"], f'=IF(COUNT({score})=0,"",ROUND(MAX(0,{to_text(instrument.target)}-{score}),9))'


def band_lookup(score: str, lists: Lists, column: str) -> str:
    """The name or the zone of the highest band whose lower bound the score reaches; nothing without a score."""
    return f'IF(COUNT({score})=0,"",INDEX({lists.bands[column]},MATCH({score},{lists.bands["lower"]},1)))'


def _number(value: Exact) -> str:
    text = to_text(value)
    return f"({text})" if "/" in text or text.startswith("-") else text
