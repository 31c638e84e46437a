"""From the filled cells of a row to the record of its unit: answers of indicators, and scores given directly."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import compress
from operator import not_
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, NumberScale, Scale
from kepatuhan.scoring.answers import NotApplicable, Value
from kepatuhan.workbook.answer_log import Answered
from kepatuhan.workbook.cells import Cell, Kind, Place
from kepatuhan.workbook.headers import ComponentColumn
from kepatuhan.workbook.next_table import NextTable
from kepatuhan.workbook.records import GivenScore, UnitRecord
from kepatuhan.workbook.remembered import LONGEST_REMEMBERED, Remembered
from kepatuhan.workbook.shares import may_be_share
from kepatuhan.workbook.sheet_site import SheetSite
from kepatuhan.workbook.values import Refusal, is_blank, read_answer

_HUNDRED = 100
"""The best mark of the scales on which a percentage is an answer."""


class RowCells(NamedTuple):
    """The filled cells of a row, as far as they can be told apart before the row is understood."""

    rest: Sequence[Cell]
    """Those that are not known to be answers."""
    answers: Sequence[Cell]
    """Those in the columns of answers."""
    read_before: Sequence[Answered] | None
    """What the answers mean, where all are known."""


class AnswerCells:
    """Takes the answers of one sheet."""

    def __init__(self, site: SheetSite, next_table: NextTable) -> None:
        self._site = site
        self._assembly = site.assembly
        self._next_table = next_table
        self._known: Remembered[Cell, Answered] = Remembered()
        """The answers that cells of a matrix hold, in their columns: cells that name no column, whatever the row."""

    def among(self, cells: Sequence[Cell], columns: AbstractSet[int]) -> RowCells:
        """Divide the filled cells of a row by what is known of them; ``columns`` are those of answers."""
        answered = list(map(self._known.get, cells))
        rest = list(compress(cells, map(not_, answered)))
        if not any(cell.column in columns and not is_blank(cell) for cell in rest):
            return RowCells(rest, list(compress(cells, answered)), list(filter(None, answered)))
        answers = [
            cell
            for cell, answer in zip(cells, answered, strict=True)
            if answer is not None or (cell.column in columns and not is_blank(cell))
        ]
        return RowCells(rest, answers, None)

    def take_row(
        self,
        record: UnitRecord,
        components: Mapping[int, ComponentColumn],
        answers: Sequence[Cell],
        read_before: Sequence[Answered] | None,
        row: int,
        weight: Exact,
    ) -> None:
        """The filled cells of a row of a matrix; ``read_before`` is what they mean, where all were read before."""
        if weight == 1 and read_before is not None:
            record.log.add_row(read_before, self._site.number, row, [cell.column for cell in answers])
            return
        for cell in answers:
            answered = self.take(record, components[cell.column], cell, row, weight)
            if answered is not None and not self._may_be_missed(cell):
                self._known.remember(cell, answered)

    def _may_be_missed(self, cell: Cell) -> bool:
        is_long = cell.kind is Kind.TEXT and len(str(cell.value)) > LONGEST_REMEMBERED
        return is_long or self._next_table.names_a_column(cell)

    def take(self, record: UnitRecord, named: ComponentColumn, cell: Cell, row: int, weight: Exact) -> Answered | None:
        """One filled cell of one unit; what is returned is the same for every such cell of the column."""
        _, name, most = named
        indicator = self._assembly.indicators.get(name)
        if indicator is None or (most is not None and indicator.scored):
            self._take_direct_score(record, name, most, cell, self._site.place(row, cell.column))
            return None
        known = self._assembly.reads[name]
        content = cell[1:]
        if content in known:
            read = known[content]
        else:
            read = known.remember(content, read_answer(cell, indicator.scale, indicator.may_be_not_applicable))
        if isinstance(read, Refusal):
            place = self._site.place(row, cell.column)
            if self._assembly.as_typed is not None:
                self._assembly.as_typed.refuse(record, name, cell, place)
            facts = {**read.facts, "mean": f"{name}/{read.facts['mean']}"} if read.facts.get("mean") else read.facts
            self._assembly.complain(read.code, place, record, id=name, **facts)
            return None
        if read is None:
            return None
        answered = (name, read)
        record.log.add(answered, self._site.number, row, cell.column, weight)
        return None if self._may_be_share(name, indicator.scale, cell, read, record, row) else answered

    def _may_be_share(
        self, name: str, scale: Scale, cell: Cell, read: Value | NotApplicable, record: UnitRecord, row: int
    ) -> bool:
        if not isinstance(scale, NumberScale) or _HUNDRED not in (abs(scale.worst), abs(scale.best)):
            return False
        place = self._site.place(row, cell.column)
        return isinstance(read, int | Fraction) and may_be_share(self._assembly, name, cell, read, record, place)

    def _take_direct_score(self, record: UnitRecord, name: str, most: Exact | None, cell: Cell, place: Place) -> None:
        if self._assembly.as_typed is not None:
            self._assembly.as_typed.misplaced.append(place)
        full = self._assembly.instrument.full_score if most is None else most
        # A whole unit cannot be below the lowest band: an instrument may have none that starts at 0 (25 for SKM).
        lowest = self._assembly.instrument.bands[-1].lower if name == WHOLE_UNIT and most is None else 0
        scale = NumberScale(name, worst=lowest, best=full, zero=0, whole=False)
        read: Value | NotApplicable | Refusal | None = read_answer(cell, scale, may_be_not_applicable=False)
        if isinstance(read, Refusal):
            self._assembly.complain(read.code, place, record, id=name, **read.facts)
        elif read is not None and not isinstance(read, str | NotApplicable):
            record.given.append((name, GivenScore(read, most, place)))
            if full == _HUNDRED:
                may_be_share(self._assembly, name, cell, read, record, place)
