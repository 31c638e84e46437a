"""How sure a zone is, held against every corner of what the assumed weights may be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kepatuhan.instrument.model import Band, Component, Group, Indicator, Instrument
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, UnitAnswers
from kepatuhan.scoring.certainty import LEAST, MOST, result_certainty, unit_certainty
from kepatuhan.scoring.scoring import score
from tests.scoring.small_instruments import PERCENT, RUBRIC, group, indicator, instrument, only_unit, unit

BANDS = (Band(80, "A", "hijau", None, None), Band(50, "B", "kuning", None, None), Band(0, "C", "merah", None, None))


def sourced(component: Component) -> Component:
    return replace(component, assumption=None, source="sumber")


def corners(weights: Sequence[Fraction], loose: Sequence[bool]) -> Iterator[list[Fraction]]:
    """Every choice in which all weights but one are at a limit and the sum is kept (the best ones are among these)."""
    total = sum(weights)
    for free in range(len(weights)):
        limits = [
            (weight * LEAST, weight * MOST) if is_loose and place != free else (weight,)
            for place, (weight, is_loose) in enumerate(zip(weights, loose, strict=True))
        ]
        for chosen in product(*limits):
            choice = list(chosen)
            choice[free] = total - (sum(chosen) - chosen[free])
            least, most = (weights[free] * LEAST, weights[free] * MOST) if loose[free] else (weights[free],) * 2
            if least <= choice[free] <= most:
                yield choice


def with_weights(edition: Instrument, chosen: Sequence[Fraction]) -> Instrument:
    """A flat instrument with other weights."""
    components = tuple(
        replace(component, weight=weight) for component, weight in zip(edition.components, chosen, strict=True)
    )
    return replace(edition, components=components)


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(),
    weights=st.lists(st.integers(1, 9).map(Fraction), min_size=1, max_size=5),
)
def test_the_limits_of_one_group_are_those_of_its_best_and_worst_weights(
    data: st.DataObject, weights: list[Fraction]
) -> None:
    loose = data.draw(st.lists(st.booleans(), min_size=len(weights), max_size=len(weights)))
    mark = st.integers(0, 3) | st.just(NOT_APPLICABLE)
    marks = data.draw(st.lists(mark, min_size=len(weights), max_size=len(weights)))
    assume(any(one is not NOT_APPLICABLE for one in marks))
    parts = [indicator(f"A.{place}", RUBRIC, weight) for place, weight in enumerate(weights)]
    edition = instrument(*(part if is_loose else sourced(part) for part, is_loose in zip(parts, loose, strict=True)))
    answers = unit("Unit", {f"A.{place}": mark for place, mark in enumerate(marks)})
    found = unit_certainty(edition, only_unit(edition, answers))
    assert found is not None
    if not any(loose):
        assert found.weights is None
        return
    assert found.weights is not None
    scores = [only_unit(with_weights(edition, chosen), answers).score for chosen in corners(weights, loose)]
    assert found.weights is not None
    known = [one for one in scores if one is not None]
    assert (found.weights.low, found.weights.high) == (min(known), max(known))
    assert found.weights.is_exact


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_weights_in_the_limits_lead_out_of_them_whatever_the_tree(data: st.DataObject) -> None:
    """Groups, groups that weigh their sum, and answers that are not applicable; random weights, scaled to their sum."""
    kinds = [
        group("A", indicator("A.1", PERCENT, 2), indicator("A.2", PERCENT, 3), indicator("A.3", PERCENT, 1), weight=40),
        group("B", indicator("B.1", PERCENT, 5), indicator("B.2", PERCENT, 4), weight=None),
        indicator("C", PERCENT, 7),
    ]
    edition = instrument(*data.draw(st.permutations(kinds)))
    leaves = [leaf.id for leaf in edition.indicators]
    given_answers = {
        leaf: data.draw(st.one_of(st.integers(0, 100), st.just(NOT_APPLICABLE)) if leaf != "C" else st.integers(0, 100))
        for leaf in leaves
    }
    answers = unit("Unit", given_answers)
    result = only_unit(edition, answers)
    assume(result.score is not None)
    found = unit_certainty(edition, result)
    assert found is not None
    assert found.weights is not None
    other = _other_weights(edition, data)
    scored = only_unit(other, answers).score
    assert scored is not None
    assert found.weights.low <= scored <= found.weights.high


def _other_weights(edition: Instrument, data: st.DataObject) -> Instrument:
    """Weights within the limits that keep the sum of each group (a group that weighs its sum has its parent's)."""

    def drawn(weights: list[Fraction]) -> list[Fraction]:
        chosen = list(weights)
        for _ in range(data.draw(st.integers(0, 6))):
            one, other = data.draw(st.integers(0, len(weights) - 1)), data.draw(st.integers(0, len(weights) - 1))
            room = min(weights[one] * MOST - chosen[one], chosen[other] - weights[other] * LEAST)
            step = room * Fraction(data.draw(st.integers(0, 4)), 4)
            if one != other:
                chosen[one], chosen[other] = chosen[one] + step, chosen[other] - step
        return chosen

    def share(components: tuple[Component, ...]) -> list[Component]:
        return [
            part
            for component in components
            for part in (
                share(component.components)
                if isinstance(component, Group) and component.weight is None
                else [component]
            )
        ]

    def rebuilt(component: Component, chosen: dict[str, Fraction]) -> Component:
        if isinstance(component, Indicator):
            return replace(component, weight=chosen[component.id])
        assert isinstance(component, Group)
        if component.weight is None:
            return replace(component, components=tuple(rebuilt(part, chosen) for part in component.components))
        return replace(component, weight=chosen[component.id], components=regrouped(component.components))

    def regrouped(components: tuple[Component, ...]) -> tuple[Component, ...]:
        sharing = share(components)
        weights = drawn([part.weight or Fraction(0) for part in sharing])
        chosen = {part.id: weight for part, weight in zip(sharing, weights, strict=True)}
        return tuple(rebuilt(component, chosen) for component in components)

    return replace(edition, components=regrouped(edition.components))


def zoned(*components: Component) -> Instrument:
    return instrument(*components, bands=BANDS)


def certainty_of(edition: Instrument, answers: UnitAnswers) -> tuple[bool, bool]:
    found = unit_certainty(edition, only_unit(edition, answers))
    assert found is not None
    return found.blanks_decide, found.weights_decide


def test_a_zone_is_certain_where_neither_blanks_nor_assumed_weights_can_change_it() -> None:
    edition = zoned(indicator("A", PERCENT, 1), indicator("B", PERCENT, 1))
    assert certainty_of(edition, unit("Unit", {"A": 95, "B": 85})) == (False, False)
    assert certainty_of(edition, unit("Unit", {"A": 95, "B": 70})) == (False, True)  # 76.25 to 88.75
    assert certainty_of(edition, unit("Unit", {"A": 100})) == (True, True)


def test_weights_that_are_published_change_nothing() -> None:
    edition = zoned(sourced(indicator("A", PERCENT, 1)), sourced(indicator("B", PERCENT, 1)))
    found = unit_certainty(edition, only_unit(edition, unit("Unit", {"A": 100, "B": 61})))
    assert found is not None
    assert (found.weights, found.is_certain) == (None, True)


def test_a_published_weight_keeps_its_part_of_the_sum() -> None:
    """Published 40 of 100, assumed 30 and 30: the two together keep 60, each between 15 and 45."""
    edition = zoned(sourced(indicator("A", PERCENT, 40)), indicator("B", PERCENT, 30), indicator("C", PERCENT, 30))
    found = unit_certainty(edition, only_unit(edition, unit("Unit", {"A": 0, "B": 100, "C": 0})))
    assert found is not None
    assert found.weights is not None
    assert (found.weights.low, found.weights.high) == (Decimal("15.00"), Decimal("45.00"))


def test_a_unit_whose_whole_score_is_given_rests_on_no_weight() -> None:
    edition = zoned(indicator("A", PERCENT), indicator("B", PERCENT))
    found = unit_certainty(edition, only_unit(edition, unit("Unit", direct={"nilai": DirectScore(80, 100)})))
    assert found is not None
    assert (found.weights, found.is_certain) == (None, True)


def test_a_unit_without_a_score_has_no_certainty() -> None:
    edition = zoned(indicator("A", PERCENT))
    assert unit_certainty(edition, only_unit(edition, unit("Unit", {}))) is None


@pytest.mark.parametrize("counted", [False, True])
def test_all_units_of_an_institution_have_the_same_weights(counted: bool) -> None:
    """One unit is good in A, one in B: each alone could go from 25 to 75; together they stay where they are."""
    edition = instrument(
        indicator("A", PERCENT), indicator("B", PERCENT), bands=BANDS, roll_up_by="produk" if counted else None
    )
    units = [unit("Satu", {"A": 100, "B": 0}, count=1), unit("Dua", {"A": 0, "B": 100}, count=3 if counted else 1)]
    result = score(edition, units)
    found = result_certainty(result).institution
    assert found is not None
    assert found.weights is not None
    expected = (Decimal("37.50"), Decimal("62.50")) if counted else (Decimal("50.00"), Decimal("50.00"))
    assert (found.weights.low, found.weights.high, found.weights.is_exact) == (*expected, True)


def test_where_units_have_different_trees_the_limits_of_the_institution_are_said_to_be_wide() -> None:
    edition = instrument(indicator("A", PERCENT), indicator("B", PERCENT), indicator("C", PERCENT), bands=BANDS)
    units = [
        unit("Satu", {"A": 100, "B": 0, "C": NOT_APPLICABLE}),
        unit("Dua", {"A": 100, "B": 0, "C": 0}),
    ]
    found = result_certainty(score(edition, units)).institution
    assert found is not None
    assert found.weights is not None
    assert not found.weights.is_exact
    alone = [unit_certainty(edition, one) for one in score(edition, units).units]
    lows = [one.weights.low for one in alone if one is not None and one.weights is not None]
    assert abs(found.weights.low - sum(lows, Decimal()) / 2) <= Decimal("0.01")


def test_what_is_asked_of_other_types_keeps_its_part_of_the_sum() -> None:
    """X1 is asked of agencies, X2 of health centres, X3 of both; weights of 1 to 4 each, 6 together."""
    edition = instrument(
        indicator("X1", PERCENT, 2, only_for=frozenset({"opd"})),
        indicator("X2", PERCENT, 2, only_for=frozenset({"puskesmas"})),
        indicator("X3", PERCENT, 2),
        bands=BANDS,
        unit_types={"opd": "OPD", "puskesmas": "Puskesmas"},
    )
    units = [
        unit("Dinas", {"X1": 100, "X3": 0}, of_type="opd"),
        unit("Puskesmas", {"X2": 0, "X3": 100}, of_type="puskesmas"),
    ]
    result = score(edition, units)
    alone = unit_certainty(edition, result.units[0])
    assert alone is not None
    assert alone.weights is not None
    assert (alone.weights.low, alone.weights.high) == (Decimal("20.00"), Decimal("80.00"))  # 1 to 4, 4 to 1
    whole = result_certainty(result).institution
    assert whole is not None
    assert whole.weights is not None
    assert not whole.weights.is_exact
    for chosen in ((1, 4, 1), (4, 1, 1), (1, 1, 4)):
        other = score(with_weights(edition, [Fraction(weight) for weight in chosen]), units).institution.score
        assert other is not None
        assert whole.weights.low <= other <= whole.weights.high


def test_blanks_and_weights_may_decide_together_where_neither_does_alone() -> None:
    edition = zoned(indicator("A", PERCENT, 4), indicator("B", PERCENT, 4), sourced(indicator("C", PERCENT, 1)))
    answers = unit("Unit", {"A": 90, "B": 64})  # 68.4; 79.6 with the blank best, 74.2 with weights, 85.3 with both
    found = unit_certainty(edition, only_unit(edition, answers))
    assert found is not None
    assert found.weights is not None
    assert (found.blanks_decide, found.weights_decide, found.together_decide) == (False, False, True)
    assert not found.is_certain


def test_a_group_that_is_not_applicable_in_every_unit_leaves_the_institution_its_certainty() -> None:
    edition = instrument(
        group("A", indicator("A.1", PERCENT), indicator("A.2", PERCENT), weight=1),
        group("B", indicator("B.1", PERCENT), indicator("B.2", PERCENT), weight=1),
        bands=BANDS,
    )
    answers: dict[str, Answer] = {"A.1": 90, "A.2": 50, "B.1": NOT_APPLICABLE, "B.2": NOT_APPLICABLE}
    found = result_certainty(score(edition, [unit("Satu", answers), unit("Dua", answers)])).institution
    assert found is not None
    assert found.weights is not None
    assert (found.weights.low, found.weights.high, found.weights.is_exact) == (Decimal("60.00"), Decimal("80.00"), True)


def test_a_score_given_for_a_group_that_weighs_its_sum_weighs_what_its_parts_may() -> None:
    """Parts: one assumed (0.5 to 2), one published (1); beside them one assumed of 2. Of 4 they are 1.5 to 3."""
    edition = instrument(
        group("G", indicator("G.1", PERCENT, 1), sourced(indicator("G.2", PERCENT, 1)), weight=None),
        indicator("C", PERCENT, 2),
        bands=BANDS,
    )
    found = unit_certainty(edition, only_unit(edition, unit("Unit", {"C": 0}, direct={"G": DirectScore(100, 100)})))
    assert found is not None
    assert found.weights is not None
    assert (found.weights.low, found.weights.high) == (Decimal("37.50"), Decimal("75.00"))


def test_blanks_may_decide_the_zone_of_an_institution() -> None:
    edition = zoned(sourced(indicator("A", PERCENT)), sourced(indicator("B", PERCENT)))
    found = result_certainty(score(edition, [unit("Satu", {"A": 90}), unit("Dua", {"A": 80, "B": 90})])).institution
    assert found is not None
    assert (found.blanks_decide, found.weights, found.is_certain) == (True, None, False)


def test_units_whose_trees_have_other_shapes_are_not_taken_for_one() -> None:
    """One unit's dimension is given as a whole, the other's by its parts: weights below it move only the second."""
    edition = instrument(
        sourced(group("A", indicator("A.1", PERCENT), indicator("A.2", PERCENT), weight=1)),
        sourced(indicator("B", PERCENT)),
        bands=BANDS,
    )
    units = [
        unit("Satu", {"B": 50}, direct={"A": DirectScore(50, 100)}),
        unit("Dua", {"A.1": 100, "A.2": 0, "B": 50}),
    ]
    found = result_certainty(score(edition, units)).institution
    assert found is not None
    assert found.weights is not None
    assert (found.weights.low, found.weights.high) == (Decimal("43.75"), Decimal("56.25"))  # of A: 25 to 75 in one unit
    assert not found.weights.is_exact


def test_a_group_whose_score_is_given_weighs_only_what_is_asked_of_the_unit() -> None:
    """G.2 is asked of health centres alone: in an agency it takes its part of the sum and has no mark."""
    edition = instrument(
        group("G", indicator("G.1", PERCENT, 1), indicator("G.2", PERCENT, 1, only_for=frozenset({"pk"})), weight=None),
        sourced(indicator("C", PERCENT, 2)),
        bands=BANDS,
        unit_types={"opd": "OPD", "pk": "Puskesmas"},
    )
    answers = unit("Dinas", {"C": 0}, direct={"G": DirectScore(100, 100)}, of_type="opd")
    found = unit_certainty(edition, only_unit(edition, answers))
    assert found is not None
    assert found.weights is not None
    # G.1 and G.2 keep 2 together, each at least 0.5: G.1 is 0.5 to 1.5, beside 2.
    assert (found.weights.low, found.weights.high) == (Decimal("20.00"), Decimal("42.86"))
