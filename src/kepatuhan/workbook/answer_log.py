"""The answered cells of one unit, in reading order: compact, since an assessment may have a million of them."""

from array import array
from collections.abc import Iterator, Sequence
from operator import itemgetter

from kepatuhan.exact import Exact
from kepatuhan.scoring.answers import Answer, NotApplicable, Value
from kepatuhan.workbook.cells import Place

Answered = tuple[str, Value | NotApplicable]
"""The id of an indicator and its answer."""

_ROW_BITS, _COLUMN_BITS = 21, 15
_ID, _VALUE = itemgetter(0), itemgetter(1)


class AnswerLog:
    """What was answered about one unit. An indicator may be there more than once: as observations, or by mistake."""

    __slots__ = ("_ids", "_places", "_values", "_whole_row", "weights")

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._values: list[Value | NotApplicable] = []
        self._places = array("Q")
        self._whole_row: tuple[Sequence[Answered], int, Sequence[int]] | None = None
        """The only row so far: most units of a matrix have no other, and nobody asks for their cells one by one."""
        self.weights: dict[int, Exact] = {}
        """The weight of an observation, by its position in the log; 1 where there is none."""

    @property
    def ids(self) -> Sequence[str]:
        """The indicator of every answered cell."""
        self._spread()
        return self._ids

    @property
    def values(self) -> Sequence[Value | NotApplicable]:
        """The answer of every answered cell."""
        self._spread()
        return self._values

    def add(self, answered: Answered, sheet: int, row: int, column: int, weight: Exact) -> None:
        """Note an answered cell."""
        self._spread()
        if weight != 1:
            self.weights[len(self._ids)] = weight
        self._ids.append(answered[0])
        self._values.append(answered[1])
        self._places.append(_packed(sheet, row) | column)

    def add_row(self, answered: Sequence[Answered], sheet: int, row: int, columns: Sequence[int]) -> None:
        """Note the answered cells of one row at once; all weigh 1. What is given is kept, and must not change."""
        if self._whole_row is None and not self._ids:
            self._whole_row = answered, _packed(sheet, row), columns
            return
        self._spread()
        self._extend(answered, _packed(sheet, row), columns)

    def single_answers(self) -> dict[str, Answer] | None:
        """The answers by indicator, as far as none is there twice; else None."""
        if self._whole_row is not None:
            whole: dict[str, Answer] = dict(self._whole_row[0])
            return whole if len(whole) == len(self._whole_row[0]) else None
        answers: dict[str, Answer] = dict(zip(self._ids, self._values, strict=True))
        return answers if len(answers) == len(self._ids) else None

    def place_at(self, position: int) -> Place:
        """The cell at a position of the log."""
        self._spread()
        return _unpacked(self._places[position])

    def cells(self) -> Iterator[tuple[str, Place]]:
        """The id and the place of every answered cell."""
        self._spread()
        return zip(self._ids, map(_unpacked, self._places), strict=True)

    def places_of(self, component_id: str) -> list[Place]:
        """Where the answers to an indicator stand."""
        return [place for name, place in self.cells() if name == component_id]

    def _spread(self) -> None:
        if self._whole_row is not None:
            row, self._whole_row = self._whole_row, None
            self._extend(*row)

    def _extend(self, answered: Sequence[Answered], start: int, columns: Sequence[int]) -> None:
        self._ids.extend(map(_ID, answered))
        self._values.extend(map(_VALUE, answered))
        self._places.extend([start | column for column in columns])


def _packed(sheet: int, row: int) -> int:
    return (sheet << _ROW_BITS | row) << _COLUMN_BITS


def _unpacked(packed: int) -> Place:
    rest, column = packed >> _COLUMN_BITS, packed & (1 << _COLUMN_BITS) - 1
    return Place(rest >> _ROW_BITS, rest & (1 << _ROW_BITS) - 1, column)
