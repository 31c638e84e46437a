"""``kepatuhan check``: every problem of indicator files and workbooks, without scoring."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kepatuhan import __version__
from kepatuhan.api import bundled_library, check_instruments, load_instrument
from kepatuhan.checking.catalogue import RULES
from kepatuhan.cli.checkable_files import CheckableFiles, find_checkable
from kepatuhan.cli.output import print_text, print_trouble
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.running import CANNOT_SCORE
from kepatuhan.cli.settings import Settings
from kepatuhan.cli.source_lines import source_lines
from kepatuhan.cli.step_summary import write_step_summary
from kepatuhan.problems import Problem, ProblemsFound
from kepatuhan.report.check_github import github_commands
from kepatuhan.report.check_report import CheckReport, in_order, portable, render_check
from kepatuhan.workbook.reading import read_workbooks

DEFAULT_FOLDER = Path("indicators")


def run_check(
    paths: list[Path], instrument: str | None, output_format: str, settings: Settings, *, is_strict: bool
) -> int:
    """Check and print; return 1 when there are errors (with ``is_strict`` warnings too), else 0.

    Where nothing could be checked, GitHub gets its annotations on standard error (it reads both), and 3 is returned.

    Raises:
        ProblemsFound: when there is nothing to check, in every other form.
    """
    if output_format == "auto":
        output_format = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    try:
        report = _check(_found(paths, settings), instrument, settings, is_strict=is_strict)
    except ProblemsFound as refused:
        if output_format != "github":
            raise
        commands = github_commands(_named_from_here(refused.problems), settings.words)
        print_trouble([*commands, *getattr(refused, "__notes__", ())])
        return CANNOT_SCORE
    shown = report if output_format == "text" else _portable(report)
    page = settings.page._replace(width=settings.output_width)
    print_text(render_check(shown, output_format, settings.words, page))
    write_step_summary(_portable(report), settings)
    return 1 if any(report.fails(problem) for problem in report.problems) else 0


def _found(paths: list[Path], settings: Settings) -> CheckableFiles:
    try:
        return find_checkable(paths or [DEFAULT_FOLDER])
    except ProblemsFound as nothing:
        if not paths:
            nothing.add_note(settings.words.text("check.default"))
        raise


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
    return report._replace(
        problems=_named_from_here(report.problems),
        files=tuple(portable(file, here) for file in report.files),
        source={portable(file, here): lines for file, lines in report.source.items()},
    )


def _named_from_here(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    here = Path.cwd()

    @cache  # a file may have many problems
    def named(file: str) -> str:
        return portable(file, here)

    def moved(problem: Problem) -> Problem:
        where = problem.where
        return problem if where is None else problem._replace(where=where._replace(file=named(where.file)))

    return tuple(map(moved, problems))
