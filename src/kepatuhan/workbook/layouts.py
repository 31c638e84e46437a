"""Read the rows under a header: a unit a row (matrix), an indicator a row (form), or both (long)."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, NumberScale
from kepatuhan.problems import Problem, ProblemsFound, Where, error, note, warning
from kepatuhan.scoring.answers import NotApplicable, Value
from kepatuhan.spelling import fold
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Cell, Kind, Row, Sheet, cell_name, column_name
from kepatuhan.workbook.headers import (
    CODE_HEADERS,
    UNIT_HEADERS,
    ComponentColumn,
    Header,
    LayoutKind,
    Vocabulary,
    header_form,
    read_header,
)
from kepatuhan.workbook.limits import MOST_PROBLEMS
from kepatuhan.workbook.overlooked import Overlooked, holds
from kepatuhan.workbook.preamble import FoundHeader, Preamble
from kepatuhan.workbook.records import GivenScore, Place, UnitRecord
from kepatuhan.workbook.rows_beside import RowsBeside, Verdict
from kepatuhan.workbook.values import Refusal, is_blank, plain, read_answer, read_count

OnRow = Callable[[int], None]

_MOST_ANSWERED = 50_000

_NO_NAME = re.compile(r"(sheet|lembar|lembar kerja|worksheet) ?\d*")
"""What programs call a sheet that nobody has named."""


class SheetReading:
    """Reads one sheet into an assembly."""

    def __init__(
        self, assembly: Assembly, vocabulary: Vocabulary, file: str, sheet: Sheet, found: FoundHeader, on_row: OnRow
    ) -> None:
        self._assembly = assembly
        self._vocabulary = vocabulary
        self._number = assembly.add_sheet(file, sheet.name)
        self._file = file
        self._name = sheet.name
        self._header = found.header
        self._kind = found.header.kind or LayoutKind.MATRIX
        self._preamble = found.preamble
        self._rows = found.rows
        self._on_row = on_row
        self._below = Preamble()
        self._unknown_codes: list[str] = []
        self._misspelt: set[str] = set()
        """Ids that a header nearly names: they are not missing as well."""
        self._naming: dict[str, bool] = {}
        self._answered: dict[Cell, tuple[str, Value | NotApplicable]] = {}
        """The answers that cells of a matrix hold, in their columns: cells that name no column, whatever the row."""
        self._overlooked = Overlooked(sheet, found.header, assembly.answer_words)
        self._nameless: list[tuple[int, int, int]] = []
        """Rows with answers and no unit: the row, the column of units and that of the first answer."""
        self._form: UnitRecord | None = None
        """The unit of a form, once one of its rows was read."""

    def read(self, default_unit: str) -> None:
        """Read every row below the header; ``default_unit`` names a form's unit when nothing in the sheet does."""
        header = self._header
        if not self._judge_header():
            return
        if self._kind is LayoutKind.FORM and self._preamble.no_name is not None:
            written, row_number, column = self._preamble.no_name
            self._spoil(error("KP828", self._where(column, row_number), written=written))
            return
        if self._kind is not LayoutKind.FORM and header.count is not None:
            self._assembly.has_count_column = True
        naming = header.code if self._kind is LayoutKind.FORM else header.unit
        assert naming is not None
        beside = RowsBeside(self._vocabulary, header, self._assembly.answer_words)
        components = {column.column: column for column in header.components}
        if self._kind is LayoutKind.MATRIX:
            self._assembly.columns_of_sheets[self._number] = {one.component_id: at for at, one in components.items()}
        answer_columns = components.keys() | {cell.column for cell in header.answers}
        present = frozenset(column.component_id for column in header.components) | self._misspelt
        try:
            for row in self._rows:
                self._on_row(row.number)
                if self._assembly.is_full or len(self._nameless) > MOST_PROBLEMS:
                    self._assembly.spoilt_sheets.add(self._number)  # refused anyway, and nothing more would be told
                    break
                others = [cell for cell in row.cells if cell not in self._answered and not self._is_type(cell)]
                if self._begins_another_table(row, others):
                    break
                cells = {cell.column: cell for cell in row.cells}
                filled = {cell for cell in others if cell.column in answer_columns and not is_blank(cell)}
                answers = [cell for cell in row.cells if cell in self._answered or cell in filled]
                verdict = beside.judge(row, cells.get(naming.column), answers)
                if verdict is Verdict.UNCLEAR:
                    named = cells[naming.column]
                    self._spoil(error("KP739", self._where(named.column, row.number), written=plain(named.text)))
                if verdict is not Verdict.READ:
                    continue
                self._overlooked.look(row, answers)
                record = self._unit_of_row(row, cells, answers, default_unit)
                if record is None:
                    continue
                weight = self._note_sides(record, row.number, cells, has_answers=bool(answers))
                if self._kind is LayoutKind.MATRIX:
                    record.present.add(present)
                    self._take_all(record, components, answers, row.number, weight)
                else:
                    self._coded_row(record, row, cells, answers, weight)
        except ProblemsFound as damage:
            for problem in damage.problems:
                self._spoil(problem)
        self._finish(beside.skipped, answer_columns | ({naming.column} if header.unit is not None else set()))

    def _finish(self, skipped: list[str], columns: AbstractSet[int]) -> None:
        """What can be said of the sheet once all its rows were read."""
        where = Where(self._file, sheet=self._name)
        merged = self._overlooked.merged_answers(columns)
        for block in merged:
            first, last = cell_name(block.first_row, block.first_column), cell_name(block.last_row, block.last_column)
            self._spoil(error("KP742", where._replace(cell=first), block=f"{first}:{last}"))
        for row, column, other in self._nameless:
            if not any(holds(block, row, column) for block in merged):
                self._spoil(error("KP820", self._where(column, row), other=cell_name(row, other)))
        for stray in self._overlooked.strays.values():
            make = error if stray.is_answer else warning
            if stray.is_answer:
                self._assembly.spoilt_sheets.add(self._number)
            place = self._where(stray.cell.column, stray.row)
            self._assembly.problems.append(make("KP737", place, written=plain(stray.cell.text), count=stray.count))
        if self._overlooked.hidden_rows:
            rows = tuple(str(number) for number in self._overlooked.hidden_rows)
            self._assembly.problems.append(note("KP741", where, count=len(rows), rows=rows))
        if self._overlooked.hidden_columns:
            columns_hidden = tuple(column_name(column) for column in sorted(self._overlooked.hidden_columns))
            self._assembly.problems.append(note("KP748", where, columns=columns_hidden))
        if skipped:
            self._assembly.problems.append(note("KP715", where, rows=tuple(skipped)))
        if self._unknown_codes:
            self._assembly.problems.append(warning("KP730", where, codes=tuple(dict.fromkeys(self._unknown_codes))))

    def _unit_of_row(
        self, row: Row, cells: dict[int, Cell], answers: list[Cell], default_unit: str
    ) -> UnitRecord | None:
        """The unit that a row is about, or None where it names none (a problem if it has answers)."""
        if self._kind is LayoutKind.FORM:
            if self._form is None:
                self._form = self._unit_of_form(default_unit)
            return self._form
        assert self._header.unit is not None
        column = self._header.unit.column
        unit = cells.get(column)
        if unit is None or is_blank(unit):
            if answers:
                self._nameless.append((row.number, column, answers[0].column))
            return None
        if unit.kind not in (Kind.TEXT, Kind.NUMBER):
            self._spoil(error("KP828", self._where(column, row.number), written=unit.text))
            return None
        record = self._assembly.record(plain(unit.text), Place(self._number, row.number, column))
        for header in self._header.other_units:
            self._note_agency(record, header, row.number, cells.get(header.column))
        return record

    def _note_agency(self, record: UnitRecord, header: Cell, row: int, cell: Cell | None) -> None:
        """Units of two agencies may bear one name; their answers must not come together."""
        if cell is None or is_blank(cell):
            return
        place = Place(self._number, row, cell.column)
        text, first = record.above.setdefault(header_form(header.text), (plain(cell.text), place))
        if fold(text) != fold(cell.text):
            other = self._assembly.address(first, place)
            facts = {"unit": record.name, "header": header.text, "written": plain(cell.text), "first": text}
            self._assembly.complain("KP744", place, record, other=other, **facts)

    def _unit_of_form(self, default_unit: str) -> UnitRecord:
        name, row, column = self._preamble.unit or (self._name or default_unit, self._header.row, 1)
        if self._preamble.unit is None and _NO_NAME.fullmatch(fold(name)):
            self._assembly.problems.append(warning("KP746", self._where(1, 1), written=name))
        record = self._assembly.record(name, Place(self._number, row, column))
        if self._preamble.unit_type is not None:
            text, type_row, type_column = self._preamble.unit_type
            record.types.append((text, Place(self._number, type_row, type_column)))
        if self._preamble.count is not None:
            cell, count_row = self._preamble.count
            self._assembly.has_count_column = True
            self._note_count(record, cell, Place(self._number, count_row, cell.column))
        return record

    def _spoil(self, problem: Problem) -> None:
        """A problem for which no unit of the sheet can be vouched for."""
        self._assembly.spoilt_sheets.add(self._number)
        self._assembly.add(problem)

    def _is_type(self, cell: Cell) -> bool:
        """Whether a cell says the type of a unit, in the column for it: "opd" is a heading elsewhere."""
        column = self._header.unit_type
        return column is not None and cell.column == column.column and fold(cell.text) in self._assembly.type_keys

    def _begins_another_table(self, row: Row, others: Sequence[Cell]) -> bool:
        """Whether another header stands in ``row``: what follows must not be read under the first one.

        ``others`` are its cells that are not known to be answers. The same header once more (as on every printed page)
        begins nothing new, unless a form names another unit first.
        """
        first = row.cells[0]
        if first.kind is not Kind.TEXT:
            return False
        if not any(cell.kind is Kind.TEXT and self._names_a_column(str(cell.value)) for cell in others):
            return False
        is_form = self._kind is LayoutKind.FORM
        if is_form:
            self._below.look(row)
        again = read_header(row, self._vocabulary)
        if again.kind is None:
            return False
        if _meaning(again) == _meaning(self._header) and not (is_form and self._below.unit):
            return False
        self._spoil(error("KP736", self._where(first.column, row.number)))
        return True

    def _names_a_column(self, text: str) -> bool:
        """Whether every header has a cell like this, and every label of a unit: Unit, Kode, Unit: Dinas."""
        known = self._naming.get(text)
        if known is None:
            form = header_form(text.partition(":")[0])
            known = self._naming[text] = form in UNIT_HEADERS or form in CODE_HEADERS
        return known

    def _where(self, column: int, row: int | None = None) -> Where:
        return Where(self._file, sheet=self._name, cell=cell_name(row or self._header.row, column))

    def _judge_header(self) -> bool:
        """Whether it is clear what the columns mean.

        Repeated ids and near misses are errors as well, other unknown headers one warning; the rest can be read.
        """
        header, problems = self._header, self._assembly.problems
        if header.rivals:
            first, second = header.rivals
            self._spoil(error("KP745", self._where(second.column), written=second.text, other=first.text))
            return False
        if self._kind is LayoutKind.LONG and self._preamble.unit is not None and header.unit is not None:
            above, row, column = self._preamble.unit
            where = self._where(header.unit.column)
            self._spoil(error("KP749", where, written=header.unit.text, above=above, other=cell_name(row, column)))
            return False
        if header.unnumbered and self._kind is LayoutKind.FORM and self._preamble.unit is None:
            headers = tuple(cell.text for cell in header.unnumbered)
            self._spoil(error("KP747", self._where(header.unnumbered[0].column), headers=headers))
            return False
        found: list[Problem] = []
        for first, second in header.repeated:
            other = cell_name(header.row, first.column)
            found.append(error("KP709", self._where(second.column), written=second.text, other=other))
        unknown = []
        for cell in header.unknown:
            near = self._vocabulary.resembling(cell.text) if self._kind is LayoutKind.MATRIX else None
            if near is not None and all(column.component_id != near for column in header.components):
                found.append(error("KP708", self._where(cell.column), written=cell.text, near=near))
                self._misspelt.add(near)
            elif self._kind is LayoutKind.MATRIX and self._vocabulary.looks_like_code(cell.text):
                found.append(error("KP738", self._where(cell.column), written=cell.text))
            else:
                unknown.append(cell)
        if found:
            self._assembly.spoilt_sheets.add(self._number)
            problems.extend(found)
        if unknown:
            headers = tuple(cell.text for cell in unknown)
            problems.append(warning("KP701", self._where(unknown[0].column), headers=headers, count=len(unknown)))
        return True

    def _coded_row(
        self, record: UnitRecord, row: Row, cells: dict[int, Cell], answers: list[Cell], weight: Exact
    ) -> None:
        """A row whose ``kode`` cell names the indicator (or the component whose score is given directly)."""
        assert self._header.code is not None
        column = self._header.code.column
        code = cells.get(column)
        if code is None or is_blank(code):
            if answers:
                other = cell_name(row.number, answers[0].column)
                self._assembly.complain("KP821", Place(self._number, row.number, column), record, other=other)
            return
        named = self._vocabulary.component(code.text)
        if named is None:
            near = self._vocabulary.resembling(code.text) or ""
            if answers or near:
                place = Place(self._number, row.number, column)
                self._assembly.complain("KP822", place, record, written=code.text, near=near)
            else:
                self._unknown_codes.append(code.text)
            return
        name, most = named
        if name in self._assembly.indicators or answers:
            record.present.add(frozenset({name}))
            if self._assembly.keeps_places and not answers:
                first = Place(self._number, row.number, self._header.answers[0].column)
                record.unanswered.setdefault(name, first)
        for cell in answers:
            self._take(record, ComponentColumn(cell.column, name, most), cell, row.number, weight)

    def _note_sides(self, record: UnitRecord, row: int, cells: dict[int, Cell], *, has_answers: bool) -> Exact:
        """Note the unit's type and count from a row, and return the weight of the row's observations."""
        if self._kind is LayoutKind.FORM:
            return 1
        unit_type = self._side(self._header.unit_type, cells)
        if unit_type is not None:
            record.types.append((plain(unit_type.text), Place(self._number, row, unit_type.column)))
        stated = self._side(self._header.count, cells)
        if stated is not None:
            self._note_count(record, stated, Place(self._number, row, stated.column))
        header = self._header.respondent_weight
        if header is None or not has_answers:
            return 1
        cell = self._side(header, cells)
        weight = read_count(cell, whole=False) if cell is not None else None
        if weight is None or isinstance(weight, Refusal) or weight <= 0:
            place = Place(self._number, row, header.column)
            self._assembly.complain("KP819", place, record, unit=record.name)
            return 1
        return weight

    @staticmethod
    def _side(header: Cell | None, cells: dict[int, Cell]) -> Cell | None:
        """The filled cell below one of the columns beside the answers."""
        cell = cells.get(header.column) if header is not None else None
        return None if cell is None or is_blank(cell) else cell

    def _note_count(self, record: UnitRecord, cell: Cell, place: Place) -> None:
        count = read_count(cell, whole=True)
        if isinstance(count, Refusal):
            record.has_unreadable_count = True
            by = self._assembly.instrument.roll_up.by or ""
            self._assembly.complain(count.code, place, record, id=by, **count.facts)
        else:
            record.counts.append((count, place))

    def _take_all(
        self,
        record: UnitRecord,
        components: Mapping[int, ComponentColumn],
        answers: Sequence[Cell],
        row: int,
        weight: Exact,
    ) -> None:
        """The filled cells of a row of a matrix: together where all are answers that were read before, as most are."""
        known = self._answered
        if weight == 1 and all(map(known.__contains__, answers)):
            record.fill_row([known[cell] for cell in answers], self._number, row, [cell.column for cell in answers])
            return
        for cell in answers:
            logged = len(record.ids)
            self._take(record, components[cell.column], cell, row, weight)
            if len(record.ids) > logged and not (cell.kind is Kind.TEXT and self._names_a_column(cell.text)):
                if len(known) >= _MOST_ANSWERED:
                    known.clear()
                known[cell] = record.ids[-1], record.values[-1]

    def _take(self, record: UnitRecord, named: ComponentColumn, cell: Cell, row: int, weight: Exact) -> None:
        """One filled cell of one unit: an answer of an indicator, or a component's score given directly."""
        _, name, most = named
        indicator = self._assembly.indicators.get(name)
        if indicator is None or (most is not None and indicator.scored):
            self._take_direct_score(record, name, most, cell, Place(self._number, row, cell.column))
            return
        known = self._assembly.reads.setdefault(name, {})
        content = cell[1:]
        if content in known:
            read = known[content]
        else:
            read = known[content] = read_answer(cell, indicator.scale, indicator.may_be_not_applicable)
        if isinstance(read, Refusal):
            place = Place(self._number, row, cell.column)
            facts = {**read.facts, "mean": f"{name}/{read.facts['mean']}"} if read.facts.get("mean") else read.facts
            self._assembly.complain(read.code, place, record, id=name, **facts)
        elif read is not None:
            record.fill(name, read, self._number, row, cell.column, weight)

    def _take_direct_score(self, record: UnitRecord, name: str, most: Exact | None, cell: Cell, place: Place) -> None:
        full = self._assembly.instrument.full_score if most is None else most
        # A whole unit cannot be below the lowest band: an instrument may have none that starts at 0 (25 for SKM).
        lowest = self._assembly.instrument.bands[-1].lower if name == WHOLE_UNIT and most is None else 0
        scale = NumberScale(name, worst=lowest, best=full, zero=0, whole=False)
        read: Value | NotApplicable | Refusal | None = read_answer(cell, scale, may_be_not_applicable=False)
        if isinstance(read, Refusal):
            self._assembly.complain(read.code, place, record, id=name, **read.facts)
        elif read is not None and not isinstance(read, str | NotApplicable):
            record.given.append((name, GivenScore(read, most, place)))


def _meaning(header: Header) -> tuple[object, ...]:
    """What the columns of a header mean, whatever row it stands in."""
    cells = (header.unit, header.code, header.unit_type, header.count, header.respondent_weight)
    return (
        *(cell.column if cell is not None else None for cell in cells),
        tuple(cell.column for cell in header.answers),
        tuple((column.column, column.component_id, column.most) for column in header.components),
    )
