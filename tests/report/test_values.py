"""Answers as people read them in a result."""

from fractions import Fraction

import pytest

from kepatuhan import NOT_APPLICABLE, Observations
from kepatuhan.messages import Words
from kepatuhan.report.score_values import answer_text, short_answer_text
from kepatuhan.scoring.answers import Answer

WORDS = Words("id")


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (None, ""),
        (3, "3"),
        (Fraction(175, 2), "87,5"),
        ("ya", "ya"),
        (NOT_APPLICABLE, "tidak berlaku"),
        (Observations((3, 2, 3)), "3; 2; 3"),
        (Observations((3,) * 20 + (2,) * 10), "rata-rata 2,67 dari 30 jawaban"),
        (Observations((4, 1) * 4, (3, 1) * 4), "rata-rata 3,25 dari 8 jawaban"),
        (Observations(("tidak",) * 27 + ("ya",) * 3), "tidak 27, ya 3"),
    ],
)
def test_an_answer_is_shown_in_little_space(answer: Answer | None, shown: str) -> None:
    assert short_answer_text(answer, WORDS) == shown


def test_every_observation_is_shown_where_there_is_space() -> None:
    assert answer_text(Observations((1,) * 8), WORDS) == "; ".join("1" * 8)
