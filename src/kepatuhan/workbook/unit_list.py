"""The units that a template is for: from names on the command line, or from a list in a file.

A list is a text file with a name a line (or semicolons between names), or a table (.csv, .xlsx, .xlsm) with a column of
units, and perhaps one of types and counts. Names that would not be read back from a form are refused here.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import Problem, ProblemsFound, Where, error, reason_of
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.cells import Book, Cell, Kind, Row, Sheet, cell_name
from kepatuhan.workbook.files import ENDINGS, open_book
from kepatuhan.workbook.headers import Header, read_header
from kepatuhan.workbook.heading_words import header_form
from kepatuhan.workbook.preamble import Preamble
from kepatuhan.workbook.rows_beside import RowsBeside
from kepatuhan.workbook.values import Refusal, is_blank, plain, read_count
from kepatuhan.workbook.vocabulary import Vocabulary

TEXT_ENDING = ".txt"
LIST_ENDINGS = (TEXT_ENDING, *ENDINGS)
"""The endings of files that can hold a list of units."""


_KINDS_OF_UNITS = frozenset({"opd", "skpd", "satker", "upp"})
"""Headings of a column of units that are also said of a single one."""
_UNSEEN = ("Cc", "Cs", "Cn", "Co")
"""Categories of characters that nobody can see: controls, and what Unicode has not assigned."""


class ListedUnit(NamedTuple):
    """A unit as it was named, its type and its count as they were written, and where."""

    name: str
    type: str | None = None
    where: Where | None = None
    stated_count: Cell | None = None
    """What a weighted roll-up counts."""


def units_from_file(path: Path, instrument: Instrument) -> list[ListedUnit]:
    """The units that a file lists, with the count by which the instrument weighs them.

    Raises:
        ProblemsFound: when the file cannot be read.
    """
    if path.suffix.casefold() != TEXT_ENDING:
        book, _ = open_book(path)
        return _units_of_book(book, Vocabulary.of([])._replace(counts=Vocabulary.of([instrument]).counts))
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as trouble:
        raise ProblemsFound([error("KP702", Where(str(path)), reason=reason_of(trouble))]) from trouble
    return [
        ListedUnit(name.strip(), None, Where(str(path), line=number, column=1))
        for number, line in enumerate(lines, start=1)
        for name in line.split(";")  # as on the command line
        if name.strip()
    ]


def _units_of_book(book: Book, vocabulary: Vocabulary) -> list[ListedUnit]:
    """The units of the first visible sheet with a column of units; without one, the only column of the first sheet.

    Raises:
        ProblemsFound: when there are several columns, and no heading says which one names the units.
    """
    tables = [(sheet, list(sheet.rows())) for sheet in book.sheets if not sheet.is_hidden]
    for sheet, rows in tables:
        for position, row in enumerate(rows):
            header = read_header(row, vocabulary)
            if header.unit is not None and _is_heading(header, is_first=position == 0):
                return list(_units_of_rows(book, sheet, rows[position + 1 :], header))
    if not tables:
        return []
    sheet, rows = tables[0]
    _refuse_several_columns(book, sheet, rows)
    return list(_units_of_rows(book, sheet, rows, Header(0)))


def _is_heading(header: Header, *, is_first: bool) -> bool:
    """Whether a row is the heading of a list, and not one of its units: "OPD" may be the type of one, or its name."""
    assert header.unit is not None
    if header_form(header.unit.text) not in _KINDS_OF_UNITS:
        return True
    return not header.unknown and (is_first or header.unit_type is not None or header.count is not None)


def _refuse_several_columns(book: Book, sheet: Sheet, rows: Iterable[Row]) -> None:
    for row in rows:
        beside = next((cell for cell in row.cells if cell.column > 1 and not is_blank(cell)), None)
        if beside is not None:
            where = Where(book.file, sheet=sheet.name, cell=cell_name(row.number, beside.column))
            raise ProblemsFound([error("KP756", where, written=plain(beside.text))])


def _units_of_rows(book: Book, sheet: Sheet, rows: Iterable[Row], header: Header) -> Iterator[ListedUnit]:
    name_column = header.unit.column if header.unit is not None else 1
    type_column = header.unit_type.column if header.unit_type is not None else 0
    for row in rows:
        cells = {cell.column: plain(cell.text) for cell in row.cells}
        count = next((c for c in row.cells if header.count and c.column == header.count.column), None)
        count = None if count is None or is_blank(count) else count
        if cells.get(name_column):
            where = Where(book.file, sheet=sheet.name, cell=cell_name(row.number, name_column))
            yield ListedUnit(cells[name_column], cells.get(type_column) or None, where, count)


def empty_units(listed: Sequence[ListedUnit], instrument: Instrument) -> list[UnitAnswers]:
    """The units without any answer yet, in their order.

    Raises:
        ProblemsFound: with every name that cannot be used, is there twice, or whose type or count is not in order.
    """
    vocabulary = Vocabulary.of([instrument])
    types = {fold(name): key for key, title in instrument.unit_types.items() for name in (key, title)}
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    units = []
    for unit in listed:
        name = plain(unit.name)
        if not _can_be_read_back(unit.name, name, vocabulary):
            problems.append(error("KP752", unit.where, name=unit.name))
        elif fold(name) in seen:
            problems.append(error("KP751", unit.where, name=name))
        seen.setdefault(fold(name), name)
        unit_type = types.get(fold(unit.type)) if unit.type is not None else None
        allowed = tuple(instrument.unit_types.values())
        if allowed and unit.type is None:
            problems.append(error("KP754", unit.where, name=name, allowed=allowed))
        elif allowed and unit_type is None:
            near = nearest(unit.type or "", allowed) or ""
            problems.append(error("KP753", unit.where, name=name, written=unit.type or "", allowed=allowed, near=near))
        units.append(UnitAnswers(name, {}, type=unit_type, count=_count(unit, name, instrument, problems)))
    if any(unit.stated_count is not None for unit in listed):
        missing = [unit for unit in listed if unit.stated_count is None]
        by = instrument.roll_up.by or ""
        problems.extend(error("KP761", unit.where, name=plain(unit.name), by=by) for unit in missing)
    if not units:
        problems.append(error("KP750"))
    if problems:
        raise ProblemsFound(problems)
    return units


def _count(unit: ListedUnit, name: str, instrument: Instrument, problems: list[Problem]) -> int | None:
    """The count of a unit; one that is no whole number above 0 is a problem."""
    if unit.stated_count is None:
        return None
    count = read_count(unit.stated_count, whole=True)
    if isinstance(count, Refusal) or count <= 0 or count.denominator != 1:
        by = instrument.roll_up.by or ""
        problems.append(error("KP760", unit.where, name=name, by=by, written=unit.stated_count.text))
        return None
    return count.numerator


def _can_be_read_back(written: str, name: str, vocabulary: Vocabulary) -> bool:
    """Whether a form and a row whose unit has this name are read as those of that unit.

    A name such as "Alamat" beside "Unit" would be taken for the next label, a code for the header of a column, and
    "Total" in a column of units for a row of totals.
    """
    if "\ufffd" in written or any(unicodedata.category(character) in _UNSEEN for character in written):
        return False
    row = Row(1, [Cell(1, Kind.TEXT, "Unit"), Cell(2, Kind.TEXT, name)])
    preamble = Preamble(vocabulary.counts)
    preamble.look(row)
    is_read = preamble.unit is not None and preamble.unit[0] == name
    table = Header(1, unit=Cell(1, Kind.TEXT, "Unit"))
    is_passed_over = RowsBeside(vocabulary, table, frozenset()).could_pass_over(name)
    return is_read and not is_passed_over and read_header(row, vocabulary).kind is None
