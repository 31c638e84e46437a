"""What goes into a workbook of results."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.scoring.results import Result
from kepatuhan.worksheets.recap_columns import Earlier
from kepatuhan.worksheets.results.plan_sheet import ActionPlan


class LeftOut(NamedTuple):
    """A unit that could not be scored, and how many problems it has."""

    unit: str
    problems: int


class Contents(NamedTuple):
    """A result, the answers that it was made of, and what must be known about it."""

    result: Result
    answers: Sequence[UnitAnswers]
    """Those of the units of ``result``, in their order."""
    version: str
    """Of the program."""
    inputs: Sequence[tuple[str, str]] = ()
    """The files that were read, each with its sha256."""
    institution: str | None = None
    """What the institution is called."""
    is_partial: bool = False
    """Whether something could not be scored: then the institution has no score."""
    left_out: Sequence[LeftOut] = ()
    """The units that could not be scored."""
    remarks: Sequence[str] = ()
    """What reading and scoring remarked, in words."""
    earlier: Earlier | None = None
    """Last time, to compare with."""
    plan: ActionPlan | None = None
    """The steps of least effort to the target."""
    created: datetime | None = None
    """When the workbook says it was made; None: now."""
