"""What the workbooks that we hand out have in common: styles and words, answer cells, and two hidden sheets."""

import io
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from itertools import zip_longest
from typing import Any, NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import NOT_APPLICABLE_WORD, Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import NotApplicable
from kepatuhan.worksheets.entries import Content
from kepatuhan.worksheets.lists import Lists, make_lists
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles, make_styles

IDENTITY_SHEET, _IDENTITY_FORMAT = "kepatuhan", 1
"""What :mod:`kepatuhan.workbook.identity` reads."""

_LONGEST_TEXT = 32_767
"""Characters that a cell holds; the library would leave out a longer text."""


class PlainSheet(Worksheet):  # type: ignore[misc]  # the library comes without types
    """A sheet whose formulas are stored as they are written.

    The library looks for thirty functions of newer Excels in each formula, to give them their prefix, which takes most
    of its time; our formulas use none of them.
    """

    def _prepare_formula(self, formula: str, *_: Any, **__: Any) -> str:
        return formula.removeprefix("=")


class PlainBook(Workbook):  # type: ignore[misc]
    """A workbook of such sheets."""

    worksheet_class = PlainSheet


class Begun(NamedTuple):
    """A workbook without sheets, and what its sheets are written with."""

    book: PlainBook
    styles: Styles
    lists: Lists
    figure_words: FigureWords


def start_book(
    stream: io.BytesIO,
    instrument: Instrument,
    words: Words,
    created: datetime | None = None,
    *,
    folder: str | None = None,
) -> Begun:
    """A workbook that is written to ``stream`` once it is closed; ``created`` is when it says it was, else now.

    With a ``folder`` it is written row by row, to files in there, so that it may be large; else it needs no room on the
    disk.
    """
    book = PlainBook(stream, {"in_memory": True} if folder is None else {"constant_memory": True, "tmpdir": folder})
    book.set_properties({"title": instrument.title, "author": "kepatuhan", "created": created})
    figure_words = FigureWords(
        words.text("status.not_filled_in"), words.text("status.not_assessed"), words.text("worksheet.of")
    )
    return Begun(book, make_styles(book, instrument.decimals), make_lists(instrument), figure_words)


def write_answer(sheet: Worksheet, row: int, column: int, content: Content, style: object) -> None:
    """Write one answer cell; row and column are counted from 1."""
    place = row - 1, column - 1
    if content is None:
        sheet.write_blank(*place, None, style)
    elif isinstance(content, NotApplicable):
        sheet.write_string(*place, NOT_APPLICABLE_WORD, style)
    elif isinstance(content, bool):
        sheet.write_boolean(*place, content, style)
    elif isinstance(content, str):
        sheet.write_string(*place, content[:_LONGEST_TEXT], style)
    else:
        sheet.write_number(*place, float(Fraction(content)), style)


def write_lists(sheet: Worksheet, lists: Lists, styles: Styles) -> None:
    """The hidden sheet that dropdowns and formulas refer to."""
    for column, (heading, _) in enumerate(lists.columns):
        sheet.write_string(0, column, heading, styles.header)
    for row, contents in enumerate(zip_longest(*(cells for _, cells in lists.columns)), start=1):
        for column, content in enumerate(contents):
            if isinstance(content, str):
                sheet.write_string(row, column, content)
            elif content is not None:
                sheet.write_number(row, column, float(Fraction(content)))
    sheet.protect("")
    sheet.hide()


def write_identity(
    sheet: Worksheet,
    instrument: Instrument,
    not_answers: Sequence[str],
    unit_lists: Sequence[str] = (),
    left_out: Sequence[str] = (),
    unread: int = 0,
) -> None:
    """The hidden sheet by which the workbook says which instrument it is for, and which sheets hold no answers.

    ``left_out`` are the units that are not in it because they could not be scored; ``unread`` is how many problems
    of the original have no cell in it.
    """
    rows = (
        ("format", _IDENTITY_FORMAT),
        ("instrument", instrument.id),
        ("fingerprint", instrument.fingerprint),
        ("not_answers", *not_answers),
        *([("unit_lists", *unit_lists)] if unit_lists else []),
        *([("left_out", *left_out)] if left_out else []),
        *([("unread", unread)] if unread else []),
    )
    for row, (key, *values) in enumerate(rows):
        sheet.write_string(row, 0, key)
        for column, value in enumerate(values, start=1):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            else:
                sheet.write_string(row, column, value)
    sheet.protect("")
    sheet.hide()
