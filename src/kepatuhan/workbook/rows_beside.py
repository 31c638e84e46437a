"""Rows that are neither a unit nor an answer: totals, signatures, column numbers, and the header once more."""

import re
from collections.abc import Container, Sequence
from enum import Enum

from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.headers import ANSWER_WORDS, Header, LayoutKind, Vocabulary, header_form
from kepatuhan.workbook.values import could_be_answer, is_blank, plain

_TOTALS = frozenset(
    [
        "jumlah",
        "jml",
        "total",
        "subtotal",
        "rata",
        "rata2",
        "rerata",
        "mean",
        "average",
        "akumulasi",
        "\u03c3",
        "\u2211",
    ]
)
_MADE_OF_UNITS = frozenset(["akhir", "instansi", "keseluruhan", "seluruhnya"])
_BESIDE_TOTALS = frozenset(
    ["nilai", "skor", "sub", "grand", "seluruh", "semua", "unit", "layanan", "indeks", "umum", "per", "dan", "dimensi"]
)
_WORD = re.compile(r"[^\W_]+|\u2211")
_SIGNED = re.compile(r"(mengetahui|menyetujui|disahkan)\b|.*, *\d{1,2} +[a-z]+ +\d{4}$")
"""What begins a block of signatures: titles and names follow, which are no units."""
_SIGNATURE = re.compile(
    r"(mengetahui|menyetujui|disahkan)\b|(nip|ttd|tanda tangan)\b|a\.n\.|(catatan|keterangan|sumber) ?:|\*"
    r"|.*, *\d{1,2} +\w+ +\d{4}$"
)
_LONGEST = 40
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNTS = ([str(number) for number in range(1, 200)], [chr(code) for code in range(ord("a"), ord("z") + 1)], _ROMAN)


class Verdict(Enum):
    """What a row is."""

    READ = "a unit or an answer"
    BESIDE = "neither"
    UNCLEAR = "a total or a unit"


class RowsBeside:
    """Judges the rows of one sheet, from top to bottom, and remembers those that are beside the answers."""

    def __init__(self, vocabulary: Vocabulary, header: Header, answer_words: Container[str]) -> None:
        """``answer_words``: the folded words that are answers on some scale."""
        self._vocabulary = vocabulary
        self._names_units = header.kind is not LayoutKind.FORM
        self._naming = header.unit if self._names_units else header.code
        answers = (*(cell.column for cell in header.answers), *(column.column for column in header.components))
        self._first_answer = min(answers)
        self._header = header
        self._answer_words = answer_words
        self._is_signed = False
        self._is_first = True
        self.skipped: list[str] = []
        """The number and the label of each such row."""

    def judge(self, row: Row, naming: Cell | None, answers: Sequence[Cell]) -> Verdict:
        """What ``row`` is; ``naming`` is the cell that names its unit or code, ``answers`` its filled answer cells."""
        is_first, self._is_first = self._is_first, False
        is_named = naming is not None and not is_blank(naming)
        texts = [cell for cell in row.cells if cell.kind is Kind.TEXT and not is_blank(cell)]
        says_something = any(could_be_answer(cell, self._answer_words) for cell in answers)
        if is_first and (self._counts_columns(row) or (answers and not is_named and not says_something)):
            return self._beside(row, texts[0] if texts else row.cells[0])
        labels = [naming] if is_named and naming is not None else texts
        if self._is_signature([header_form(cell.text) for cell in labels if cell.kind is Kind.TEXT], says_something):
            return self._beside(row, labels[0])
        label = next((cell for cell in labels if cell.column < self._first_answer or is_named), None)
        if label is None or label.kind is not Kind.TEXT:
            return Verdict.READ
        words = _WORD.findall(header_form(label.text))
        known = _TOTALS | _MADE_OF_UNITS
        if not known.isdisjoint(words) and known.union(_BESIDE_TOTALS).issuperset(words):
            return self._beside(row, label)
        if self._is_header_again(label, answers):
            return self._beside(row, label)
        if words and words[0] in _TOTALS and is_named and self._names_units:
            return Verdict.UNCLEAR if answers else self._beside(row, label)
        return Verdict.READ

    def _beside(self, row: Row, label: Cell) -> Verdict:
        self.skipped.append(f"{row.number} ({plain(label.text)[:_LONGEST]})")
        return Verdict.BESIDE

    def _is_signature(self, forms: Sequence[str], says_something: bool) -> bool:
        """Whether a row belongs to a block of signatures or is a line of notes; a row with an answer ends the block."""
        if says_something or not forms:
            self._is_signed = self._is_signed and not says_something
            return False
        self._is_signed = self._is_signed or any(_SIGNED.match(form) for form in forms)
        return self._is_signed or any(_SIGNATURE.match(form) for form in forms)

    def _counts_columns(self, row: Row) -> bool:
        """Whether a row only numbers the columns, as tables in letters and reports do: 1, 2, 3 or (a), (b), (c)."""
        marks = [plain(cell.text).strip("().").casefold() for cell in row.cells if not is_blank(cell)]
        return len(marks) >= min(3, len(self._header.columns)) and any(marks == list(c[: len(marks)]) for c in _COUNTS)

    def _is_header_again(self, label: Cell, answers: Sequence[Cell]) -> bool:
        assert self._naming is not None
        return (
            bool(answers)
            and header_form(label.text) == header_form(self._naming.text)
            and all(
                cell.kind is Kind.TEXT
                and (self._vocabulary.component(cell.text) or header_form(cell.text).startswith(ANSWER_WORDS))
                for cell in answers
            )
        )
