"""Write the sheet "Ringkasan": the one page for the head of office. Everything on it follows the answers."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import Band, Indicator
from kepatuhan.messages import Words
from kepatuhan.scoring.results import Status, UnitResult
from kepatuhan.worksheets.computed import Shown, score_text
from kepatuhan.worksheets.form_plan import UNIT, column_letters
from kepatuhan.worksheets.formula_text import in_sheet, quoted_text
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.lists import band_name
from kepatuhan.worksheets.matrix_plan import FIRST_ROW, WORKINGS_SHEET, MatrixPlan
from kepatuhan.worksheets.recap_columns import RECAP_SHEET, RecapColumns
from kepatuhan.worksheets.results.bars import FIRST_CELL, LAST_CELL, Bars, widths
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.sentences import rounded_text, sentence_formula
from kepatuhan.worksheets.results.shortcomings import Shortcoming, Shortcomings
from kepatuhan.worksheets.results.shortcomings_sheet import (
    INSTITUTION_COLUMN,
    KEY_COLUMN,
    REMEDY_COLUMN,
    TITLE_COLUMN,
    UNIT_COLUMN,
    Listed,
)
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles

SUMMARY_SHEET = "Ringkasan"
MOST_UNITS, MOST_REMARKS, IMPROVEMENTS = 20, 4, 5
"""How much of each fits on the page."""
_WIDTHS = (32, 9, 11, 30)
_HELPER = LAST_CELL + 2
"""A hidden column: where in the list of shortcomings each improvement stands."""
_REMEDY_CELLS, _PERSON_CELLS = 30, 12


class Page(NamedTuple):
    """What the page is made from: the other sheets, and what is on them."""

    contents: Contents
    plan: MatrixPlan
    recap: RecapColumns
    found: Shortcomings
    listed: Listed


class SummaryWriter:
    """Writes the page, row by row from the top."""

    def __init__(
        self, book: Workbook, sheet: Worksheet, page: Page, styles: Styles, figure_words: FigureWords, words: Words
    ) -> None:
        self._sheet = sheet
        self._page = page
        self._contents = page.contents
        self._result = page.contents.result
        self._instrument = page.contents.result.instrument
        self._recap = page.recap
        self._styles = styles
        self._figure_words = figure_words
        self._words = words
        self._bars = Bars(book, sheet, self._instrument, words)
        self._row = 0

    def write(self, notice: str) -> None:
        """Write the page; ``notice`` says who could not be scored."""
        self._set_up()
        contents, words, styles = self._contents, self._words, self._styles
        self._line(contents.institution or words.text("results.title"), styles.title, 24)
        self._line(f"{self._instrument.title} ({self._instrument.years_text})", styles.plain)
        if notice:
            self._line(notice, styles.notice, 30)
        else:
            self._formula_line(*self._headline(), styles.headline, 24)
            self._formula_line(*self._provisional(), styles.notice, 18)
        self._ruler()
        self._units()
        for remark in contents.remarks[:MOST_REMARKS]:
            self._line("• " + remark, styles.plain)
        left = len(contents.remarks) - MOST_REMARKS
        if left > 0:
            self._line("• " + words.text("results.more_remarks", count=left), styles.plain)
        if not notice and any(row.is_in_hands for row in self._page.found.rows):
            self._improvements()
        elif not notice:
            self._line(words.text("results.no_improvements"), styles.plain)
        self._sheet.print_area(0, 0, self._row - 1, LAST_CELL + 1)

    def _headline(self) -> tuple[str, str]:
        """The institution's score against the target, as a formula and as it reads now."""
        words, institution, decimals = self._words, self._result.institution, self._instrument.decimals
        score, band = self._institution_cell("score"), self._institution_cell("band")
        facts = {"score": rounded_text(score, decimals), "band": band}
        told: dict[str, object] = {"score": institution.score or 0, "band": band_name(institution.band)}
        none = f"{quoted_text(words.text('results.headline_none'))}"
        target = self._instrument.target
        if target is None:
            sentence, message = sentence_formula(words, "results.headline", facts), "results.headline"
        else:
            goal, said = to_text(target), quoted_text(words.number(target))
            facts |= {
                "target": said,
                "gap": rounded_text(f"ABS({goal}-{score})", decimals),
            }
            below, at, above = (
                sentence_formula(words, f"results.headline_{where}", facts) for where in ("below", "at", "above")
            )
            sentence = f"IF({score}<{goal},{below},IF({score}={goal},{at},{above}))"
            now = Fraction(institution.score or 0)
            message = "results.headline_" + ("below" if now < target else "at" if now == target else "above")
            gap = abs(target - now)
            told |= {"target": target, "gap": round_half_up(gap.numerator, gap.denominator, decimals)}
        if institution.score is None:
            message = "results.headline_none"
        return f"=IF(COUNT({score})=0,{none},{sentence})", words.text(message, **told)

    def _provisional(self) -> tuple[str, str]:
        """What is not answered yet; nothing when everything is."""
        plan, words = self._page.plan, self._words
        first, last = (column_letters(column) for column in plan.filled_columns)
        score = column_letters(_column_number(plan.figure_cells(FIRST_ROW)["score"]))
        scores = in_sheet(WORKINGS_SHEET, f"${score}${FIRST_ROW}:${score}${plan.last_row}")
        filled = in_sheet(WORKINGS_SHEET, f"${first}${FIRST_ROW}:${last}${plan.last_row}")
        blank = f"SUMPRODUCT(ISNUMBER({scores})*({filled}=0))"
        units = f"COUNTIF({scores},{quoted_text(self._figure_words.not_filled_in)})"
        sentence = sentence_formula(words, "results.provisional", {"blank": blank, "units": units})
        blanks = sum(unit.blank for unit in self._result.units if unit.score is not None)
        not_filled = sum(unit.status is Status.NOT_FILLED_IN for unit in self._result.units)
        shown = words.text("results.provisional", blank=blanks, units=not_filled) if blanks or not_filled else ""
        return f'=IF({blank}+{units}=0,"",{sentence})', shown

    def _ruler(self) -> None:
        words, styles, institution = self._words, self._styles, self._result.institution
        self._row += 1
        self._sheet.write_string(self._row, 0, words.text("results.scale"), styles.caption)
        self._bars.draw_ruler(self._row)
        self._row += 2
        first, earlier = self._row, self._contents.earlier
        if earlier is not None and not self._contents.is_partial:
            self._bar_head(words.text("results.earlier_named", name=earlier.name), earlier.institution)
        if not self._contents.is_partial:
            band = self._band_shown(institution.band)
            score: Shown = words.text("status.not_filled_in") if institution.score is None else float(institution.score)
            row = self._recap.institution_row
            self._bar(words.text("results.now"), row, score, band, self._change(None))
        if self._row > first:
            self._bars.colour(first, self._row - 1, "B")
        if self._instrument.target is not None:
            self._sheet.write_string(self._row, 0, words.text("results.target"), styles.box)
            self._sheet.write_number(self._row, 1, float(self._instrument.target), styles.score)
            self._bars.draw_target(self._row)
            self._row += 1

    def _units(self) -> None:
        words, styles, units = self._words, self._styles, self._result.units
        self._row += 1
        headings = (UNIT, words.text("table.score"), self._change_heading, words.text("worksheet.band"))
        for column, heading in enumerate(headings):
            self._sheet.write_string(self._row, column, heading, styles.header)
        self._row += 1
        first = self._row
        for position in self._chosen():
            unit = units[position]
            shown, band = score_text(unit, self._figure_words), self._band_shown(unit.band)
            self._bar(unit.unit, FIRST_ROW + position, shown, band, self._change(unit), is_unit=True)
        self._bars.colour(first, self._row - 1, "B")
        left = len(units) - MOST_UNITS
        if left > 0:
            self._line(words.text("results.more_units", count=left, shown=MOST_UNITS), styles.caption)
        self._row += 1

    def _chosen(self) -> Sequence[int]:
        """The units on the page: all, or those with the lowest scores now."""
        units = self._result.units
        if len(units) <= MOST_UNITS:
            return range(len(units))
        lowest = sorted(range(len(units)), key=lambda position: _lowest_first(units[position]))
        return sorted(lowest[:MOST_UNITS])

    def _bar_head(self, label: str, score: Decimal | None) -> None:
        """A bar of a score that does not change."""
        self._sheet.set_row(self._row, row_height([(label, _WIDTHS[0])]))
        self._sheet.write_string(self._row, 0, label, self._styles.box)
        if score is None:
            self._sheet.write_string(self._row, 1, "", self._styles.score)
        else:
            self._sheet.write_number(self._row, 1, float(score), self._styles.score)
        self._bars.draw_track(self._row)
        self._row += 1

    def _bar(
        self, label: str, recap_row: int, score: Shown, band: str, change: Decimal | None, *, is_unit: bool = False
    ) -> None:
        """A row with a bar: name, score, change, words, and the bar."""
        sheet, styles, recap = self._sheet, self._styles, self._recap
        sheet.set_row(self._row, row_height([(label, _WIDTHS[0]), (band, _WIDTHS[3])]))
        if is_unit:
            sheet.write_formula(self._row, 0, f"={in_sheet(RECAP_SHEET, f'$A${recap_row}')}", styles.box, label)
        else:
            sheet.write_string(self._row, 0, label, styles.box)
        sheet.write_formula(self._row, 1, f"={recap.cell('score', recap_row)}", styles.score, score)
        if self._contents.earlier is not None:
            shown: Shown = "" if change is None else float(change)
            sheet.write_formula(self._row, 2, f"={recap.cell('change', recap_row)}", styles.change, shown)
        else:
            sheet.write_string(self._row, 2, "", styles.text)
        cells = [recap.cell(name, recap_row) for name in ("zone", "band") if self._has(name)]
        formula = f'{cells[0]}&IF({cells[0]}="","",", ")&{cells[1]}' if len(cells) == 2 else f'{cells[0]}&""'
        sheet.write_formula(self._row, 3, f"={formula}", styles.box, band)
        self._bars.draw_track(self._row)
        self._row += 1

    def _improvements(self) -> None:
        """The improvements that add most to the institution, with room for who does them, and what they make of it."""
        words, styles, sheet = self._words, self._styles, self._sheet
        chosen = [row for row in self._page.found.rows if row.institution_points and row.is_in_hands][:IMPROVEMENTS]
        spans = self._spans()
        self._line(words.text("results.improvements"), styles.line)
        for (first, last), name in zip(spans, ("unit", "points", "indicator", "remedy", "person", "date"), strict=True):
            self._merge(first, last, words.text(f"results.{name}"), styles.header)
        self._row += 1
        start = self._row
        for rank in range(1, IMPROVEMENTS + 1):
            self._improvement(rank, chosen[rank - 1] if rank <= len(chosen) else None, spans)
        helper = column_letters(_HELPER + 1)
        found = f"{helper}{start + 1}:{helper}{self._row}"
        points = f"SUM(B{start + 1}:B{self._row})"
        full, decimals = to_text(self._instrument.full_score), self._instrument.decimals
        after = f"ROUND(ROUND({full}*{self._institution_cell('mark')}+{points},9),{decimals})"
        facts = {"count": f"COUNT({found})", "score": rounded_text(after, decimals)}
        sentence = sentence_formula(words, "results.if_done", facts)
        self._formula_line(f'=IF(COUNT({found})=0,"",{sentence})', self._if_done(chosen), styles.headline, 22)
        sheet.set_column(_HELPER, _HELPER, 6, None, {"hidden": True})

    def _improvement(self, rank: int, row: Shortcoming | None, spans: Sequence[tuple[int, int]]) -> None:
        listed, sheet, styles = self._page.listed, self._sheet, self._styles
        keys = listed.block(KEY_COLUMN)
        helper = f"${column_letters(_HELPER + 1)}${self._row + 1}"
        remedy = ""
        if row is not None and isinstance(row.component, Indicator):
            remedy = " ".join((row.component.remedy or "").split())
        title = row.component.title if row is not None else ""
        texts = ((remedy, widths((), _REMEDY_CELLS)), (title, _WIDTHS[2] + _WIDTHS[3]))
        sheet.set_row(self._row, max(18, row_height(texts)) if row is not None else 18)
        shown: tuple[Shown, ...] = ("", "", "", "")
        if row is not None:
            points = float(row.institution_points)
            shown = (self._result.units[row.unit].unit, points, title, remedy)
        columns = (UNIT_COLUMN, INSTITUTION_COLUMN, TITLE_COLUMN, REMEDY_COLUMN)
        style = (styles.box, styles.box_points, styles.box, styles.box)
        for (first, last), column, value, cell_style in zip(spans, columns, shown, style, strict=False):
            found = f"INDEX({listed.block(column)},{helper})"
            text = found if column == INSTITUTION_COLUMN else f'{found}&""'
            if first != last:
                sheet.merge_range(self._row, first, self._row, last, "", cell_style)
            sheet.write_formula(self._row, first, f'=IF({helper}="","",{text})', cell_style, value)
        for first, last in spans[4:]:
            self._merge(first, last, "", styles.entry)
        position: Shown = self._page.found.rows.index(row) + 1 if row is not None else ""
        formula = f'=IFERROR(MATCH(LARGE({keys},{rank}),{keys},0),"")'
        sheet.write_formula(self._row, _HELPER, formula, styles.computed, position)
        self._row += 1

    def _if_done(self, chosen: Sequence[Shortcoming]) -> str:
        mark = self._result.institution.mark
        if not chosen or mark is None:
            return ""
        after = Fraction(self._instrument.full_score) * mark.exact + sum(row.institution_points for row in chosen)
        score = round_half_up(after.numerator, after.denominator, self._instrument.decimals)
        return self._words.text("results.if_done", count=len(chosen), score=score)

    def _spans(self) -> tuple[tuple[int, int], ...]:
        """The columns of unit, points, indicator, remedy, person and date."""
        person = FIRST_CELL + _REMEDY_CELLS
        date = person + _PERSON_CELLS
        return (0, 0), (1, 1), (2, 3), (FIRST_CELL, person - 1), (person, date - 1), (date, LAST_CELL)

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

    def _band_shown(self, band: Band | None) -> str:
        zone = band.zone if band is not None and self._has("zone") else None
        return ", ".join(part for part in (zone, band_name(band)) if part)

    def _has(self, name: str) -> bool:
        return name == "band" or any(band.zone for band in self._instrument.bands)

    def _institution_cell(self, name: str) -> str:
        return self._recap.cell(name, self._recap.institution_row)

    def _line(self, text: str, style: object, height: float | None = None) -> None:
        """A text across the page."""
        needed = row_height([(text, widths(_WIDTHS, LAST_CELL - FIRST_CELL + 1) * 0.9)])
        self._sheet.set_row(self._row, max(height or 0, needed))
        self._merge(0, LAST_CELL + 1, text, style)
        self._row += 1

    def _formula_line(self, formula: str, shown: str, style: object, height: float) -> None:
        self._sheet.set_row(self._row, height)
        self._sheet.merge_range(self._row, 0, self._row, LAST_CELL + 1, "", style)
        self._sheet.write_formula(self._row, 0, formula, style, shown)
        self._row += 1

    def _merge(self, first: int, last: int, text: str, style: object) -> None:
        if first == last:
            self._sheet.write_string(self._row, first, text, style)
        else:
            self._sheet.merge_range(self._row, first, self._row, last, "", style)
            self._sheet.write_string(self._row, first, text, style)

    def _set_up(self) -> None:
        sheet = self._sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        if self._contents.earlier is None:
            sheet.set_column(2, 2, 2)
        sheet.set_column(LAST_CELL + 1, LAST_CELL + 1, 5)
        sheet.hide_gridlines(2)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8" + self._words.text("results.footer", version=self._contents.version) + "&R&8&D")


def _lowest_first(unit: UnitResult) -> tuple[bool, Decimal]:
    """The order of units by score; those without one come last, for nobody knows where they stand."""
    return unit.score is None, unit.score or Decimal(0)


def _column_number(cell: str) -> int:
    number = 0
    for letter in cell.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
