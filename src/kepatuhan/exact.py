"""Exact numbers: read from text, rounded half up, written again. No float passes through here.

A number is an ``int`` or a ``fractions.Fraction``; both are exact and both offer ``numerator`` and ``denominator``.
Pitfall behind this module: binary floats misplace scores that stand exactly on a limit (78.00, 88.00).
"""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Exact = int | Fraction

_DECIMAL = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?")
_RATIO = re.compile(r"(\d{1,20})\s*/\s*(\d{1,20})")


def as_exact(value: object) -> Exact | None:
    """The exact number that a caller means: an int, a Fraction or a finite Decimal; None for anything else.

    A float is nothing exact (53.995 is stored as a little less), and True is no number here.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Fraction):
        return value
    return simplest(Fraction(value)) if isinstance(value, Decimal) and value.is_finite() else None


def simplest(value: Exact) -> Exact:
    """The same number, as an ``int`` where it is whole."""
    return value.numerator if value.denominator == 1 else value


@lru_cache(maxsize=4096)
def from_decimal_text(text: str) -> Exact | None:
    """The number that a text such as ``21.85`` or ``-3`` states, or None when it states none.

    A decimal point, no thousands separator, no exponent.
    """
    if not _DECIMAL.fullmatch(text) or not text.isascii():
        return None
    return simplest(Fraction(text))


def from_ratio_text(text: str) -> Exact | None:
    """The number that a text such as ``1/9`` states, or None when it states none."""
    match = _RATIO.fullmatch(text.strip())
    if match is None or not text.isascii() or int(match[2]) == 0:
        return None
    return simplest(Fraction(int(match[1]), int(match[2])))


def to_text(value: Exact) -> str:
    """The number in full: ``21.85``, or ``1/9`` where decimals would never end."""
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1:
        return str(numerator)
    places, power = 0, 1
    while power % denominator and places < 40:
        places, power = places + 1, power * 10
    if power % denominator:
        return f"{numerator}/{denominator}"
    sign = "-" if numerator < 0 else ""
    digits = str(abs(numerator) * (power // denominator)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def round_half_up(numerator: int, denominator: int, decimals: int) -> Decimal:
    """``numerator / denominator`` rounded to ``decimals`` places, halves away from zero.

    This is the one rounding of the scoring rules, and the rounding that spreadsheets call ROUND.
    ``denominator`` is positive.
    """
    scaled = abs(numerator) * 10**decimals
    whole = (2 * scaled + denominator) // (2 * denominator)
    return Decimal(f"{'-' if numerator < 0 else ''}{whole}E-{decimals}")
