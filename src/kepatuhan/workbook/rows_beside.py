"""Rows that are neither a unit nor an answer: totals, signatures, column numbers, and the header once more."""

import re
from collections.abc import Container, Iterator, Sequence
from enum import Enum

from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.headers import Header, LayoutKind
from kepatuhan.workbook.heading_words import ANSWER_WORDS, CODE_HEADERS, UNIT_HEADERS, header_form
from kepatuhan.workbook.values import could_be_answer, is_blank, plain
from kepatuhan.workbook.vocabulary import Vocabulary

_FIGURES = frozenset(
    (
        *(
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
            "nrr",
            "ikm",
        ),
        *(
            "bobot",
            "maksimal",
            "maksimum",
            "minimal",
            "minimum",
            "tertinggi",
            "terendah",
            "median",
            "deviasi",
        ),
        *("target", "capaian", "selisih", "peringkat", "rekapitulasi", "\u03c3", "\u2211"),
    )
)
"""What names a figure made of other rows, or about the columns."""
_VALUES = frozenset(("nilai", "skor", "indeks", "hasil"))
_ABOUT_FIGURES = frozenset(
    (
        *(
            "sub",
            "grand",
            "seluruh",
            "seluruhnya",
            "keseluruhan",
            "semua",
            "unit",
            "layanan",
            "umum",
            "per",
            "dan",
            "akhir",
            "standar",
        ),
        *("dimensi", "variabel", "indikator", "unsur", "aspek", "tertimbang", "konversi", "instansi", "opd"),
        *("kabupaten", "kab", "kota", "provinsi", "daerah", "pemda"),
    )
)
_ABOUT_UNITS = _FIGURES | _VALUES | _ABOUT_FIGURES
_WORD = re.compile(r"[^\W_]+|\u2211")
_SIGNED = re.compile(
    r"(mengetahui|menyetujui|disahkan|diketahui|disetujui|dibuat oleh|disusun oleh|penilai|tim penilai)\b"
    r"|(verifikator|evaluator)\b|.*, *(\d{1,2} +)?[a-z]+ +\d{4}$"
)
"""What begins a block of signatures: titles and names follow, which are no units."""
_SIGNATURE = re.compile(r"nip\b[. :]*\d|(ttd|tanda tangan)\b[. :]*$|a\.n\.|\*|.*, *(\d{1,2} +)?\w+ +\d{4}$")
_NOTE = re.compile(r"(catatan|keterangan|ket|sumber( data)?) *(:.*)?$")
_LONGEST = 40
_LONGEST_LABEL = 500
"""Characters of a label that say what its row is."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNTS = ([str(number) for number in range(1, 200)], [chr(code) for code in range(ord("a"), ord("z") + 1)], _ROMAN)
_MARKS = frozenset(mark for counts in _COUNTS for mark in counts)


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
        self._about_codes = _ABOUT_UNITS | vocabulary.group_words
        self._names_units = header.kind is not LayoutKind.FORM
        self._naming = header.unit if self._names_units else header.code
        answers = (*(cell.column for cell in header.answers), *(column.column for column in header.components))
        self._first_answer = min(answers, default=1)
        self._header = header
        self._answer_words = answer_words
        self._is_signed = False
        self._is_first = True
        self.skipped: list[str] = []
        """The number and the label of each such row."""

    def pass_answer(self) -> None:
        """Note that a row with an answer stands here, which needs no judging: it ends a block of signatures."""
        self._is_first = self._is_signed = False

    def judge(self, row: Row, naming: Cell | None, answers: Sequence[Cell], *, is_answered: bool) -> Verdict:
        """What ``row`` is; ``naming`` is the cell that names its unit or code, ``answers`` its filled answer cells.

        ``is_answered`` says that one of them is known to be an answer; otherwise they are looked at.
        """
        is_first, self._is_first = self._is_first, False
        is_named = naming is not None and not is_blank(naming)
        says_something = is_answered or any(could_be_answer(cell, self._answer_words) for cell in answers)
        if self._counts_columns(row, naming) or (
            is_first and answers and not says_something and (not is_named or self._is_heading(naming))
        ):
            self._is_first = is_first  # more such rows may follow: numbers, titles
            return self._beside(row, next(_texts(row), row.cells[0]))
        labels = [naming] if is_named and naming is not None else list(_texts(row))
        if self._is_signature(
            [plain(cell.text[:_LONGEST_LABEL]) for cell in labels if cell.kind is Kind.TEXT], says_something
        ):
            return self._beside(row, labels[0])
        label = next((cell for cell in labels if cell.column < self._first_answer or is_named), None)
        if label is None or label.kind is not Kind.TEXT:
            return Verdict.READ
        if self._is_header_again(label, answers):
            return self._beside(row, label)
        if not answers and not is_named:
            return Verdict.READ  # a heading between the rows: nothing in it can be lost
        return self._of_figures(row, label, answers, is_unit=is_named and self._names_units)

    def could_pass_over(self, unit: str) -> bool:
        """Whether a row of a unit with this name is, or with some answers would be, taken for something else."""
        cell = Cell(1, Kind.TEXT, unit)
        is_figure = self._of_figures(Row(1, [cell]), cell, [cell], is_unit=True) is not Verdict.READ
        return is_figure or self._is_signature([plain(unit)], says_something=False) or _mark(cell) in _COUNTS[0]

    def _of_figures(self, row: Row, label: Cell, answers: Sequence[Cell], *, is_unit: bool) -> Verdict:
        """Whether a label names figures (totals, weights, a target) and not a unit or an indicator."""
        form = header_form(label.text[:_LONGEST_LABEL])
        words = _WORD.findall(form)
        is_code = not is_unit and self._vocabulary.component(label.text) is not None
        if not words or is_code or form in self._vocabulary.titles:
            return Verdict.READ
        known = _ABOUT_UNITS if is_unit else self._about_codes
        names_figures = not _FIGURES.isdisjoint(words) or words[0] in _VALUES or form == "instansi"
        if names_figures and known.issuperset(words):
            return self._beside(row, label)
        if is_unit and words[0] in _FIGURES | _VALUES:
            return Verdict.UNCLEAR if answers else self._beside(row, label)
        return Verdict.READ

    def _beside(self, row: Row, label: Cell) -> Verdict:
        self.skipped.append(f"{row.number} ({plain(label.text)[:_LONGEST]})")
        return Verdict.BESIDE

    def _is_signature(self, texts: Sequence[str], says_something: bool) -> bool:
        """Whether a row belongs to a block of signatures or is a line of notes; a row with an answer ends the block."""
        if says_something or not texts:
            self._is_signed = self._is_signed and not says_something
            return False
        forms = [text.casefold() for text in texts]
        self._is_signed = self._is_signed or any(_SIGNED.match(form) for form in forms)
        return self._is_signed or any(_SIGNATURE.match(form) or _NOTE.match(form) for form in forms)

    def _counts_columns(self, row: Row, naming: Cell | None) -> bool:
        """Whether a row only numbers the columns, as tables in letters and reports do: 1, 2, 3 or (a), (b), (c)."""
        first = next((cell for cell in row.cells if not is_blank(cell)), None)
        if naming is None or first is None or _mark(first) not in _MARKS:
            return False  # which spares nearly every row the closer look
        if self._vocabulary.component(naming.text) is not None:
            return False
        marks = [_mark(cell) for cell in row.cells if not is_blank(cell)]
        if len(marks) < max(2, min(3, len(self._header.columns))):  # a lone mark numbers nothing
            return False
        return any(
            marks[0] in counts and marks == list(counts[counts.index(marks[0]) :][: len(marks)]) for counts in _COUNTS
        )

    @staticmethod
    def _is_heading(naming: Cell | None) -> bool:
        form = header_form(naming.text) if naming is not None else ""
        return form in UNIT_HEADERS or form in CODE_HEADERS

    def _is_header_again(self, label: Cell, answers: Sequence[Cell]) -> bool:
        assert self._naming is not None
        return (
            bool(answers)
            and len(label.text) <= _LONGEST_LABEL
            and header_form(label.text) == header_form(self._naming.text)
            and all(
                cell.kind is Kind.TEXT
                and (self._vocabulary.component(cell.text) or header_form(cell.text).startswith(ANSWER_WORDS))
                for cell in answers
            )
        )


def _texts(row: Row) -> Iterator[Cell]:
    return (cell for cell in row.cells if cell.kind is Kind.TEXT and not is_blank(cell))


def _mark(cell: Cell) -> str:
    """What a cell that numbers a column says, without brackets or full stop; nothing where it is too long for it."""
    text = cell.text
    return plain(text).strip("().").casefold() if len(text) <= _LONGEST else ""
