"""A row is as high as its longest text needs, and never higher than Excel allows."""

from kepatuhan.worksheets.heights import row_height


def test_a_row_grows_with_its_longest_text() -> None:
    one, two = row_height([("pendek", 30)]), row_height([("pendek", 30), ("dua baris kata " * 3, 30)])
    assert one < two < row_height([("kata " * 40, 30)])


def test_each_line_of_a_text_counts() -> None:
    assert row_height([("0 = tidak\n1 = ya", 30)]) == row_height([("kata " * 8, 30)])


def test_a_row_without_text_has_one_line_and_a_long_text_stops_at_the_limit() -> None:
    assert row_height([]) == row_height([("", 10)]) == row_height([("x", 10)])
    assert row_height([("kata " * 2000, 10)]) == 409


def test_larger_letters_need_higher_and_more_lines() -> None:
    text = [("kata " * 20, 30)]
    assert row_height(text, 10) < row_height(text) < row_height(text, 15)
