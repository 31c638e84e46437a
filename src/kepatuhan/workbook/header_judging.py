"""Whether it is clear what the columns below a header mean: repeated ids, near misses, columns that contradict."""

from typing import NamedTuple

from kepatuhan.problems import Problem, error, warning
from kepatuhan.workbook.cells import cell_name
from kepatuhan.workbook.headers import Header, LayoutKind
from kepatuhan.workbook.preamble import Preamble
from kepatuhan.workbook.sheet_site import SheetSite
from kepatuhan.workbook.vocabulary import Vocabulary


class Judgement(NamedTuple):
    """What is wrong with a header."""

    stops: Problem | None
    """That for which nothing below it can be read."""
    errors: tuple[Problem, ...] = ()
    """What spoils the units of the sheet; the rest of its columns is read."""
    warnings: tuple[Problem, ...] = ()
    misspelt: frozenset[str] = frozenset()
    """Ids that a header nearly names: they are not missing as well."""


def judge_header(header: Header, preamble: Preamble, vocabulary: Vocabulary, site: SheetSite) -> Judgement:
    """What is wrong with the header of a sheet, and with what stands above it.

    Repeated ids and near misses are errors, other unknown headers one warning.
    """
    stops = _what_stops(header, preamble, site)
    if stops is not None:
        return Judgement(stops)
    found: list[Problem] = []
    for first, second in header.repeated:
        other = cell_name(header.row, first.column)
        found.append(error("KP709", site.where(header.row, second.column), written=second.text, other=other))
    unknown = []
    misspelt: set[str] = set()
    is_matrix = header.kind in (LayoutKind.MATRIX, None)
    for cell in header.unknown:
        where = site.where(header.row, cell.column)
        near = vocabulary.resembling(cell.text) if is_matrix else None
        if near is not None and all(column.component_id != near for column in header.components):
            found.append(error("KP708", where, written=cell.text, near=near))
            misspelt.add(near)
        elif is_matrix and vocabulary.looks_like_code(cell.text):
            found.append(error("KP738", where, written=cell.text))
        else:
            unknown.append(cell)
    warnings: tuple[Problem, ...] = ()
    if unknown:
        where = site.where(header.row, unknown[0].column)
        headers = tuple(cell.text for cell in unknown)
        warnings = (warning("KP701", where, headers=headers, count=len(unknown)),)
    return Judgement(_no_name(header, preamble, site), tuple(found), warnings, frozenset(misspelt))


def _what_stops(header: Header, preamble: Preamble, site: SheetSite) -> Problem | None:
    """Two columns of which it is not clear which counts, or a unit whose name is not clear."""
    if header.rivals:
        first, second = header.rivals
        return error("KP745", site.where(header.row, second.column), written=second.text, other=first.text)
    if header.kind is LayoutKind.LONG and preamble.unit is not None and header.unit is not None:
        above, row, column = preamble.unit
        where = site.where(header.row, header.unit.column)
        return error("KP749", where, written=header.unit.text, above=above, other=cell_name(row, column))
    if header.kind is LayoutKind.FORM and header.unnumbered and preamble.unit is None:
        headers = tuple(cell.text for cell in header.unnumbered)
        return error("KP747", site.where(header.row, header.unnumbered[0].column), headers=headers)
    return None


def _no_name(header: Header, preamble: Preamble, site: SheetSite) -> Problem | None:
    """A form whose unit is named by what cannot be a name."""
    if header.kind is not LayoutKind.FORM or preamble.no_name is None:
        return None
    written, row, column = preamble.no_name
    return error("KP828", site.where(row, column), written=written)
