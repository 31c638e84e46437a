"""What holds for every command: the language, colour, the width of the page. Found before the command line is parsed.

Help texts and usage errors need the language before anything else does, so ``--lang`` and its companions are looked for
in the raw arguments; the parser knows them too, before and after the command, so that a wrong one is refused.
"""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple, TextIO

from kepatuhan.messages import DEFAULT_LANGUAGE, LANGUAGES, Words
from kepatuhan.report.page import Page

LANGUAGE_VARIABLE = "KEPATUHAN_LANG"
_LEAST_WIDTH, _USUAL_WIDTH = 40, 80


class Settings(NamedTuple):
    """The settings of one run."""

    words: Words
    page: Page
    output_width: int | None
    """Where lines on standard output are broken between words: a terminal's width; None: nowhere."""
    trouble_width: int | None
    """The same for standard error."""
    shows_traceback: bool


def find_settings(arguments: Sequence[str]) -> Settings:
    """The settings that the arguments and the environment ask for; unknown languages are left to the parser."""
    language = os.environ.get(LANGUAGE_VARIABLE, "").strip().lower()[:2]
    no_color = traceback = False
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            language = arguments[index + 1]
        elif argument.startswith("--lang="):
            language = argument.removeprefix("--lang=")
        no_color = no_color or argument == "--no-color"
        traceback = traceback or argument == "--traceback"
    words = Words(language if language in LANGUAGES else DEFAULT_LANGUAGE)
    widths = _terminal_width(sys.stdout), _terminal_width(sys.stderr)
    return Settings(words, _page(no_color=no_color), *widths, traceback)


def _page(*, no_color: bool) -> Page:
    is_terminal = sys.stdout.isatty()
    width = _wanted_width() or _terminal_width(sys.stdout)
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return Page(
        width=width,
        has_colour=is_terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not encoding.startswith("utf"),
    )


def _terminal_width(stream: TextIO) -> int | None:
    """The width of the terminal that a stream is shown on; None where it goes into a pipe or a file."""
    if not stream.isatty():
        return None
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return _wanted_width() or max(columns or _USUAL_WIDTH, _LEAST_WIDTH)


def _wanted_width() -> int | None:
    columns = os.environ.get("COLUMNS", "")
    return max(int(columns), _LEAST_WIDTH) if columns.isdecimal() and int(columns) > 0 else None
