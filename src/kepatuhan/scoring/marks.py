"""An exact mark, and the one rounding that makes a score of it."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import round_half_up


class Mark(NamedTuple):
    """An exact mark 0..1 as ``numerator / denominator`` (denominator positive, not necessarily in lowest terms)."""

    numerator: int
    denominator: int

    @property
    def exact(self) -> Fraction:
        """The mark as a fraction in lowest terms."""
        return Fraction(self.numerator, self.denominator)

    def score(self, full: Fraction, decimals: int) -> Decimal:
        """The mark as a score 0..full, rounded half up once."""
        return round_half_up(self.numerator * full.numerator, self.denominator * full.denominator, decimals)
