"""Problems for people: one line each, worst first within a file, a long list cut with a word about it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
        ordered = sorted(_fair(found, most_per_file), key=lambda problem: _ORDER[problem.level])
        for problem in ordered:
            yield problem_line(problem, words, width)
        if len(found) > most_per_file:
            yield wrapped(words.text("problems.more", count=len(found) - most_per_file), width)


def _fair(found: Sequence[Problem], most: int) -> list[Problem]:
    """At most ``most`` of the problems of a file, in their order: the worst level first, and of each cause one before
    any has a second, so that a thousand wrong answers do not hide the one sheet that could not be read.
    """
    if len(found) <= most:
        return list(found)
    times: Counter[str] = Counter()
    turns: list[tuple[int, int, int]] = []
    for position, problem in enumerate(found):
        turns.append((_ORDER[problem.level], times[problem.code], position))
        times[problem.code] += 1
    return [found[position] for position in sorted(position for _, _, position in sorted(turns)[:most])]


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
