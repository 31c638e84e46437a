"""``kepatuhan check --format text``: for people, file by file, each problem with its line and a caret."""

from collections.abc import Iterator

from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem
from kepatuhan.report.check_report import CheckReport, shown_of_each_file
from kepatuhan.report.excerpt import excerpt
from kepatuhan.report.page import Page, styled, wrapped
from kepatuhan.report.problems_text import problem_line, summary_line

_WIDTH_WITHOUT_TERMINAL = 120
_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.NOTE: "bold cyan"}


def render(report: CheckReport, words: Words, page: Page) -> str:
    """The problems of each file, an empty line between two files that have some, and how many there are."""
    groups = list(shown_of_each_file(report.problems))
    blocks = ["\n".join(_block(report, shown, left, words, page)) + "\n" for shown, left in groups]
    summary = wrapped(summary_line(report.problems, len(report.files), words), page.width)
    return "\n".join(blocks) + f"{summary}\n"


def _block(report: CheckReport, shown: list[Problem], left: int, words: Words, page: Page) -> Iterator[str]:
    for problem in shown:
        yield _coloured(problem_line(problem, words, page.width), problem, words, page)
        line = report.source_line(problem)
        if line and problem.where is not None:
            yield from _excerpt(line, problem, page)
    if left:
        yield wrapped(words.text("problems.more", count=left), page.width)


def _coloured(text: str, problem: Problem, words: Words, page: Page) -> str:
    """The line of a problem with its level in the colour of the level."""
    level = f"{words.text(f'level.{problem.level.value}')}:"
    start = text.index(level, len(words.where(problem.where)))
    return text[:start] + styled(level, _STYLES[problem.level], page) + text[start + len(level) :]


def _excerpt(line: str, problem: Problem, page: Page) -> Iterator[str]:
    assert problem.where is not None
    number = f"{problem.where.line} | "
    width = (page.width or _WIDTH_WITHOUT_TERMINAL) - len(number) - 2
    shown, caret = excerpt(line, problem.where.column or 1, width, ascii_only=page.ascii_only)
    yield f"  {styled(number, 'dim', page)}{shown}"
    yield f"  {styled(' ' * (len(number) - 2) + '| ', 'dim', page)}{styled(caret, _STYLES[problem.level], page)}"
