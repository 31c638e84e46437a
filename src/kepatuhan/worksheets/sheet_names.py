"""A valid sheet name for every unit: what Excel takes without repairing the file, and no two alike.

The unit's full name stands in its sheet, beside "Unit"; the name of the sheet only has to be found again by a person.
"""

import unicodedata
from collections.abc import Iterable

from kepatuhan.worksheets.short_names import cut, form, shortened

LONGEST = 31
"""Characters as Excel counts them: one outside the basic plane counts twice."""

_FORBIDDEN = dict.fromkeys(map(ord, "/\\?*[]:"), "-")
_TAKEN_BY_EXCEL = ("History",)
NAMELESS = "Unit"


def sheet_names(units: Iterable[str], reserved: Iterable[str] = ()) -> tuple[str, ...]:
    """A sheet name for each of ``units``, in their order; none is one of ``reserved``, whatever the case."""
    return distinct_names(map(_valid, units), LONGEST, (*reserved, *_TAKEN_BY_EXCEL))


def distinct_names(names: Iterable[str], longest: int, reserved: Iterable[str] = ()) -> tuple[str, ...]:
    """``names`` in their order, of at most ``longest`` characters; one that is still like an earlier or a ``reserved``
    one has a number behind it.
    """
    taken = {form(name) for name in reserved}
    distinct = []
    for name in shortened([*names], longest):
        free = _free_name(name, longest, taken)
        taken.add(form(free))
        distinct.append(free)
    return tuple(distinct)


def without_unseen(name: str) -> str:
    """A name with a space for every character that nobody can see."""
    return "".join(" " if unicodedata.category(character)[0] == "C" else character for character in name)


def _valid(unit: str) -> str:
    return _trimmed(without_unseen(unit).translate(_FORBIDDEN)) or NAMELESS


def _free_name(name: str, longest: int, taken: set[str]) -> str:
    free, number = name, 1
    while form(free) in taken:
        number += 1
        ending = f" ({number})"
        free = cut(name, longest - len(ending)) + ending
    return free


def _trimmed(name: str) -> str:
    """Without spaces and apostrophes at the ends; the latter quote names in formulas."""
    return " ".join(name.split()).strip("' ")
