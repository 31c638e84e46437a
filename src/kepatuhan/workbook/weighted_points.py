"""Finished scores that look like weighted points, as official reports print them: asked about, never chosen."""

from collections.abc import Iterator
from fractions import Fraction

from kepatuhan.exact import round_half_up, simplest
from kepatuhan.instrument.model import WHOLE_UNIT, Component, Group, Indicator
from kepatuhan.problems import Fact, Level, Problem
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.records import GivenScore, UnitRecord


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
    """A problem where all unexplained scores of a file are small; else a warning for each unit of which all are."""
    full = assembly.instrument.full_score
    points = dict(_points(assembly.instrument.components, Fraction(full)))
    unexplained = [entry for entry in given if entry[2].most is None]

    def are_small(entries: list[tuple[UnitRecord, str, GivenScore]]) -> bool:
        small = all(score.value <= points[name] for _, name, score in entries)
        return small and any(score.value and points[name] != full for _, name, score in entries)

    def complain(entry: tuple[UnitRecord, str, GivenScore], level: Level) -> None:
        _, name, score = entry
        most = round_half_up(points[name].numerator, points[name].denominator, assembly.instrument.decimals)
        facts: dict[str, Fact] = {"id": name, "weight": simplest(Fraction(most)), "full": full}
        assembly.problems.append(Problem("KP823", level, assembly.where(score.place), facts))

    if are_small(unexplained):
        complain(unexplained[0], Level.ERROR)
        for record, _, _ in unexplained:
            record.unreadable += 1
        return
    of_units: dict[str, list[tuple[UnitRecord, str, GivenScore]]] = {}
    for entry in unexplained:
        of_units.setdefault(entry[0].name, []).append(entry)
    for entries in of_units.values():
        if len(entries) > 1 and are_small(entries):
            complain(entries[0], Level.WARNING)


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
