"""Write the sheet "Rekap": every unit in a row, its figures taken from its sheet, and the institution below."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.results import Result
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import Lists, band_name
from kepatuhan.worksheets.matrix_notice import MANY, NOTICE, longest_notice
from kepatuhan.worksheets.recap_chart import ChartPlace, chart_height, recap_chart
from kepatuhan.worksheets.recap_columns import HEADER_ROW, RECAP_SHEET, Additions, RecapColumns, RecapUnit
from kepatuhan.worksheets.recap_formulas import (
    earlier_score,
    institution_mark_formula,
    institution_score,
    recap_words,
    unit_count,
    unit_figure,
    unit_name,
    unit_score,
    unit_top_score,
    unit_unknown,
)
from kepatuhan.worksheets.recap_note import RecapNote
from kepatuhan.worksheets.recap_page import set_up_page
from kepatuhan.worksheets.scoring_formulas import band_lookup, gap
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unit_remarks import remarks_text, shared_formula
from kepatuhan.worksheets.unknown_answers import notice_formula, notice_text

_PIXELS_A_LETTER, _PADDING = 7, 5
"""What a column of so many letters is wide."""
_ROW_HEIGHT, _INSTITUTION_HEIGHT, _TEXT_SIZE = 15.0, 30.0, 10
_PIXELS_A_POINT = 4 / 3
_PAGE_WIDTH, _PAGE_SHAPE = 1045, 0.64
"""A sheet of A4 in pixels: a table that is wider is made smaller, and the page holds so much more below each other."""


class RecapWriter:
    """Writes the sheet for all units of a workbook."""

    def __init__(
        self,
        sheet: Worksheet,
        units: Sequence[RecapUnit],
        result: Result,
        lists: Lists,
        styles: Styles,
        words: Words,
        layout: str = "form",
        notice: str = "",
        additions: Additions | None = None,
        unknown: int = 0,
    ) -> None:
        """``layout`` "form", "matrix" or "results"; ``notice`` is what the workbook says of itself.

        ``unknown`` is how many answers nobody knows.
        """
        self._sheet = sheet
        self._additions = additions or Additions()
        self._recap_words = recap_words(result.instrument, words)
        self._is_form = layout == "form"
        # In a matrix the column of counts is always present where there are any, and so always read.
        self._needs_counts = not self._is_form
        self._units = units
        self._result = result
        self._lists = lists
        self._styles = styles
        self._words = words
        self._instrument: Instrument = result.instrument
        self.columns = RecapColumns(units, self._instrument, self._additions)
        self._headings = self.columns.headings(words)
        text = " ".join(f"{notice} {words.text(f'worksheet.recap_note.{layout}')}".split())
        told, longest = NOTICE, longest_notice(words)
        if self._is_form:
            told = notice_formula(f"SUM({self.columns.below('unknown')})", words).removeprefix("=")
            longest = notice_text(MANY, words)
        self._note = RecapNote(text, told, notice_text(unknown, words), longest)

    def write(self) -> None:
        """Write the title, a row for each unit, and the row of the institution."""
        sheet, styles = self._sheet, self._styles
        self._set_up()  # first, for a workbook may be written row by row, and no row be changed later
        sheet.write_string(0, 0, self._words.text("worksheet.recap", title=self._instrument.title), styles.title)
        self._note.write(sheet, len(self._headings), styles)
        for column, heading in enumerate(self._headings):
            sheet.write_string(HEADER_ROW - 1, column, heading, styles.header)
        for row, unit in enumerate(self._units, start=HEADER_ROW + 1):
            self._write_unit(row, unit)
        self._write_institution(self.columns.institution_row)
        self._draw()

    def _write_unit(self, row: int, unit: RecapUnit) -> None:
        figures, styles = unit.figures, self._styles
        height = self._height(unit)
        if height > _ROW_HEIGHT:
            self._sheet.set_row(row - 1, height)
        self._formula(row, 0, unit_name(unit.cell(unit.name), unit.otherwise), unit.result.unit, styles.text)
        score = self.columns.place("score", row)
        for column, part in enumerate(self.columns.parts, start=1):
            top, shown = unit.result.top_scores.get(part.id), ""
            if part.id not in unit.tops:
                self._sheet.write_string(row - 1, column, "", styles.closed)
                continue
            weight, mark = map(unit.cell, unit.tops[part.id])
            formula = unit_top_score(score, weight, mark, self._instrument)
            self._formula(row, column, formula, shown if top is None else float(top), styles.score)
        column = len(self.columns.parts) + 1
        names = self.columns.block.names if self._is_form else None
        formula = unit_score(unit.cell(figures["score"]), f"$A{row}", names, self._recap_words)
        self._formula(row, column, formula, unit.shown["score"], styles.score)
        for name in self.columns.figures:
            column += 1
            if unit.count_cell is not None and name == "count":
                given = unit.result.roll_up_count
                self._formula(row, column, unit_count(unit.count_cell), "" if given is None else given, styles.text)
                continue
            if name == "target":
                self._write_target(row, column, unit, styles.score)
                continue
            if name == "unknown":
                self._formula(row, column, unit_unknown(unit.unknown), unit.unknown_now or "", styles.text)
                continue
            if name in ("earlier", "change"):
                assert self._additions.earlier is not None
                before = self._additions.earlier.of(unit.result.unit)
                if name == "earlier":
                    self._write_earlier(row, column, before)
                else:
                    self._write_change(row, column, unit.result.score, before, styles.change)
                continue
            if name == "share":
                self._write_share(row, column, unit)
                continue
            style = styles.computed if name == "mark" else styles.score if name == "gap" else styles.text
            if_scored = score if self._is_form and name != "answered" else None
            self._formula(row, column, unit_figure(unit.cell(figures[name]), if_scored), unit.shown[name], style)

    def _height(self, unit: RecapUnit) -> float:
        """How many points the row of a unit is high."""
        name = [(unit.result.unit, self.columns.widths[0])]
        needed = row_height(name, _TEXT_SIZE)
        return needed if needed > row_height([], _TEXT_SIZE) else _ROW_HEIGHT

    def _write_target(self, row: int, column: int, unit: RecapUnit | None, style: object) -> None:
        """The target of a unit (nothing in a row without one), or of the institution."""
        assert self._instrument.target is not None
        target = float(self._instrument.target)
        shown: Shown = target if unit is None or unit.result.unit else ""
        self._formula(row, column, f'=IF($A{row}="","",{target!r})', shown, style)

    def _write_earlier(self, row: int, column: int, before: Decimal | None) -> None:
        """The score of last time of the unit whose name stands in this row now."""
        assert self._additions.earlier_cells is not None
        shown: Shown = "" if before is None else float(before)
        formula = earlier_score(f"$A{row}", *self._additions.earlier_cells)
        self._formula(row, column, formula, shown, self._styles.score)

    def _write_change(self, row: int, column: int, now: Decimal | None, before: Decimal | None, style: object) -> None:
        """How far the score is from that of last time."""
        score, earlier = (self.columns.place(figure, row) for figure in ("score", "earlier"))
        formula = f'=IF(COUNT({score},{earlier})<2,"",ROUND({score}-{earlier},9))'
        shown: Shown = "" if now is None or before is None else float(now - before)
        self._formula(row, column, formula, shown, style)

    def _write_share(self, row: int, column: int, unit: RecapUnit) -> None:
        """What a unit's mark counts for in the institution's: 0 without a score."""
        marks, mark = self.columns.below("mark"), self.columns.place("mark", row)
        formula, shown = f"IF(COUNT({mark})=0,0,1/COUNT({marks}))", Fraction(0)
        has_score = isinstance(unit.shown["mark"], float)
        if has_score:
            shown = Fraction(1, self._scored)
        if "count" in self.columns.figures:
            counts, count = self.columns.below("count"), self.columns.place("count", row)
            formula = f"IF(COUNT({mark},{count})<2,0,{count}/SUMPRODUCT(ISNUMBER({marks})*1,{counts}))"
            counted = unit.result.roll_up_count if has_score else None
            shown = Fraction(counted, self._total_count) if counted else Fraction(0)
        self._formula(row, column, f"={formula}", float(shown), self._styles.computed)

    @cached_property
    def _scored(self) -> int:
        """How many units have a score."""
        return sum(isinstance(unit.shown["mark"], float) for unit in self._units)

    @cached_property
    def _total_count(self) -> int:
        """What the scored units count together; 0 where none is counted."""
        return sum(unit.result.roll_up_count or 0 for unit in self._units if isinstance(unit.shown["mark"], float))

    def _write_institution(self, row: int) -> None:
        """The roll-up of the unrounded marks of the units that have a score, rounded once."""
        styles, words, institution = self._styles, self._words, self._result.institution
        column = len(self.columns.parts) + 1
        mark, score, block = self.columns.place("mark", row), self.columns.place("score", row), self.columns.block
        self._sheet.write_string(row - 1, 0, words.text("table.institution"), styles.header)
        for blank in range(1, len(self._headings)):
            self._sheet.write_blank(row - 1, blank, None, styles.total)
        if self._additions.instead:
            self._sheet.write_string(row - 1, column, self._additions.instead, styles.total)
            return
        formula = institution_score(mark, self._instrument, self._recap_words)
        shown_mark = self._mark()
        has_score = isinstance(shown_mark, float) and institution.score is not None
        shown: Shown = shown_mark or self._recap_words.not_filled_in
        if isinstance(shown_mark, float) and institution.score is not None:
            shown = float(institution.score)
        self._formula(row, column, formula, shown, styles.total)
        of = words.text("worksheet.of")
        values = {
            "band": ("=" + band_lookup(score, self._lists, "name"), band_name(institution.band if has_score else None)),
            "answered": (
                f'=COUNT({block.marks})&" {of} "&{block.named}&" {words.text("worksheet.units")}"',
                f"{institution.scored_units} {of} {institution.units} {words.text('worksheet.units')}",
            ),
        }
        if "zone" in self.columns.figures:
            zone = institution.band.zone or "" if institution.band and has_score else ""
            values["zone"] = "=" + band_lookup(score, self._lists, "zone"), zone
        if "remark" in self.columns.figures:
            formula = shared_formula(self._instrument, block.marks, self.columns.below("remark"), score)
            values["remark"] = formula, remarks_text(self._instrument, institution.remarks if has_score else ())
        for name in self.columns.figures:
            column += 1
            if name in values:
                self._formula(row, column, *values[name], styles.total)
            elif name == "target":
                self._write_target(row, column, None, styles.total)
            elif name in ("earlier", "change"):
                assert self._additions.earlier is not None
                before, now = self._additions.earlier.institution, institution.score if has_score else None
                if name == "change":
                    self._write_change(row, column, now, before, styles.total_change)
                elif before is not None:
                    self._sheet.write_number(row - 1, column, float(before), styles.total)
            elif name == "gap":
                formula = gap(score, self._instrument)
                shown = "" if institution.gap is None or not has_score else float(institution.gap)
                self._formula(row, column, formula, shown, styles.total)
        formula = institution_mark_formula(block, self._recap_words, needs_counts=self._needs_counts)
        self._formula(row, self.columns.column("mark") - 1, formula, shown_mark, styles.total_computed)

    def _mark(self) -> Shown:
        """What the formula of the institution's unrounded mark shows."""
        refused = sum(self._recap_words.is_refused(unit.shown["score"]) for unit in self._units)
        if refused:
            return f"{refused} {self._recap_words.units_refused}"
        mark = self._result.institution.mark
        if mark is None:
            return ""
        counts = [unit.result.roll_up_count for unit in self._units if unit.result.unit]
        if "count" in self.columns.figures and (any(counts) or self._needs_counts) and not all(counts):
            return self._recap_words.counts_missing
        return float(mark.exact)

    def _draw(self) -> None:
        """The chart, below the table: on a page of its own where the table is long."""
        names = [unit.result.unit for unit in self._units if unit.result.unit]
        if not names:
            return
        below = HEADER_ROW + len(self._units) + 2
        target = self.columns.column("target") - 1 if "target" in self.columns.figures else None
        place = ChartPlace(RECAP_SHEET, HEADER_ROW, HEADER_ROW + len(names) - 1, 0, len(self.columns.parts) + 1, target)
        width = sum(letters * _PIXELS_A_LETTER + _PADDING for letters in self.columns.widths)
        height = chart_height(names)
        chart = recap_chart(self._styles.book, place, self._instrument, self._words, (width, height))
        self._sheet.insert_chart(below, 0, chart, {"description": self._words.text("worksheet.chart_described")})
        above = sum(self._top_heights) + sum(map(self._height, self._units)) + _INSTITUTION_HEIGHT + _ROW_HEIGHT
        if above * _PIXELS_A_POINT + height > max(width, _PAGE_WIDTH) * _PAGE_SHAPE:
            self._sheet.set_h_pagebreaks([below])

    def _formula(self, row: int, column: int, formula: str, value: Shown, style: object) -> None:
        self._sheet.write_formula(row - 1, column, formula, style, value)

    @cached_property
    def _top_heights(self) -> tuple[float, float, float]:
        """How many points the title, the note and the headings are high."""
        titles = zip(self._headings, self.columns.widths, strict=True)
        return 24, self._note.height(sum(self.columns.widths)), max(32, row_height(titles))

    def _set_up(self) -> None:
        set_up_page(self._sheet, self.columns, self._top_heights, self._instrument, self._styles)
        self._sheet.set_row(HEADER_ROW + len(self._units), _INSTITUTION_HEIGHT)
