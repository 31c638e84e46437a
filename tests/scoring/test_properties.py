"""What must hold of the scoring for every instrument and every set of answers, not only for those we thought of.

The strategies make instruments of any shape; ``reference.py`` states the rules again, slowly.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kepatuhan.checking.instruments import load_bundled, load_file
from kepatuhan.exact import Exact, simplest
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator, Instrument
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers, observed
from kepatuhan.scoring.results import ComponentResult, InstitutionResult, Status, UnitResult
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.scoring.scoring import score
from tests.scoring.reference import (
    branches,
    effective_weights,
    half_up,
    is_asked,
    mark_of_answer,
    reference_institution,
    reference_unit,
    worst_mark,
)
from tests.scoring.small_instruments import YES_NO, indicator, only_unit
from tests.scoring.strategies import (
    answers_to,
    assessed_units,
    assessments,
    best_value,
    instrument_files,
    leaves_of,
    units,
    weights,
    worst_value,
)

Assessment = tuple[Instrument, tuple[UnitAnswers, ...]]
AssessedUnit = tuple[Instrument, UnitAnswers]


# --- the scorer and the reference agree exactly ---


def assert_unit_is_as_the_rules_say(edition: Instrument, answers: UnitAnswers, result: UnitResult) -> None:
    expected = reference_unit(edition, answers)
    assert result.status is expected.status
    assert result.score == expected.score
    assert result.possible == expected.possible
    assert result.band == expected.band
    assert result.gap == expected.gap
    assert (result.mark.exact if result.mark else None) == (expected.low if expected.score is not None else None)
    counts = (result.answered, result.blank, result.not_applicable)
    assert counts == (expected.answered, expected.blank, expected.not_applicable)


@given(assessments())
def test_a_unit_scores_exactly_as_the_reference(assessment: Assessment) -> None:
    edition, answers = assessment
    for unit, result in zip(answers, score(edition, answers).units, strict=True):
        assert_unit_is_as_the_rules_say(edition, unit, result)


@given(assessments(most_units=6))
def test_an_institution_scores_exactly_as_the_reference(assessment: Assessment) -> None:
    edition, answers = assessment
    result = score(edition, answers).institution
    expected = reference_institution(edition, answers)
    assert result.score == expected.score
    assert result.possible == expected.possible
    assert result.band == expected.band
    assert result.gap == expected.gap
    assert result.is_provisional == expected.is_provisional
    assert (result.units, result.scored_units) == (len(answers), expected.scored_units)


@settings(max_examples=50)
@given(assessments(most_units=6))
def test_without_counts_the_institution_is_the_plain_mean(assessment: Assessment) -> None:
    edition, answers = assessment
    uncounted = [replace(unit, count=None) for unit in answers]
    result = score(edition, uncounted)
    assert result.weighted_by is None
    assert result.institution.score == reference_institution(edition, uncounted).score


@given(assessed_units())
def test_every_component_scores_exactly_as_the_reference(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    assume(WHOLE_UNIT not in answers.direct)  # then only the parts given beside it are shown, a rule tested by itself
    expected = reference_unit(edition, answers)
    shares = dict(effective_weights(expected.tree))
    found = [part for top in only_unit(edition, answers).components for part in top.walk()]
    assert [part.component.id for part in found] == [branch.component.id for branch in branches(expected.tree)]
    for part, branch in zip(found, branches(expected.tree), strict=True):
        assert (part.mark.exact if part.mark else None) == branch.low
        assert (part.best_mark.exact if part.best_mark else None) == branch.high
        full = Fraction(edition.full_score)
        assert part.score == (None if branch.low is None else half_up(full * branch.low, edition.decimals))
        assert part.weight == branch.weight
        assert part.effective_weight == shares.get(branch.component.id, 0)
        counts = (part.answered, part.blank, part.not_applicable)
        assert counts == (branch.answered, branch.blank, branch.not_applicable)


@given(assessed_units())
def test_the_top_scores_are_those_of_the_tree(assessed: AssessedUnit) -> None:
    result = only_unit(*assessed)
    tree = {part.component.id: part.score for part in result.components}
    assert result.top_scores == (tree if result.score is not None else {})


@pytest.mark.parametrize("name", sorted(bundled_files()))
@settings(max_examples=25)
@given(data=st.data())
def test_a_bundled_edition_scores_exactly_as_the_reference(name: str, data: st.DataObject) -> None:
    edition = load_bundled(name)
    answers = data.draw(units(edition))
    assert_unit_is_as_the_rules_say(edition, answers, only_unit(edition, answers))


@given(written=instrument_files(), data=st.data())
def test_an_edition_read_from_its_file_scores_like_the_one_that_was_meant(
    written: tuple[Instrument, str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    edition, text = written
    file = tmp_path_factory.getbasetemp() / "contoh.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = load_file(file)
    assert loaded.fingerprint == edition.fingerprint
    assert [component.weight for component in loaded.walk()] == [component.weight for component in edition.walk()]
    answers = data.draw(units(edition))
    assert_unit_is_as_the_rules_say(loaded, answers, only_unit(loaded, answers))


# --- scores stay in their range ---


@given(assessments())
def test_every_score_lies_between_0_and_the_full_score(assessment: Assessment) -> None:
    edition, answers = assessment
    result = score(edition, answers)
    ranges = [unit.possible for unit in result.units] + [result.institution.possible]
    for possible in ranges:
        assert possible is None or 0 <= possible[0] <= possible[1] <= edition.full_score
    for unit in result.units:
        for top in unit.components:
            for part in top.walk():
                assert part.score is None or 0 <= part.score <= edition.full_score


@settings(max_examples=50)
@given(assessments())
def test_a_score_its_range_its_band_and_its_mark_exist_together(assessment: Assessment) -> None:
    result = score(*assessment)
    for unit in result.units:
        assert unit.score == (unit.possible[0] if unit.possible else None)
        assert unit.is_provisional <= (unit.blank > 0)
        is_scored = unit.status is Status.SCORED
        assert {unit.score is not None, unit.possible is not None, unit.mark is not None} == {is_scored}
        assert (unit.band is not None) == is_scored
        assert (unit.gap is not None) == (is_scored and result.target is not None)


@given(assessed_units(direct=False), st.booleans())
def test_a_unit_that_answered_nothing_or_nothing_applicable_has_no_score(
    assessed: AssessedUnit, applicable: bool
) -> None:
    edition, answers = assessed
    asked = [leaf for leaf in edition.indicators if is_asked(leaf, answers)]
    leaving = [] if applicable else [leaf.id for leaf in asked if leaf.may_be_not_applicable]
    result = score(edition, [replace(answers, answers=dict.fromkeys(leaving, NOT_APPLICABLE))])
    assert result.units[0].score is None
    assert result.units[0].status is (Status.NOT_FILLED_IN if len(leaving) < len(asked) else Status.NOT_ASSESSED)
    assert result.institution.score is None


@given(assessed_units(direct=False))
def test_all_best_answers_give_exactly_the_full_score(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    best = _answer_all(edition, answers, lambda leaf: best_value(leaf.scale))
    assume(best.answers)
    result = score(edition, [best, replace(best, unit="Unit lain", count=5)])
    for found in (result.units[0].score, result.institution.score):
        assert found == edition.full_score
    assert result.units[0].mark is not None
    assert result.units[0].mark.exact == 1


# --- answers ---


@given(assessed_units(), st.data())
def test_raising_an_answer_never_lowers_a_score(assessed: AssessedUnit, data: st.DataObject) -> None:
    edition, answers = assessed
    open_to_answer = [leaf for leaf in _answerable(edition, answers) if answers.answers.get(leaf.id) != NOT_APPLICABLE]
    assume(open_to_answer)
    leaf = data.draw(st.sampled_from(open_to_answer))
    candidates = [data.draw(answers_to(leaf)), data.draw(answers_to(leaf))]
    lower, higher = sorted(candidates, key=lambda answer: mark_of_answer(leaf.scale, answer))
    blank, worse, better = (_with(answers, leaf.id, answer) for answer in (None, lower, higher))
    lows, highs = zip(*(_range_of(edition, unit) for unit in (blank, worse, better)), strict=True)
    assert list(lows) == sorted(lows)
    assert highs[1] <= highs[2] <= highs[0]
    others = data.draw(st.lists(units(edition, name="Unit lain"), max_size=2))
    before, after = (score(edition, [unit, *others]) for unit in (worse, better))
    pairs: list[tuple[UnitResult | InstitutionResult, UnitResult | InstitutionResult]] = [
        *zip(before.units, after.units, strict=True),
        (before.institution, after.institution),
    ]
    for old, new in pairs:
        assert _number(old) <= _number(new)
        assert old.gap is None or (new.gap is not None and old.gap >= new.gap)


@settings(max_examples=50)
@given(assessed_units(direct=True), st.data())
def test_raising_a_direct_score_never_lowers_a_score(assessed: AssessedUnit, data: st.DataObject) -> None:
    edition, answers = assessed
    name = data.draw(st.sampled_from(sorted(answers.direct)))
    old = answers.direct[name]
    part = data.draw(st.fractions(0, 1, max_denominator=50))
    raised = DirectScore(simplest(old.value + part * (Fraction(old.most) - old.value)), old.most)
    better = replace(answers, direct={**answers.direct, name: raised})
    assert _range_of(edition, answers)[0] <= _range_of(edition, better)[0]


@given(assessed_units())
def test_a_blank_counts_as_the_worst_answer_and_could_become_the_best(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    blank = [leaf for leaf in _answerable(edition, answers) if leaf.id not in answers.answers]
    worst, best = (
        replace(answers, answers={**answers.answers, **{leaf.id: value(leaf.scale) for leaf in blank}})
        for value in (worst_value, best_value)
    )
    low, high = _range_of(edition, answers)
    assert _range_of(edition, worst) == (low, low)
    assert _range_of(edition, best) == (high, high)
    assert all(worst_mark(leaf.scale) == leaf.scale.worst_mark for leaf in blank)


@given(assessed_units())
def test_not_applicable_equals_deleting_the_item(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    gone = {name for name, answer in answers.answers.items() if answer is NOT_APPLICABLE}
    smaller = replace(edition, components=_without(edition.components, gone))
    kept = {name: answer for name, answer in answers.answers.items() if name not in gone}
    expected = only_unit(smaller, replace(answers, answers=kept))
    result = only_unit(edition, answers)
    assert _outcome(result) == _outcome(expected)
    assert expected.not_applicable == 0
    assert result.not_applicable == sum(leaf.id in gone for leaf in edition.indicators if is_asked(leaf, answers))
    weights_now, weights_then = (
        {leaf.component.id: leaf.effective_weight for leaf in _tree_leaves(unit) if leaf.effective_weight}
        for unit in (result, expected)
    )
    assert weights_now == weights_then


@given(assessed_units(), st.sampled_from(["ya", "tidak", None]))
def test_an_indicator_that_is_not_scored_changes_no_score(assessed: AssessedUnit, answer: str | None) -> None:
    edition, answers = assessed
    more = replace(edition, components=(*edition.components, indicator("Predikat", YES_NO, scored=False)))
    result, other = only_unit(edition, answers), only_unit(more, _with(answers, "Predikat", answer))
    assert _outcome(other) == _outcome(result)
    assert other.not_applicable == result.not_applicable


@given(assessed_units(), st.integers(2, 4), weights())
def test_repeating_or_reweighting_all_observations_alike_changes_nothing(
    assessed: AssessedUnit, times: int, factor: Exact
) -> None:
    edition, answers = assessed

    def change(answer: Answer) -> Answer:
        if not isinstance(answer, Observations):
            return answer
        each = answer.weights or (1,) * len(answer.values)
        return Observations(answer.values * times, tuple(simplest(Fraction(w * factor)) for w in each) * times)

    changed = replace(answers, answers={name: change(answer) for name, answer in answers.answers.items()})
    assert _outcome(only_unit(edition, changed)) == _outcome(only_unit(edition, answers))


@given(assessed_units(), st.data())
def test_a_direct_score_equals_any_answers_with_the_same_mark(assessed: AssessedUnit, data: st.DataObject) -> None:
    edition, answers = assessed
    tree = [part for top in only_unit(edition, answers).components for part in top.walk()]
    by_id = {part.component.id: part for part in tree}
    replaceable = [part for part in tree if part.mark is not None and _weighs_the_same_when_given(part)]
    assume(replaceable)
    part = data.draw(st.sampled_from(replaceable))
    assert part.mark is not None
    most = data.draw(st.sampled_from([edition.full_score, 30, Fraction("21.85")]))
    below = {leaf.id for leaf in leaves_of(part.component) if leaf.scored}
    direct = {**answers.direct, part.component.id: DirectScore(simplest(part.mark.exact * most), most)}
    stated = replace(answers, answers=_less(answers.answers, below), direct=direct)
    assert _range_of(edition, stated)[0] == _range_of(edition, answers)[0]
    for other in (found for top in only_unit(edition, stated).components for found in top.walk()):
        before = by_id[other.component.id]
        assert (other.points == 0) == (before.points == 0)
        assert other.effective_weight == before.effective_weight
        assert (other.mark.exact if other.mark else None) == (before.mark.exact if before.mark else None)


@settings(max_examples=50)
@given(assessed_units())
def test_the_score_of_a_whole_unit_equals_any_answers_with_the_same_mark(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    result = only_unit(edition, answers)
    assume(result.mark is not None)
    assert result.mark is not None
    direct = {WHOLE_UNIT: DirectScore(simplest(result.mark.exact * edition.full_score), edition.full_score)}
    unscored = {leaf.id for leaf in edition.indicators if not leaf.scored}
    kept = {name: answer for name, answer in answers.answers.items() if name in unscored}
    stated = only_unit(edition, replace(answers, answers=kept, direct=direct))
    assert (stated.score, stated.band, stated.gap) == (result.score, result.band, result.gap)
    assert stated.mark is not None
    assert stated.mark.exact == result.mark.exact
    assert stated.remarks == result.remarks


# --- order, names and the size of numbers are irrelevant ---


@settings(max_examples=50)
@given(assessed_units(), st.data())
def test_the_order_of_rows_is_irrelevant(assessed: AssessedUnit, data: st.DataObject) -> None:
    edition, answers = assessed

    def shuffled(answer: Answer) -> Answer:
        if not isinstance(answer, Observations):
            return answer
        rows = list(zip(answer.values, answer.weights or (1,) * len(answer.values), strict=True))
        back = observed(data.draw(st.permutations(rows)))
        assert back is not None
        return back

    order = data.draw(st.permutations(sorted(answers.answers)))
    other = replace(answers, answers={name: shuffled(answers.answers[name]) for name in order})
    before, after = only_unit(edition, answers), only_unit(edition, other)
    assert _outcome(before) == _outcome(after)
    assert before.remarks == after.remarks
    assert before.not_applicable == after.not_applicable


@settings(max_examples=50)
@given(assessments(most_units=5), st.data())
def test_the_order_of_units_is_irrelevant(assessment: Assessment, data: st.DataObject) -> None:
    edition, answers = assessment
    shuffled = data.draw(st.permutations(answers))
    before, after = score(edition, answers), score(edition, shuffled)
    assert {unit.unit: _outcome(unit) for unit in before.units} == {unit.unit: _outcome(unit) for unit in after.units}
    assert [unit.unit for unit in after.units] == [unit.unit for unit in shuffled]
    one, other = before.institution, after.institution
    assert (one.score, one.possible, one.band, one.gap) == (other.score, other.possible, other.band, other.gap)
    assert (one.is_provisional, one.scored_units) == (other.is_provisional, other.scored_units)
    assert set(one.remarks) == set(other.remarks)


@settings(max_examples=50)
@given(assessments(most_units=5))
def test_a_unit_scores_alone_as_it_does_among_others(assessment: Assessment) -> None:
    edition, answers = assessment
    for unit, result in zip(answers, score(edition, answers).units, strict=True):
        assert _outcome(only_unit(edition, replace(unit, count=1))) == _outcome(result)


@given(assessed_units(), st.data())
def test_the_order_of_siblings_is_irrelevant(assessed: AssessedUnit, data: st.DataObject) -> None:
    edition, answers = assessed

    def shuffled(components: tuple[Component, ...]) -> tuple[Component, ...]:
        below = [replace(c, components=shuffled(c.components)) if isinstance(c, Group) else c for c in components]
        return tuple(data.draw(st.permutations(below)))

    other = replace(edition, components=shuffled(edition.components))
    before, after = only_unit(edition, answers), only_unit(other, answers)
    assert _outcome(before) == _outcome(after)
    assert sorted(before.remarks) == sorted(after.remarks)
    assert {part.component.id: part.effective_weight for part in _tree_leaves(before)} == {
        part.component.id: part.effective_weight for part in _tree_leaves(after)
    }


@settings(max_examples=50)
@given(assessments())
def test_the_names_of_units_are_irrelevant(assessment: Assessment) -> None:
    edition, answers = assessment
    before = score(edition, answers)
    after = score(edition, [replace(unit, unit="x") for unit in answers])
    assert [_outcome(unit) for unit in before.units] == [_outcome(unit) for unit in after.units]
    assert before.institution == after.institution


@given(assessed_units(), weights(), st.data())
def test_scaling_the_weights_of_a_group_changes_nothing(
    assessed: AssessedUnit, factor: Exact, data: st.DataObject
) -> None:
    edition, answers = assessed
    own = [c for c in edition.walk() if isinstance(c, Group) and c.weight is not None]
    chosen = data.draw(st.sampled_from([None, *own]))
    if chosen is None:
        components = _scaled(edition.components, factor)
    else:
        components = _replacing(edition.components, replace(chosen, components=_scaled(chosen.components, factor)))
    other = replace(edition, components=components)
    before, after = only_unit(edition, answers), only_unit(other, answers)
    assert _outcome(before) == _outcome(after)
    assert [part.effective_weight for part in _tree_leaves(before)] == [
        part.effective_weight for part in _tree_leaves(after)
    ]


@settings(max_examples=50)
@given(assessments(), st.integers(2, 7))
def test_multiplying_all_counts_changes_no_roll_up(assessment: Assessment, factor: int) -> None:
    edition, answers = assessment
    more = [replace(unit, count=(unit.count or 0) * factor) for unit in answers]
    before, after = score(edition, answers).institution, score(edition, more).institution
    assert after._replace(mark=None) == before._replace(mark=None)
    assert (after.mark and after.mark.exact) == (before.mark and before.mark.exact)  # not in lowest terms


# --- the tree adds up ---


@given(assessed_units())
def test_the_effective_weights_of_the_leaves_in_the_tree_add_up_to_1(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    result = only_unit(edition, answers)
    assume(WHOLE_UNIT not in answers.direct)
    total = sum((leaf.effective_weight for leaf in _tree_leaves(result)), Fraction())
    assert total == (0 if result.status is Status.NOT_ASSESSED else 1)


@given(assessed_units())
def test_the_leaves_of_the_tree_add_up_to_its_root(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    result = only_unit(edition, answers)
    leaves = _tree_leaves(result)
    assume(leaves and result.mark is not None and WHOLE_UNIT not in answers.direct)
    assert result.mark is not None
    points = leaves[0].measure.points
    assert sum(leaf.points for leaf in leaves) == points
    assert Fraction(sum(leaf.low for leaf in leaves), points) == result.mark.exact
    assert sum((leaf.effective_weight * leaf.mark.exact for leaf in leaves if leaf.mark), Fraction()) == (
        result.mark.exact
    )


@given(assessed_units())
def test_every_group_is_what_its_children_add_up_to(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    for top in only_unit(edition, answers).components:
        for part in top.walk():
            if part.components:
                assert part.points == sum(child.points for child in part.components)
                assert part.low == sum(child.low for child in part.components)
                assert part.high == sum(child.high for child in part.components)
                assert part.effective_weight == sum(child.effective_weight for child in part.components)


@given(assessed_units())
def test_the_totals_of_a_unit_agree_with_its_tree(assessed: AssessedUnit) -> None:
    edition, answers = assessed
    assume(WHOLE_UNIT not in answers.direct)
    result = only_unit(edition, answers)
    assert result.answered == sum(top.answered for top in result.components)
    assert result.blank == sum(top.blank for top in result.components)
    assert result.not_applicable == sum(top.not_applicable for top in result.components)
    if result.mark is not None and result.possible is not None:
        points = result.components[0].measure.points
        assert Fraction(sum(top.low for top in result.components), points) == result.mark.exact
        high = Fraction(sum(top.high for top in result.components), points)
        assert half_up(high * Fraction(edition.full_score), edition.decimals) == result.possible[1]


# --- words for the tests above ---


def _outcome(result: UnitResult) -> tuple[object, ...]:
    """All that is said of a unit but its name, its remarks and its "not applicable"."""
    mark = result.mark.exact if result.mark else None
    return result.status, result.score, result.possible, result.band, result.gap, result.answered, result.blank, mark


def _number(result: UnitResult | InstitutionResult) -> Decimal:
    """The score; without one, less than any."""
    return Decimal(-1) if result.score is None else result.score


def _range_of(edition: Instrument, answers: UnitAnswers) -> tuple[Fraction, Fraction]:
    """The marks of the whole unit, blanks at worst and at best, whatever its status."""
    evaluation = Scorer(edition).evaluate(answers)
    if evaluation is None:
        return Fraction(), Fraction()
    return Fraction(evaluation.low, evaluation.denominator), Fraction(evaluation.high, evaluation.denominator)


def _answerable(edition: Instrument, answers: UnitAnswers) -> list[Indicator]:
    """The scored indicators of the unit's type without a direct score at or above them."""
    covered = {leaf.id for c in edition.walk() if c.id in answers.direct for leaf in leaves_of(c)}
    if WHOLE_UNIT in answers.direct:
        return []
    return [leaf for leaf in edition.indicators if is_asked(leaf, answers) and leaf.id not in covered]


def _answer_all(edition: Instrument, answers: UnitAnswers, value: Callable[[Indicator], Answer]) -> UnitAnswers:
    return replace(answers, answers={leaf.id: value(leaf) for leaf in _answerable(edition, answers)})


def _with(answers: UnitAnswers, name: str, answer: Answer | None) -> UnitAnswers:
    rest = _less(answers.answers, {name})
    return replace(answers, answers=rest if answer is None else {**rest, name: answer})


def _less(answers: Mapping[str, Answer], names: set[str]) -> dict[str, Answer]:
    return {name: answer for name, answer in answers.items() if name not in names}


def _tree_leaves(result: UnitResult) -> list[ComponentResult]:
    return [part for top in result.components for part in top.walk() if not part.components]


def _without(components: tuple[Component, ...], names: set[str]) -> tuple[Component, ...]:
    """The components without the leaves of these names, and without the groups that have no leaf left."""
    kept: list[Component] = []
    for component in components:
        if isinstance(component, Group):
            below = _without(component.components, names)
            if below:
                kept.append(replace(component, components=below))
        elif component.id not in names:
            kept.append(component)
    return tuple(kept)


def _scaled(components: tuple[Component, ...], factor: Exact) -> tuple[Component, ...]:
    """The weights of siblings times ``factor``; a group that weighs its sum grows with what is in it."""
    scaled: list[Component] = []
    for component in components:
        if component.weight is not None:
            scaled.append(replace(component, weight=component.weight * factor))
        elif isinstance(component, Group):
            scaled.append(replace(component, components=_scaled(component.components, factor)))
        else:
            scaled.append(component)
    return tuple(scaled)


def _replacing(components: tuple[Component, ...], new: Group) -> tuple[Component, ...]:
    """The tree with the group of that id exchanged."""
    return tuple(
        new
        if component.id == new.id
        else replace(component, components=_replacing(component.components, new))
        if isinstance(component, Group)
        else component
        for component in components
    )


def _weighs_the_same_when_given(part: ComponentResult) -> bool:
    """Whether a direct score would weigh what the component weighs now: a sum is larger with what is not applicable."""
    return part.component.weight is not None or part.not_applicable == 0
