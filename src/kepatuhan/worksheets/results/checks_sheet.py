"""Write the sheet "Pemeriksaan": every score as the program computed it, beside what the formulas show now."""

from xlsxwriter.worksheet import Worksheet

from kepatuhan.messages import Words
from kepatuhan.worksheets.computed import Shown, score_text
from kepatuhan.worksheets.form_plan import UNIT
from kepatuhan.worksheets.matrix_plan import FIRST_ROW
from kepatuhan.worksheets.recap_columns import RecapColumns
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.scoring_formulas import FigureWords
from kepatuhan.worksheets.styles import Styles

CHECKS_SHEET = "Pemeriksaan"
_HEADER_ROW = 5


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
    rows: list[tuple[str, Shown, str]] = [
        (unit.unit, score_text(unit, figure_words), recap.cell("score", row))
        for row, unit in enumerate(result.units, start=FIRST_ROW)
    ]
    if not contents.is_partial:
        score = result.institution.score
        told: Shown = figure_words.not_filled_in if score is None else float(score)
        rows.append((words.text("table.institution"), told, recap.cell("score", recap.institution_row)))
    first, last = _HEADER_ROW + 1, _HEADER_ROW + len(rows)
    same, different = words.text("results.same"), words.text("results.different")
    for column, width in enumerate((40, 18, 18, 14)):
        sheet.set_column(column, column, width)
    sheet.set_row(_HEADER_ROW - 1, 32)
    sheet.write_string(0, 0, words.text("results.checks"), styles.title)
    sheet.write_string(1, 0, notice, styles.notice)
    sheet.write_string(2, 0, words.text("results.checks_note"), styles.caption)
    count = f'COUNTIF($D${first}:$D${last},"{different}")'
    summary = f'=IF({count}=0,"{words.text("results.all_same")}",{count}&" {words.text("results.some_different")}")'
    sheet.write_formula(3, 0, summary, styles.line, words.text("results.all_same"))
    for column, heading in enumerate((UNIT, *(words.text(f"results.{name}") for name in ("told", "shown", "verdict")))):
        sheet.write_string(_HEADER_ROW - 1, column, heading, styles.header)
    for row, (name, told, cell) in enumerate(rows, start=first):
        sheet.write_string(row - 1, 0, name, styles.text)
        if isinstance(told, str):
            sheet.write_string(row - 1, 1, told, styles.score)
        else:
            sheet.write_number(row - 1, 1, told, styles.score)
        sheet.write_formula(row - 1, 2, f"={cell}", styles.score, told)
        sheet.write_formula(row - 1, 3, f'=IF(B{row}=C{row},"{same}","{different}")', styles.text, same)
    rule = {"type": "formula", "criteria": f'=$D{first}="{different}"', "format": styles.wrong}
    sheet.conditional_format(first - 1, 0, last - 1, 3, rule)
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
