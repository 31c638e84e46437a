"""Marks of units, exactly and fast: look every answer up in its table and add the points.

Answers that are in no table (decimal numbers, several observations) and scores given directly are marks of their own;
they are added on a common denominator at the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kepatuhan.exact import Exact, as_exact, simplest
from kepatuhan.instrument.model import WHOLE_UNIT, Group, Instrument
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, UnitAnswers
from kepatuhan.scoring.layout import AnswerError, Layout, LayoutMaker, Place, walk
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.results import ComponentResult, Measure

DIRECT_SCORE_TOLERANCE = Fraction(2, 100)
"""How far a printed score may be from the one made of its printed parts: each of them was rounded by itself."""

_MOST_LAYOUTS = 512
_NOTHING: frozenset[str] = frozenset()


class Evaluation(NamedTuple):
    """A whole unit: its mark with blanks at worst and at best over one denominator, and what is in it."""

    low: int
    high: int
    denominator: int
    answered: int
    blank: int
    not_applicable: int
    exact_marks: dict[str, Fraction]
    """The marks that are in no table, by component id."""
    lows: list[int]
    """What each top component added to ``low``; none when the score of the whole unit was given directly."""
    tops: Sequence[tuple[str, int]]
    """The id of each top component, and what it can add; 0 when it is not applicable."""


class DirectDisagreement(NamedTuple):
    """A score given directly that does not fit those given directly below it; both out of ``most``."""

    component_id: str
    stated: Exact
    from_below: Exact
    most: Exact


class Scorer:
    """Scores units under one instrument. Make it once for many units."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._maker = LayoutMaker(instrument)
        self._full_score = Fraction(instrument.full_score)
        self._typed = any(indicator.only_for is not None for indicator in instrument.indicators)
        self._layouts: dict[tuple[str | None, frozenset[str], frozenset[str]], Layout] = {}
        self._scored_ids: dict[str | None, frozenset[str]] = {}
        self._leavable = frozenset(i.id for i in instrument.indicators if i.may_be_not_applicable)
        self._ids = frozenset(component.id for component in instrument.walk()) | {WHOLE_UNIT}

    def evaluate(self, unit: UnitAnswers) -> Evaluation | None:
        """The mark of a whole unit and its counts, or None when everything in it is not applicable.

        Raises:
            AnswerError: for an answer that its scale does not know, an unknown id, or what would count twice.
        """
        answers, direct = unit.answers, unit.direct
        self._refuse_unknown_type(unit)
        if not direct.keys() <= self._ids:
            raise AnswerError(f"{unit.unit}: an id that the instrument {self.instrument.id} does not have")
        layout = self._layout(unit)
        if not answers.keys() <= layout.answerable:
            found = sorted(answers.keys() - layout.answerable)[0]
            raise AnswerError(f"{unit.unit}: {found!r} is no indicator that a unit of its type answers")
        exact_marks: dict[str, Fraction] = {}
        if direct:
            self._refuse_direct_scores_of_nothing(unit)
            if not layout.covered.isdisjoint(answers):
                raise AnswerError(f"{unit.unit}: a score given directly, and answers below it")
            if WHOLE_UNIT in direct:
                mark = _direct_mark(WHOLE_UNIT, direct[WHOLE_UNIT])
                return Evaluation(mark.numerator, mark.numerator, mark.denominator, 0, 0, 0, exact_marks, [], ())
            exact_marks = {place.id: _direct_mark(place.id, direct[place.id]) for _, place in layout.direct}
        if not layout.points:
            return None
        lost = blank = 0
        lows: list[int] = []
        parts: list[tuple[int, Place, Fraction]] = [(top, place, exact_marks[place.id]) for top, place in layout.direct]
        for section in layout.sections:
            low = 0
            for identifier, points_per_step, table, place in section:
                answer = answers.get(identifier)
                if answer is None:
                    blank += 1
                    low += place.worst_points
                    lost += place.points - place.worst_points
                    continue
                step = table.get(answer)
                if step is None:
                    assert place.marks is not None
                    mark = exact_marks[identifier] = place.marks.exact(answer)
                    parts.append((len(lows), place, mark))
                else:
                    low += points_per_step * step
            lows.append(low)
        denominator, tops = layout.points, layout.tops
        if parts:
            common = lcm(*(mark.denominator for _, _, mark in parts))
            lows, lost, denominator = [low * common for low in lows], lost * common, denominator * common
            for top, place, mark in parts:
                lows[top] += place.points * mark.numerator * (common // mark.denominator)
            tops = [(name, points * common) for name, points in tops]
        low = sum(lows)
        answered = layout.leaves - blank
        return Evaluation(low, low + lost, denominator, answered, blank, layout.left_out, exact_marks, lows, tops)

    def _refuse_unknown_type(self, unit: UnitAnswers) -> None:
        """The type decides what is asked: where it matters it must be one that the instrument knows."""
        types = self.instrument.unit_types
        if unit.type not in types if self._typed else types and unit.type not in (None, *types):
            known = ", ".join(types)
            raise AnswerError(f"{unit.unit}: the type {unit.type!r} is none of the instrument's ({known})")

    def count_not_applicable(self, unit: UnitAnswers) -> int:
        """How many scored indicators of the unit are not applicable."""
        return self._layout(unit).left_out

    def scored_ids(self, unit_type: str | None) -> frozenset[str]:
        """The components in which something is scored for units of this type."""
        if unit_type not in self._scored_ids:
            places = self._maker.lay_out(unit_type, _NOTHING, _NOTHING).places
            self._scored_ids[unit_type] = frozenset(place.id for place in walk(places)) | {WHOLE_UNIT}
        return self._scored_ids[unit_type]

    def _refuse_direct_scores_of_nothing(self, unit: UnitAnswers) -> None:
        if not unit.direct.keys() <= self.scored_ids(unit.type):
            raise AnswerError(f"{unit.unit}: a score given directly for what is not scored in a unit of its type")

    def tree(self, unit: UnitAnswers, evaluation: Evaluation | None = None) -> tuple[ComponentResult, ...]:
        """The unit's components with scores, weights and counts, in file order; faster with the unit's ``evaluation``.

        What is not scored is not in it. When the score of the whole unit was given directly, only the top components
        are that were given directly too.
        """
        if WHOLE_UNIT in unit.direct:  # the parts that are given as well are shown, and do not count
            parts = {name: given for name, given in unit.direct.items() if name != WHOLE_UNIT}
            tree = self.tree(UnitAnswers(unit.unit, {}, parts, unit.type)) if parts else ()
            return tuple(component for component in tree if component.component.id in parts)
        layout = self._layout(unit)
        if not unit.direct and (evaluation is None or not evaluation.exact_marks):
            try:
                return _siblings(layout.places, unit.answers, {}, 1, self._measure_of(layout.points)).results
            except KeyError:
                pass  # an answer that is in no table: its exact mark is needed first
        evaluation = evaluation or self.evaluate(unit)
        if evaluation is None:
            return _siblings(layout.places, unit.answers, {}, 1, self._measure_of(0)).results
        growth = evaluation.denominator // layout.points
        measure = self._measure_of(evaluation.denominator)
        return _siblings(layout.places, unit.answers, evaluation.exact_marks, growth, measure).results

    def top_scores(self, unit: UnitAnswers, evaluation: Evaluation) -> dict[str, Decimal | None]:
        """The scores of the top components, rounded for display, without making the tree; None: not applicable."""
        if WHOLE_UNIT in unit.direct:
            return {component.component.id: component.score for component in self.tree(unit)}
        full, decimals = self._full_score, self.instrument.decimals
        return {
            name: Mark(low, points).score(full, decimals) if points else None
            for (name, points), low in zip(evaluation.tops, evaluation.lows, strict=True)
        }

    def _measure_of(self, points: int) -> Measure:
        return Measure(self._full_score, self.instrument.decimals, self._maker.unit_of_weight, points)

    def direct_disagreements(self, unit: UnitAnswers) -> Iterator[DirectDisagreement]:
        """The direct scores of a unit that are further from the direct scores below them than rounding explains.

        Where some of the parts are not given, any value that they could have is allowed for.
        """
        self._refuse_direct_scores_of_nothing(unit)
        groups = [component for component in self.instrument.walk() if isinstance(component, Group)]
        below: dict[str, set[str]] = {group.id: _ids_below(group) for group in groups}
        below[WHOLE_UNIT] = set(self._ids)
        for name, given in unit.direct.items():
            parts = {part: unit.direct[part] for part in below.get(name, set()) - {name} if part in unit.direct}
            if not parts:
                continue
            low, high = self._range(name, UnitAnswers(unit.unit, {}, parts, unit.type))
            low, high = low * given.most, high * given.most
            if not low - DIRECT_SCORE_TOLERANCE <= given.value <= high + DIRECT_SCORE_TOLERANCE:
                nearest = low if given.value < low else high
                yield DirectDisagreement(name, given.value, simplest(nearest), given.most)

    def _range(self, name: str, parts: UnitAnswers) -> tuple[Fraction, Fraction]:
        """The marks that a component can have, given the direct scores of its parts."""
        evaluation = self.evaluate(parts)
        assert evaluation is not None, "blanks stay in the tree"
        if name == WHOLE_UNIT:
            return Fraction(evaluation.low, evaluation.denominator), Fraction(evaluation.high, evaluation.denominator)
        tree = self.tree(parts)
        found = next(c for top in tree for c in top.walk() if c.component.id == name)
        assert found.mark is not None
        assert found.best_mark is not None
        return found.mark.exact, found.best_mark.exact

    def _layout(self, unit: UnitAnswers) -> Layout:
        answers = unit.answers
        left_out = _NOTHING
        if NOT_APPLICABLE in answers.values():
            left_out = frozenset(name for name, answer in answers.items() if answer is NOT_APPLICABLE)
        key = (unit.type if self._typed else None, left_out, frozenset(unit.direct) if unit.direct else _NOTHING)
        layout = self._layouts.get(key)
        if layout is None:
            if len(self._layouts) >= _MOST_LAYOUTS:
                self._layouts.clear()
            refused = left_out - self._leavable
            if refused:
                raise AnswerError(f"{unit.unit}: {sorted(refused)[0]!r} does not allow the answer not applicable")
            layout = self._layouts[key] = self._maker.lay_out(*key)
        return layout


class _Siblings(NamedTuple):
    """The results of the children of a group, and what they add up to."""

    results: tuple[ComponentResult, ...]
    low: int
    high: int
    answered: int
    blank: int
    not_applicable: int


def _siblings(
    places: tuple[Place, ...],
    answers: Mapping[str, Answer],
    exact_marks: Mapping[str, Fraction],
    growth: int,
    measure: Measure,
) -> _Siblings:
    """The places with what the unit made of them. Points grow by ``growth`` so that every exact mark is whole.

    Raises:
        KeyError: for an answer that is neither in a table nor in ``exact_marks``.
    """
    results: list[ComponentResult] = []
    lows = highs = answered = blank = not_applicable = 0
    for place in places:
        points = place.points * growth
        if place.children:
            below = _siblings(place.children, answers, exact_marks, growth, measure)
            children, low, high, answered_below, blank_below, not_applicable_below = below
            answered += answered_below
            blank += blank_below
            not_applicable += not_applicable_below
            fields: tuple[object, ...] = (
                place, measure, points, low, high, answered_below, blank_below, not_applicable_below, None, children
            )  # fmt: skip
        else:
            answer = answers.get(place.id)
            if exact_marks and place.id in exact_marks:
                mark = exact_marks[place.id]
                low = high = points // mark.denominator * mark.numerator
                is_answer = 0 if place.is_direct else 1
                answered += is_answer
                fields = (place, measure, points, low, low, is_answer, 0, 0, answer, ())
            elif place.is_left_out:
                low = high = 0
                not_applicable += 1
                fields = (place, measure, 0, 0, 0, 0, 0, 1, answer, ())
            elif answer is None:
                low, high = place.worst_points * growth, points
                blank += 1
                fields = (place, measure, points, low, points, 0, 1, 0, None, ())
            else:
                low = high = place.points_per_step * place.table[answer] * growth
                answered += 1
                fields = (place, measure, points, low, low, 1, 0, 0, answer, ())
        lows += low
        highs += high
        results.append(_new_result(ComponentResult, fields))
    return _Siblings(tuple(results), lows, highs, answered, blank, not_applicable)


_new_result = tuple.__new__
"""Makes a ComponentResult of a tuple of its fields, without the detour through keyword arguments: half the time."""


def _direct_mark(component_id: str, given: DirectScore) -> Fraction:
    value, most = as_exact(getattr(given, "value", None)), as_exact(getattr(given, "most", None))
    if value is None or most is None:
        raise AnswerError(f"{component_id}: a direct score is a DirectScore of two numbers (int, Fraction or Decimal)")
    if most <= 0 or not 0 <= value <= most:
        raise AnswerError(f"{component_id}: {value} is not within 0..{most}")
    return Fraction(value) / Fraction(most)


def _ids_below(group: Group) -> set[str]:
    ids: set[str] = set()
    for component in group.components:
        ids.add(component.id)
        if isinstance(component, Group):
            ids |= _ids_below(component)
    return ids
