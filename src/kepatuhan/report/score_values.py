"""Values of a result as every form of it shows them: answers, gaps, the components of a tree in order."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kepatuhan.exact import round_half_up
from kepatuhan.messages import Words, literal
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations
from kepatuhan.scoring.results import ComponentResult, Status

STATUS_MESSAGES = {Status.NOT_FILLED_IN: "status.not_filled_in", Status.NOT_ASSESSED: "status.not_assessed"}
"""What stands in the place of a score that there is not."""


def walk_with_depth(component: ComponentResult, depth: int = 0) -> Iterator[tuple[int, ComponentResult]]:
    """A component and all below it, parents first, each with its depth."""
    yield depth, component
    for child in component.components:
        yield from walk_with_depth(child, depth + 1)


def gap_text(score: Decimal | None, gap: Decimal | None, target: Decimal | None, words: Words) -> str:
    """What is missing to the target, or that nothing is."""
    if score is None or gap is None or target is None:
        return ""
    if gap:
        return words.number(gap)
    return words.text("table.on_target" if score == target else "table.above_target")


MOST_SHOWN = 6
"""As many observations as are shown one by one where people read."""


def short_answer_text(answer: Answer | None, words: Words) -> str:
    """An answer in little space: of many observations the mean of the numbers, or how often each option was chosen."""
    if not isinstance(answer, Observations) or len(answer.values) <= MOST_SHOWN:
        return answer_text(answer, words)
    numbers = [value for value in answer.values if not isinstance(value, str)]
    if len(numbers) < len(answer.values):
        chosen = Counter(value for value in answer.values if isinstance(value, str))
        return ", ".join(f"{literal(option)} {count}" for option, count in chosen.most_common())
    weights = answer.weights or (1,) * len(numbers)
    total = sum((Fraction(value) * weight for value, weight in zip(numbers, weights, strict=True)), Fraction(0))
    mean = total / sum(weights)
    return words.text("answer.mean", average=round_half_up(mean.numerator, mean.denominator, 2), count=len(numbers))


def answer_text(answer: Answer | None, words: Words) -> str:
    """An answer as people wrote it; several observations side by side."""
    if answer is None:
        return ""
    if answer is NOT_APPLICABLE:
        return words.text("status.not_applicable")
    if isinstance(answer, Observations):
        return "; ".join(answer_text(value, words) for value in answer.values)
    return literal(answer) if isinstance(answer, str) else words.number(answer)
