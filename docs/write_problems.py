"""Write docs/problems.md: every problem code with its messages, what it means, and a wrong and a right example.

``python docs/write_problems.py`` writes the page; with ``--check`` it only compares, and exits with 1 when the page on
disk is not the one it would write. The messages come from the two catalogues, what a rule
means from ``kepatuhan.messages.rules_english``, the examples from
``kepatuhan.checking.cases`` and ``kepatuhan.workbook.cases``, and what only words can show from
``workbook_situations.py`` beside this file.
"""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from workbook_situations import SITUATIONS as WORKBOOK_SITUATIONS

from kepatuhan.checking.cases import BASE, BESIDE, COMMANDS, example
from kepatuhan.checking.catalogue import RULES
from kepatuhan.messages import english, indonesian
from kepatuhan.messages.meanings_english import MEANINGS
from kepatuhan.messages.rules_english import EXPLANATIONS
from kepatuhan.workbook.cases import CASES as WORKBOOK_CASES
from kepatuhan.workbook.cases import INSTRUMENT, Case

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
    paragraphs = [f"## {code}\n", *(_rule(code) if code in RULES else _messages(code))]
    if code in MEANINGS:
        paragraphs.append(f"{MEANINGS[code]}\n")
    paragraphs.extend(_example(code))
    return "\n".join(paragraphs)


def _rule(code: str) -> Iterator[str]:
    """What a rule for indicator files is called, why it matters, and how to mend what breaks it."""
    rule, told = RULES[code], EXPLANATIONS[code]
    yield f"`{rule.name}` ({rule.level.value}): {told.title}.\n"
    yield from _messages(code)
    yield f"{told.why}\n"
    yield f"{told.mend}\n"


def _messages(code: str) -> Iterator[str]:
    yield f"Indonesian: {indonesian.TEXTS[code]}\n"
    yield f"English: {english.TEXTS[code]}\n"


def _example(code: str) -> Iterator[str]:
    if code in WORKBOOK_CASES:
        yield from _table_example(WORKBOOK_CASES[code])
    elif code in WORKBOOK_SITUATIONS:
        situation = WORKBOOK_SITUATIONS[code]
        yield f"| Wrong | Right |\n| --- | --- |\n| {situation.wrong} | {situation.right} |\n"
    else:
        shown, language = example(code), "text" if code in COMMANDS else "yaml"
        saved_as = "" if shown.encoding == "utf-8" else f", in a file saved as {shown.encoding}"
        yield f"Wrong{', in a file beside the one above' if code in BESIDE else saved_as}:\n"
        yield _fenced(language, shown.wrong)
        yield "Right:\n"
        yield _fenced(language, shown.right)


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
