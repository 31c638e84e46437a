"""From files to answers: open, recognise, read and assemble, with every problem of the run at once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import Problem, ProblemsFound, Term, Where, error, errors, note, warning
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.spelling import nearest
from kepatuhan.workbook.as_typed import AsTyped
from kepatuhan.workbook.assembling import assemble
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Book, Sheet, cell_name
from kepatuhan.workbook.choosing import Library, choose_instrument
from kepatuhan.workbook.files import find_workbooks, open_book
from kepatuhan.workbook.headers import Header
from kepatuhan.workbook.heading_words import ANSWER_WORDS, header_form
from kepatuhan.workbook.identity import IDENTITY_SHEET, Identity, read_identity
from kepatuhan.workbook.layouts import SheetReading
from kepatuhan.workbook.preamble import FoundHeader, find_header
from kepatuhan.workbook.vocabulary import Vocabulary

if TYPE_CHECKING:  # asked for by few runs
    from kepatuhan.workbook.places import AnswerPlaces
    from kepatuhan.workbook.returning import Returnable

OnProgress = Callable[[str, int], None]
"""Called with the file and the row that is being read."""


class InputFile(NamedTuple):
    """A file that was read, with the sha256 of its bytes."""

    file: str
    sha256: str


class UnsoundUnit(NamedTuple):
    """A unit that cannot be scored, and how many problems it has."""

    unit: str
    problems: int
    position: int
    """Among all units, sound or not, in reading order, from 0."""


class Reading(NamedTuple):
    """What the workbooks of one assessment hold."""

    instrument: Instrument
    units: tuple[UnitAnswers, ...]
    """The units without problems, in reading order."""
    unsound: tuple[UnsoundUnit, ...]
    inputs: tuple[InputFile, ...]
    problems: tuple[Problem, ...]
    places: "AnswerPlaces | None" = None
    """Where the answers stand, where that was asked for."""
    returnable: "Returnable | None" = None
    """What a workbook that is returned has to hold, where that was asked for."""


_MOST_RESEMBLED = 500
"""Unknown headings of a table without codes of which it is worth asking which code was meant: it takes its time."""


def read_workbooks(
    paths: Iterable[Path],
    wanted: Instrument | None,
    library: Library,
    on_progress: OnProgress = lambda _file, _row: None,
    *,
    keeps_places: bool = False,
    is_to_return: bool = False,
) -> Reading:
    """Read every workbook that ``paths`` name as one assessment under ``wanted``, or the instrument that they are for.

    Units with problems are not among ``units``; whether to go on without them is for the caller to decide.
    With ``keeps_places`` the cells of the answers are remembered (``places``); where the workbook ``is_to_return``
    everything that people typed is (``returnable``).

    Raises:
        ProblemsFound: when nothing can be read at all, or it is not clear with which instrument.
    """
    files, problems = find_workbooks(paths)
    books: list[Book] = []
    identities: dict[str, Identity] = {}
    for path in files:
        try:
            book, remarks = open_book(path)
            identity, mistakes = read_identity(book)
        except ProblemsFound as found:
            problems.extend(found.problems)
            continue
        books.append(book)
        problems.extend((*remarks, *mistakes))
        if identity is not None:
            identities[book.file] = identity
    if not books or any(problem.code == "KP720" for problem in problems):
        raise ProblemsFound(problems or [error("KP732")])
    try:
        instrument = choose_instrument(books, identities, wanted, library)
    except ProblemsFound as found:
        raise ProblemsFound([*errors(problems), *found.problems]) from found
    assembly = Assembly(instrument, keeps_places=keeps_places, as_typed=AsTyped() if is_to_return else None)
    assembly.problems.extend(problems)
    vocabulary = Vocabulary.of([instrument])
    for book in books:
        identity = identities.get(book.file)
        if identity is not None and identity.fingerprint and identity.fingerprint != instrument.fingerprint:
            assembly.problems.append(warning("KP717", Where(book.file), instrument=instrument.id))
        _read_book(book, identity, assembly, vocabulary, on_progress)
    return _finish(assembly, books)


def _read_book(
    book: Book, identity: Identity | None, assembly: Assembly, vocabulary: Vocabulary, on_progress: OnProgress
) -> None:
    hidden: list[str] = []
    foreign: list[str] = []
    near_misses: list[Problem] = []
    read = 0
    nameless: tuple[Sheet, Header] | None = None
    for sheet in book.sheets:
        name = sheet.name or ""
        if identity is not None and (name == IDENTITY_SHEET or name in identity.not_answers):
            continue
        if sheet.is_hidden:
            hidden.append(name)
            continue
        lists_units = identity is not None and name in identity.unit_lists
        if lists_units:
            assembly.unit_lists.add((book.file, sheet.name))
        try:
            found = find_header(sheet, vocabulary, lists_units=lists_units)
            if isinstance(found, FoundHeader) and _is_own_result(found.header):
                assembly.problems.append(note("KP714", Where(book.file), reason=Term("skipped.own_result")))
                read += 1
                continue
            if isinstance(found, FoundHeader):
                reading = SheetReading(
                    assembly, vocabulary, book.file, sheet, found, lambda row: on_progress(book.file, row)
                )
                reading.read(book.stem)
                read += 1
                continue
        except ProblemsFound as damage:
            assembly.problems.extend(damage.problems)
            read += 1
            continue
        near = _near_miss(book, sheet, found)
        if near is not None:
            near_misses.append(near)
        else:
            foreign.append(name)
            header = next((header for header in found if header.unit is not None and header.unknown), None)
            nameless = nameless or ((sheet, header) if header is not None else None)
    assembly.problems.extend(near_misses)
    if hidden:
        assembly.problems.append(note("KP713", Where(book.file), sheets=tuple(hidden)))
    if foreign and read:
        assembly.problems.append(note("KP733", Where(book.file), sheets=tuple(foreign)))
    if not read and not near_misses:
        without = _without_codes(book, *nameless, vocabulary) if nameless is not None else []
        assembly.problems.extend(without or [error("KP707", Where(book.file))])


def _is_own_result(header: Header) -> bool:
    """Whether a table is one that the tool wrote: scores, which are no answers."""
    return {"fingerprint", "possible_low"} <= {header_form(cell.text) for cell in header.unknown}


def _near_miss(book: Book, sheet: Sheet, headers: list[Header]) -> Problem | None:
    """A header that lacks just one thing is a problem: answers may stand below it, and would be lost."""
    for header in headers:
        if header.components and header.unit is None and len(header.components) > 1:
            first = header.components[0].column
            return error("KP710", Where(book.file, sheet=sheet.name, cell=cell_name(header.row, first)))
        if header.code is not None:
            near = next(
                (cell for cell in header.unknown if nearest(header_form(cell.text).split(" ")[0], ANSWER_WORDS)), None
            )
            if near is not None:
                where = Where(book.file, sheet=sheet.name, cell=cell_name(header.row, near.column))
                return error("KP711", where, written=near.text)
    return None


def _without_codes(book: Book, sheet: Sheet, header: Header, vocabulary: Vocabulary) -> list[Problem]:
    """A table of units in which no heading is a known code: the likeliest table of a file in which none was read."""
    places = {
        cell: Where(book.file, sheet=sheet.name, cell=cell_name(header.row, cell.column)) for cell in header.unknown
    }
    resembled = ((cell, vocabulary.resembling(cell.text)) for cell in header.unknown[:_MOST_RESEMBLED])
    near = [error("KP708", places[cell], written=cell.text, near=name) for cell, name in resembled if name is not None]
    first = header.unknown[0]
    return near or [error("KP743", places[first], headers=tuple(cell.text for cell in header.unknown))]


def _finish(assembly: Assembly, books: list[Book]) -> Reading:
    answers = assemble(assembly)
    by = assembly.instrument.roll_up.by
    if by is not None and not assembly.has_count_column and answers:
        assembly.problems.append(warning("KP728", Where(books[0].file), by=by))
    if not answers and not errors(assembly.problems):
        assembly.problems.extend(error("KP721", Where(book.file)) for book in books)
    units: list[UnitAnswers] = []
    unsound: list[UnsoundUnit] = []
    for position, (unit, record) in enumerate(zip(answers, assembly.records.values(), strict=True)):
        if assembly.is_sound(record):
            units.append(unit)
        else:
            unsound.append(UnsoundUnit(record.name, max(1, record.unreadable), position))
    return Reading(
        instrument=assembly.instrument,
        units=tuple(units),
        unsound=tuple(unsound),
        inputs=tuple(InputFile(book.file, book.sha256) for book in books),
        problems=tuple(assembly.problems),
        places=_places(assembly) if assembly.keeps_places else None,
        returnable=_returnable(assembly, answers) if assembly.as_typed is not None else None,
    )


def _places(assembly: Assembly) -> "AnswerPlaces":
    from kepatuhan.workbook.places import AnswerPlaces

    return AnswerPlaces(assembly)


def _returnable(assembly: Assembly, answers: list[UnitAnswers]) -> "Returnable":
    from kepatuhan.workbook.returning import what_to_return

    return what_to_return(assembly, answers)
