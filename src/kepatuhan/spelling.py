"""How names are compared: what a person would call the same name is the same, and near misses are offered."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form of ``text`` that comparisons use: one Unicode form, no letter case, single spaces, none at the ends.

    Full-width characters become ordinary ones and no-break spaces become spaces (Excel's TRIM leaves them; people
    cannot see them).
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def nearest(name: str, known: Iterable[str], likeness: float = 0.8) -> str | None:
    """The known name that ``name`` was probably meant to be, or None when nothing is as near as ``likeness`` (0..1)."""
    by_form = {fold(candidate): candidate for candidate in known}
    squeezed = {_squeeze(form): original for form, original in by_form.items()}
    form = fold(name)
    if _squeeze(form) and _squeeze(form) in squeezed:
        return squeezed[_squeeze(form)]
    found = get_close_matches(form, by_form, n=1, cutoff=likeness)
    return by_form[found[0]] if found else None


def _squeeze(form: str) -> str:
    """Letters and digits alone, the letter O read as zero: ``P01``, ``p.o1`` and ``P-01`` are near to ``P.01``."""
    return "".join(character for character in form if character.isalnum()).replace("o", "0")
