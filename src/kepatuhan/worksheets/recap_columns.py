"""Where everything stands on the sheet "Rekap": a row for every unit, then the institution."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kepatuhan.instrument.model import Component, Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.results import UnitResult
from kepatuhan.spelling import fold
from kepatuhan.worksheets.computed import Shown
from kepatuhan.worksheets.form_plan import MARK, UNIT, UNIT_ROW, UNKNOWN, WEIGHT, FormPlan, column_letters
from kepatuhan.worksheets.formula_text import in_sheet
from kepatuhan.worksheets.formulas import figure_cells
from kepatuhan.worksheets.recap_formulas import Block

RECAP_SHEET, HEADER_ROW = "Rekap", 3
_SCORE = "Nilai"
_FIGURES = (
    *("band", "zone", "remark", "answered", "unknown", "target", "gap"),
    *("earlier", "change", "count", "mark", "share"),
)
"""The columns after the score, as far as a workbook has them."""
_FIRST_WIDTH, _BAND_WIDTH, _WIDTH = 34, 22, 12


class RecapUnit(NamedTuple):
    """A unit: the sheet and the cells that hold its figures, and what these show."""

    sheet: str
    name: str
    figures: dict[str, str]
    shown: dict[str, Shown]
    tops: dict[str, tuple[str, str]]
    """Weight and mark of the scored components at the top, by their ids."""
    result: UnitResult
    count_cell: str | None = None
    """How a formula refers to what the unit counts for in a weighted roll-up; None where the mean is plain."""

    otherwise: str = ""
    """What a unit without a name is called: by its sheet, where it has one."""
    unknown: str = ""
    """Where its sheet counts the answers that nobody knows; empty where it has no sheet of its own."""
    unknown_now: int = 0
    """How many there are."""

    def cell(self, address: str) -> str:
        """How another sheet refers to one of its cells."""
        return in_sheet(self.sheet, address)


def form_in_recap(
    name: str, plan: FormPlan, values: dict[str, Shown], result: UnitResult, unknown_now: int
) -> RecapUnit:
    """A unit with a sheet of its own."""
    figures = figure_cells(plan)
    tops = {top.component.id: (plan.cell(WEIGHT, top.row), plan.cell(MARK, top.row)) for top in plan.top}
    shown = {key: values[cell] for key, cell in figures.items()}
    count = None if plan.count_row is None else in_sheet(name, plan.count_cell)
    unknown = in_sheet(name, plan.below(UNKNOWN))
    return RecapUnit(name, f"B{UNIT_ROW}", figures, shown, tops, result, count, name, unknown, unknown_now)


@dataclass(frozen=True)
class Earlier:
    """An earlier assessment under the same instrument: scores to compare with, None where there was none."""

    name: str
    institution: Decimal | None
    units: Mapping[str, Decimal | None]
    """By the names of the units."""

    def of(self, unit: str) -> Decimal | None:
        """The score of a unit, whatever the letter case of its name."""
        return self._by_form.get(fold(unit))

    def missing(self, units: Iterable[str]) -> tuple[str, ...]:
        """The units of last time that are none of ``units``."""
        now = set(map(fold, units))
        return tuple(name for name in self.units if fold(name) not in now)

    @cached_property
    def _by_form(self) -> dict[str, Decimal | None]:
        return {fold(name): score for name, score in self.units.items()}


class EarlierCells(NamedTuple):
    """Where a workbook keeps the scores of last time: cells of another sheet, one row for each unit."""

    names: str
    scores: str
    """Numbers; a text where a unit had none."""
    first_row: int


class Additions(NamedTuple):
    """What the recap of a workbook of results has besides that of a template."""

    instead: str = ""
    """What stands in the place of the institution's score, where some units cannot be scored; else nothing."""
    earlier: Earlier | None = None
    earlier_cells: EarlierCells | None = None
    """Where the scores of ``earlier`` stand; given with it."""
    has_shares: bool = False
    """Whether it shows what each unit counts for in the institution's score."""


class RecapColumns:
    """The rows and columns of one workbook's recap; both are counted from 1."""

    def __init__(self, units: Sequence[RecapUnit], instrument: Instrument, additions: Additions) -> None:
        self._units = units
        self._instrument = instrument
        self.parts: tuple[Component, ...] = tuple(
            component for component in instrument.components if any(component.id in unit.tops for unit in units)
        )
        """The components at the top, in the columns between the name and the score."""
        there = {
            *units[0].figures,
            *({"unknown"} if units[0].unknown else ()),
            *({"target"} if instrument.target is not None else ()),
            *({"count"} if units[0].count_cell is not None else ()),
            *({"earlier", "change"} if additions.earlier is not None else ()),
            *({"share"} if additions.has_shares else ()),
        }
        self.figures = tuple(name for name in _FIGURES if name in there)
        """What stands in the columns after the score."""

    @property
    def last_row(self) -> int:
        """The last row of units."""
        return HEADER_ROW + len(self._units)

    @property
    def institution_row(self) -> int:
        """The row of the institution."""
        return self.last_row + 1

    @property
    def count(self) -> int:
        """How many columns there are."""
        return 2 + len(self.parts) + len(self.figures)

    def column(self, figure: str) -> int:
        """The column of the score, or of a figure after it."""
        score = len(self.parts) + 2
        return score if figure == "score" else score + 1 + self.figures.index(figure)

    def place(self, figure: str, row: int) -> str:
        """The cell of a figure, on this sheet."""
        return f"{column_letters(self.column(figure))}{row}"

    def cell(self, figure: str, row: int | str) -> str:
        """How other sheets refer to a figure."""
        return in_sheet(RECAP_SHEET, f"${column_letters(self.column(figure))}${row}")

    def below(self, figure: str) -> str:
        """The cells of a figure of all units."""
        letters = column_letters(self.column(figure))
        return f"${letters}${HEADER_ROW + 1}:${letters}${self.last_row}"

    @property
    def block(self) -> Block:
        """The rows of the units, in the columns that the institution's row looks at."""
        return Block(
            names=f"$A${HEADER_ROW + 1}:$A${self.last_row}",
            scores=self.below("score"),
            marks=self.below("mark"),
            counts=self.below("count") if "count" in self.figures else None,
        )

    def headings(self, words: Words) -> tuple[str, ...]:
        """What stands in the header row."""
        names = {
            "band": words.text("worksheet.band"),
            "zone": words.text("table.zone"),
            "remark": words.text("table.remark"),
            "answered": words.text("worksheet.answered"),
            "unknown": UNKNOWN,
            "target": words.text("worksheet.target_column"),
            "gap": words.text("table.gap", target=self._instrument.target or 0),
            "earlier": words.text("results.earlier"),
            "change": words.text("results.change"),
            "count": (self._instrument.roll_up.by or "").capitalize(),
            "mark": MARK,
            "share": words.text("results.share"),
        }
        return (UNIT, *(part.title for part in self.parts), _SCORE, *(names[name] for name in self.figures))

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns, in characters."""
        others = (_BAND_WIDTH if name in ("band", "remark") else _WIDTH for name in self.figures)
        return (_FIRST_WIDTH, *(_WIDTH for _ in self.parts), _WIDTH, *others)
