"""Write the sheet "Ringkasan": the one page for the head of office.

Every score on it follows the answers; the remarks are those of the moment in which it was written, and say so.
"""

import re

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kepatuhan.messages import Words
from kepatuhan.worksheets.matrix_notice import NOTICE
from kepatuhan.worksheets.results.bars import LAST_CELL, Bars
from kepatuhan.worksheets.results.summary_canvas import WIDTHS, Canvas, Page
from kepatuhan.worksheets.results.summary_improvements import ImprovementsWriter
from kepatuhan.worksheets.results.summary_scores import ScoresWriter
from kepatuhan.worksheets.results.summary_sentences import headline, provisional
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles

SUMMARY_SHEET = "Ringkasan"
_MOST_REMARKS = 5
"""So many fit on the page."""
_TALL = 960
"""Points from which the page is read more easily upright: lying down, its height would shrink it."""


class SummaryWriter:
    """Writes the page, row by row from the top."""

    def __init__(
        self, book: Workbook, sheet: Worksheet, page: Page, styles: Styles, figure_words: FigureWords, words: Words
    ) -> None:
        self._sheet = sheet
        self._page = page
        self._contents = page.contents
        self._instrument = page.instrument
        self._styles = styles
        self._figure_words = figure_words
        self._words = words
        self._canvas = Canvas(sheet)
        bars = Bars(book, sheet, self._instrument, words)
        self._scores = ScoresWriter(self._canvas, page, bars, styles, figure_words, words)

    def write(self, notice: str) -> None:
        """Write the page; ``notice`` says who could not be scored."""
        self._set_up()
        canvas, words, styles = self._canvas, self._words, self._styles
        canvas.line(self._contents.institution or words.text("results.title"), styles.title, 24)
        canvas.line(self._edition(), styles.plain)
        if notice:
            canvas.line(notice, styles.notice, 30)
            canvas.formula_line(f'={NOTICE}&""', "", styles.wrapped_notice, 30)
        else:
            canvas.formula_line(*headline(self._page, self._figure_words, words), styles.headline, 24)
            canvas.formula_line(*provisional(self._page, self._figure_words, words), styles.wrapped_notice, 30)
        self._scores.write_ruler()
        self._scores.write_units()
        remarks = [*self._assumptions(), *self._contents.remarks]
        if remarks:
            canvas.line(words.text("results.as_written"), styles.caption)
        for remark in remarks[:_MOST_REMARKS]:
            canvas.line("• " + remark, styles.plain)
        left = len(remarks) - _MOST_REMARKS
        if left > 0:
            canvas.line("• " + words.text("results.more_remarks", count=left), styles.plain)
        if not notice:
            ImprovementsWriter(canvas, self._page, styles, words).write()
        if canvas.height > _TALL:
            self._sheet.set_portrait()
        self._sheet.print_area(0, 0, canvas.row - 1, LAST_CELL + 1)

    def _edition(self) -> str:
        """The title of the instrument, and its years where the title does not name them."""
        title, years = self._instrument.title, self._instrument.years_text
        is_said = set(re.findall(r"\d{4}", years)) <= set(re.findall(r"\d{4}", title))
        return title if is_said else f"{title} ({years})"

    def _assumptions(self) -> list[str]:
        """What the institution's score and its category rest on that is no official figure, beside the weights."""
        assumed = []
        if self._instrument.roll_up.assumption and len(self._contents.result.units) > 1:
            assumed.append(self._words.text("results.roll_up_assumed"))
        if self._instrument.bands_assumption:
            assumed.append(self._words.text("results.limits_assumed"))
        return assumed

    def _set_up(self) -> None:
        sheet = self._sheet
        for column, width in enumerate(WIDTHS):
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
