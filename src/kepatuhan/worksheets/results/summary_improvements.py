"""The lower half of the page "Ringkasan": what adds most to the institution, who does it, and what it makes of it."""

from collections.abc import Sequence
from fractions import Fraction

from kepatuhan.exact import round_half_up, to_text
from kepatuhan.instrument.model import Indicator
from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import quoted_text
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.results.bars import FIRST_CELL, LAST_CELL, widths
from kepatuhan.worksheets.results.shortcomings import Shortcoming
from kepatuhan.worksheets.results.shortcomings_sheet import (
    INSTITUTION_COLUMN,
    KEY_COLUMN,
    REMEDY_COLUMN,
    TITLE_COLUMN,
    UNIT_COLUMN,
)
from kepatuhan.worksheets.results.summary_canvas import WIDTHS, Canvas, Page
from kepatuhan.worksheets.sentences import rounded_text, sentence_formula
from kepatuhan.worksheets.styles import Styles

IMPROVEMENTS = 5
_HELPER = LAST_CELL + 2
"""A hidden column: where in the list of shortcomings each improvement stands."""
_REMEDY_CELLS, _PERSON_CELLS = 30, 12


class ImprovementsWriter:
    """Writes the improvements, as far as there may be some."""

    def __init__(self, canvas: Canvas, page: Page, styles: Styles, words: Words) -> None:
        self._canvas = canvas
        self._sheet = canvas.sheet
        self._page = page
        self._result = page.contents.result
        self._instrument = page.instrument
        self._styles = styles
        self._words = words

    def write(self) -> None:
        """The improvements that are in the units' hands and add most, with room for who does them, and what they make.

        Where there can be none, the page says why.
        """
        words, styles, sheet = self._words, self._styles, self._sheet
        rows = [row for row in self._page.found.rows if row.is_in_hands]
        if not rows:
            why = "outside" if self._page.found.rows else "finished"
            self._canvas.line(words.text(f"results.no_improvements_{why}"), styles.plain)
            return
        chosen = [row for row in rows if row.institution_points][:IMPROVEMENTS]
        spans = self._spans()
        self._canvas.line(words.text("results.improvements"), styles.line)
        for (first, last), name in zip(spans, ("unit", "points", "indicator", "remedy", "person", "date"), strict=True):
            self._canvas.merge(first, last, words.text(f"results.{name}"), styles.header)
        self._canvas.row += 1
        start = self._canvas.row
        for rank in range(1, IMPROVEMENTS + 1):
            self._improvement(rank, chosen[rank - 1] if rank <= len(chosen) else None, spans)
        helper = column_letters(_HELPER + 1)
        found = f"{helper}{start + 1}:{helper}{self._canvas.row}"
        points = f"SUM(B{start + 1}:B{self._canvas.row})"
        full, decimals = to_text(self._instrument.full_score), self._instrument.decimals
        after = f"ROUND(ROUND({full}*{self._page.institution_cell('mark')}+{points},9),{decimals})"
        facts = {"count": f"COUNT({found})", "score": rounded_text(after, decimals)}
        sentence = sentence_formula(words, "results.if_done", facts)
        nothing = quoted_text(words.text("results.nothing_left"))
        formula = f'=IF(COUNT({self._page.institution_cell("mark")})=0,"",IF(COUNT({found})=0,{nothing},{sentence}))'
        self._canvas.formula_line(formula, self._if_done(chosen), styles.headline, 22)
        sheet.set_column(_HELPER, _HELPER, 6, None, {"hidden": True})

    def _improvement(self, rank: int, row: Shortcoming | None, spans: Sequence[tuple[int, int]]) -> None:
        listed, sheet, styles = self._page.listed, self._sheet, self._styles
        keys = listed.block(KEY_COLUMN)
        helper = f"${column_letters(_HELPER + 1)}${self._canvas.row + 1}"
        remedy = ""
        if row is not None and isinstance(row.component, Indicator):
            remedy = " ".join((row.component.remedy or "").split())
        title = row.component.title if row is not None else ""
        unit = self._result.units[row.unit].unit if row is not None else ""
        texts = ((unit, WIDTHS[0] - 2), (remedy, widths((), _REMEDY_CELLS)), (title, WIDTHS[2] + WIDTHS[3]))
        self._canvas.set_height(max(18, row_height(texts)))
        shown: tuple[Shown, ...] = ("", "", "", "")
        if row is not None:
            points = float(row.institution_points)
            shown = (unit, points, title, remedy)
        columns = (UNIT_COLUMN, INSTITUTION_COLUMN, TITLE_COLUMN, REMEDY_COLUMN)
        style = (styles.box, styles.box_points, styles.box, styles.box)
        for (first, last), column, value, cell_style in zip(spans, columns, shown, style, strict=False):
            found = f"INDEX({listed.block(column)},{helper})"
            text = found if column == INSTITUTION_COLUMN else f'{found}&""'
            if first != last:
                sheet.merge_range(self._canvas.row, first, self._canvas.row, last, "", cell_style)
            sheet.write_formula(self._canvas.row, first, f'=IF({helper}="","",{text})', cell_style, value)
        for first, last in spans[4:]:
            self._canvas.merge(first, last, "", styles.entry)
        position: Shown = self._page.found.rows.index(row) + 1 if row is not None else ""
        formula = f'=IFERROR(MATCH(LARGE({keys},{rank}),{keys},0),"")'
        sheet.write_formula(self._canvas.row, _HELPER, formula, styles.computed, position)
        self._canvas.row += 1

    def _if_done(self, chosen: Sequence[Shortcoming]) -> str:
        mark = self._result.institution.mark
        if mark is None:
            return ""
        if not chosen:
            return self._words.text("results.nothing_left")
        after = Fraction(self._instrument.full_score) * mark.exact + sum(row.institution_points for row in chosen)
        score = round_half_up(after.numerator, after.denominator, self._instrument.decimals)
        return self._words.text("results.if_done", count=len(chosen), score=score)

    def _spans(self) -> tuple[tuple[int, int], ...]:
        """The columns of unit, points, indicator, remedy, person and date."""
        person = FIRST_CELL + _REMEDY_CELLS
        date = person + _PERSON_CELLS
        return (0, 0), (1, 1), (2, 3), (FIRST_CELL, person - 1), (person, date - 1), (date, LAST_CELL)
