"""How names are compared: what a person would call the same name is the same, and near misses are offered."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
"""Soft hyphens, zero-width spaces and direction marks: they come along when text is copied from a web page."""


_SHORT = 200
"""Characters of a text that is worth keeping; long ones hardly come again, and would fill the memory."""


def fold(text: str) -> str:
    """The form of ``text`` that comparisons use: one Unicode form, no letter case, single spaces, none at the ends.

    Full-width characters become ordinary ones and no-break spaces become spaces (Excel's TRIM leaves them; people
    cannot see them).
    """
    return _known_fold(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold().split())


_known_fold = lru_cache(maxsize=65536)(_fold)


def nearest(name: str, known: Iterable[str], likeness: float = 0.8) -> str | None:
    """The known name that ``name`` was probably meant to be, or None when nothing is as near as ``likeness`` (0..1)."""
    by_form = {fold(candidate): candidate for candidate in known}
    by_squeezed: dict[str, str] = {}
    for known_form, original in by_form.items():
        by_squeezed[squeezed(known_form)] = "" if squeezed(known_form) in by_squeezed else original
    form = fold(name)
    if squeezed(form) and by_squeezed.get(squeezed(form)):
        return by_squeezed[squeezed(form)]
    found = get_close_matches(form, by_form, n=1, cutoff=likeness)
    return by_form[found[0]] if found else None


def squeezed(form: str) -> str:
    """Letters and digits alone, O as zero, no leading zeros: ``P1``, ``p.o1`` and ``P-01`` are near to ``P.01``."""
    return _known_squeezed(form) if len(form) <= _SHORT else _squeezed(form)


def _squeezed(form: str) -> str:
    if form.isascii() and form.isdecimal():
        return form.lstrip("0") or "0"  # as below, for the numbers that tell units apart
    parts = re.split(r"[\W_]+", form.replace("o", "0"))
    return "".join(re.sub(r"(?<!\d)0+(?=\d)", "", part) for part in parts)


_known_squeezed = lru_cache(maxsize=65536)(_squeezed)
