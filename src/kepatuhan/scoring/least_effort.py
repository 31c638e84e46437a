"""The improvements of least total effort that reach a gain, found exactly or with a bound on what they could miss.

Among plans of the same effort the one with the fewest improved indicators is taken, then the one that gains most; what
is equal in all of that is decided by file order (:func:`kepatuhan.scoring.core_search.search`).

First the least effort is found: it is at least the bound of the relaxed choice, and each effort from there on is tried
until one suffices. Then, among all plans of that effort, the fewest indicators in the same way: effort beyond the least
is charged a price in indicators, the one at which the bound is highest.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from kepatuhan.scoring.bundles import Bundle, bundle
from kepatuhan.scoring.core_search import Allowance, Limit, TooLarge, search
from kepatuhan.scoring.relaxation import Cost, Relaxed, relax

MOST_STEPS = 5_000_000
"""How many steps a search may take in all: some seconds, and less than 500 MiB."""
_WHOLE_INDICATOR = 1024
"""What an indicator costs in the second search; effort is charged in whole parts of it."""
_HIGHEST_CHARGE = 1 << 20
_CHARGE_BITS = 5
"""How finely a charge is looked for: any is right, a better one makes the search shorter."""


class Chosen(NamedTuple):
    """A plan: for each ladder the position of the improvement that is taken, or None."""

    taken: tuple[int | None, ...]
    effort: int
    at_least: int
    """No plan has less effort than this; the plan is the best where it is ``effort``."""


Steps = Sequence[tuple[int, Fraction]]
"""The improvements of one ladder: effort (1 or more) and gain, both rising."""


def least_effort(ladders: Sequence[Steps], needed: Fraction, most_steps: int = MOST_STEPS) -> Chosen:
    """The improvements, at most one of each ladder, of least effort that gain ``needed`` together.

    Raises:
        ValueError: when all of them together gain less.
    """
    if needed <= 0:
        return Chosen((None,) * len(ladders), 0, 0)
    if sum(steps[-1][1] for steps in ladders) < needed:
        raise ValueError("all improvements together gain less than is needed")
    unit = lcm(*{gain.denominator for steps in ladders for _, gain in steps})
    whole = ceil(needed * unit)
    bundles = bundle([[(effort, int(gain * unit)) for effort, gain in steps] for steps in ladders])
    relaxed = relax(bundles, Cost(0, 1), whole)
    allowance = Allowance(most_steps)
    effort, found = _least(bundles, relaxed, allowance)
    if found is None:
        greedy = _greedy(bundles, relaxed, whole)
        return Chosen(_taken(bundles, greedy, len(ladders)), _effort(bundles, greedy), effort)
    fewest = _fewest(bundles, whole, effort, found, allowance)
    return Chosen(_taken(bundles, fewest, len(ladders)), effort, effort)


def _least(bundles: Sequence[Bundle], relaxed: Relaxed, allowance: Allowance) -> tuple[int, list[int] | None]:
    """The least effort with a choice of that effort; or, where the search would take too long, a bound alone."""
    effort = -(-relaxed.bound // relaxed.scale)
    while True:
        try:
            found = search(bundles, relaxed, Cost(0, 1), Limit(effort), allowance)
        except TooLarge:
            return effort, None
        if found is not None:
            return effort, found
        effort += 1


def _fewest(bundles: Sequence[Bundle], needed: int, effort: int, known: list[int], allowance: Allowance) -> list[int]:
    """A choice of that effort with the fewest indicators; ``known`` where that search would take too long."""
    cost, relaxed = _best_charge(bundles, needed, effort)
    per_indicator = relaxed.scale * cost.per_indicator
    count = -(-(relaxed.bound - relaxed.scale * cost.per_effort * effort) // per_indicator)
    most = sum(each.choices[number].indicators for each, number in zip(bundles, known, strict=True))
    for fewest in range(max(count, 1), most + 1):
        try:
            found = search(bundles, relaxed, cost, Limit(effort, fewest), allowance)
        except TooLarge:
            return known
        if found is not None:
            return found
    raise AssertionError("the known choice is within the last limit")


def _best_charge(bundles: Sequence[Bundle], needed: int, effort: int) -> tuple[Cost, Relaxed]:
    """The least charge on effort at which the relaxed choice keeps within ``effort``: there the bound is highest."""
    low, high = 0, _HIGHEST_CHARGE
    best = Cost(_WHOLE_INDICATOR, high)
    relaxed = relax(bundles, best, needed)
    while high - low > max(1, low >> _CHARGE_BITS):
        charge = (low + high) // 2 if low else high >> _CHARGE_BITS
        cost = Cost(_WHOLE_INDICATOR, charge)
        tried = relax(bundles, cost, needed)
        if tried.effort > effort:
            low = charge
        else:
            high, best, relaxed = charge, cost, tried
            if not charge:
                break
    return best, relaxed


def _greedy(bundles: Sequence[Bundle], relaxed: Relaxed, needed: int) -> list[int]:
    """A good choice: the relaxed one with the most gain, less what is not needed of it.

    Slopes were compared nearly exactly, so that a little may be missing: what gives it for the least effort is added.
    """
    level = [[number for number, regret in enumerate(regrets) if not regret] for regrets in relaxed.regrets]
    choices = [numbers[-1] for numbers in level]
    missing = needed - sum(each.choices[number].gain for each, number in zip(bundles, choices, strict=True))
    for position, (each, numbers) in enumerate(zip(bundles, level, strict=True)):
        for number in numbers[:-1]:
            less = each.choices[numbers[-1]].gain - each.choices[number].gain
            if less <= -missing:
                choices[position] = number
                missing += less
                break
    while missing > 0:
        options = []
        for position, (each, number) in enumerate(zip(bundles, choices, strict=True)):
            now = each.choices[number]
            for other, choice in enumerate(each.choices[number + 1 :], number + 1):
                more = min(choice.gain - now.gain, missing)
                if more > 0:
                    options.append((more < missing, Fraction(choice.effort - now.effort, more), position, other))
        _, _, position, other = min(options)
        missing -= bundles[position].choices[other].gain - bundles[position].choices[choices[position]].gain
        choices[position] = other
    return choices


def _effort(bundles: Sequence[Bundle], choices: Sequence[int]) -> int:
    return sum(each.choices[number].effort for each, number in zip(bundles, choices, strict=True))


def _taken(bundles: Sequence[Bundle], choices: Sequence[int], ladders: int) -> tuple[int | None, ...]:
    taken: list[int | None] = [None] * ladders
    for each, number in zip(bundles, choices, strict=True):
        for position, rung in each.taken(number):
            taken[position] = rung
    return tuple(taken)
