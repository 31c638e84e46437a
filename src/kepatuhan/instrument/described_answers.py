"""Which answers of a scale a key of ``steps`` describes: one of them, a span, or an option by any of its spellings."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import Exact, from_decimal_text, to_text
from kepatuhan.instrument.file_format import ScaleEntry
from kepatuhan.spelling import fold

MOST_MARKS = 11
"""With more marks than 0 to 10 nobody describes each of them."""

_SPAN = re.compile(r"\s*(-?[0-9.]+)\s*[-–]\s*(-?[0-9.]+)\s*")


class DescribedAnswers(NamedTuple):
    """The answers of a scale that is in order, as steps name them."""

    marks: tuple[str, ...] | None
    """Every one of them; None where there are too many to describe each."""
    options: Mapping[str, str] | None = None
    """By its folded spellings the option that is meant; None for a scale of numbers."""
    low: Exact = 0
    high: Exact = 0

    def of(self, step: str) -> tuple[str, ...] | None:
        """The answers that the key ``step`` describes; None where one of them is not on the scale."""
        if self.marks is not None and step in self.marks:
            return (step,)
        if self.options is not None:
            option = self.options.get(fold(step))
            return None if option is None else (option,)
        number = from_decimal_text(step)
        if number is not None:
            mark = to_text(number)
            fits = mark in self.marks if self.marks is not None else self.low <= number <= self.high
            return (mark,) if fits else None
        span = _SPAN.fullmatch(step)
        return self._between(*map(from_decimal_text, span.groups())) if span is not None else None

    def told(self, steps: Mapping[str, str]) -> dict[str, str]:
        """``steps`` by the answers that they describe; the first one counts where two describe the same."""
        told: dict[str, str] = {}
        for step, meaning in steps.items():
            for answer in self.of(step) or (step,):
                told.setdefault(answer, meaning)
        return told

    def _between(self, first: Exact | None, last: Exact | None) -> tuple[str, ...] | None:
        if first is None or last is None or not self.low <= first < last <= self.high:
            return None
        if self.marks is None:
            return (f"{to_text(first)}-{to_text(last)}",)
        return tuple(mark for mark in self.marks if first <= int(mark) <= last) or None


def described_answers(scale: ScaleEntry) -> DescribedAnswers:
    """The answers of ``scale``, which is in order."""
    if scale.options is not None:
        spellings = {fold(other): option for option, others in scale.also.items() for other in others}
        spellings |= {fold(option): option for option in scale.options}
        return DescribedAnswers(tuple(scale.options), spellings)
    low, high = sorted((Fraction(scale.worst or 0), Fraction(scale.best or 0)))
    marks = None
    if scale.whole and high - low < MOST_MARKS:
        marks = tuple(str(mark) for mark in range(int(low), int(high) + 1))
    return DescribedAnswers(marks, None, low, high)
