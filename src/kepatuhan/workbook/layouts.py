"""Read the rows under a header: a unit a row (matrix), an indicator a row (form), or both (long)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import NumberScale
from kepatuhan.problems import Problem, Where, error, note, warning
from kepatuhan.scoring.answers import NotApplicable, Value
from kepatuhan.spelling import fold
from kepatuhan.workbook.assembling import Assembly, GivenScore, Place, UnitRecord
from kepatuhan.workbook.cells import Cell, Kind, Row, Sheet, cell_name
from kepatuhan.workbook.headers import (
    ANSWER_WORDS,
    CODE_HEADERS,
    TYPE_HEADERS,
    UNIT_HEADERS,
    Header,
    LayoutKind,
    Vocabulary,
    header_form,
    read_header,
)
from kepatuhan.workbook.values import Read, Refusal, is_blank, plain, read_answer, read_count

OnRow = Callable[[int], None]

_TOTAL = re.compile(r"(sub ?)?(jumlah|total|grand total|rata ?- ?rata|rata rata|rerata|nilai rata)\b")
_SIGNED = re.compile(r"(mengetahui|menyetujui|disahkan)\b|.*, *\d{1,2} +[a-z]+ +\d{4}$")
"""What begins a block of signatures: titles and names follow, which are no units."""
_SIGNATURE = re.compile(
    r"(mengetahui|menyetujui|disahkan)\b|(nip|ttd|tanda tangan)\b|a\.n\.|(catatan|keterangan|sumber) ?:"
    r"|.*, *\d{1,2} +\w+ +\d{4}$"
)


@dataclass(slots=True)
class Preamble:
    """What stands above the header of a form: the name of the unit and its type."""

    unit: tuple[str, int, int] | None = None
    no_name: tuple[str, int, int] | None = None
    """A cell beside "Unit" that cannot be a name: an error, or a formula without a result."""
    unit_type: tuple[str, int, int] | None = None

    def look(self, row: Row) -> None:
        """Take a label and the value to its right from a row above the header."""
        values: set[int] = set()
        for index, cell in enumerate(row.cells):
            if cell.kind is not Kind.TEXT or cell.column in values:
                continue
            label, colon, inside = plain(str(cell.value)).partition(":")
            is_unit, is_type = fold(label) in UNIT_HEADERS, fold(label) in TYPE_HEADERS
            if not (is_unit or is_type):
                continue
            found: tuple[str, int, int] | None = None
            if colon and inside.strip():
                found = (inside.strip(), row.number, cell.column)
            else:
                for beside in row.cells[index + 1 :]:
                    text = plain(beside.text).lstrip(": ")
                    if text and text not in ("-", "_") and text.strip("_. "):
                        found = (text, row.number, beside.column)
                        values.add(beside.column)
                        if is_unit and beside.kind not in (Kind.TEXT, Kind.NUMBER):
                            self.no_name = found
                        break
            if found and is_unit and self.unit is None:
                self.unit = found
            elif found and is_type and self.unit_type is None:
                self.unit_type = found


class FoundHeader(NamedTuple):
    """A sheet whose header was found, with the rows that are left below it."""

    header: Header
    preamble: Preamble
    rows: Iterator[Row]


def find_header(sheet: Sheet, vocabulary: Vocabulary) -> FoundHeader | list[Header]:
    """The header of ``sheet``, or the rows that nearly were one."""
    preamble = Preamble()
    nearly: list[Header] = []
    rows = sheet.rows()
    for row in rows:
        header = read_header(row, vocabulary)
        if header.kind is not None:
            return FoundHeader(header, preamble, rows)
        if header.components or header.code is not None or (header.unit is not None and len(row.cells) > 2):
            nearly.append(header)
        preamble.look(row)
    return nearly


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
        self._preamble = found.preamble
        self._rows = found.rows
        self._on_row = on_row
        self._below = Preamble()
        self._is_signed = False
        self._skipped: list[str] = []
        self._unknown_codes: list[str] = []
        self._misspelt: set[str] = set()
        """Ids that a header nearly names: they are not missing as well."""
        self._readers: dict[str, dict[tuple[Kind, object, str], Read]] = {}

    def read(self, default_unit: str) -> None:
        """Read every row below the header; ``default_unit`` names a form's unit when nothing in the sheet does."""
        self._judge_header()
        kind = self._header.kind
        if kind is LayoutKind.MATRIX:
            self._matrix()
        elif kind is LayoutKind.LONG:
            self._long()
        else:
            self._form(default_unit)
        where = Where(self._file, sheet=self._name)
        if self._skipped:
            self._assembly.problems.append(note("KP715", where, rows=tuple(self._skipped)))
        if self._unknown_codes:
            self._assembly.problems.append(warning("KP730", where, codes=tuple(dict.fromkeys(self._unknown_codes))))

    def _spoil(self, problem: Problem) -> None:
        """A problem for which no unit of the sheet can be vouched for."""
        self._assembly.spoilt_sheets.add(self._number)
        self._assembly.problems.append(problem)

    def _begins_another_table(self, row: Row) -> bool:
        """Whether another header stands in ``row``: what follows must not be read under the first one.

        The same header once more (as on every printed page) begins nothing new, unless a form names another unit first.
        """
        first = row.cells[0]
        if first.kind is not Kind.TEXT:
            return False
        again = read_header(row, self._vocabulary)
        is_form = self._header.kind is LayoutKind.FORM
        if is_form:
            self._below.look(row)
        if again.kind is None:
            return False
        if _meaning(again) == _meaning(self._header) and not (is_form and self._below.unit):
            return False
        self._spoil(error("KP736", self._where(first.column, row.number)))
        return True

    def _where(self, column: int, row: int | None = None) -> Where:
        return Where(self._file, sheet=self._name, cell=cell_name(row or self._header.row, column))

    def _judge_header(self) -> None:
        """Repeated ids and near misses are errors, other unknown headers one warning."""
        header, problems = self._header, self._assembly.problems
        found: list[Problem] = []
        for first, second in header.repeated:
            other = cell_name(header.row, first.column)
            found.append(error("KP709", self._where(second.column), written=second.text, other=other))
        unknown = []
        for cell in header.unknown:
            near = self._vocabulary.resembling(cell.text) if header.kind is LayoutKind.MATRIX else None
            if near is not None and all(column.component_id != near for column in header.components):
                found.append(error("KP708", self._where(cell.column), written=cell.text, near=near))
                self._misspelt.add(near)
            else:
                unknown.append(cell)
        if found:
            self._assembly.spoilt_sheets.add(self._number)
            problems.extend(found)
        if unknown:
            headers = tuple(cell.text for cell in unknown)
            problems.append(warning("KP701", self._where(unknown[0].column), headers=headers, count=len(unknown)))

    def _matrix(self) -> None:
        header = self._header
        assert header.unit is not None
        columns = {column.column: column for column in header.components}
        if header.count is not None:
            self._assembly.has_count_column = True
        present = frozenset(column.component_id for column in header.components) | self._misspelt
        side = self._side_columns()
        for row in self._rows:
            self._on_row(row.number)
            if self._begins_another_table(row):
                return
            texts = {cell.column: cell for cell in row.cells}
            unit = texts.get(header.unit.column)
            filled = [cell for cell in row.cells if cell.column in columns and not is_blank(cell)]
            if self._is_passed_over(row, unit, filled):
                continue
            if unit is None or is_blank(unit):
                if filled:
                    place = self._where(header.unit.column, row.number)
                    self._assembly.problems.append(error("KP820", place, other=cell_name(row.number, filled[0].column)))
                continue
            record = self._record(unit, row.number)
            if record is None:
                continue
            record.present.add(present)
            weight = self._note_sides(record, row.number, texts, side, bool(filled))
            for cell in filled:
                column = columns[cell.column]
                self._take(record, column.component_id, column.most, cell, row.number, weight)

    def _long(self) -> None:
        header = self._header
        assert header.unit is not None
        assert header.code is not None
        if header.count is not None:
            self._assembly.has_count_column = True
        side = self._side_columns()
        for row in self._rows:
            self._on_row(row.number)
            if self._begins_another_table(row):
                return
            texts = {cell.column: cell for cell in row.cells}
            unit = texts.get(header.unit.column)
            answers = self._answer_cells(texts)
            if self._is_passed_over(row, unit, answers):
                continue
            if unit is None or is_blank(unit):
                if answers:
                    place = self._where(header.unit.column, row.number)
                    other = cell_name(row.number, answers[0].column)
                    self._assembly.problems.append(error("KP820", place, other=other))
                continue
            record = self._record(unit, row.number)
            if record is not None:
                weight = self._note_sides(record, row.number, texts, side, bool(answers))
                self._coded_row(record, row, texts, answers, weight)

    def _form(self, default_unit: str) -> None:
        header, preamble, assembly = self._header, self._preamble, self._assembly
        name, row_number, column = preamble.unit or (self._name or default_unit, header.row, 1)
        if preamble.no_name is not None:
            written, bad_row, bad_column = preamble.no_name
            self._spoil(error("KP828", self._where(bad_column, bad_row), written=written))
            return
        record: UnitRecord | None = None
        for row in self._rows:
            self._on_row(row.number)
            if self._begins_another_table(row):
                return
            texts = {cell.column: cell for cell in row.cells}
            answers = self._answer_cells(texts)
            assert header.code is not None
            if self._is_passed_over(row, texts.get(header.code.column), answers):
                continue
            if record is None:
                record = assembly.record(name, Place(self._number, row_number, column))
                if preamble.unit_type is not None:
                    text, type_row, type_column = preamble.unit_type
                    record.types.append((text, Place(self._number, type_row, type_column)))
            self._coded_row(record, row, texts, answers, 1)

    def _answer_cells(self, texts: dict[int, Cell]) -> list[Cell]:
        cells = (texts.get(answer.column) for answer in self._header.answers)
        return [cell for cell in cells if cell is not None and not is_blank(cell)]

    def _coded_row(
        self, record: UnitRecord, row: Row, texts: dict[int, Cell], answers: list[Cell], weight: Exact
    ) -> None:
        """A row whose ``kode`` cell names the indicator (or the component whose score is given directly)."""
        assert self._header.code is not None
        column = self._header.code.column
        code = texts.get(column)
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
        for cell in answers:
            self._take(record, name, most, cell, row.number, weight)

    def _record(self, unit: Cell, row: int) -> UnitRecord | None:
        if unit.kind not in (Kind.TEXT, Kind.NUMBER):
            where = self._where(unit.column, row)
            self._assembly.problems.append(error("KP828", where, written=unit.text))
            return None
        return self._assembly.record(plain(unit.text), Place(self._number, row, unit.column))

    def _side_columns(self) -> dict[str, int]:
        header = self._header
        slots = {"type": header.unit_type, "count": header.count, "weight": header.respondent_weight}
        return {name: cell.column for name, cell in slots.items() if cell is not None}

    def _note_sides(
        self, record: UnitRecord, row: int, texts: dict[int, Cell], side: dict[str, int], has_answers: bool
    ) -> Exact:
        """Note the unit's type and count from a row, and return the weight of the row's observations."""
        cells = {name: texts[column] for name, column in side.items() if column in texts}
        cells = {name: cell for name, cell in cells.items() if not is_blank(cell)}
        if "type" in cells:
            place = Place(self._number, row, cells["type"].column)
            record.types.append((plain(cells["type"].text), place))
        if "count" in cells:
            place = Place(self._number, row, cells["count"].column)
            count = read_count(cells["count"], whole=True)
            if isinstance(count, Refusal):
                name = self._assembly.instrument.roll_up.by or ""
                record.has_unreadable_count = True
                self._assembly.complain(count.code, place, record, id=name, **count.facts)
            else:
                record.counts.append((count, place))
        if "weight" not in side or not has_answers:
            return 1
        place = Place(self._number, row, side["weight"])
        weight = read_count(cells["weight"], whole=False) if "weight" in cells else None
        if weight is None or isinstance(weight, Refusal) or weight <= 0:
            self._assembly.complain("KP819", place, record, unit=record.name)
            return 1
        return weight

    def _take(self, record: UnitRecord, name: str, most: Exact | None, cell: Cell, row: int, weight: Exact) -> None:
        """One filled cell of one unit: an answer of an indicator, or a component's score given directly."""
        place = Place(self._number, row, cell.column)
        indicator = self._assembly.indicators.get(name)
        if indicator is None or (most is not None and indicator.scored):
            self._take_direct_score(record, name, most, cell, place)
            return
        known = self._readers.setdefault(name, {})
        key = (cell.kind, cell.value, cell.number_format)
        if key in known:
            read = known[key]
        else:
            read = known[key] = read_answer(cell, indicator.scale, indicator.may_be_not_applicable)
        if isinstance(read, Refusal):
            self._assembly.complain(read.code, place, record, id=name, **read.facts)
        elif read is not None:
            record.fill(name, read, place, weight)

    def _take_direct_score(self, record: UnitRecord, name: str, most: Exact | None, cell: Cell, place: Place) -> None:
        full = self._assembly.instrument.full_score if most is None else most
        scale = NumberScale(name, worst=0, best=full, zero=0, whole=False)
        read: Value | NotApplicable | Refusal | None = read_answer(cell, scale, may_be_not_applicable=False)
        if isinstance(read, Refusal):
            self._assembly.complain(read.code, place, record, id=name, **read.facts)
        elif read is not None and not isinstance(read, str | NotApplicable):
            record.given.append((name, GivenScore(read, most, place)))

    def _is_passed_over(self, row: Row, first: Cell | None, filled: list[Cell]) -> bool:
        """Whether a row is a total, a signature, or the header once more: none of them a unit or an answer."""
        header = self._header
        label = first
        if label is None or is_blank(label):
            used = {cell.column for cell in filled}
            label = next(
                (c for c in row.cells if c.kind is Kind.TEXT and c.column not in used and not is_blank(c)), None
            )
        if label is None or label.kind is not Kind.TEXT:
            return False
        form = header_form(label.text)
        is_total = _TOTAL.match(form) is not None
        self._is_signed = not filled and (self._is_signed or _SIGNED.match(form) is not None)
        is_signature = self._is_signed or (not filled and _SIGNATURE.match(form) is not None)
        is_header_again = form in (CODE_HEADERS if header.unit is None else UNIT_HEADERS) and all(
            cell.kind is Kind.TEXT
            and (self._vocabulary.component(cell.text) or header_form(cell.text).startswith(ANSWER_WORDS))
            for cell in filled
        )
        if is_total or is_signature or (is_header_again and filled):
            self._skipped.append(f"{row.number} ({plain(label.text)[:40]})")
            return True
        return False


def _meaning(header: Header) -> tuple[object, ...]:
    """What the columns of a header mean, whatever row it stands in."""
    cells = (header.unit, header.code, header.unit_type, header.count, header.respondent_weight)
    return (
        *(cell.column if cell is not None else None for cell in cells),
        tuple(cell.column for cell in header.answers),
        tuple((column.column, column.component_id, column.most) for column in header.components),
    )
