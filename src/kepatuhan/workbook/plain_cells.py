"""The cells of a plain row, read from its bytes: the same cells that the parser's events would give, many times faster.

Nearly every row of a large sheet is plain: cells in order, each with an address, perhaps a style and a kind, and one
value in simple characters. Cut at the row's number, such a row falls into pieces that repeat from row to row
(`` t="s"><v>3</v></c><c r="D``: what one cell holds, and which column comes next), so that each is understood once.
What does not match the narrow grammar below to its last byte is declined, and read the careful way; nothing is refused
here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from kepatuhan.workbook.cells import Cell, column_number
from kepatuhan.workbook.limits import LAST_COLUMN
from kepatuhan.workbook.remembered import LONGEST_REMEMBERED, MOST_REMEMBERED

ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"[^<>&]*(?<!/)>')
"""The tag that begins a plain row. Whether its other attributes are in order is for the parser to say."""

_SIMPLE = rb"([ !#-%'-;=?-~]*)"
"""Characters that mean themselves in every encoding that a plain row may have, and in XML."""
_FORMULA = rb'<f(?: aca="false")?(?: t="shared")?(?: ref="[A-Z0-9:]{1,30}")?(?: si="[0-9]{1,9}")?'
_FORMULA_TEXT = rb">([ -%'-;=?-~]*+(?:&(?:quot|lt|gt|amp|apos);[ -%'-;=?-~]*+)*+)</f>"
"""Nothing that was taken is given back: a long formula without an end costs one look."""
_CALCULATED = re.compile(_FORMULA + rb"(?:/>|" + _FORMULA_TEXT + rb")(?=<v>[^<])")
"""A formula with its result, which is all that is read of such a cell: without their formulas, cells repeat again."""
_ENTITY = re.compile("&([a-z]+);")
_ENTITIES = {"quot": '"', "lt": "<", "gt": ">", "amp": "&", "apos": "'"}
_PIECE = re.compile(
    rb'(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]{1,9})")?'
    rb"(?:/>|></c>|><v>" + _SIMPLE + rb'</v></c>|><is><t(?: xml:space="preserve")?>' + _SIMPLE + rb"</t></is></c>"
    rb"|>" + _FORMULA + _FORMULA_TEXT + rb"(<v></v>|<v/>)?</c>)"
    rb'(?:<c r="([A-Z]{1,3}))?'
)
_FIRST = re.compile(rb'<c r="([A-Z]{1,3})')

MakeCell = Callable[[int, str, str, str | None, str | None], Cell | None]
"""From the column, the kind, the style, the value and the formula of a cell to the cell; None where it is empty."""


@lru_cache(maxsize=MOST_REMEMBERED)  # pieces repeat from file to file, too
def _written(piece: bytes) -> tuple[str, str, str | None, str | None, bytes | None] | None:
    """The kind, style, value and formula of a cell as its piece has them, and the next column; None if not plain."""
    match = _PIECE.fullmatch(piece)
    if match is None:
        return None
    style, kind, value, inline, formula, blank, letters = match.groups()
    if inline is not None:
        if kind != b"inlineStr":
            return None
        value = inline
    elif blank is not None:
        value = b""
    return (
        (kind or b"n").decode(),
        (style or b"0").decode(),
        None if value is None else value.decode(),
        None if formula is None else _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], formula.decode()),
        letters,
    )


class Declined(Exception):  # noqa: N818 - no error: the row is read another way
    """The row is not plain."""


class PlainCells:
    """Reads the plain rows of one sheet."""

    def __init__(self, make_cell: MakeCell) -> None:
        """``make_cell`` decides what a cell holds; whatever it raises declines the row."""
        self._make_cell = make_cell
        self._columns: dict[int, _Column] = {}
        self._end = _Column(self, LAST_COLUMN + 1)
        self._pieces = 0

    def read(self, xml: bytes, row: bytes) -> list[Cell]:
        """The filled cells of a row: ``xml`` is all that stands between its tags, ``row`` its number.

        Raises:
            Declined: when the row is not plain.
        """
        if b"f" in xml and b"<f" in xml:  # one rare sign is looked for many times faster than two
            xml = _CALCULATED.sub(b"", xml)
        end = row + b'"'
        pieces = xml.split(end)
        try:
            return self._cells(pieces)
        except Declined:
            whole = _joined(pieces, end)
            if len(whole) == len(pieces):
                raise
            return self._cells(whole)

    def _cells(self, pieces: Iterable[bytes]) -> list[Cell]:
        first, *others = pieces
        match = _FIRST.fullmatch(first)
        if match is None:
            raise Declined
        column = self._column(match[1])
        cells: list[Cell] = []
        for piece in others:
            cell, column = column[piece]
            if cell is not None:
                cells.append(cell)
        if column is not self._end:
            raise Declined
        return cells

    def understand(self, piece: bytes, column: int) -> "tuple[Cell | None, _Column]":
        """What a piece that was not seen before says about the cell in ``column``, and about the next column.

        Raises:
            Declined: when it is not plain.
        """
        written = _written(piece) if len(piece) <= LONGEST_REMEMBERED else None
        if written is None or column > LAST_COLUMN:
            raise Declined
        kind, style, value, formula, letters = written
        following = self._end if letters is None else self._column(letters)
        if following.number <= column:
            raise Declined
        try:
            cell = self._make_cell(column, kind, style, value, formula)
        except (ValueError, LookupError) as trouble:
            raise Declined from trouble
        if self._pieces >= MOST_REMEMBERED:
            self._forget()
        self._pieces += 1
        return cell, following

    def _column(self, letters: bytes) -> "_Column":
        number = column_number(letters.decode())
        if number not in self._columns:
            self._columns[number] = _Column(self, number)
        return self._columns[number]

    def _forget(self) -> None:
        """Values that hardly repeat would fill the memory."""
        for column in self._columns.values():
            column.clear()
        self._pieces = 0


def _joined(pieces: Sequence[bytes], end: bytes) -> list[bytes]:
    """The pieces of a row that was cut at every ``end``, cut only where it ends an address.

    Before the row's number stands a letter there; the style of a cell may be numbered as the row is: ``s="19"``.
    """
    whole: list[list[bytes]] = []
    for piece in pieces:
        if whole and not whole[-1][-1][-1:].isalpha():
            whole[-1] += (end, piece)
        else:
            whole.append([piece])
    return [b"".join(parts) for parts in whole]


class _Column(dict[bytes, "tuple[Cell | None, _Column]"]):
    """The pieces that were seen in one column."""

    def __init__(self, reader: PlainCells, number: int) -> None:
        super().__init__()
        self._reader = reader
        self.number = number

    def __missing__(self, piece: bytes) -> "tuple[Cell | None, _Column]":
        understood = self[piece] = self._reader.understand(piece, self.number)
        return understood
