"""A line with a caret below the character that a problem is about."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan.report.excerpt import excerpt


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("weight: 41", 9, "weight: 41", "        ^"),
        ("\tweight: 41", 10, "    weight: 41", "            ^"),
        ("nama: 政府 x", 10, "nama: 政府 x", "           ^"),
        ("cafe\u0301: x", 8, "cafe\u0301: x", "      ^"),
        ("a\x1b[31m: x", 8, "a\\u001b[31m: x", "            ^"),
        ("short", 6, "short", "     ^"),
        ("short", 99, "short", "     ^"),
        ("", 1, "", "^"),
    ],
)
def test_the_caret_stands_below_the_character(line: str, column: int, shown: str, caret: str) -> None:
    assert excerpt(line, column, 80) == (shown, caret)


def test_a_character_that_becomes_a_question_mark_takes_one_place() -> None:
    assert excerpt("nama: 政府 x", 10, 80, ascii_only=True)[1] == "         ^"


def test_a_long_line_is_cut_around_the_character() -> None:
    shown, caret = excerpt("a" * 200 + "X" + "b" * 200, 201, 40)
    assert shown.startswith("...a")
    assert shown.endswith("b...")
    assert len(shown) <= 40
    assert shown[caret.index("^")] == "X"


PRINTED = st.characters(codec="utf-8").filter(lambda c: unicodedata.category(c)[0] not in "CM" and c != "\t")


@given(st.text(PRINTED, min_size=1, max_size=150), st.integers(0, 200), st.integers(20, 60))
def test_the_caret_is_never_beside_the_page_nor_beside_its_character(line: str, place: int, width: int) -> None:
    column = place % len(line) + 1
    shown, caret = excerpt(line, column, width)
    cells = [c for c in shown for _ in range(2 if unicodedata.east_asian_width(c) in "WF" else 1)]
    assert len(cells) <= max(width, 8)
    assert cells[len(caret) - 1] == line[column - 1]
