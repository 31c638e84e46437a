"""What is below full mark, and what each would add to its unit's score and to the institution's: decided, not written.

Everything that could be below full mark is in the list, so that an answer that is made worse later is found in it; what
is at full mark stands at its end.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Group, Indicator
from kepatuhan.scoring.gains import points_to_add
from kepatuhan.scoring.results import Result

MOST_SHORTCOMINGS = 100_000
"""So many rows are written; a sheet of Excel holds ten times as many, but nobody could open it."""


class Shortcoming(NamedTuple):
    """An indicator (or a component whose score was given directly) of one unit."""

    unit: int
    """The unit's position in the result."""
    component: Component
    points: Fraction
    """What its best answer would add to the unit's unrounded score."""
    institution_points: Fraction
    """The same for the institution's; 0 where it has no score."""

    @property
    def is_in_hands(self) -> bool:
        """Whether it is in the unit's hands."""
        return _is_in_hands(self.component)


class Shortcomings(NamedTuple):
    """The list, from what adds most to the institution (or the unit, where that has no score) to what adds nothing."""

    rows: Sequence[Shortcoming]
    left_out: int
    """How many more there are than a sheet takes."""


def find_shortcomings(result: Result, *, has_institution: bool, most: int = MOST_SHORTCOMINGS) -> Shortcomings:
    """List what each unit of ``result`` could improve; ``most`` rows of it."""
    shares = _shares(result) if has_institution else [Fraction(0)] * len(result.units)
    found: list[tuple[float, Shortcoming]] = []
    for position, unit in enumerate(result.units):
        if unit.is_direct:
            continue
        for top in unit.components:
            for part in top.walk():
                if part.components:
                    continue
                points = points_to_add(part) if unit.score is not None else Fraction(0)
                row = Shortcoming(position, part.component, points, points * shares[position])
                found.append((float(row.institution_points if has_institution else points), row))
    found.sort(key=lambda pair: -pair[0])
    return Shortcomings([row for _, row in found[:most]], max(0, len(found) - most))


def _is_in_hands(component: Component) -> bool:
    """Whether some of it is: a component whose score is given directly is no more in its hands than what is below."""
    if isinstance(component, Group):
        return any(map(_is_in_hands, component.components))
    return isinstance(component, Indicator) and component.scored and component.effort is not None


def _shares(result: Result) -> list[Fraction]:
    """What each unit counts for in the institution's score."""
    counts = [
        0 if unit.score is None else (unit.roll_up_count or 0 if result.weighted_by else 1) for unit in result.units
    ]
    total = sum(counts)
    return [Fraction(count, total) if total else Fraction(0) for count in counts]
