"""A number up to 1 among percentages: 0.9 beside 85% may be 0.9 of 100, or 90%. Asked about, never chosen."""

from fractions import Fraction

from kepatuhan.exact import Exact
from kepatuhan.problems import Fact
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Cell, Kind, Place
from kepatuhan.workbook.formats import is_percent
from kepatuhan.workbook.limits import MOST_PROBLEMS
from kepatuhan.workbook.records import UnitRecord


def may_be_share(assembly: Assembly, name: str, cell: Cell, value: Exact, record: UnitRecord, place: Place) -> bool:
    """Whether an answer on a scale of 100 may be a share of 1, so that it has to be looked at among the others."""
    if isinstance(cell.value, int | Fraction) and is_percent(cell.number_format, cell.value):
        assembly.percentages.setdefault(name, place)
        return False
    if cell.kind not in (Kind.NUMBER, Kind.TEXT) or not 0 < value <= 1:
        return False
    if len(assembly.shares) < MOST_PROBLEMS:
        assembly.shares.append((name, value, record, place))
    return True


def complain_of_shares(assembly: Assembly) -> None:
    """A problem for each number up to 1 where other answers to the same indicator are percentages."""
    for name, value, record, place in assembly.shares:
        percentage = assembly.percentages.get(name)
        if percentage is not None:
            facts: dict[str, Fact] = {"id": name, "written": value, "percent": value * 100}
            assembly.complain("KP788", place, record, other=assembly.address(percentage, place), **facts)
