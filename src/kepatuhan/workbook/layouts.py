"""Read the rows under a header: a unit a row (matrix), an indicator a row (form), or both (long)."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kepatuhan.exact import Exact
from kepatuhan.problems import ProblemsFound, error, note, warning
from kepatuhan.spelling import fold
from kepatuhan.workbook.answer_cells import AnswerCells
from kepatuhan.workbook.as_typed import Beside
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Cell, Place, Row, Sheet, cell_name, column_name
from kepatuhan.workbook.form_rows import FormRow, fill
from kepatuhan.workbook.header_judging import judge_header
from kepatuhan.workbook.headers import ComponentColumn, LayoutKind
from kepatuhan.workbook.limits import MOST_PROBLEMS
from kepatuhan.workbook.next_table import NextTable
from kepatuhan.workbook.overlooked import Overlooked, holds
from kepatuhan.workbook.preamble import FoundHeader
from kepatuhan.workbook.records import UnitRecord
from kepatuhan.workbook.rows_beside import RowsBeside, Verdict
from kepatuhan.workbook.sheet_site import SheetSite
from kepatuhan.workbook.unit_rows import UnitRows
from kepatuhan.workbook.values import could_be_answer, is_blank, plain
from kepatuhan.workbook.vocabulary import Vocabulary

OnRow = Callable[[int], None]


class SheetReading:
    """Reads one sheet into an assembly."""

    def __init__(
        self, assembly: Assembly, vocabulary: Vocabulary, file: str, sheet: Sheet, found: FoundHeader, on_row: OnRow
    ) -> None:
        self._assembly = assembly
        self._vocabulary = vocabulary
        self._site = SheetSite(assembly, file, sheet.name)
        self._header = found.header
        self._kind = found.header.kind or LayoutKind.MATRIX
        self._preamble = found.preamble
        self._rows = found.rows
        self._found = found
        self._on_row = on_row
        self._unknown_codes: dict[str, None] = {}
        self._next_table = NextTable(found.header, vocabulary, assembly.answer_words)
        self._answer_cells = AnswerCells(self._site, self._next_table)
        # Rows that are to be returned are looked at one by one: what stands beside the answers is kept as well.
        self._form_rows = assembly.form_rows.below(found.header) if assembly.as_typed is None else None
        self._overlooked = Overlooked(sheet, self._site.sheet, found.header, assembly.answer_words)

    def read(self, default_unit: str) -> None:
        """Read every row below the header; ``default_unit`` names a form's unit when nothing in the sheet does."""
        misspelt = self._judge()
        if misspelt is None:
            return
        header = self._header
        units = UnitRows(self._site, header, self._preamble, default_unit)
        naming = header.code if self._kind is LayoutKind.FORM else header.unit
        assert naming is not None
        beside = RowsBeside(self._vocabulary, header, self._assembly.answer_words)
        components = {column.column: column for column in header.components}
        answer_columns = components.keys() | {cell.column for cell in header.answers}
        present = frozenset(column.component_id for column in header.components) | misspelt
        try:
            for row in self._rows:
                self._on_row(row.number)
                if self._assembly.is_full or len(units.nameless) > MOST_PROBLEMS:
                    self._assembly.spoilt_sheets.add(self._site.number)  # refused anyway; nothing more would be told
                    break
                if self._is_read_again(row, beside, units):
                    continue
                rest, answers, read_before = self._answer_cells.among(row.cells, answer_columns)
                if self._next_table.begins(row, [cell for cell in rest if not self._is_type(cell)]):
                    self._site.spoil(error("KP736", self._site.where(row.number, row.cells[0].column)))
                    break
                cells = {cell.column: cell for cell in rest}
                verdict = beside.judge(row, cells.get(naming.column), answers, is_answered=bool(read_before))
                if verdict is Verdict.UNCLEAR:
                    named = cells[naming.column]
                    where = self._site.where(row.number, named.column)
                    self._site.spoil(error("KP739", where, written=plain(named.text)))
                if verdict is not Verdict.READ:
                    continue
                self._overlooked.look(row, rest, answers)
                record = units.unit_of(row, cells, answers)
                if record is None:
                    continue
                self._refuse_short(record, row, answers, answer_columns)
                weight = units.note_sides(record, row.number, cells, has_answers=bool(answers))
                self._keep_beside(record, row.number, cells)
                units.note_respondent(record, row.number, cells, answers)
                if self._kind is LayoutKind.MATRIX:
                    record.present.add(present)
                    self._answer_cells.take_row(record, components, answers, read_before, row.number, weight)
                else:
                    self._coded_row(record, row, cells, answers, weight)
        except ProblemsFound as damage:
            for problem in damage.problems:
                self._site.spoil(problem)
        columns = answer_columns | ({naming.column} if header.unit is not None else set())
        self._finish(beside.skipped, units, columns)

    def _keep_beside(self, record: UnitRecord, row: int, cells: Mapping[int, Cell]) -> None:
        """Keep evidence and remarks of a workbook to return: of the indicator that the row is about, or of the unit."""
        as_typed = self._assembly.as_typed
        if as_typed is None:
            return
        code = cells.get(self._header.code.column) if self._header.code is not None else None
        named = self._vocabulary.component(code.text) if code is not None else None
        for columns, kind in ((self._header.evidence, Beside.EVIDENCE), (self._header.remarks, Beside.REMARK)):
            for column in columns:
                cell = cells.get(column)
                if cell is not None and not is_blank(cell):
                    name = named[0] if named is not None else None
                    as_typed.keep(record, name, kind, cell.text, self._site.place(row, column))

    def _is_read_again(self, row: Row, beside: RowsBeside, units: UnitRows) -> bool:
        """Read a row of a form that was read before, in whatever sheet, as it was read then."""
        read_before = (
            self._form_rows.get(tuple(row.cells)) if self._form_rows is not None and row.width is None else None
        )
        record = units.unit_of(row, {}, ()) if read_before is not None else None
        if read_before is None or record is None:
            return False
        beside.pass_answer()
        self._overlooked.look(row, row.cells, read_before.cells)
        fill(record, read_before, self._site.number, row)
        return True

    def _judge(self) -> AbstractSet[str] | None:
        """The ids that the header nearly names; None where nothing below it can be read."""
        judged = judge_header(self._header, self._preamble, self._vocabulary, self._site)
        if self._assembly.as_typed is not None:
            self._assembly.as_typed.has_forms |= self._kind is LayoutKind.FORM
            self._assembly.as_typed.misspelt[self._site.number] = judged.misspelt
        if judged.errors:
            self._assembly.spoilt_sheets.add(self._site.number)
        self._assembly.problems.extend((*judged.errors, *judged.warnings))
        self._refuse_codes_above()
        if judged.stops is not None:
            self._site.spoil(judged.stops)
            return None
        if self._kind is LayoutKind.MATRIX:
            columns = {column.component_id: column.column for column in self._header.components}
            self._assembly.columns_of_sheets[self._site.number] = columns
        return judged.misspelt

    def _refuse_codes_above(self) -> None:
        """Rows of what may be answers, below codes and above the header: their units would be missing."""
        codes = self._found.codes_above
        if codes is None:
            return
        columns = {column.column for column in codes.components}
        words = self._assembly.answer_words
        rows = [
            row.number
            for row in self._found.rows_between
            if any(cell.column in columns and not is_blank(cell) and could_be_answer(cell, words) for cell in row.cells)
        ]
        if rows:
            where = self._site.where(codes.row, codes.components[0].column)
            self._site.spoil(error("KP759", where, rows=tuple(map(str, rows)), count=len(rows)))

    def _refuse_short(
        self, record: UnitRecord, row: Row, answers: Sequence[Cell], answer_columns: AbstractSet[int]
    ) -> None:
        """A row of a text file that ends too early: a cell may be missing anywhere before its end.

        Below codes the columns of answers are observations, which may be fewer in one row than in another; there a row
        is short when what looks like its answer stands before the first of them.
        """
        if row.width is None or not answer_columns:
            return
        if self._kind is LayoutKind.MATRIX:
            until = max(answer_columns) if answers else 0
        else:
            last = row.cells[-1]
            names = (self._header.code, self._header.unit)
            is_name = any(name is not None and name.column == last.column for name in names)
            is_lost = not answers and not is_name and could_be_answer(last, self._assembly.answer_words)
            until = min(answer_columns) if is_lost else 0
        if row.width < until:
            ends = {"last": column_name(row.width), "until": column_name(until)}
            self._assembly.complain("KP783", self._site.place(row.number, row.width), record, **ends)

    def _finish(self, skipped: Sequence[str], units: UnitRows, columns: AbstractSet[int]) -> None:
        """What can be said of the sheet once all its rows were read."""
        site, problems = self._site, self._assembly.problems
        merged = self._overlooked.merged_answers(columns)
        for block in merged:
            first, last = cell_name(block.first_row, block.first_column), cell_name(block.last_row, block.last_column)
            site.spoil(error("KP742", site.sheet._replace(cell=first), block=f"{first}:{last}"))
        for row, column, other in units.nameless:
            if not any(holds(block, row, column) for block in merged):
                site.spoil(error("KP820", site.where(row, column), other=cell_name(row, other)))
        for stray in self._overlooked.strays.values():
            make = error if stray.is_answer else warning
            if stray.is_answer:
                self._assembly.spoilt_sheets.add(site.number)
            where = site.where(stray.row, stray.cell.column)
            problems.append(make("KP737", where, written=plain(stray.cell.text), count=stray.count))
        if units.repeated:
            place, written, before = units.repeated[0]
            repeated, earlier = len(units.repeated), self._assembly.address(before, place)
            problems.append(
                warning("KP757", self._assembly.where(place), count=repeated, written=written, other=earlier)
            )
        if self._overlooked.hidden_rows:
            rows = tuple(str(number) for number in self._overlooked.hidden_rows)
            problems.append(note("KP741", site.sheet, count=len(rows), rows=rows))
        if self._overlooked.hidden_columns:
            hidden = tuple(column_name(column) for column in sorted(self._overlooked.hidden_columns))
            problems.append(note("KP748", site.sheet, columns=hidden))
        if skipped:
            problems.append(note("KP715", site.sheet, rows=tuple(skipped)))
        if self._unknown_codes:
            problems.append(warning("KP730", site.sheet, codes=tuple(self._unknown_codes)))

    def _pass_over(self, place: Place, answers: Sequence[Cell]) -> None:
        if self._assembly.as_typed is not None:
            self._assembly.as_typed.pass_over(place, answers)

    def _is_type(self, cell: Cell) -> bool:
        """Whether a cell says the type of a unit, in the column for it: "opd" is a heading elsewhere."""
        column = self._header.unit_type
        return column is not None and cell.column == column.column and fold(cell.text) in self._assembly.type_keys

    def _coded_row(
        self, record: UnitRecord, row: Row, cells: Mapping[int, Cell], answers: Sequence[Cell], weight: Exact
    ) -> None:
        """A row whose ``kode`` cell names the indicator (or the component whose score is given directly)."""
        assert self._header.code is not None
        column = self._header.code.column
        code = cells.get(column)
        place = self._site.place(row.number, column)
        if code is None or is_blank(code):
            if answers:
                self._pass_over(place, answers)
                other = cell_name(row.number, answers[0].column)
                self._assembly.complain("KP821", place, record, other=other)
            return
        named = self._vocabulary.component(code.text)
        if named is None:
            near = self._vocabulary.resembling(code.text) or ""
            if answers or near:
                self._pass_over(place, answers)
                self._assembly.complain("KP822", place, record, written=code.text, near=near)
            else:
                self._unknown_codes[code.text] = None
            return
        name, most = named
        present = frozenset({name})
        if name in self._assembly.indicators or answers:
            record.present.add(present)
            if self._assembly.keeps_places and not answers:
                first = self._site.place(row.number, self._header.answers[0].column)
                record.unanswered.setdefault(name, first)
        columns = [(ComponentColumn(cell.column, name, most), cell) for cell in answers]
        answered = [self._answer_cells.take(record, column, cell, row.number, weight) for column, cell in columns]
        clear = [answer for answer in answered if answer is not None]
        if self._form_rows is None or not answers or len(clear) < len(answers):
            return
        if not any(map(self._next_table.names_a_column, row.cells)):
            self._form_rows.remember(tuple(row.cells), FormRow(tuple(answers), clear, present))
