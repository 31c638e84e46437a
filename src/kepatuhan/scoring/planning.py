"""From a result to its target: for each unit, and for the institution, the improvements of least total effort.

A score counts rounded, so an unrounded score of 87.995 reaches the target 88 with two decimals; what is missing to
there is exact. The institution's score is the roll-up of the units that have a score now. A unit without one is not
planned, for nobody knows where it stands, and raising it from nothing would change which units count.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from kepatuhan.instrument.model import Band, Indicator
from kepatuhan.scoring.answers import Answer
from kepatuhan.scoring.improvements import Improvement, Ladder, Obstacle, ladders, obstacles
from kepatuhan.scoring.least_effort import Chosen, least_effort
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.results import Result, UnitResult


class Step(NamedTuple):
    """One indicator of one unit, raised to a better answer."""

    unit: UnitResult
    indicator: Indicator
    answer: Answer | None
    """What is answered now; None: blank."""
    answer_after: Answer
    effort: int
    points: Fraction
    """What it adds to the unit's unrounded score."""
    institution_points: Fraction
    """What it adds to the institution's unrounded score."""
    score_after: Decimal
    """The score of the unit (in the institution's plan: of the institution) after this step and all before it."""
    band_after: Band | None


class Alternative(NamedTuple):
    """One of several improvements that are equal in effort and points."""

    unit: UnitResult
    indicator: Indicator
    answer: Answer | None
    """What is answered now; None: blank."""
    answer_after: Answer


class Equals(NamedTuple):
    """Improvements that are equal in effort and points: any ``choose`` of them do.

    No indicator stands in two of them, so what is chosen of one leaves the others as they are.
    """

    choose: int
    among: tuple[Alternative, ...]


class Route(NamedTuple):
    """The way to the target, or as far as it gets: everything that is offered, where that is not enough."""

    score: Decimal
    score_after: Decimal
    is_reachable: bool
    effort: int
    effort_at_least: int
    """No way to the target has less effort. Below ``effort`` where the search was too long to be finished."""
    band: Band | None
    band_after: Band | None
    steps: tuple[Step, ...]
    """Those first that bring the most points for their effort."""
    equals: tuple[Equals, ...]

    @property
    def is_exact(self) -> bool:
        """Whether no other way has less effort."""
        return self.effort == self.effort_at_least


class UnitPlan(NamedTuple):
    """One unit. ``route`` is None where it has no score."""

    unit: UnitResult
    route: Route | None
    obstacles: tuple[Obstacle, ...]
    """What stands in the way where the target is out of reach."""


class Plan(NamedTuple):
    """The plans of units, and of the institution where it has a score and all units were asked for."""

    result: Result
    target: Decimal
    units: tuple[UnitPlan, ...]
    institution: Route | None

    @property
    def is_exact(self) -> bool:
        """Whether every plan has the least effort."""
        routes = [self.institution, *(unit.route for unit in self.units)]
        return all(route.is_exact for route in routes if route is not None)


def plan(result: Result, *, unit: str | None = None, include_outside: bool = False) -> Plan:
    """The least effort from ``result`` to its target: of all units and the institution, or of one unit.

    ``include_outside`` also offers what is not in a unit's hands; it counts as the hardest effort.

    Raises:
        ValueError: when the result has no target, or no unit is called ``unit``.
    """
    if result.target is None:
        raise ValueError("the result has no target: give one to score()")
    chosen = [each for each in result.units if unit in (None, each.unit)]
    if unit is not None and not chosen:
        raise ValueError(f"there is no unit {unit!r}")
    planning = _Planning(result, result.target, include_outside=include_outside)
    units = tuple(planning.unit(each) for each in chosen)
    return Plan(result, result.target, units, planning.institution() if unit is None else None)


def unit_shares(result: Result) -> dict[str, Fraction]:
    """The part of each unit that has a score in the roll-up of the institution; together 1."""
    counts = {unit.unit: unit.roll_up_count or 1 if result.weighted_by else 1 for unit in result.units if unit.mark}
    total = sum(counts.values())
    return {name: Fraction(count, total) for name, count in counts.items()}


def plan_of_the_furthest(result: Result) -> UnitPlan | None:
    """The plan of the unit furthest from the target among those in which something can be improved; None without one.

    Raises:
        ValueError: when the result has no target.
    """
    if result.target is None:
        raise ValueError("the result has no target: give one to score()")
    below = [(unit.score, unit) for unit in result.units if unit.gap and unit.score is not None]
    planning = _Planning(result, result.target, include_outside=False)
    for _, unit in sorted(below, key=lambda pair: pair[0]):
        if planning.can_improve(unit):
            return planning.unit(unit)
    return None


class _Open(NamedTuple):
    """A ladder of a unit, and the unit's share in the institution's score."""

    unit: UnitResult
    ladder: Ladder
    share: Fraction


class _Planning:
    def __init__(self, result: Result, target: Decimal, *, include_outside: bool) -> None:
        self.result = result
        self.instrument = result.instrument
        self.include_outside = include_outside
        self.full = Fraction(self.instrument.full_score)
        grain = 10**self.instrument.decimals
        self.needed_mark = (ceil(Fraction(target) * grain) - Fraction(1, 2)) / grain / self.full
        self.scored = [unit for unit in result.units if unit.score is not None]
        self.shares = unit_shares(result)
        self._ladders: dict[str, list[_Open]] = {}

    def unit(self, unit: UnitResult) -> UnitPlan:
        if unit.mark is None:
            return UnitPlan(unit, None, ())
        route = self._route(self._open(unit), unit.mark.exact, is_institution=False)
        in_the_way = () if route.is_reachable else obstacles(unit, include_outside=self.include_outside)
        return UnitPlan(unit, route, in_the_way)

    def can_improve(self, unit: UnitResult) -> bool:
        return bool(self._open(unit))

    def institution(self) -> Route | None:
        if not self.scored:
            return None
        mark = sum((self.shares[unit.unit] * unit.mark.exact for unit in self.scored if unit.mark), Fraction(0))
        return self._route([one for unit in self.scored for one in self._open(unit)], mark, is_institution=True)

    def _open(self, unit: UnitResult) -> list[_Open]:
        if unit.unit not in self._ladders:
            found = ladders(unit, include_outside=self.include_outside)
            self._ladders[unit.unit] = [_Open(unit, ladder, self.shares[unit.unit]) for ladder in found]
        return self._ladders[unit.unit]

    def _route(self, offered: Sequence[_Open], mark: Fraction, *, is_institution: bool) -> Route:
        weights = [one.share if is_institution else Fraction(1) for one in offered]
        ways = [
            [(improvement.effort, improvement.gain * weight) for improvement in one.ladder.improvements]
            for one, weight in zip(offered, weights, strict=True)
        ]
        needed = self.needed_mark - mark
        is_reachable = sum((way[-1][1] for way in ways), Fraction(0)) >= needed
        chosen = least_effort(ways, needed) if is_reachable else _everything(ways)
        taken = [(position, ways[position][rung]) for position, rung in enumerate(chosen.taken) if rung is not None]
        taken.sort(key=lambda step: (-step[1][1] / step[1][0], step[1][0], step[0]))
        now, band = self._rated(mark)
        after, band_after = now, band
        steps = []
        for position, (_, gain) in taken:
            mark += gain
            after, band_after = self._rated(mark)
            rung = chosen.taken[position]
            assert rung is not None
            one = offered[position]
            steps.append(self._step(one, one.ladder.improvements[rung], after, band_after))
        return Route(
            score=now,
            score_after=after,
            is_reachable=is_reachable,
            effort=chosen.effort,
            effort_at_least=chosen.at_least,
            band=band,
            band_after=band_after,
            steps=tuple(steps),
            equals=_equals(offered, ways, chosen) if is_reachable else (),
        )

    def _step(self, one: _Open, improvement: Improvement, after: Decimal, band: Band | None) -> Step:
        points = improvement.gain * self.full
        return Step(
            one.unit,
            one.ladder.indicator,
            one.ladder.answer,
            improvement.answer_after,
            improvement.effort,
            points,
            points * one.share,
            after,
            band,
        )

    def _rated(self, mark: Fraction) -> tuple[Decimal, Band | None]:
        rounded = Mark(mark.numerator, mark.denominator).score(self.full, self.instrument.decimals)
        return rounded, self.instrument.band_of(rounded)


_Way = Sequence[tuple[int, Fraction]]


def _everything(ways: Sequence[_Way]) -> Chosen:
    effort = sum(way[-1][0] for way in ways)
    return Chosen(tuple(len(way) - 1 for way in ways), effort, effort)


def _equals(offered: Sequence[_Open], ways: Sequence[_Way], chosen: Chosen) -> tuple[Equals, ...]:
    """For what is taken, the other improvements of the same effort and gain on indicators that are left alone."""
    taken: dict[tuple[int, Fraction], list[tuple[int, int]]] = {}
    for position, rung in enumerate(chosen.taken):
        if rung is not None:
            taken.setdefault(ways[position][rung], []).append((position, rung))
    idle: dict[tuple[int, Fraction], list[tuple[int, int]]] = {}
    for position, rung in enumerate(chosen.taken):
        if rung is None:
            same = next((number for number, way in enumerate(ways[position]) if way in taken), None)
            if same is not None:
                idle.setdefault(ways[position][same], []).append((position, same))
    return tuple(
        Equals(len(steps), tuple(_alternative(offered[each], rung) for each, rung in sorted([*steps, *idle[way]])))
        for way, steps in taken.items()
        if way in idle
    )


def _alternative(one: _Open, rung: int) -> Alternative:
    return Alternative(one.unit, one.ladder.indicator, one.ladder.answer, one.ladder.improvements[rung].answer_after)
