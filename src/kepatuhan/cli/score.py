"""``kepatuhan score``: read, score, report."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import typer

from kepatuhan import __version__
from kepatuhan.api import load_instrument, read_answers
from kepatuhan.cli.output import print_text, print_trouble, refuse_unwritable, write_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.exact import Exact, from_decimal_text
from kepatuhan.messages import Words
from kepatuhan.problems import ProblemsFound, errors
from kepatuhan.report.problems_text import problem_lines
from kepatuhan.report.score_report import InputHash, NotScorable, ScoreReport
from kepatuhan.scoring.scoring import score

OUTPUT_FORMATS = {".json": "json", ".csv": "csv", ".md": "markdown"}
"""What a file's ending says it is to hold."""


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
    target = _number(request.target, "--target", words)
    least = _number(request.fail_under, "--fail-under", words)
    _refuse_impossible_outputs(request.outputs, words)
    refuse_unwritable(request.outputs, request.workbooks, force=request.force)
    instrument = load_instrument(request.instrument) if request.instrument is not None else None
    with Progress(words) as progress:
        reading = read_answers(request.workbooks, instrument, partial=request.is_partial, on_progress=progress.at)
    instrument = reading.instrument
    for value, option in ((target, "--target"), (least, "--fail-under")):
        if value is not None and value > instrument.full_score:
            raise typer.BadParameter(words.text("usage.too_high", full=instrument.full_score), param_hint=option)
    report = ScoreReport(
        result=score(instrument, reading.units, target),
        inputs=tuple(InputHash(entry.file, entry.sha256) for entry in reading.inputs),
        problems=reading.problems,
        version=__version__,
        institution_name=request.institution,
        not_scorable=tuple(NotScorable(entry.unit, entry.problems, entry.position) for entry in reading.unsound),
        is_detailed=request.is_detailed,
    )
    # Files first: when one cannot be written, the run is refused and standard output has to stay empty.
    for output in request.outputs:
        write_text(output, _render(report, OUTPUT_FORMATS[output.suffix.lower()], settings), force=request.force)
    if request.output_format != "json":
        print_trouble(problem_lines(errors(reading.problems), words, settings.trouble_width))
    print_text(_render(report, request.output_format, settings))
    written = [words.text("output.written", file=str(output)) for output in request.outputs]
    print_trouble(written, settings.trouble_width)
    return _gate(report, least)


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


def _number(text: str | None, option: str, words: Words) -> Exact | None:
    """The number that an option states, with a decimal comma or point."""
    if text is None:
        return None
    number = from_decimal_text(text.strip().replace(",", "."))
    if number is None or number < 0:
        raise typer.BadParameter(words.text("usage.number", text=text), param_hint=option)
    return number


def _refuse_impossible_outputs(outputs: tuple[Path, ...], words: Words) -> None:
    """Endings that name no form, and one file that is named twice."""
    for position, output in enumerate(outputs):
        if output.suffix.lower() not in OUTPUT_FORMATS:
            known = words.text("usage.endings", file=str(output), endings=tuple(OUTPUT_FORMATS))
            raise typer.BadParameter(known, param_hint="--output")
        if output.absolute() in [other.absolute() for other in outputs[:position]]:
            raise typer.BadParameter(words.text("usage.output_twice", file=str(output)), param_hint="--output")
