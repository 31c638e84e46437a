"""The names that instruments give to columns, and what a heading names, or nearly names."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, Group, Instrument
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.heading_words import NOTE_WORDS, header_form
from kepatuhan.workbook.values import Refusal, read_number

_WORDS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+[a-z]?")
_CODE = re.compile(r"[^\s(\[:]+")
_STATED_MOST = re.compile(r"(?P<id>[^/]+?)\s*/\s*(?P<most>\d+(?:[.,]\d+)?)")


class Vocabulary(NamedTuple):
    """The names that an instrument (or several, while it is not known which) gives to columns."""

    ids: Mapping[str, str]
    """Folded form to id: components, and the score of the whole unit."""
    counts: frozenset[str]
    """Folded names of roll-up columns."""
    shapes: frozenset[str]
    """What the ids with digits look like: ``p.#``."""
    titles: frozenset[str]
    """Folded titles of components."""
    group_words: frozenset[str]
    """The words in ids and titles of groups."""
    levels: frozenset[str]
    """Folded names of levels: columns of titles may be headed so."""

    @classmethod
    def of(cls, instruments: Iterable[Instrument]) -> "Vocabulary":
        """The vocabulary of all ``instruments`` together."""
        ids = {WHOLE_UNIT: WHOLE_UNIT}
        counts: set[str] = set()
        titles: set[str] = set()
        group_words: set[str] = set()
        levels: set[str] = set()
        for instrument in instruments:
            levels |= {fold(name) for name in instrument.level_names}
            for component in instrument.walk():
                titles.add(fold(component.title))
                if isinstance(component, Group):
                    group_words |= set(_WORDS.findall(fold(f"{component.id} {component.title}")))
            ids |= {fold(component.id): component.id for component in instrument.walk()}
            if instrument.roll_up.by:
                by = fold(instrument.roll_up.by)
                counts |= {by, f"jumlah {by}", f"banyak {by}"}
        shapes = frozenset(_shape(form) for form in ids if any(character.isdigit() for character in form))
        return cls(ids, frozenset(counts), shapes, frozenset(titles), frozenset(group_words), frozenset(levels))

    def component(self, text: str) -> tuple[str, Exact | None] | None:
        """The component that a header names, and the maximum that it states (``input/21,85``)."""
        form = header_form(text)
        if form in self.ids:
            return self.ids[form], None
        match = _STATED_MOST.fullmatch(form) if "/" in form else None  # the pattern is slow where there is none
        if match and match["id"] in self.ids:
            most = read_number(match["most"])
            if not isinstance(most, Refusal) and most > 0:
                return self.ids[match["id"]], most
        return None

    def resembling(self, text: str) -> str | None:
        """The id that a header was probably meant to be."""
        form = header_form(text)
        leading = form.split(" ", maxsplit=1)[0].rstrip(".:)")
        if leading in self.ids and any(character.isdigit() for character in leading):
            return self.ids[leading]
        near = nearest(form, self.ids) if len(form) > 2 else None
        return self.ids[near] if near is not None and near != WHOLE_UNIT else None

    def looks_like_code(self, text: str) -> bool:
        """Whether a header begins like the codes with digits do, and is no note about one (``P.12``, ``P.01 (2)``)."""
        form = header_form(text)
        begin = _CODE.match(form)
        if begin is None or not NOTE_WORDS.isdisjoint(form[begin.end() :].split()):
            return False
        return _shape(begin[0].rstrip(".")) in self.shapes


def _shape(form: str) -> str:
    return _DIGITS.sub("#", form)
