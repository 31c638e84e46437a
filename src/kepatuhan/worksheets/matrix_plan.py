"""Where everything stands in a matrix workbook: a row for every unit, and a row for every observation.

*Jawaban* holds what is answered once a unit; each kind of observation has a sheet of its own. What is computed stands
on sheets that hold no answers: *Hitungan* has the rows of *Jawaban*, and each sheet of observations has a twin with its
rows. So the answers can be sorted and pasted over, and no formula stands among them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator, Instrument
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.entries import Entries, Entry
from kepatuhan.worksheets.form_plan import column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.observation_rows import ObservationRow, observation_rows
from kepatuhan.worksheets.scoring_formulas import DirectCell, Part
from kepatuhan.worksheets.sheet_names import sheet_names
from kepatuhan.worksheets.unit_remarks import remarking

ANSWERS_SHEET, WORKINGS_SHEET = "Jawaban", "Hitungan"
SECTION_ROW, TITLE_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3, 4

ROWS_A_UNIT = {"responden": 30, "petugas": 4, "produk": 3}
"""How many rows a unit has for what is observed several times."""
OTHER_ROWS_A_UNIT = 3
"""The same for any other word."""
SPARE_UNITS = 3
"""Rows for units that are added later; their rows of observations may be used for more observations of any unit."""

_NO_ENTRIES: Entries = MappingProxyType({})
_NOTHING_TYPED: Mapping[str, Entry] = MappingProxyType({})

ANY_ROW = "\0"
"""Stands for the number of a row in formulas that are the same in every row."""


def at_row(formula: str, row: int) -> str:
    """A formula for any row as it stands in one."""
    return formula.replace(ANY_ROW, str(row))


class Span(NamedTuple):
    """The cells that say where the observations of a unit begin and end among the rows of their sheet, from 1.

    The last is 0 where they do not stand together, and where there are none.
    """

    first: str
    last: str


class DirectColumn(NamedTuple):
    """A column of *Jawaban* for the scores of a component, or of whole units, that are given directly."""

    id: str
    most: Exact


@dataclass(frozen=True, slots=True)
class ObservationPlan:
    """A sheet of observations and its twin, in which the answers are points."""

    kind: str
    name: str
    workings: str
    indicators: tuple[Indicator, ...]
    rows: tuple[ObservationRow, ...]
    last_row: int
    """The last row that formulas look at; those after the planned ones are for units that are added."""
    has_weights: bool = False
    """Whether observations weigh differently: a column says how much, and the twin has a second block for it."""

    @property
    def first_answer(self) -> int:
        """The first column of answers, on both sheets."""
        return 3 + self.has_weights

    def column(self, indicator: Indicator) -> int:
        """The column of an indicator, on both sheets."""
        return self.first_answer + self.indicators.index(indicator)

    def weight_column(self, indicator: Indicator) -> int:
        """The column of the twin in which the answers to an indicator weigh what they do."""
        return self.column(indicator) + len(self.indicators)

    def answer(self, indicator: Indicator, row: int | str) -> str:
        """How another sheet refers to an answer."""
        return in_sheet(self.name, f"{column_letters(self.column(indicator))}{row}")

    def points(self, column: int) -> str:
        """How another sheet refers to a whole column of the twin."""
        letters = column_letters(column)
        return in_sheet(self.workings, f"${letters}${FIRST_ROW}:${letters}${self.last_row}")


@dataclass(frozen=True)
class MatrixPlan:
    """A whole matrix workbook; rows and columns are counted from 1."""

    instrument: Instrument
    units: int
    spare: int
    has_types: bool
    needs_types: bool
    """Whether some indicators are only for units of some types."""
    single: tuple[Indicator, ...]
    """What is answered once a unit."""
    observations: tuple[ObservationPlan, ...]
    top: tuple[Component, ...]
    """The scored components at the top."""
    direct: tuple[DirectColumn, ...] = ()
    """What is given directly, in the order of the columns."""
    has_counts: bool = False
    """Whether the units have a count that weighs them in the roll-up, or could have one."""
    has_shares: bool = False
    """Whether *Hitungan* shows what every component weighs in the final score."""

    @property
    def last_row(self) -> int:
        """The last row of units, spare ones included."""
        return FIRST_ROW + self.units + self.spare - 1

    @property
    def unit_rows(self) -> range:
        """The rows of units, spare ones included."""
        return range(FIRST_ROW, self.last_row + 1)

    @property
    def count_column(self) -> int | None:
        """The column of *Jawaban* with the count that weighs units in the roll-up."""
        return (3 if self.has_types else 2) if self.has_counts else None

    @property
    def first_direct(self) -> int:
        """The first column of scores that are given directly on *Jawaban*."""
        return 2 + self.has_types + (self.count_column is not None)

    @property
    def first_answer(self) -> int:
        """The first column of answers on *Jawaban*."""
        return self.first_direct + len(self.direct)

    def answer(self, indicator: Indicator, row: int | str) -> str:
        """How another sheet refers to an answer that is given once."""
        return in_sheet(ANSWERS_SHEET, f"{column_letters(self.first_answer + self.single.index(indicator))}{row}")

    def direct_cells(self, row: int | str) -> dict[str, DirectCell]:
        """How other sheets refer to the scores that are given directly, by the ids of their components."""
        letters = [column_letters(self.first_direct + position) for position in range(len(self.direct))]
        return {
            column.id: DirectCell(in_sheet(ANSWERS_SHEET, f"{letter}{row}"), column.most)
            for column, letter in zip(self.direct, letters, strict=True)
        }

    def figure_cells(self, row: int | str) -> dict[str, str]:
        """Where the figures of the whole unit stand on *Hitungan*."""
        names = ["state", "score", "band", "zone", "remark", "answered", "gap", "mark"]
        if not any(band.zone for band in self.instrument.bands):
            names.remove("zone")
        if not remarking(self.instrument):
            names.remove("remark")
        if self.instrument.target is None:
            names.remove("gap")
        return {name: f"{column_letters(3 + position)}{row}" for position, name in enumerate(names)}

    @cached_property
    def scored(self) -> tuple[Component, ...]:
        """Every scored component, parents first."""
        return tuple(component for top in self.top for component in _walk_scored(top))

    @cached_property
    def filled_columns(self) -> tuple[int, int]:
        """The first and the last column of *Terisi* on *Hitungan*."""
        first = 3 + len(self.figure_cells(1))
        return first, first + sum(isinstance(component, Indicator) for component in self.scored) - 1

    def unknown(self, indicator: Indicator, row: int | str) -> str:
        """Where *Hitungan* counts the unknown answers to an indicator that is answered once."""
        return f"{column_letters(self._after_answers + self.single.index(indicator))}{row}"

    def span(self, sheet: ObservationPlan, row: int | str) -> Span:
        """Where *Hitungan* says in which rows of ``sheet`` the observations of a unit stand."""
        column = self._after_answers + len(self.single) + 2 * self.observations.index(sheet)
        return Span(f"{column_letters(column)}{row}", f"{column_letters(column + 1)}{row}")

    @property
    def _after_answers(self) -> int:
        """The first column after those of the tree on *Hitungan*."""
        return self.filled_columns[1] + (2 + self.has_shares) * len(self.scored) + 1

    def parts(self, row: int | str) -> tuple[Part, ...]:
        """The tree of the unit in ``row``: first every *Terisi*, then every *Bobot*, *Capaian* and *Bobot efektif*."""
        scored, direct = self.scored, self.direct_cells(row)
        leaves = [component.id for component in scored if isinstance(component, Indicator)]
        filled = {name: self.filled_columns[0] + position for position, name in enumerate(leaves)}
        position = {component.id: number for number, component in enumerate(scored)}
        weights = self.filled_columns[1] + 1

        def part(component: Component, above: tuple[str, ...]) -> Part:
            number, own = position[component.id], direct.get(component.id)
            given = above if own is None else (*above, own.cell)
            first = weights + number
            return Part(
                component,
                number,
                f"{column_letters(filled[component.id])}{row}" if component.id in filled else "",
                f"{column_letters(first)}{row}",
                f"{column_letters(first + len(scored))}{row}",
                tuple(part(child, given) for child in scored_children(component)),
                f"{column_letters(first + 2 * len(scored))}{row}" if self.has_shares else "",
                own,
                above,
            )

        whole = direct.get(WHOLE_UNIT)
        return tuple(part(component, () if whole is None else (whole.cell,)) for component in self.top)


def plan_matrix(
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    reserved: Sequence[str],
    *,
    is_result: bool = False,
    entries: Entries = _NO_ENTRIES,
) -> MatrixPlan:
    """Plan the workbook for ``units``; sheets of observations are never called like one of ``reserved``.

    A workbook of results has no room for units and observations that are added later, and shows weights in the final
    score.
    """
    needs_types = any(indicator.only_for is not None for indicator in instrument.indicators)
    spare = 0 if is_result else SPARE_UNITS
    kinds: dict[str, list[Indicator]] = {}
    for indicator in instrument.indicators:
        if indicator.observed is not None:
            kinds.setdefault(indicator.observed, []).append(indicator)
    names = sheet_names((f"{kind[:1].upper()}{kind[1:]}" for kind in kinds), reserved)
    twins = sheet_names((f"{WORKINGS_SHEET} {name}" for name in names), (*reserved, *names))
    observations = []
    for (kind, indicators), name, twin in zip(kinds.items(), names, twins, strict=True):
        usual = 1 if is_result else ROWS_A_UNIT.get(kind, OTHER_ROWS_A_UNIT)
        rows = tuple(
            row
            for position, unit in enumerate(units)
            for row in observation_rows(
                position, unit, indicators, at_least=usual, entries=entries.get(unit.unit, _NOTHING_TYPED)
            )
        )
        last = FIRST_ROW + len(rows) + spare * usual - 1
        has_weights = any(row.weight != 1 for row in rows)
        observations.append(ObservationPlan(kind, name, twin, tuple(indicators), rows, last, has_weights))
    return MatrixPlan(
        instrument=instrument,
        units=len(units),
        spare=spare,
        has_types=bool(instrument.unit_types),
        needs_types=needs_types,
        single=tuple(indicator for indicator in instrument.indicators if indicator.observed is None),
        observations=tuple(observations),
        top=tuple(component for component in instrument.components if _is_scored(component)),
        direct=_direct_columns(instrument, units),
        has_counts=instrument.roll_up.by is not None and (not is_result or any(unit.count for unit in units)),
        has_shares=is_result,
    )


def _direct_columns(instrument: Instrument, units: Sequence[UnitAnswers]) -> tuple[DirectColumn, ...]:
    """A column for everything that some unit has directly, out of what the first one has it out of."""
    most: dict[str, Exact] = {}
    for unit in units:
        for name, given in unit.direct.items():
            most.setdefault(name, given.most)
    ids = (WHOLE_UNIT, *(component.id for component in instrument.walk()))
    return tuple(DirectColumn(name, most[name]) for name in ids if name in most)


def scored_children(component: Component) -> tuple[Component, ...]:
    """What is scored right below a component."""
    return tuple(filter(_is_scored, component.components)) if isinstance(component, Group) else ()


def _is_scored(component: Component) -> bool:
    if isinstance(component, Indicator):
        return component.scored
    return bool(scored_children(component))


def _walk_scored(component: Component) -> Iterator[Component]:
    yield component
    for child in scored_children(component):
        yield from _walk_scored(child)
