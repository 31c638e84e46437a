"""What people typed and no score needs: refused answers, evidence, remarks. Kept only for workbooks to return."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from kepatuhan.exact import simplest, to_text
from kepatuhan.scoring.answers import Value
from kepatuhan.workbook.cells import Cell, Kind, Place
from kepatuhan.workbook.formats import is_percent
from kepatuhan.workbook.records import UnitRecord

Typed = Value | bool
"""What a cell holds as it was typed: a number, TRUE or FALSE, or a text as people see it."""


class Beside(Enum):
    """What stands beside an answer."""

    EVIDENCE = "evidence"
    REMARK = "remark"


class RefusedCell(NamedTuple):
    """A cell that is no answer."""

    id: str
    content: Typed
    place: Place


class BesideCell(NamedTuple):
    """Evidence or a remark; ``id`` is None where it is about the whole unit."""

    id: str | None
    kind: Beside
    text: str
    place: Place


class AsTyped:
    """Everything of an assessment that is kept beside its answers, by the names of the units."""

    def __init__(self) -> None:
        self.refused: dict[str, list[RefusedCell]] = {}
        self.beside: dict[str, list[BesideCell]] = {}
        self.passed_over: dict[Place, str] = {}
        """What stood in the answer cells of rows of which the unit or the indicator is not known."""
        self.misplaced: list[Place] = []
        """Scores given directly, and weights of observations."""
        self.misspelt: dict[int, frozenset[str]] = {}
        """The ids that the headings of a sheet nearly name, by its number."""
        self.counts: dict[str, list[Typed]] = {}
        """What was typed for the count of a roll-up and is no number."""
        self.has_forms = False

    def refuse(self, record: UnitRecord, name: str, cell: Cell, place: Place) -> None:
        """Keep a cell that is no answer to the indicator ``name``."""
        self.refused.setdefault(record.name, []).append(RefusedCell(name, as_typed(cell), place))

    def keep(self, record: UnitRecord, name: str | None, kind: Beside, text: str, place: Place) -> None:
        """Keep evidence or a remark."""
        self.beside.setdefault(record.name, []).append(BesideCell(name, kind, text, place))

    def pass_over(self, place: Place, answers: Sequence[Cell]) -> None:
        """Keep what stands in a row that cannot be read, for the problem at ``place``."""
        self.passed_over[place] = "; ".join(cell.text for cell in answers)


def as_typed(cell: Cell) -> Typed:
    """What a cell shows; a number without its format, unless it is a percentage, which means another number."""
    if cell.kind is Kind.NUMBER and not isinstance(cell.value, str):
        if is_percent(cell.number_format, cell.value):
            return f"{to_text(simplest(cell.value * 100))}%"
        return cell.value
    if cell.kind is Kind.TRUTH:
        return bool(cell.value)
    return str(cell.value) if cell.kind is Kind.TEXT else cell.text
