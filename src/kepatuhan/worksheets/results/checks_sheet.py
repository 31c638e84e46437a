"""Write the sheet "Pemeriksaan": every score and remark as the program told it, beside what the formulas show now."""

from collections.abc import Collection
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown, score_text
from kepatuhan.worksheets.form_plan import UNIT, column_letters
from kepatuhan.worksheets.heights import row_height
from kepatuhan.worksheets.matrix_notice import NOTICE
from kepatuhan.worksheets.matrix_plan import FIRST_ROW
from kepatuhan.worksheets.recap_columns import RecapColumns
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles
from kepatuhan.worksheets.unit_remarks import remarks_text

CHECKS_SHEET = "Pemeriksaan"
_HEADER_ROW = 5
_NAME_WIDTH, _WIDTH = 40, 18


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
    result = contents.result
    rows = _rows(contents, recap, figure_words, words)
    has_remarks = "remark" in recap.figures
    headings = ["told", "shown", *(["told_remark", "shown_remark"] if has_remarks else []), "verdict"]
    verdict = len(headings)
    letters = column_letters(verdict + 1)
    first, last = _HEADER_ROW + 1, _HEADER_ROW + len(rows)
    same, different = words.text("results.same"), words.text("results.different")
    for column, width in enumerate((_NAME_WIDTH, *([_WIDTH] * (verdict - 1)), 14)):
        sheet.set_column(column, column, width)
    sheet.set_row(_HEADER_ROW - 1, 32)
    sheet.write_string(0, 0, words.text("results.checks"), styles.title)
    sheet.write_string(1, 0, notice, styles.notice)
    sheet.write_string(2, 0, words.text("results.checks_note"), styles.caption)
    count = f'COUNTIF(${letters}${first}:${letters}${last},"{different}")'
    summary = f'=IF({count}=0,"{words.text("results.all_same")}",{count}&" {words.text("results.some_different")}")'
    summary = f'=IF({NOTICE}="",{summary.removeprefix("=")},{NOTICE})'
    sheet.write_formula(3, 0, summary, styles.line, words.text("results.all_same"))
    for column, heading in enumerate((UNIT, *(words.text(f"results.{name}") for name in headings))):
        sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
    for row, checked in enumerate(rows, start=first):
        sheet.set_row(row - 1, row_height([(checked.name, _NAME_WIDTH), (checked.remark, _WIDTH)]))
        sheet.write_string(row - 1, 0, checked.name, styles.text)
        _write_told(sheet, row, 1, checked.told, checked.cell, styles)
        are_same = f"B{row}=C{row}"
        if has_remarks:
            _write_told(sheet, row, 3, checked.remark, checked.remark_cell, styles)
            are_same = f"AND({are_same},D{row}=E{row})"
        sheet.write_formula(row - 1, verdict, f'=IF({are_same},"{same}","{different}")', styles.text, same)
    rule = {"type": "formula", "criteria": f'=${letters}{first}="{different}"', "format": styles.wrong}
    sheet.conditional_format(first - 1, 0, last - 1, verdict, rule)
    row = last + 1
    instrument = result.instrument
    lines = [
        words.text("results.made_with", version=contents.version),
        words.text("results.made_by", id=instrument.id, fingerprint=instrument.fingerprint),
        *(words.text("results.made_from", file=file, sha256=sha256) for file, sha256 in contents.inputs),
    ]
    for line in lines:
        sheet.write_string(row, 0, line, styles.tick)
        row += 1
    sheet.freeze_panes(_HEADER_ROW, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW - 1)


class _Checked(NamedTuple):
    """What the program told of a unit or of the institution, and the cells of the recap that show it."""

    name: str
    told: Shown
    cell: str
    remark: str
    remark_cell: str


def _rows(contents: Contents, recap: RecapColumns, figure_words: FigureWords, words: Words) -> list[_Checked]:
    result = contents.result

    def checked(name: str, told: Shown, remarks: Collection[str], row: int) -> _Checked:
        remark_cell = recap.cell("remark", row) if "remark" in recap.figures else ""
        return _Checked(name, told, recap.cell("score", row), remarks_text(result.instrument, remarks), remark_cell)

    rows = [
        checked(unit.unit, score_text(unit, figure_words), unit.remarks, row)
        for row, unit in enumerate(result.units, start=FIRST_ROW)
    ]
    if not contents.is_partial:
        score = result.institution.score
        told: Shown = figure_words.not_filled_in if score is None else float(score)
        remarks = result.institution.remarks
        rows.append(checked(words.text("table.institution"), told, remarks, recap.institution_row))
    return rows


def _write_told(sheet: Worksheet, row: int, column: int, told: Shown, cell: str, styles: Styles) -> None:
    """What was told, and beside it what the formula shows."""
    if isinstance(told, str):
        sheet.write_string(row - 1, column, told, styles.score)
    else:
        sheet.write_number(row - 1, column, told, styles.score)
    sheet.write_formula(row - 1, column + 1, f"={cell}", styles.score, told)
