"""An explanation for other programs: ``kepatuhan.explain/1``. Keys keep their meaning within a format number."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from kepatuhan.exact import round_half_up, simplest, to_text
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.problems import Where
from kepatuhan.report.explain_report import Entry, ExplainReport
from kepatuhan.report.json_values import answer_value, number_value
from kepatuhan.report.problems_json import document, problem_entry
from kepatuhan.scoring.answer_places import AnsweredCell, GivenCell
from kepatuhan.scoring.explaining import Explanation

FORMAT = "kepatuhan.explain/1"
POINT_DECIMALS = 6
"""Points are exact as text, and written as numbers with so many places."""


def render_explain_json(report: ExplainReport, words: Words) -> str:
    """The explanation as JSON: the same keys in every language, the messages of problems in that of ``words``."""
    explanation, instrument = report.explanation, report.explanation.result.instrument
    unit, component = explanation.unit, explanation.component
    entries = list(report.entries())
    content = {
        "format": FORMAT,
        "version": report.version,
        "instrument": {
            "id": instrument.id,
            "title": instrument.title,
            "fingerprint": instrument.fingerprint,
            "assumptions": len(instrument.assumed_weights),
            "file": instrument.file,
        },
        "inputs": [{"file": entry.file, "sha256": entry.sha256} for entry in report.inputs],
        "unit": unit.unit,
        "type": unit.type,
        "component": None if component is None else component.component.id,
        "full_score": float(instrument.full_score) if instrument.full_score.denominator > 1 else instrument.full_score,
        "score": number_value(unit.score),
        "unrounded": to_text(simplest(explanation.unrounded)),
        **_band(unit.band),
        "possible": [number_value(end) for end in unit.possible or ()],
        "provisional": unit.is_provisional,
        "assumed_weights": report.rests_on_assumed_weights,
        "bands_assumption": instrument.bands_assumption,
        "roll_up_assumption": instrument.roll_up.assumption,
        "answered": unit.answered,
        "blank": unit.blank,
        "not_applicable": unit.not_applicable,
        "remarks": list(unit.remarks),
        "given": None if report.given is None else _given(report.given),
        "not_counted": [{"id": name, **_given(given)} for name, given in report.not_counted()],
        "next_band": _rise(explanation),
        "losses": [
            {
                "answers": len(drop.indicators),
                "components": [indicator.id for indicator in drop.indicators],
                "score": number_value(drop.score_after),
                **_band(drop.band_after),
            }
            for drop in explanation.drops
        ],
        "institution": {
            "score": number_value(explanation.result.institution.score),
            "units": explanation.result.institution.scored_units,
            "weighted_by": explanation.result.weighted_by,
            "count": unit.roll_up_count if explanation.result.weighted_by else None,
            "share": to_text(simplest(explanation.share)),
            **_points("points", explanation.unrounded * explanation.share),
        },
        "components": _nested([entry for entry in entries if entry.part is not None], 0),
        "reported": [_reported(entry) for entry in entries if entry.part is None],
        "problems": [problem_entry(problem, words) for problem in report.problems],
    }
    return document(content)


def _nested(entries: Sequence[Entry], depth: int) -> list[dict[str, Any]]:
    """Entries that stand parents first, as a tree."""
    starts = [position for position, entry in enumerate(entries) if entry.depth == depth]
    return [
        _component(entries[start]) | {"components": _nested(entries[start + 1 : end], depth + 1)}
        for start, end in pairwise([*starts, len(entries)])
    ]


def _component(entry: Entry) -> dict[str, Any]:
    part, component = entry.part, entry.component
    assert part is not None
    return {
        "id": component.id,
        "title": component.title,
        "level": component.level,
        "line": component.line,
        "state": entry.state.value,
        "answer": answer_value(entry.answer),
        "given": None if entry.given is None else _given(entry.given),
        "cells": [_cell(cell) for cell in entry.cells],
        "blank_cell": None if entry.blank is None else _where(entry.blank),
        "score": number_value(part.score),
        "weight": to_text(part.weight),
        "assumption": component.assumption if entry.is_assumed else None,
        "source": component.source,
        "effective_weight": float(part.effective_weight),
        **_points("points", entry.points),
        **_points("most_points", entry.most_points),
    }


def _reported(entry: Entry) -> dict[str, Any]:
    component = entry.component
    return {
        "id": component.id,
        "title": component.title,
        "line": component.line,
        "answer": answer_value(entry.answer),
        "cells": [_cell(cell) for cell in entry.cells],
    }


def _cell(cell: AnsweredCell) -> dict[str, Any]:
    return {**_where(cell.where), "answer": answer_value(cell.value), "weight": to_text(cell.weight)}


def _given(cell: GivenCell) -> dict[str, Any]:
    return {**_where(cell.where), "value": to_text(cell.value), "most": to_text(cell.most)}


def _where(where: Where) -> dict[str, Any]:
    return {"file": where.file, "sheet": where.sheet, "cell": where.cell}


def _points(name: str, points: Fraction | None) -> dict[str, Any]:
    """Points as a number to be read, and exactly: decimals, or a fraction where they would never end."""
    if points is None:
        return {name: None, f"{name}_exact": None}
    rounded = round_half_up(points.numerator, points.denominator, POINT_DECIMALS)
    return {name: number_value(rounded), f"{name}_exact": to_text(simplest(points))}


def _rise(explanation: Explanation) -> dict[str, Any] | None:
    if explanation.rise is None:
        return None
    band = explanation.rise.band
    return {**_band(band), "from": to_text(band.lower), "missing": number_value(explanation.rise.missing)}


def _band(band: Band | None) -> dict[str, str | None]:
    names = ("category", "zone", "label")
    return {name: getattr(band, name) if band is not None else None for name in names}
