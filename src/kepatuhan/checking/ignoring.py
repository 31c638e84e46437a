"""What the comments ``# kepatuhan: ignore`` of a file silence, and what is wrong with those comments themselves.

Warnings and notes can be silenced, where a reason is given. An error cannot: a file with one is not safe to score with,
whoever agrees to it.
"""

from collections.abc import Iterator, Sequence

from kepatuhan.checking.catalogue import RULES, near_rule
from kepatuhan.instrument.ignore_comments import IgnoreComment
from kepatuhan.instrument.loading import WrittenInstrument
from kepatuhan.problems import Level, Problem, Where, warning

_ABOUT_COMMENTS = frozenset({"KP124", "KP125", "KP126", "KP127"})


def without_ignored(problems: Sequence[Problem], written: WrittenInstrument) -> list[Problem]:
    """``problems`` without those that comments silence, and with those of the comments."""
    comments = written.document.ignore_comments
    if not comments:
        return list(problems)
    silenced = {
        (comment.holds_for, code) for comment in comments if comment.reason for code in comment.codes if _may(code)
    }
    kept = [problem for problem in problems if _key(problem) not in silenced or problem.level is Level.ERROR]
    found = {_key(problem) for problem in problems}
    return kept + [problem for comment in comments for problem in _about(comment, found, written)]


def _key(problem: Problem) -> tuple[int | None, str]:
    return problem.where.line if problem.where else None, problem.code


def _may(code: str) -> bool:
    """Whether a code is one that can be silenced."""
    return code in RULES and RULES[code].level is not Level.ERROR and code not in _ABOUT_COMMENTS


def _about(comment: IgnoreComment, found: set[tuple[int | None, str]], written: WrittenInstrument) -> Iterator[Problem]:
    """KP124 to KP127: a comment without code or reason, of an unknown code, without use, or of an error.

    Whether it is of use cannot be told where the shape of the file is wrong, for then not every rule is asked.
    """
    where = Where(written.file, line=comment.line, column=comment.column)
    if not comment.codes or not comment.reason:
        yield warning("KP124", where)
        return
    for code in comment.codes:
        if code not in RULES:
            yield warning("KP125", where, wrong=code, near=near_rule(code) or "")
        elif RULES[code].level is Level.ERROR:
            yield warning("KP127", where, wrong=code)
        elif (comment.holds_for, code) not in found and not written.problems:
            yield warning("KP126", where, wrong=code)
