"""A plan for spreadsheets: a row per step, first those of each unit, then those of the institution.

Columns and decimals are divided as in a score report (:mod:`kepatuhan.report.score_csv`).
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kepatuhan.exact import round_half_up
from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.report.plan_report import PlanReport
from kepatuhan.report.score_csv import DIALECTS, csv_text, harmless
from kepatuhan.report.score_values import answer_text
from kepatuhan.scoring.planning import Route, Step

COLUMNS = (
    *("plan_for", "from", "to", "reachable", "plan_effort", "effort_at_least", "category_before", "category_after"),
    *("step", "unit", "component", "title", "answer", "answer_after", "effort", "points", "institution_points"),
    *("score_after", "step_category_after", "step_zone_after", "remedy"),
    *("status", "target", "instrument", "fingerprint", "assumed_weights", "version", "inputs"),
)
"""A plan without steps (nothing to do, nothing to offer, no score) is one row with no step."""
_STEP_COLUMNS = 13
_POINT_DECIMALS = 6


def render_plan_csv(report: PlanReport, words: Words) -> str:
    """The plan as the text of a .csv file (write it as UTF-8; the byte order mark is in it)."""
    mark = DIALECTS[words.language].decimal_mark
    return csv_text([COLUMNS, *_PlanCsv(report, words, mark).rows()], words)


class _PlanCsv:
    def __init__(self, report: PlanReport, words: Words, decimal_mark: str) -> None:
        self.report = report
        self.words = words
        self.mark = decimal_mark
        instrument = report.plan.result.instrument
        self.about = (
            self._number(report.plan.target),
            instrument.id,
            instrument.fingerprint,
            str(int(report.rests_on_assumed_weights)),
            report.version,
            " ".join(f"{harmless(entry.file)}:{entry.sha256}" for entry in report.inputs),
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        for each in self.report.plan.units:
            yield from self._plan(harmless(each.unit.unit), each.route, each.unit.status.value)
        institution = self.report.plan.institution
        if institution is not None:
            name = self.report.institution_name or self.words.text("table.institution")
            yield from self._plan(harmless(name), institution, "")

    def _plan(self, name: str, route: Route | None, status: str) -> Iterator[tuple[str, ...]]:
        last = (status, *self.about)
        no_step = ("",) * _STEP_COLUMNS
        if route is None:
            yield (name, *("",) * 7, *no_step, *last)
            return
        first = (
            name,
            self._number(route.score),
            self._number(route.score_after),
            str(int(route.is_reachable)),
            str(route.effort),
            str(route.effort_at_least),
            _category(route.band),
            _category(route.band_after),
        )
        for number, step in enumerate(route.steps, 1):
            yield (*first, *self._step(number, step), *last)
        if not route.steps:
            yield (*first, *no_step, *last)

    def _step(self, number: int, step: Step) -> tuple[str, ...]:
        band = step.band_after
        return (
            str(number),
            harmless(step.unit.unit),
            harmless(step.indicator.id),
            harmless(step.indicator.title),
            harmless(answer_text(step.answer, self.words)),
            harmless(answer_text(step.answer_after, self.words)),
            str(step.effort),
            self._points(step.points),
            self._points(step.institution_points),
            self._number(step.score_after),
            _category(band),
            (band.zone or "") if band else "",
            harmless(step.indicator.remedy or ""),
        )

    def _points(self, points: Fraction) -> str:
        return self._number(round_half_up(points.numerator, points.denominator, _POINT_DECIMALS))

    def _number(self, value: Decimal) -> str:
        return str(value).replace(".", self.mark)


def _category(band: Band | None) -> str:
    return (band.category or band.label or "") if band else ""
