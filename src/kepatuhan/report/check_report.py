"""What a check found, and the forms in which it can be told: one module for each, with one function ``render``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem
from kepatuhan.report.page import Page

FORMATS = ("text", "json", "github", "sarif", "junit")
"""The names of the forms; ``check_NAME`` in this package renders one."""

MOST_PER_FILE = 50
"""How many problems of one file a person is shown; the forms for programs hold all."""

_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


class CheckReport(NamedTuple):
    """What a check of ``files`` found, in the order of the files and, within one, of the places."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    """Every file that was looked into, as problems name it."""
    source: Mapping[str, Mapping[int, str]]
    """By file and number, the lines at which problems were found; empty where a file could not be read again."""
    version: str
    is_strict: bool = False
    rule_names: Mapping[str, str] = MappingProxyType({})
    """By code, the names of rules that have one (those for indicator files)."""

    def fails(self, problem: Problem) -> bool:
        """Whether a problem makes the check fail."""
        return problem.level is Level.ERROR or (self.is_strict and problem.level is Level.WARNING)

    def source_line(self, problem: Problem) -> str | None:
        """The line of the file at which a problem was found."""
        where = problem.where
        return self.source.get(where.file, {}).get(where.line) if where and where.line is not None else None


def render_check(report: CheckReport, form: str, words: Words, page: Page) -> str:
    """The report in one of :data:`FORMATS`."""
    render: Callable[[CheckReport, Words, Page], str] = import_module(f"kepatuhan.report.check_{form}").render
    return render(report, words, page)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of each file together, by line and column; those in the cells of a workbook as they were read."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(file_of(problem), []).append(problem)
    return tuple(problem for found in by_file.values() for problem in sorted(found, key=_place))


def _place(problem: Problem) -> tuple[int, int, str]:
    where = problem.where
    return (where.line, where.column or 0, problem.code) if where and where.line is not None else (0, 0, "")


def file_of(problem: Problem) -> str:
    """The file of a problem; empty for one without."""
    return problem.where.file if problem.where else ""


def inside(problem: Problem) -> str:
    """The sheet and cell of a problem in a workbook; empty where it has none."""
    where = problem.where
    return "!".join(part for part in (where.sheet, where.cell) if part) if where else ""


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings before notes, else in the given order."""
    return sorted(problems, key=lambda problem: _ORDER[problem.level])


def shown_of_each_file(problems: Iterable[Problem], most: int = MOST_PER_FILE) -> Iterator[tuple[list[Problem], int]]:
    """File by file the problems to show a person, and how many are left out; the worst are kept."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(file_of(problem), []).append(problem)
    for found in by_file.values():
        kept = {id(problem) for problem in worst_first(found)[:most]}
        yield [problem for problem in found if id(problem) in kept], len(found) - len(kept)


def portable(file: str, folder: PurePath) -> str:
    """The name of ``file`` with forward slashes, as seen from ``folder`` when it lies below it."""
    path = PurePath(file)
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
