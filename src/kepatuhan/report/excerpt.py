"""A line of a file with a caret below one of its characters, to be seen on a terminal."""

import unicodedata
from collections.abc import Callable

from kepatuhan.messages import literal

_TAB = "    "
_CUT = "..."


def excerpt(line: str, column: int, width: int, *, ascii_only: bool = False) -> tuple[str, str]:
    """What of ``line`` fits in ``width`` around the character at ``column`` (from 1), and the line with the caret.

    A tab is shown as four spaces, and what a terminal would act on or hide is written out. Characters take the place
    that they take on a terminal: two for wide ones, none for combining ones; with ``ascii_only`` one for each, since
    those that cannot be shown become question marks.
    """
    width_of: Callable[[str], int] = len if ascii_only else _cells
    index = min(max(column - 1, 0), len(line))
    pieces = [_TAB if character == "\t" else literal(character) for character in line]
    first, last = index, min(index + 1, len(pieces))
    room = width - sum(map(width_of, pieces[first:last])) - 2 * len(_CUT)
    while first > 0 and width_of(pieces[first - 1]) <= room * (2 if last == len(pieces) else 1) and room > 0:
        first -= 1
        room -= width_of(pieces[first])
        if last < len(pieces) and width_of(pieces[last]) <= room:
            room -= width_of(pieces[last])
            last += 1
    while last < len(pieces) and width_of(pieces[last]) <= room:
        room -= width_of(pieces[last])
        last += 1
    before = (_CUT if first else "") + "".join(pieces[first:index])
    return (
        before + "".join(pieces[index:last]) + (_CUT if last < len(pieces) else ""),
        " " * width_of(before) + "^",
    )


def _cells(text: str) -> int:
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
