"""The scoring rules one by one, each with figures that can be checked by hand."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, Instrument, Scale
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers, observed
from kepatuhan.scoring.layout import AnswerError
from kepatuhan.scoring.results import ComponentResult, Result, Status
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.scoring.scoring import score
from tests.scoring.small_instruments import (
    INCIDENTS,
    PERCENT,
    RUBRIC,
    SKM,
    YES_NO,
    given,
    group,
    indicator,
    instrument,
    numbers,
    only_unit,
    options,
    result_of,
    unit,
)

ONE_PERCENT = instrument(indicator("A", PERCENT))
TWO_RUBRICS = instrument(indicator("A"), indicator("B"))
TWO_DIMENSIONS = instrument(
    group("input", indicator("I.1"), indicator("I.2"), weight=Fraction("21.85")),
    group("proses", indicator("P.1"), weight=Fraction("78.15")),
)


def score_of(edition: Instrument, answers: Mapping[str, Answer]) -> Decimal | None:
    return only_unit(edition, unit("Unit", answers)).score


def scores(*values: int | str) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


def score_on(scale: Scale, answer: Answer) -> Decimal | None:
    """The score of a unit that is asked one thing."""
    return score_of(instrument(indicator("A", scale)), {"A": answer})


def with_total(name: str, value: str, count: int | None = None) -> UnitAnswers:
    """A unit of which only the total is known."""
    return unit(name, direct={WHOLE_UNIT: given(Fraction(value))}, count=count)


def parts_of(edition: Instrument, answers: UnitAnswers) -> dict[str, ComponentResult]:
    return {part.component.id: part for top in only_unit(edition, answers).components for part in top.walk()}


# --- marks ---


def test_the_mark_of_a_number_is_its_way_from_zero_to_best() -> None:
    assert [score_on(RUBRIC, value) for value in (0, 1, 2, 3)] == [
        Decimal("0.00"),
        Decimal("33.33"),
        Decimal("66.67"),
        Decimal("100.00"),
    ]


def test_where_lower_is_better_the_smallest_number_is_worth_most() -> None:
    assert [score_on(INCIDENTS, value) for value in (30, 15, 3, 0)] == [0, 50, 90, 100]


def test_a_scale_whose_zero_lies_below_its_worst_gives_the_worst_something() -> None:
    assert [score_on(SKM, value) for value in (1, 2, 3, 4)] == [25, 50, 75, 100]


def test_where_lower_is_better_the_zero_may_lie_above_the_worst() -> None:
    scale = numbers("hari", 8, 0, zero=10)
    assert [score_on(scale, value) for value in (8, 5, 0)] == [20, 50, 100]


def test_a_decimal_scale_takes_every_number_between_its_ends() -> None:
    assert score_on(PERCENT, Fraction("87.88")) == Decimal("87.88")
    assert score_on(PERCENT, Fraction(1, 3)) == Decimal("0.33")


def test_a_scale_too_long_for_a_table_is_scored_alike() -> None:
    assert score_on(numbers("kunjungan", 0, 100_000), 12_345) == Decimal("12.35")


def test_an_option_is_worth_its_points_out_of_the_most_points_of_its_scale() -> None:
    scale = options("lengkap", {"lengkap": 10, "sebagian": 4, "tidak": 0, "hampir": Fraction("7.5")})
    scores = [score_on(scale, answer) for answer in ("lengkap", "hampir", "sebagian", "tidak")]
    assert scores == [100, 75, 40, 0]


def test_the_fewest_points_of_an_option_may_be_worth_something() -> None:
    assert score_on(options("dua", {"ya": 2, "tidak": 1}), "tidak") == 50


# --- several observations ---


def test_several_observations_count_with_the_mean_of_their_marks() -> None:
    assert score_on(RUBRIC, Observations((3, 0, 3))) == Decimal("66.67")


def test_observations_with_weights_count_by_them() -> None:
    assert score_on(RUBRIC, Observations((3, 0), (3, 1))) == 75
    assert score_on(RUBRIC, Observations((3, 0), (Fraction("0.5"), Fraction("1.5")))) == 25


def test_observations_may_be_options() -> None:
    assert score_on(YES_NO, Observations(("ya", "tidak", "ya", "ya"))) == 75


def test_an_indicator_observed_several_times_is_one_answered_indicator() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": Observations((3, 0, 3))}))
    assert (result.answered, result.blank, result.not_applicable) == (1, 1, 0)


def test_answered_observations_count_alone_beside_not_applicable_ones() -> None:
    assert observed([(3, 1), (NOT_APPLICABLE, 1), (1, 1)]) == Observations((3, 1))
    assert observed([(NOT_APPLICABLE, 1), (2, 5)]) == 2


def test_an_indicator_is_not_applicable_when_nothing_is_answered_and_one_observation_says_so() -> None:
    assert observed([(NOT_APPLICABLE, 1), (NOT_APPLICABLE, 2)]) is NOT_APPLICABLE


def test_an_indicator_without_any_filled_observation_is_blank() -> None:
    assert observed([]) is None


def test_observations_keep_their_weights_only_where_they_differ() -> None:
    assert observed([(3, 2), (0, 2)]) == Observations((3, 0))
    assert observed([(3, 2), (0, 1)]) == Observations((3, 0), (2, 1))


# --- blank, not applicable, no answer at all ---


def test_a_blank_counts_as_the_worst_mark_and_is_counted() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": 3}))
    assert result.score == 50
    assert (result.answered, result.blank, result.not_applicable) == (1, 1, 0)


def test_a_blank_leaves_the_score_provisional_up_to_its_best_answer() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": 3}))
    assert result.possible == scores(50, 100)
    assert result.is_provisional


def test_a_blank_of_a_public_survey_is_worth_25() -> None:
    edition = instrument(indicator("A", SKM), indicator("B", SKM))
    result = only_unit(edition, unit("Unit", {"A": 1}))
    assert result.score == 25
    assert result.possible == scores(25, "62.50")


def test_a_blank_where_lower_is_better_counts_as_the_largest_number() -> None:
    edition = instrument(indicator("A", INCIDENTS), indicator("B", INCIDENTS))
    assert score_of(edition, {"A": 0}) == score_of(edition, {"A": 0, "B": 30}) == 50


def test_a_blank_among_options_counts_as_the_one_with_the_fewest_points() -> None:
    scale = options("lengkap", {"sebagian": 4, "lengkap": 10, "tidak": 1})
    edition = instrument(indicator("A", scale), indicator("B", scale))
    assert score_of(edition, {"A": "lengkap"}) == 55


def test_what_is_not_applicable_gives_its_weight_to_its_siblings() -> None:
    edition = instrument(indicator("A", weight=1), indicator("B", weight=2), indicator("C", weight=7))
    result = only_unit(edition, unit("Unit", {"A": 3, "B": 0, "C": NOT_APPLICABLE}))
    assert result.score == Decimal("33.33")
    assert (result.answered, result.blank, result.not_applicable) == (2, 0, 1)
    assert not result.is_provisional


def test_the_weight_of_what_is_not_applicable_stays_in_its_own_group() -> None:
    assert score_of(TWO_DIMENSIONS, {"I.1": 3, "I.2": NOT_APPLICABLE, "P.1": 0}) == Decimal("21.85")


def test_a_group_with_nothing_left_leaves_the_tree_too() -> None:
    answers = unit("Unit", {"I.1": NOT_APPLICABLE, "I.2": NOT_APPLICABLE, "P.1": 2})
    parts = parts_of(TWO_DIMENSIONS, answers)
    assert only_unit(TWO_DIMENSIONS, answers).score == Decimal("66.67")
    assert parts["input"].score is None
    assert parts["input"].effective_weight == 0
    assert parts["input"].not_applicable == 2
    assert parts["proses"].effective_weight == 1


def test_without_any_answer_a_unit_has_no_score() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit"))
    assert result.status is Status.NOT_FILLED_IN
    assert (result.score, result.possible, result.band, result.gap, result.mark) == (None, None, None, None, None)
    assert (result.answered, result.blank, result.not_applicable) == (0, 2, 0)


def test_when_all_is_not_applicable_a_unit_has_no_score() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": NOT_APPLICABLE, "B": NOT_APPLICABLE}))
    assert result.status is Status.NOT_ASSESSED
    assert (result.score, result.possible, result.band, result.gap, result.mark) == (None, None, None, None, None)
    assert (result.answered, result.blank, result.not_applicable) == (0, 0, 2)


def test_when_what_is_not_blank_is_not_applicable_nothing_was_filled_in() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": NOT_APPLICABLE}))
    assert result.status is Status.NOT_FILLED_IN
    assert result.score is None
    assert (result.blank, result.not_applicable) == (1, 1)


def test_only_scored_indicators_count_as_not_applicable() -> None:
    edition = instrument(indicator("A"), indicator("Predikat", YES_NO, scored=False))
    result = only_unit(edition, unit("Unit", {"A": NOT_APPLICABLE, "Predikat": "ya"}))
    assert result.status is Status.NOT_ASSESSED
    assert result.not_applicable == 1


def test_the_worst_answers_are_an_answer_and_give_a_score_of_0() -> None:
    result = only_unit(TWO_RUBRICS, unit("Unit", {"A": 0, "B": 0}))
    assert result.status is Status.SCORED
    assert result.score == 0


def test_an_answer_to_what_is_not_scored_alone_gives_no_score() -> None:
    edition = instrument(indicator("A"), indicator("Predikat", YES_NO, scored=False))
    assert only_unit(edition, unit("Unit", {"Predikat": "ya"})).score is None


# --- weights ---


def test_weights_are_relative_to_their_siblings() -> None:
    edition = instrument(indicator("A", weight=2), indicator("B", weight=6))
    assert score_of(edition, {"A": 3, "B": 0}) == 25


def test_groups_count_with_the_weighted_mean_of_their_children() -> None:
    assert score_of(TWO_DIMENSIONS, {"I.1": 3, "I.2": 0, "P.1": 3}) == Decimal("89.08")  # 10.925 + 78.15 = 89.075


def test_fractions_that_decimals_never_reach_are_weights_without_loss() -> None:
    ninths = [indicator(f"A{number}", weight=Fraction(1, 9)) for number in range(9)]
    everything: dict[str, Answer] = {leaf.id: 3 for leaf in ninths}
    result = only_unit(instrument(*ninths), unit("Unit", everything))
    assert result.mark is not None
    assert result.mark.exact == 1
    assert str(result.score) == "100.00"


def test_a_group_that_weighs_its_sum_weighs_what_is_still_in_it() -> None:
    edition = instrument(
        group("V.1", indicator("A", weight=30), indicator("B", weight=20), weight=None),
        group("V.2", indicator("C", weight=50), weight=None),
    )
    assert score_of(edition, {"A": 3, "B": 3, "C": 0}) == 50
    assert score_of(edition, {"A": 3, "B": NOT_APPLICABLE, "C": 0}) == Decimal("37.50")


def test_a_group_with_a_weight_of_its_own_keeps_it() -> None:
    edition = instrument(
        group("V.1", indicator("A", weight=30), indicator("B", weight=20), weight=50),
        group("V.2", indicator("C", weight=50), weight=50),
    )
    assert score_of(edition, {"A": 3, "B": NOT_APPLICABLE, "C": 0}) == 50


def test_the_effective_weight_is_the_product_of_the_normalised_weights_on_the_path() -> None:
    parts = parts_of(TWO_DIMENSIONS, unit("Unit", {"I.1": 3}))
    assert {name: part.effective_weight for name, part in parts.items()} == {
        "input": Fraction("0.2185"),
        "I.1": Fraction("0.10925"),
        "I.2": Fraction("0.10925"),
        "proses": Fraction("0.7815"),
        "P.1": Fraction("0.7815"),
    }


def test_an_indicator_that_is_not_scored_is_not_in_the_tree() -> None:
    edition = instrument(indicator("A"), indicator("Predikat", YES_NO, scored=False))
    assert list(parts_of(edition, unit("Unit", {"A": 3, "Predikat": "ya"}))) == ["A"]


def test_a_unit_is_asked_only_what_fits_its_type() -> None:
    edition = instrument(
        indicator("A"), indicator("B", only_for=frozenset({"opd"})), unit_types={"opd": "OPD", "puskesmas": "Puskesmas"}
    )
    office = only_unit(edition, unit("Dinas", {"A": 3}, of_type="opd"))
    clinic = only_unit(edition, unit("Puskesmas", {"A": 3}, of_type="puskesmas"))
    assert [office.score, clinic.score] == [50, 100]
    assert [office.blank, clinic.blank] == [1, 0]


# --- one rounding, half up; bands and gap follow the rounded score ---


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0.005", "0.01"), ("0.004999", "0.00"), ("1.005", "1.01"), ("2.675", "2.68"), ("87.125", "87.13")],
)
def test_halves_are_rounded_up(value: str, shown: str) -> None:
    assert str(score_on(PERCENT, Fraction(value))) == shown


@pytest.mark.parametrize("whole", [0, 77, 87, 99])
def test_every_third_decimal_is_rounded_as_decimal_round_half_up_does(whole: int) -> None:
    exact = [Decimal(n).scaleb(-3) + whole for n in range(1000)]
    units = [with_total(f"Unit {value}", str(value)) for value in exact]
    scores = [result.score for result in result_of(ONE_PERCENT, *units).units]
    assert scores == [value.quantize(Decimal("0.01"), ROUND_HALF_UP) for value in exact]


@pytest.mark.parametrize("decimals", [0, 1, 2, 3, 4])
def test_every_exact_tie_is_rounded_up(decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    edition = instrument(indicator("A", numbers("seribu", 0, 1000, whole=False)), full_score=1000, decimals=decimals)
    ties = [n * step + step / 2 for n in range(1000)]
    units = [unit(f"Unit {tie}", {"A": Fraction(tie)}) for tie in ties]
    scores = [result.score for result in result_of(edition, *units).units]
    assert scores == [tie.quantize(step, ROUND_HALF_UP) for tie in ties]
    assert scores == [(n + 1) * step for n in range(1000)]


def test_a_score_shows_all_its_decimals() -> None:
    assert str(score_of(TWO_RUBRICS, {"A": 3, "B": 0})) == "50.00"
    assert str(score_of(instrument(indicator("A"), decimals=0), {"A": 2})) == "67"


def test_nothing_is_rounded_on_the_way() -> None:
    thirds = [group(f"G{number}", indicator(f"A{number}")) for number in range(3)]
    answers: dict[str, Answer] = {f"A{number}": 1 for number in range(3)}
    result = only_unit(instrument(*thirds, decimals=6), unit("Unit", answers))
    assert result.mark is not None
    assert result.mark.exact == Fraction(1, 3)
    assert str(result.score) == "33.333333"


def test_a_perfect_unit_has_the_full_score_of_the_edition() -> None:
    edition = instrument(indicator("A", PERCENT), full_score=5, target=None)
    assert [score_of(edition, {"A": value}) for value in (100, 80)] == [5, 4]


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("100", "A"),
        ("88", "A"),
        ("87.995", "A"),
        ("87.994999", "B"),
        ("78", "B"),
        ("77.99", "C"),
        ("53.995", "C"),
        ("32", "D"),
        ("31.99", "E"),
        ("0", "E"),
    ],
)
def test_a_band_compares_the_rounded_score(value: str, category: str) -> None:
    band = only_unit(ONE_PERCENT, unit("Unit", {"A": Fraction(value)})).band
    assert band is not None
    assert band.category == category


@pytest.mark.parametrize(
    ("value", "gap"), [("87.88", "2.12"), ("90", "0"), ("89.995", "0"), ("95.5", "0"), ("87.995", "2"), ("0", "90")]
)
def test_the_gap_is_what_the_rounded_score_lacks_and_never_below_0(value: str, gap: str) -> None:
    result = result_of(ONE_PERCENT, unit("Unit", {"A": Fraction(value)}))
    assert result.units[0].gap == result.institution.gap == Decimal(gap)


def test_another_target_replaces_that_of_the_edition() -> None:
    result = result_of(ONE_PERCENT, unit("Unit", {"A": 80}), target=Fraction("95.5"))
    assert result.target == Decimal("95.5")
    assert result.units[0].gap == Decimal("15.5")


def test_without_a_target_there_is_no_gap() -> None:
    result = result_of(instrument(indicator("A"), target=None), unit("Unit", {"A": 0}))
    assert result.units[0].gap is None
    assert result.institution.gap is None


# --- the institution ---

MAGELANG = [("87.95", 7), ("75.58", 3), ("62.17", 4), ("23.15", 3)]


def magelang(*, counted: bool, roll_up_by: str | None = "produk") -> Result:
    """Kota Magelang 2021: four units, of which the totals and the numbers of products are known."""
    edition = instrument(indicator("A", PERCENT), roll_up_by=roll_up_by)
    units = [with_total(f"Unit {n}", total, n if counted else None) for total, n in MAGELANG]
    return result_of(edition, *units)


def test_a_weighted_roll_up_counts_every_unit_as_often_as_its_count() -> None:
    result = magelang(counted=True)
    assert result.institution.score == Decimal("68.27")
    assert result.weighted_by == "produk"


def test_without_the_column_of_the_counts_the_roll_up_is_the_plain_mean() -> None:
    result = magelang(counted=False)
    assert result.institution.score == Decimal("62.21")
    assert result.weighted_by is None


def test_a_plain_mean_ignores_counts() -> None:
    result = magelang(counted=True, roll_up_by=None)
    assert result.institution.score == Decimal("62.21")
    assert result.weighted_by is None


def test_a_unit_without_its_count_cannot_be_rolled_up() -> None:
    edition = instrument(indicator("A", PERCENT), roll_up_by="produk")
    with pytest.raises(AnswerError):
        result_of(edition, with_total("Unit 1", "80", 3), with_total("Unit 2", "70"))


def test_the_institution_is_the_mean_of_the_unrounded_scores() -> None:
    edition = instrument(indicator("A", PERCENT), decimals=0)
    result = result_of(edition, *(unit(value, {"A": Fraction(value)}) for value in ("50.4", "50.5")))
    assert [each.score for each in result.units] == [50, 51]
    assert result.institution.score == 50  # 50.45, not the mean of 50 and 51


def test_the_institution_has_its_own_band_by_its_rounded_score() -> None:
    result = result_of(ONE_PERCENT, unit("1", {"A": Fraction("87.99")}), unit("2", {"A": 88}))
    assert result.institution.score == 88
    assert result.institution.band is not None
    assert result.institution.band.category == "A"


def test_the_institution_is_provisional_while_one_of_its_units_is() -> None:
    result = result_of(TWO_RUBRICS, unit("1", {"A": 3, "B": 3}), unit("2", {"A": 3})).institution
    assert result.score == 75
    assert result.possible == scores(75, 100)
    assert result.is_provisional


def test_a_unit_that_is_not_filled_in_leaves_the_institution_provisional() -> None:
    filled = [unit(f"Unit {number}", {"A": 3, "B": 3}) for number in range(6)]
    result = result_of(TWO_RUBRICS, *filled, unit("Unit 7")).institution
    assert result.score == 100
    assert (result.scored_units, result.units) == (6, 7)
    assert result.is_provisional
    assert result.possible == scores("85.71", 100)


def test_a_unit_that_is_not_filled_in_counts_from_its_worst() -> None:
    result = result_of(instrument(indicator("A", SKM)), unit("1", {"A": 3}), unit("2")).institution
    assert result.score == 75
    assert result.possible == scores(50, "87.50")


def test_a_unit_that_is_not_filled_in_counts_by_its_count() -> None:
    edition = instrument(indicator("A", PERCENT), roll_up_by="produk")
    result = result_of(edition, unit("1", {"A": 60}, count=1), unit("2", count=3)).institution
    assert result.score == 60
    assert result.possible == scores(15, 90)


def test_a_unit_to_which_nothing_applies_does_not_count_at_all() -> None:
    result = result_of(ONE_PERCENT, unit("1", {"A": 80}), unit("2", {"A": NOT_APPLICABLE})).institution
    assert result.score == 80
    assert result.possible == scores(80, 80)
    assert not result.is_provisional
    assert (result.scored_units, result.units) == (1, 2)


@pytest.mark.parametrize("answers", [{}, {"A": NOT_APPLICABLE}])
def test_without_a_scored_unit_the_institution_has_no_score(answers: dict[str, Answer]) -> None:
    result = result_of(ONE_PERCENT, unit("1", answers), unit("2", answers)).institution
    assert (result.score, result.possible, result.band, result.gap) == (None, None, None, None)
    assert (result.scored_units, result.units) == (0, 2)


def test_without_units_the_institution_has_no_score() -> None:
    assert result_of(ONE_PERCENT).institution.score is None


def test_units_keep_the_order_in_which_they_came() -> None:
    result = result_of(ONE_PERCENT, unit("Z", {"A": 1}), unit("A", {"A": 3}), unit("M", {"A": 2}))
    assert [each.unit for each in result.units] == ["Z", "A", "M"]


# --- scores given directly ---


def test_a_whole_unit_may_be_given_as_its_total() -> None:
    result = only_unit(TWO_DIMENSIONS, with_total("Unit", "87.88"))
    assert result.status is Status.SCORED
    assert result.score == Decimal("87.88")
    assert (result.answered, result.blank, result.not_applicable, result.components) == (0, 0, 0, ())


def test_components_may_be_given_as_weighted_points() -> None:
    direct = {
        "input": given(Fraction("12.16"), Fraction("21.85")),
        "proses": given(Fraction("70.11"), Fraction("78.15")),
    }
    assert only_unit(TWO_DIMENSIONS, unit("Unit", direct=direct)).score == Decimal("82.27")


def test_some_components_may_be_given_and_others_answered() -> None:
    answers = unit("Unit", {"P.1": 3}, direct={"input": given(0)})
    result = only_unit(TWO_DIMENSIONS, answers)
    assert result.score == Decimal("78.15")
    assert (result.answered, result.blank) == (1, 0)
    parts = parts_of(TWO_DIMENSIONS, answers)
    assert (parts["input"].is_direct, parts["proses"].is_direct) == (True, False)
    assert parts["input"].components == ()


def test_a_component_that_is_given_leaves_the_blanks_elsewhere() -> None:
    result = only_unit(TWO_DIMENSIONS, unit("Unit", direct={"input": given(100)}))
    assert result.score == Decimal("21.85")
    assert result.possible == scores("21.85", 100)
    assert result.blank == 1


def test_an_indicator_itself_may_be_given_directly() -> None:
    result = only_unit(TWO_DIMENSIONS, unit("Unit", {"I.2": 0, "P.1": 0}, direct={"I.1": given(15, 30)}))
    assert result.score == Decimal("5.46")  # half of half of 21.85 is 5.4625
    assert result.answered == 2


def test_a_group_that_weighs_its_sum_keeps_its_whole_weight_when_it_is_given() -> None:
    edition = instrument(
        group("V.1", indicator("A", weight=30), indicator("B", weight=20), weight=None),
        group("V.2", indicator("C", weight=50), weight=None),
    )
    assert only_unit(edition, unit("Unit", {"C": 0}, direct={"V.1": given(80)})).score == 40


def test_of_direct_scores_on_two_levels_the_upper_one_counts() -> None:
    direct = {"input": given(60), "I.1": given(0), "I.2": given(0), "proses": given(60)}
    assert only_unit(TWO_DIMENSIONS, unit("Unit", direct=direct)).score == 60
    assert only_unit(TWO_DIMENSIONS, unit("Unit", direct={WHOLE_UNIT: given(70), **direct})).score == 70


HALVES = instrument(group("G", indicator("A"), indicator("B")), indicator("C"))


def disagreements(edition: Instrument, direct: Mapping[str, DirectScore]) -> list[tuple[str, Exact, Exact, Exact]]:
    found = Scorer(edition).direct_disagreements(unit("Unit", direct=direct))
    return [(each.component_id, each.stated, each.from_below, each.most) for each in found]


@pytest.mark.parametrize("below", ["79.96", "80", "80.04"])
def test_direct_scores_on_two_levels_may_differ_by_what_rounding_explains(below: str) -> None:
    direct = {"G": given(80), "A": given(80), "B": given(Fraction(below))}
    assert disagreements(HALVES, direct) == []


@pytest.mark.parametrize(("below", "mean"), [("79.95", "79.975"), ("80.05", "80.025"), ("80.0401", "80.02005")])
def test_direct_scores_on_two_levels_that_differ_by_more_disagree(below: str, mean: str) -> None:
    direct = {"G": given(80), "A": given(80), "B": given(Fraction(below))}
    assert disagreements(HALVES, direct) == [("G", 80, Fraction(mean), 100)]


def test_a_disagreement_is_stated_on_the_maximum_of_the_upper_score() -> None:
    direct = {"G": given(10, 20), "A": given(100), "B": given(50)}
    assert disagreements(HALVES, direct) == [("G", 10, 15, 20)]


def test_the_total_of_a_unit_must_agree_with_its_components() -> None:
    parts = {"G": given(80), "C": given(60)}
    assert disagreements(HALVES, {WHOLE_UNIT: given(70), **parts}) == []
    assert disagreements(HALVES, {WHOLE_UNIT: given(75), **parts}) == [(WHOLE_UNIT, 75, 70, 100)]


def test_what_is_not_given_below_may_have_any_score() -> None:
    assert disagreements(HALVES, {WHOLE_UNIT: given(40), "G": given(80)}) == []
    assert disagreements(HALVES, {WHOLE_UNIT: given(90), "G": given(80)}) == []
    assert disagreements(HALVES, {WHOLE_UNIT: given(39), "G": given(80)}) == [(WHOLE_UNIT, 39, 40, 100)]
    assert disagreements(HALVES, {WHOLE_UNIT: given(91), "G": given(80)}) == [(WHOLE_UNIT, 91, 90, 100)]


def test_direct_scores_side_by_side_cannot_disagree() -> None:
    assert disagreements(HALVES, {"G": given(80), "C": given(10)}) == []


TYPED = instrument(
    indicator("A"),
    group("klinik", indicator("K.1", only_for=frozenset({"puskesmas"}))),
    indicator("Predikat", YES_NO, scored=False),
    unit_types={"opd": "OPD", "puskesmas": "Puskesmas"},
)


@pytest.mark.parametrize("name", ["klinik", "K.1", "Predikat"])
def test_a_direct_score_of_what_is_not_scored_in_the_unit_never_makes_a_score_of_0(name: str) -> None:
    """Refused or left aside: the unit answered nothing that counts, so it must not come out as 0."""
    try:
        result = only_unit(TYPED, unit("Dinas", direct={name: given(80)}, of_type="opd"))
    except AnswerError:
        return
    assert result.score is None


def test_direct_scores_of_what_the_type_has_none_of_can_be_held_against_each_other() -> None:
    """Refused or left aside, but never a fault of ours."""
    answers = unit("Dinas", direct={"klinik": given(80), "K.1": given(10)}, of_type="opd")
    try:
        found = list(Scorer(TYPED).direct_disagreements(answers))
    except AnswerError:
        return
    assert found == []


# --- what cannot be scored is refused ---


@pytest.mark.parametrize(
    ("scale", "answer"),
    [
        (RUBRIC, 4),
        (RUBRIC, -1),
        (RUBRIC, Fraction(1, 2)),
        (RUBRIC, "ya"),
        (PERCENT, Fraction("100.01")),
        (PERCENT, Fraction("-0.01")),
        (INCIDENTS, 31),
        (SKM, 0),
        (numbers("kunjungan", 0, 100_000), Fraction(3, 2)),
        (numbers("kunjungan", 0, 100_000), 100_001),
        (YES_NO, "mungkin"),
        (YES_NO, 1),
        (YES_NO, Observations(("ya", "mungkin"))),
        (RUBRIC, Observations((3, 4))),
    ],
)
def test_an_answer_that_is_not_on_its_scale_is_refused(scale: Scale, answer: Answer) -> None:
    with pytest.raises(AnswerError):
        score_on(scale, answer)


@pytest.mark.parametrize(
    "answer",
    [
        Observations(()),
        Observations((3, 2), (1, 0)),
        Observations((3, 2), (1, -1)),
        Observations((3, 2), (1,)),
        Observations((3, 2), (1, 0.5)),  # type: ignore[arg-type]
        2.5,
    ],
)
def test_an_answer_that_no_workbook_could_give_is_refused_from_a_notebook_too(answer: Answer) -> None:
    with pytest.raises(AnswerError):
        score_on(RUBRIC, answer)


def test_several_observations_of_what_is_asked_once_are_refused() -> None:
    edition = instrument(indicator("A", observed=None))
    with pytest.raises(AnswerError):
        only_unit(edition, unit("Unit", {"A": Observations((3, 2))}))


def test_not_applicable_is_refused_where_the_edition_does_not_allow_it() -> None:
    edition = instrument(indicator("A", may_be_not_applicable=False), indicator("B"))
    with pytest.raises(AnswerError):
        only_unit(edition, unit("Unit", {"A": NOT_APPLICABLE, "B": 3}))


def test_an_answer_to_what_only_other_types_are_asked_is_refused() -> None:
    with pytest.raises(AnswerError):
        only_unit(TYPED, unit("Dinas", {"K.1": 3}, of_type="opd"))


@pytest.mark.parametrize("count", [0, -1, Fraction(3, 2), 2.0])
def test_a_count_that_is_no_whole_number_above_0_is_refused(count: object) -> None:
    edition = instrument(indicator("A", PERCENT), roll_up_by="produk")
    with pytest.raises(AnswerError):
        result_of(edition, with_total("Unit 1", "80", 3), with_total("Unit 2", "70", count))  # type: ignore[arg-type]


@pytest.mark.parametrize("target", [-1, 101, Fraction(1, 3), 87.5, "90"])
def test_a_target_that_no_score_can_be_held_against_is_refused(target: object) -> None:
    with pytest.raises(ValueError, match="target"):
        score(instrument(indicator("A")), [unit("Unit", {"A": 3})], target)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "answers",
    [
        unit("Unit", {"X.1": 3}),
        unit("Unit", {"input": 3}),
        unit("Unit", direct={"X": given(80)}),
        unit("Unit", direct={"input": given(101)}),
        unit("Unit", direct={"input": given(-1)}),
        unit("Unit", direct={"input": given(Fraction("21.86"), Fraction("21.85"))}),
        unit("Unit", direct={"input": given(0, 0)}),
        unit("Unit", direct={WHOLE_UNIT: given(Fraction("100.01"))}),
    ],
)
def test_what_the_edition_does_not_know_is_refused(answers: UnitAnswers) -> None:
    with pytest.raises(AnswerError):
        only_unit(TWO_DIMENSIONS, answers)


@pytest.mark.parametrize("answer", [3, NOT_APPLICABLE])
@pytest.mark.parametrize("name", ["input", "I.1", WHOLE_UNIT])
def test_an_answer_below_a_score_given_directly_is_refused(name: str, answer: Answer) -> None:
    with pytest.raises(AnswerError):
        only_unit(TWO_DIMENSIONS, unit("Unit", {"I.1": answer}, direct={name: given(50)}))


# --- remarks ---

REMARKING = instrument(
    indicator("A"),
    indicator(
        "Predikat",
        options("predikat", {"Ya": 1, "Tidak": 0}),
        scored=False,
        appends={"Ya": "Tanpa Maladministrasi", "Tidak": "Dengan Maladministrasi"},
    ),
)


def test_an_answer_to_what_is_not_scored_appends_its_remark_to_the_unit() -> None:
    assert only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": "Ya"})).remarks == ("Tanpa Maladministrasi",)
    assert only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": "Tidak"})).remarks == ("Dengan Maladministrasi",)


def test_without_an_answer_there_is_no_remark() -> None:
    assert only_unit(REMARKING, unit("Unit", {"A": 3})).remarks == ()
    assert only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": NOT_APPLICABLE})).remarks == ()


def test_observations_append_a_remark_only_when_they_all_agree() -> None:
    alike, mixed = Observations(("Ya", "Ya")), Observations(("Ya", "Tidak"))
    assert only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": alike})).remarks == ("Tanpa Maladministrasi",)
    assert only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": mixed})).remarks == ()


def test_the_institution_has_a_remark_when_every_scored_unit_has_it() -> None:
    good = [unit(name, {"A": 3, "Predikat": "Ya"}) for name in ("1", "2")]
    assert result_of(REMARKING, *good).institution.remarks == ("Tanpa Maladministrasi",)
    assert result_of(REMARKING, *good, unit("3", {"A": 3, "Predikat": "Tidak"})).institution.remarks == ()
    assert result_of(REMARKING, *good, unit("3", {"A": 3})).institution.remarks == ()


def test_units_without_a_score_do_not_take_the_remark_from_the_institution() -> None:
    good = unit("1", {"A": 3, "Predikat": "Ya"})
    for other in (unit("2"), unit("2", {"A": NOT_APPLICABLE, "Predikat": "Tidak"})):
        assert result_of(REMARKING, good, other).institution.remarks == ("Tanpa Maladministrasi",)


def test_a_remark_stands_beside_the_label_of_the_band() -> None:
    result = only_unit(REMARKING, unit("Unit", {"A": 3, "Predikat": "Ya"}))
    assert result.band is not None
    assert result.band.label == "Kualitas Tertinggi"


def test_units_without_a_score_have_counts_but_no_institution() -> None:
    result = result_of(TWO_RUBRICS, unit("1"))
    assert (result.institution.units, result.institution.scored_units) == (1, 0)


# --- what a notebook may hand over ---


def test_decimals_are_numbers_as_good_as_fractions() -> None:
    edition = instrument(indicator("A", PERCENT))
    answers = unit("Unit", {"A": Decimal("53.995")})  # type: ignore[dict-item]
    assert only_unit(edition, answers).score == Decimal("54.00")
    result = score(edition, [answers], Decimal("90.5"))
    assert (result.target, result.units[0].gap) == (Decimal("90.5"), Decimal("36.50"))
    points = DirectScore(Decimal("12.16"), Decimal("21.85"))  # type: ignore[arg-type]
    assert only_unit(edition, unit("Unit", direct={WHOLE_UNIT: points})).score == Decimal("55.65")


@pytest.mark.parametrize("points", [DirectScore(53.995, 100), DirectScore(True, 100), 53, ("53", "100")])  # type: ignore[arg-type]
def test_a_direct_score_that_is_no_exact_number_is_refused(points: object) -> None:
    with pytest.raises(AnswerError):
        only_unit(TWO_DIMENSIONS, unit("Unit", direct={WHOLE_UNIT: points}))  # type: ignore[dict-item]


@pytest.mark.parametrize("of_type", ["Puskesmas", "rsud", None])
def test_a_type_that_the_edition_does_not_know_is_refused_where_it_matters(of_type: str | None) -> None:
    with pytest.raises(AnswerError):
        only_unit(TYPED, unit("Unit", {}, of_type=of_type))


def test_the_parts_of_a_score_given_directly_are_shown_when_they_are_given_too() -> None:
    both = {WHOLE_UNIT: given(80), "input": given(70)}
    result = only_unit(TWO_DIMENSIONS, unit("Unit", direct=both))
    assert result.score == 80
    assert [(part.component.id, part.score) for part in result.components] == [("input", Decimal(70))]


def test_the_institution_is_provisional_when_blanks_too_small_for_any_unit_change_it() -> None:
    """Blanks worth 0.0009 take no unit over a rounding, from 50.0040 and 50.0055; they take the mean over one."""
    edition = instrument(
        indicator("A", PERCENT, Fraction("99.9991")), indicator("B", RUBRIC, Fraction("0.0009")), decimals=2
    )
    answers = [Fraction(score) / Fraction("0.999991") for score in ("50.0040", "50.0055")]
    result = result_of(edition, *(unit(f"Unit {value}", {"A": value}) for value in answers))
    assert [one.is_provisional for one in result.units] == [False, False]
    assert result.institution.possible == (Decimal("50.00"), Decimal("50.01"))
    assert result.institution.is_provisional
