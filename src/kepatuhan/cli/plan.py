"""``kepatuhan plan``: read, score, plan, report."""

from pathlib import Path
from typing import NamedTuple

import typer

from kepatuhan import __version__
from kepatuhan.api import load_instrument, read_answers
from kepatuhan.cli.options import (
    OUTPUT_FORMATS,
    number_option,
    refuse_above_full_score,
    refuse_impossible_outputs,
)
from kepatuhan.cli.output import print_text, print_trouble, refuse_unwritable, write_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.cli.units import find_unit
from kepatuhan.problems import ProblemsFound, Term, error, errors
from kepatuhan.report.plan_report import PlanReport
from kepatuhan.report.score_report import InputHash
from kepatuhan.report.score_values import STATUS_MESSAGES
from kepatuhan.scoring.planning import plan
from kepatuhan.scoring.results import Result
from kepatuhan.scoring.scoring import score


class PlanRequest(NamedTuple):
    """What was asked for on the command line."""

    workbooks: tuple[Path, ...]
    instrument: str | None
    target: str | None
    unit: str | None
    includes_outside: bool
    output_format: str
    outputs: tuple[Path, ...]
    institution: str | None
    force: bool


def run_plan(request: PlanRequest, settings: Settings) -> None:
    """Plan and print. A plan of some units is never shown for the whole: workbooks with problems are refused.

    Raises:
        ProblemsFound: when there is nothing to plan from.
        typer.BadParameter: for options that cannot be.
    """
    words = settings.words
    target = number_option(request.target, "--target", words)
    refuse_impossible_outputs(request.outputs, words, tuple(OUTPUT_FORMATS))
    refuse_unwritable(request.outputs, request.workbooks, force=request.force)
    instrument = load_instrument(request.instrument) if request.instrument is not None else None
    with Progress(words) as progress:
        try:
            reading = read_answers(request.workbooks, instrument, on_progress=progress.at)
        except ProblemsFound as found:
            found.add_note(words.plural("problems.no_result", len(errors(found.problems))))
            raise
    instrument = reading.instrument
    refuse_above_full_score(target, "--target", instrument, words)
    result = score(instrument, reading.units, target)
    if result.target is None:
        raise typer.BadParameter(words.text("usage.no_target", id=instrument.id), param_hint="--target")
    report = PlanReport(
        plan=plan(result, unit=_unit(request.unit, result), include_outside=request.includes_outside),
        inputs=tuple(InputHash(entry.file, entry.sha256) for entry in reading.inputs),
        problems=reading.problems,
        version=__version__,
        includes_outside=request.includes_outside,
        institution_name=request.institution,
    )
    for output in request.outputs:
        write_text(output, _render(report, OUTPUT_FORMATS[output.suffix.lower()], settings), force=request.force)
    print_text(_render(report, request.output_format, settings))
    written = [words.text("output.written", file=str(output)) for output in request.outputs]
    print_trouble(written, settings.trouble_width)


def _unit(wanted: str | None, result: Result) -> str | None:
    """The unit that is meant, as the workbook spells it; None for all.

    Raises:
        ProblemsFound: when there is none of that name, or nothing that has a score.
    """
    if wanted is None:
        if all(unit.score is None for unit in result.units):
            raise ProblemsFound([error("KP782")])
        return None
    found = find_unit(wanted, result)
    if found.score is None:
        raise ProblemsFound([error("KP781", name=found.unit, status=Term(STATUS_MESSAGES[found.status]))])
    return found.unit


def _render(report: PlanReport, form: str, settings: Settings) -> str:
    if form == "json":
        from kepatuhan.report.plan_json import render_plan_json

        return render_plan_json(report, settings.words)
    if form == "csv":
        from kepatuhan.report.plan_csv import render_plan_csv

        return render_plan_csv(report, settings.words)
    if form == "markdown":
        from kepatuhan.report.plan_markdown import render_plan_markdown

        return render_plan_markdown(report, settings.words)
    from kepatuhan.report.plan_text import render_plan_text

    return render_plan_text(report, settings.words, settings.page)
