"""Where everything stands on the sheet of one unit: rows for components, columns for answers and for what is computed.

The headings are those that :mod:`kepatuhan.workbook` recognises, in every language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Group, Indicator, Instrument

OBSERVATIONS = {"petugas": 4, "produk": 3, "responden": 5}
"""How many answer cells an indicator has, by what is observed several times."""
OTHER_OBSERVATIONS = 3
"""The same for any other word."""

UNIT, UNIT_TYPE = "Unit", "Jenis"
CODE, INDICATOR, QUESTION, ANSWER = "Kode", "Indikator", "Pertanyaan", "Jawaban"
MEANING, EVIDENCE, NOTE = "Arti setiap nilai", "Bukti", "Catatan"
FILLED, WEIGHT, MARK, UNKNOWN = "Terisi", "Bobot", "Capaian", "Tidak dikenal"
SHARE, GAIN, RANK, REMEDY = "Bobot efektif", "Tambahan nilai", "Urutan", "Perbaikan"

UNIT_ROW, LINE_ROW = 1, 2
"""The rows of the unit's name, and of its type and of what is wrong."""
IMPROVEMENTS = 3
"""How many answers are shown that would add most."""


class FormRow(NamedTuple):
    """One component on one row; ``children`` are the rows of what is scored below it."""

    row: int
    depth: int
    component: Component
    is_scored: bool
    children: tuple["FormRow", ...]


@dataclass(frozen=True)
class FormPlan:
    """The sheet of units of one type; rows and columns are counted from 1."""

    instrument: Instrument
    unit_type: str | None
    rows: tuple[FormRow, ...]
    """Every row below the header, from top to bottom."""
    top: tuple[FormRow, ...]
    """The scored components at the top of the tree."""
    answer_columns: int
    header_row: int
    """The row of the headings."""
    is_improvable: bool
    """Whether a unit of this type has any scored indicator in its own hands; else nothing is said of improving."""

    @property
    def type_row(self) -> int | None:
        """The row of the unit's type; None where the instrument has no types."""
        return LINE_ROW if self.instrument.unit_types else None

    @property
    def count_row(self) -> int | None:
        """The row of what a weighted roll-up counts; None where the plain mean is the rule."""
        return LINE_ROW + 1 if self.instrument.roll_up.by else None

    @property
    def count_cell(self) -> str:
        """Where that count is filled in; it has a row."""
        return f"B{self.count_row}"

    @property
    def labels_row(self) -> int:
        """The row of labels above the figures so far."""
        return (self.count_row or LINE_ROW) + 1

    @property
    def figures_row(self) -> int:
        """The row of the figures so far: score, category, zone, answered, missing to the target."""
        return self.labels_row + 1

    @property
    def improvement_rows(self) -> range:
        """The rows of the answers that would add most, below their labels; none where nothing is in a unit's hands."""
        return range(self.figures_row + 2, self.figures_row + 2 + IMPROVEMENTS) if self.is_improvable else range(0)

    @property
    def last_row(self) -> int:
        """The last row of the table (an empty one where units of this type answer nothing)."""
        return self.rows[-1].row if self.rows else self.header_row + 1

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings, from the first column on."""
        answers = [f"{ANSWER} {number}" for number in range(1, self.answer_columns + 1)]
        if self.answer_columns == 1:
            answers = [ANSWER]
        improving = (GAIN, RANK, REMEDY) if self.is_improvable else ()
        computed = (FILLED, WEIGHT, MARK, UNKNOWN, SHARE, *improving)
        return (CODE, INDICATOR, QUESTION, *answers, MEANING, EVIDENCE, NOTE, *computed)

    def column(self, heading: str) -> int:
        """The column below ``heading``; the first one for the answers."""
        return self._columns[heading]

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {ANSWER: 4, **{heading: column for column, heading in enumerate(self.headings, start=1)}}

    def cell(self, heading: str, row: int) -> str:
        """The address of the cell below ``heading`` in ``row``."""
        return f"{column_letters(self.column(heading))}{row}"

    def answers(self, row: FormRow) -> str:
        """The block of cells in which answers to an indicator count."""
        first = self.column(ANSWER)
        last = first + (self.answer_columns if _observed(row.component) else 1) - 1
        start, end = f"{column_letters(first)}{row.row}", f"{column_letters(last)}{row.row}"
        return start if first == last else f"{start}:{end}"

    def below(self, heading: str) -> str:
        """The whole column below ``heading``."""
        return f"{self.cell(heading, self.header_row + 1)}:{self.cell(heading, self.last_row)}"

    @property
    def scored_indicators(self) -> tuple[FormRow, ...]:
        """The rows of scored indicators."""
        return tuple(row for row in self.rows if row.is_scored and isinstance(row.component, Indicator))


def plan_form(instrument: Instrument, unit_type: str | None, observations: int = 1) -> FormPlan:
    """Plan the sheet of units of ``unit_type``; indicators of other types are left out.

    There are as many columns of answers as is usual, and at least one for each of so many ``observations``.
    """
    fitting = [indicator for indicator in instrument.indicators if indicator.fits(unit_type)]
    is_improvable = any(may_be_improved(indicator) for indicator in fitting)
    header = LINE_ROW + 3 + (1 if instrument.roll_up.by else 0) + (1 + IMPROVEMENTS if is_improvable else 0)
    rows: list[FormRow] = []
    top = tuple(_place(instrument.components, unit_type, 0, header, rows))
    columns = max((observations, *map(answer_cells, fitting)))
    return FormPlan(instrument, unit_type, tuple(rows), top, columns, header, is_improvable)


def _place(
    components: tuple[Component, ...], unit_type: str | None, depth: int, header: int, rows: list[FormRow]
) -> Iterator[FormRow]:
    """Add the rows of ``components`` and all below them to ``rows``; yield those of ``components`` that are scored."""
    for component in components:
        if not _fits(component, unit_type):
            continue
        position = len(rows)
        rows.append(FormRow(0, 0, component, False, ()))  # its place: what is below it comes after it
        if isinstance(component, Group):
            children = tuple(_place(component.components, unit_type, depth + 1, header, rows))
            is_scored = bool(children)
        else:
            children, is_scored = (), isinstance(component, Indicator) and component.scored
        rows[position] = FormRow(header + 1 + position, depth, component, is_scored, children)
        if is_scored:
            yield rows[position]


def _fits(component: Component, unit_type: str | None) -> bool:
    if isinstance(component, Group):
        return any(_fits(child, unit_type) for child in component.components)
    return isinstance(component, Indicator) and component.fits(unit_type)


def may_be_improved(component: Component) -> bool:
    """Whether a unit can raise its score there itself: a scored indicator that is in its own hands."""
    return isinstance(component, Indicator) and component.scored and component.effort is not None


def _observed(component: Component) -> str | None:
    return component.observed if isinstance(component, Indicator) else None


def answer_cells(indicator: Indicator) -> int:
    """How many cells an indicator offers for its answers."""
    return 1 if indicator.observed is None else OBSERVATIONS.get(indicator.observed, OTHER_OBSERVATIONS)


def column_letters(column: int) -> str:
    """The letters by which Excel calls a column, counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
