"""Bring the cells of all sheets together into one set of answers per unit, and find what is missing or there twice."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from kepatuhan.exact import Exact, simplest
from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator, Instrument
from kepatuhan.problems import Fact, Level, Problem, Where, error
from kepatuhan.scoring.answers import Answer, DirectScore, NotApplicable, UnitAnswers, Value, observed
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.cells import cell_name

_ROW_BITS, _COLUMN_BITS = 21, 15


class Place(NamedTuple):
    """A cell: the number of its sheet among all sheets read, its row and its column."""

    sheet: int
    row: int
    column: int


def _pack(place: Place) -> int:
    return (place.sheet << _ROW_BITS | place.row) << _COLUMN_BITS | place.column


def _unpack(packed: int) -> Place:
    rest, column = packed >> _COLUMN_BITS, packed & (1 << _COLUMN_BITS) - 1
    return Place(rest >> _ROW_BITS, rest & (1 << _ROW_BITS) - 1, column)


Doubles = dict[tuple[int, int, int, int], list[tuple[str, Place, Place]]]
"""Second cells of one indicator: by the two sheets and rows, the id and both cells."""


class GivenScore(NamedTuple):
    """A score that a cell states directly; ``most`` is None where the header states no maximum."""

    value: Exact
    most: Exact | None
    place: Place


@dataclass(slots=True)
class UnitRecord:
    """What was found about one unit so far. Answers are kept as a log of cells: compact, and in reading order."""

    name: str
    place: Place
    ids: list[str] = field(default_factory=list)
    values: list[Value | NotApplicable] = field(default_factory=list)
    places: "array[int]" = field(default_factory=lambda: array("Q"))
    weights: dict[int, Exact] = field(default_factory=dict)
    """The weight of an observation, by its position in the log; 1 where there is none."""
    given: list[tuple[str, GivenScore]] = field(default_factory=list)
    types: list[tuple[str, Place]] = field(default_factory=list)
    counts: list[tuple[Exact, Place]] = field(default_factory=list)
    present: set[frozenset[str]] = field(default_factory=set)
    """The sets of ids that the unit had a cell for, filled or not."""
    places_of_sheets: dict[int, Place] = field(default_factory=dict)
    has_unreadable_count: bool = False
    unreadable: int = 0
    """How many of its cells were refused."""

    def fill(self, component_id: str, value: Value | NotApplicable, place: Place, weight: Exact = 1) -> None:
        """Note an answered cell."""
        if weight != 1:
            self.weights[len(self.ids)] = weight
        self.ids.append(component_id)
        self.values.append(value)
        self.places.append(_pack(place))

    def places_of(self, component_id: str) -> list[Place]:
        """Where the answers to an indicator stand."""
        return [_unpack(packed) for name, packed in zip(self.ids, self.places, strict=True) if name == component_id]


class Assembly:
    """Collects what the layouts read, and turns it into answers when everything is read."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.indicators = {indicator.id: indicator for indicator in instrument.indicators}
        self.components = {component.id: component for component in instrument.walk()}
        self.sheets: list[tuple[str, str | None]] = []
        self.records: dict[str, UnitRecord] = {}
        self.problems: list[Problem] = []
        self.has_count_column = False
        self._above = dict(_ancestors(instrument.components, ()))
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
        """The record of the unit called ``name``, whatever the letter case and spaces."""
        form = fold(name)
        if form not in self.records:
            self.records[form] = UnitRecord(" ".join(name.split()), place)
        record = self.records[form]
        record.places_of_sheets.setdefault(place.sheet, place)
        return record

    def complain(self, code: str, place: Place, record: UnitRecord | None = None, **facts: Fact) -> None:
        """Note an error at a cell; with ``record``, one that spoils only that unit."""
        if record is not None:
            record.unreadable += 1
        self.problems.append(Problem(code, Level.ERROR, self.where(place), facts, record.name if record else None))

    def is_sound(self, record: UnitRecord) -> bool:
        """Whether everything that was found about a unit could be read."""
        return not record.unreadable and self.spoilt_sheets.isdisjoint(record.places_of_sheets)

    def answers(self) -> list[UnitAnswers]:
        """The answers of every unit, in reading order; what is wrong with them is added to ``problems``."""
        scorer = Scorer(self.instrument)
        self._complain_of_weighted_points()
        units = [self._unit(record, scorer) for record in self.records.values()]
        self._complain_of_missing()
        return units

    def _unit(self, record: UnitRecord, scorer: Scorer) -> UnitAnswers:
        unit_type = self._type(record)
        answers = self._merge(record)
        direct = self._direct(record)
        self._complain_of_other_types(record, answers, unit_type)
        direct = self._direct_of_type(record, direct, unit_type, scorer)
        self._complain_of_counting_twice(record, answers, direct)
        unit = UnitAnswers(record.name, answers, direct, unit_type, self._count(record))
        if len(direct) > 1 and not record.unreadable:
            for found in scorer.direct_disagreements(UnitAnswers(record.name, {}, direct, unit_type)):
                place = next(given.place for name, given in record.given if name == found.component_id)
                self.complain(
                    "KP815",
                    place,
                    record,
                    id=found.component_id,
                    stated=found.stated,
                    below=_rounded(found.from_below),
                    most=found.most,
                )
        return unit

    def _merge(self, record: UnitRecord) -> dict[str, Answer]:
        """The log of a unit as answers: one cell per indicator, or its observations together."""
        answers: dict[str, Answer] = {}
        several: dict[str, list[int]] = {}
        first: dict[str, int] = {}
        for position, name in enumerate(record.ids):
            if name in first:
                several.setdefault(name, [first[name]]).append(position)
            else:
                first[name] = position
                answers[name] = record.values[position]
        twice: Doubles = {}
        for name, positions in several.items():
            places = [_unpack(record.places[position]) for position in positions]
            if self.indicators[name].observed is None:
                for place in places[1:]:
                    rows = (places[0].sheet, places[0].row, place.sheet, place.row)
                    twice.setdefault(rows, []).append((name, places[0], place))
                continue
            elsewhere = next((place for place in places if place.sheet != places[0].sheet), None)
            if elsewhere is not None:
                self.complain("KP816", elsewhere, record, id=name, other=self.address(places[0], elsewhere))
            cells = [(record.values[position], record.weights.get(position, 1)) for position in positions]
            together = observed(cells)
            assert together is not None
            answers[name] = together
        self._complain_of_doubles(record, twice)
        return answers

    def _complain_of_doubles(self, record: UnitRecord, twice: "Doubles") -> None:
        """What is there twice: one problem for each pair of rows, however many cells they share."""
        for doubles in twice.values():
            name, one, other = doubles[0]
            self.complain(
                "KP812" if len(doubles) == 1 else "KP824",
                other,
                record,
                id=name,
                unit=record.name,
                other=self.address(one, other),
                more=len(doubles) - 1,
            )

    def _direct(self, record: UnitRecord) -> dict[str, DirectScore]:
        direct: dict[str, DirectScore] = {}
        places: dict[str, Place] = {}
        twice: Doubles = {}
        for name, given in record.given:
            if name in direct:
                first, place = places[name], given.place
                twice.setdefault((first.sheet, first.row, place.sheet, place.row), []).append((name, first, place))
                continue
            direct[name] = DirectScore(given.value, self.instrument.full_score if given.most is None else given.most)
            places[name] = given.place
        self._complain_of_doubles(record, twice)
        return direct

    def _complain_of_counting_twice(
        self, record: UnitRecord, answers: dict[str, Answer], direct: dict[str, DirectScore]
    ) -> None:
        """A score given directly, and answers below it: one of them would be left out silently."""
        if not direct:
            return
        for name, given in record.given:
            below = [
                leaf
                for leaf in answers
                if self.indicators[leaf].scored and (name in (WHOLE_UNIT, leaf) or name in self._above[leaf])
            ]
            if below:
                other = self.address(record.places_of(below[0])[0], given.place)
                self.complain("KP814", given.place, record, id=name, below=below[0], other=other, more=len(below) - 1)

    def _complain_of_other_types(self, record: UnitRecord, answers: dict[str, Answer], unit_type: str | None) -> None:
        for name in answers:
            indicator = self.indicators[name]
            if not indicator.fits(unit_type) and unit_type is not None:
                for place in record.places_of(name)[:1]:
                    title = self.instrument.unit_types[unit_type]
                    self.complain("KP813", place, record, id=name, type=title)

    def _direct_of_type(
        self, record: UnitRecord, direct: dict[str, DirectScore], unit_type: str | None, scorer: Scorer
    ) -> dict[str, DirectScore]:
        """The direct scores without those of components that units of this type do not have (a problem each)."""
        known = scorer.scored_ids(unit_type)
        for name, given in record.given:
            if name not in known and unit_type is not None:
                self.complain("KP813", given.place, record, id=name, type=self.instrument.unit_types[unit_type])
        return {name: given for name, given in direct.items() if name in known}

    def _type(self, record: UnitRecord) -> str | None:
        """The key of the unit's type; an instrument with ``only_for`` needs to know it."""
        types = self.instrument.unit_types
        forms = {fold(name): key for key, title in types.items() for name in (key, title)}
        needed = any(indicator.only_for is not None for indicator in self.indicators.values())
        found: str | None = None
        for text, place in record.types:
            key = forms.get(fold(text))
            if key is None and types:
                near = nearest(text, forms) or ""
                self.complain("KP818", place, record, written=text, known=tuple(types.values()), near=near)
                return None
            if found is not None and key != found:
                self.complain("KP818", place, record, written=text, known=(types[found],), near="")
                return found
            found = key
        if found is None and needed:
            self.complain("KP825", record.place, record, unit=record.name, known=tuple(types.values()))
        return found

    def _count(self, record: UnitRecord) -> int | None:
        """The count that a weighted roll-up needs, once the workbook has a column for it."""
        if self.instrument.roll_up.by is None or not self.has_count_column:
            return None
        by = self.instrument.roll_up.by
        if not record.counts:
            if record.has_unreadable_count:
                return None
            self.complain("KP817", record.place, record, unit=record.name, by=by)
            return None
        count, place = record.counts[0]
        for other, other_place in record.counts[1:]:
            if other != count:
                self.complain(
                    "KP826", other_place, record, by=by, written=other, other=self.address(place, other_place)
                )
        if count <= 0 or count.denominator != 1:
            self.complain("KP827", place, record, by=by, written=count)
            return None
        return count.numerator

    def _complain_of_weighted_points(self) -> None:
        """Direct scores without a stated maximum that look like weighted points.

        Official reports print components as weighted points (12.16 of 21.85). Where every score of the workbook is at
        most its component's weight and no header says which of the two is meant, that is a problem, not a choice.
        """
        by_file: dict[str, list[tuple[UnitRecord, str, GivenScore]]] = {}
        for record in self.records.values():
            for name, score in record.given:
                if name != WHOLE_UNIT:
                    by_file.setdefault(self.sheets[score.place.sheet][0], []).append((record, name, score))
        for given in by_file.values():
            self._complain_if_weighted(given)

    def _complain_if_weighted(self, given: list[tuple[UnitRecord, str, GivenScore]]) -> None:
        if any(score.most is not None for _, _, score in given):
            return
        weights = {name: self._weight(self.components[name]) for _, name, _ in given}
        full = self.instrument.full_score
        is_small = all(score.value <= weights[name] for _, name, score in given)
        if is_small and any(score.value and weights[name] != full for _, name, score in given):
            _, name, score = given[0]
            self.complain("KP823", score.place, id=name, weight=simplest(weights[name]), full=full)
            for record, _, _ in given:
                record.unreadable += 1

    def _weight(self, component: Component) -> Fraction:
        if component.weight is not None:
            return component.weight
        assert isinstance(component, Group)
        return sum((self._weight(child) for child in component.components if _is_scored(child)), Fraction(0))

    def _complain_of_missing(self) -> None:
        """Every scored indicator that fits a unit must have its column or row: one problem per set that is missing."""
        causes: dict[tuple[int, tuple[str, ...]], list[UnitRecord]] = {}
        unit_types = {record.name: self._silent_type(record) for record in self.records.values()}
        known: dict[tuple[str | None, frozenset[frozenset[str]]], tuple[str, ...]] = {}
        for record in self.records.values():
            key = (unit_types[record.name], frozenset(record.present))
            if key not in known:
                known[key] = tuple(self._missing(*key))
            if known[key]:
                causes.setdefault((record.place.sheet, known[key]), []).append(record)
        for (_, missing), records in causes.items():
            spoilt = records[0] if len(records) == 1 else None
            for record in records:
                record.unreadable += 1
            self.problems.append(
                error(
                    "KP712",
                    self.where(records[0].place),
                    unit=spoilt.name if spoilt else None,
                    missing=missing,
                    count=len(missing),
                    units=tuple(record.name for record in records),
                )
            )

    def _silent_type(self, record: UnitRecord) -> str | None:
        forms = {fold(name): key for key, title in self.instrument.unit_types.items() for name in (key, title)}
        return next((forms[fold(text)] for text, _ in record.types if fold(text) in forms), None)

    def _missing(self, unit_type: str | None, present: frozenset[frozenset[str]]) -> Iterator[str]:
        ids = frozenset().union(*present) if present else frozenset()
        if WHOLE_UNIT in ids:
            return
        for indicator in self.indicators.values():
            is_there = indicator.id in ids or not ids.isdisjoint(self._above[indicator.id])
            if indicator.scored and indicator.fits(unit_type) and not is_there:
                yield indicator.id


def _ancestors(components: Iterable[Component], above: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    for component in components:
        yield component.id, frozenset(above)
        if isinstance(component, Group):
            yield from _ancestors(component.components, (*above, component.id))


def _is_scored(component: Component) -> bool:
    return not isinstance(component, Indicator) or component.scored


def _rounded(value: Exact) -> Exact:
    """A value short enough for a message."""
    return simplest(round(Fraction(value), 2))
