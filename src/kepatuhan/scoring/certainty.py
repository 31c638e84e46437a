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

from kepatuhan.instrument.model import Component, Group, Instrument
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.results import ComponentResult, Result, UnitResult

LEAST, MOST = Fraction(1, 2), Fraction(2)
"""What an assumed weight may be, in parts of itself."""

_HALVES, _DOUBLE = LEAST.denominator, MOST.numerator
"""Weights are counted in halves of the units that a layout counts in: their limits are whole numbers, too."""


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

    @property
    def is_certain(self) -> bool:
        """Whether neither could change the zone."""
        return not (self.blanks_decide or self.weights_decide)


class _Node(NamedTuple):
    """A component among its siblings: what it may weigh, and the marks that it may have."""

    least: int
    weight: int
    most: int
    low: Fraction
    high: Fraction
    stays: bool
    """False: not applicable. It has no mark, and its weight is still part of the group's sum."""
    children: tuple["_Node", ...]


def unit_certainty(instrument: Instrument, unit: UnitResult) -> Certainty | None:
    """How sure the zone of ``unit`` is; None where it has no score."""
    if unit.score is None or unit.possible is None:
        return None
    tree = _tree(unit, _assumed_ids(instrument))
    weights = _range(instrument, *_limits(tree), is_exact=True) if _is_loose(tree) else None
    return _certainty(instrument, unit.score, unit.possible[1], weights)


def institution_certainty(result: Result) -> Certainty | None:
    """How sure the zone of the institution is; None where it has no score.

    The weights are the same for all units. Where all units have the same tree (nothing is "not applicable" in one and
    applicable in another) the limits are exact; else the units' own limits are averaged, which may be a little wider
    than what one set of weights can do.
    """
    institution, instrument = result.institution, result.instrument
    if institution.score is None or institution.possible is None:
        return None
    ids = _assumed_ids(instrument)
    scored = [unit for unit in result.units if unit.mark is not None]
    trees = [_tree(unit, ids) for unit in scored]
    counts = [unit.roll_up_count or 1 if result.weighted_by else 1 for unit in scored]
    weights = None
    if any(map(_is_loose, trees)):
        together = _merged(trees, counts)
        if together is not None:
            weights = _range(instrument, *_limits(together), is_exact=True)
        else:
            limits = [_limits(tree) for tree in trees]
            low, high = (_mean(ends, counts) for ends in zip(*limits, strict=True))
            weights = _range(instrument, low, high, is_exact=False)
    return _certainty(instrument, institution.score, institution.possible[1], weights)


def _assumed_ids(instrument: Instrument) -> frozenset[str]:
    return frozenset(component.id for component in instrument.assumed_weights)


def _certainty(instrument: Instrument, score: Decimal, best: Decimal, weights: WeightRange | None) -> Certainty:
    zone = _zone(instrument, score)
    by_weights = weights is not None and {_zone(instrument, weights.low), _zone(instrument, weights.high)} != {zone}
    return Certainty(_zone(instrument, best) != zone, weights, by_weights)


def _zone(instrument: Instrument, score: Decimal) -> str | None:
    """What a reader takes home: the zone; where there are none the category, else the label."""
    band = next((band for band in instrument.bands if Fraction(band.lower) <= Fraction(score)), None)
    return None if band is None else band.zone or band.category or band.label


def _range(instrument: Instrument, low: Fraction, high: Fraction, *, is_exact: bool) -> WeightRange:
    full, decimals = Fraction(instrument.full_score), instrument.decimals
    low_score, high_score = (Mark(end.numerator, end.denominator).score(full, decimals) for end in (low, high))
    return WeightRange(low_score, high_score, is_exact)


def _tree(unit: UnitResult, assumed: frozenset[str]) -> tuple[_Node, ...]:
    """The nodes of a unit; a single fixed one where its whole score was given directly."""
    if unit.is_direct:
        assert unit.mark is not None
        return (_Node(1, 1, 1, unit.mark.exact, unit.mark.exact, True, ()),)
    return tuple(_nodes(unit.components, assumed))


def _nodes(results: Iterable[ComponentResult], assumed: frozenset[str]) -> Iterator[_Node]:
    for result in results:
        if result.component.weight is None and result.components:
            yield from _nodes(result.components, assumed)  # it weighs its sum: its children share the sum above it
            continue
        weight = result.place.weight * _HALVES
        least, most = _loosened(result.component, weight, assumed, result.measure.unit_of_weight)
        children = tuple(_nodes(result.components, assumed))
        low = high = result.mark.exact if result.mark else Fraction(0)
        if children and result.mark:
            low, high = _limits(children)
        yield _Node(least, weight, most, low, high, result.mark is not None, children)


def _loosened(component: Component, weight: int, assumed: frozenset[str], unit_of_weight: int) -> tuple[int, int]:
    """The least and the most that a component may weigh."""
    if component.weight is None and isinstance(component, Group):  # its score is given, and it weighs its sum
        own = [int((child.weight or 0) * unit_of_weight) * _HALVES for child in component.components]
        parts = [_loosened(c, w, assumed, unit_of_weight) for c, w in zip(component.components, own, strict=True)]
        return sum(least for least, _ in parts), sum(most for _, most in parts)
    return (weight // _HALVES, weight * _DOUBLE) if component.id in assumed else (weight, weight)


def _is_loose(nodes: Iterable[_Node]) -> bool:
    return any(node.least != node.most or _is_loose(node.children) for node in nodes)


def _merged(trees: Sequence[tuple[_Node, ...]], counts: Sequence[int]) -> tuple[_Node, ...] | None:
    """One tree whose marks are the means of those of ``trees``; None where these differ in more than marks."""
    merged = []
    if len({len(tree) for tree in trees}) != 1:
        return None
    for siblings in zip(*trees, strict=True):
        first = siblings[0]
        if len({(node.least, node.weight, node.most, node.stays, bool(node.children)) for node in siblings}) != 1:
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
