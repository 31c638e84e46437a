"""A plan for other programs: ``kepatuhan.plan/1``. Keys never change their meaning within a format number."""

import json
from fractions import Fraction
from typing import Any

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.report.json_values import answer_value, number_value
from kepatuhan.report.plan_report import PlanReport
from kepatuhan.report.problems_json import problem_entry
from kepatuhan.scoring.planning import Equals, Route, Step, UnitPlan

FORMAT = "kepatuhan.plan/1"
_POINT_DECIMALS = 6
"""Points are exact, and written with so many places."""


def render_plan_json(report: PlanReport, words: Words) -> str:
    """The plan as JSON: the same keys in every language, the messages of problems in that of ``words``."""
    plan, instrument = report.plan, report.plan.result.instrument
    document = {
        "format": FORMAT,
        "version": report.version,
        "instrument": {
            "id": instrument.id,
            "title": instrument.title,
            "fingerprint": instrument.fingerprint,
            "assumptions": len(instrument.assumed_weights),
        },
        "inputs": [{"file": entry.file, "sha256": entry.sha256} for entry in report.inputs],
        "target": number_value(plan.target),
        "exact": plan.is_exact,
        "assumed_weights": report.rests_on_assumed_weights,
        "outside_included": report.includes_outside,
        "units": [_unit(each, instrument.full_score) for each in plan.units],
        "institution": None if plan.institution is None else _route(plan.institution, names_units=True),
        "problems": [problem_entry(problem, words) for problem in report.problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _unit(unit: UnitPlan, full_score: int | Fraction) -> dict[str, Any]:
    entry = {"unit": unit.unit.unit, "status": unit.unit.status.value, "blank": unit.unit.blank}
    entry |= _NO_ROUTE if unit.route is None else _route(unit.route, names_units=False)
    obstacles = [
        {
            "component": one.component.component.id,
            "title": one.component.component.title,
            "reason": "direct" if one.component.is_direct else "outside",
            "points": _points(one.loss * full_score),
        }
        for one in unit.obstacles
    ]
    return entry | {"obstacles": obstacles}


def _route(route: Route, *, names_units: bool) -> dict[str, Any]:
    return {
        "from": number_value(route.score),
        "to": number_value(route.score_after),
        "reachable": route.is_reachable,
        "effort": route.effort,
        "effort_at_least": route.effort_at_least,
        **_class("before", route.band),
        **_class("after", route.band_after),
        "steps": [_step(step, names_unit=names_units) for step in route.steps],
        "equal": [_equals(equals) for equals in route.equals],
    }


_NO_ROUTE: dict[str, Any] = {
    **dict.fromkeys(("from", "to", "reachable", "effort", "effort_at_least")),
    **dict.fromkeys(("category_before", "zone_before", "category_after", "zone_after")),
    "steps": [],
    "equal": [],
}


def _step(step: Step, *, names_unit: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"unit": step.unit.unit} if names_unit else {}
    return entry | {
        "component": step.indicator.id,
        "title": step.indicator.title,
        "answer": answer_value(step.answer),
        "answer_after": answer_value(step.answer_after),
        "effort": step.effort,
        "points": _points(step.points),
        "institution_points": _points(step.institution_points),
        "score_after": number_value(step.score_after),
        **_class("after", step.band_after),
        "remedy": step.indicator.remedy,
    }


def _equals(equals: Equals) -> dict[str, Any]:
    return {
        "choose": equals.choose,
        "among": [
            {
                "unit": one.unit.unit,
                "component": one.indicator.id,
                "answer": answer_value(one.answer),
                "answer_after": answer_value(one.answer_after),
            }
            for one in equals.among
        ],
    }


def _class(when: str, band: Band | None) -> dict[str, str | None]:
    return {f"category_{when}": band.category if band else None, f"zone_{when}": band.zone if band else None}


def _points(points: Fraction) -> float | int | None:
    return number_value(round_half_up(points.numerator, points.denominator, _POINT_DECIMALS))
