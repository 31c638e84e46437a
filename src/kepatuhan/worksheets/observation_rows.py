"""The rows of a unit on a sheet of observations: one for every respondent, officer or product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Indicator
from kepatuhan.scoring.answers import NotApplicable, Observations, UnitAnswers, Value
from kepatuhan.worksheets.entries import AnswerCell, Content, Entry


@dataclass(slots=True)
class ObservationRow:
    """One row: the unit's position from 0, the number of the observation from 1, what it weighs, and its answers."""

    unit: int
    number: int
    weight: Exact = 1
    answers: dict[str, Content] = field(default_factory=dict)
    """By the ids of the indicators."""
    complaints: dict[str, str] = field(default_factory=dict)
    """What is wrong with some of them."""


def observation_rows(
    position: int,
    unit: UnitAnswers,
    indicators: Sequence[Indicator],
    *,
    at_least: int,
    entries: Mapping[str, Entry] = MappingProxyType({}),
) -> list[ObservationRow]:
    """The rows that hold every answer of a unit to ``indicators``, and at least so many.

    The answers to an indicator go to the first rows of their weight. An answer that is alone needs no weight of its
    own: it goes to the first row of any. Cells that were typed (``entries``) go to one row after the other.
    """
    rows: list[ObservationRow] = []
    alone: list[tuple[str, Value | NotApplicable]] = []
    for indicator in indicators:
        answer = unit.answers.get(indicator.id)
        entry = entries.get(indicator.id)
        if entry is not None and entry.answers is not None:
            _place_typed(rows, position, indicator.id, entry.answers)
        elif isinstance(answer, Observations):
            for value, weight in zip(answer.values, _weights(answer), strict=True):
                _row_for(rows, position, indicator.id, weight).answers[indicator.id] = value
        elif answer is not None:
            alone.append((indicator.id, answer))
    for name, single in alone:
        row = rows[0] if rows else _row_for(rows, position, name, 1)
        row.answers[name] = single
    while len(rows) < at_least:
        rows.append(ObservationRow(position, len(rows) + 1))
    return rows


def _place_typed(rows: list[ObservationRow], position: int, name: str, cells: Sequence[AnswerCell]) -> None:
    while len(rows) < len(cells):
        rows.append(ObservationRow(position, len(rows) + 1))
    for row, cell in zip(rows, cells, strict=False):
        row.answers[name] = cell.content
        if cell.complaint:
            row.complaints[name] = cell.complaint


def _weights(answer: Observations) -> tuple[Exact, ...]:
    return (1,) * len(answer.values) if answer.weights is None else answer.weights


def _row_for(rows: list[ObservationRow], position: int, name: str, weight: Exact) -> ObservationRow:
    """The first row of this weight in which the indicator has no answer yet."""
    for row in rows:
        if row.weight == weight and name not in row.answers:
            return row
    rows.append(ObservationRow(position, len(rows) + 1, weight))
    return rows[-1]
