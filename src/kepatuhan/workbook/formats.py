"""Number formats: which of them show a percentage or a date, and what a date shows."""

import re
from datetime import datetime, timedelta

from kepatuhan.exact import Exact, to_text

GENERAL = "General"

PREDEFINED = {9: "0%", 10: "0.00%"} | dict.fromkeys(
    (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"
)
"""The formats that have a number but are not written in the file, as far as they matter here (ECMA-376, 18.8.30).
All dates and times stand as one."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]{0,80}\]', re.IGNORECASE)
"""What a format shows as it is (texts, spaces), and its colours, conditions and countries; elapsed time stays."""
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_LONGEST = 255


def shown_part(number_format: str) -> str:
    """The first section of a format without what it shows literally."""
    return _LITERAL.sub("", number_format[:_LONGEST]).split(";")[0]


def is_percent(number_format: str) -> bool:
    """Whether a number format shows a percentage (a quoted or escaped % is only a character)."""
    return "%" in shown_part(number_format)


def is_date(number_format: str) -> bool:
    """Whether a number format shows a date or a time."""
    return _DATE_LETTER.search(shown_part(number_format)) is not None


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
