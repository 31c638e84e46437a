"""The hidden sheet ``kepatuhan``: how a workbook that the tool wrote says which instrument it was made for."""

from typing import NamedTuple

from kepatuhan.problems import Problem, Where, error, warning
from kepatuhan.spelling import fold
from kepatuhan.workbook.cells import Book

IDENTITY_SHEET = "kepatuhan"
IDENTITY_FORMAT = 1


class Identity(NamedTuple):
    """What a workbook says about itself."""

    instrument: str
    fingerprint: str
    not_answers: frozenset[str]
    """The names of the tool's own sheets that hold no answers."""
    unit_lists: frozenset[str] = frozenset()
    """The sheets with a row for every unit, which count even where no column of answers stands on them."""
    left_out: tuple[str, ...] = ()
    """The units that are not in it because they could not be scored when it was written."""


def read_identity(book: Book) -> tuple[Identity | None, list[Problem]]:
    """What ``book`` says about itself, or None when the tool did not write it."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == IDENTITY_SHEET), None)
    if sheet is None:
        return None, []
    values: dict[str, tuple[str, ...]] = {}
    for row in sheet.rows():
        key, *rest = row.cells
        if key.column == 1:
            values[fold(key.text)] = tuple(cell.text for cell in rest)
    if "format" not in values:
        return None, []  # a sheet of somebody's own that happens to bear the name
    version = (values.get("format") or ("",))[0]
    if version != str(IDENTITY_FORMAT):
        where = Where(book.file, sheet=IDENTITY_SHEET)
        return None, [error("KP720", where, version=version or "?", known=IDENTITY_FORMAT)]
    identity = Identity(
        instrument=(values.get("instrument") or ("",))[0],
        fingerprint=(values.get("fingerprint") or ("",))[0],
        not_answers=frozenset(values.get("not_answers", ())),
        unit_lists=frozenset(values.get("unit_lists", ())),
        left_out=values.get("left_out", ()),
    )
    remarks = [warning("KP798", Where(book.file), units=identity.left_out)] if identity.left_out else []
    unread = values.get("unread")
    if unread:
        remarks.append(warning("KP799", Where(book.file), count=unread[0]))
    return identity, remarks
