"""The exact search around a relaxed choice: everything that costs no more than a limit, and nothing else.

Bundles are gone through one by one; of all ways to have spent the same (indicators, effort) the one with the least
regret, which is the one that gains most, is kept. A way whose regret exceeds the limit above the bound leads to no
solution and is left (see :mod:`kepatuhan.scoring.relaxation`), so that little remains but what is nearly as good as the
best.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kepatuhan.scoring.bundles import Bundle
from kepatuhan.scoring.relaxation import Cost, Relaxed


class TooLarge(Exception):  # noqa: N818 - no fault: the caller goes on with a bound
    """The search would take more steps than it may."""


class Limit(NamedTuple):
    """What a solution may have at most; ``indicators`` None: any number."""

    effort: int
    indicators: int | None = None


class Allowance:
    """How many steps searches may still take together."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def take(self, steps: int) -> None:
        """Take steps from it.

        Raises:
            TooLarge: when there are not so many left.
        """
        self.steps -= steps
        if self.steps < 0:
            raise TooLarge


def search(
    bundles: Sequence[Bundle], relaxed: Relaxed, cost: Cost, limit: Limit, allowance: Allowance
) -> list[int] | None:
    """A choice for each bundle: the solution with the fewest indicators (where they count), least effort, most gain.

    Equal ones: the one that does most in the first bundle in which they differ. None when nothing within the limit
    reaches the gain.

    Raises:
        TooLarge: when it would take more steps than ``allowance`` has.
    """
    counts = limit.indicators is not None
    stride = 1 + sum(max(choice.effort for choice in each.choices) for each in bundles) if counts else 0
    most = relaxed.scale * (cost.per_indicator * (limit.indicators or 0) + cost.per_effort * limit.effort)
    room = most - relaxed.bound
    if room < 0:
        return None
    ways: list[list[tuple[int, int, int]]] = []
    for each, regrets in zip(bundles, relaxed.regrets, strict=True):
        ways.append(
            [
                (number, choice.indicators * stride + choice.effort, regret)
                for number, (choice, regret) in enumerate(zip(each.choices, regrets, strict=True))
                if regret <= room
            ]
        )
    tables: list[dict[int, int]] = []
    table = {0: 0}
    for way in reversed(ways):
        tables.append(table)
        allowance.take(len(table) * len(way))
        table = _with(table, [(spent, regret) for _, spent, regret in way], room)
    end = _best_end(table, relaxed, cost, limit, stride)
    if end is None:
        return None
    spent, regret = end
    choices = []
    for way, rest in zip(ways, reversed(tables), strict=True):
        number, more, extra = next(
            option for option in reversed(way) if rest.get(spent - option[1]) == regret - option[2]
        )
        choices.append(number)
        spent, regret = spent - more, regret - extra
    return choices


def _with(table: dict[int, int], way: list[tuple[int, int]], room: int) -> dict[int, int]:
    """The table with every choice of one more bundle."""
    if len(way) == 1:
        ((more, extra),) = way
        if not more and not extra:
            return table
        return {spent + more: regret + extra for spent, regret in table.items() if regret + extra <= room}
    grown: dict[int, int] = {}
    for more, extra in way:
        left = room - extra
        for spent, regret in table.items():
            if regret <= left:
                key, total = spent + more, regret + extra
                if grown.get(key, total) >= total:
                    grown[key] = total
    return grown


def _best_end(table: dict[int, int], relaxed: Relaxed, cost: Cost, limit: Limit, stride: int) -> tuple[int, int] | None:
    ends = []
    for spent, regret in table.items():
        count, effort = divmod(spent, stride) if stride else (0, spent)
        is_within = effort <= limit.effort and (limit.indicators is None or count <= limit.indicators)
        spending = relaxed.scale * (cost.per_indicator * count + cost.per_effort * effort)
        if is_within and regret <= spending - relaxed.bound:  # so it gains what is needed
            ends.append((count, effort, regret, spent))
    if not ends:
        return None
    _, _, regret, spent = min(ends)
    return spent, regret
