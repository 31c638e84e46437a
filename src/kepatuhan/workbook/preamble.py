"""Find a sheet's header row, and read what stands above it: titles, and in a form the unit's name, type and count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kepatuhan.workbook.cells import Cell, Kind, Row, Sheet
from kepatuhan.workbook.headers import Header, read_header
from kepatuhan.workbook.heading_words import NOTE_WORDS, TYPE_HEADERS, UNIT_HEADERS, header_form
from kepatuhan.workbook.limits import MOST_ABOVE
from kepatuhan.workbook.tall_headings import TallHeadings
from kepatuhan.workbook.values import is_blank, plain
from kepatuhan.workbook.vocabulary import Vocabulary

_LABELS = frozenset(UNIT_HEADERS) | TYPE_HEADERS | NOTE_WORDS


@dataclass(slots=True)
class Preamble:
    """What stands above the header of a form: the name of the unit, its type, and what a weighted roll-up counts."""

    counts: frozenset[str] = frozenset()
    """The folded labels of that count."""
    unit: tuple[str, int, int] | None = None
    unit_rank: int = 0
    """How far down the list of unit headings its label stands: a unit layanan is more of a unit than its opd."""
    no_name: tuple[str, int, int] | None = None
    """A cell beside "Unit" that cannot be a name: an error, or a formula without a result."""
    unit_type: tuple[str, int, int] | None = None
    count: tuple[Cell, int] | None = None
    """The cell of the count, and its row."""

    def look(self, row: Row) -> None:
        """Take a label and the value to its right from a row above the header."""
        values: set[int] = set()
        for index, cell in enumerate(row.cells):
            if cell.kind is not Kind.TEXT or cell.column in values:
                continue
            label, colon, inside = plain(str(cell.value)).partition(":")
            is_unit, is_type = header_form(label) in UNIT_HEADERS, header_form(label) in TYPE_HEADERS
            if header_form(label) in self.counts:
                self._look_for_count(row, index, inside if colon else "")
            if not (is_unit or is_type):
                continue
            found: tuple[str, int, int] | None = None
            if colon and inside.strip():
                found = (inside.strip(), row.number, cell.column)
            else:
                for beside in row.cells[index + 1 :]:
                    text = plain(beside.text).lstrip(": ")
                    if is_unit and header_form(text.partition(":")[0]) in _LABELS | self.counts:
                        break  # the next label: this one has no value
                    if text and text not in ("-", "_") and text.strip("_. "):
                        found = (text, row.number, beside.column)
                        values.add(beside.column)
                        if is_unit and beside.kind not in (Kind.TEXT, Kind.NUMBER):
                            self.no_name = found
                        break
            rank = UNIT_HEADERS.index(header_form(label)) if is_unit else 0
            if found and is_unit and (self.unit is None or rank < self.unit_rank):
                self.unit, self.unit_rank = found, rank
            elif found and is_type and self.unit_type is None:
                self.unit_type = found

    def _look_for_count(self, row: Row, index: int, inside: str) -> None:
        label = row.cells[index]
        if inside.strip():
            stated: Cell | None = Cell(label.column, Kind.TEXT, inside.strip())
        else:
            stated = next((cell for cell in row.cells[index + 1 :] if not is_blank(cell)), None)
        if stated is not None and header_form(stated.text.partition(":")[0]) not in _LABELS and self.count is None:
            self.count = stated, row.number


class FoundHeader(NamedTuple):
    """A sheet whose header was found, with the rows that are left below it."""

    header: Header
    preamble: Preamble
    rows: Iterator[Row]
    codes_above: Header | None = None
    """A row above it that names codes and no unit, with rows of its own between both."""
    rows_between: Sequence[Row] = ()


def find_header(sheet: Sheet, vocabulary: Vocabulary, *, lists_units: bool = False) -> FoundHeader | list[Header]:
    """The header of ``sheet``, or the rows that nearly were one.

    In a sheet that ``lists_units`` a column of units is enough: its answers may all stand elsewhere.
    """
    preamble = Preamble(vocabulary.counts)
    nearly: list[Header] = []
    above: list[Row] = []
    tall_headings = TallHeadings(sheet, vocabulary)
    rows = sheet.rows()
    seen = 0
    for row in rows:
        seen += len(row.cells)
        if seen > MOST_ABOVE:
            break
        header = read_header(row, vocabulary)
        if header.kind is None and len(header.components) > 1 and row.width is None:  # text files merge no cells
            header = tall_headings.completed(row, above) or header
        if header.kind is not None or (lists_units and header.unit is not None):
            codes = next((one for one in nearly if len(one.components) > 1), None)
            between = [] if codes is None else [earlier for earlier in above if earlier.number > codes.row]
            return FoundHeader(header, preamble, rows, codes, between)
        if header.components or header.code is not None or (header.unit is not None and len(row.cells) > 1):
            nearly.append(header)
        preamble.look(row)
        above.append(row)
    return nearly
