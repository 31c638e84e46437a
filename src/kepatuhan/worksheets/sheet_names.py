"""A valid sheet name for every unit: what Excel takes without repairing the file, and no two alike.

The unit's full name stands in its sheet, beside "Unit"; the name of the sheet only has to be found again by a person.
"""

import unicodedata
from collections.abc import Iterable

LONGEST = 31
"""Characters as Excel counts them: one outside the basic plane counts twice."""

_FORBIDDEN = dict.fromkeys(map(ord, "/\\?*[]:"), "-")
_TAKEN_BY_EXCEL = ("History",)
_NAMELESS = "Unit"


def sheet_names(units: Iterable[str], reserved: Iterable[str] = ()) -> tuple[str, ...]:
    """A sheet name for each of ``units``, in their order; none is one of ``reserved``, whatever the case."""
    taken = {_form(name) for name in (*reserved, *_TAKEN_BY_EXCEL)}
    names = []
    for unit in units:
        name = _free_name(_valid(unit), taken)
        taken.add(_form(name))
        names.append(name)
    return tuple(names)


def _valid(unit: str) -> str:
    shown = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in unit)
    return _trimmed(_cut(_trimmed(shown.translate(_FORBIDDEN)), LONGEST)) or _NAMELESS


def _free_name(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while _form(free) in taken:
        number += 1
        ending = f" ({number})"
        free = _trimmed(_cut(name, LONGEST - len(ending))) + ending
    return free


def _trimmed(name: str) -> str:
    """Without spaces and apostrophes at the ends; the latter quote names in formulas."""
    return " ".join(name.split()).strip("' ")


def _cut(name: str, longest: int) -> str:
    while len(name.encode("utf-16-le")) // 2 > longest:
        name = name[:-1]
    return name


def _form(name: str) -> str:
    """What two names must not share: Excel knows no case, and some programs no accents written apart."""
    return unicodedata.normalize("NFKC", name).casefold()
