"""Sheets that sum up what other sheets of the same file hold: their scores are no answers, and would count twice."""

from collections.abc import Iterable

from kepatuhan.instrument.model import WHOLE_UNIT
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place


def set_recaps_aside(assembly: Assembly) -> None:
    """Sheets of finished scores beside sheets that hold what they are made of: a recap, or units counted twice.

    A sheet that holds finished scores alone is one when the same file holds, on another sheet, answers below any of
    them, or finer scores while it names other units; but never the list of units of a workbook that the tool wrote.
    What stands in such a sheet is left out (each is a problem), so
    that it causes no further ones.
    """
    given: dict[int, dict[str, Place]] = {}
    answered: dict[int, set[str]] = {}
    members: dict[int, set[str]] = {}
    for form, record in assembly.records.items():
        for sheet in record.places_of_sheets:
            members.setdefault(sheet, set()).add(form)
        for name, score in record.given:
            given.setdefault(score.place.sheet, {}).setdefault(name, score.place)
    if not given:
        return
    for record in assembly.records.values():
        for name, place in record.log.cells():
            if assembly.indicators[name].scored:
                answered.setdefault(place.sheet, set()).add(name)
    recaps: dict[int, Place] = {}
    for sheet, names in given.items():
        others = [other for other in members if other != sheet and _is_same_file(assembly, sheet, other)]
        if sheet in answered or assembly.sheets[sheet] in assembly.unit_lists:
            continue
        above_answers = any(_covers(assembly, names, answered.get(other, ())) for other in others)
        above_others = any(
            _covers(assembly, names, given.get(other, ())) and not members[sheet] <= members[other] for other in others
        )
        if above_answers or above_others:
            recaps[sheet] = next(iter(names.values()))
    for place in recaps.values():
        assembly.complain("KP740", place)
    for form, record in list(assembly.records.items()):
        record.given = [(name, score) for name, score in record.given if score.place.sheet not in recaps]
        if record.places_of_sheets.keys() <= recaps.keys():
            del assembly.records[form]


def _is_same_file(assembly: Assembly, sheet: int, other: int) -> bool:
    return assembly.sheets[sheet][0] == assembly.sheets[other][0]


def _covers(assembly: Assembly, above: Iterable[str], below: Iterable[str]) -> bool:
    """Whether one of the components ``above`` is above, or is, one of those ``below``."""
    names = frozenset(above)
    for name in below:
        if name == WHOLE_UNIT:
            continue
        if (
            WHOLE_UNIT in names
            or not names.isdisjoint(assembly.above[name])
            or name in names & assembly.indicators.keys()
        ):
            return True
    return False
