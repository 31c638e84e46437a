"""Improvements as whole numbers to choose among, with those that can stand for each other bundled.

Every ladder becomes rungs of effort and gain. Ladders on which every mark costs as much and brings as much as the one
before, and which are equal, are one bundle: of such ladders only the number of marks climbed matters, and the fewest
indicators are touched when each is climbed to its end before the next one is begun. That leaves one choice for each
number of marks, where there were many for each set of indicators.
"""

from collections.abc import Sequence
from typing import NamedTuple

Rung = tuple[int, int]
"""Effort and gain of an improvement."""


class Choice(NamedTuple):
    """One thing that can be done with a bundle."""

    indicators: int
    """How many it improves."""
    effort: int
    gain: int


class Bundle(NamedTuple):
    """Ladders that can stand for each other, and what can be done with them: the first choice is nothing."""

    members: tuple[int, ...]
    """The positions of the ladders, in order."""
    rungs: int
    """How many improvements each ladder has."""
    choices: tuple[Choice, ...]

    def taken(self, choice: int) -> list[tuple[int, int]]:
        """The ladders that a choice climbs, by position, each with the number of its rung (from 0)."""
        if len(self.members) == 1:
            return [(self.members[0], choice - 1)] if choice else []
        whole, rest = divmod(choice, self.rungs)
        climbed = [(member, self.rungs - 1) for member in self.members[:whole]]
        return [*climbed, (self.members[whole], rest - 1)] if rest else climbed


def bundle(ladders: Sequence[Sequence[Rung]]) -> list[Bundle]:
    """All ladders, each in one bundle, in the order of their first ladders."""
    alike: dict[tuple[Rung, int], list[int]] = {}
    bundles: list[tuple[int, Bundle]] = []
    for position, ladder in enumerate(ladders):
        first = ladder[0]
        if all(rung == (first[0] * marks, first[1] * marks) for marks, rung in enumerate(ladder, 1)):
            alike.setdefault((first, len(ladder)), []).append(position)
        else:
            choices = (Choice(0, 0, 0), *(Choice(1, effort, gain) for effort, gain in ladder))
            bundles.append((position, Bundle((position,), len(ladder), choices)))
    for ((effort, gain), length), members in alike.items():
        marks = range(length * len(members) + 1)
        choices = tuple([Choice(-(-climbed // length), effort * climbed, gain * climbed) for climbed in marks])
        bundles.append((members[0], Bundle(tuple(members), length, choices)))
    return [made for _, made in sorted(bundles, key=lambda pair: pair[0])]
