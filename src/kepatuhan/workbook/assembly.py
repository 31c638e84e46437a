"""Where the sheets of an assessment come together: their units, and every problem with its place."""

from collections.abc import Iterable, Iterator

from kepatuhan.exact import Exact
from kepatuhan.instrument.model import Component, Group, Instrument, OptionScale
from kepatuhan.problems import Fact, Level, Problem, ProblemsFound, Where
from kepatuhan.spelling import fold
from kepatuhan.workbook.as_typed import AsTyped
from kepatuhan.workbook.cells import Place, cell_name
from kepatuhan.workbook.form_rows import FormRows
from kepatuhan.workbook.limits import MOST_PROBLEMS, MOST_ROWS_OF_UNIT, MOST_UNITS, exceeded
from kepatuhan.workbook.records import UnitRecord
from kepatuhan.workbook.remembered import Remembered
from kepatuhan.workbook.values import Read


class Assembly:
    """Collects what the layouts read, and what is wrong with it."""

    def __init__(self, instrument: Instrument, *, keeps_places: bool = False, as_typed: AsTyped | None = None) -> None:
        self.instrument = instrument
        self.as_typed = as_typed
        """Where what counts for nothing is kept, when the workbook is to be returned."""
        self.keeps_places = keeps_places
        """Whether the places of answers are asked for later, so that those of blank ones are kept too."""
        self.columns_of_sheets: dict[int, dict[str, int]] = {}
        """The column of each component on the sheets that have one for it, by the numbers of the sheets."""
        self.indicators = {indicator.id: indicator for indicator in instrument.indicators}
        self.components = {component.id: component for component in instrument.walk()}
        self.sheets: list[tuple[str, str | None]] = []
        self.unit_lists: set[tuple[str, str | None]] = set()
        """The sheets (file and name) that the workbook itself calls its lists of units."""
        self.records: dict[str, UnitRecord] = {}
        self.problems: list[Problem] = []
        self._complaints = 0
        self.has_count_column = False
        self.above = dict(_ancestors(instrument.components, ()))
        self.type_keys = {fold(name): key for key, title in instrument.unit_types.items() for name in (key, title)}
        """Folded keys and titles of the unit types, to the key."""
        self.needs_types = any(indicator.only_for is not None for indicator in instrument.indicators)
        """Whether what a unit has to answer depends on its type."""
        scales = (indicator.scale for indicator in instrument.indicators)
        self.answer_words = frozenset(word for scale in scales if isinstance(scale, OptionScale) for word in scale.also)
        """The folded words that are answers on some scale of the instrument."""
        self.reads: dict[str, Remembered[tuple[object, ...], Read]] = {name: Remembered() for name in self.indicators}
        """What cells of one kind, value and format mean for an indicator: answers repeat from unit to unit."""
        self.form_rows = FormRows()
        self.percentages: dict[str, Place] = {}
        """The first cell of each indicator (or component) that is formatted as a percentage."""
        self.shares: list[tuple[str, Exact, UnitRecord, Place]] = []
        """Numbers up to 1 on a scale of 100, which may be shares of 1."""
        self.spoilt_sheets: set[int] = set()
        """The numbers of sheets whose header is not in order: no unit in them can be vouched for."""

    def add_sheet(self, file: str, name: str | None) -> int:
        """Register a sheet; its number is the first part of every place in it."""
        self.sheets.append((file, name))
        return len(self.sheets) - 1

    def where(self, place: Place) -> Where:
        """A place in words."""
        file, sheet = self.sheets[place.sheet]
        return Where(file, sheet=sheet, cell=cell_name(place.row, place.column))

    def address(self, place: Place, seen_from: Place) -> str:
        """A place as short as it is clear beside another: ``B9``, ``Sheet!B9``, ``file.xlsx, Sheet!B9``."""
        where = self.where(place)
        cell = where.cell or ""
        if place.sheet == seen_from.sheet:
            return cell
        inside = f"{where.sheet}!{cell}" if where.sheet else cell
        return inside if where.file == self.sheets[seen_from.sheet][0] else f"{where.file}, {inside}"

    def record(self, name: str, place: Place) -> UnitRecord:
        """The record of the unit called ``name``, whatever the letter case and spaces.

        Raises:
            ProblemsFound: when there are more units, or more rows about one, than any assessment has.
        """
        form, name = fold(name), " ".join(name.split())
        if form not in self.records:
            if len(self.records) >= MOST_UNITS:
                raise ProblemsFound([exceeded("units", MOST_UNITS, self.where(place))])
            self.records[form] = UnitRecord(name, place)
        record = self.records[form]
        record.rows += 1
        if record.rows > MOST_ROWS_OF_UNIT:
            raise ProblemsFound([exceeded("rows_of_unit", MOST_ROWS_OF_UNIT, self.where(place))])
        if name != record.name:
            record.spellings.setdefault(name, place)
        record.places_of_sheets.setdefault(place.sheet, place)
        return record

    def complain(self, code: str, place: Place, record: UnitRecord | None = None, **facts: Fact) -> None:
        """Note an error at a cell; with ``record``, one that spoils only that unit."""
        if record is not None:
            record.unreadable += 1
        if not self.is_full:
            self.add(Problem(code, Level.ERROR, self.where(place), facts, record.name if record else None))

    def add(self, problem: Problem) -> None:
        """Note a problem of a cell or a sheet.

        Beyond a limit only the limit is noted: nobody reads on, and a hostile file would take all the memory.
        """
        if not self.is_full:
            self.problems.append(problem)
            self._complaints += 1
            if self.is_full:
                self.problems.append(exceeded("problems", MOST_PROBLEMS, problem.where or Where("")))

    @property
    def is_full(self) -> bool:
        """Whether so many problems were found that no more are noted."""
        return self._complaints >= MOST_PROBLEMS

    def is_sound(self, record: UnitRecord) -> bool:
        """Whether everything that was found about a unit could be read."""
        return not record.unreadable and self.spoilt_sheets.isdisjoint(record.places_of_sheets)

    def known_type(self, record: UnitRecord) -> str | None:
        """The first type that was stated for a unit and that the instrument knows."""
        return next((self.type_keys[fold(text)] for text, _ in record.types if fold(text) in self.type_keys), None)


def _ancestors(components: Iterable[Component], above: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    for component in components:
        yield component.id, frozenset(above)
        if isinstance(component, Group):
            yield from _ancestors(component.components, (*above, component.id))
