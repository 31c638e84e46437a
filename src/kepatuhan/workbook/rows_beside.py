"""Rows that are neither a unit nor an answer: totals, signatures, and the header printed once more."""

import re

from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.headers import ANSWER_WORDS, Vocabulary, header_form
from kepatuhan.workbook.values import is_blank, plain

_TOTAL = re.compile(r"(sub ?)?(jumlah|total|grand total|rata ?- ?rata|rata rata|rerata|nilai rata)\b")
_SIGNED = re.compile(r"(mengetahui|menyetujui|disahkan)\b|.*, *\d{1,2} +[a-z]+ +\d{4}$")
"""What begins a block of signatures: titles and names follow, which are no units."""
_SIGNATURE = re.compile(
    r"(mengetahui|menyetujui|disahkan)\b|(nip|ttd|tanda tangan)\b|a\.n\.|(catatan|keterangan|sumber) ?:"
    r"|.*, *\d{1,2} +\w+ +\d{4}$"
)
_LONGEST = 40


class RowsBeside:
    """Recognises such rows of one sheet, from top to bottom, and remembers them."""

    def __init__(self, vocabulary: Vocabulary, naming_headers: frozenset[str]) -> None:
        """``naming_headers``: what the header of the column that names each row (its unit, its code) may be."""
        self._vocabulary = vocabulary
        self._naming_headers = naming_headers
        self._is_signed = False
        self.skipped: list[str] = []
        """The number and the label of each such row."""

    def take(self, row: Row, naming: Cell | None, answers: list[Cell]) -> bool:
        """Whether ``row`` is one; ``naming`` is its cell that names it, ``answers`` its filled cells."""
        label = naming
        if label is None or is_blank(label):
            used = {cell.column for cell in answers}
            texts = (cell for cell in row.cells if cell.kind is Kind.TEXT and cell.column not in used)
            label = next((cell for cell in texts if not is_blank(cell)), None)
        if label is None or label.kind is not Kind.TEXT:
            return False
        form = header_form(label.text)
        self._is_signed = not answers and (self._is_signed or _SIGNED.match(form) is not None)
        is_signature = self._is_signed or (not answers and _SIGNATURE.match(form) is not None)
        if (
            is_signature
            or _TOTAL.match(form)
            or (answers and form in self._naming_headers and self._are_headers(answers))
        ):
            self.skipped.append(f"{row.number} ({plain(label.text)[:_LONGEST]})")
            return True
        return False

    def _are_headers(self, cells: list[Cell]) -> bool:
        return all(
            cell.kind is Kind.TEXT
            and (self._vocabulary.component(cell.text) or header_form(cell.text).startswith(ANSWER_WORDS))
            for cell in cells
        )
