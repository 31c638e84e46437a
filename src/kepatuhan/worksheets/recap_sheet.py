"""Write the sheet "Rekap": every unit in a row, its figures taken from its sheet, and the institution below."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.spelling import fold
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import MARK, UNIT, UNIT_ROW, WEIGHT, FormPlan, column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import Lists, band_name
from kepatuhan.worksheets.recap_chart import ChartPlace, recap_chart
from kepatuhan.worksheets.recap_formulas import (
    Block,
    institution_mark_formula,
    institution_score,
    recap_words,
    unit_count,
    unit_figure,
    unit_name,
    unit_score,
    unit_top_score,
)
from kepatuhan.worksheets.scoring_formulas import band_lookup, gap
from kepatuhan.worksheets.styles import Styles

RECAP_SHEET = "Rekap"
_HEADER_ROW = 3
_FIGURES = ("band", "zone", "answered", "target", "gap", "earlier", "change", "count", "mark", "share")
"""The columns after the score, as far as a workbook has them."""
_SCORE = "Nilai"
_PIXELS = 7
"""Of a character, in the width of a column."""
_MOST_BESIDE_CHART = 18
"""So many units leave room for the chart on their page."""


class RecapUnit(NamedTuple):
    """A unit: the sheet and the cells that hold its figures, and what these show."""

    sheet: str
    name: str
    figures: dict[str, str]
    shown: dict[str, Shown]
    tops: dict[str, tuple[str, str]]
    """Weight and mark of the scored components at the top, by their ids."""
    result: UnitResult
    count_cell: str | None = None
    """How a formula refers to what the unit counts for in a weighted roll-up; None where the mean is plain."""

    otherwise: str = ""
    """What a unit without a name is called: by its sheet, where it has one."""

    def cell(self, address: str) -> str:
        """How another sheet refers to one of its cells."""
        return in_sheet(self.sheet, address)


def form_in_recap(name: str, plan: FormPlan, values: dict[str, Shown], result: UnitResult) -> RecapUnit:
    """A unit with a sheet of its own."""
    figures = figure_cells(plan)
    tops = {top.component.id: (plan.cell(WEIGHT, top.row), plan.cell(MARK, top.row)) for top in plan.top}
    shown = {key: values[cell] for key, cell in figures.items()}
    count = None if plan.count_row is None else in_sheet(name, plan.count_cell)
    return RecapUnit(name, f"B{UNIT_ROW}", figures, shown, tops, result, count, otherwise=name)


class Earlier(NamedTuple):
    """An earlier assessment under the same instrument: scores to compare with, None where there was none."""

    name: str
    institution: Decimal | None
    units: Mapping[str, Decimal | None]
    """By the folded names of the units."""


class Additions(NamedTuple):
    """What the recap of a workbook of results has besides that of a template."""

    instead: str = ""
    """What stands in the place of the institution's score, where some units cannot be scored; else nothing."""
    earlier: Earlier | None = None
    has_shares: bool = False
    """Whether it shows what each unit counts for in the institution's score."""


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
    ) -> None:
        """``layout`` "form", "matrix" or "results"; ``notice`` is what the workbook says of itself."""
        self._sheet = sheet
        self._additions = additions or Additions()
        self._note = " ".join(filter(None, (notice, words.text(f"worksheet.recap_note.{layout}"))))
        self._recap_words = recap_words(result.instrument, words)
        needs_counts = layout == "matrix"  # there the column of counts is always present, and so always read
        self._needs_counts = needs_counts
        self._units = units
        self._result = result
        self._lists = lists
        self._styles = styles
        self._words = words
        self._instrument: Instrument = result.instrument
        self._parts = tuple(
            component for component in self._instrument.components if any(component.id in unit.tops for unit in units)
        )
        has_target = self._instrument.target is not None
        figures = {
            **units[0].figures,
            **({"target": ""} if has_target else {}),
            **({} if units[0].count_cell is None else {"count": ""}),
            **({} if self._additions.earlier is None else {"earlier": "", "change": ""}),
            **({"share": ""} if self._additions.has_shares else {}),
        }
        self._figures = tuple(name for name in _FIGURES if name in figures)
        names = {
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "answered": words.text("worksheet.answered"),
            "target": words.text("worksheet.target_column"),
            "gap": words.text("table.gap", target=self._instrument.target or 0),
            "count": self._count_heading,
            "earlier": words.text("results.earlier"),
            "change": words.text("results.change"),
            "mark": MARK,
            "share": words.text("results.share"),
        }
        self._headings = (
            UNIT,
            *(part.title for part in self._parts),
            _SCORE,
            *(names[name] for name in self._figures),
        )

    def write(self) -> None:
        """Write the title, a row for each unit, and the row of the institution."""
        sheet, styles = self._sheet, self._styles
        self._set_up()  # first, for a workbook may be written row by row, and no row be changed later
        sheet.write_string(0, 0, self._words.text("worksheet.recap", title=self._instrument.title), styles.title)
        sheet.merge_range(1, 0, 1, len(self._headings) - 1, self._note, styles.plain)
        for column, heading in enumerate(self._headings):
            sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
        for row, unit in enumerate(self._units, start=_HEADER_ROW + 1):
            self._write_unit(row, unit)
        self._write_institution(_HEADER_ROW + len(self._units) + 1)
        self._draw()

    def cell(self, figure: str, row: int) -> str:
        """How other sheets refer to a figure (``score`` or one of the columns after it)."""
        return in_sheet(RECAP_SHEET, f"${column_letters(self._column(figure))}${row}")

    @property
    def institution_row(self) -> int:
        """The row of the institution."""
        return _HEADER_ROW + len(self._units) + 1

    def _column(self, figure: str) -> int:
        score = len(self._parts) + 2
        return score if figure == "score" else score + 1 + self._figures.index(figure)

    def _write_unit(self, row: int, unit: RecapUnit) -> None:
        figures, styles = unit.figures, self._styles
        self._formula(row, 0, unit_name(unit.cell(unit.name), unit.otherwise), unit.result.unit, styles.text)
        score = unit.cell(figures["score"])
        for column, part in enumerate(self._parts, start=1):
            top, shown = unit.result.top_scores.get(part.id), ""
            if part.id not in unit.tops:
                self._sheet.write_string(row - 1, column, "", styles.closed)
                continue
            weight, mark = map(unit.cell, unit.tops[part.id])
            formula = unit_top_score(score, weight, mark, self._instrument)
            self._formula(row, column, formula, shown if top is None else float(top), styles.score)
        column = len(self._parts) + 1
        self._formula(row, column, unit_score(score, self._recap_words), unit.shown["score"], styles.score)
        for name in self._figures:
            column += 1
            if unit.count_cell is not None and name == "count":
                given = unit.result.roll_up_count
                self._formula(row, column, unit_count(unit.count_cell), "" if given is None else given, styles.text)
                continue
            if name == "target":
                self._write_target(row, column, unit, styles.score)
                continue
            if name in ("earlier", "change"):
                assert self._additions.earlier is not None
                before = self._additions.earlier.units.get(fold(unit.result.unit))
                self._write_comparison(row, column, name, unit.result.score, before, styles.score, styles.change)
                continue
            if name == "share":
                self._write_share(row, column, unit)
                continue
            style = styles.computed if name == "mark" else styles.score if name == "gap" else styles.text
            self._formula(row, column, unit_figure(unit.cell(figures[name])), unit.shown[name], style)

    def _write_target(self, row: int, column: int, unit: RecapUnit | None, style: object) -> None:
        """The target of a unit (nothing in a row without one), or of the institution."""
        assert self._instrument.target is not None
        target = float(self._instrument.target)
        shown: Shown = target if unit is None or unit.result.unit else ""
        self._formula(row, column, f'=IF($A{row}="","",{target!r})', shown, style)

    def _write_comparison(
        self,
        row: int,
        column: int,
        name: str,
        now: Decimal | None,
        before: Decimal | None,
        score_style: object,
        change_style: object,
    ) -> None:
        """The score of last time, or how far the score is from it."""
        if name == "earlier":
            if before is None:
                self._sheet.write_string(row - 1, column, "", score_style)
            else:
                self._sheet.write_number(row - 1, column, float(before), score_style)
            return
        score, earlier = (f"{column_letters(self._column(figure))}{row}" for figure in ("score", "earlier"))
        formula = f'=IF(COUNT({score},{earlier})<2,"",ROUND({score}-{earlier},9))'
        shown: Shown = "" if now is None or before is None else float(now - before)
        self._formula(row, column, formula, shown, change_style)

    def _write_share(self, row: int, column: int, unit: RecapUnit) -> None:
        """What a unit's mark counts for in the institution's: 0 without a score."""
        first, last = _HEADER_ROW + 1, _HEADER_ROW + len(self._units)
        letters = column_letters(self._column("mark"))
        marks, mark = f"${letters}${first}:${letters}${last}", f"{letters}{row}"
        formula, shown = f"IF(COUNT({mark})=0,0,1/COUNT({marks}))", Fraction(0)
        has_score = isinstance(unit.shown["mark"], float)
        if has_score:
            shown = Fraction(1, self._scored)
        if "count" in self._figures:
            letters = column_letters(self._column("count"))
            counts, count = f"${letters}${first}:${letters}${last}", f"{letters}{row}"
            weighted = f"IF(COUNT({mark},{count})<2,0,{count}/SUMPRODUCT(ISNUMBER({marks})*1,{counts}))"
            formula = f"IF(COUNT({counts})=0,{formula},{weighted})"
            if self._total_count:
                shown = Fraction(unit.result.roll_up_count or 0, self._total_count) if has_score else Fraction(0)
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
        first, last = _HEADER_ROW + 1, row - 1
        column = len(self._parts) + 1
        marks_column = self._column("mark")
        letters = column_letters(marks_column)
        mark, score_letters = f"{letters}{row}", column_letters(column + 1)
        score = f"{score_letters}{row}"
        count_letters = None
        if "count" in self._figures:
            count_letters = column_letters(len(self._parts) + 3 + self._figures.index("count"))
        block = Block(
            names=f"$A{first}:$A{last}",
            scores=f"{score_letters}{first}:{score_letters}{last}",
            marks=f"{letters}{first}:{letters}{last}",
            counts=None if count_letters is None else f"{count_letters}{first}:{count_letters}{last}",
        )
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
        if "zone" in self._figures:
            zone = institution.band.zone or "" if institution.band and has_score else ""
            values["zone"] = "=" + band_lookup(score, self._lists, "zone"), zone
        for name in self._figures:
            column += 1
            if name in values:
                self._formula(row, column, *values[name], styles.total)
            elif name == "target":
                self._write_target(row, column, None, styles.total)
            elif name in ("earlier", "change"):
                assert self._additions.earlier is not None
                before, now = self._additions.earlier.institution, institution.score if has_score else None
                self._write_comparison(row, column, name, now, before, styles.total, styles.total_change)
            elif name == "gap":
                formula = gap(score, self._instrument)
                shown = "" if institution.gap is None or not has_score else float(institution.gap)
                self._formula(row, column, formula, shown, styles.total)
        formula = institution_mark_formula(block, self._recap_words, needs_counts=self._needs_counts)
        self._formula(row, marks_column - 1, formula, shown_mark, styles.computed)

    def _mark(self) -> Shown:
        """What the formula of the institution's unrounded mark shows."""
        mark = self._result.institution.mark
        if mark is None:
            return ""
        counts = [unit.result.roll_up_count for unit in self._units if unit.result.unit]
        if "count" in self._figures and (any(counts) or self._needs_counts) and not all(counts):
            return self._recap_words.counts_missing
        return float(mark.exact)

    @property
    def _count_heading(self) -> str:
        return (self._instrument.roll_up.by or "").capitalize()

    def _draw(self) -> None:
        """The chart, below the table: on a page of its own where the table is long."""
        named = sum(1 for unit in self._units if unit.result.unit)
        if not named:
            return
        below = _HEADER_ROW + len(self._units) + 2
        target = len(self._parts) + 2 + self._figures.index("target") if "target" in self._figures else None
        place = ChartPlace(RECAP_SHEET, _HEADER_ROW, _HEADER_ROW + named - 1, 0, len(self._parts) + 1, target)
        width = sum(self._width(column) for column in range(len(self._headings))) * _PIXELS
        chart = recap_chart(self._styles.book, place, self._instrument, self._words, width)
        self._sheet.insert_chart(below, 0, chart, {"description": self._words.text("worksheet.chart_described")})
        if len(self._units) > _MOST_BESIDE_CHART:
            self._sheet.set_h_pagebreaks([below])

    def _width(self, column: int) -> int:
        """The width of a column, in characters."""
        if column == 0:
            return 34
        return 22 if self._headings[column] == self._words.text("worksheet.band") else 12

    def _formula(self, row: int, column: int, formula: str, value: Shown, style: object) -> None:
        self._sheet.write_formula(row - 1, column, formula, style, value)

    def _set_up(self) -> None:
        sheet, styles = self._sheet, self._styles
        for column in range(len(self._headings)):
            sheet.set_column(column, column, self._width(column))
        titles = ((heading, self._width(column)) for column, heading in enumerate(self._headings))
        sheet.set_row(_HEADER_ROW - 1, max(32, row_height(titles)))
        sheet.set_row(0, 24)
        width = sum(self._width(column) for column in range(len(self._headings)))
        sheet.set_row(1, row_height([(self._note, width)]))
        sheet.set_row(_HEADER_ROW + len(self._units), 30)
        sheet.freeze_panes(_HEADER_ROW, 1)
        last = _HEADER_ROW + len(self._units)
        letters = column_letters(len(self._parts) + 2)
        for band_row in self._instrument.bands:
            colours = styles.of_band(band_row)
            if colours is not None:
                cell = f"${letters}{_HEADER_ROW + 1}"
                reached = f"=AND(COUNT({cell})=1,{cell}>={float(band_row.lower)!r})"
                rule = {"type": "formula", "criteria": reached, "format": colours, "stop_if_true": True}
                width = 2 if "zone" in self._figures else 1
                sheet.conditional_format(_HEADER_ROW, len(self._parts) + 1, last, len(self._parts) + 1 + width, rule)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW - 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&R&8&P / &N")
