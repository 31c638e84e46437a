"""What the comments ``# kepatuhan: ignore`` of a file silence, and what is wrong with those comments themselves.

Warnings and notes can be silenced, where a reason is given. An error cannot: a file with one is not safe to score with,
whoever agrees to it.
"""

from collections.abc import Iterator, Sequence

from kepatuhan.checking.catalogue import RULES, near_rule
from kepatuhan.instrument.ignore_comments import IgnoreComment
from kepatuhan.instrument.loading import WrittenInstrument
from kepatuhan.problems import Level, Problem, Where, errors, warning

_ABOUT_COMMENTS = frozenset({"KP124", "KP125", "KP126", "KP127", "KP129"})


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
    first_on: dict[tuple[int, str], int] = {}
    is_sound = not errors(problems)
    for comment in comments:
        kept.extend(_about(comment, found, first_on, written.file, is_sound=is_sound))
    return kept


def _key(problem: Problem) -> tuple[int | None, str]:
    return problem.where.line if problem.where else None, problem.code


def _may(code: str) -> bool:
    """Whether a code is one that can be silenced."""
    return code in RULES and RULES[code].level is not Level.ERROR and code not in _ABOUT_COMMENTS


def _about(
    comment: IgnoreComment,
    found: set[tuple[int | None, str]],
    first_on: dict[tuple[int, str], int],
    file: str,
    *,
    is_sound: bool,
) -> Iterator[Problem]:
    """KP124 to KP127, KP129: a comment without code or reason, of an unknown code, without use, of an error, or again.

    Whether it is of use is asked of a file without errors (``is_sound``): else some rules have nothing to say yet.
    ``first_on`` holds, and is told, which line's comment is the first one for a code on a line.
    """
    where = Where(file, line=comment.line, column=comment.column)
    if not comment.codes or not comment.reason:
        yield warning("KP124", where)
        return
    for code in comment.codes:
        place = (comment.holds_for, code)
        if place in first_on:
            yield warning("KP129", where, wrong=code, first=first_on[place])
            continue
        first_on[place] = comment.line
        if code not in RULES:
            yield warning("KP125", where, wrong=code, near=near_rule(code) or "")
        elif RULES[code].level is Level.ERROR:
            yield warning("KP127", where, wrong=code)
        elif is_sound and place not in found:
            yield warning("KP126", where, wrong=code)
