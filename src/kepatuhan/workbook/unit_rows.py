"""Whose a row is: the unit that it names, or that the form is of; and what stands beside the name: type and count."""

import re
from collections.abc import Mapping, Sequence

from kepatuhan.exact import Exact
from kepatuhan.problems import error, warning
from kepatuhan.spelling import fold
from kepatuhan.workbook.as_typed import as_typed
from kepatuhan.workbook.cells import Cell, Kind, Place, Row
from kepatuhan.workbook.headers import Header, LayoutKind
from kepatuhan.workbook.heading_words import header_form
from kepatuhan.workbook.preamble import Preamble
from kepatuhan.workbook.records import UnitRecord
from kepatuhan.workbook.sheet_site import SheetSite
from kepatuhan.workbook.values import Refusal, is_blank, plain, read_count

_LONGEST_NAME = 1_000
"""Characters of a name of a unit; what is longer is a text that stands in the wrong column."""
_NO_NAME = re.compile(r"(sheet|lembar|lembar kerja|worksheet) ?\d*")
"""What programs call a sheet that nobody has named."""


class UnitRows:
    """Finds the unit of each row of one sheet."""

    def __init__(self, site: SheetSite, header: Header, preamble: Preamble, default_unit: str) -> None:
        """``default_unit`` names a form's unit when nothing in the sheet does."""
        self._site = site
        self._assembly = site.assembly
        self._header = header
        self._preamble = preamble
        self._default_unit = default_unit
        self._form: UnitRecord | None = None
        """The unit of a form, once one of its rows was read."""
        self.nameless: list[tuple[int, int, int]] = []
        """Rows with answers and no unit: the row, the column of units and that of the first answer."""
        self.repeated: list[tuple[Place, str, Place]] = []
        """Rows that repeat a respondent: their cell, what it says, and the cell before."""
        self._respondents: dict[tuple[str, str, str], tuple[Place, set[int]]] = {}
        if header.kind is not LayoutKind.FORM and header.count is not None:
            self._assembly.has_count_column = True

    def unit_of(self, row: Row, cells: Mapping[int, Cell], answers: Sequence[Cell]) -> UnitRecord | None:
        """The unit that a row is about, or None where it names none (a problem if it has answers)."""
        if self._header.kind is LayoutKind.FORM:
            if self._form is None:
                self._form = self._unit_of_form()
            return self._form
        assert self._header.unit is not None
        column = self._header.unit.column
        unit = cells.get(column)
        if unit is None or is_blank(unit):
            if answers:
                self.nameless.append((row.number, column, answers[0].column))
                if self._assembly.as_typed is not None:
                    self._assembly.as_typed.pass_over(self._site.place(row.number, column), answers)
            return None
        if unit.kind not in (Kind.TEXT, Kind.NUMBER) or len(unit.text) > _LONGEST_NAME:
            self._site.spoil(error("KP828", self._site.where(row.number, column), written=unit.text))
            return None
        record = self._assembly.record(plain(unit.text), self._site.place(row.number, column))
        for header in self._header.other_units:
            self._note_agency(record, header, row.number, cells.get(header.column))
        return record

    def _note_agency(self, record: UnitRecord, header: Cell, row: int, cell: Cell | None) -> None:
        """Units of two agencies may bear one name; their answers must not come together."""
        if cell is None or is_blank(cell):
            return
        place = self._site.place(row, cell.column)
        text, first = record.above.setdefault(header_form(header.text), (plain(cell.text), place))
        if fold(text) != fold(cell.text):
            other = self._assembly.address(first, place)
            facts = {"unit": record.name, "header": header.text, "written": plain(cell.text), "first": text}
            self._assembly.complain("KP744", place, record, other=other, **facts)

    def _unit_of_form(self) -> UnitRecord:
        name = self._site.name or self._default_unit
        name, row, column = self._preamble.unit or (name, self._header.row, 1)
        if self._preamble.unit is None and _NO_NAME.fullmatch(fold(name)):
            self._assembly.problems.append(warning("KP746", self._site.where(1, 1), written=name))
        record = self._assembly.record(name, self._site.place(row, column))
        if self._preamble.unit_type is not None:
            text, type_row, type_column = self._preamble.unit_type
            record.types.append((text, self._site.place(type_row, type_column)))
        if self._preamble.count is not None:
            cell, count_row = self._preamble.count
            self._assembly.has_count_column = True
            self._note_count(record, cell, self._site.place(count_row, cell.column))
        return record

    def note_sides(self, record: UnitRecord, row: int, cells: Mapping[int, Cell], *, has_answers: bool) -> Exact:
        """Note the unit's type and count from a row, and return the weight of the row's observations."""
        if self._header.kind is LayoutKind.FORM:
            return 1
        unit_type = _side(self._header.unit_type, cells)
        if unit_type is not None:
            record.types.append((plain(unit_type.text), self._site.place(row, unit_type.column)))
        stated = _side(self._header.count, cells)
        if stated is not None:
            self._note_count(record, stated, self._site.place(row, stated.column))
        header = self._header.respondent_weight
        if header is None or not has_answers:
            return 1
        cell = _side(header, cells)
        weight = read_count(cell, whole=False) if cell is not None else None
        if weight is None or isinstance(weight, Refusal) or weight <= 0:
            if self._assembly.as_typed is not None:
                self._assembly.as_typed.misplaced.append(self._site.place(row, header.column))
            self._assembly.complain("KP819", self._site.place(row, header.column), record, unit=record.name)
            return 1
        if weight != 1 and self._assembly.as_typed is not None:
            self._assembly.as_typed.misplaced.append(self._site.place(row, header.column))
        return weight

    def note_respondent(self, record: UnitRecord, row: int, cells: Mapping[int, Cell], answers: Sequence[Cell]) -> None:
        """Note whose answers a row holds; the same respondent once more was perhaps pasted twice."""
        cell = _side(self._header.respondent, cells)
        if cell is None or not answers:
            return
        code = _side(self._header.code, cells)
        key = (record.name, fold(code.text) if code is not None else "", fold(cell.text))
        place, columns = self._site.place(row, cell.column), {answer.column for answer in answers}
        first, seen = self._respondents.setdefault(key, (place, set()))
        if not seen.isdisjoint(columns):
            self.repeated.append((place, f"{record.name}: {plain(cell.text)}", first))
        seen |= columns

    def _note_count(self, record: UnitRecord, cell: Cell, place: Place) -> None:
        count = read_count(cell, whole=True)
        if isinstance(count, Refusal):
            record.has_unreadable_count = True
            if self._assembly.as_typed is not None:
                self._assembly.as_typed.counts.setdefault(record.name, []).append(as_typed(cell))
            by = self._assembly.instrument.roll_up.by or ""
            self._assembly.complain(count.code, place, record, id=by, **count.facts)
        else:
            record.counts.append((count, place))


def _side(header: Cell | None, cells: Mapping[int, Cell]) -> Cell | None:
    """The filled cell below one of the columns beside the answers."""
    cell = cells.get(header.column) if header is not None else None
    return None if cell is None or is_blank(cell) else cell
