"""From the report of ``kepatuhan score`` to the workbook of results."""

from collections.abc import Sequence

from kepatuhan.messages import Words
from kepatuhan.report.plan_words import meaning, route_text
from kepatuhan.report.score_report import ScoreReport
from kepatuhan.report.score_sentences import remarks
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.planning import Step, plan
from kepatuhan.worksheets.recap_columns import Earlier
from kepatuhan.worksheets.results.contents import Contents, LeftOut
from kepatuhan.worksheets.results.plan_sheet import ActionPlan, PlannedStep
from kepatuhan.worksheets.results.workbook import write_results

MOST_PLANNED = 60
"""Units up to which a plan is certain to be the one of least effort; of more it takes too long to be made unasked."""


def results_workbook(
    report: ScoreReport, answers: Sequence[UnitAnswers], earlier: Earlier | None, words: Words
) -> bytes:
    """The workbook of what ``report`` says, made of these answers."""
    contents = Contents(
        result=report.result,
        answers=answers,
        version=report.version,
        inputs=[(entry.file, entry.sha256) for entry in report.inputs],
        institution=report.institution_name,
        is_partial=report.is_partial,
        left_out=[LeftOut(entry.unit, entry.problems) for entry in report.not_scorable],
        remarks=[*_comparison(report, earlier, words), *_remarks(report, words)],
        earlier=earlier,
        plan=_plan(report, words),
    )
    return write_results(contents, words)


def _comparison(report: ScoreReport, earlier: Earlier | None, words: Words) -> list[str]:
    """What must be known where last time stands beside now: whom it does not compare."""
    if earlier is None:
        return []
    told = [] if earlier.institution is not None else [words.text("results.earlier_unscored", name=earlier.name)]
    missing = earlier.missing(unit.unit for unit in report.result.units)
    if missing:
        told.append(words.text("results.earlier_missing", count=len(missing), units=missing))
    return told


def _remarks(report: ScoreReport, words: Words) -> list[str]:
    """What must be known about the scores; the page has no footnotes."""
    return [remark.removeprefix("* ") for remark in remarks(report, words)]


def _plan(report: ScoreReport, words: Words) -> ActionPlan | None:
    """The institution's way to the target; None where there is no target, no score, or nothing is missing."""
    result = report.result
    if result.target is None or report.is_partial or not result.institution.gap or len(result.units) > MOST_PLANNED:
        return None
    planned = plan(result)
    route = planned.institution
    if route is None:
        return None
    name = report.institution_name or words.text("table.institution")
    assumed = len(result.instrument.assumed_weights)
    return ActionPlan(
        headline=route_text(name, route, result.target, words),
        remarks=[words.text("plan.effort"), *([words.text("plan.assumed", count=assumed)] if assumed else [])],
        steps=[_step(step, words) for step in route.steps],
    )


def _step(step: Step, words: Words) -> PlannedStep:
    steps = step.indicator.steps
    before, after = meaning(step.answer, steps, words), meaning(step.answer_after, steps, words)
    return PlannedStep(
        unit=step.unit.unit,
        code=step.indicator.id,
        title=step.indicator.title,
        change=f"{before} → {after}",
        effort=step.effort,
        points=step.points,
        institution_points=step.institution_points,
        score_after=step.score_after,
        remedy=" ".join((step.indicator.remedy or "").split()),
    )
