"""The comments ``# kepatuhan: ignore KP504 the reason``: which codes they silence on which line, and why.

At the end of a line a comment holds for that line; alone on a line it holds for the next line that has anything but
comments. A ``#`` inside a text is no comment, which only the scanner of YAML knows.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*kepatuhan\s*:?\s*ignore\b(?P<rest>.*)", re.IGNORECASE)
"""In any letter case, and without the colon too: what is meant is plain; to do nothing in silence would be worse."""

_CODE = re.compile(r"KP\d+", re.IGNORECASE)
_BLOCK_STYLES = ("|", ">")


class IgnoreComment(NamedTuple):
    """One comment at its place (from 1): the codes that it names, its reason (empty where it says none), and the line
    that it holds for.
    """

    line: int
    column: int
    codes: tuple[str, ...]
    reason: str
    holds_for: int


def ignore_comments(text: str) -> tuple[IgnoreComment, ...]:
    """The comments of a text that is sound YAML, in its order."""
    if "ignore" not in text.casefold():
        return ()
    lines = re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text)  # as YAML 1.1 counts lines
    found = [(number, match) for number, line in enumerate(lines) for match in [_COMMENT.search(line)] if match]
    if not found:
        return ()
    texts = list(_text_spans(text))
    starts = [start for start, _ in texts]
    next_said = _next_lines_with_something(lines)
    comments = []
    for number, match in found:
        place = (number, match.start())
        before = bisect_right(starts, place) - 1
        if before < 0 or place >= texts[before][1]:
            comments.append(_comment(number, match, next_said))
    return tuple(comments)


def _text_spans(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where every text begins and ends; a block text begins below its ``|``, beside which a comment may stand."""
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.ScalarToken):
            start = (token.start_mark.line, token.start_mark.column)
            if token.style in _BLOCK_STYLES:
                start = (start[0] + 1, 0)
            yield start, (token.end_mark.line, token.end_mark.column)


def _next_lines_with_something(lines: list[str]) -> list[int]:
    """For every line the first one from there on that holds more than a comment; itself where there is none."""
    found = list(range(len(lines)))
    for number in reversed(range(len(lines) - 1)):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            found[number] = found[number + 1]
    return found


def _comment(number: int, match: re.Match[str], next_said: list[int]) -> IgnoreComment:
    codes: list[str] = []
    words = match["rest"].replace(",", " ").split()
    while words and _CODE.fullmatch(words[0]):
        codes.append(words.pop(0).upper())
    is_alone = not match.string[: match.start()].strip()
    holds_for = next_said[number] if is_alone else number
    reason = " ".join(words) if any(map(_says_something, words)) else ""
    return IgnoreComment(number + 1, match.start() + 1, tuple(codes), reason, holds_for + 1)


def _says_something(word: str) -> bool:
    """Whether a word is more than hyphens, points and the like."""
    return any(character.isalnum() for character in word)
