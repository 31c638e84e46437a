"""A plan for a memo: a table of steps for the institution and for each unit below the target, in Markdown."""

from collections.abc import Iterator

from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.messages import Phrase, Words, literal
from kepatuhan.report.markdown import escaped, row, rule
from kepatuhan.report.plan_report import PlanReport, is_reached
from kepatuhan.report.plan_words import (
    blank_text,
    change_text,
    equals_text,
    in_the_way_text,
    named,
    no_score_text,
    points_text,
    rated,
    route_text,
    title_text,
)
from kepatuhan.report.problems_text import remark_lines
from kepatuhan.report.score_sentences import provenance_of
from kepatuhan.scoring.improvements import EFFORT_OUTSIDE
from kepatuhan.scoring.planning import Route, Step


def render_plan_markdown(report: PlanReport, words: Words) -> str:
    """The plan as GitHub-flavoured Markdown."""
    return "\n".join(_PlanMarkdown(report, words).lines()) + "\n"


class _PlanMarkdown:
    def __init__(self, report: PlanReport, words: Words) -> None:
        self.report = report
        self.plan = report.plan
        self.instrument = report.plan.result.instrument
        self.words = words

    def lines(self) -> Iterator[str]:
        words, name = self.words, self.report.institution_name
        title = title_text(self.plan, words, is_assumed=self.report.rests_on_assumed_weights)
        yield f"## {escaped(f'{name}: {title}' if name else title)}"
        yield ""
        yield escaped(f"{self.instrument.issuer}: {self.instrument.title}")
        if any(route.steps for route in self.report.routes()):
            yield ""
            yield escaped(words.text("plan.effort"))
        if self.report.includes_outside:
            yield escaped(words.text("plan.outside", effort=EFFORT_OUTSIDE))
        institution = self.plan.institution
        if institution is not None:
            yield from self._route(name or words.text("table.institution"), institution, is_institution=True)
        for unit, route in self.report.below_target():
            yield from self._route(unit.unit.unit, route, is_institution=False)
            in_the_way = "" if route.is_reachable else in_the_way_text(unit, self.instrument, words)
            for line in filter(None, (blank_text(unit, words), in_the_way)):
                yield ""
                yield escaped(line)
        yield ""
        yield from (f"- {escaped(line)}" for line in self._last_lines())
        yield ""
        yield escaped(provenance_of(self.report.inputs, self.report.version, words, is_full=True))
        yield escaped(words.text("markdown.fingerprint", fingerprint=self.instrument.fingerprint))

    def _route(self, name: str, route: Route, *, is_institution: bool) -> Iterator[str]:
        words = self.words
        yield ""
        yield f"### {escaped(name)}"
        yield ""
        if is_reached(route):
            score = Phrase(rated(route.score, route.band, words))
            yield escaped(words.text("plan.reached_institution", name=name, score=score))
            return
        yield escaped(route_text(name, route, self.plan.target, words))
        if not route.steps:
            return
        yield ""
        headers = ["plan.component", "plan.answer", "plan.effort_header", "plan.points", "plan.institution_points"]
        texts = [words.text(header) for header in [*headers, "table.score", "plan.remedy"]]
        lead = [words.text("table.unit")] if is_institution else []
        yield row(map(escaped, [*lead, *texts]))
        yield rule([*[False] * len(lead), False, False, True, True, True, True, False])
        for step in route.steps:
            yield row(map(escaped, [*([step.unit.unit] if is_institution else []), *self._step(step)]))
        for equals in route.equals:
            yield ""
            yield escaped(equals_text(equals, words, with_unit=is_institution))

    def _step(self, step: Step) -> list[str]:
        words = self.words
        return [
            named(step.indicator),
            change_text(step, words),
            str(step.effort),
            points_text(step.points, self.instrument, words),
            points_text(step.institution_points, self.instrument, words),
            rated(step.score_after, step.band_after, words),
            step.indicator.remedy or "",
        ]

    def _last_lines(self) -> Iterator[str]:
        words, units = self.words, self.plan.units
        reached = [literal(each.unit.unit) for each in units if each.route and is_reached(each.route)]
        if reached:
            yield words.text("plan.reached", names=Phrase(", ".join(reached)))
        for each in units:
            if each.route is None:
                yield no_score_text(each.unit, words)
        yield from remark_lines(self.report.problems, words)
        if self.report.rests_on_assumed_weights:
            yield words.plural("plan.assumed", len(self.instrument.assumed_weights))
        identity = {
            "id": self.instrument.id,
            "fingerprint": self.instrument.fingerprint[:SHORT],
            "years": self.instrument.years_text,
        }
        yield words.text("table.instrument", **identity)
