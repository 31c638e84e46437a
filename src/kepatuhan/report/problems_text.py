"""Problems for people: one line each, worst first within a file, a long list cut with a word about it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem, Where
from kepatuhan.report.page import wrapped

MOST_PER_FILE = 20
_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


class Cause(NamedTuple):
    """The first problem of a cause, and those like it that follow."""

    first: Problem
    alike: tuple[Problem, ...] = ()


def problem_lines(
    problems: Iterable[Problem], words: Words, width: int | None = None, most_per_file: int = MOST_PER_FILE
) -> Iterator[str]:
    """The lines to show, grouped by file in the order of their first problem, broken between words at ``width``."""
    for found in _by_file(problems):
        causes = by_cause(found, most_per_file)
        for cause in causes:
            yield problem_line(cause.first, words, width, _alike(cause, words))
        left = len(found) - sum(1 + len(cause.alike) for cause in causes)
        if left:
            yield wrapped(words.text("problems.more", count=left), width)


def remark_lines(problems: Iterable[Problem], words: Words) -> Iterator[str]:
    """What should be known beside a result: its warnings and notes, those of one cause together where they are many.

    A warning has its code, by which the documentation explains it; a note explains itself.
    """
    for found in _by_file(problem for problem in problems if problem.level is not Level.ERROR):
        causes = by_cause(found, MOST_PER_FILE)
        for first, alike in causes:
            where = words.where(first.where)
            text = f"{where}: {words.problem(first)}" if where else words.problem(first)
            code = f" [{first.code}]" if first.level is Level.WARNING else ""
            yield f"{text}{code}{_alike(Cause(first, alike), words)}"
        left = len(found) - sum(1 + len(cause.alike) for cause in causes)
        if left:
            yield words.text("problems.more", count=left)


def by_cause(found: Sequence[Problem], most: int) -> list[Cause]:
    """The problems of one file, worst first: each by itself up to ``most``; those of one cause together beyond.

    A cause is a code with the indicator that it is about, or the code alone where those are more than ``most``. So a
    thousand wrong answers take a few lines, which name their cells, and do not hide the one sheet that could not be
    read. At most ``most`` causes are there.
    """
    ordered = sorted(found, key=lambda problem: _ORDER[problem.level])
    if len(found) <= most:
        return [Cause(problem) for problem in ordered]
    causes = _grouped(ordered, lambda problem: (problem.code, problem.facts.get("id")))
    if len(causes) > most:
        causes = _grouped(ordered, lambda problem: (problem.code,))
    return causes[:most]


def _grouped(ordered: Iterable[Problem], cause_of: Callable[[Problem], tuple[object, ...]]) -> list[Cause]:
    causes: dict[tuple[object, ...], list[Problem]] = {}
    for problem in ordered:
        causes.setdefault((problem.level, *cause_of(problem)), []).append(problem)
    return [Cause(first, tuple(alike)) for first, *alike in causes.values()]


def _by_file(problems: Iterable[Problem]) -> Iterable[list[Problem]]:
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.where.file if problem.where else "", []).append(problem)
    return by_file.values()


def _alike(cause: Cause, words: Words) -> str:
    """How many more there are of a cause, and where the next of them are."""
    if not cause.alike:
        return ""
    here = cause.first.where
    places = tuple(_inside(problem.where, here) for problem in cause.alike)
    return " " + words.text("problems.alike", count=len(places), places=tuple(place for place in places if place))


def _inside(where: Where | None, here: Where | None) -> str:
    """A place inside its file, without the sheet where that is the same."""
    if where is None:
        return ""
    if where.line is not None:
        return f"{where.line}:{where.column or 1}"
    sheet = None if here is not None and where.sheet == here.sheet else where.sheet
    return "!".join(part for part in (sheet, where.cell) if part)


def problem_line(problem: Problem, words: Words, width: int | None = None, more: str = "") -> str:
    """One problem: where, how bad, what and what to do, the code to look it up by, and ``more`` beside it."""
    where = words.where(problem.where)
    level = words.text(f"level.{problem.level.value}")
    line = f"{where + ': ' if where else ''}{level}: {words.problem(problem)} [{problem.code}]{more}"
    return wrapped(line, width, whole=where)


def summary_line(problems: Iterable[Problem], files: int, words: Words) -> str:
    """How many files were checked, and what was found in them."""
    found = list(problems)
    wrong = sum(problem.level is Level.ERROR for problem in found)
    warnings = sum(problem.level is Level.WARNING for problem in found)
    return words.text("problems.summary", files=files, errors=wrong, warnings=warnings)
