"""What is to be corrected in a workbook that is returned: every problem, and the cell in which it can be mended."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from kepatuhan.instrument.model import Indicator
from kepatuhan.worksheets.entries import AnswerCell, Entries


class Side(Enum):
    """A cell beside the answers of a unit."""

    NAME = "name"
    TYPE = "type"
    COUNT = "count"


class Target(NamedTuple):
    """A cell of the returned workbook: an answer of a unit, or what stands beside its answers."""

    unit: int
    """The position of the unit, from 0."""
    indicator: str = ""
    """The id; empty for a cell beside the answers."""
    position: int = 0
    """Of the cell among those of the indicator, from 0."""
    side: Side = Side.NAME


class Correction(NamedTuple):
    """One row of the list; texts are in the language of the workbook."""

    unit: str
    file: str
    sheet: str
    cell: str
    written: str
    """What stood there."""
    text: str
    """What is wrong, and what to do."""
    target: Target | None
    """Where it can be mended in this workbook; None where only the original has a place for it."""


Sides = Mapping[Side, AnswerCell]


class Returned(NamedTuple):
    """What a workbook that is returned holds beside the entries."""

    corrections: Sequence[Correction] = ()
    remarks: Sequence[Correction] = ()
    """What is to be known, and texts that have no place in it."""
    sides: Mapping[str, Sides] = MappingProxyType({})
    """What is wrong beside the answers, by unit."""
    unread: int = 0
    """How many problems have no cell in it: what they are about may not be in it either."""
    problems: int = 0
    """How many were found; one may need several corrections."""


class Typed(NamedTuple):
    """What was typed into a workbook and is not scored."""

    entries: Entries = MappingProxyType({})
    sides: Mapping[str, Sides] = MappingProxyType({})

    def unknown_of(self, indicators: Sequence[Indicator]) -> int:
        """How many answer cells of ``indicators`` hold what nobody knows."""
        ids = [indicator.id for indicator in indicators]
        return sum(given[name].unknown for given in self.entries.values() for name in ids if name in given)

    def unknown_in(self, unit: str) -> frozenset[str]:
        """The indicators to which a unit has an answer that nobody knows."""
        return frozenset(name for name, entry in self.entries.get(unit, {}).items() if entry.unknown)


NOTHING_TYPED = Typed()

Locate = Callable[[Target], tuple[str, str] | None]
"""From a cell to its sheet and address; None where the workbook has none for it."""
