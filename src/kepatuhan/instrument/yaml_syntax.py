"""Why a text is no YAML, in terms of the catalogue, at the place of the cause rather than where the parser gave up.

Imported only when there is something to explain. The parser's own words (libyaml's and PyYAML's differ a little) are
looked at here and shown to nobody.
"""

import re
from typing import Any, NamedTuple

import yaml

from kepatuhan.instrument.yaml_compose import MAX_DEPTH
from kepatuhan.problems import Problem, Term, Where, error

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_INVISIBLE = re.compile(r" *(?![ \t])[\s\u200b\u2060\ufeff]")
"""Indentation with a space that is none to YAML: a no-break space, as it comes along from a web page."""

_CURLY = re.compile(r"(?:: |- |, |[\[{])[“”„‘’]")
"""A value that begins with a quotation mark of a word processor, which is a letter like others to YAML."""


class _Known(NamedTuple):
    """A fragment of what the parser says, the reason it means, and whether the cause is where its context began."""

    fragment: str
    reason: str
    at_context: bool = False


_KNOWN = (
    _Known("unknown escape character", "yaml.escape"),
    _Known("expected escape sequence", "yaml.escape"),
    _Known("scanning a quoted scalar", "yaml.quote", at_context=True),
    _Known("another document", "yaml.documents"),
    _Known("mapping values are not allowed", "yaml.colon"),
    _Known("could not find expected ':'", "yaml.no_colon", at_context=True),
    _Known("while parsing a flow", "yaml.comma"),
    _Known("cannot start any token", "yaml.character"),
    _Known("undefined alias", "yaml.alias"),
    _Known("undefined tag handle", "yaml.tag"),
    _Known("did not find expected key", "yaml.indent"),
    _Known("did not find expected '-' indicator", "yaml.indent"),
    _Known("expected <block end>", "yaml.indent"),
)
"""The first that is found counts."""


def syntax_problem(mistake: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem that a mistake of the parser stands for."""
    lines = text.splitlines()
    noticed = mistake.problem_mark or mistake.context_mark
    opened = mistake.context_mark or noticed
    said = f"{mistake.context or ''}: {mistake.problem or ''}"
    if "maximum nesting depth" in said:  # libyaml from 0.2.6 on has a limit of its own, far above ours
        return error("KP104", _where(file, noticed), excess=Term("excess.depth"), limit=str(MAX_DEPTH))
    known = next((known for known in _KNOWN if known.fragment in said), _Known("", "yaml.other"))
    reason, mark = known.reason, opened if known.at_context else noticed
    if noticed is not None and reason != "yaml.quote":
        quote = _quote_before(noticed, text)
        if quote is not None:
            reason, mark = "yaml.quote", quote
        elif _has_tab(lines, noticed.line):
            return error("KP116", _where(file, noticed))
        elif _INVISIBLE.match(_row(lines, noticed.line)):
            reason, mark = "yaml.space", noticed
        elif _CURLY.search(_row(lines, noticed.line)):
            reason, mark = "yaml.curly", noticed
        elif reason == "yaml.comma" and opened is not None and opened.line < noticed.line:
            is_outside = _indentation(lines, noticed.line) <= _indentation(lines, opened.line)
            if is_outside:  # a line of the block around it: the bracket was left open
                reason, mark = "yaml.bracket", opened
    return error("KP103", _where(file, mark), reason=Term(reason))


def _quote_before(noticed: Any, text: str) -> Any:
    """Where a quoted text of several lines begins that ends just before the mistake, on its line; None without one.

    A quotation mark that was not closed ends at the next one, and what follows there makes no sense.
    """
    found = None
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if (token.end_mark.line, token.end_mark.column) > (noticed.line, noticed.column):
                break
            if token.start_mark.line < token.end_mark.line == noticed.line and getattr(token, "style", "") in (
                "'",
                '"',
            ):
                found = token.start_mark
    except yaml.YAMLError:
        pass
    return found


def _has_tab(lines: list[str], line: int) -> bool:
    """Whether the indentation of a line holds a tab."""
    row = _row(lines, line)
    return "\t" in row[: len(row) - len(row.lstrip(" \t-"))]


def _indentation(lines: list[str], line: int) -> int:
    row = _row(lines, line)
    return len(row) - len(row.lstrip(" "))


def _row(lines: list[str], line: int) -> str:
    return lines[line] if line < len(lines) else ""


def _where(file: str, mark: Any) -> Where:
    return Where(file, line=mark.line + 1, column=mark.column + 1) if mark else Where(file, line=1, column=1)
