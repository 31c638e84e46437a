"""Mark a cell that is wrong: red as long as it is as it was, with a comment that says what to do."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import NOT_APPLICABLE_WORD
from kepatuhan.scoring.answers import NotApplicable
from kepatuhan.worksheets.entries import AnswerCell, Content
from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.styles import Styles

_SIZE = {"x_scale": 2.4, "y_scale": 1.6, "author": "kepatuhan"}
_LONGEST_TEXT = 255
"""Characters that Excel takes within a formula as one text."""


def mark_wrong(sheet: Worksheet, row: int, column: int, cell: AnswerCell, styles: Styles, *, is_red: bool) -> None:
    """Mark a cell, if it is wrong; row and column are counted from 1. One that turns red by itself ``is_red``."""
    if not cell.complaint:
        return
    lines = 1 + len(cell.complaint) // 45
    sheet.write_comment(row - 1, column - 1, cell.complaint, {**_SIZE, "y_scale": max(1.0, lines / 4)})
    if not is_red:
        sheet.conditional_format(row - 1, column - 1, row - 1, column - 1, _as_it_was(cell.content, styles))


def _as_it_was(content: Content, styles: Styles) -> dict[str, Any]:
    """The rule that holds until somebody types something else."""
    if content is None:
        return {"type": "blanks", "format": styles.wrong}
    if isinstance(content, NotApplicable):
        value = quoted_text(NOT_APPLICABLE_WORD)
    elif isinstance(content, bool):
        value = str(content).upper()
    elif isinstance(content, str):
        value = quoted_text(content)
    else:
        value = to_text(content)
    if len(value) > _LONGEST_TEXT:
        return {"type": "no_blanks", "format": styles.wrong}
    return {"type": "cell", "criteria": "==", "value": value, "format": styles.wrong}
