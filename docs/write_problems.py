"""Write docs/problems.md: every problem code with its messages, what it means, and a wrong and a right example.

``python docs/write_problems.py`` writes the page; with ``--check`` it only compares, and exits with 1 when the page on
disk is not the one it would write. The messages come from the two catalogues, the examples from
``kepatuhan.checking.cases`` and ``workbook_cases.py`` beside this file.
"""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from meanings import MEANINGS
from workbook_cases import CASES as WORKBOOK_CASES
from workbook_cases import INSTRUMENT, Case
from workbook_cases import SITUATIONS as WORKBOOK_SITUATIONS

from kepatuhan.checking.cases import BASE, BESIDE, CASES, SITUATIONS, failing
from kepatuhan.messages import english, indonesian

PAGE = Path(__file__).with_name("problems.md")

CODE = re.compile(r"KP\d{3}")
CODES = tuple(sorted(message_id for message_id in indonesian.TEXTS if CODE.fullmatch(message_id)))

AREAS = {
    "KP1": "YAML and shape of an indicator file",
    "KP2": "Weights",
    "KP3": "Scales",
    "KP4": "Bands, target and roll-up",
    "KP5": "Sources",
    "KP6": "Several indicator files",
    "KP7": "Workbooks and their layout",
    "KP8": "Answers in cells",
}

INTRODUCTION = """\
# Problems

<!-- Written by docs/write_problems.py from the catalogues and the worked cases; change those, not this page. -->

Every problem that `kepatuhan` reports has a code, which never changes its meaning, and a place: `file:line:column` in
an indicator file, `file, sheet!cell` in a workbook. Words in braces, such as `{id}`, stand for what was found there.
"""

INSTRUMENT_INTRODUCTION = """\
The examples of KP1xx to KP5xx are edits of this file, in which nothing is wrong; those of KP6xx stand beside it:
"""

WORKBOOK_INTRODUCTION = """\
The tables of KP7xx and KP8xx are `.csv` files for this instrument (a semicolon between cells, as Excel writes them in
Indonesia); the same holds for the cells of an Excel sheet:
"""


def render() -> str:
    """The whole page."""
    parts = [
        INTRODUCTION,
        "".join(_contents()),
        INSTRUMENT_INTRODUCTION,
        _fenced("yaml", BASE),
        WORKBOOK_INTRODUCTION,
        _fenced("yaml", INSTRUMENT),
    ]
    return "\n".join([*parts, *(_section(code) for code in CODES)])


def _contents() -> Iterator[str]:
    """One line for every area, with links to its codes."""
    for area, codes in groupby(CODES, key=lambda code: code[:3]):
        links = ", ".join(f"[{code}](#{code.lower()})" for code in codes)
        yield f"- {AREAS[area]}: {links}\n"


def _section(code: str) -> str:
    paragraphs = [f"## {code}\n", f"Indonesian: {indonesian.TEXTS[code]}\n", f"English: {english.TEXTS[code]}\n"]
    if code in MEANINGS:
        paragraphs.append(f"{MEANINGS[code]}\n")
    paragraphs.extend(_example(code))
    return "\n".join(paragraphs)


def _example(code: str) -> Iterator[str]:
    if code in CASES:
        yield from _file_example(code)
    elif code in BESIDE:
        case = BESIDE[code]
        yield "Wrong, in a file beside the one above:\n"
        yield _fenced("yaml", f"format: 1\n{case.bad}")
        yield "Right:\n"
        yield _fenced("yaml", f"format: 1\n{case.good}")
    elif code in WORKBOOK_CASES:
        yield from _table_example(WORKBOOK_CASES[code])
    elif code in WORKBOOK_SITUATIONS:
        situation = WORKBOOK_SITUATIONS[code]
        yield f"| Wrong | Right |\n| --- | --- |\n| {situation.wrong} | {situation.right} |\n"
    else:
        yield f"When: {SITUATIONS[code]}\n"


def _file_example(code: str) -> Iterator[str]:
    case = CASES[code]
    saved_as = "" if case.encoding == "utf-8" else f", in a file saved as {case.encoding}"
    yield f"Wrong{saved_as}:\n"
    yield _fenced("yaml", _around(failing(code), BASE.index(case.good), case.bad))
    yield "Right:\n"
    yield _fenced("yaml", _around(BASE, BASE.index(case.good), case.good))


def _around(text: str, start: int, fragment: str) -> str:
    """The lines of ``text`` that hold the fragment at ``start``, and one line before and after it."""
    first = text.count("\n", 0, start)
    last = first + fragment.rstrip("\n").count("\n")
    lines = text.splitlines(keepends=True)
    return "".join(lines[max(first - 1, 0) : last + 2])


def _table_example(case: Case) -> Iterator[str]:
    if case.changes:
        added = " and ".join(f"`{_added(old, new)}`" for old, new in case.changes)
        yield f"Where the instrument has {added}:\n"
    for title, files in (("Wrong", case.wrong), ("Right", case.right)):
        yield f"{title}{', in two files' if len(files) > 1 else ''}:\n"
        yield from (_fenced("csv", text) for text in files)


def _added(old: str, new: str) -> str:
    """What a change puts before the fragment that it replaces."""
    return new.removesuffix(old).strip(" ,\n")


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}```\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` return 1 when it differs from the one on disk."""
    page = render()
    if "--check" in arguments:
        return 0 if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page else 1
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
