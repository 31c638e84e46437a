"""What the formulas of a matrix workbook show, from the scorer: stored beside them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Indicator, OptionScale
from kepatuhan.scoring.answers import NotApplicable, UnitAnswers, Value
from kepatuhan.scoring.results import ComponentResult, UnitResult
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.worksheets.computed import Shown, figure_values, filled_value, mark_value
from kepatuhan.worksheets.entries import Content
from kepatuhan.worksheets.matrix_plan import ANY_ROW, MatrixPlan, ObservationPlan
from kepatuhan.worksheets.scoring_formulas import GIVEN, LEFT_OUT, FigureWords, Part
from kepatuhan.worksheets.unit_remarks import remarks_text


class _PartOfRow(NamedTuple):
    """A part of any row, with the ids of what can be given directly above it, and at it."""

    part: Part
    above: frozenset[str]
    given: frozenset[str]


class RowValues:
    """What a row of *Hitungan* shows, by the cells of any row (see :func:`.matrix_plan.at_row`)."""

    def __init__(self, plan: MatrixPlan, words: FigureWords) -> None:
        self._plan = plan
        self._words = words
        self._figures = plan.figure_cells(ANY_ROW)
        self._scorer = Scorer(plan.instrument)
        self._nothing_unknown: dict[str, Shown] = {plan.unknown(each, ANY_ROW): 0 for each in plan.single}
        self._type_numbers = {name: number for number, name in enumerate(plan.instrument.unit_types, start=1)}
        self._spans = [(plan.span(sheet, ANY_ROW), _spans(sheet)) for sheet in plan.observations]
        ids = {given.cell: name for name, given in plan.direct_cells(ANY_ROW).items()}
        self._parts = [
            _PartOfRow(part, frozenset(ids[cell] for cell in part.above), frozenset(ids[cell] for cell in part.given))
            for top in plan.parts(ANY_ROW)
            for part in _walk(top)
        ]

    def of(
        self, position: int, unit: UnitAnswers, result: UnitResult, unknown: Collection[str] = ()
    ) -> dict[str, Shown]:
        """What it shows for the unit at a position, from 0; a spare row is that of a unit without a name.

        ``unknown`` are the indicators that are answered once, with what nobody knows.
        """
        values: dict[str, Shown] = {f"A{ANY_ROW}": unit.unit, self._figures["state"]: ""}
        if self._plan.has_types:
            values[f"B{ANY_ROW}"] = self._type_numbers[unit.type] if unit.type is not None else 0
        if unit.unit:
            values |= figure_values(self._figures, result, self._words)
            if "remark" in self._figures:
                values[self._figures["remark"]] = remarks_text(self._plan.instrument, result.remarks)
        else:
            values |= dict.fromkeys(self._figures.values(), "")
        for span, rows in self._spans:
            values[span.first], values[span.last] = rows.get(position, (0, 0))
        results = _by_id(result.components)
        # The weights stand there whether or not a score is given directly above them.
        weights = _by_id(self._scorer.tree(replace(unit, direct={}))) if unit.direct else results
        for row_part in self._parts:
            part, name = row_part.part, row_part.part.component.id
            found, weighed = results.get(name), weights.get(name)
            if part.filled:
                values[part.filled] = self._filled(row_part, unit, weighed)
            values[part.weight] = float(weighed.weight) if weighed is not None and weighed.points else 0
            own = unit.direct.get(name)
            if own is not None:
                values[part.mark] = float(Fraction(own.value) / Fraction(own.most))
            elif found is not None and row_part.above.isdisjoint(unit.direct):
                values[part.mark] = float(mark_value(found))
            else:
                values[part.mark] = 0 if row_part.above.isdisjoint(unit.direct) else ""
            if part.share:
                values[part.share] = float(weighed.effective_weight) if weighed is not None else 0
        for indicator in self._plan.single if unknown else ():
            values[self._plan.unknown(indicator, ANY_ROW)] = int(indicator.id in unknown)
        return self._nothing_unknown | values

    @staticmethod
    def _filled(row_part: _PartOfRow, unit: UnitAnswers, weighed: ComponentResult | None) -> Shown:
        if weighed is None:
            return LEFT_OUT  # units of this type do not answer it
        if not row_part.given.isdisjoint(unit.direct):
            return GIVEN
        return filled_value(unit.answers.get(row_part.part.component.id))


def _spans(sheet: ObservationPlan) -> dict[int, tuple[int, int]]:
    """The first and the last row of each unit's observations, from 1, by the unit's position."""
    spans: dict[int, tuple[int, int]] = {}
    for row, place in enumerate(sheet.rows, start=1):
        first, _ = spans.get(place.unit, (row, row))
        spans[place.unit] = first, row
    return spans


def _by_id(components: Iterable[ComponentResult]) -> dict[str, ComponentResult]:
    return {part.component.id: part for top in components for part in top.walk()}


def _walk(part: Part) -> Sequence[Part]:
    return [part, *(below for child in part.children for below in _walk(child))]


def points_shown(indicator: Indicator, value: Content) -> Shown:
    """What the twin of a sheet of observations shows for an answer."""
    if value is None:
        return ""
    if isinstance(value, NotApplicable):
        return LEFT_OUT
    points: Value | Exact = value
    if isinstance(indicator.scale, OptionScale) and isinstance(value, str):
        points = indicator.scale.options[value]
    return float(points)
