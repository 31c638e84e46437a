"""How sure the zones of a report are, in words (:mod:`kepatuhan.scoring.certainty` decides)."""

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words, literal
from kepatuhan.report.score_report import ScoreReport
from kepatuhan.scoring.certainty import Certainty, result_certainty, unit_certainty
from kepatuhan.scoring.results import UnitResult

_MOST_NAMES = 10


def certainty_sentence(report: ScoreReport, words: Words) -> str:
    """The units (and the institution) whose zone is not sure, and why, in one sentence; empty when all are sure."""
    result = report.result
    unsure: list[str] = []
    certainties = result_certainty(result)
    for unit, certainty in zip(result.units, certainties.units, strict=True):
        if certainty is not None and not certainty.is_certain:
            unsure.append(f"{literal(unit.unit)} ({_reasons(certainty, unit.blank, words)})")
    whole = None if report.is_partial else certainties.institution
    if whole is not None and not whole.is_certain:
        name = literal(report.institution_name or words.text("table.institution"))
        unsure.append(f"{name} ({_reasons(whole, sum(unit.blank for unit in result.units), words)})")
    if not unsure:
        return ""
    shown = "; ".join(unsure[:_MOST_NAMES])
    more = len(unsure) - _MOST_NAMES
    shown += words.text("certainty.more", count=more) if more > 0 else ""
    return words.text("certainty.unsure", classes=class_word(result.instrument, words), names=shown)


def unit_certainty_lines(instrument: Instrument, unit: UnitResult, words: Words) -> list[str]:
    """How sure one unit's zone is, whole: the ground of every doubt, and the scores that assumed weights allow."""
    certainty = unit_certainty(instrument, unit)
    if certainty is None:
        return []
    word = class_word(instrument, words)
    lines = []
    if certainty.is_certain:
        lines.append(words.text("certainty.sure", classes=word))
    if certainty.blanks_decide:
        lines.append(words.text("certainty.blanks", classes=word, count=unit.blank))
    if certainty.together_decide:
        lines.append(words.text("certainty.together", classes=word, count=unit.blank))
    if certainty.weights is not None and certainty.weights.low != certainty.weights.high:
        low, high = certainty.weights.low, certainty.weights.high
        if certainty.weights_decide:
            lines.append(words.text("certainty.weights_decide", classes=word, low=low, high=high))
        else:
            lines.append(words.text("certainty.weights_allow", low=low, high=high))
    return lines


def class_word(instrument: Instrument, words: Words) -> str:
    """What the instrument's readers call a class of scores."""
    has_zones = any(band.zone for band in instrument.bands)
    return words.text("certainty.zone" if has_zones else "certainty.class")


def _reasons(certainty: Certainty, blank: int, words: Words) -> str:
    reasons = []
    if certainty.blanks_decide:
        reasons.append(words.text("certainty.by_blanks", count=blank))
    if certainty.weights_decide:
        reasons.append(words.text("certainty.by_weights"))
    if certainty.together_decide:
        reasons.append(words.text("certainty.by_both", count=blank))
    return ", ".join(reasons)
