"""``kepatuhan explain``: read, score, explain one unit, report."""

from pathlib import Path
from typing import NamedTuple

from kepatuhan import __version__
from kepatuhan.api import load_instrument, read_answers
from kepatuhan.cli.options import OUTPUT_FORMATS, refuse_impossible_outputs
from kepatuhan.cli.output import print_text, print_trouble, refuse_unwritable, write_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.cli.units import find_unit
from kepatuhan.problems import ProblemsFound, Term, error, errors
from kepatuhan.report.explain_report import ExplainReport
from kepatuhan.report.score_report import InputHash
from kepatuhan.report.score_values import STATUS_MESSAGES
from kepatuhan.scoring.explaining import Absence, absence, explain
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.scoring.scoring import score
from kepatuhan.spelling import fold, nearest

_ABSENCES = {
    Absence.NOT_SCORED: "absence.not_scored",
    Absence.OTHER_TYPE: "absence.other_type",
    Absence.NOT_COUNTED: "absence.not_counted",
}


class ExplainRequest(NamedTuple):
    """What was asked for on the command line."""

    workbooks: tuple[Path, ...]
    instrument: str | None
    unit: str
    component: str | None
    output_format: str
    outputs: tuple[Path, ...]
    force: bool


def run_explain(request: ExplainRequest, settings: Settings) -> None:
    """Explain and print. The unit's part in its institution needs all units: workbooks with problems are refused.

    Raises:
        ProblemsFound: when there is nothing to explain.
        typer.BadParameter: for options that cannot be.
    """
    words = settings.words
    refuse_impossible_outputs(request.outputs, words, tuple(OUTPUT_FORMATS))
    refuse_unwritable(request.outputs, request.workbooks, force=request.force)
    instrument = load_instrument(request.instrument) if request.instrument is not None else None
    with Progress(words) as progress:
        try:
            reading = read_answers(request.workbooks, instrument, keeps_places=True, on_progress=progress.at)
        except ProblemsFound as found:
            found.add_note(words.plural("problems.no_result", len(errors(found.problems))))
            raise
    assert reading.places is not None
    result = score(reading.instrument, reading.units)
    unit = find_unit(request.unit, result)
    if unit.score is None:
        raise ProblemsFound([error("KP790", name=unit.unit, status=Term(STATUS_MESSAGES[unit.status]))])
    report = ExplainReport(
        explanation=explain(result, unit.unit, _component(request.component, result, unit)),
        places=reading.places.of(unit.unit),
        inputs=tuple(InputHash(entry.file, entry.sha256) for entry in reading.inputs),
        problems=reading.problems,
        version=__version__,
    )
    for output in request.outputs:
        write_text(output, _render(report, OUTPUT_FORMATS[output.suffix.lower()], settings), force=request.force)
    print_text(_render(report, request.output_format, settings))
    written = [words.text("output.written", file=str(output)) for output in request.outputs]
    print_trouble(written, settings.trouble_width)


def _component(wanted: str | None, result: Result, unit: UnitResult) -> str | None:
    """The id of the component that is meant, as the instrument spells it; None for the whole unit.

    Raises:
        ProblemsFound: when there is none of that id, or it has no part in the unit's score.
    """
    if wanted is None:
        return None
    instrument = result.instrument
    found = next((each for each in instrument.walk() if fold(each.id) == fold(wanted)), None)
    if found is None:
        near = nearest(wanted, [each.id for each in instrument.walk()], likeness=0.6) or ""
        raise ProblemsFound([error("KP791", name=wanted, instrument=instrument.id, near=near)])
    if all(part.component.id != found.id for top in unit.components for part in top.walk()):
        reason = Term(_ABSENCES[absence(unit, found)])
        raise ProblemsFound([error("KP792", id=found.id, name=unit.unit, reason=reason)])
    return found.id


def _render(report: ExplainReport, form: str, settings: Settings) -> str:
    if form == "json":
        from kepatuhan.report.explain_json import render_explain_json

        return render_explain_json(report, settings.words)
    if form == "csv":
        from kepatuhan.report.explain_csv import render_explain_csv

        return render_explain_csv(report, settings.words)
    if form == "markdown":
        from kepatuhan.report.explain_markdown import render_explain_markdown

        return render_explain_markdown(report, settings.words)
    from kepatuhan.report.explain_text import render_explain_text

    return render_explain_text(report, settings.words, settings.page)
