"""The rows of forms that were read before: every unit has the same form, and few answers to choose from.

A row means the same wherever its cells and its header are the same, as far as nothing was said about it. So it is
understood once for all sheets of an assessment.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kepatuhan.scoring.answers import NotApplicable, Value
from kepatuhan.workbook.cells import Cell, Row
from kepatuhan.workbook.headers import Header, LayoutKind
from kepatuhan.workbook.next_table import meaning
from kepatuhan.workbook.records import UnitRecord
from kepatuhan.workbook.remembered import Remembered


class FormRow(NamedTuple):
    """What a row of a form holds: the answer cells, and what each of them means."""

    cells: Sequence[Cell]
    answered: Sequence[tuple[str, Value | NotApplicable]]
    present: frozenset[str]


class FormRows:
    """The known rows below one header, wherever it stands."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Remembered[tuple[Cell, ...], FormRow]] = {}

    def below(self, header: Header) -> Remembered[tuple[Cell, ...], FormRow] | None:
        """The rows known below a header; None where it begins no form."""
        if header.kind is not LayoutKind.FORM:
            return None
        key = (meaning(header), header.columns, header.code and header.code.text)
        return self._known.setdefault(key, Remembered())


def fill(record: UnitRecord, known: FormRow, sheet: int, row: Row) -> None:
    """Note the answers of a known row in the record of its unit."""
    record.present.add(known.present)
    record.log.add_row(known.answered, sheet, row.number, [cell.column for cell in known.cells])
