"""One cell, one answer: what a person writes into an answer cell, and what it is read as or refused for."""

import datetime
import math
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan import NOT_APPLICABLE, Instrument, Reading
from kepatuhan.instrument.model import OptionScale
from kepatuhan.workbook.cells import Cell, Kind
from kepatuhan.workbook.values import Refusal, read_answer

from .sheets import (
    Formatted,
    Formula,
    RawCell,
    attempt,
    one_indicator,
    only_unit,
    places,
    read,
    refusal,
    rewrite_part,
    units,
    write_csv,
    write_xlsx,
)

YES_NO = one_indicator("ya-tidak")
QUALITY = one_indicator("mutu")
RUBRIC = one_indicator("rubrik")
PERCENT = one_indicator("persen")
SKM = one_indicator("skm")
INCIDENTS = one_indicator("kejadian")
LENIENT = one_indicator("rubrik", settings=", not_applicable: allowed")
LENIENT_YES_NO = one_indicator("ya-tidak", settings=", not_applicable: allowed")

BLANK = object()
"""What a blank is compared with: no answer at all."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("values")


def workbook(folder: Path, *values: object) -> Path:
    """A matrix of one indicator, a unit per value: the first value stands in B2, the next in B3."""
    rows: list[list[object]] = [
        ["Unit", "X.01"],
        *([f"Dinas {number}", value] for number, value in enumerate(values, start=1)),
    ]
    return write_xlsx(folder / "nilai.xlsx", {"Jawaban": rows})


def answer(folder: Path, instrument: Instrument, value: object) -> object:
    """What a cell is read as."""
    return only_unit(read(workbook(folder, value), instrument=instrument)).answers.get("X.01", BLANK)


def refused(folder: Path, instrument: Instrument, value: object) -> list[tuple[str, str]]:
    """The codes and cells for which a cell is refused."""
    return places(refusal(workbook(folder, value), instrument=instrument))


# Blanks and "not applicable"


@pytest.mark.parametrize("instrument", [YES_NO, RUBRIC, PERCENT, SKM])
@pytest.mark.parametrize("blank", ["", " ", "   ", "-", " - ", "\u00a0", "\u00a0 \u00a0-", "\uff0d", "\t", "\n"])
def test_a_cell_that_says_nothing_is_blank(folder: Path, instrument: Instrument, blank: str) -> None:
    assert answer(folder, instrument, blank) is BLANK


def test_an_empty_cell_is_blank_and_the_unit_is_still_there(folder: Path) -> None:
    unit = only_unit(read(workbook(folder, None), instrument=RUBRIC))
    assert (unit.unit, dict(unit.answers)) == ("Dinas 1", {})


@pytest.mark.parametrize("zero", [0, "0", "0,0", 0.0])
def test_a_zero_is_an_answer_and_no_blank(folder: Path, zero: object) -> None:
    assert answer(folder, RUBRIC, zero) == 0


@pytest.mark.parametrize(
    "words",
    [
        "tidak berlaku",
        "Tidak Relevan",
        "TIDAK DIPERSYARATKAN",
        "tb",
        "TB",
        "n/a",
        "N/A",
        " tidak   berlaku ",
        "tidak\u00a0berlaku",
        "\uff54\uff42",
    ],
)
class TestTheWordsForNotApplicable:
    def test_are_read_where_the_indicator_allows_them(self, folder: Path, words: str) -> None:
        assert answer(folder, LENIENT, words) is NOT_APPLICABLE
        assert answer(folder, LENIENT_YES_NO, words) is NOT_APPLICABLE

    @pytest.mark.parametrize("instrument", [RUBRIC, PERCENT, YES_NO])
    def test_are_refused_where_it_does_not(self, folder: Path, words: str, instrument: Instrument) -> None:
        assert refused(folder, instrument, words) == [("KP809", "Jawaban!B2")]


# Numbers written as text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("87,88", Fraction(8788, 100)),
        ("87.88", Fraction(8788, 100)),
        (" 87,88 ", Fraction(8788, 100)),
        ("87,88\u00a0", Fraction(8788, 100)),
        ("87", 87),
        ("087", 87),
        ("+5", 5),
        ("87,0", 87),
        ("0,5", Fraction(1, 2)),
        ("1.234", Fraction(1234, 1000)),
        ("0,001", Fraction(1, 1000)),
        ("\uff18\uff17\uff0c\uff18\uff18", Fraction(8788, 100)),
        ("\uff18\uff17\uff0e\uff18\uff18", Fraction(8788, 100)),
    ],
)
def test_a_text_with_a_decimal_comma_or_point_is_that_number(folder: Path, text: str, number: Fraction | int) -> None:
    assert answer(folder, PERCENT, text) == number


@pytest.mark.parametrize("instrument", [PERCENT, RUBRIC])
@pytest.mark.parametrize("text", ["1.234,5", "1,234.5", "1.234.567", "1.234.567,8"])
def test_a_text_with_two_separators_is_two_numbers_in_two_countries(
    folder: Path, instrument: Instrument, text: str
) -> None:
    assert refused(folder, instrument, text) == [("KP804", "Jawaban!B2")]


@pytest.mark.parametrize("text", ["1.234", "1,234", "2.000", "1.000", "0.000"])
@pytest.mark.parametrize("instrument", [RUBRIC, INCIDENTS, SKM])
def test_three_digits_after_a_separator_are_refused_where_a_whole_number_belongs(
    folder: Path, instrument: Instrument, text: str
) -> None:
    assert refused(folder, instrument, text) == [("KP804", "Jawaban!B2")]


@pytest.mark.parametrize("instrument", [PERCENT, RUBRIC])
@pytest.mark.parametrize(
    "text",
    [
        *("dua", "2 orang", "85%", "1 234", "2-3", "3/4", ">2", "2;3", "1e1", "5,", ",5", "2..5", "--2", "NaN", "inf"),
        *("2\u00b2", "\u00bd", "\u0663", "1_0", "0x2", "2!", "=2", "'2", "Rp2", "2,5,0"),
    ],
)
def test_a_text_that_is_no_number_is_refused(folder: Path, instrument: Instrument, text: str) -> None:
    assert refused(folder, instrument, text) == [("KP803", "Jawaban!B2")]


# Numbers on their scale


@pytest.mark.parametrize(
    ("instrument", "value"),
    [
        *((RUBRIC, value) for value in (-1, 4, "4", "-1", 1_000_000)),
        *((PERCENT, value) for value in (-0.01, 100.01, "100,01", 1e300)),
        *((SKM, value) for value in (0, 5, "0")),
        *((INCIDENTS, value) for value in (-1, 31)),
    ],
)
def test_a_number_outside_its_scale_is_refused(folder: Path, instrument: Instrument, value: object) -> None:
    assert refused(folder, instrument, value) == [("KP802", "Jawaban!B2")]


@pytest.mark.parametrize(
    ("instrument", "value"),
    [(RUBRIC, 0), (RUBRIC, 3), (PERCENT, 0), (PERCENT, 100), (SKM, 1), (SKM, 4), (INCIDENTS, 0), (INCIDENTS, 30)],
)
def test_both_ends_of_a_scale_belong_to_it(folder: Path, instrument: Instrument, value: int) -> None:
    assert answer(folder, instrument, value) == value
    assert answer(folder, instrument, str(value)) == value


@pytest.mark.parametrize("value", [1.5, "1,5", "1.5", 2.0001, Formula("3/2", 1.5)])
@pytest.mark.parametrize("instrument", [RUBRIC, SKM])
def test_a_number_between_the_marks_of_a_rubric_is_refused(folder: Path, instrument: Instrument, value: object) -> None:
    assert refused(folder, instrument, value) == [("KP810", "Jawaban!B2")]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (87.88, "87.88"),
        (2.675, "2.675"),
        (100 / 3, "33.3333333333333"),
        (1 / 3 * 3, "1"),
        (99.99999999999999, "100"),
        (1.1 * 3, "3.3"),
        (77.995, "77.995"),
    ],
)
def test_a_number_counts_with_fifteen_significant_digits_as_excel_shows_it(
    folder: Path, stored: float, shown: str
) -> None:
    assert answer(folder, PERCENT, stored) == Fraction(shown)
    assert answer(folder, PERCENT, Formula("A9", stored)) == Fraction(shown)


def test_what_a_number_format_hides_still_counts(folder: Path) -> None:
    assert answer(folder, PERCENT, Formatted(77.995, "0")) == Fraction("77.995")
    assert answer(folder, PERCENT, Formatted(77.995, '0" %"')) == Fraction("77.995")


# Percentages


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "#,##0%", "0 %", "[Red]0%", "0%;-0%"])
def test_a_percentage_is_that_many_of_a_hundred_on_a_scale_of_a_hundred(folder: Path, number_format: str) -> None:
    assert answer(folder, PERCENT, Formatted(0.85, number_format)) == 85
    assert answer(folder, PERCENT, Formatted(0.8788, number_format)) == Fraction(8788, 100)
    assert answer(folder, PERCENT, Formatted(0.1 + 0.2, number_format)) == 30
    assert answer(folder, PERCENT, Formatted(1, number_format)) == 100
    assert answer(folder, PERCENT, Formula("17/20", 0.85, number_format)) == 85


@pytest.mark.parametrize("instrument", [RUBRIC, SKM, INCIDENTS])
@pytest.mark.parametrize("value", [0, 1, 0.85, 3])
def test_a_percentage_is_refused_on_any_other_scale(folder: Path, instrument: Instrument, value: float) -> None:
    assert refused(folder, instrument, Formatted(value, "0%")) == [("KP811", "Jawaban!B2")]


def test_a_percentage_above_a_hundred_is_out_of_range(folder: Path) -> None:
    assert refused(folder, PERCENT, Formatted(85, "0%")) == [("KP802", "Jawaban!B2")]


# TRUE and FALSE


@pytest.mark.parametrize("true", [True, Formula("1=1", stored=True)])
def test_true_is_yes_where_the_scale_has_it(folder: Path, true: object) -> None:
    assert answer(folder, YES_NO, true) == "ya"


def test_false_is_no_where_the_scale_has_it(folder: Path) -> None:
    assert answer(folder, YES_NO, False) == "tidak"


def test_true_is_no_option_that_is_only_also_called_yes() -> None:
    scale = QUALITY.indicators[0].scale
    assert isinstance(scale, OptionScale)
    scale = scale._replace(also={**scale.also, "ya": "cukup"})
    assert read_answer(Cell(1, Kind.TEXT, "ya"), scale, may_be_not_applicable=False) == "cukup"
    refusal = read_answer(Cell(1, Kind.TRUTH, True), scale, may_be_not_applicable=False)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "KP801"


def test_a_text_longer_than_any_answer_is_refused_whatever_the_scale(folder: Path) -> None:
    long = "panjang sekali " * 1000
    assert refused(folder, QUALITY, long) == [("KP801", "Jawaban!B2")]
    assert refused(folder, RUBRIC, long) == [("KP803", "Jawaban!B2")]
    assert answer(folder, RUBRIC, " " * 5000) == BLANK
    assert answer(folder, RUBRIC, " " * 5000 + "2") == 2


@pytest.mark.parametrize("instrument", [RUBRIC, PERCENT, SKM, QUALITY])
@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_never_numbers_or_other_options(folder: Path, instrument: Instrument, value: bool) -> None:
    code = "KP801" if instrument is QUALITY else "KP808"
    assert refused(folder, instrument, value) == [(code, "Jawaban!B2")]


# Dates, error values, not a number


@pytest.mark.parametrize("instrument", [RUBRIC, PERCENT, YES_NO])
@pytest.mark.parametrize(
    "value",
    [
        datetime.date(2024, 2, 1),
        datetime.datetime(2024, 2, 1, 8, 30),
        datetime.time(8, 30),
        datetime.timedelta(hours=30),
        Formatted(2, "dd/mm/yyyy"),
        Formatted(2, "d-mmm"),
    ],
)
def test_a_date_where_an_answer_belongs_is_refused(folder: Path, instrument: Instrument, value: object) -> None:
    assert refused(folder, instrument, value) == [("KP805", "Jawaban!B2")]


@pytest.mark.parametrize("instrument", [LENIENT, PERCENT, YES_NO])
@pytest.mark.parametrize("value", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_value_is_refused_and_never_taken_for_a_blank(
    folder: Path, instrument: Instrument, value: str
) -> None:
    assert refused(folder, instrument, value) == [("KP806", "Jawaban!B2")]
    assert refused(folder, instrument, Formula("A1/0", stored=value)) == [("KP806", "Jawaban!B2")]


@pytest.mark.parametrize(
    "stored",
    [
        "NaN",
        "INF",
        "-INF",
        "1E400",
        pytest.param("1" + "0" * 400, id="400 digits"),
        pytest.param("9" * 5000, id="5000"),
    ],
)
@pytest.mark.parametrize("instrument", [RUBRIC, PERCENT])
def test_a_stored_value_that_is_not_a_finite_number_is_refused_at_its_cell(
    folder: Path, instrument: Instrument, stored: str
) -> None:
    problems = refusal(workbook(folder, RawCell("", f"<v>{stored}</v>")), instrument=instrument)
    assert [problem.where.cell for problem in problems if problem.where] == ["B2"]


# Options


@pytest.mark.parametrize(
    ("written", "option"),
    [
        *((word, "ya") for word in ("ya", "Ya", "YA", " ya ", "y", "Y", "ada", "ADA", "\uff39\uff41", "ya\u00a0")),
        *((word, "tidak") for word in ("tidak", "TIDAK", "t", "T", "tidak ada", "Tidak  Ada", "tidak\u00a0ada")),
    ],
)
def test_an_option_is_known_by_its_name_and_its_synonyms_whatever_case_and_spaces(
    folder: Path, written: str, option: str
) -> None:
    assert answer(folder, YES_NO, written) == option


@pytest.mark.parametrize("written", ["yaa", "tidk", "ya, ada", "ya/tidak", "mungkin", "1", "benar", "x", "v"])
def test_what_only_resembles_an_option_is_refused(folder: Path, written: str) -> None:
    assert refused(folder, YES_NO, written) == [("KP801", "Jawaban!B2")]


@pytest.mark.parametrize("number", [0, 1, 2, 0.5, Formatted(1, "0%")])
def test_a_number_is_no_option(folder: Path, number: object) -> None:
    assert refused(folder, YES_NO, number) == [("KP801", "Jawaban!B2")]


def test_a_near_miss_is_answered_with_the_option_that_was_probably_meant(folder: Path) -> None:
    (problem,) = refusal(workbook(folder, "Tidk"), instrument=YES_NO)
    assert (problem.facts["near"], problem.facts["written"]) == ("tidak", "Tidk")
    assert problem.facts["allowed"] == ("ya", "tidak")


# Formulas


@pytest.mark.parametrize(
    ("instrument", "formula", "expected"),
    [
        (RUBRIC, Formula("1+1", 2), 2),
        (PERCENT, Formula("A1*2", 87.88), Fraction(8788, 100)),
        (PERCENT, Formula('"87,88"', "87,88"), Fraction(8788, 100)),
        (YES_NO, Formula('IF(1=1,"Ya","Tidak")', "Ya"), "ya"),
        (LENIENT, Formula('"n/a"', "n/a"), NOT_APPLICABLE),
    ],
)
def test_a_formula_counts_with_its_stored_result(
    folder: Path, instrument: Instrument, formula: Formula, expected: object
) -> None:
    assert answer(folder, instrument, formula) == expected


@pytest.mark.parametrize("instrument", [RUBRIC, PERCENT, YES_NO])
@pytest.mark.parametrize(
    "formula",
    [
        Formula("1+1"),
        RawCell("", "<f>1+1</f>"),
        RawCell("", '<f t="shared" ref="B2:B9" si="0">1+1</f>'),
        RawCell("", '<f t="array" ref="B2">SUM(1,1)</f>'),
        RawCell("", '<f t="array" ref="B2">SUM(1,1)</f><v></v>'),
    ],
)
def test_a_formula_without_a_stored_result_is_refused_and_never_taken_for_a_blank(
    folder: Path, instrument: Instrument, formula: object
) -> None:
    assert refused(folder, instrument, formula) == [("KP807", "Jawaban!B2")]


@pytest.mark.parametrize("formula", [Formula("1+1"), RawCell("", '<f t="array" ref="B2">SUM(1,1)</f>')])
def test_the_complaint_about_a_formula_quotes_the_formula(folder: Path, formula: object) -> None:
    (problem,) = refusal(workbook(folder, formula), instrument=RUBRIC)
    assert problem.facts["written"] in ("=1+1", "=SUM(1,1)")


@pytest.mark.parametrize("instrument", [RUBRIC, PERCENT, YES_NO])
@pytest.mark.parametrize("stored", ["", " ", "-"])
def test_a_formula_whose_stored_text_says_nothing_is_blank(folder: Path, instrument: Instrument, stored: str) -> None:
    assert answer(folder, instrument, Formula('IF(1=1,"","x")', stored)) is BLANK


def test_a_formula_is_seen_in_a_workbook_whose_tags_bear_a_prefix(folder: Path) -> None:
    path = workbook(folder, Formula("1+1", 2), Formula("1+2"))

    def prefixed(xml: str) -> str:
        named = re.sub(r"<(/?)(\w)", r"<\1x:\2", xml)
        return named.replace(' xmlns="', ' xmlns:x="')

    rewrite_part(path, "xl/worksheets/sheet1.xml", prefixed)
    assert places(refusal(path, instrument=RUBRIC)) == [("KP807", "Jawaban!B3")]


# Many at once


def test_every_bad_cell_of_a_sheet_is_named_in_one_run(folder: Path) -> None:
    path = workbook(folder, 4, "dua", 2, 1.5, "#N/A", True, None, Formula("1+1"), datetime.date(2024, 1, 1))
    assert places(refusal(path, instrument=RUBRIC)) == [
        ("KP802", "Jawaban!B2"),
        ("KP803", "Jawaban!B3"),
        ("KP810", "Jawaban!B5"),
        ("KP806", "Jawaban!B6"),
        ("KP808", "Jawaban!B7"),
        ("KP807", "Jawaban!B9"),
        ("KP805", "Jawaban!B10"),
    ]


def test_a_bad_cell_is_named_in_excel_letters_beyond_z(folder: Path) -> None:
    filler = [None] * 26
    rows: list[list[object]] = [["Unit", *filler, "X.01"], ["Dinas", *filler, 9]]
    path = write_xlsx(folder / "lebar.xlsx", {"Jawaban": rows})
    assert places(refusal(path, instrument=RUBRIC)) == [("KP802", "Jawaban!AB2")]


def test_a_bad_cell_spoils_its_own_unit_alone_when_sound_units_are_asked_for(folder: Path) -> None:
    reading = read(workbook(folder, 1, "dua", 3), instrument=RUBRIC, partial=True)
    assert list(units(reading)) == ["Dinas 1", "Dinas 3"]
    assert [(unit.unit, unit.problems) for unit in reading.unsound] == [("Dinas 2", 1)]
    assert [problem.unit for problem in reading.problems] == ["Dinas 2"]


# For any value at all


@settings(max_examples=60, deadline=None)
@given(number=st.decimals(min_value=0, max_value=100, places=3, allow_nan=False, allow_infinity=False))
def test_a_number_reads_the_same_as_a_number_and_as_text_with_comma_or_point(folder: Path, number: Decimal) -> None:
    shown = format(number, "f")
    values = [float(number), shown, shown.replace(".", ","), Formula("A9", float(number)), Formula("A9", shown)]
    reading = read(workbook(folder, *values), instrument=PERCENT)
    assert [unit.answers["X.01"] for unit in reading.units] == [Fraction(number)] * len(values)
    rows = [["Unit", "X.01"], ["Dinas 1", shown], ["Dinas 2", shown.replace(".", ",")]]
    reading = read(write_csv(folder / "nilai.csv", rows), instrument=PERCENT)
    assert [unit.answers["X.01"] for unit in reading.units] == [Fraction(number)] * 2


@settings(max_examples=60, deadline=None)
@given(number=st.floats(min_value=-1e300, max_value=1e300) | st.floats(min_value=0, max_value=100))
def test_a_number_is_read_to_fifteen_digits_or_refused_as_out_of_range(folder: Path, number: float) -> None:
    shown = Fraction(Decimal(format(number, ".15g")))
    cell = RawCell("", f"<v>{number!r}</v>")
    if 0 <= shown <= 100:
        assert answer(folder, PERCENT, cell) == shown
    else:
        assert refused(folder, PERCENT, cell) == [("KP802", "Jawaban!B2")]


def _means(text: str) -> Fraction | None:
    """The number that a text of plain digits states to any reader, or None."""
    folded = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    body = folded.replace("\u3000", " ").strip().replace(",", ".").removeprefix("+")
    digits = body.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()) or body.endswith(".") or body.lstrip("-").startswith("."):
        return None
    return Fraction(body)


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("0123456789.,-+ %eE\u00a0\u00b2\u2460\uff11\uff12\uff0c\u0663"), max_size=8)
    | st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=6)
)
def test_a_text_is_read_as_the_number_it_states_or_it_is_refused_or_blank(folder: Path, text: str) -> None:
    path = write_csv(folder / "teks.csv", [["Unit", "X.01", "Ket"], ["Dinas", text, "ada"]])
    outcome = attempt(path, instrument=PERCENT)
    if not isinstance(outcome, Reading):
        assert places(outcome) in [[(code, "B2")] for code in ("KP802", "KP803", "KP804", "KP809")]
        return
    got = only_unit(outcome).answers.get("X.01", BLANK)
    if got is BLANK:
        assert "".join(text.split()) in ("", "-", "\uff0d", "\u2013", "\u2014", "\ufe63", "\ufe58", "\u2012")
    else:
        assert got == _means(text)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=8))
@pytest.mark.parametrize("instrument", [YES_NO, LENIENT, PERCENT])
def test_no_text_makes_the_reader_fail(folder: Path, instrument: Instrument, text: str) -> None:
    path = folder / "apa-saja.csv"
    path.write_bytes(f"Unit;X.01\nDinas;{text}\n".encode(errors="surrogatepass"))
    assert attempt(path, instrument=instrument)


@settings(max_examples=60, deadline=None)
@given(
    value=st.one_of(
        st.integers(),
        st.booleans(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.datetimes(min_value=datetime.datetime(1901, 1, 1)),
        st.sampled_from(["#N/A", "ya", "n/a", "-", "2", "87,88"]),
    ),
    number_format=st.sampled_from(
        ["General", "0%", "@", "0.00", "dd/mm/yyyy", "[h]:mm", '"Rp"#,##0', "[<1]0;0%", "[["]
    ),
)
@pytest.mark.parametrize("instrument", [YES_NO, LENIENT, PERCENT])
def test_no_cell_of_any_type_and_format_makes_the_reader_fail(
    folder: Path, instrument: Instrument, value: object, number_format: str
) -> None:
    outcome = attempt(workbook(folder, Formatted(value, number_format)), instrument=instrument)
    if not isinstance(outcome, Reading):
        assert [cell for _, cell in places(outcome)] == ["Jawaban!B2"]
        return
    got = only_unit(outcome).answers.get("X.01", BLANK)
    if isinstance(got, int | Fraction) and isinstance(value, int | float):
        assert not isinstance(value, bool)
        assert math.isclose(got, value) or math.isclose(got, value * 100)


def test_a_long_note_in_a_cell_of_answers_is_shown_in_plain_words(tmp_path: Path) -> None:
    note = "catatan\nyang panjang   sekali " * 20
    rows = [["Unit", "X.01"], ["A", note]]
    (problem,) = refusal(write_xlsx(tmp_path / "a.xlsx", {"Jawaban": rows}), instrument=RUBRIC)
    assert problem.facts["written"] == " ".join(note.split())
