"""How a score arose: the points of its leaves, the band above, and the fewest answers that would lose the band."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kepatuhan import explain
from kepatuhan.instrument.model import Band, Indicator, Instrument
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations, UnitAnswers
from kepatuhan.scoring.explaining import Absence, Explanation, absence
from kepatuhan.scoring.gains import most_points, points_added, points_to_add
from kepatuhan.scoring.results import ComponentResult
from tests.scoring.reference import reference_unit
from tests.scoring.small_instruments import RUBRIC, SKM, YES_NO, group, indicator, instrument, result_of, unit
from tests.scoring.small_instruments import given as stated
from tests.scoring.strategies import assessed_units, assessments, worst_value
from tests.scoring.test_planning import small_editions, small_units


def explained(edition: Instrument, answers: UnitAnswers, component: str | None = None) -> Explanation:
    return explain(result_of(edition, answers), answers.unit, component)


def leaves(parts: tuple[ComponentResult, ...]) -> Iterator[ComponentResult]:
    for top in parts:
        yield from (part for part in top.walk() if not part.components)


# --- the points ---


@settings(max_examples=200)
@given(assessed_units())
def test_the_points_of_the_leaves_add_up_to_the_unrounded_score(assessed: tuple[Instrument, UnitAnswers]) -> None:
    edition, answers = assessed
    result = result_of(edition, answers)
    assume(result.units[0].score is not None and not result.units[0].is_direct)
    made = explain(result, answers.unit)
    expected = reference_unit(edition, answers).low
    assert expected is not None
    assert sum(points_added(leaf) for leaf in leaves(made.parts)) == expected * edition.full_score == made.unrounded
    assert sum(most_points(leaf) for leaf in leaves(made.parts)) == edition.full_score
    assert all(points_added(leaf) + points_to_add(leaf) == most_points(leaf) for leaf in leaves(made.parts))


@given(assessed_units(), st.data())
def test_a_component_is_explained_by_the_leaves_below_it(
    assessed: tuple[Instrument, UnitAnswers], data: st.DataObject
) -> None:
    edition, answers = assessed
    result = result_of(edition, answers)
    assume(result.units[0].score is not None and result.units[0].components)
    names = [part.component.id for top in result.units[0].components for part in top.walk()]
    made = explain(result, answers.unit, data.draw(st.sampled_from(names)))
    assert made.component is not None
    assert sum(points_added(leaf) for leaf in leaves(made.parts)) == points_added(made.component)


@given(assessments())
def test_the_parts_of_all_units_make_the_institution(assessed: tuple[Instrument, tuple[UnitAnswers, ...]]) -> None:
    edition, answers = assessed
    result = result_of(edition, *answers)
    scored = [each.unit for each in result.units if each.score is not None]
    assume(scored)
    made = [explain(result, name) for name in scored]
    assert sum(each.share for each in made) == 1
    whole = sum(each.share * each.unrounded for each in made)
    assert abs(Fraction(result.institution.score or 0) - whole) <= Fraction(1, 2 * 10**edition.decimals)


def test_a_score_that_was_given_has_no_answers_to_lose() -> None:
    edition = instrument(group("G", indicator("A"), indicator("B")), indicator("C"))
    answers = unit("Dinas", direct={"nilai": stated(88), "G": stated(80)})
    made = explained(edition, answers)
    assert made.unrounded == 88
    assert not made.drops
    assert [part.component.id for part in made.parts] == ["G"]


# --- the band above ---


def test_the_next_band_is_the_lowest_above_and_missing_is_counted_from_the_rounded_score() -> None:
    """87.8788 is shown as 87.88, and 0.12 is missing to 88."""
    edition = instrument(indicator("A", RUBRIC, 29), indicator("B", RUBRIC, 4))
    made = explained(edition, unit("Dinas", {"A": 3, "B": 0}))
    assert made.unit.score == Decimal("87.88")
    assert made.rise is not None
    assert (made.rise.band.category, made.rise.missing) == ("A", Decimal("0.12"))


def test_nothing_is_above_the_highest_band() -> None:
    assert explained(instrument(indicator("A")), unit("Dinas", {"A": 3})).rise is None


# --- what would lose the band ---


def turned_worst(answers: UnitAnswers, lost: tuple[Indicator, ...]) -> UnitAnswers:
    changed: dict[str, Answer] = dict(answers.answers)
    for leaf in lost:
        answer = answers.answers[leaf.id]
        worst = worst_value(leaf.scale)
        if isinstance(answer, Observations):
            changed[leaf.id] = Observations((worst,) * len(answer.values), answer.weights)
        else:
            changed[leaf.id] = worst
    return replace(answers, answers=changed)


def fewest(edition: Instrument, answers: UnitAnswers, what: str) -> int | None:
    """How many answers must turn worst, tried one set after another, until the band or its zone is another."""
    answered = [
        leaf
        for leaf in edition.indicators
        if leaf.scored and answers.answers.get(leaf.id, NOT_APPLICABLE) is not NOT_APPLICABLE
    ]
    now = reference_unit(edition, answers).band
    for count in range(1, len(answered) + 1):
        for lost in combinations(answered, count):
            band = reference_unit(edition, turned_worst(answers, lost)).band
            if getattr(band, what) != getattr(now, what):
                return count
    return None


@settings(max_examples=150, deadline=None)
@given(small_editions(), st.data())
def test_no_fewer_answers_would_lose_the_band_or_the_zone(edition: Instrument, data: st.DataObject) -> None:
    answers = data.draw(small_units(edition))
    result = result_of(edition, answers)
    assume(result.units[0].score is not None)
    made = explain(result, answers.unit)
    band, zone = (fewest(edition, answers, what) for what in ("lower", "zone"))
    found = [(len(drop.indicators), drop.band_after) for drop in made.drops]
    assert (found[0][0] if found else None) == band
    others = [count for count, after in found if after is None or after.zone != getattr(made.unit.band, "zone", None)]
    assert (others[0] if others else None) == zone
    for drop in made.drops:
        after = reference_unit(edition, turned_worst(answers, drop.indicators))
        assert (after.score, after.band) == (drop.score_after, drop.band_after)


def test_a_blank_and_what_is_not_applicable_have_nothing_to_lose() -> None:
    edition = instrument(indicator("A"), indicator("B"), indicator("C"))
    made = explained(edition, unit("Dinas", {"A": 3, "B": NOT_APPLICABLE}))
    assert [[leaf.id for leaf in drop.indicators] for drop in made.drops] == [["A"]]


def test_a_band_that_no_answers_can_lose_is_not_lost() -> None:
    """Every answer of a public survey is worth something: 25 is the least score."""
    edition = instrument(indicator("U1", SKM), bands=(Band(25, None, None, "Baik", None),))
    assert explained(edition, unit("Dinas", {"U1": 4})).drops == ()


def test_a_band_of_the_same_zone_is_told_before_another_zone() -> None:
    edition = instrument(indicator("A", YES_NO, 11), *(indicator(f"B{n}", YES_NO, 1) for n in range(89)))
    made = explained(edition, unit("Dinas", {leaf.id: "ya" for leaf in edition.indicators}))
    assert [(len(d.indicators), d.band_after.category) for d in made.drops if d.band_after] == [(3, "B"), (13, "C")]


# --- what cannot be explained ---


@pytest.mark.parametrize(("name", "component"), [("Dines", None), ("Kosong", None), ("Dinas", "X"), ("Dinas", "C")])
def test_what_has_no_score_cannot_be_explained(name: str, component: str | None) -> None:
    edition = instrument(indicator("A"), indicator("C", scored=False))
    result = result_of(edition, unit("Dinas", {"A": 3}), unit("Kosong"))
    with pytest.raises(ValueError, match=r"no unit|no part"):
        explain(result, name, component)


def test_why_a_component_has_no_part_in_a_score() -> None:
    edition = instrument(
        group("G", indicator("A")),
        indicator("B", only_for=frozenset({"opd"})),
        indicator("C", scored=False),
        unit_types={"opd": "Perangkat Daerah", "puskesmas": "Puskesmas"},
    )
    answers = unit("Puskesmas", direct={"G": stated(80)}, of_type="puskesmas")
    found = result_of(edition, answers).units[0]
    reasons = {component.id: absence(found, component) for component in edition.walk()}
    assert (reasons["A"], reasons["B"], reasons["C"]) == (
        Absence.NOT_COUNTED,
        Absence.OTHER_TYPE,
        Absence.NOT_SCORED,
    )
