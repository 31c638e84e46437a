"""The parts of an explanation in words: points, weights, the sum that makes the score, and how firmly it stands."""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band, Instrument
from kepatuhan.messages import Phrase, Words, literal
from kepatuhan.report.certainty import unit_certainty_lines
from kepatuhan.report.explain_report import Entry, ExplainReport, State
from kepatuhan.report.plan_words import rated
from kepatuhan.report.score_values import short_answer_text
from kepatuhan.scoring.explaining import Drop
from kepatuhan.scoring.gains import most_points, points_added
from kepatuhan.scoring.results import ComponentResult

_MOST_PARTS = 12
_MOST_NAMES = 12
_MORE_DECIMALS = 2
_UNROUNDED_DECIMALS = 6


def title_text(report: ExplainReport, words: Words) -> str:
    """What is explained, and whether it rests on assumptions."""
    unit, component = report.explanation.unit, report.explanation.component
    assert unit.score is not None
    name = literal(unit.unit)
    if component is not None:
        name += f", {literal(component.component.id)} {literal(component.component.title)}"
    message = "explain.title" if component is None else "explain.title_part"
    assumed = "_assumed" if report.rests_on_assumed_weights else ""
    return words.text(f"{message}{assumed}", name=Phrase(name), score=Phrase(rated(unit.score, unit.band, words)))


def points_decimals(instrument: Instrument) -> int:
    """With how many decimals points are shown: two more than scores, so that they can be added up."""
    return instrument.decimals + _MORE_DECIMALS


def points_text(points: Fraction | None, instrument: Instrument, words: Words) -> str:
    """Points, rounded to be read; empty where there are none."""
    if points is None:
        return ""
    return words.number(round_half_up(points.numerator, points.denominator, points_decimals(instrument)))


def whole_text(text: str) -> Phrase:
    """Text of the file on one line, not cut."""
    return Phrase(literal(" ".join(text.split())))


def unrounded_text(value: Fraction, words: Words) -> str:
    """A score before it is rounded: whole where it ends soon, else its first decimals and an ellipsis."""
    grain = 10**_UNROUNDED_DECIMALS
    if grain % value.denominator == 0:
        return words.number(value)
    shown = round_half_up(value.numerator * grain // value.denominator, grain, _UNROUNDED_DECIMALS)
    return f"{words.number(shown)}…"


def answer_text(entry: Entry, words: Words) -> str:
    """What a component was answered, or why there is no answer."""
    if entry.state is State.GROUP:
        return ""
    if entry.state is State.BLANK:
        return words.text("status.not_filled_in")
    if entry.given is not None:
        return words.text("explain.given", value=entry.given.value, most=entry.given.most)
    return words.text("table.direct") if entry.state is State.DIRECT else short_answer_text(entry.answer, words)


def weight_text(entry: Entry, words: Words) -> str:
    """The weight among the siblings, as the file states it; a star marks one that is assumed."""
    if entry.part is None:
        return words.text("table.not_scored")
    if entry.component.weight is None:
        return words.text("explain.sum", weight=entry.part.weight)
    return words.number(entry.component.weight) + ("*" if entry.is_assumed else "")


def share_text(part: ComponentResult, words: Words) -> str:
    """The weight in the final score, in percent."""
    share = round_half_up(part.effective_weight.numerator * 100, part.effective_weight.denominator, 2)
    return f"{words.number(share)}%"


def sum_text(report: ExplainReport, words: Words) -> str:
    """The arithmetic of the score: the points of the parts, their sum, and its one rounding."""
    explanation = report.explanation
    instrument, unit, component = explanation.result.instrument, explanation.unit, explanation.component
    if unit.is_direct:
        given = report.given
        assert unit.score is not None
        assert given is not None, "the workbook was read with its places"
        facts: dict[str, object] = {"value": given.value, "most": given.most, "cell": Phrase(words.where(given.where))}
        return words.text("explain.is_given", **facts, full=instrument.full_score, score=unit.score)
    parts = explanation.parts if component is None else component.components
    counted = [part for part in parts if part.points]
    shown = [(literal(part.component.title), points_text(points_added(part), instrument, words)) for part in counted]
    listed = " + ".join(f"{title} {points}" for title, points in shown)
    if len(counted) > _MOST_PARTS:
        listed = words.text("explain.many_parts", count=len(counted))
    if component is None and Fraction(unit.score or 0) == explanation.unrounded:
        return words.text("explain.sum_exact", parts=Phrase(listed), score=unit.score)
    if component is None:
        total = unrounded_text(explanation.unrounded, words)
        return words.text("explain.sum_of_unit", parts=Phrase(listed), total=Phrase(total), score=unit.score)
    if not component.points:
        return words.text("explain.left_out", name=component.component.title)
    facts = {
        "name": component.component.title,
        "points": Phrase(unrounded_text(points_added(component), words)),
        "most": Phrase(unrounded_text(most_points(component), words)),
        "score": component.score,
        "unit_score": unit.score,
    }
    text = words.text("explain.sum_of_component", **facts)
    return f"{text} {words.text('explain.made_of', parts=Phrase(listed))}" if counted else text


def firmness_lines(report: ExplainReport, words: Words) -> Iterator[str]:
    """How far it is to the next band, what would lose this one, and what else could move the score."""
    explanation, band = report.explanation, report.explanation.unit.band
    bands = explanation.result.instrument.bands
    if explanation.rise is not None:
        name = _class_text(explanation.rise.band)
        yield words.text("explain.rise", missing=explanation.rise.missing, band=name, lower=explanation.rise.band.lower)
    elif band is not None:
        yield words.text("explain.highest", band=_class_text(band))
    for drop in explanation.drops:
        yield _drop_text(drop, words)
    if band is not None and band != bands[-1] and not explanation.drops and not explanation.unit.is_direct:
        yield words.text("explain.no_drop", band=_class_text(band))
    if explanation.result.instrument.bands_assumption:
        yield words.text("explain.bands_assumed", reason=whole_text(explanation.result.instrument.bands_assumption))
    yield from unit_certainty_lines(explanation.result.instrument, explanation.unit, words)


def _drop_text(drop: Drop, words: Words) -> str:
    ids = tuple(indicator.id for indicator in drop.indicators)
    after = Phrase(rated(drop.score_after, drop.band_after, words))
    return words.plural("explain.drop", len(ids), after=after, names=ids)


def _class_text(band: Band) -> str:
    names = [name for name in (band.category, band.zone) if name] or [band.label or ""]
    return ", ".join(names)


def missing_lines(report: ExplainReport, words: Words) -> Iterator[str]:
    """What is blank, not applicable or assumed in what is shown."""
    entries, unit, component = list(report.entries()), report.explanation.unit, report.explanation.component
    blank = tuple(entry.component.id for entry in entries if entry.state is State.BLANK)
    gone = tuple(entry.component.id for entry in entries if entry.state is State.NOT_APPLICABLE)
    if blank:
        high = unit.possible[1] if unit.possible else unit.score
        if component is not None and component.best_mark is not None:
            high = component.best_mark.score(component.measure.full_score, component.measure.decimals)
        yield words.text("explain.blank", count=len(blank), names=blank, high=high)
    if gone:
        yield words.text("explain.not_applicable", count=len(gone), names=gone)
    if any(entry.is_assumed for entry in entries) and not unit.is_direct:
        yield words.text("explain.assumed")
    if unit.is_direct and any(entry.part is not None for entry in entries):
        yield words.text("explain.parts_do_not_count")
    left_out = [f"{name} ({words.where(given.where)})" for name, given in report.not_counted()]
    if left_out:
        yield words.text("explain.not_counted", names=tuple(left_out))


def share_lines(report: ExplainReport, words: Words) -> Iterator[str]:
    """What the unit adds to the score of its institution, where it is not the only one."""
    explanation = report.explanation
    if explanation.share == 1:
        return
    result, share = explanation.result, explanation.share
    points = explanation.unrounded * share
    facts: dict[str, object] = {
        "share": Phrase(f"{share.numerator}/{share.denominator}"),
        "points": points_text(points, result.instrument, words),
        "score": result.institution.score,
        "units": result.institution.scored_units,
    }
    if result.weighted_by:
        count = explanation.unit.roll_up_count
        yield words.text("explain.share_weighted", count=count, by=result.weighted_by, **facts)
    else:
        yield words.text("explain.share", **facts)
    if result.instrument.roll_up.assumption:
        yield words.text("explain.roll_up_assumed", reason=whole_text(result.instrument.roll_up.assumption))
