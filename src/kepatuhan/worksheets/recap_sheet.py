"""Write the sheet "Rekap": every unit in a row, its figures taken from its sheet, and the institution below."""

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import to_text
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import MARK, UNIT, UNIT_ROW, WEIGHT, FormPlan, column_letters
from kepatuhan.worksheets.formulas import band_lookup, figure_cells
from kepatuhan.worksheets.lists import Lists, band_name
from kepatuhan.worksheets.roll_up import institution_mark
from kepatuhan.worksheets.styles import Styles

RECAP_SHEET = "Rekap"
_HEADER_ROW = 3
_SCORE = "Nilai"


class UnitSheet(NamedTuple):
    """The sheet of a unit: its name, its plan, and what its formulas show."""

    name: str
    plan: FormPlan
    values: dict[str, Shown]
    result: UnitResult

    def cell(self, address: str) -> str:
        """How another sheet refers to one of its cells."""
        quoted = self.name.replace("'", "''")
        return f"'{quoted}'!{address}"


class RecapWriter:
    """Writes the sheet for all units of a workbook."""

    def __init__(
        self, sheet: Worksheet, units: Sequence[UnitSheet], result: Result, lists: Lists, styles: Styles, words: Words
    ) -> None:
        self._sheet = sheet
        self._units = units
        self._result = result
        self._lists = lists
        self._styles = styles
        self._words = words
        self._instrument: Instrument = result.instrument
        self._parts = tuple(
            component
            for component in self._instrument.components
            if any(component.id in {row.component.id for row in unit.plan.top} for unit in units)
        )
        figures = figure_cells(units[0].plan)
        self._figures = tuple(name for name in ("band", "zone", "answered", "gap", "mark") if name in figures)
        names = {
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "answered": words.text("worksheet.answered"),
            "gap": words.text("table.gap", target=self._instrument.target or 0),
            "mark": MARK,
        }
        self._headings = (
            UNIT,
            *(part.title for part in self._parts),
            _SCORE,
            *(names[name] for name in self._figures),
            *((self._instrument.roll_up.by.capitalize(),) if self._instrument.roll_up.by else ()),
        )

    def write(self) -> None:
        """Write the title, a row for each unit, and the row of the institution."""
        sheet, styles = self._sheet, self._styles
        sheet.write_string(0, 0, self._words.text("worksheet.recap", title=self._instrument.title), styles.title)
        sheet.write_string(1, 0, self._words.text("worksheet.recap_note"), styles.line)
        for column, heading in enumerate(self._headings):
            sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
        for row, unit in enumerate(self._units, start=_HEADER_ROW + 1):
            self._write_unit(row, unit)
        self._write_institution(_HEADER_ROW + len(self._units) + 1)
        self._set_up()

    def _write_unit(self, row: int, unit: UnitSheet) -> None:
        plan, styles = unit.plan, self._styles
        figures = figure_cells(plan)
        self._formula(row, 0, f"={unit.cell(f'B{UNIT_ROW}')}", unit.result.unit, styles.text)
        score = unit.cell(figures["score"])
        rows = {top.component.id: top.row for top in plan.top}
        for column, part in enumerate(self._parts, start=1):
            top, shown = unit.result.top_scores.get(part.id), ""
            if part.id not in rows:
                self._sheet.write_string(row - 1, column, "", styles.closed)
                continue
            weight, mark = (unit.cell(plan.cell(heading, rows[part.id])) for heading in (WEIGHT, MARK))
            points = self._rounded(f"{to_text(self._instrument.full_score)}*{mark}")
            formula = f'=IF(COUNT({score})=0,"",IF({weight}=0,"",{points}))'
            self._formula(row, column, formula, shown if top is None else float(top), styles.score)
        column = len(self._parts) + 1
        self._formula(row, column, f"={score}", unit.values[figures["score"]], styles.score)
        for name in self._figures:
            column += 1
            style = styles.computed if name == "mark" else styles.score if name == "gap" else styles.text
            self._formula(row, column, f"={unit.cell(figures[name])}", unit.values[figures[name]], style)
        if plan.count_row is not None:
            count, stated = unit.cell(plan.count_cell), unit.result.roll_up_count
            formula = f'=IF(COUNT({count})=0,"",{count})'
            self._formula(row, column + 1, formula, "" if stated is None else stated, styles.text)

    def _write_institution(self, row: int) -> None:
        """The roll-up of the unrounded marks of the units that have a score, rounded once."""
        styles, words, institution = self._styles, self._words, self._result.institution
        first, last = _HEADER_ROW + 1, row - 1
        column = len(self._parts) + 1
        letters = column_letters(self._headings.index(MARK) + 1)
        marks, mark = f"{letters}{first}:{letters}{last}", f"{letters}{row}"
        score = f"{column_letters(column + 1)}{row}"
        self._sheet.write_string(row - 1, 0, words.text("table.institution"), styles.header)
        for blank in range(1, len(self._headings)):
            self._sheet.write_blank(row - 1, blank, None, styles.text)
        full = to_text(self._instrument.full_score)
        nothing = words.text("status.not_filled_in")
        rounded = self._rounded(f"{full}*{mark}")
        formula = f'=IF(COUNT({marks})=0,"{nothing}",IF(COUNT({mark})=0,{mark},{rounded}))'
        shown: Shown = nothing if institution.score is None else float(institution.score)
        self._formula(row, column, formula, shown, styles.score)
        of = words.text("worksheet.of")
        values = {
            "band": ("=" + band_lookup(score, self._lists, "name"), band_name(institution.band)),
            "answered": (
                f'=COUNT({marks})&" {of} {len(self._units)} {words.text("worksheet.units")}"',
                f"{institution.scored_units} {of} {len(self._units)} {words.text('worksheet.units')}",
            ),
        }
        if "zone" in self._figures:
            zone = institution.band.zone or "" if institution.band else ""
            values["zone"] = "=" + band_lookup(score, self._lists, "zone"), zone
        for name in self._figures:
            column += 1
            if name in values:
                self._formula(row, column, *values[name], styles.text)
            elif name == "gap":
                target = to_text(self._instrument.target or 0)
                formula = f'=IF(COUNT({score})=0,"",ROUND(MAX(0,{target}-{score}),9))'
                shown = "" if institution.gap is None else float(institution.gap)
                self._formula(row, column, formula, shown, styles.score)
        by, counts = self._instrument.roll_up.by, None
        if by is not None:
            last_letters = column_letters(len(self._headings))
            counts = f"{last_letters}{first}:{last_letters}{last}"
        rolled_up = institution_mark(marks, counts, words.text("worksheet.count_missing", by=by or ""))
        formula = f'=IF(COUNT({marks})=0,"",{rolled_up})'
        self._formula(row, self._headings.index(MARK), formula, self._mark(), styles.computed)

    def _mark(self) -> Shown:
        """The mark of the institution, unrounded."""
        weighted = self._result.weighted_by is not None
        results = [unit.result for unit in self._units if unit.result.mark is not None]
        counts = [result.roll_up_count or 1 if weighted else 1 for result in results]
        marks = (result.mark.exact * count for result, count in zip(results, counts, strict=True) if result.mark)
        return float(sum(marks) / sum(counts)) if results else ""

    def _rounded(self, exact: str) -> str:
        return f"ROUND(ROUND({exact},9),{self._instrument.decimals})"

    def _formula(self, row: int, column: int, formula: str, value: Shown, style: object) -> None:
        self._sheet.write_formula(row - 1, column, formula, style, value)

    def _set_up(self) -> None:
        sheet, styles = self._sheet, self._styles
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, len(self._headings) - 1, 13)
        band = self._headings.index(self._words.text("worksheet.band"))
        sheet.set_column(band, band, 22)
        sheet.set_row(_HEADER_ROW - 1, 32)
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
