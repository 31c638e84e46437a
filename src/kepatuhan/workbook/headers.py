"""Find a sheet's header row by what stands in it, never by where it stands, and tell which layout it begins.

Three layouts: *matrix* (a unit column and component ids), *form* (a ``kode`` column and answer columns, one unit a
sheet) and *long* (unit, ``kode`` and answers in one sheet).
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT
from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.heading_words import (
    ANSWER_WORDS,
    CODE_HEADERS,
    EVIDENCE_HEADERS,
    NOTE_WORDS,
    REMARK_HEADERS,
    RESPONDENT_HEADERS,
    RESPONDENT_WEIGHT_HEADERS,
    TYPE_HEADERS,
    UNIT_HEADERS,
    header_form,
)
from kepatuhan.workbook.values import is_blank
from kepatuhan.workbook.vocabulary import Vocabulary

_OBSERVED = frozenset(
    (
        *(
            "ke",
            "responden",
            "petugas",
            "produk",
            "pengguna",
            "layanan",
            "evaluator",
            "penilai",
            "observasi",
            "pelaksana",
        ),
        *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "pertama", "kedua", "ketiga", "mandiri", "unit"),
    )
)
_NOT_AN_ANSWER = re.compile(
    r"maks|max|minim|bobot|target|akhir|kosong|total|jumlah|jml|rata|rerata|mean|average|tertimbang"
    r"|tahun|lalu|sebelum|lama|\b20\d\d\b|benar|contoh|pilihan|\barti\b"
)
"""In the header of an answer column: it holds a limit, a figure made of the answers, or another year's."""
_WORDS = re.compile(r"[^\W_]+")


class LayoutKind(Enum):
    """The layouts that are known."""

    MATRIX = "matrix"
    FORM = "form"
    LONG = "long"


class ComponentColumn(NamedTuple):
    """A column named by a component's id: answers of an indicator, or scores given directly (out of ``most``)."""

    column: int
    component_id: str
    most: Exact | None


@dataclass(slots=True)
class Header:
    """A header row and what its columns mean; columns are counted from 1."""

    row: int
    unit: Cell | None = None
    unit_type: Cell | None = None
    code: Cell | None = None
    respondent: Cell | None = None
    respondent_weight: Cell | None = None
    count: Cell | None = None
    answers: tuple[Cell, ...] = ()
    components: tuple[ComponentColumn, ...] = ()
    other_units: list[Cell] = field(default_factory=list)
    """Columns that name something above the unit, such as its agency."""
    rivals: tuple[Cell, ...] = ()
    """Columns of answers of which it is not clear which count."""
    unnumbered: tuple[Cell, ...] = ()
    """Columns of answers that say something else than which observation they are: a unit's name, perhaps."""
    columns: frozenset[int] = frozenset()
    """Every column that has a heading, known or not."""
    repeated: list[tuple[Cell, Cell]] = field(default_factory=list)
    unknown: list[Cell] = field(default_factory=list)
    evidence: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    """The columns of evidence and of remarks, which count for nothing."""

    @property
    def kind(self) -> LayoutKind | None:
        """The layout that this header begins; None when it begins none."""
        if self.code is not None and self.answers:
            return LayoutKind.FORM if self.unit is None else LayoutKind.LONG
        if self.unit is not None and self.components:
            return LayoutKind.MATRIX
        return None


def read_header(row: Row, vocabulary: Vocabulary) -> Header:
    """What each cell of ``row`` would mean if the row were a header."""
    header = Header(row.number, columns=frozenset(cell.column for cell in row.cells if not is_blank(cell)))
    components: dict[str, ComponentColumn] = {}
    seen: dict[str, Cell] = {}
    answers: dict[str, list[Cell]] = {}
    rest: list[Cell] = []
    for cell in row.cells:
        if cell.kind not in (Kind.TEXT, Kind.NUMBER):
            rest.append(cell)
            continue
        form = header_form(cell.text)
        slot = _slot(form, vocabulary)
        named = vocabulary.component(cell.text)
        if slot is not None:
            before: Cell | None = getattr(header, slot)
            if slot == "unit" and before is not None and header_form(before.text) != form:
                header.unit, other = sorted((before, cell), key=_unit_rank)
                header.other_units.append(other)
            elif before is None:
                setattr(header, slot, cell)
            elif slot != "respondent":
                header.repeated.append((before, cell))
            continue
        word = next((word for word in ANSWER_WORDS if form.startswith(word)), None)
        if word is not None and not _NOT_AN_ANSWER.search(form):
            answers.setdefault(word, []).append(cell)
        if named is not None:
            name, most = named
            if name in components:
                header.repeated.append((seen[name], cell))
            else:
                components[name] = ComponentColumn(cell.column, name, most)
                seen[name] = cell
        elif word is None or _NOT_AN_ANSWER.search(form):
            rest.append(cell)
    word = next((word for word in ANSWER_WORDS if word in answers), None)
    if header.code is not None and word is not None:
        header.answers = tuple(answers.pop(word))
        if word == "nilai" and "skor" in answers:  # a mark and what it is worth: which is which, nobody can tell
            header.rivals = tuple(sorted((header.answers[0], answers["skor"][0]), key=lambda cell: cell.column))
        elif len(header.answers) > 1:
            header.unnumbered = tuple(cell for cell in header.answers if not _is_observation(cell.text, word))
        rest.extend(cell for cells in answers.values() for cell in cells)
    else:
        is_labels = components.keys() == {WHOLE_UNIT} and any(cell.kind is Kind.NUMBER for cell in row.cells)
        # "Unit | Dinas A | Nilai | 85" above a form: labels with their values beside them, and no header.
        header.components = () if is_labels else tuple(components.values())
        rest.extend(cell for cells in answers.values() for cell in cells if vocabulary.component(cell.text) is None)
    header.evidence = tuple(cell.column for cell in rest if header_form(cell.text) in EVIDENCE_HEADERS)
    header.remarks = tuple(cell.column for cell in rest if header_form(cell.text) in REMARK_HEADERS)
    header.unknown = sorted(
        (cell for cell in rest if header_form(cell.text) not in NOTE_WORDS | vocabulary.levels),
        key=lambda cell: cell.column,
    )
    return header


def _is_observation(text: str, word: str) -> bool:
    """Whether the header of one answer column among several says which observation it is, and not whose unit."""
    rest = _WORDS.findall(header_form(text).removeprefix(word))
    return all(part in _OBSERVED or part.isdigit() or len(part) == 1 for part in rest)


def _unit_rank(cell: Cell) -> int:
    return UNIT_HEADERS.index(header_form(cell.text))


def _slot(form: str, vocabulary: Vocabulary) -> str | None:
    for slot, names in (
        ("unit", UNIT_HEADERS),
        ("code", CODE_HEADERS),
        ("unit_type", TYPE_HEADERS),
        ("respondent", RESPONDENT_HEADERS),
        ("respondent_weight", RESPONDENT_WEIGHT_HEADERS),
        ("count", vocabulary.counts),
    ):
        if form in names:
            return slot
    return None
