"""Problems for people: one line each, worst first within a file, a long list cut with a word about it."""

from collections.abc import Iterable, Iterator

from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem
from kepatuhan.report.page import wrapped

MOST_PER_FILE = 20
_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def problem_lines(
    problems: Iterable[Problem], words: Words, width: int | None = None, most_per_file: int = MOST_PER_FILE
) -> Iterator[str]:
    """The lines to show, grouped by file in the order of their first problem, broken between words at ``width``."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.where.file if problem.where else "", []).append(problem)
    for found in by_file.values():
        ordered = sorted(found, key=lambda problem: _ORDER[problem.level])
        for problem in ordered[:most_per_file]:
            yield problem_line(problem, words, width)
        if len(ordered) > most_per_file:
            yield wrapped(words.text("problems.more", count=len(ordered) - most_per_file), width)


def problem_line(problem: Problem, words: Words, width: int | None = None) -> str:
    """One problem: where, how bad, what and what to do, and the code to look it up by."""
    where = words.where(problem.where)
    level = words.text(f"level.{problem.level.value}")
    line = f"{where + ': ' if where else ''}{level}: {words.problem(problem)} [{problem.code}]"
    return wrapped(line, width, whole=where)


def summary_line(problems: Iterable[Problem], files: int, words: Words) -> str:
    """How many files were checked, and what was found in them."""
    found = list(problems)
    wrong = sum(problem.level is Level.ERROR for problem in found)
    warnings = sum(problem.level is Level.WARNING for problem in found)
    return words.text("problems.summary", files=files, errors=wrong, warnings=warnings)
