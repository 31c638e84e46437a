"""Whether another table begins further down a sheet: what follows must not be read under the first header."""

from collections.abc import Container, Sequence

from kepatuhan.instrument.model import WHOLE_UNIT
from kepatuhan.spelling import fold
from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.headers import Header, LayoutKind, read_header
from kepatuhan.workbook.heading_words import CODE_HEADERS, UNIT_HEADERS, header_form
from kepatuhan.workbook.preamble import Preamble
from kepatuhan.workbook.remembered import LONGEST_REMEMBERED, Remembered
from kepatuhan.workbook.vocabulary import Vocabulary

_BEGINNINGS = tuple({heading.split(" ", maxsplit=1)[0] for heading in (*UNIT_HEADERS, *CODE_HEADERS)})
_LONGEST_BEGINNING = 40


class NextTable:
    """Looks for another header in the rows of one sheet, from top to bottom."""

    def __init__(self, header: Header, vocabulary: Vocabulary, answer_words: Container[str]) -> None:
        """``answer_words`` are the folded words that are answers on some scale."""
        self._header = header
        self._vocabulary = vocabulary
        self._below = Preamble()
        self._naming: Remembered[str, bool] = Remembered()
        self._answer_words = answer_words
        self._ids = {column.column: column.component_id for column in header.components}

    def begins(self, row: Row, others: Sequence[Cell]) -> bool:
        """Whether another header stands in ``row``; ``others`` are its cells that are not known to be answers.

        The same header once more (as on every printed page) begins nothing new, unless a form names another unit first.
        """
        if self._puts_codes_elsewhere(others):
            return True
        if row.cells[0].kind is not Kind.TEXT:
            return False
        if not any(map(self.names_a_column, others)):
            return False
        is_form = self._header.kind is LayoutKind.FORM
        if is_form:
            self._below.look(row)
        again = read_header(row, self._vocabulary)
        if again.kind is None:
            return False
        return meaning(again) != meaning(self._header) or (is_form and self._below.unit is not None)

    def _puts_codes_elsewhere(self, others: Sequence[Cell]) -> bool:
        """Whether codes stand below other codes: a header whose column of units is not called so."""
        texts = (
            cell
            for cell in others
            if cell.kind is Kind.TEXT and cell.column in self._ids and fold(str(cell.value)) not in self._answer_words
        )
        named = [(cell.column, self._vocabulary.component(str(cell.value))) for cell in texts]
        codes = [(column, component[0]) for column, component in named if component is not None]
        is_certain = len(codes) > 1 or any(self._ids[column] == WHOLE_UNIT for column, _ in codes)
        return is_certain and any(self._ids[column] != name for column, name in codes)

    def names_a_column(self, cell: Cell) -> bool:
        """Whether every header has a cell like this, and every label of a unit: Unit, Kode, Unit: Dinas."""
        if cell.kind is not Kind.TEXT:
            return False
        text = str(cell.value)
        known = self._naming.get(text)
        if known is None:
            known = _names_a_column(text)
            if len(text) <= LONGEST_REMEMBERED:
                self._naming.remember(text, known)
        return known


def _names_a_column(text: str) -> bool:
    if text.isascii() and not text[:_LONGEST_BEGINNING].lstrip().lower().startswith(_BEGINNINGS):
        return False  # which spares nearly every text the closer look
    form = header_form(text.partition(":")[0])
    return form in UNIT_HEADERS or form in CODE_HEADERS


def meaning(header: Header) -> tuple[object, ...]:
    """What the columns of a header mean, whatever row it stands in."""
    cells = (header.unit, header.code, header.unit_type, header.count, header.respondent_weight)
    return (
        *(cell.column if cell is not None else None for cell in cells),
        tuple(cell.column for cell in header.answers),
        tuple((column.column, column.component_id, column.most) for column in header.components),
    )
