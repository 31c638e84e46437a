"""A long list of problems is cut, and says so; the cut hides no cause."""

from kepatuhan.messages import Words
from kepatuhan.problems import Where, error, warning
from kepatuhan.report.problems_text import problem_lines

MANY = [error("KP806", Where("a.xlsx", "S", f"B{row}"), id="X.01", written="#N/A") for row in range(2, 1002)]


def test_a_cause_that_occurs_a_thousand_times_hides_no_other_error() -> None:
    last = error("KP721", Where("a.xlsx"))
    lines = list(problem_lines([*MANY, last, warning("KP723", Where("a.xlsx"))], Words("en")))
    assert len(lines) == 21
    assert "[KP806]" in lines[0]
    assert "[KP721]" in lines[19]
    assert "982 more" in lines[20]


def test_problems_of_one_cause_keep_their_order_and_the_first_are_shown() -> None:
    lines = list(problem_lines(MANY, Words("en")))
    assert [f"B{row}:" in line for row, line in zip(range(2, 22), lines, strict=False)] == [True] * 20
