"""The one type every complaint is made of: a code, how bad it is, where it is, and the facts for the sentence.

No words here. The catalogue of a language (``kepatuhan.messages``) has one entry per code and fills in the facts; so a
problem can be shown in Indonesian, in English, or as json, and the core never holds a sentence.
"""

import errno
from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from kepatuhan.exact import Exact


class Term(str):
    """A fact that is itself an entry of the catalogue (``kind.number``): the words are filled in with the sentence."""

    __slots__ = ()


Fact = str | Exact | tuple[str, ...]


class Level(Enum):
    """How bad a problem is: an error stops a result, a warning does not, a note is for the record."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "info"


class Where(NamedTuple):
    """The place of a problem: a line and column of a text file, or a cell of a sheet.

    Lines, columns and rows start at 1. ``sheet`` is None for .csv. ``cell`` is in Excel letters, such as ``D14``.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None


class Problem(NamedTuple):
    """One complaint. ``code`` never changes its meaning; ``facts`` are the placeholders of its sentence."""

    code: str
    level: Level
    where: Where | None = None
    facts: Mapping[str, Fact] = MappingProxyType({})
    unit: str | None = None
    """The unit whose score the problem spoils, when it is only that one."""


class ProblemsFound(Exception):  # noqa: N818 - it is what happened, not a fault of the program
    """Raised by the public functions when an input cannot be used; ``problems`` holds every one that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(", ".join(f"{problem.code} {dict(problem.facts)}" for problem in self.problems[:5]))


def error(code: str, where: Where | None = None, *, unit: str | None = None, **facts: Fact) -> Problem:
    """A problem that must be mended before there is a result."""
    return Problem(code, Level.ERROR, where, facts, unit)


def warning(code: str, where: Where | None = None, *, unit: str | None = None, **facts: Fact) -> Problem:
    """A problem that leaves the result valid but should be looked at."""
    return Problem(code, Level.WARNING, where, facts, unit)


def note(code: str, where: Where | None = None, *, unit: str | None = None, **facts: Fact) -> Problem:
    """Something that was done and should be known, such as a sheet that was skipped."""
    return Problem(code, Level.NOTE, where, facts, unit)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of ``problems`` that stop a result."""
    return [problem for problem in problems if problem.level is Level.ERROR]


_REASONS = {
    errno.ENOENT: "reason.missing",
    errno.EACCES: "reason.denied",
    errno.EPERM: "reason.denied",
    errno.ELOOP: "reason.loop",
    errno.ENOSPC: "reason.no_space",
    errno.EDQUOT: "reason.no_space",
}


def reason_of(trouble: OSError) -> str:
    """Why a file could not be read or written, as a fact of a message."""
    known = _REASONS.get(trouble.errno or 0)
    return Term(known) if known else trouble.strerror or type(trouble).__name__
