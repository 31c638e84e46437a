"""What only all tables together show: columns and rows that are missing, one problem per cause."""

from collections.abc import Iterator

from kepatuhan.instrument.model import WHOLE_UNIT
from kepatuhan.problems import error
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.records import UnitRecord


def complain_of_missing(assembly: Assembly) -> None:
    """Every scored indicator that fits a unit must have its column or row: one problem per set that is missing."""
    causes: dict[tuple[int, tuple[str, ...]], list[UnitRecord]] = {}
    known: dict[tuple[str | None, frozenset[frozenset[str]]], tuple[str, ...]] = {}
    for record in assembly.records.values():
        key = (assembly.known_type(record), frozenset(record.present))
        if key not in known:
            known[key] = tuple(missing_ids(assembly, *key))
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


def missing_ids(assembly: Assembly, unit_type: str | None, present: frozenset[frozenset[str]]) -> Iterator[str]:
    """The scored indicators for which a unit of this type has neither column nor row."""
    ids = frozenset().union(*present) if present else frozenset()
    if WHOLE_UNIT in ids:
        return
    for indicator in assembly.indicators.values():
        is_there = indicator.id in ids or not ids.isdisjoint(assembly.above[indicator.id])
        if indicator.scored and indicator.fits(unit_type) and not is_there:
            yield indicator.id
