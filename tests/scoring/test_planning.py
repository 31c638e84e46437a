"""Plans have the least effort that there is, and what they promise is what the scorer then says.

All plans of a small assessment are gone through one by one, from the definition of an improvement as it is written down
and with the slow reference scorer; nothing is shared with the search but the model.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Indicator, Instrument, NumberScale, Scale
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers
from kepatuhan.scoring.improvements import EFFORT_OUTSIDE
from kepatuhan.scoring.least_effort import least_effort
from kepatuhan.scoring.planning import Plan, Route, plan, plan_of_the_furthest
from kepatuhan.scoring.scoring import score
from tests.scoring.reference import (
    ReferenceInstitution,
    ReferenceUnit,
    band_of,
    mark_of_value,
    reference_institution,
    reference_unit,
    worst_mark,
)
from tests.scoring.small_instruments import (
    INCIDENTS,
    PERCENT,
    RUBRIC,
    SKM,
    YES_NO,
    group,
    indicator,
    instrument,
    numbers,
    options,
    unit,
)
from tests.scoring.strategies import answers_to, weights

UNEVEN = options("tak-rata", {"belum": 1, "sebagian": 2, "hampir": 2, "lengkap": 7})
FEW_INCIDENTS = numbers("sedikit", 3, 0)
SCALES: tuple[Scale, ...] = (RUBRIC, YES_NO, UNEVEN, FEW_INCIDENTS, SKM, PERCENT)


# --- the definition, written down once more ---


def better_answers(asked: Indicator, answer: Answer | None) -> list[tuple[Answer, int]]:
    """Every better answer to an indicator, with the marks climbed to it."""
    scale = asked.scale
    if isinstance(answer, Observations):
        climbed = [marks_to_best(asked, value) for value in answer.values]
        if not any(climbed):
            return []
        best = best_values(asked)[-1]
        mean = Fraction(sum(climbed), len(climbed))
        rounded_up = int(mean) + (mean != int(mean))
        return [(Observations((best,) * len(climbed), answer.weights), rounded_up)]
    now = worst_mark(scale) if answer is None else mark_of_value(scale, answer)  # type: ignore[arg-type]
    better = [value for value in best_values(asked) if mark_of_value(scale, value) > now]
    return [(value, climbed) for climbed, value in enumerate(better, 1)]


def best_values(asked: Indicator) -> list[Exact | str]:
    """One value for each mark that can be reached, rising."""
    scale = asked.scale
    if isinstance(scale, NumberScale):
        if not scale.whole:
            return [scale.best]
        step = 1 if scale.best > scale.worst else -1
        return list(range(int(scale.worst), int(scale.best) + step, step))
    points = sorted(set(scale.options.values()))
    return [next(name for name, each in scale.options.items() if each == value) for value in points]


def marks_to_best(asked: Indicator, value: Exact | str) -> int:
    now = mark_of_value(asked.scale, value)
    return sum(mark_of_value(asked.scale, better) > now for better in best_values(asked))


def offers(edition: Instrument, answers: UnitAnswers, *, outside: bool) -> list[list[tuple[str, Answer | None, int]]]:
    """For each indicator that can be improved: stay as it is, or a better answer with its effort."""
    if reference_unit(edition, answers).score is None or answers.direct:
        return []
    found = []
    for asked in edition.indicators:
        answer = answers.answers.get(asked.id)
        if not asked.scored or not asked.fits(answers.type) or answer is NOT_APPLICABLE:
            continue
        effort = asked.effort if asked.effort is not None else EFFORT_OUTSIDE if outside else None
        if effort is None:
            continue
        better = [(asked.id, after, effort * climbed) for after, climbed in better_answers(asked, answer)]
        if better:
            found.append([(asked.id, answer, 0), *better])
    return found


def improved(answers: UnitAnswers, changes: Sequence[tuple[str, Answer | None, int]]) -> UnitAnswers:
    changed = {name: after for name, after, effort in changes if effort and after is not None}
    return replace(answers, answers={**answers.answers, **changed})


def rank(changes: Sequence[tuple[str, Answer | None, int]], mark: Fraction) -> tuple[int, int, Fraction]:
    """Least effort, then fewer indicators, then more points."""
    efforts = [effort for _, _, effort in changes if effort]
    return sum(efforts), len(efforts), -mark


def mark_of(result: ReferenceUnit) -> Fraction:
    assert result.low is not None
    return result.low


def every_unit_plan(
    edition: Instrument, answers: UnitAnswers, target: Fraction, *, outside: bool
) -> Iterator[tuple[int, int, Fraction]]:
    for changes in product(*offers(edition, answers, outside=outside)):
        after = reference_unit(edition, improved(answers, changes))
        if after.score is not None and Fraction(after.score) >= target:
            yield rank(changes, mark_of(after))


# --- small assessments ---


@st.composite
def small_editions(draw: st.DrawFn, most: int = 5) -> Instrument:
    def leaf(name: str) -> Indicator:
        built = indicator(
            name,
            draw(st.sampled_from(SCALES)),
            draw(st.one_of(st.integers(1, 3), weights())),
            only_for=draw(st.sampled_from([None, None, None, frozenset({"opd"})])),
        )
        return replace(built, effort=draw(st.sampled_from([1, 1, 2, 3, 5, None])))

    count = draw(st.integers(1, most))
    cut = draw(st.integers(0, count - 1))
    leaves = [leaf(f"L{number}") for number in range(1, count + 1)]
    weight = draw(st.sampled_from([None, 1, 3]))
    top = [*leaves[:cut], group("G", *leaves[cut:], weight=weight)]
    return instrument(
        *top,
        decimals=draw(st.integers(0, 2)),
        roll_up_by=draw(st.sampled_from([None, "produk"])),
        unit_types={"opd": "OPD", "puskesmas": "Puskesmas"},
    )


@st.composite
def small_units(draw: st.DrawFn, edition: Instrument, name: str = "Dinas") -> UnitAnswers:
    of_type = draw(st.sampled_from(["opd", "puskesmas"]))
    answers: dict[str, Answer] = {}
    for leaf in edition.indicators:
        kind = draw(st.sampled_from(["answer", "answer", "blank", "not applicable"]))
        if leaf.fits(of_type) and kind == "answer":
            answers[leaf.id] = draw(answers_to(leaf))
        elif leaf.fits(of_type) and kind == "not applicable":
            answers[leaf.id] = NOT_APPLICABLE
    return unit(name, answers, of_type=of_type, count=draw(st.integers(1, 4)))


targets = st.integers(1, 1000).map(lambda tenths: Fraction(tenths, 10))


def planned(edition: Instrument, answers: Sequence[UnitAnswers], target: Fraction, *, outside: bool = False) -> Plan:
    return plan(score(edition, answers, target), include_outside=outside)


def route_rank(route: Route, mark: Fraction) -> tuple[int, int, Fraction]:
    return route.effort, len(route.steps), -mark


def followed(answers: UnitAnswers, route: Route, steps: int | None = None) -> UnitAnswers:
    """The unit once it has taken its steps of a route, or the first of them."""
    taken = route.steps if steps is None else route.steps[:steps]
    changed = {step.indicator.id: step.answer_after for step in taken if step.unit.unit == answers.unit}
    return replace(answers, answers={**answers.answers, **changed})


# --- the properties ---


@settings(deadline=None)
@given(st.data(), small_editions(), targets, st.booleans())
def test_a_unit_reaches_its_target_with_the_least_effort(
    data: st.DataObject, edition: Instrument, target: Fraction, outside: bool
) -> None:
    answers = data.draw(small_units(edition))
    (found,) = planned(edition, [answers], target, outside=outside).units
    if reference_unit(edition, answers).score is None:
        assert found.route is None
        return
    assert found.route is not None
    best = min(every_unit_plan(edition, answers, target, outside=outside), default=None)
    assert found.route.is_reachable == (best is not None)
    assert found.route.is_exact
    if best is not None:
        after = reference_unit(edition, followed(answers, found.route))
        assert route_rank(found.route, mark_of(after)) == best


@settings(deadline=None)
@given(st.data(), small_editions(most=3), targets)
def test_an_institution_reaches_its_target_with_the_least_effort(
    data: st.DataObject, edition: Instrument, target: Fraction
) -> None:
    count = data.draw(st.integers(1, 2))
    answers = [data.draw(small_units(edition, f"Unit {number}")) for number in range(count)]
    route = planned(edition, answers, target).institution
    if reference_institution(edition, answers).score is None:
        assert route is None
        return
    assert route is not None
    offered = [offers(edition, each, outside=False) for each in answers]
    best = None
    for choices in product(*(product(*each) for each in offered)):
        after = [improved(each, changes) for each, changes in zip(answers, choices, strict=True)]
        reached = reference_institution(edition, after)
        if reached.score is not None and Fraction(reached.score) >= target:
            changes = [change for each in choices for change in each]
            ranked = rank(changes, unrounded(edition, after))
            best = ranked if best is None else min(best, ranked)
    assert route.is_reachable == (best is not None)
    if best is not None:
        assert route_rank(route, unrounded(edition, [followed(each, route) for each in answers])) == best


def unrounded(edition: Instrument, answers: Sequence[UnitAnswers]) -> Fraction:
    """The institution's mark."""
    results = [(reference_unit(edition, each), each) for each in answers]
    scored = [(mark_of(result), each.count or 1) for result, each in results if result.score is not None]
    if edition.roll_up.by is None:
        scored = [(mark, 1) for mark, _ in scored]
    return sum((mark * count for mark, count in scored), Fraction(0)) / sum(count for _, count in scored)


@settings(deadline=None)
@given(st.data(), small_editions(), targets)
def test_every_step_leads_to_the_score_that_it_promises(
    data: st.DataObject, edition: Instrument, target: Fraction
) -> None:
    answers = [data.draw(small_units(edition, f"Unit {number}")) for number in range(3)]
    made = planned(edition, answers, target)
    for each, found in zip(answers, made.units, strict=True):
        before: ReferenceUnit | ReferenceInstitution = reference_unit(edition, each)
        for number, step in enumerate(found.route.steps if found.route else (), 1):
            assert found.route is not None
            after = reference_unit(edition, followed(each, found.route, number))
            assert isinstance(before, ReferenceUnit)
            assert step.answer == each.answers.get(step.indicator.id)
            assert step.points == edition.full_score * (mark_of(after) - mark_of(before))
            assert (step.score_after, step.band_after) == (after.score, band_of(edition, step.score_after))
            before = after
        if found.route is not None:
            assert (found.route.score_after, found.route.effort) == (
                before.score,
                sum(step.effort for step in found.route.steps),
            )
    if made.institution is None:
        return
    mark = unrounded(edition, answers)
    for number, step in enumerate(made.institution.steps, 1):
        after_all = [followed(each, made.institution, number) for each in answers]
        reached = reference_institution(edition, after_all)
        assert step.institution_points == edition.full_score * (unrounded(edition, after_all) - mark)
        assert (step.score_after, step.band_after) == (reached.score, reached.band)
        mark = unrounded(edition, after_all)


@settings(deadline=None)
@given(st.data(), small_editions(), targets)
def test_what_is_called_equal_can_be_exchanged(data: st.DataObject, edition: Instrument, target: Fraction) -> None:
    answers = [data.draw(small_units(edition, f"Unit {number}")) for number in range(2)]
    route = planned(edition, answers, target).institution
    if route is None:
        return
    taken: dict[tuple[str, str], Answer] = {(s.unit.unit, s.indicator.id): s.answer_after for s in route.steps}
    exchanged = dict(taken)
    for equals in route.equals:
        among = {(one.unit.unit, one.indicator.id): one.answer_after for one in equals.among}
        chosen = [one for one in among if one in taken]
        assert 0 < len(chosen) == equals.choose < len(among)
        assert all(among[one] == taken[one] for one in chosen)
        alike = {
            (step.effort, step.institution_points)
            for step in route.steps
            if (step.unit.unit, step.indicator.id) in chosen
        }
        assert len(alike) == 1
        for one in chosen:
            del exchanged[one]
        others = data.draw(
            st.lists(st.sampled_from(sorted(among)), min_size=equals.choose, max_size=equals.choose, unique=True)
        )
        assert exchanged.keys().isdisjoint(others)
        exchanged |= {one: among[one] for one in others}
    after = [
        replace(each, answers={**each.answers, **{name: to for (of, name), to in exchanged.items() if of == each.unit}})
        for each in answers
    ]
    expected = reference_institution(edition, after)
    assert (expected.score, expected.band) == (route.score_after, route.band_after)


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(1, 9), st.fractions(Fraction(1, 9), 9, max_denominator=9)), min_size=1, max_size=3
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 100),
)
def test_a_search_that_may_take_no_step_still_reaches_the_target_and_knows_a_bound(
    rises: list[list[tuple[int, Fraction]]], percent: int
) -> None:
    ways = [rising(steps) for steps in rises]
    needed = sum((way[-1][1] for way in ways), Fraction(0)) * Fraction(percent, 100)
    best = least_effort(ways, needed)
    quick = least_effort(ways, needed, most_steps=0)
    gained = sum((way[rung][1] for way, rung in zip(ways, quick.taken, strict=True) if rung is not None), Fraction(0))
    spent = sum(way[rung][0] for way, rung in zip(ways, quick.taken, strict=True) if rung is not None)
    assert gained >= needed
    assert best.effort == best.at_least
    assert quick.at_least <= best.effort <= quick.effort == spent


def rising(steps: list[tuple[int, Fraction]]) -> list[tuple[int, Fraction]]:
    effort, gain, made = 0, Fraction(0), []
    for more, extra in steps:
        effort, gain = effort + more, gain + extra
        made.append((effort, gain))
    return made


def test_gains_of_very_different_denominators_stay_exact() -> None:
    """What is "not applicable" gives each unit denominators of its own; their common one has hundreds of digits."""
    ways = [
        [(effort, Fraction(1 + number * 7 % 5, 1009 + 2 * number)) for effort in [1 + number % 4]]
        for number in range(400)
    ]
    found = least_effort(ways, sum((way[0][1] for way in ways), Fraction(0)) / 2)
    assert found.effort == found.at_least


# --- the cases that the rules name ---


def only_route(edition: Instrument, answers: UnitAnswers, target: Exact | Decimal | None = None) -> Route:
    (found,) = plan(score(edition, [answers], target)).units
    assert found.route is not None
    return found.route


def leaf(name: str, effort: int | None = 1, weight: Exact = 1, **more: object) -> Indicator:
    return replace(indicator(name, weight=weight, **more), effort=effort)  # type: ignore[arg-type]


def test_a_score_counts_as_it_is_rounded() -> None:
    edition = instrument(indicator("A", PERCENT, Fraction("97.995")), leaf("B", weight=Fraction("2.005")), target=98)
    answers = unit("Dinas", {"A": 100, "B": 0})
    assert only_route(edition, answers).steps == ()
    assert only_route(edition, answers, Decimal("98.001")).effort == 1


def test_lower_is_better_climbs_down() -> None:
    edition = instrument(indicator("A", INCIDENTS))
    (step,) = only_route(edition, unit("Dinas", {"A": 12}), 80).steps
    assert (step.answer, step.answer_after, step.effort) == (12, 6, 6)


def test_a_blank_climbs_from_the_worst_answer() -> None:
    edition = instrument(leaf("A", 2), leaf("B", 5))
    (step,) = only_route(edition, unit("Dinas", {"B": 3}), 80).steps
    assert (step.answer, step.answer_after, step.effort) == (None, 2, 4)


def test_options_climb_by_marks_and_not_by_points() -> None:
    edition = instrument(replace(indicator("A", UNEVEN), effort=3))
    assert [(s.answer_after, s.effort) for s in only_route(edition, unit("D", {"A": "belum"}), 20).steps] == [
        ("sebagian", 3)
    ]
    assert [(s.answer_after, s.effort) for s in only_route(edition, unit("D", {"A": "belum"}), 90).steps] == [
        ("lengkap", 6)
    ]


def test_decimal_numbers_go_to_the_best_at_once() -> None:
    edition = instrument(replace(indicator("A", PERCENT), effort=4))
    (step,) = only_route(edition, unit("D", {"A": 10}), 11).steps
    assert (step.answer_after, step.effort) == (100, 4)


def test_several_observations_rise_together_by_their_mean_rounded_up() -> None:
    edition = instrument(leaf("A", 2), leaf("B", 5))
    (step,) = only_route(edition, unit("D", {"A": Observations((3, 0, 2)), "B": 3}), 80).steps
    assert (step.answer_after, step.effort) == (Observations((3, 3, 3)), 4)


def test_what_is_outside_is_offered_only_when_it_is_included() -> None:
    edition = instrument(leaf("A", None), leaf("B"))
    result = score(edition, [unit("D", {"A": 0, "B": 0})], 60)
    (without,), (included,) = plan(result).units, plan(result, include_outside=True).units
    assert without.route is not None
    assert included.route is not None
    assert (without.route.is_reachable, without.route.score_after) == (False, Decimal("50.00"))
    assert [(one.component.component.id, one.loss) for one in without.obstacles] == [("A", Fraction(1, 2))]
    assert included.route.is_reachable
    assert included.route.effort == 3 + EFFORT_OUTSIDE


def test_out_of_reach_everything_that_is_offered_is_the_way() -> None:
    edition = instrument(leaf("A", None), leaf("B"), leaf("C", 2))
    route = only_route(edition, unit("D", {"A": 0, "B": 1, "C": 0}), 90)
    assert not route.is_reachable
    assert [(step.indicator.id, step.answer_after) for step in route.steps] == [("B", 3), ("C", 3)]


def test_below_a_score_that_was_given_there_is_nothing_to_improve() -> None:
    edition = instrument(group("G", leaf("A")), leaf("B"))
    given_group = unit("D", {"B": 0}, direct={"G": DirectScore(50, 100)})
    assert [step.indicator.id for step in only_route(edition, given_group, 70).steps] == ["B"]
    whole = unit("D", direct={"nilai": DirectScore(50, 100)})
    route = only_route(edition, whole, 70)
    assert (route.is_reachable, route.steps) == (False, ())


def test_a_unit_without_a_score_is_not_planned_and_does_not_move_the_institution() -> None:
    edition = instrument(leaf("A"), leaf("B"))
    answers = [unit("Kosong"), unit("Dinas", {"A": 3, "B": 0})]
    made = plan(score(edition, answers, 60))
    assert made.units[0].route is None
    assert made.institution is not None
    assert [(step.unit.unit, step.institution_points) for step in made.institution.steps] == [
        ("Dinas", Fraction(50, 3))
    ]


def test_fewer_indicators_win_among_equal_efforts_then_more_points_then_the_order_of_the_file() -> None:
    edition = instrument(leaf("A"), leaf("B"), leaf("C", 2, weight=2))
    answers = unit("D", {"A": 0, "B": 0, "C": 2})
    route = only_route(edition, answers, Fraction(400 + 200, 12))
    assert [(step.indicator.id, step.answer_after) for step in route.steps] == [("A", 2)]


def test_equal_improvements_are_told_to_be_equal() -> None:
    edition = instrument(*(leaf(name) for name in "ABCDE"))
    answers = unit("D", dict.fromkeys("ABCDE", 0))
    (equals,) = only_route(edition, answers, 60).equals
    assert equals.choose == 3
    assert [one.indicator.id for one in equals.among] == list("ABCDE")


def test_an_indicator_that_could_stand_for_two_others_is_offered_for_one_of_them() -> None:
    """C may be raised by one mark, as A is, or by two, as B is; not by both."""
    edition = instrument(leaf("A"), leaf("B"), leaf("C", weight=1))
    route = only_route(edition, unit("D", {"A": 2, "B": 1, "C": 1}), 77)
    assert sorted(step.effort for step in route.steps) == [1, 2]
    offered = [one.indicator.id for equals in route.equals for one in equals.among]
    assert len(offered) == len(set(offered))


def test_the_unit_furthest_from_the_target_that_can_be_improved_is_planned() -> None:
    edition = instrument(leaf("A"), leaf("B"))
    units = [unit("Jadi", direct={"nilai": DirectScore(10, 100)}), unit("Satu", {"A": 1}), unit("Dua", {"A": 3})]
    planned_unit = plan_of_the_furthest(score(edition, units))
    assert planned_unit is not None
    assert planned_unit.unit.unit == "Satu"
    assert plan_of_the_furthest(score(edition, units[:1])) is None


def test_a_plan_of_one_unit_leaves_the_institution_out() -> None:
    edition = instrument(leaf("A"))
    result = score(edition, [unit("Satu", {"A": 1}), unit("Dua", {"A": 2})])
    made = plan(result, unit="Dua")
    assert [each.unit.unit for each in made.units] == ["Dua"]
    assert made.institution is None


def test_a_plan_needs_a_target_and_a_known_unit() -> None:
    edition = instrument(leaf("A"), target=None)
    result = score(edition, [unit("Satu", {"A": 1})])
    with pytest.raises(ValueError, match="target"):
        plan(result)
    with pytest.raises(ValueError, match="Tiga"):
        plan(score(edition, [unit("Satu", {"A": 1})], 90), unit="Tiga")
