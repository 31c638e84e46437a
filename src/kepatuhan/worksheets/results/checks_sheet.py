"""Write the sheet "Pemeriksaan": every score and remark as the program told it, beside what the formulas show now.

What was told is kept by the names of the units, and so are the scores of last time: the rows of *Jawaban* may be put
in another order. What the formulas show is found by the name, and names that are gone or new are said.
"""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import UNIT, column_letters
from kepatuhan.worksheets.formula_text import in_sheet, quoted_text
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.matrix_notice import NOTICE
from kepatuhan.worksheets.name_search import position_of
from kepatuhan.worksheets.recap_columns import HEADER_ROW as RECAP_HEADER_ROW
from kepatuhan.worksheets.recap_columns import RECAP_SHEET, EarlierCells, RecapColumns
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.told import Told, only_earlier, told_rows
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unit_remarks import remarking

CHECKS_SHEET = "Pemeriksaan"
_HEADER_ROW = 5
_FIRST_ROW = _HEADER_ROW + 1
_NAME_WIDTH, _WIDTH, _VERDICT_WIDTH = 40, 26, 14


def earlier_cells(contents: Contents) -> EarlierCells | None:
    """Where the sheet keeps the scores of last time; None where there are none to compare with."""
    if contents.earlier is None:
        return None
    letters = column_letters(2 + _headings(contents).index("earlier"))
    last = _FIRST_ROW + len(contents.result.units) + len(only_earlier(contents)) - 1
    names, scores = (f"${each}${_FIRST_ROW}:${each}${last}" for each in ("A", letters))
    return EarlierCells(in_sheet(CHECKS_SHEET, names), in_sheet(CHECKS_SHEET, scores), _FIRST_ROW)


def write_checks(
    sheet: Worksheet,
    contents: Contents,
    recap: RecapColumns,
    styles: Styles,
    figure_words: FigureWords,
    words: Words,
    notice: str,
) -> None:
    """Write the sheet; ``notice`` stands above the table."""
    _Writer(sheet, contents, recap, styles, words).write(told_rows(contents, figure_words, words), notice)


def _headings(contents: Contents) -> tuple[str, ...]:
    """What stands in the columns after the name."""
    has_remarks = bool(remarking(contents.result.instrument))
    remarks = ("told_remark", "shown_remark") if has_remarks else ()
    return ("told", "shown", *remarks, "verdict", *(("earlier",) if contents.earlier is not None else ()), "new_unit")


class _Writer:
    """Writes the sheet row by row from the top."""

    def __init__(self, sheet: Worksheet, contents: Contents, recap: RecapColumns, styles: Styles, words: Words) -> None:
        self._sheet = sheet
        self._contents = contents
        self._recap = recap
        self._styles = styles
        self._words = words
        self._instrument: Instrument = contents.result.instrument
        self._headings = _headings(contents)
        self._units = len(contents.result.units)
        self._names = in_sheet(RECAP_SHEET, recap.block.names)
        self._same, self._different = words.text("results.same"), words.text("results.different")

    def write(self, rows: Sequence[Told], notice: str) -> None:
        sheet, styles, words = self._sheet, self._styles, self._words
        last = _HEADER_ROW + len(rows)
        self._set_up(last)
        sheet.write_string(0, 0, words.text("results.checks"), styles.title)
        sheet.write_string(1, 0, notice, styles.notice)
        sheet.write_string(2, 0, words.text("results.checks_note"), styles.caption)
        all_same = words.text("results.all_same")
        summary = f'=IF({NOTICE}="",{self._summary(last)},{NOTICE})'
        sheet.write_formula(3, 0, summary, styles.line, all_same)
        for column, heading in enumerate((UNIT, *(words.text(f"results.{name}") for name in self._headings))):
            sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
        named = sum(told.absent is not None for told in rows)
        for row, told in enumerate(rows, start=_FIRST_ROW):
            self._write_told(row, told)
            if row < _FIRST_ROW + self._units:
                self._write_new_unit(row, _HEADER_ROW + named)
            else:
                sheet.write_blank(row - 1, self._column("new_unit"), None, styles.text)
        for row, line in enumerate(self._origin(), start=last + 1):
            sheet.write_string(row, 0, line, styles.tick)

    def _write_told(self, row: int, told: Told) -> None:
        sheet, styles = self._sheet, self._styles
        texts = [(told.name, _NAME_WIDTH), (told.remark, _WIDTH)]
        sheet.set_row(row - 1, row_height([*texts, (told.score if isinstance(told.score, str) else "", _WIDTH)]))
        sheet.write_string(row - 1, 0, told.name, styles.text)
        self._write_pair(row, "told", told.score, self._live("score", row, told.absent))
        are_same = f"{self._cell('told', row)}={self._cell('shown', row)}"
        if "told_remark" in self._headings:
            self._write_pair(row, "told_remark", told.remark, self._live("remark", row, told.absent and ""))
            are_same = f"AND({are_same},{self._cell('told_remark', row)}={self._cell('shown_remark', row)})"
        verdict = f'=IF({are_same},"{self._same}","{self._different}")'
        sheet.write_formula(row - 1, self._column("verdict"), verdict, styles.text, self._same)
        if "earlier" in self._headings:
            before = self._words.text("results.no_score_before") if told.earlier is None else float(told.earlier)
            self._write_constant(row, self._column("earlier"), before)

    def _live(self, figure: str, row: int, absent: str | None) -> str:
        """What the recap shows of the unit of this row, wherever it stands there; None: of the institution."""
        if absent is None:
            return f"={self._recap.cell(figure, self._recap.institution_row)}"
        cells = in_sheet(RECAP_SHEET, self._recap.below(figure))
        position = position_of(f"TRIM($A{row})", self._names, RECAP_HEADER_ROW + 1)
        return f"=IFERROR(INDEX({cells},{position}),{quoted_text(absent)})"

    def _write_pair(self, row: int, heading: str, told: Shown, formula: str) -> None:
        """What was told, and beside it what the formula shows."""
        column = self._column(heading)
        self._write_constant(row, column, told)
        self._sheet.write_formula(row - 1, column + 1, formula, self._styles.score, told)

    def _write_constant(self, row: int, column: int, value: Shown) -> None:
        if isinstance(value, str):
            self._sheet.write_string(row - 1, column, value, self._styles.score)
        else:
            self._sheet.write_number(row - 1, column, value, self._styles.score)

    def _write_new_unit(self, row: int, last_name: int) -> None:
        """The name in a row of *Jawaban*, where none of the names of this sheet is the same."""
        name = in_sheet(RECAP_SHEET, f"$A${row - _FIRST_ROW + RECAP_HEADER_ROW + 1}")
        known = position_of(name, f"$A${_FIRST_ROW}:$A${last_name}", _FIRST_ROW)
        formula = f'=IF({name}="","",IF(ISNUMBER({known}),"",{name}))'
        self._sheet.write_formula(row - 1, self._column("new_unit"), formula, self._styles.text, "")

    def _summary(self, last: int) -> str:
        """How many rows differ, and how many units are new."""
        verdicts, new = (
            f"{self._cell(name, _FIRST_ROW, fixed=True)}:{self._cell(name, last, fixed=True)}"
            for name in ("verdict", "new_unit")
        )
        count = f'(COUNTIF({verdicts},"{self._different}")+SUMPRODUCT(({new}<>"")*1))'
        some, none = self._words.text("results.some_different"), self._words.text("results.all_same")
        return f'IF({count}=0,"{none}",{count}&" {some}")'

    def _origin(self) -> list[str]:
        """What the workbook was made with and from."""
        words, instrument = self._words, self._instrument
        return [
            words.text("results.made_with", version=self._contents.version),
            words.text("results.made_by", id=instrument.id, fingerprint=instrument.fingerprint),
            *(words.text("results.made_from", file=file, sha256=sha256) for file, sha256 in self._contents.inputs),
        ]

    def _column(self, heading: str) -> int:
        """The column of a heading, from 0."""
        return 1 + self._headings.index(heading)

    def _cell(self, heading: str, row: int, *, fixed: bool = False) -> str:
        letters, dollar = column_letters(self._column(heading) + 1), "$" if fixed else ""
        return f"{dollar}{letters}{dollar}{row}"

    def _set_up(self, last: int) -> None:
        sheet, verdict, new = self._sheet, self._column("verdict"), self._column("new_unit")
        sheet.set_column(0, 0, _NAME_WIDTH)
        sheet.set_column(1, verdict - 1, _WIDTH)
        sheet.set_column(verdict, new - 1, _VERDICT_WIDTH)
        sheet.set_column(new, new, _NAME_WIDTH)
        sheet.set_row(_HEADER_ROW - 1, 32)
        differs = f'=${self._cell("verdict", _FIRST_ROW)}="{self._different}"'
        is_new = f"=LEN(${self._cell('new_unit', _FIRST_ROW)})>0"
        for columns, criteria in (((0, verdict), differs), ((new, new), is_new)):
            rule = {"type": "formula", "criteria": criteria, "format": self._styles.wrong}
            sheet.conditional_format(_HEADER_ROW, columns[0], last - 1, columns[1], rule)
        sheet.freeze_panes(_HEADER_ROW, 1)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW - 1)
