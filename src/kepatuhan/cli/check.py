"""``kepatuhan check``: every problem of indicator files and workbooks, without scoring."""

from collections.abc import Iterable
from pathlib import Path

from kepatuhan.api import bundled_library, check_instruments, load_instrument
from kepatuhan.cli.output import print_text
from kepatuhan.cli.progress import Progress
from kepatuhan.cli.settings import Settings
from kepatuhan.problems import Level, Problem, ProblemsFound, Term, Where, error
from kepatuhan.report.page import wrapped
from kepatuhan.report.problems_json import render_check_json
from kepatuhan.report.problems_text import problem_lines, summary_line
from kepatuhan.workbook.files import ENDINGS
from kepatuhan.workbook.reading import read_workbooks

DEFAULT_FOLDER = Path("indicators")
INSTRUMENT_ENDINGS = (".yaml", ".yml")


def run_check(
    paths: list[Path], instrument: str | None, output_format: str, settings: Settings, *, is_strict: bool
) -> int:
    """Check and print; return 1 when there are errors (with ``is_strict`` warnings too), else 0.

    Raises:
        ProblemsFound: when there is nothing to check.
    """
    try:
        indicator_files, workbooks = _files(paths or [DEFAULT_FOLDER])
    except ProblemsFound as found:
        if not paths:
            found.add_note(settings.words.text("check.default"))
        raise
    problems: list[Problem] = []
    problems.extend(check_instruments(indicator_files))
    if workbooks:
        problems.extend(_workbook_problems(workbooks, instrument, settings))
    count = len(indicator_files) + len(workbooks)
    if output_format == "json":
        print_text(render_check_json(problems, count, settings.words))
    else:
        for line in problem_lines(problems, settings.words, settings.output_width):
            print_text(f"{line}\n")
        summary = summary_line(problems, count, settings.words)
        print_text(f"{wrapped(summary, settings.output_width)}\n")
    failing = {Level.ERROR, Level.WARNING} if is_strict else {Level.ERROR}
    return 1 if any(problem.level in failing for problem in problems) else 0


def _workbook_problems(workbooks: list[Path], instrument: str | None, settings: Settings) -> Iterable[Problem]:
    wanted = load_instrument(instrument) if instrument is not None else None
    try:
        with Progress(settings.words) as progress:
            return read_workbooks(workbooks, wanted, bundled_library(), progress.at).problems
    except ProblemsFound as found:
        return found.problems


def _files(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    """The indicator files and the workbooks that ``paths`` name.

    Raises:
        ProblemsFound: for what is missing, is neither, or is a folder without any.
    """
    indicator_files: list[Path] = []
    workbooks: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found = sorted(entry for entry in path.iterdir() if _is_checkable(entry)) if path.is_dir() else [path]
            found = [file for file in found if file.exists()] or found
        except OSError as trouble:
            reason = Term("reason.denied") if isinstance(trouble, PermissionError) else str(trouble.strerror)
            problems.append(error("KP702", Where(str(path)), reason=reason))
            continue
        if not found:
            problems.append(error("KP735", Where(str(path)), endings=(*INSTRUMENT_ENDINGS, *ENDINGS)))
        for file in found:
            if not file.exists():
                problems.append(error("KP702", Where(str(file)), reason=Term("reason.missing")))
            elif file.suffix.lower() in INSTRUMENT_ENDINGS:
                indicator_files.append(file)
            else:
                workbooks.append(file)
    if problems:
        raise ProblemsFound(problems)
    return list(dict.fromkeys(indicator_files)), list(dict.fromkeys(workbooks))


def _is_checkable(path: Path) -> bool:
    known = path.suffix.lower() in (*INSTRUMENT_ENDINGS, *ENDINGS)
    return known and path.is_file() and not path.name.startswith(("~$", "."))
