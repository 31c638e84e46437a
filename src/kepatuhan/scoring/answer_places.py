"""Where a unit's answers were read: for each of them the cell, and the value that stood in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.problems import Where
from kepatuhan.scoring.answers import NotApplicable, Value


class AnsweredCell(NamedTuple):
    """A filled cell: one observation of an indicator. One that says "not applicable" beside others does not count."""

    where: Where
    value: Value | NotApplicable
    weight: Exact
    """Of this observation among those of its indicator; 1 where none is stated."""


class GivenCell(NamedTuple):
    """A cell that states a component's score itself: ``value`` out of ``most``."""

    where: Where
    value: Exact
    most: Exact


@dataclass(frozen=True, slots=True)
class UnitPlaces:
    """The cells of one unit, by component id."""

    answers: Mapping[str, tuple[AnsweredCell, ...]] = field(default_factory=dict)
    """In reading order."""
    direct: Mapping[str, GivenCell] = field(default_factory=dict)
    blank: Mapping[str, Where] = field(default_factory=dict)
    """Where the first answer to an indicator would stand that has none."""
