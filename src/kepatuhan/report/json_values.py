"""Numbers and answers as JSON writes them."""

from decimal import Decimal
from typing import Any

from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations


def number_value(value: Decimal | None) -> float | int | None:
    """A rounded number. Nothing is computed with the float that this takes for a moment."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def answer_value(answer: Answer | None) -> Any:
    """An answer: null where blank, a list of several observations, else a number or a text."""
    if answer is None:
        return None
    if answer is NOT_APPLICABLE:
        return "not applicable"
    if isinstance(answer, Observations):
        return [answer_value(value) for value in answer.values]
    return answer if isinstance(answer, str | int) else float(answer)
