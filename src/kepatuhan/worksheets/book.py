"""What every workbook that we hand out begins and ends with: its styles and words, and two hidden sheets."""

import io
from collections.abc import Sequence
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.lists import Lists, make_lists
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles, make_styles

IDENTITY_SHEET, _IDENTITY_FORMAT = "kepatuhan", 1
"""What :mod:`kepatuhan.workbook.identity` reads."""


class Begun(NamedTuple):
    """A workbook without sheets, and what its sheets are written with."""

    book: Workbook
    styles: Styles
    lists: Lists
    figure_words: FigureWords


def start_book(stream: io.BytesIO, instrument: Instrument, words: Words, *, is_large: bool = False) -> Begun:
    """A workbook that is written to ``stream`` once it is closed.

    One that may be large is written row by row, to temporary files that are gone in the end; any other needs no room on
    the disk.
    """
    book = Workbook(stream, {"constant_memory": True} if is_large else {"in_memory": True})
    book.set_properties({"title": instrument.title, "author": "kepatuhan"})
    figure_words = FigureWords(
        words.text("status.not_filled_in"), words.text("status.not_assessed"), words.text("worksheet.of")
    )
    return Begun(book, make_styles(book, instrument.decimals), make_lists(instrument), figure_words)


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
) -> None:
    """The hidden sheet by which the workbook says which instrument it is for, and which sheets hold no answers.

    ``left_out`` are the units that are not in it because they could not be scored.
    """
    rows = (
        ("format", _IDENTITY_FORMAT),
        ("instrument", instrument.id),
        ("fingerprint", instrument.fingerprint),
        ("not_answers", *not_answers),
        *([("unit_lists", *unit_lists)] if unit_lists else []),
        *([("left_out", *left_out)] if left_out else []),
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
