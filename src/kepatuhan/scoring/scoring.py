"""From answers to a result: every unit's score, band and gap, and the institution's, each rounded once at the end."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from kepatuhan.exact import Exact, as_exact, to_text
from kepatuhan.instrument.model import WHOLE_UNIT, Band, Indicator, Instrument
from kepatuhan.scoring.answers import Observations, UnitAnswers
from kepatuhan.scoring.layout import AnswerError
from kepatuhan.scoring.marks import Mark
from kepatuhan.scoring.results import InstitutionResult, Reported, Result, Status, UnitResult
from kepatuhan.scoring.scorer import Evaluation, Scorer
from kepatuhan.spelling import fold


def score(instrument: Instrument, units: Iterable[UnitAnswers], target: Exact | Decimal | None = None) -> Result:
    """Score ``units`` under ``instrument``, all rules of the method applied exactly.

    ``target`` (0..full_score) replaces the instrument's own. Units keep their order.

    Raises:
        AnswerError: for an answer that the instrument does not know, or when only some units have the count that a
            weighted roll-up needs, or one that is no whole number above 0.
        ValueError: for a target outside 0..full_score, or one that no decimal number states.
    """
    scorer = Scorer(instrument)
    wanted = instrument.target if target is None else target
    exact_target = None if wanted is None else _exact_target(instrument, wanted)
    rating = _Rating(instrument, exact_target)
    results: list[UnitResult] = []
    rows: list[_Row] = []
    for unit in units:
        evaluation = scorer.evaluate(unit)
        result = _unit_result(scorer, rating, unit, evaluation)
        results.append(result)
        if evaluation is not None and result.status is not Status.NOT_ASSESSED:
            low, high = Mark(evaluation.low, evaluation.denominator), Mark(evaluation.high, evaluation.denominator)
            rows.append((result, low, high, unit.count))
    weighted_by = _weighted_by(instrument, rows)
    institution = _institution(rating, results, rows, weighted=weighted_by is not None)
    return Result(instrument, exact_target, tuple(results), institution, weighted_by)


def _exact_target(instrument: Instrument, wanted: Exact | Decimal) -> Decimal:
    exact = as_exact(wanted)
    if exact is None or not 0 <= exact <= instrument.full_score or "/" in to_text(exact):
        full = to_text(instrument.full_score)
        raise ValueError(f"a target is an int, Fraction or Decimal within 0..{full} (no float), not {wanted!r}")
    return Decimal(to_text(exact))


_Row = tuple[UnitResult, Mark, Mark, "int | None"]


class _Rating:
    """Turns marks into scores, bands and gaps."""

    def __init__(self, instrument: Instrument, target: Decimal | None) -> None:
        self.full = Fraction(instrument.full_score)
        self.decimals = instrument.decimals
        self.target = target
        self.unscored = tuple(indicator for indicator in instrument.indicators if not indicator.scored)
        self.remarking = tuple(indicator for indicator in instrument.indicators if indicator.appends)
        self.bands = tuple((Decimal(to_text(band.lower)), band) for band in instrument.bands)

    def score(self, mark: Mark) -> Decimal:
        return mark.score(self.full, self.decimals)

    def band(self, rounded: Decimal) -> Band | None:
        """The highest band whose lower bound the rounded score reaches."""
        return next((band for lower, band in self.bands if lower <= rounded), None)

    def gap(self, rounded: Decimal) -> Decimal | None:
        return None if self.target is None else max(Decimal(0), self.target - rounded)


def _unit_result(scorer: Scorer, rating: _Rating, unit: UnitAnswers, evaluation: Evaluation | None) -> UnitResult:
    status = _status(unit, evaluation)
    rounded = possible = band = gap = mark = None
    if evaluation is not None and status is Status.SCORED:
        mark = Mark(evaluation.low, evaluation.denominator)
        rounded = rating.score(mark)
        best = rating.score(Mark(evaluation.high, evaluation.denominator)) if evaluation.blank else rounded
        possible, band, gap = (rounded, best), rating.band(rounded), rating.gap(rounded)
    return UnitResult(
        unit=unit.unit,
        type=unit.type,
        status=status,
        score=rounded,
        possible=possible,
        band=band,
        gap=gap,
        answered=evaluation.answered if evaluation else 0,
        blank=evaluation.blank if evaluation else 0,
        not_applicable=evaluation.not_applicable if evaluation else scorer.count_not_applicable(unit),
        remarks=_remarks(rating.remarking, unit) if rating.remarking else (),
        mark=mark,
        reported=tuple(
            Reported(indicator, unit.answers[indicator.id])
            for indicator in rating.unscored
            if indicator.id in unit.answers
        ),
        roll_up_count=unit.count,
        is_direct=WHOLE_UNIT in unit.direct,
        make_top_scores=dict if evaluation is None else partial(scorer.top_scores, unit, evaluation),
        make_tree=partial(scorer.tree, unit, evaluation),
    )


def _status(unit: UnitAnswers, evaluation: Evaluation | None) -> Status:
    if evaluation is None:
        return Status.NOT_ASSESSED
    if evaluation.answered or unit.direct:
        return Status.SCORED
    return Status.NOT_FILLED_IN


def _remarks(remarking: tuple[Indicator, ...], unit: UnitAnswers) -> tuple[str, ...]:
    """The remarks that the unit's answers to unscored indicators append."""
    remarks: list[str] = []
    for indicator in remarking:
        if indicator.id in unit.answers:
            answer = unit.answers[indicator.id]
            values = answer.values if isinstance(answer, Observations) else (answer,)
            found = {indicator.appends.get(fold(value)) for value in values if isinstance(value, str)}
            if len(found) == 1:
                remarks.extend(remark for remark in found if remark is not None)
    return tuple(remarks)


def _weighted_by(instrument: Instrument, rows: Sequence[_Row]) -> str | None:
    """The count that weights the roll-up, or None where the plain mean stands in for want of the column."""
    counted = [count is not None for _, _, _, count in rows]
    if instrument.roll_up.by is None or not any(counted):
        return None
    if not all(counted):
        raise AnswerError(f"some units have no {instrument.roll_up.by}")
    if any(not isinstance(count, int) or count <= 0 for _, _, _, count in rows):
        raise AnswerError(f"{instrument.roll_up.by} must be a whole number above 0")
    return instrument.roll_up.by


def _institution(
    rating: _Rating, units: Sequence[UnitResult], rows: Sequence[_Row], *, weighted: bool
) -> InstitutionResult:
    scored = [row for row in rows if row[0].status is Status.SCORED]
    if not scored:
        return InstitutionResult(None, None, None, None, False, (), len(units), 0, None)
    mark = _mean([(low, count if weighted else 1) for _, low, _, count in scored])
    rounded = rating.score(mark)
    lowest = highest = rounded
    if len(scored) < len(rows) or any(row[0].blank for row in scored):
        lowest = rating.score(_mean([(low, count if weighted else 1) for _, low, _, count in rows]))
        highest = rating.score(_mean([(high, count if weighted else 1) for _, _, high, count in rows]))
    is_provisional = len(scored) < len(rows) or lowest != highest or any(row[0].is_provisional for row in scored)
    shared = [remark for remark in scored[0][0].remarks if all(remark in row[0].remarks for row in scored)]
    return InstitutionResult(
        score=rounded,
        possible=(lowest, highest),
        band=rating.band(rounded),
        gap=rating.gap(rounded),
        is_provisional=is_provisional,
        remarks=tuple(shared),
        units=len(units),
        scored_units=len(scored),
        mark=mark,
    )


def _mean(weighted_marks: Sequence[tuple[Mark, int | None]]) -> Mark:
    """The exact mean of unrounded marks. Those of one denominator are added first, the rest pair by pair.

    Adding one by one would carry an ever longer common denominator along; pairs keep the work near linear.
    """
    sums: dict[int, int] = {}
    weight = 0
    for mark, count in weighted_marks:
        assert count is not None
        weight += count
        sums[mark.denominator] = sums.get(mark.denominator, 0) + count * mark.numerator
    pairs = [(numerator, denominator) for denominator, numerator in sums.items()]
    while len(pairs) > 1:
        halves = zip(pairs[::2], pairs[1::2], strict=False)
        merged = [(n1 * d2 + n2 * d1, d1 * d2) for (n1, d1), (n2, d2) in halves]
        pairs = merged + pairs[len(merged) * 2 :]
    numerator, denominator = pairs[0]
    return Mark(numerator, denominator * weight)
