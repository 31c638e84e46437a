"""How sure a zone is: what blank answers, and weights that had to be assumed, could still make of it.

Assumed weights are let loose together: each may be anything from half to double of what the instrument says, while the
weights of its group keep their sum (a weight that is published stays what it is). The least and the highest score under
that rule are found exactly: in a group the best weights lie on the limits, and groups do not touch each other. A group
that weighs its sum shares its parent's sum, so its children stand in the parent's place.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Group, Indicator, Instrument
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.results import ComponentResult, Result, UnitResult

LEAST, MOST = Fraction(1, 2), Fraction(2)
"""What an assumed weight may be, in parts of itself."""


class WeightRange(NamedTuple):
    """The scores that assumed weights allow, rounded like every score; ``is_exact``: none outside can be reached, all
    between the two can.
    """

    low: Decimal
    high: Decimal
    is_exact: bool


class Certainty(NamedTuple):
    """How sure the zone of one score is (its category or label where the instrument has no zones)."""

    blanks_decide: bool
    """Whether the blank answers, turned out best, would lead to another zone."""
    weights: WeightRange | None
    """None where no assumed weight counts in the score."""
    weights_decide: bool
    """Whether other weights in the place of the assumed ones could lead to another zone."""
    together_decide: bool
    """Whether blanks and weights could where neither does alone."""

    @property
    def is_certain(self) -> bool:
        """Whether nothing could change the zone."""
        return not (self.blanks_decide or self.weights_decide or self.together_decide)


class _Node(NamedTuple):
    """A component among its siblings: what it may weigh, and the marks that it may have."""

    id: str
    least: int
    weight: int
    most: int
    low: Fraction
    high: Fraction
    stays: bool
    """False: not applicable, or asked of other unit types. It has no mark; its weight is part of the group's sum."""
    children: tuple["_Node", ...]


class ResultCertainty(NamedTuple):
    """How sure the zones of a whole result are; None where there is no score."""

    units: tuple[Certainty | None, ...]
    """In the order of the result's units."""
    institution: Certainty | None


def unit_certainty(instrument: Instrument, unit: UnitResult) -> Certainty | None:
    """How sure the zone of ``unit`` is; None where it has no score."""
    return _Grown(_Growing(instrument), unit).certainty() if unit.score is not None else None


def result_certainty(result: Result) -> ResultCertainty:
    """How sure the zone of each unit is, and of the institution.

    The weights are the same for all units. Where all units have the same tree (nothing is "not applicable" in one and
    applicable in another) the institution's limits are exact; else the units' own limits are averaged, which may be a
    little wider than what one set of weights can do.
    """
    growing = _Growing(result.instrument)
    grown = [_Grown(growing, unit) if unit.score is not None else None for unit in result.units]
    units = tuple(unit.certainty() if unit is not None else None for unit in grown)
    return ResultCertainty(units, _institution(result, [unit for unit in grown if unit is not None]))


_Limits = tuple[Fraction, Fraction]


def _institution(result: Result, units: Sequence["_Grown"]) -> Certainty | None:
    institution = result.institution
    if institution.score is None or institution.possible is None:
        return None
    counts = [grown.unit.roll_up_count or 1 if result.weighted_by else 1 for grown in units]
    limits, is_exact = _mean_limits([grown.tree for grown in units], counts)
    at_best = limits
    if limits is not None and any(grown.unit.blank for grown in units):
        at_best, _ = _mean_limits([grown.tree_at_best for grown in units], counts)
    score, best = institution.score, institution.possible[1]
    return _certainty(result.instrument, score, best, limits, at_best, is_exact=is_exact)


def _mean_limits(trees: Sequence[tuple[_Node, ...]], counts: Sequence[int]) -> tuple[_Limits | None, bool]:
    """The limits of the mean, and whether they are exact."""
    if not any(map(_is_loose, trees)):
        return None, True
    together = _merged(trees, counts)
    if together is not None:
        return _limits(together), True
    low, high = (_mean(ends, counts) for ends in zip(*map(_limits, trees), strict=True))
    return (low, high), False


def _certainty(
    instrument: Instrument,
    score: Decimal,
    best: Decimal,
    limits: _Limits | None,
    at_best: _Limits | None,
    *,
    is_exact: bool,
) -> Certainty:
    """``limits`` with every blank at its worst, ``at_best`` with every blank at its best."""
    zone = _zone(instrument, score)
    by_blanks = _zone(instrument, best) != zone
    if limits is None or at_best is None:
        return Certainty(by_blanks, None, False, False)
    weights = _range(instrument, *limits, is_exact=is_exact)
    by_weights = {_zone(instrument, weights.low), _zone(instrument, weights.high)} != {zone}
    by_both = _zone(instrument, _range(instrument, *at_best, is_exact=is_exact).high) != zone
    return Certainty(by_blanks, weights, by_weights, by_both and not by_blanks and not by_weights)


def _zone(instrument: Instrument, score: Decimal) -> str | None:
    """What a reader takes home: the zone; where there are none the category, else the label."""
    band = instrument.band_of(score)
    return None if band is None else band.zone or band.category or band.label


def _range(instrument: Instrument, low: Fraction, high: Fraction, *, is_exact: bool) -> WeightRange:
    full, decimals = Fraction(instrument.full_score), instrument.decimals
    low_score, high_score = (Mark(end.numerator, end.denominator).score(full, decimals) for end in (low, high))
    return WeightRange(low_score, high_score, is_exact)


class _Grown:
    """A unit that has a score, and its nodes: with every blank at its worst, and at its best."""

    def __init__(self, growing: "_Growing", unit: UnitResult) -> None:
        self.unit = unit
        self._instrument = growing.instrument
        if unit.is_direct:  # the score of the whole unit was given: nothing can move it
            assert unit.mark is not None
            self.tree: tuple[_Node, ...] = (_Node("", 1, 1, 1, unit.mark.exact, unit.mark.exact, True, ()),)
            self.tree_at_best: tuple[_Node, ...] = self.tree
            return
        results = unit.components
        self.tree = growing.tree(unit.type, results, at_best=False)
        self.tree_at_best = growing.tree(unit.type, results, at_best=True) if unit.blank else self.tree

    def certainty(self) -> Certainty:
        unit = self.unit
        assert unit.score is not None
        assert unit.possible is not None
        limits = at_best = None
        if _is_loose(self.tree):
            limits = _limits(self.tree)
            at_best = _limits(self.tree_at_best) if unit.blank else limits
        return _certainty(self._instrument, unit.score, unit.possible[1], limits, at_best, is_exact=True)


class _Growing:
    """Grows the nodes of units: from the instrument's components, so that what a unit lacks keeps its weight."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._assumed = frozenset(component.id for component in instrument.assumed_weights)
        self._at_best = False
        self._unit_type: str | None = None
        weights = [component.weight for component in instrument.walk() if component.weight is not None]
        self._unit_of_weight = LEAST.denominator * lcm(*[weight.denominator for weight in weights])
        """One over this divides all weights, and the least that assumed ones may be."""
        self._known: dict[str, tuple[int, int, int]] = {}

    def tree(self, unit_type: str | None, results: Sequence[ComponentResult], *, at_best: bool) -> tuple[_Node, ...]:
        self._unit_type, self._at_best = unit_type, at_best
        return tuple(self.nodes(self.instrument.components, results))

    def nodes(self, components: Iterable[Component], results: Sequence[ComponentResult]) -> Iterator[_Node]:
        found = {result.component.id: result for result in results}
        for component in components:
            result = found.get(component.id)
            if isinstance(component, Group) and component.weight is None and not (result and result.is_direct):
                # It weighs its sum: its children share the sum above it.
                yield from self.nodes(component.components, result.components if result else ())
            elif isinstance(component, Group) and component.weight is None:
                # Its score is given, and it weighs what is asked of the unit below it; the rest keeps its part of it.
                parts = list(_sharing(component))
                asked = [part for part in parts if _is_asked(part, self._unit_type)]
                least, weight, most = (sum(of) for of in zip(*map(self._weights, asked), strict=True))
                assert result is not None
                assert result.mark is not None
                mark = result.mark.exact
                yield _Node(component.id, least, weight, most, mark, mark, True, ())
                yield from (self._node(part, None) for part in parts if part not in asked)
            elif component.weight is not None or isinstance(component, Group):
                yield self._node(component, result)

    def _node(self, component: Component, result: ComponentResult | None) -> _Node:
        least, weight, most = self._weights(component)
        mark = None if result is None else result.best_mark if self._at_best else result.mark
        if result is None or mark is None:
            return _Node(component.id, least, weight, most, Fraction(0), Fraction(0), False, ())
        if isinstance(component, Group) and result.components:
            children = tuple(self.nodes(component.components, result.components))
            return _Node(component.id, least, weight, most, *_limits(children), True, children)
        exact = mark.exact
        return _Node(component.id, least, weight, most, exact, exact, True, ())

    def _weights(self, component: Component) -> tuple[int, int, int]:
        """What a component may weigh at least, does weigh, and may weigh at most."""
        if component.id not in self._known:
            self._known[component.id] = self._work_out_weights(component)
        return self._known[component.id]

    def _work_out_weights(self, component: Component) -> tuple[int, int, int]:
        weight = int((component.weight or 0) * self._unit_of_weight)
        is_assumed = component.id in self._assumed
        return (int(weight * LEAST), weight, int(weight * MOST)) if is_assumed else (weight, weight, weight)


def _sharing(group: Group) -> Iterator[Component]:
    """The components that share a group's sum: its own, and those of groups in it that weigh their sum, too."""
    for component in group.components:
        if isinstance(component, Group) and component.weight is None:
            yield from _sharing(component)
        elif component.weight is not None:
            yield component


def _is_asked(component: Component, unit_type: str | None) -> bool:
    """Whether something in a component is scored for units of a type."""
    if isinstance(component, Group):
        return any(_is_asked(child, unit_type) for child in component.components)
    return isinstance(component, Indicator) and component.scored and component.fits(unit_type)


def _is_loose(nodes: Iterable[_Node]) -> bool:
    return any(node.least != node.most or _is_loose(node.children) for node in nodes)


def _merged(trees: Sequence[tuple[_Node, ...]], counts: Sequence[int]) -> tuple[_Node, ...] | None:
    """One tree whose marks are the means of those of ``trees``; None where these differ in more than marks."""
    merged = []
    if len({len(tree) for tree in trees}) != 1:
        return None
    for siblings in zip(*trees, strict=True):
        first = siblings[0]
        if len({(node.id, node.weight, node.stays, bool(node.children)) for node in siblings}) != 1:
            return None
        low, high = (_mean([node[end] for node in siblings], counts) for end in (_LOW, _HIGH))
        children: tuple[_Node, ...] | None = ()
        if first.children:
            children = _merged([node.children for node in siblings], counts)
            if children is None:
                return None
            low, high = _limits(children)
        merged.append(first._replace(low=low, high=high, children=children))
    return tuple(merged)


_LOW, _HIGH = _Node._fields.index("low"), _Node._fields.index("high")


def _mean(values: Iterable[Fraction], counts: Sequence[int]) -> Fraction:
    return sum((value * count for value, count in zip(values, counts, strict=True)), Fraction()) / sum(counts)


def _limits(nodes: Sequence[_Node]) -> tuple[Fraction, Fraction]:
    """The least and the highest mark of a group, over all that its members may weigh and all marks that they may have.

    The group keeps its sum: what is not applicable takes between its least and its most of it, the rest have the rest.
    """
    staying = [node for node in nodes if node.stays]
    out = [node for node in nodes if not node.stays]
    total = sum([node.weight for node in nodes])
    sums = total - sum([node.most for node in out]), total - sum([node.least for node in out])
    common = lcm(*[mark.denominator for node in staying for mark in (node.low, node.high)])
    highs = [(_over(node.high, common), node.least, node.most) for node in staying]
    lows = [(-_over(node.low, common), node.least, node.most) for node in staying]
    return -_highest(lows, *sums) / common, _highest(highs, *sums) / common


def _over(mark: Fraction, denominator: int) -> int:
    return mark.numerator * (denominator // mark.denominator)


def _highest(members: list[tuple[int, int, int]], least_sum: int, most_sum: int) -> Fraction:
    """The highest weighted mean of marks, each ``(mark, least weight, most weight)``, with the sum of weights bounded.

    For a supposed mean, a member helps as far as its mark is above it; weights that are best for it give a better mean,
    until there is none (Dinkelbach's method, exact here since only finitely many choices of weights are ever best).
    """
    members = sorted(members, reverse=True)
    base_sum = sum([least for _, least, _ in members])
    base_points = sum([mark * least for mark, least, _ in members])
    best: tuple[int, int] | None = None
    while True:
        total, points = base_sum, base_points
        for mark, least, most in members:
            helps = best is not None and mark * best[1] > best[0]
            more = min(most - least, (most_sum if helps else least_sum) - total)
            if more > 0:
                total, points = total + more, points + mark * more
        if best is not None and points * best[1] <= best[0] * total:
            return Fraction(*best)
        best = points, total
