"""``kepatuhan check --format github``: workflow commands, which GitHub shows beside the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst stand first. In the log it hides
the properties of a command: the message says the place once more.
"""

from collections.abc import Iterable, Iterator

from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem
from kepatuhan.report.check_report import CheckReport, shown_of_each_file, worst_first
from kepatuhan.report.page import Page
from kepatuhan.report.problems_text import summary_line

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: CheckReport, words: Words, _page: Page) -> str:
    """A command for every problem that a person is shown, the worst first, and how many there are."""
    groups = list(shown_of_each_file(report.problems))
    lines = github_commands((problem for shown, _ in groups for problem in shown), words)
    left = sum(left for _, left in groups)
    if left:
        lines.append(words.text("problems.more_in_all", count=left))
    lines.append(summary_line(report.problems, len(report.files), words))
    return "".join(f"{line}\n" for line in lines)


def github_commands(problems: Iterable[Problem], words: Words) -> list[str]:
    """A command for every problem, the worst first."""
    return [_command(problem, words) for problem in worst_first(problems)]


def _command(problem: Problem, words: Words) -> str:
    properties = ",".join(f"{name}={value.translate(_IN_PROPERTIES)}" for name, value in _properties(problem))
    place = words.where(problem.where)
    message = f"{place + ': ' if place else ''}{words.problem(problem)}"
    return f"::{_COMMANDS[problem.level]} {properties}::{message.translate(_IN_MESSAGES)}"


def _properties(problem: Problem) -> Iterator[tuple[str, str]]:
    where = problem.where
    if where is not None:
        yield "file", where.file
        if where.line is not None:
            yield "line", str(where.line)
            yield "col", str(where.column or 1)
    yield "title", problem.code
