"""Exact numbers come from text, go back to text, and are rounded half up."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan.exact import from_decimal_text, from_ratio_text, round_half_up, simplest, to_text

DECIMALS = st.builds(lambda n, places: Fraction(n, 10**places), st.integers(-(10**20), 10**20), st.integers(0, 30))


def test_a_whole_fraction_becomes_an_int() -> None:
    assert simplest(Fraction(6, 2)) == 3
    assert isinstance(simplest(Fraction(6, 2)), int)
    assert simplest(7) == 7


def test_a_fraction_that_is_not_whole_stays_one() -> None:
    assert simplest(Fraction(1, 3)) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("100", 100),
        ("+3", 3),
        ("-3", -3),
        ("21.85", Fraction(437, 20)),
        ("0.1", Fraction(1, 10)),
        ("-0.5", Fraction(-1, 2)),
        ("88.00", 88),
    ],
)
def test_a_decimal_text_is_read_without_loss(text: str, number: int | Fraction) -> None:
    assert from_decimal_text(text) == number
    assert isinstance(from_decimal_text(text), type(number))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,5",
        "1.",
        ".5",
        "1e3",
        "1_000",
        "nan",
        "inf",
        "1/2",
        " 1",
        "1 ",
        "1\n",
        "--1",
        "0x1",
        "1.2.3",
        "1.234,5",
    ],
)
def test_what_is_not_a_plain_decimal_is_no_number(text: str) -> None:
    assert from_decimal_text(text) is None


@pytest.mark.parametrize("text", ["١٢", "１２", "1.٢"])
def test_digits_of_other_scripts_are_no_number(text: str) -> None:
    assert from_decimal_text(text) is None
    assert from_ratio_text(f"{text}/2") is None


def test_a_text_of_endless_digits_is_no_number() -> None:
    assert from_decimal_text("9" * 40) == 10**40 - 1
    assert from_decimal_text("9" * 41) is None
    assert from_decimal_text("0." + "9" * 41) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("1/9", Fraction(1, 9)), (" 2 / 4 ", Fraction(1, 2)), ("6/3", 2), ("0/5", 0), ("100/9", Fraction(100, 9))],
)
def test_a_ratio_is_read_without_loss(text: str, number: int | Fraction) -> None:
    assert from_ratio_text(text) == number
    assert isinstance(from_ratio_text(text), type(number))


@pytest.mark.parametrize("text", ["", "1", "1/0", "1/00", "-1/9", "1/-9", "1.5/2", "1/2/3", "a/b", "1 9"])
def test_what_is_not_a_ratio_is_no_number(text: str) -> None:
    assert from_ratio_text(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-12, "-12"),
        (Fraction(437, 20), "21.85"),
        (Fraction(1, 100), "0.01"),
        (Fraction(-1, 100), "-0.01"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(4, 2), "2"),
        (Fraction(1, 9), "1/9"),
        (Fraction(-2, 3), "-2/3"),
    ],
)
def test_a_number_is_written_in_full(number: int | Fraction, text: str) -> None:
    assert to_text(number) == text


@given(DECIMALS)
def test_a_decimal_comes_back_from_its_text(number: Fraction) -> None:
    assert from_decimal_text(to_text(number)) == number


@given(st.fractions(0, 1000, max_denominator=10**6))
def test_a_fraction_comes_back_from_its_text(number: Fraction) -> None:
    text = to_text(number)
    assert (from_ratio_text(text) if "/" in text else from_decimal_text(text)) == number


@given(st.fractions(0, 1000, max_denominator=10**6))
def test_a_number_is_a_ratio_in_text_only_where_decimals_would_never_end(number: Fraction) -> None:
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert ("/" in to_text(number)) == (rest != 1)


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "text"),
    [
        (0, 1, 2, "0.00"),
        (5, 1000, 2, "0.01"),
        (4999, 1000000, 2, "0.00"),
        (87995, 1000, 2, "88.00"),
        (2675, 1000, 2, "2.68"),
        (5, 2, 0, "3"),
        (7, 2, 0, "4"),
        (1, 3, 4, "0.3333"),
        (2, 3, 4, "0.6667"),
        (10, 4, 1, "2.5"),
        (-5, 2, 0, "-3"),
        (-5, 1000, 2, "-0.01"),
    ],
)
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, decimals: int, text: str) -> None:
    assert str(round_half_up(numerator, denominator, decimals)) == text


@given(st.integers(-(10**12), 10**12), st.integers(0, 8), st.integers(0, 6))
def test_decimals_are_rounded_as_decimal_round_half_up_does(digits: int, places: int, decimals: int) -> None:
    expected = Decimal(digits).scaleb(-places).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert round_half_up(digits, 10**places, decimals).as_tuple() == expected.as_tuple()


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 6), st.integers(1, 10**6))
def test_rounding_looks_at_the_value_not_at_how_it_is_written(n: int, d: int, decimals: int, factor: int) -> None:
    rounded = round_half_up(n, d, decimals)
    assert round_half_up(n * factor, d * factor, decimals) == rounded
    assert rounded.as_tuple().exponent == -decimals
    assert -Fraction(1, 2) < (Fraction(rounded) - Fraction(n, d)) * 10**decimals <= Fraction(1, 2)


def test_rounding_does_not_depend_on_the_precision_of_the_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 3
        assert str(round_half_up(123456785, 1000, 2)) == "123456.79"
        assert str(round_half_up(10**40 + 5, 10, 0)) == "1" + "0" * 38 + "1"
