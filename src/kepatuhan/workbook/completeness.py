"""What only all tables together show: a column or row that is missing, points already weighted, a recap beside answers.

Each concerns many cells at once, so it is one problem per cause, however many units share it.
"""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.exact import round_half_up, simplest
from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator
from kepatuhan.problems import error
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.records import GivenScore, Place, UnitRecord


def complain_of_weighted_points(assembly: Assembly) -> None:
    """Direct scores without a stated maximum that look like weighted points.

    Official reports print components as weighted points (12.16 of 21.85). Where every score of a file is at most what
    its component can add to the whole, and no header says which of the two is meant, that is a problem, not a choice.
    """
    by_file: dict[str, list[tuple[UnitRecord, str, GivenScore]]] = {}
    for record in assembly.records.values():
        for name, score in record.given:
            if name != WHOLE_UNIT:
                by_file.setdefault(assembly.sheets[score.place.sheet][0], []).append((record, name, score))
    for given in by_file.values():
        _complain_if_weighted(assembly, given)


def _complain_if_weighted(assembly: Assembly, given: list[tuple[UnitRecord, str, GivenScore]]) -> None:
    if any(score.most is not None for _, _, score in given):
        return
    full = assembly.instrument.full_score
    points = dict(_points(assembly.instrument.components, Fraction(full)))
    is_small = all(score.value <= points[name] for _, name, score in given)
    if is_small and any(score.value and points[name] != full for _, name, score in given):
        _, name, score = given[0]
        most = round_half_up(points[name].numerator, points[name].denominator, assembly.instrument.decimals)
        assembly.complain("KP823", score.place, id=name, weight=simplest(Fraction(most)), full=full)
        for record, _, _ in given:
            record.unreadable += 1


def _points(components: tuple[Component, ...], points: Fraction) -> Iterator[tuple[str, Fraction]]:
    """What each component can add to the score, of the ``points`` that its group can add."""
    scored = [component for component in components if _is_scored(component)]
    total = sum((_weight(component) for component in scored), Fraction(0))
    for component in scored:
        own = points * _weight(component) / total
        yield component.id, own
        if isinstance(component, Group):
            yield from _points(component.components, own)


def _weight(component: Component) -> Fraction:
    if component.weight is not None:
        return component.weight
    assert isinstance(component, Group)
    return sum((_weight(child) for child in component.components if _is_scored(child)), Fraction(0))


def _is_scored(component: Component) -> bool:
    return not isinstance(component, Indicator) or component.scored


def set_recaps_aside(assembly: Assembly) -> None:
    """Sheets of finished scores beside sheets of answers in one file: a recap of them, or units counted twice.

    What stands in such a sheet is left out (each is a problem), so that it causes no further ones.
    """
    indicators = assembly.indicators
    totals: dict[int, Place] = {}
    for record in assembly.records.values():
        for name, score in record.given:
            if name == WHOLE_UNIT:
                totals.setdefault(score.place.sheet, score.place)
    if not totals:
        return
    answered: set[int] = set()
    for record in assembly.records.values():
        answered |= {place.sheet for name, place in record.cells() if indicators[name].scored}
    files_with_answers = {assembly.sheets[sheet][0] for sheet in answered}
    recaps = {
        sheet: place
        for sheet, place in totals.items()
        if sheet not in answered and assembly.sheets[sheet][0] in files_with_answers
    }
    for place in recaps.values():
        assembly.complain("KP740", place)
    for form, record in list(assembly.records.items()):
        record.given = [(name, score) for name, score in record.given if score.place.sheet not in recaps]
        if record.places_of_sheets.keys() <= recaps.keys():
            del assembly.records[form]


def complain_of_missing(assembly: Assembly) -> None:
    """Every scored indicator that fits a unit must have its column or row: one problem per set that is missing."""
    causes: dict[tuple[int, tuple[str, ...]], list[UnitRecord]] = {}
    known: dict[tuple[str | None, frozenset[frozenset[str]]], tuple[str, ...]] = {}
    for record in assembly.records.values():
        key = (assembly.known_type(record), frozenset(record.present))
        if key not in known:
            known[key] = tuple(_missing(assembly, *key))
        if known[key]:
            causes.setdefault((record.place.sheet, known[key]), []).append(record)
    for (_, missing), records in causes.items():
        for record in records:
            record.unreadable += 1
        assembly.problems.append(
            error(
                "KP712",
                assembly.where(records[0].place),
                unit=records[0].name if len(records) == 1 else None,
                missing=missing,
                count=len(missing),
                units=tuple(record.name for record in records),
            )
        )


def _missing(assembly: Assembly, unit_type: str | None, present: frozenset[frozenset[str]]) -> Iterator[str]:
    ids = frozenset().union(*present) if present else frozenset()
    if WHOLE_UNIT in ids:
        return
    for indicator in assembly.indicators.values():
        is_there = indicator.id in ids or not ids.isdisjoint(assembly.above[indicator.id])
        if indicator.scored and indicator.fits(unit_type) and not is_there:
            yield indicator.id
