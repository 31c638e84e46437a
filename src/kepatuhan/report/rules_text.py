"""What the rules for indicator files are, for people: all of them in a list, or one with an example."""

from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import NamedTuple

from kepatuhan.messages import Words
from kepatuhan.messages.explanation import explanations, meanings
from kepatuhan.problems import Level
from kepatuhan.report.page import wrapped


class RuleFacts(NamedTuple):
    """A rule; to explain it, also the lines that break it and those that keep it."""

    code: str
    name: str
    level: Level
    wrong: str | None = None
    right: str | None = None


def render_rules(rules: Iterable[RuleFacts], words: Words, width: int | None) -> str:
    """A line for each rule: its code, how bad a breach is, its name and its title."""
    told = explanations(words.language)
    lines = [f"{rule.code}  {_level(rule, words)}  {rule.name}: {told[rule.code].title}" for rule in rules]
    return "".join(f"{wrapped(line, width)}\n" for line in [*lines, "", words.text("rules.more")])


def render_rule(rule: RuleFacts, words: Words, width: int | None) -> str:
    """One rule: what it is, why it matters, how to mend what breaks it, and an example."""
    return "\n".join(_rule(rule, words, width)) + "\n"


class WorkbookProblem(NamedTuple):
    """A problem of workbooks: the tables that have it and those that do not (none where text cannot show it)."""

    code: str
    address: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def render_workbook_problem(problem: WorkbookProblem, words: Words, width: int | None) -> str:
    """What the message of a code says, what it means, and an example."""
    return "\n".join(_workbook_problem(problem, words, width)) + "\n"


def _workbook_problem(problem: WorkbookProblem, words: Words, width: int | None) -> Iterator[str]:
    yield problem.code
    yield wrapped(words.template(problem.code), width)
    meaning = meanings(words.language).get(problem.code)
    if meaning is not None:
        yield ""
        yield wrapped(f"{words.text('rules.why')} {meaning}", width)
    for heading, tables in (("rules.wrong", problem.wrong), ("rules.right", problem.right)):
        for table in tables:
            yield from _example(heading, table, words)
    yield ""
    yield wrapped(words.text("rules.elsewhere", page=problem.address), width)


def _example(heading: str, lines: str, words: Words) -> Iterator[str]:
    yield ""
    yield words.text(heading)
    yield indent(lines.rstrip("\n"), "    ")


def _rule(rule: RuleFacts, words: Words, width: int | None) -> Iterator[str]:
    told = explanations(words.language)[rule.code]
    yield wrapped(f"{rule.code}  {rule.name}  ({_level(rule, words)})", width)
    yield wrapped(f"{told.title}.", width)
    yield ""
    yield wrapped(f"{words.text('rules.why')} {told.why}", width)
    yield wrapped(f"{words.text('rules.mend')} {told.mend}", width)
    for heading, lines in (("rules.wrong", rule.wrong), ("rules.right", rule.right)):
        if lines is not None:
            yield from _example(heading, lines, words)


def _level(rule: RuleFacts, words: Words) -> str:
    return words.text(f"level.{rule.level.value}")
