"""Find a sheet's header row by what stands in it, never by where it stands, and tell which layout it begins.

Three layouts: *matrix* (a unit column and component ids), *form* (a ``kode`` column and answer columns, one unit a
sheet) and *long* (unit, ``kode`` and answers in one sheet).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, Group, Instrument
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.cells import Cell, Kind, Row
from kepatuhan.workbook.values import Refusal, is_blank, read_number

UNIT_HEADERS = (
    "unit",
    "nama unit",
    "unit layanan",
    "nama unit layanan",
    "unit pelayanan",
    "nama unit pelayanan",
    "lokus",
    "nama lokus",
    "unit lokus",
    "upp",
    "nama upp",
    "satker",
    "unit kerja",
    "opd",
    "nama opd",
    "skpd",
    "perangkat daerah",
    "nama perangkat daerah",
)
"""What names the unit. Where several are there ("OPD" beside "Unit Layanan"), the one that stands first here does."""
TYPE_HEADERS = frozenset({"jenis", "jenis unit"})
CODE_HEADERS = frozenset({"kode", "kode indikator"})
RESPONDENT_HEADERS = frozenset({"responden", "observasi"})
RESPONDENT_WEIGHT_HEADERS = frozenset({"bobot responden"})
ANSWER_WORDS = ("jawaban", "isian", "nilai", "skor")
"""What the header of an answer column starts with; the first of these that a header row has is the one that counts."""
NOTE_WORDS = frozenset(
    [
        "no",
        "nomor",
        "alamat",
        "keterangan",
        "ket",
        "catatan",
        "bukti",
        "tanggal",
        "hari",
        "jam",
        "nama",
        "petugas",
        "penilai",
        "produk",
        "indikator",
        "komponen",
        "dimensi",
        "variabel",
        "pertanyaan",
        "uraian",
        "deskripsi",
        "rubrik",
        "skala",
        "bobot",
        "penjelasan",
        "terisi",
        "capaian",
        "urutan",
        "perbaikan",
        "telepon",
        "email",
        "surel",
        "judul",
        "tautan",
        "link",
    ]
) | frozenset(
    (
        "nomor urut",
        "bukti dukung",
        "arti nilai",
        "arti setiap nilai",
        "bobot indikator",
        "nama indikator",
        "nama responden",
        "bobot efektif",
        "tambahan nilai",
        "tidak dikenal",
    )
)
"""Headers of columns that people keep beside the answers: passed over in silence."""

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
_DIGITS = re.compile(r"\d+[a-z]?")
_CODE = re.compile(r"[^\s(\[:]+")
_STATED_MOST = re.compile(r"(?P<id>[^/]+?)\s*/\s*(?P<most>\d+(?:[.,]\d+)?)")


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

    @property
    def kind(self) -> LayoutKind | None:
        """The layout that this header begins; None when it begins none."""
        if self.code is not None and self.answers:
            return LayoutKind.FORM if self.unit is None else LayoutKind.LONG
        if self.unit is not None and self.components:
            return LayoutKind.MATRIX
        return None


class Vocabulary(NamedTuple):
    """The names that an instrument (or several, while it is not known which) gives to columns."""

    ids: Mapping[str, str]
    """Folded form to id: components, and the score of the whole unit."""
    counts: frozenset[str]
    """Folded names of roll-up columns."""
    shapes: frozenset[str]
    """What the ids with digits look like: ``p.#``."""
    titles: frozenset[str]
    """Folded titles of components."""
    group_words: frozenset[str]
    """The words in ids and titles of groups."""
    levels: frozenset[str]
    """Folded names of levels: columns of titles may be headed so."""

    @classmethod
    def of(cls, instruments: Iterable[Instrument]) -> "Vocabulary":
        """The vocabulary of all ``instruments`` together."""
        ids = {WHOLE_UNIT: WHOLE_UNIT}
        counts: set[str] = set()
        titles: set[str] = set()
        group_words: set[str] = set()
        levels: set[str] = set()
        for instrument in instruments:
            levels |= {fold(name) for name in instrument.level_names}
            for component in instrument.walk():
                titles.add(fold(component.title))
                if isinstance(component, Group):
                    group_words |= set(_WORDS.findall(fold(f"{component.id} {component.title}")))
            ids |= {fold(component.id): component.id for component in instrument.walk()}
            if instrument.roll_up.by:
                by = fold(instrument.roll_up.by)
                counts |= {by, f"jumlah {by}", f"banyak {by}"}
        shapes = frozenset(_shape(form) for form in ids if any(character.isdigit() for character in form))
        return cls(ids, frozenset(counts), shapes, frozenset(titles), frozenset(group_words), frozenset(levels))

    def component(self, text: str) -> tuple[str, Exact | None] | None:
        """The component that a header names, and the maximum that it states (``input/21,85``)."""
        form = header_form(text)
        if form in self.ids:
            return self.ids[form], None
        match = _STATED_MOST.fullmatch(form)
        if match and match["id"] in self.ids:
            most = read_number(match["most"])
            if not isinstance(most, Refusal) and most > 0:
                return self.ids[match["id"]], most
        return None

    def resembling(self, text: str) -> str | None:
        """The id that a header was probably meant to be."""
        form = header_form(text)
        leading = form.split(" ", maxsplit=1)[0].rstrip(".:)")
        if leading in self.ids and any(character.isdigit() for character in leading):
            return self.ids[leading]
        near = nearest(form, self.ids) if len(form) > 2 else None
        return self.ids[near] if near is not None and near != WHOLE_UNIT else None

    def looks_like_code(self, text: str) -> bool:
        """Whether a header begins like the codes with digits do, and is no note about one (``P.12``, ``P.01 (2)``)."""
        form = header_form(text)
        begin = _CODE.match(form)
        if begin is None or not NOTE_WORDS.isdisjoint(form[begin.end() :].split()):
            return False
        return _shape(begin[0].rstrip(".")) in self.shapes


def _shape(form: str) -> str:
    return _DIGITS.sub("#", form)


def header_form(text: str) -> str:
    """A header's text in the form that comparisons use: folded, without a colon or asterisk at its end."""
    return fold(text).rstrip(" :*")


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
