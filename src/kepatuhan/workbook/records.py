"""What was found about one unit so far, with the cell of everything."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.scoring.answers import NotApplicable, Value

_ROW_BITS, _COLUMN_BITS = 21, 15
_ID, _VALUE = itemgetter(0), itemgetter(1)


class Place(NamedTuple):
    """A cell: the number of its sheet among all sheets read, its row and its column."""

    sheet: int
    row: int
    column: int


def _unpack(packed: int) -> Place:
    rest, column = packed >> _COLUMN_BITS, packed & (1 << _COLUMN_BITS) - 1
    return Place(rest >> _ROW_BITS, rest & (1 << _ROW_BITS) - 1, column)


class GivenScore(NamedTuple):
    """A score that a cell states directly; ``most`` is None where the header states no maximum."""

    value: Exact
    most: Exact | None
    place: Place


@dataclass(slots=True)
class UnitRecord:
    """What was found about one unit so far. Answers are kept as a log of cells: compact, and in reading order."""

    name: str
    place: Place
    ids: list[str] = field(default_factory=list)
    values: list[Value | NotApplicable] = field(default_factory=list)
    places: "array[int]" = field(default_factory=lambda: array("Q"))
    weights: dict[int, Exact] = field(default_factory=dict)
    """The weight of an observation, by its position in the log; 1 where there is none."""
    given: list[tuple[str, GivenScore]] = field(default_factory=list)
    types: list[tuple[str, Place]] = field(default_factory=list)
    counts: list[tuple[Exact, Place]] = field(default_factory=list)
    present: set[frozenset[str]] = field(default_factory=set)
    """The sets of ids that the unit had a cell for, filled or not."""
    places_of_sheets: dict[int, Place] = field(default_factory=dict)
    spellings: dict[str, Place] = field(default_factory=dict)
    """Other ways in which its name is written, each with the first cell."""
    above: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """What stands in the columns of agencies beside the unit's name, by their headers."""
    unanswered: dict[str, Place] = field(default_factory=dict)
    """The first answer cell of the rows of indicators that hold none, where places are kept."""
    rows: int = 0
    """How many rows are about it."""
    has_unreadable_count: bool = False
    unreadable: int = 0
    """How many of its cells were refused."""

    def fill(
        self, component_id: str, value: Value | NotApplicable, sheet: int, row: int, column: int, weight: Exact
    ) -> None:
        """Note an answered cell."""
        if weight != 1:
            self.weights[len(self.ids)] = weight
        self.ids.append(component_id)
        self.values.append(value)
        self.places.append((sheet << _ROW_BITS | row) << _COLUMN_BITS | column)

    def fill_row(
        self, answers: Sequence[tuple[str, Value | NotApplicable]], sheet: int, row: int, columns: Iterable[int]
    ) -> None:
        """Note the answered cells of one row at once, each the id and the value; all weigh 1."""
        self.ids.extend(map(_ID, answers))
        self.values.extend(map(_VALUE, answers))
        start = (sheet << _ROW_BITS | row) << _COLUMN_BITS
        self.places.extend([start | column for column in columns])

    def place_at(self, position: int) -> Place:
        """The cell at a position of the log."""
        return _unpack(self.places[position])

    def cells(self) -> Iterator[tuple[str, Place]]:
        """The id and the place of every answered cell."""
        return zip(self.ids, map(_unpack, self.places), strict=True)

    def places_of(self, component_id: str) -> list[Place]:
        """Where the answers to an indicator stand."""
        return [place for name, place in self.cells() if name == component_id]
