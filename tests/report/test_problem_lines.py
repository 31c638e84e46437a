"""A long list of problems is gathered by cause and cut, and says so; nothing hides a cause."""

from kepatuhan.messages import Words
from kepatuhan.problems import Where, error, warning
from kepatuhan.report.problems_text import problem_lines, remark_lines

MANY = [error("KP806", Where("a.xlsx", "S", f"B{row}"), id="X.01", written="#N/A") for row in range(2, 1002)]


def test_a_cause_that_occurs_a_thousand_times_is_one_line_with_the_cells_and_hides_no_other() -> None:
    last = error("KP721", Where("a.xlsx"))
    lines = list(problem_lines([warning("KP723", Where("a.xlsx")), *MANY, last], Words("en")))
    assert len(lines) == 3
    assert lines[0].startswith("a.xlsx, S!B2: error: X.01: ")
    assert "999 more places: B3, B4, " in lines[0]
    assert "[KP721]" in lines[1]
    assert "[KP723]" in lines[2]


def test_answers_to_two_indicators_are_two_causes_and_cells_of_another_sheet_are_named_with_it() -> None:
    other = [error("KP806", Where("a.xlsx", "T", f"C{row}"), id="X.02", written="#N/A") for row in range(2, 5)]
    moved = error("KP806", Where("a.xlsx", "T", "B9"), id="X.01", written="#REF!")
    one, two = problem_lines([MANY[0], moved, *MANY[1:30], *other], Words("en"))
    assert "T!B9, B3" in one
    assert "S!" not in one.partition("places")[2]
    assert two.startswith("a.xlsx, T!C2: ")
    assert "2 more places: C3, C4." in two


def test_twenty_problems_of_a_file_are_told_one_by_one_in_their_order() -> None:
    lines = list(problem_lines(MANY[:20], Words("en")))
    assert [f"B{row}:" in line for row, line in zip(range(2, 22), lines, strict=True)] == [True] * 20
    assert not any("more" in line for line in lines)


def test_wrong_answers_to_more_than_twenty_indicators_are_gathered_by_what_is_wrong_and_hide_no_other_cause() -> None:
    wrong = [error("KP806", Where("a.xlsx", "S", f"B{n}"), id=f"X.{n % 30}", written="#N/A") for n in range(90)]
    lines = list(problem_lines([*wrong, error("KP721", Where("a.xlsx"))], Words("en")))
    assert len(lines) == 2
    assert "89 more places: B1, B2" in lines[0]
    assert "[KP721]" in lines[1]


def test_more_causes_of_a_file_than_are_told_are_cut_and_that_is_said() -> None:
    codes = ("KP706", "KP707", "KP710", "KP721", "KP723")
    many = [error(code, Where("a.xlsx", "S", f"B{row}")) for row in range(2, 5) for code in codes]
    lines = list(problem_lines(many, Words("en"), most_per_file=3))
    assert len(lines) == 4
    assert "6 more" in lines[3]  # two causes, of three places each


def test_many_remarks_beside_a_result_are_gathered_in_the_same_way() -> None:
    many = [warning("KP746", Where("a.xlsx", f"S{n}", "A1"), written=f"Sheet{n}") for n in range(300)]
    (line,) = remark_lines([*many, *MANY], Words("en"))
    assert "[KP746]" in line
    assert "299 more places: S1!A1, S2!A1" in line
