"""Bars and a ruler made of narrow cells: they follow the scores, and look the same in every program and on paper."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import Band, Instrument
from kepatuhan.messages import Words

FIRST_CELL, CELLS = 4, 50
"""The column (from 0) of the first of so many narrow cells."""
LAST_CELL = FIRST_CELL + CELLS - 1
_CELL_WIDTH = 0.9
_ZONES = {"hijau": "#70AD47", "kuning": "#FFC000", "merah": "#E06666"}
_PLAIN, _TRACK, _TARGET = "#5B9BD5", "#F2F2F2", "#C00000"


class Bars:
    """Draws on one sheet, for one instrument."""

    def __init__(self, book: Workbook, sheet: Worksheet, instrument: Instrument, words: Words) -> None:
        self._book = book
        self._sheet = sheet
        self._instrument = instrument
        self._words = words
        self._full = Fraction(instrument.full_score)
        apart = {"bg_color": _TRACK, "top": 5, "top_color": "#FFFFFF"}  # a thick white line between two bars
        self._track = book.add_format(apart)
        self._limit = book.add_format({**apart, "right": 2, "right_color": _TARGET})
        self._tick = book.add_format({"font_size": 8, "font_color": "#595959", "align": "left"})
        self._marker = book.add_format({"font_size": 9, "font_color": _TARGET, "bold": True, "align": "right"})
        sheet.set_column(FIRST_CELL, LAST_CELL, _CELL_WIDTH)

    def cells(self, score: Exact | Decimal) -> int:
        """How many cells a score fills, halves up."""
        return int(Fraction(score) / self._full * CELLS + Fraction(1, 2))

    def draw_ruler(self, row: int) -> None:
        """The bands by name and colour, and below them the scores: two rows, of which ``row`` (from 0) is the first."""
        upper = self._instrument.full_score
        places: list[tuple[int, int, Band]] = []
        for band in self._instrument.bands:
            first, last = self.cells(max(band.lower, 0)), self.cells(upper) - 1
            if last >= first:
                places.append((FIRST_CELL + first, FIRST_CELL + last, band))
            upper = band.lower
        for first, last, band in reversed(places):
            self._write(row, first, last, _short_name(band), self._of_band(band, align="center"))
        step = CELLS // 10
        for tenth in range(10):
            text = self._words.number(_simple(self._full * tenth / 10))
            first = FIRST_CELL + tenth * step
            self._write(row + 1, first, first + step - 1, text, self._tick)
        self._sheet.write_string(row + 1, LAST_CELL + 1, self._words.number(self._instrument.full_score), self._tick)

    def draw_track(self, row: int) -> None:
        """The empty cells of a bar, with a line where the target is."""
        target = self._target_cell
        for column in range(FIRST_CELL, LAST_CELL + 1):
            self._sheet.write_blank(row, column, None, self._limit if column == target else self._track)

    def draw_target(self, row: int) -> None:
        """A mark below the line of the target."""
        if self._target_cell is not None:
            self._sheet.write_string(row, self._target_cell, "▲", self._marker)

    def colour(self, first_row: int, last_row: int, score_column: str) -> None:
        """Fill the bars of these rows (from 0) as far as the scores beside them reach, in their bands' colours."""
        score = f"${score_column}{first_row + 1}"
        reach = f"COLUMN()-{FIRST_CELL}<=ROUND({score}/{to_text(self._instrument.full_score)}*{CELLS},9)"
        for band in self._instrument.bands:
            rule = {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({score}),{score}>={to_text(band.lower)},{reach})",
                "format": self._book.add_format({"bg_color": _colour(band)}),
                "stop_if_true": True,
            }
            self._sheet.conditional_format(first_row, FIRST_CELL, last_row, LAST_CELL, rule)

    @property
    def _target_cell(self) -> int | None:
        if not self._instrument.target:
            return None
        exact = Fraction(self._instrument.target) / self._full * CELLS
        return FIRST_CELL + max(ceil(exact), 1) - 1  # so that a bar reaches the line only with the target

    def _write(self, row: int, first: int, last: int, text: str, style: Format) -> None:
        if first == last:
            self._sheet.write_string(row, first, text, style)
        else:
            self._sheet.merge_range(row, first, row, last, text, style)

    def _of_band(self, band: Band, **more: Any) -> Format:
        properties = {"bg_color": _colour(band), "font_size": 8, "bold": True, "border": 1, "border_color": "#FFFFFF"}
        return self._book.add_format({**properties, "shrink": True, **more})


def _simple(value: Fraction) -> Exact:
    return value.numerator if value.denominator == 1 else value


def _short_name(band: Band) -> str:
    return " ".join(part for part in (band.category, band.zone) if part) or band.label or ""


def _colour(band: Band) -> str:
    return band.colour or _ZONES.get((band.zone or "").casefold(), _PLAIN)


def widths(columns: Sequence[float], cells: int) -> float:
    """How many characters so many narrow cells and these columns are wide together."""
    return sum(columns) + cells * 1.5
