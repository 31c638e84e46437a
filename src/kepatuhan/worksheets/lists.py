"""The hidden sheet of lists: what dropdowns offer, which spelling is worth what, and where each band begins.

A dropdown that refers to cells may be of any length; one with its choices written out is cut at 255 characters.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import (
    NOT_APPLICABLE_WORD,
    NOT_APPLICABLE_WORDS,
    Band,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
)
from kepatuhan.spelling import fold
from kepatuhan.worksheets.form_plan import column_letters

LISTS_SHEET = "Daftar"
TYPE_LIST = "Jenis"
_MOST_CHOICES = 21
"""A number scale with more steps is limited instead of listed."""

Content = str | Exact
"""What a cell holds."""


class Spellings(NamedTuple):
    """Two columns: every text that is an answer (a number as Excel joins it to a text), and its points."""

    texts: str
    points: str


@dataclass(slots=True)
class Lists:
    """The columns of the sheet, and how formulas and dropdowns refer to them."""

    columns: list[tuple[str, tuple[Content, ...]]] = field(default_factory=list)
    """Heading and cells of each column."""
    _choices: dict[tuple[str, bool], str] = field(default_factory=dict)
    _spellings: dict[str, Spellings] = field(default_factory=dict)
    not_applicable: str = ""
    """The spellings of "not applicable"."""
    types: Spellings = field(default_factory=lambda: Spellings("", ""))
    """Every spelling of a unit type, and its number, from 1."""
    type_titles: str = ""
    """The titles of the unit types, as dropdowns offer them."""
    nothing: str = ""
    """What the dropdown offers where a unit of another type answers nothing."""
    bands: dict[str, str] = field(default_factory=dict)
    """The columns of the bands, by ``lower``, ``name`` and ``zone``; from the lowest to the highest."""

    def choices(self, indicator: Indicator) -> str | None:
        """What the dropdown of an indicator offers; None where its numbers are limited instead."""
        return self._choices.get((indicator.scale.id, indicator.may_be_not_applicable))

    def spellings(self, scale: NumberScale | OptionScale) -> Spellings | None:
        """Every spelling of an answer, and its points; None where the scale has no list."""
        return self._spellings.get(scale.id)

    def add(self, heading: str, cells: tuple[Content, ...]) -> str:
        """Add a column and return how formulas refer to its cells."""
        self.columns.append((heading, cells))
        letters = column_letters(len(self.columns))
        return f"{LISTS_SHEET}!${letters}$2:${letters}${len(cells) + 1}"


def make_lists(instrument: Instrument) -> Lists:
    """The lists of an instrument."""
    lists = Lists()
    lists.not_applicable = lists.add(NOT_APPLICABLE_WORD, tuple(sorted(NOT_APPLICABLE_WORDS)))
    for indicator in instrument.indicators:
        scale, key = indicator.scale, (indicator.scale.id, indicator.may_be_not_applicable)
        choices = _choices(scale)
        if choices and key not in lists._choices:
            extra = (NOT_APPLICABLE_WORD,) if indicator.may_be_not_applicable else ()
            lists._choices[key] = lists.add(scale.id, (*choices, *extra))
        points = _points(scale, choices)
        if points and scale.id not in lists._spellings:
            lists._spellings[scale.id] = Spellings(
                lists.add(scale.id, tuple(points)), lists.add(scale.id, tuple(points.values()))
            )
    rising = instrument.bands[::-1]
    lists.bands["lower"] = lists.add("band", tuple(band.lower for band in rising))
    lists.bands["name"] = lists.add("band", tuple(band_name(band) for band in rising))
    if any(band.zone for band in rising):
        lists.bands["zone"] = lists.add("band", tuple(band.zone or "" for band in rising))
    if instrument.unit_types:
        lists.type_titles = lists.add(TYPE_LIST, tuple(instrument.unit_types.values()))
        spelt: dict[str, Content] = {}
        for number, (name, title) in enumerate(instrument.unit_types.items(), start=1):
            spelt.update({fold(name): number, fold(title): number})
        lists.types = Spellings(lists.add(TYPE_LIST, tuple(spelt)), lists.add(TYPE_LIST, tuple(spelt.values())))
        lists.nothing = lists.add("-", ("-",))
    return lists


def _points(scale: NumberScale | OptionScale, choices: tuple[Content, ...]) -> dict[str, Exact]:
    """The points of every text that is an answer, as far as the scale has a list."""
    if isinstance(scale, OptionScale):
        return {spelling: scale.options[option] for spelling, option in scale.also.items()}
    return {to_text(choice): choice for choice in choices if not isinstance(choice, str)}


def band_name(band: Band | None) -> str:
    """Category and label of a band, as far as it has them; nothing for no band."""
    return ", ".join(part for part in (band.category, band.label) if part) if band else ""


def _choices(scale: NumberScale | OptionScale) -> tuple[Content, ...]:
    if isinstance(scale, OptionScale):
        return tuple(scale.options)
    low, high = sorted((scale.worst, scale.best))
    if not scale.whole or high - low >= _MOST_CHOICES:
        return ()
    return tuple(range(int(low), int(high) + 1))
