"""Number formats: which of them show a percentage or a date, and what a date shows."""

import operator
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction

from kepatuhan.exact import Exact, to_text

GENERAL = "General"

PREDEFINED = {9: "0%", 10: "0.00%"} | dict.fromkeys(
    (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"
)
"""The formats that have a number but are not written in the file, as far as they matter here (ECMA-376, 18.8.30).
All dates and times stand as one."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
"""What a format shows as it is: texts, signs and spaces."""
_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]{0,80}\]", re.IGNORECASE)
"""Colours, conditions and countries; elapsed time stays."""
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d{1,30}(?:\.\d{1,30})?)\]")
_CONDITIONS: Mapping[str, Callable[[Exact, Exact], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_FRACTION_OF_SECONDS = re.compile(r"s\]?\.0+", re.IGNORECASE)
_DIGIT = re.compile(r"[0#?@]")
"""What stands for a digit, or for a text; a format with one shows no date, whatever letters stand beside it."""
_LONGEST = 255


def _shown(number_format: str, value: Exact) -> str:
    """What the section of a format that is for ``value`` shows, without what it shows literally.

    Up to three sections are for numbers (above, below and exactly zero), unless they state conditions of their own.
    """
    sections = _LITERAL.sub("", number_format[:_LONGEST]).split(";")[:3]
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        number = next(
            (n for n, condition in enumerate(conditions) if condition is None or _holds(condition, value)), -1
        )
    else:
        number = 0 if value > 0 or len(sections) == 1 else 1 if value < 0 else len(sections) // 3 * 2
    return _BRACKETS.sub("", sections[number])


def _holds(condition: re.Match[str], value: Exact) -> bool:
    return _CONDITIONS[condition[1]](value, Fraction(condition[2]))


def is_percent(number_format: str, value: Exact = 1) -> bool:
    """Whether a number format shows ``value`` as a percentage (a quoted or escaped % is only a character)."""
    return "%" in _shown(number_format, value)


def is_date(number_format: str, value: Exact = 1) -> bool:
    """Whether a number format shows ``value`` as a date or a time."""
    shown = _shown(number_format, value)
    return bool(_DATE_LETTER.search(shown)) and not _DIGIT.search(_FRACTION_OF_SECONDS.sub("s", shown))


def date_text(serial: Exact, since_1904: bool) -> str:
    """The date that a number stands for: ``2026-04-03``, with the time where there is one; a time alone below 1.

    Days are counted from 1900 (with the 29 February 1900 that never was) or, in old files from a Mac, from 1904.
    """
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31 if serial < 60 else 30)
    try:
        moment = start + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return to_text(serial)
    if 0 <= serial < 1:
        return moment.strftime("%H:%M:%S")
    return str(moment.date() if serial.denominator == 1 else moment)
