"""What every form of a plan is made from."""

from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.instrument.model import Indicator
from kepatuhan.problems import Problem
from kepatuhan.report.assumed import rest_on_assumed_weights
from kepatuhan.report.score_report import InputHash
from kepatuhan.scoring.planning import Plan, Route, UnitPlan


class PlanReport(NamedTuple):
    """A plan with what its readers need to trust it."""

    plan: Plan
    inputs: tuple[InputHash, ...]
    problems: tuple[Problem, ...]
    """Warnings and notes of reading the answers."""
    version: str
    includes_outside: bool
    institution_name: str | None = None

    @property
    def rests_on_assumed_weights(self) -> bool:
        """Whether an assumed weight had a say in the points of a step."""
        planned = {step.unit.unit: step.unit for route in self.routes() for step in route.steps}
        return any(rest_on_assumed_weights(unit.components) for unit in planned.values())

    def routes(self) -> Iterator[Route]:
        """The institution's way and those of the units, as far as there are any."""
        for route in (self.plan.institution, *(each.route for each in self.plan.units)):
            if route is not None:
                yield route

    def below_target(self) -> list[tuple[UnitPlan, Route]]:
        """The units that have a way to go, in the order of the workbook."""
        routes = [(each, each.route) for each in self.plan.units]
        return [(each, route) for each, route in routes if route is not None and not is_reached(route)]

    def improved(self) -> list[Indicator]:
        """Every indicator that a step improves, once, in the order of the instrument's file."""
        ids = {step.indicator.id for route in self.routes() for step in route.steps}
        return [indicator for indicator in self.plan.result.instrument.indicators if indicator.id in ids]


def is_reached(route: Route) -> bool:
    """Whether nothing has to be done."""
    return route.is_reachable and not route.steps
