"""What holds for every command: the language, colour, the width of the page. Found before the command line is parsed.

Help texts and usage errors need the language before anything else does, so ``--lang`` and its companions are looked for
in the raw arguments; the parser knows them too, before and after the command, so that a wrong one is refused.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from typing import NamedTuple

from kepatuhan.messages import DEFAULT_LANGUAGE, LANGUAGES, Words
from kepatuhan.report.page import Page

LANGUAGE_VARIABLE = "KEPATUHAN_LANG"


class Settings(NamedTuple):
    """The settings of one run."""

    words: Words
    page: Page
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
    return Settings(words, _page(no_color=no_color), traceback)


def _page(*, no_color: bool) -> Page:
    is_terminal = sys.stdout.isatty()
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        width: int | None = int(columns)
    else:
        width = shutil.get_terminal_size().columns if is_terminal else None
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return Page(
        width=max(width, 40) if width else None,
        has_colour=is_terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not encoding.startswith("utf"),
    )
