"""Which instrument workbooks were filled in for, when nobody says: the one whose codes they use, and no other."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator, Instrument
from kepatuhan.problems import ProblemsFound, Where, error
from kepatuhan.spelling import fold
from kepatuhan.workbook.cells import Book
from kepatuhan.workbook.headers import LayoutKind
from kepatuhan.workbook.identity import Identity
from kepatuhan.workbook.preamble import FoundHeader, find_header
from kepatuhan.workbook.values import is_blank
from kepatuhan.workbook.vocabulary import Vocabulary


class Library(NamedTuple):
    """The instruments that a workbook may turn out to be for: their ids, and how to load one."""

    ids: tuple[str, ...]
    load: Callable[[str], Instrument]


def choose_instrument(
    books: Iterable[Book], identities: Mapping[str, Identity], wanted: Instrument | None, library: Library
) -> Instrument:
    """The instrument to read ``books`` with: the wanted one, the one they name, or the only one that fits.

    Raises:
        ProblemsFound: when a workbook is of another edition, or none or several instruments fit.
    """
    books = list(books)
    named = {identity.instrument for identity in identities.values()}
    if wanted is not None:
        others = [file for file, identity in identities.items() if identity.instrument != wanted.id]
        if others:
            raise ProblemsFound(
                error("KP716", Where(file), carried=identities[file].instrument, wanted=wanted.id) for file in others
            )
        return wanted
    if len(named) > 1:
        raise ProblemsFound(
            error("KP729", Where(file), carried=identity.instrument, others=tuple(sorted(named)))
            for file, identity in identities.items()
        )
    if named:
        name = named.pop()
        if name not in library.ids:
            file = next(iter(identities))
            raise ProblemsFound([error("KP719", Where(file), carried=name, known=library.ids)])
        return library.load(name)
    candidates = [library.load(name) for name in library.ids]
    used = _used_ids(books, Vocabulary.of(candidates))
    fitting = [instrument for instrument in candidates if used and _fits(instrument, used)]
    if len(fitting) == 1:
        return fitting[0]
    where = Where(books[0].file) if books else None
    if fitting:
        raise ProblemsFound([error("KP718", where, fitting=tuple(i.id for i in fitting))])
    closest = _closest(candidates, used)
    if closest is not None:
        return closest  # reading with it names every code that is missing or unknown, at its cell
    if not used and not _has_codes(books, Vocabulary.of(candidates)):
        raise ProblemsFound([error("KP707", Where(book.file)) for book in books])
    raise ProblemsFound([error("KP731", where, known=library.ids)])


def _closest(candidates: list[Instrument], used: set[str]) -> Instrument | None:
    """The only candidate that knows any of the codes in use, if there is just one."""
    near = [i for i in candidates if used & {fold(component.id) for component in i.walk()}]
    return near[0] if len(near) == 1 else None


def _used_ids(books: Iterable[Book], vocabulary: Vocabulary) -> set[str]:
    """The folded codes that the visible sheets use: in headers, or in ``kode`` columns."""
    used: set[str] = set()
    for book in books:
        for sheet in book.sheets:
            if sheet.is_hidden:
                continue
            found = find_header(sheet, vocabulary)
            if not isinstance(found, FoundHeader):
                continue
            if found.header.kind is LayoutKind.MATRIX:
                used.update(fold(column.component_id) for column in found.header.components)
                continue
            assert found.header.code is not None
            for row in found.rows:
                code = next((cell for cell in row.cells if cell.column == found.header.code.column), None)
                named = vocabulary.component(code.text) if code is not None and not is_blank(code) else None
                if named is not None:
                    used.add(fold(named[0]))
    return used


def _has_codes(books: Iterable[Book], vocabulary: Vocabulary) -> bool:
    """Whether any visible sheet has a column of codes with answers, whosever codes they are."""
    sheets = (sheet for book in books for sheet in book.sheets if not sheet.is_hidden)
    return any(isinstance(find_header(sheet, vocabulary), FoundHeader) for sheet in sheets)


def _fits(instrument: Instrument, used: set[str]) -> bool:
    """Every scored indicator is there, itself or by a component above it, and no code is unknown."""
    known = {fold(component.id) for component in instrument.walk()} | {WHOLE_UNIT}
    return used <= known and (WHOLE_UNIT in used or all(_is_covered(c, used) for c in instrument.components))


def _is_covered(component: Component, used: set[str]) -> bool:
    if fold(component.id) in used or (isinstance(component, Indicator) and not component.scored):
        return True
    return isinstance(component, Group) and all(_is_covered(child, used) for child in component.components)
