"""Write the sheets of a matrix workbook on which is computed: a row for every unit, and one for every observation."""

from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from kepatuhan.instrument.model import Component, Indicator
from kepatuhan.scoring.answers import NotApplicable
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import FILLED, MARK, SHARE, UNIT, UNIT_TYPE, WEIGHT, column_letters
from kepatuhan.worksheets.form_plan import UNKNOWN as UNKNOWN_HEADING
from kepatuhan.worksheets.matrix_formulas import UNKNOWN, observation_row_formulas
from kepatuhan.worksheets.matrix_frame import LEAST_TITLES, MatrixFrame
from kepatuhan.worksheets.matrix_notice import NOTICE_CELL, matrix_notice, notice_counts
from kepatuhan.worksheets.matrix_plan import (
    ANY_ROW,
    FIRST_ROW,
    HEADER_ROW,
    SECTION_ROW,
    TITLE_ROW,
    ObservationPlan,
    at_row,
)
from kepatuhan.worksheets.matrix_values import points_shown

_ENDS = ("first_row", "last_row")


class WorkingsWriter:
    """Writes the sheets of one workbook that hold no answers."""

    def __init__(self, frame: MatrixFrame) -> None:
        self._frame = frame
        self._plan = frame.plan
        self._units = frame.units
        self._lists = frame.lists
        self._styles = frame.styles
        self._words = frame.words
        self._unknown = frame.typed.unknown_of(self._plan.instrument.indicators)

    def write_points(self, sheet: Worksheet, observed: ObservationPlan) -> None:
        """The twin of a sheet of observations: the unit's position, and every answer in points."""
        plan, styles = self._plan, self._styles
        title = self._words.text("worksheet.matrix.points", sheet=observed.name)
        heads = [self._words.text("worksheet.matrix.row_of_unit"), UNIT_TYPE if plan.needs_types else ""]
        if observed.has_weights:
            heads.append("")
        width = len(observed.indicators) * (1 + observed.has_weights)
        self._frame.set_up(sheet, 2, observed.first_answer + width)
        self._frame.write_headings(sheet, heads, observed.indicators * (1 + observed.has_weights), title)
        types = {name: number for number, name in enumerate(plan.instrument.unit_types, start=1)}
        by_column = {observed.column(indicator): indicator for indicator in observed.indicators}
        weighs = {observed.weight_column(indicator): indicator for indicator in observed.indicators}
        formulas = [
            (column, formula, styles.text if column < observed.first_answer else styles.computed)
            for column, formula in observation_row_formulas(plan, observed, self._lists)
        ]
        for row in range(FIRST_ROW, observed.last_row + 1):
            place = observed.rows[row - FIRST_ROW] if row - FIRST_ROW < len(observed.rows) else None
            unit = self._units[place.unit] if place is not None else None
            for column, formula, style in formulas:
                shown: Shown = ""
                if column == 1:
                    shown = place.unit + 1 if place is not None else ""
                elif column == 2:
                    shown = types[unit.type] if unit is not None and unit.type is not None else 0
                elif place is not None and column in by_column and by_column[column].id in place.complaints:
                    shown = UNKNOWN
                elif place is not None and column in by_column:
                    points = points_shown(by_column[column], place.answers.get(by_column[column].id))
                    shown = points * float(place.weight) if isinstance(points, float) else points
                elif place is not None:
                    answer = place.answers.get(weighs[column].id)
                    shown = "" if answer is None or isinstance(answer, NotApplicable) else float(place.weight)
                sheet.write_formula(row - 1, column - 1, at_row(formula, row), style, shown)
        sheet.hide()  # long, and of interest to few

    def write_workings(
        self, sheet: Worksheet, formulas: Sequence[tuple[str, str]], values: Iterable[dict[str, Shown]]
    ) -> None:
        """*Hitungan*: a row for every unit, the figures of every component; ``formulas`` and cells are for any row."""
        plan, styles, words = self._plan, self._styles, self._words
        figures = plan.figure_cells(ANY_ROW)
        labels = {
            "state": words.text("worksheet.matrix.state"),
            "score": words.text("table.score"),
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "remark": words.text("worksheet.matrix.remark"),
            "answered": words.text("worksheet.answered"),
            "gap": words.text("table.gap", target=plan.instrument.target or 0),
            "mark": MARK,
        }
        heads = [UNIT, UNIT_TYPE if plan.has_types else "", *(labels[name] for name in figures)]
        leaves = [component for component in plan.scored if isinstance(component, Indicator)]
        blocks: list[tuple[str, str, Sequence[Component]]] = [
            (FILLED, "worksheet.matrix.filled", leaves),
            (WEIGHT, "worksheet.matrix.weight", plan.scored),
            (MARK, "worksheet.matrix.mark", plan.scored),
            *([(SHARE, "worksheet.matrix.share", plan.scored)] if plan.has_shares else []),
            (UNKNOWN_HEADING, "worksheet.matrix.unknown", plan.single),
        ]
        sheet.set_row(SECTION_ROW - 1, 30)
        sheet.set_row(TITLE_ROW - 1, LEAST_TITLES)
        sheet.set_row(HEADER_ROW - 1, 32)
        self._frame.set_unit_column(sheet)
        sheet.set_column(1, 1, 8, None, {} if plan.has_types else {"hidden": True})
        columns = len(heads) + sum(len(components) for _, _, components in blocks) + 2 * len(plan.observations)
        sheet.set_column(2, columns, 12)
        for wide in [name for name in ("state", "band", "remark") if name in figures]:
            sheet.set_column(f"{figures[wide].strip(ANY_ROW)}:{figures[wide].strip(ANY_ROW)}", 22)
        self._frame.protect(sheet, 1)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(f"A1:{at_row(figures['mark'], plan.last_row)}")  # the rest is for following a number
        sheet.write_string(SECTION_ROW - 1, 0, words.text("worksheet.matrix.workings"), styles.title)
        counted = notice_counts(plan, words)
        for part in counted:
            sheet.write_string(f"{part.cell[0]}{SECTION_ROW}", part.label, styles.text)
        column = len(heads)
        for _, meaning, components in blocks:
            sheet.write_string(SECTION_ROW - 1, column, words.text(meaning), styles.line)
            column += len(components)
        formula, shown_notice = matrix_notice(words, self._unknown)
        sheet.merge_range(TITLE_ROW - 1, 0, TITLE_ROW - 1, 2, "", styles.wrapped_notice)
        sheet.write_formula(NOTICE_CELL, formula, styles.wrapped_notice, shown_notice)
        for count in counted:
            sheet.write_formula(count.cell, count.formula, styles.count, self._unknown if count is counted[0] else 0)
        parts = [(heading, component) for heading, _, components in blocks for component in components]
        for column, (_, component) in enumerate(parts, start=len(heads)):
            sheet.write_string(TITLE_ROW - 1, column, component.title, styles.text)
        ends = [words.text(f"worksheet.matrix.{end}", sheet=of.name) for of in plan.observations for end in _ENDS]
        for column, heading in enumerate([*heads, *(f"{heading} {part.id}" for heading, part in parts), *ends]):
            sheet.write_string(HEADER_ROW - 1, column, heading, styles.header)
        cells = {f"{column_letters(column)}{ANY_ROW}": column for column in range(1, columns + 1)}
        first, last = plan.filled_columns
        whole = {1, 2, *range(first, last + 1), *range(columns - len(ends) + 1, columns + 1)}
        ordered = sorted((cells[cell], cell, formula) for cell, formula in formulas)
        styled = [(c - 1, cell, f, styles.text if c in whole else styles.computed) for c, cell, f in ordered]
        for row, shown in zip(plan.unit_rows, values, strict=True):
            number = str(row)
            self._frame.make_room(sheet, row, str(shown[f"A{ANY_ROW}"]))
            for column, cell, formula, style in styled:
                sheet.write_formula(row - 1, column, formula.replace(ANY_ROW, number), style, shown[cell])
