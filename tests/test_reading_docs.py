"""The page about what is read and what is refused names real codes, and the limits that the program keeps."""

import re
from pathlib import Path

from kepatuhan.messages.indonesian import TEXTS
from kepatuhan.workbook import limits

PAGE = (Path(__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")


def test_the_limits_on_the_page_are_all_those_that_the_program_keeps() -> None:
    told = {name: int(value) for value, name in re.findall(r"\| (\d+) \| `([A-Z_]+)` \|", PAGE)}
    assert told == {name: value for name, value in vars(limits).items() if isinstance(value, int)}


def test_every_code_on_the_page_is_one_that_the_program_knows() -> None:
    named = set(re.findall(r"KP\d{3}", PAGE))
    assert len(named) > 20
    assert named <= TEXTS.keys()
    assert all(f"[{code}](problems.md#{code.lower()})" in PAGE for code in named)
