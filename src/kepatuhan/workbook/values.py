"""From one cell to one answer in the terms of a scale, or to the reason why it cannot be one. Nothing is guessed."""

import re
import unicodedata
from collections.abc import Container
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kepatuhan.exact import Exact, from_decimal_text, simplest, to_text
from kepatuhan.instrument.model import NOT_APPLICABLE_WORDS, NumberScale, OptionScale, Scale
from kepatuhan.problems import Fact
from kepatuhan.scoring.answers import NOT_APPLICABLE, NotApplicable, Value
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.cells import Cell, Kind
from kepatuhan.workbook.formats import is_percent

BLANKS = frozenset({"", "-", "\u2013", "\u2014"})
"""What people write where they have no answer (a hyphen, which some programs turn into a dash)."""

_NO_ANSWER = {Kind.DATE: "KP805", Kind.ERROR: "KP806", Kind.UNCALCULATED: "KP807", Kind.NO_NUMBER: "KP829"}
"""What is no answer on any scale."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_NOT_PLAIN_DIGITS = re.compile(r"[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
"""Superscripts, fractions and encircled digits: they look like digits once folded, and mean something else."""
_LOOKS_LIKE_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}[.,]\d{3}")


class Refusal(NamedTuple):
    """Why a cell is no answer: a problem without its place."""

    code: str
    facts: dict[str, Fact]


Read = Value | NotApplicable | Refusal | None
"""What a cell holds; None when it is blank."""


def plain(text: str) -> str:
    """The text as a person sees it: full-width characters and no-break spaces as ordinary ones, trimmed."""
    return _known_plain(text) if len(text) <= _SHORT else _plain(text)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


_SHORT = 200
_LONGEST_SHOWN = 2_000
"""Characters of a text in the wrong place that tell anybody which one it is."""
_known_plain = lru_cache(maxsize=65536)(_plain)
"""Names and answers are asked for again and again; long texts are not kept, and so the memory stays small."""


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing: empty text, spaces, or a lone dash."""
    if cell.kind is not Kind.TEXT:
        return False
    text = str(cell.value)
    return (plain(text) if len(text) <= _SHORT else text.strip()) in BLANKS


def read_answer(cell: Cell, scale: Scale, may_be_not_applicable: bool) -> Read:
    """The answer that ``cell`` holds on ``scale``."""
    if cell.kind in _NO_ANSWER:
        return Refusal(_NO_ANSWER[cell.kind], {"written": cell.text})
    if cell.kind is Kind.TEXT:
        text = str(cell.value)
        if len(text) > _SHORT:
            text = text.strip()
        if len(text) > _SHORT:  # no answer is so long, and no other need be looked for that is near to it
            return _refused(scale, _plain(text[:_LONGEST_SHOWN]))
        text = plain(text)
        if text in BLANKS:
            return None
        if isinstance(scale, OptionScale) and fold(text) in scale.also:
            return scale.also[fold(text)]
        if fold(text) in NOT_APPLICABLE_WORDS:
            return NOT_APPLICABLE if may_be_not_applicable else Refusal("KP809", {"written": text})
    if isinstance(scale, OptionScale):
        return _option(cell, scale)
    return _number(cell, scale)


def _option(cell: Cell, scale: OptionScale) -> Read:
    word = fold(cell.text)
    if cell.kind is Kind.TRUTH:  # what Excel makes of "ya" and "tidak" is these options, and nothing else
        word = "ya" if cell.value else "tidak"
        option = scale.also.get(word, "")
        return option if fold(option) == word else _refused(scale, cell.text)
    if word in scale.also:
        return scale.also[word]
    return _refused(scale, cell.text, nearest(word, scale.options) or "")


def _refused(scale: Scale, written: str, near: str = "") -> Refusal:
    """What is no answer on ``scale``, in words or for a number."""
    if isinstance(scale, OptionScale):
        return Refusal("KP801", {"written": written, "allowed": tuple(scale.options), "near": near})
    limits = to_text(min(scale.worst, scale.best)), to_text(max(scale.worst, scale.best))
    return Refusal("KP803", {"written": written, "limits": limits})


def _number(cell: Cell, scale: NumberScale) -> Read:
    low, high = min(scale.worst, scale.best), max(scale.worst, scale.best)
    if cell.kind is Kind.TRUTH:
        return Refusal("KP808", {"written": cell.text, "limits": (to_text(low), to_text(high))})
    value: Exact | Refusal
    if cell.kind is Kind.TEXT:
        value = read_number(str(cell.value), whole=scale.whole)
    else:
        assert not isinstance(cell.value, str)
        value = cell.value
        if is_percent(cell.number_format, value):
            whole: Exact = max(abs(Fraction(scale.worst)), abs(Fraction(scale.best)))
            if whole not in (1, 100):
                return Refusal("KP811", {"written": cell.text})
            value = simplest(Fraction(value) * whole)
    if isinstance(value, Refusal):
        return value._replace(facts={**value.facts, "limits": (to_text(low), to_text(high))})
    if not low <= value <= high:
        return Refusal("KP802", {"written": value, "low": low, "high": high})
    if scale.whole and value.denominator != 1:
        mean: Fact = high if scale.zero == 0 and scale.best == high else ""
        return Refusal("KP810", {"written": value, "low": low, "high": high, "mean": mean})
    return value


def could_be_answer(cell: Cell, words: Container[str]) -> bool:
    """Whether a cell holds a number, or one of the folded ``words`` that are answers: a note or a title does not."""
    if cell.kind is not Kind.TEXT:
        return True
    text = str(cell.value).strip()
    if len(text) > _SHORT:
        return False
    form = fold(text)
    return form in words or form in NOT_APPLICABLE_WORDS or not isinstance(read_number(text), Refusal)


def read_count(cell: Cell, *, whole: bool) -> Exact | Refusal:
    """The number in a cell that is no answer: the count of a roll-up, or the weight of a respondent."""
    if cell.kind in _NO_ANSWER:
        return Refusal(_NO_ANSWER[cell.kind], {"written": cell.text})
    if cell.kind is Kind.TRUTH:
        return Refusal("KP808", {"written": cell.text, "limits": ()})
    if isinstance(cell.value, str):
        return read_number(cell.value, whole=whole)
    return cell.value


def read_number(text: str, *, whole: bool = False) -> Exact | Refusal:
    """The number that a text states, with a decimal comma or point.

    A thousands separator is refused, since ``1.234`` is two numbers in two countries: with a second separator
    (``1.234,5``) always, alone (``1.234``) where a ``whole`` number belongs.
    """
    shown = plain(text)
    if _NOT_PLAIN_DIGITS.search(text):
        return Refusal("KP803", {"written": text.strip(), "limits": ()})
    if shown.count(".") + shown.count(",") > 1 and _LOOKS_LIKE_THOUSANDS.fullmatch(shown):
        return Refusal("KP804", {"written": shown})
    if whole and _THOUSANDS.fullmatch(shown):
        return Refusal("KP804", {"written": shown})
    number = from_decimal_text(shown.replace(",", ".")) if _NUMBER.fullmatch(shown) else None
    return Refusal("KP803", {"written": shown, "limits": ()}) if number is None else number
