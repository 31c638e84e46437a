"""``kepatuhan score``: read, score, report."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kepatuhan import __version__
from kepatuhan.api import load_instrument, read_answers, refuse_unsound
from kepatuhan.cli.options import (
    OUTPUT_FORMATS,
    WORKBOOK,
    is_workbook,
    number_option,
    refuse_above_full_score,
    refuse_impossible_outputs,
)
from kepatuhan.cli.output import print_text, print_trouble, refuse_unwritable, unwritable, write_bytes, write_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.returning import read_to_return, write_returned
from kepatuhan.cli.settings import Settings
from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import ProblemsFound, errors
from kepatuhan.report.problems_text import problem_lines
from kepatuhan.report.score_report import InputHash, NotScorable, ScoreReport
from kepatuhan.scoring.scoring import score
from kepatuhan.workbook.reading import Reading

if TYPE_CHECKING:
    from kepatuhan.worksheets.recap_columns import Earlier

_LONG_TO_WRITE = 300
"""Units of which a workbook takes seconds to be written."""


class ScoreRequest(NamedTuple):
    """What was asked for on the command line."""

    workbooks: tuple[Path, ...]
    instrument: str | None
    target: str | None
    output_format: str
    outputs: tuple[Path, ...]
    fail_under: str | None
    is_partial: bool
    is_detailed: bool
    institution: str | None
    previous: Path | None
    annotate: Path | None
    force: bool


def run_score(request: ScoreRequest, settings: Settings) -> int:
    """Score and print; return 1 when the institution is below ``--fail-under`` or has no score, else 0.

    Raises:
        ProblemsFound: when there is no result.
        typer.BadParameter: for options that cannot be.
    """
    try:
        return _score(request, settings)
    except ProblemsFound as found:
        found.add_note(settings.words.plural("problems.no_result", len(errors(found.problems))))
        raise


def _score(request: ScoreRequest, settings: Settings) -> int:
    words = settings.words
    target = number_option(request.target, "--target", words)
    least = number_option(request.fail_under, "--fail-under", words)
    refuse_impossible_outputs(request.outputs, words, (WORKBOOK, *OUTPUT_FORMATS))
    if request.previous is not None and not any(is_workbook(output) for output in request.outputs):
        raise typer.BadParameter(words.text("usage.previous"), param_hint="--previous")
    written = request.outputs
    if request.annotate is not None:
        refuse_impossible_outputs((request.annotate,), words, (WORKBOOK,), "--annotate")
        written = (*request.outputs, request.annotate)
        refuse_impossible_outputs(written, words, (WORKBOOK, *OUTPUT_FORMATS), "--annotate")
    inputs = (*request.workbooks, *([request.previous] if request.previous is not None else []))
    refuse_unwritable(written, inputs, force=request.force)
    instrument = load_instrument(request.instrument) if request.instrument is not None else None
    with Progress(words) as progress:
        if request.annotate is None:
            reading = read_answers(request.workbooks, instrument, partial=request.is_partial, on_progress=progress.at)
        else:
            reading = read_to_return(request.workbooks, instrument, progress)
        instrument = reading.instrument
        for value, option in ((target, "--target"), (least, "--fail-under")):
            refuse_above_full_score(value, option, instrument, words)
        earlier = _earlier(request.previous, instrument, reading)
        # Whatever is wrong with the command is known now: only then is something written.
        if request.annotate is not None:
            write_returned(reading, request.annotate, progress, settings, force=request.force)
            refuse_unsound(reading, partial=request.is_partial)
    report = ScoreReport(
        result=score(instrument, reading.units, target),
        inputs=tuple(InputHash(entry.file, entry.sha256) for entry in reading.inputs),
        problems=reading.problems,
        version=__version__,
        institution_name=request.institution,
        not_scorable=tuple(NotScorable(entry.unit, entry.problems, entry.position) for entry in reading.unsound),
        is_detailed=request.is_detailed,
        plan_command=None if errors(reading.problems) else _plan_command(request),
    )
    # Files first: when one cannot be written, the run is refused and standard output has to stay empty.
    for output in request.outputs:
        if is_workbook(output):
            from kepatuhan.cli.results_workbook import results_workbook

            with Progress(words) as progress:
                if len(reading.units) > _LONG_TO_WRITE:
                    progress.writing_long(str(output))
                try:
                    content = results_workbook(report, reading.units, earlier, words)
                except OSError as trouble:  # its temporary files found no room
                    raise unwritable(output, trouble) from trouble
            write_bytes(output, content, force=request.force)
        else:
            write_text(output, _render(report, OUTPUT_FORMATS[output.suffix.lower()], settings), force=request.force)
    if request.output_format != "json":
        print_trouble(problem_lines(errors(reading.problems), words, settings.trouble_width))
    print_text(_render(report, request.output_format, settings))
    lines = [words.text("output.written", file=str(output)) for output in request.outputs]
    print_trouble(lines, settings.trouble_width)
    return _gate(report, least)


def _earlier(file: Path | None, instrument: Instrument, reading: Reading) -> "Earlier | None":
    """Last time, where it was asked for; what is wrong with it is said together with what is wrong now."""
    if file is None:
        return None
    from kepatuhan.cli.earlier import read_earlier

    try:
        return read_earlier(file, instrument)
    except ProblemsFound as found:
        raise ProblemsFound([*errors(reading.problems), *found.problems]) from found


def _render(report: ScoreReport, form: str, settings: Settings) -> str:
    if form == "json":
        from kepatuhan.report.score_json import render_score_json

        return render_score_json(report, settings.words)
    if form == "csv":
        from kepatuhan.report.score_csv import render_score_csv

        return render_score_csv(report, settings.words)
    if form == "markdown":
        from kepatuhan.report.score_markdown import render_score_markdown

        return render_score_markdown(report, settings.words)
    from kepatuhan.report.score_table import render_score_table

    return render_score_table(report, settings.words, settings.page)


def _gate(report: ScoreReport, least: Exact | None) -> int:
    if least is None:
        return 0
    reached = None if report.is_partial else report.result.institution.score
    return 0 if reached is not None and _exact(reached) >= least else 1


def _exact(value: Decimal) -> Fraction:
    return Fraction(value)


def _plan_command(request: ScoreRequest) -> str:
    """The command that plans from the same workbooks to the same target."""
    options = (("--instrument", request.instrument), ("--target", request.target))
    given = [part for option, value in options if value is not None for part in (option, value)]
    parts = [*map(str, request.workbooks), *given]
    return " ".join(["kepatuhan plan", *(f'"{part}"' if " " in part else part for part in parts)])
