"""What every form of a score report is made from."""

from collections.abc import Iterator
from typing import NamedTuple

from kepatuhan.problems import Problem, errors
from kepatuhan.scoring.results import Result, UnitResult

MOST_UNITS = 200
"""As many units as a person reads one by one: above it a table becomes a summary."""


class InputHash(NamedTuple):
    """A file that was read, and the sha256 of its bytes."""

    file: str
    sha256: str


class NotScorable(NamedTuple):
    """A unit that was left out because of its problems (``--partial``)."""

    unit: str
    problems: int
    position: int
    """Among all units of the workbooks, from 0."""


class ScoreReport(NamedTuple):
    """A result with what its readers need to trust it."""

    result: Result
    inputs: tuple[InputHash, ...]
    problems: tuple[Problem, ...]
    """Warnings and notes; with ``--partial`` also the errors of the units that were left out."""
    version: str
    institution_name: str | None = None
    not_scorable: tuple[NotScorable, ...] = ()
    is_detailed: bool = False
    plan_command: str | None = None
    """The command that plans the way to the target, where one can be made."""

    @property
    def is_partial(self) -> bool:
        """Whether something could not be read, so that there is no institution score."""
        return bool(errors(self.problems))

    def entries(self) -> Iterator[UnitResult | NotScorable]:
        """Every unit in the order of the workbooks, those that were left out in their places."""
        left_out = {entry.position: entry for entry in self.not_scorable}
        units = iter(self.result.units)
        for position in range(len(self.result.units) + len(left_out)):
            yield left_out[position] if position in left_out else next(units)
