"""A score report for other programs: ``kepatuhan.score/1``. Keys never change their meaning within a format number."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.report.json_values import answer_value, number_value
from kepatuhan.report.problems_json import problem_entry
from kepatuhan.report.score_report import MOST_UNITS, NotScorable, ScoreReport
from kepatuhan.scoring.certainty import Certainty, ResultCertainty, result_certainty
from kepatuhan.scoring.results import ComponentResult, UnitResult

FORMAT = "kepatuhan.score/1"
_PLACE_OF_UNITS = -1
"""Before the problems, which come last."""


def render_score_json(report: ScoreReport, words: Words) -> str:
    """The report as JSON: the same keys in every language, the messages of problems in that of ``words``."""
    result = report.result
    institution = None if report.is_partial else result.institution
    instrument = result.instrument
    # Certainty takes far longer than the score: it is left out where nobody can read so many units.
    is_told = report.is_detailed or len(result.units) <= MOST_UNITS
    certainties = result_certainty(result) if is_told else ResultCertainty((None,) * len(result.units), None)
    document = {
        "format": FORMAT,
        "version": report.version,
        "instrument": {
            "id": instrument.id,
            "title": instrument.title,
            "fingerprint": instrument.fingerprint,
            "assumptions": len(instrument.assumed_weights),
        },
        "target": number_value(result.target),
        "inputs": [{"file": entry.file, "sha256": entry.sha256} for entry in report.inputs],
        "roll_up": "weighted" if result.weighted_by else "mean",
        "institution": {
            "name": report.institution_name,
            "score": number_value(institution.score if institution else None),
            **_band(institution.band if institution else None),
            "gap": number_value(institution.gap if institution else None),
            "possible": _range(institution.possible if institution else None),
            "provisional": institution.is_provisional if institution else True,
            "certainty": _certainty(certainties.institution if institution else None),
            "remarks": list(institution.remarks) if institution else [],
            "units": len(result.units) + len(report.not_scorable),
            "scored_units": result.institution.scored_units,
        },
        "problems": [problem_entry(problem, words) for problem in report.problems],
    }
    entries = [f"  {json.dumps(key)}: {_indented(value)}" for key, value in document.items()]
    # A unit a line: a large result stays readable, and is never in memory as a whole before it is text.
    units = ",\n    ".join(_unit_lines(report, certainties))
    entries.insert(_PLACE_OF_UNITS, f'  "units": [\n    {units}\n  ]' if units else '  "units": []')
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _indented(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")


def _unit_lines(report: ScoreReport, certainties: ResultCertainty) -> Iterator[str]:
    told = iter(certainties.units)
    for entry in report.entries():
        unit = (
            _not_scorable(entry.unit, entry.problems)
            if isinstance(entry, NotScorable)
            else _unit(entry, next(told), detailed=report.is_detailed)
        )
        yield json.dumps(unit, ensure_ascii=False)


def _unit(unit: UnitResult, certainty: Certainty | None, *, detailed: bool) -> dict[str, Any]:
    return {
        "unit": unit.unit,
        "type": unit.type,
        "status": unit.status.value,
        "score": number_value(unit.score),
        **_band(unit.band),
        "gap": number_value(unit.gap),
        "possible": _range(unit.possible),
        "provisional": unit.is_provisional,
        "certainty": _certainty(certainty),
        "remarks": list(unit.remarks),
        "reported": [
            {"id": one.indicator.id, "title": one.indicator.title, "answer": answer_value(one.answer)}
            for one in unit.reported
        ],
        "answered": unit.answered,
        "blank": unit.blank,
        "not_applicable": unit.not_applicable,
        "components": _components(unit.components, detailed=detailed, scored=unit.score is not None),
    }


def _certainty(certainty: Certainty | None) -> dict[str, Any] | None:
    """How sure the zone is; ``weights`` are the scores that assumed weights allow, from half to double each."""
    if certainty is None:
        return None
    weights = certainty.weights
    return {
        "certain": certainty.is_certain,
        "blanks_decide": certainty.blanks_decide,
        "weights_decide": certainty.weights_decide,
        "together_decide": certainty.together_decide,
        "weights": None if weights is None else [number_value(weights.low), number_value(weights.high)],
        "exact": weights is None or weights.is_exact,
    }


def _components(components: tuple[ComponentResult, ...], *, detailed: bool, scored: bool) -> list[dict[str, Any]]:
    """Groups, and with ``detailed`` their leaves; without scores where the unit itself has none."""
    shown = [component for component in components if detailed or component.place.marks is None]
    return [_component(component, detailed=detailed, scored=scored) for component in shown]


def _not_scorable(name: str, problems: int) -> dict[str, Any]:
    """A unit left out by ``--partial``: the keys of every unit, and how many problems it has."""
    unknown = ("type", "score", "category", "zone", "label", "gap", "possible", "answered", "blank", "not_applicable")
    return {
        "unit": name,
        "status": "not scorable",
        **dict.fromkeys(unknown),
        "provisional": False,
        "certainty": None,
        "remarks": [],
        "reported": [],
        "components": [],
        "problems": problems,
    }


def _component(component: ComponentResult, *, detailed: bool, scored: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": component.component.id,
        "title": component.component.title,
        "score": number_value(component.score if scored else None),
        "weight": to_text(component.weight),
        "effective_weight": float(component.effective_weight),
        "answered": component.answered,
        "blank": component.blank,
        "not_applicable": component.not_applicable,
        "direct": component.is_direct,
    }
    if component.place.marks is not None:
        entry["answer"] = answer_value(component.answer)
    entry["components"] = _components(component.components, detailed=detailed, scored=scored)
    return entry


def _band(band: Band | None) -> dict[str, str | None]:
    return {
        "category": band.category if band else None,
        "zone": band.zone if band else None,
        "label": band.label if band else None,
    }


def _range(possible: tuple[Decimal, Decimal] | None) -> list[float | int | None] | None:
    return None if possible is None else [number_value(bound) for bound in possible]
