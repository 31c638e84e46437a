"""``kepatuhan check``: every problem of indicator files and workbooks, without scoring."""

import os
from collections.abc import Iterable
from pathlib import Path

from kepatuhan import __version__
from kepatuhan.api import bundled_library, check_instruments, load_instrument
from kepatuhan.checking.catalogue import RULES
from kepatuhan.cli.checkable_files import CheckableFiles, find_checkable
from kepatuhan.cli.output import print_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.cli.source_lines import source_lines
from kepatuhan.cli.step_summary import write_step_summary
from kepatuhan.problems import Problem, ProblemsFound
from kepatuhan.report.check_report import CheckReport, in_order, portable, render_check
from kepatuhan.workbook.reading import read_workbooks

DEFAULT_FOLDER = Path("indicators")


def run_check(
    paths: list[Path], instrument: str | None, output_format: str, settings: Settings, *, is_strict: bool
) -> int:
    """Check and print; return 1 when there are errors (with ``is_strict`` warnings too), else 0.

    Raises:
        ProblemsFound: when there is nothing to check.
    """
    try:
        found = find_checkable(paths or [DEFAULT_FOLDER])
    except ProblemsFound as nothing:
        if not paths:
            nothing.add_note(settings.words.text("check.default"))
        raise
    report = _check(found, instrument, settings, is_strict=is_strict)
    if output_format == "auto":
        output_format = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    shown = report if output_format == "text" else _portable(report)
    page = settings.page._replace(width=settings.output_width)
    print_text(render_check(shown, output_format, settings.words, page))
    write_step_summary(_portable(report), settings)
    return 1 if any(report.fails(problem) for problem in report.problems) else 0


def _check(found: CheckableFiles, instrument: str | None, settings: Settings, *, is_strict: bool) -> CheckReport:
    problems = [*check_instruments(found.indicator_files), *found.notes]
    if found.workbooks:
        problems.extend(_workbook_problems(found.workbooks, instrument, settings))
    files = tuple(str(file) for file in (*found.indicator_files, *found.workbooks))
    names = {rule.code: rule.name for rule in RULES.values()}
    return CheckReport(in_order(problems), files, source_lines(problems), __version__, is_strict, names)


def _workbook_problems(workbooks: tuple[Path, ...], instrument: str | None, settings: Settings) -> Iterable[Problem]:
    wanted = load_instrument(instrument) if instrument is not None else None
    try:
        with Progress(settings.words) as progress:
            return read_workbooks(workbooks, wanted, bundled_library(), progress.at).problems
    except ProblemsFound as found:
        return found.problems


def _portable(report: CheckReport) -> CheckReport:
    """The report with the names of files as programs on other machines know them."""
    here = Path.cwd()

    def moved(problem: Problem) -> Problem:
        where = problem.where
        return problem if where is None else problem._replace(where=where._replace(file=portable(where.file, here)))

    return report._replace(
        problems=tuple(map(moved, report.problems)),
        files=tuple(portable(file, here) for file in report.files),
        source={portable(file, here): lines for file, lines in report.source.items()},
    )
