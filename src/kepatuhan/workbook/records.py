"""What was found about one unit so far, with the cell of everything."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.workbook.answer_log import AnswerLog
from kepatuhan.workbook.cells import Place


class GivenScore(NamedTuple):
    """A score that a cell states directly; ``most`` is None where the header states no maximum."""

    value: Exact
    most: Exact | None
    place: Place


@dataclass(slots=True)
class UnitRecord:
    """What was found about one unit so far."""

    name: str
    place: Place
    log: AnswerLog = field(default_factory=AnswerLog)
    given: list[tuple[str, GivenScore]] = field(default_factory=list)
    types: list[tuple[str, Place]] = field(default_factory=list)
    counts: list[tuple[Exact, Place]] = field(default_factory=list)
    present: set[frozenset[str]] = field(default_factory=set)
    """The sets of ids that the unit had a cell for, filled or not."""
    places_of_sheets: dict[int, Place] = field(default_factory=dict)
    spellings: dict[str, Place] = field(default_factory=dict)
    """Other ways in which its name is written, each with the first cell."""
    above: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """What stands in the columns of agencies beside the unit's name, by their headers."""
    unanswered: dict[str, Place] = field(default_factory=dict)
    """The first answer cell of the rows of indicators that hold none, where places are kept."""
    rows: int = 0
    """How many rows are about it."""
    has_unreadable_count: bool = False
    unreadable: int = 0
    """How many of its cells were refused."""
