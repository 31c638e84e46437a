"""The upper half of the page "Ringkasan": a ruler with last time, now and the target, and a bar for every unit."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from kepatuhan.instrument.model import Band
from kepatuhan.messages import Words
from kepatuhan.scoring.results import UnitResult
from kepatuhan.worksheets.computed import Shown, score_text
from kepatuhan.worksheets.form_plan import UNIT
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.matrix_plan import FIRST_ROW
from kepatuhan.worksheets.recap_columns import RECAP_SHEET
from kepatuhan.worksheets.results.bars import Bars
from kepatuhan.worksheets.results.summary_canvas import WIDTHS, Canvas, Page
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unit_remarks import remarks_text

MOST_UNITS = 20
"""So many fit on the page."""
_SAID = ("zone", "band", "remark")
"""What is said of a score, in words."""


class ScoresWriter:
    """Writes scores and their bars."""

    def __init__(
        self, canvas: Canvas, page: Page, bars: Bars, styles: Styles, figure_words: FigureWords, words: Words
    ) -> None:
        self._canvas = canvas
        self._sheet = canvas.sheet
        self._contents = page.contents
        self._result = page.contents.result
        self._instrument = page.instrument
        self._recap = page.recap
        self._bars = bars
        self._styles = styles
        self._figure_words = figure_words
        self._words = words

    def write_ruler(self) -> None:
        """The bands, and below them the institution last time, now, and at its target."""
        words, styles, institution = self._words, self._styles, self._result.institution
        self._canvas.row += 1
        self._sheet.write_string(
            self._canvas.row,
            0,
            words.text("results.scale" if "zone" in self._recap.figures else "worksheet.bands"),
            styles.caption,
        )
        self._bars.draw_ruler(self._canvas.row)
        self._canvas.row += 2
        first, earlier = self._canvas.row, self._contents.earlier
        if earlier is not None and not self._contents.is_partial:
            self._bar_head(words.text("results.earlier_named", name=earlier.name), earlier.institution)
        if not self._contents.is_partial:
            band = self._band_shown(institution.band, institution.remarks if institution.score is not None else ())
            score: Shown = words.text("status.not_filled_in") if institution.score is None else float(institution.score)
            row = self._recap.institution_row
            self._bar(words.text("results.now"), row, score, band, self._change(None))
        if self._canvas.row > first:
            self._bars.colour(first, self._canvas.row - 1, "B")
        if self._instrument.target is not None:
            self._sheet.write_string(self._canvas.row, 0, words.text("results.target"), styles.box)
            self._sheet.write_number(self._canvas.row, 1, float(self._instrument.target), styles.box_score)
            self._bars.draw_target(self._canvas.row)
            self._canvas.row += 1

    def write_units(self) -> None:
        """A bar for every unit, as far as they fit."""
        words, styles, units = self._words, self._styles, self._result.units
        self._canvas.row += 1
        headings = (UNIT, words.text("table.score"), self._change_heading, words.text("worksheet.band"))
        for column, heading in enumerate(headings):
            self._sheet.write_string(self._canvas.row, column, heading, styles.header)
        self._canvas.row += 1
        first = self._canvas.row
        for position in self._chosen():
            unit = units[position]
            shown, band = score_text(unit, self._figure_words), self._band_shown(unit.band, unit.remarks)
            self._bar(unit.unit, FIRST_ROW + position, shown, band, self._change(unit), is_unit=True)
        self._bars.colour(first, self._canvas.row - 1, "B")
        left = len(units) - MOST_UNITS
        if left > 0:
            self._canvas.line(words.text("results.more_units", count=left, shown=MOST_UNITS), styles.caption)
        self._canvas.row += 1

    def _chosen(self) -> Sequence[int]:
        """The units on the page: all, or those with the lowest scores now."""
        units = self._result.units
        if len(units) <= MOST_UNITS:
            return range(len(units))
        lowest = sorted(range(len(units)), key=lambda position: _lowest_first(units[position]))
        return sorted(lowest[:MOST_UNITS])

    def _bar_head(self, label: str, score: Decimal | None) -> None:
        """A bar of a score that does not change."""
        self._canvas.set_height(row_height([(label, WIDTHS[0])]))
        self._sheet.write_string(self._canvas.row, 0, label, self._styles.box)
        if score is None:
            self._sheet.write_string(self._canvas.row, 1, "", self._styles.box_score)
        else:
            self._sheet.write_number(self._canvas.row, 1, float(score), self._styles.box_score)
        self._bars.draw_track(self._canvas.row)
        self._canvas.row += 1

    def _bar(
        self, label: str, recap_row: int, score: Shown, band: str, change: Decimal | None, *, is_unit: bool = False
    ) -> None:
        """A row with a bar: name, score, change, words, and the bar."""
        sheet, styles, recap = self._sheet, self._styles, self._recap
        self._canvas.set_height(row_height([(label, WIDTHS[0]), (band, WIDTHS[3])]))
        if is_unit:
            sheet.write_formula(self._canvas.row, 0, f"={in_sheet(RECAP_SHEET, f'$A${recap_row}')}", styles.box, label)
        else:
            sheet.write_string(self._canvas.row, 0, label, styles.box)
        sheet.write_formula(self._canvas.row, 1, f"={recap.cell('score', recap_row)}", styles.box_score, score)
        if self._contents.earlier is not None:
            shown: Shown = "" if change is None else float(change)
            sheet.write_formula(self._canvas.row, 2, f"={recap.cell('change', recap_row)}", styles.box_change, shown)
        else:
            sheet.write_string(self._canvas.row, 2, "", styles.text)
        cells = [recap.cell(name, recap_row) for name in _SAID if self._has(name)]
        said = "&".join(f'IF({cell}="","",", "&{cell})' for cell in cells)
        sheet.write_formula(self._canvas.row, 3, f"=MID({said},3,9999)", styles.box, band)
        self._bars.draw_track(self._canvas.row)
        self._canvas.row += 1

    def _change(self, unit: UnitResult | None) -> Decimal | None:
        """How far a unit's score (None: the institution's) is from last time."""
        earlier = self._contents.earlier
        if earlier is None:
            return None
        before = earlier.institution if unit is None else earlier.of(unit.unit)
        now = self._result.institution.score if unit is None else unit.score
        return None if now is None or before is None else now - before

    @property
    def _change_heading(self) -> str:
        return self._words.text("results.change") if self._contents.earlier is not None else ""

    def _band_shown(self, band: Band | None, remarks: Collection[str]) -> str:
        parts = (band.zone if band is not None else None, band_name(band), remarks_text(self._instrument, remarks))
        return ", ".join(filter(None, parts))

    def _has(self, name: str) -> bool:
        return name in self._recap.figures


def _lowest_first(unit: UnitResult) -> tuple[bool, Decimal]:
    """The order of units by score; those without one come last, for nobody knows where they stand."""
    return unit.score is None, unit.score or Decimal(0)
