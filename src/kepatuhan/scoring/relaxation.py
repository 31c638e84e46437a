"""The relaxed choice: what reaching a gain costs at least, if improvements could be made in part.

A price per gain (what one more gain is worth) splits the choice: each bundle takes by itself what is cheapest at that
price. For every price, cost of anything that reaches ``needed`` = ``bound`` + the regrets of its choices + the price of
what it gains beyond ``needed``; so the bound holds, and a choice whose regret exceeds what may be spent above the bound
is in no solution. The price of the last improvement that a greedy choice needs makes the bound the best of its kind.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from kepatuhan.scoring.bundles import Bundle, Choice

_PRECISION = 64
"""Bits with which slopes are compared. An order that is nearly right gives a price that is nearly the best."""


class Cost(NamedTuple):
    """What is to be least: so much for each indicator improved, and so much for each effort."""

    per_indicator: int
    per_effort: int

    def of(self, choice: Choice) -> int:
        """The cost of a choice."""
        return self.per_indicator * choice.indicators + self.per_effort * choice.effort


class Relaxed(NamedTuple):
    """A choice relaxed at its best price. Costs here are multiplied by ``scale`` so that all of them are whole."""

    scale: int
    bound: int
    """What reaching the gain costs at least."""
    regrets: tuple[tuple[int, ...], ...]
    """For each bundle and choice, what it costs more than the best of the bundle; at least one of each bundle is 0."""
    effort: Fraction
    """The effort of the relaxed choice, with the last improvement in part."""


def relax(bundles: Sequence[Bundle], cost: Cost, needed: int) -> Relaxed:
    """Relax the choice of what reaches ``needed`` (above 0, and no more than all bundles gain together)."""
    shift = needed.bit_length() + _PRECISION
    increments = [increment for each in bundles for increment in _increments(each, cost, shift)]
    increments.sort()
    missing, effort = needed, Fraction(0)
    price, scale = 0, 1
    for _, more_cost, more_gain, more_effort in increments:
        price, scale = more_cost, more_gain
        if more_gain >= missing:
            effort += Fraction(more_effort * missing, more_gain)
            break
        missing -= more_gain
        effort += more_effort
    bound = price * needed
    regrets = []
    for each in bundles:
        values = [scale * cost.of(choice) - price * choice.gain for choice in each.choices]
        least = min(values)
        bound += least
        regrets.append(tuple([value - least for value in values]))
    return Relaxed(scale, bound, tuple(regrets), effort)


def _increments(each: Bundle, cost: Cost, shift: int) -> list[tuple[int, int, int, int]]:
    """The steps along the lower edge of a bundle's costs over its gains: slope, cost, gain, effort; slopes rise."""
    edge: list[tuple[int, int, int]] = []
    for choice in sorted(each.choices, key=lambda choice: (choice.gain, -cost.of(choice))):
        point = (choice.gain, cost.of(choice), choice.effort)
        while edge and edge[-1][1] >= point[1]:
            edge.pop()  # as much or more gain for as much or less
        while len(edge) > 1 and _is_above(edge[-2], edge[-1], point):
            edge.pop()
        edge.append(point)
    steps = []
    for (gain, spent, effort), (next_gain, next_spent, next_effort) in pairwise(edge):
        more_gain, more_cost = next_gain - gain, next_spent - spent
        steps.append(((more_cost << shift) // more_gain, more_cost, more_gain, next_effort - effort))
    return steps


def _is_above(left: tuple[int, int, int], middle: tuple[int, int, int], right: tuple[int, int, int]) -> bool:
    """Whether the middle point lies on or above the line between its neighbours."""
    return (middle[1] - left[1]) * (right[0] - left[0]) >= (right[1] - left[1]) * (middle[0] - left[0])
