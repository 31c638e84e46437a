"""A plan for people: the ways of the institution and of each unit to the target, and how to improve each answer."""

from collections.abc import Iterator

from kepatuhan.instrument.fingerprint import SHORT
from kepatuhan.messages import Phrase, Words, literal
from kepatuhan.report.page import Page, styled, wrapped
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

_MOST_STEPS = 60
"""As many steps of one way as a person reads."""
_MOST_UNITS = 20
"""As many units as are shown with all of their steps."""

Line = tuple[str, str]
"""Text and style."""


def render_plan_text(report: PlanReport, words: Words, page: Page) -> str:
    """The whole plan as text, broken between words at the width of the page."""
    lines = _PlanText(report, words).lines()
    shown = [
        styled(wrapped(line, page.width), style, page) if style else wrapped(line, page.width) for line, style in lines
    ]
    text = "\n".join(shown) + "\n"
    return text.replace("…", "...") if page.ascii_only else text


class _PlanText:
    def __init__(self, report: PlanReport, words: Words) -> None:
        self.report = report
        self.plan = report.plan
        self.instrument = report.plan.result.instrument
        self.words = words

    def lines(self) -> Iterator[Line]:
        yield from self._heading()
        if self.plan.institution is not None:
            yield from self._institution(self.plan.institution)
        yield from self._units()
        yield from self._remedies()
        yield "", ""
        yield from self._footing()

    def _heading(self) -> Iterator[Line]:
        words = self.words
        title = title_text(self.plan, words, is_assumed=self.report.rests_on_assumed_weights)
        name = self.report.institution_name
        yield f"{literal(name)}: {title}" if name else title, "bold"
        yield literal(f"{self.instrument.issuer}: {self.instrument.title}"), ""
        if any(route.steps for route in self.report.routes()):
            yield words.text("plan.effort"), ""
        if self.report.includes_outside:
            yield words.text("plan.outside", effort=EFFORT_OUTSIDE), ""

    def _institution(self, route: Route) -> Iterator[Line]:
        words = self.words
        name = self.report.institution_name or words.text("table.institution")
        yield "", ""
        if is_reached(route):
            score = Phrase(rated(route.score, route.band, words))
            yield words.text("plan.reached_institution", name=name, score=score), "bold"
            return
        yield from self._route(name, route, is_institution=True)
        if not route.is_reachable:
            yield f"  {words.text('plan.in_the_way_of_units')}", ""

    def _units(self) -> Iterator[Line]:
        words, below = self.words, self.report.below_target()
        for unit, route in below[:_MOST_UNITS]:
            yield "", ""
            yield from self._route(unit.unit.unit, route, is_institution=False)
            if unit.unit.blank:
                yield f"  {blank_text(unit, words)}", ""
            in_the_way = "" if route.is_reachable else in_the_way_text(unit, self.instrument, words)
            if in_the_way:
                yield f"  {in_the_way}", ""
        last = []
        if len(below) > _MOST_UNITS:
            last.append(words.text("plan.more_units", count=len(below) - _MOST_UNITS))
        reached = [literal(each.unit.unit) for each in self.plan.units if each.route and is_reached(each.route)]
        if reached:
            last.append(words.text("plan.reached", names=tuple(reached)))
        without = [each.unit for each in self.plan.units if each.route is None]
        last += [no_score_text(unit, words) for unit in without[:_MOST_UNITS]]
        if len(without) > _MOST_UNITS:
            last.append(words.text("plan.more_without_score", count=len(without) - _MOST_UNITS))
        if last:
            yield "", ""
            yield from ((line, "") for line in last)

    def _route(self, name: str, route: Route, *, is_institution: bool) -> Iterator[Line]:
        yield route_text(name, route, self.plan.target, self.words), "bold"
        for number, step in enumerate(route.steps[:_MOST_STEPS], 1):
            lead = f"  {number}. "
            yield f"{lead}{self._step(step, is_institution=is_institution)}", ""
            yield f"{' ' * len(lead)}{change_text(step, self.words)}", ""
        left = len(route.steps) - _MOST_STEPS
        if left > 0:
            yield f"  {self.words.text('plan.more_steps', count=left)}", ""
        for equals in route.equals:
            yield f"  {equals_text(equals, self.words, with_unit=is_institution)}", ""

    def _step(self, step: Step, *, is_institution: bool) -> str:
        own, other = points_text(step.points, self.instrument, self.words), ""
        of_institution = points_text(step.institution_points, self.instrument, self.words)
        what = named(step.indicator)
        if is_institution:
            what = f"{literal(step.unit.unit)}, {what}"
            own, other = of_institution, self.words.text("plan.for_unit", points=own)
        else:
            other = self.words.text("plan.for_institution", points=of_institution)
        after = Phrase(rated(step.score_after, step.band_after, self.words))
        line = self.words.text("plan.step", what=Phrase(what), effort=step.effort, points=own, after=after)
        is_only_unit = self.plan.result.institution.scored_units == 1
        return f"{line}." if is_only_unit else f"{line}{other}."

    def _remedies(self) -> Iterator[Line]:
        told = [(indicator, indicator.remedy) for indicator in self.report.improved() if indicator.remedy]
        if told:
            yield "", ""
            yield self.words.text("plan.remedies"), "bold"
        for indicator, remedy in told:
            yield f"  {named(indicator)}: {literal(' '.join(remedy.split()))}", ""

    def _footing(self) -> Iterator[Line]:
        words = self.words
        for line in remark_lines(self.report.problems, words):
            yield line, ""
        if self.report.rests_on_assumed_weights:
            yield words.plural("plan.assumed", len(self.instrument.assumed_weights)), ""
        identity = {
            "id": self.instrument.id,
            "fingerprint": self.instrument.fingerprint[:SHORT],
            "years": self.instrument.years_text,
        }
        yield words.text("table.instrument", **identity), "dim"
        yield provenance_of(self.report.inputs, self.report.version, words), "dim"
