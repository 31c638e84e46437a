"""Long names cut to a length so that a person still tells them apart: what they share is left out of the middle."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_LEFT_OUT = " ... "
_REACH = 12
"""So far back from where names begin to differ, the word that differs may have begun."""


def shortened(names: Sequence[str], longest: int) -> list[str]:
    """Each of ``names``, in their order, in at most ``longest`` characters.

    What fits is kept. Longer names keep their beginning; those that would then be alike keep what follows from the word
    in which they differ, too. Names that differ in nothing that can be kept stay alike.
    """
    short = {name: cut(name, longest) for name in names}
    for alike in _alike(short):
        shared = _shared(min(alike), max(alike))  # between these two, in order, are all the others
        short |= {name: _without_middle(name, shared, longest) for name in alike if _length(name) > longest}
    return [short[name] for name in names]


def cut(name: str, longest: int) -> str:
    """The first ``longest`` characters of a name, as Excel and Windows count them: one outside the basic plane is two.

    It does not end in a space or a dot, which Windows takes off, nor in an apostrophe, which Excel refuses.
    """
    if _length(name) <= longest:
        return name
    while _length(name) > longest:
        name = name[:-1]
    return name.rstrip(" .'")


def form(name: str) -> str:
    """What two names must not share: Excel knows no case, and some programs no accents written apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def _shared(one: str, other: str) -> int:
    """How many characters two names have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _without_middle(name: str, shared: int, longest: int) -> str:
    """The beginning of a name, and the words that follow after the first ``shared`` characters."""
    if name.startswith(" ", shared):
        shared += 1
    start = max(name.rfind(" ", 0, shared) + 1, shared - _REACH)
    end = _whole_words(name[start:], longest // 2, shared - start + 1)
    return f"{_whole_words(name, longest - len(_LEFT_OUT) - _length(end))}{_LEFT_OUT}{end}"


def _whole_words(name: str, longest: int, least: int = 1) -> str:
    """As many words as fit, and at least so many characters."""
    begun = cut(name, longest)
    last = begun.rfind(" ", least)
    is_whole = begun == name or name.startswith(" ", len(begun)) or last < 0
    return begun if is_whole else begun[:last].rstrip(" .'")


def _alike(short: dict[str, str]) -> list[list[str]]:
    """The names of which the short ones are alike, in groups of at least two."""
    ordered = sorted(short, key=lambda name: form(short[name]))
    groups = ([*group] for _, group in groupby(ordered, key=lambda name: form(short[name])))
    return [group for group in groups if len(group) > 1]


def _length(name: str) -> int:
    return len(name.encode("utf-16-le", "surrogatepass")) // 2
