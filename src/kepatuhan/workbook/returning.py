"""What a workbook that is returned to its people has to hold: every cell that they typed, understood or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from kepatuhan.problems import Where
from kepatuhan.scoring.answers import NotApplicable, UnitAnswers
from kepatuhan.workbook.as_typed import AsTyped, Beside, Typed
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place
from kepatuhan.workbook.completeness import missing_ids
from kepatuhan.workbook.records import UnitRecord

TypedValue = TypeVar("TypedValue", bound=Typed)


class ReturnedCell(NamedTuple):
    """A filled answer cell: the answer it holds, or what was typed where it holds none."""

    where: Where
    content: Typed | NotApplicable
    is_refused: bool


class Leftover(NamedTuple):
    """A text that belongs to no indicator of a unit."""

    unit: str
    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """One unit, sound or not."""

    answers: UnitAnswers
    """What was understood; nothing says that it can be scored."""
    cells: Mapping[str, tuple[ReturnedCell, ...]]
    """The filled cells of each indicator, in reading order."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    """The indicators that had neither column nor row, or one of which the heading is misspelt."""
    stated_type: str | None = None
    """The type as it was typed."""
    stated_count: Typed | None = None


class Returnable(NamedTuple):
    """All units of an assessment, and what is in the way."""

    units: tuple[ReturnedUnit, ...]
    has_forms: bool
    """Whether some answers came in forms."""
    leftovers: tuple[Leftover, ...]
    passed_over: Mapping[Where, str]
    """What stood in the answer cells of rows that could not be read, by the cell of the problem."""
    misplaced: tuple[Where, ...]
    """The cells of scores given directly, and of weights of observations."""


def what_to_return(assembly: Assembly, answers: Sequence[UnitAnswers]) -> Returnable:
    """Everything that was typed; ``answers`` are those of the records, in their order.

    The assembly keeps what was typed.
    """
    typed = assembly.as_typed
    assert typed is not None
    leftovers: list[Leftover] = []
    units = [
        _unit(assembly, typed, record, unit, leftovers)
        for record, unit in zip(assembly.records.values(), answers, strict=True)
    ]
    return Returnable(
        units=tuple(units),
        has_forms=typed.has_forms,
        leftovers=tuple(leftovers),
        passed_over={assembly.where(place): text for place, text in typed.passed_over.items()},
        misplaced=tuple(assembly.where(place) for place in typed.misplaced),
    )


def _unit(
    assembly: Assembly, typed: AsTyped, record: UnitRecord, unit: UnitAnswers, leftovers: list[Leftover]
) -> ReturnedUnit:
    cells: list[tuple[Place, str, Typed | NotApplicable, bool]] = [
        (place, name, value, False) for (name, place), value in zip(record.log.cells(), record.log.values, strict=True)
    ]
    cells += [(cell.place, cell.id, cell.content, True) for cell in typed.refused.get(record.name, ())]
    by_id: dict[str, list[ReturnedCell]] = {}
    for place, name, content, is_refused in sorted(cells, key=lambda cell: cell[0]):
        by_id.setdefault(name, []).append(ReturnedCell(assembly.where(place), content, is_refused))
    beside: dict[Beside, dict[str, str]] = {Beside.EVIDENCE: {}, Beside.REMARK: {}}
    for note in typed.beside.get(record.name, ()):
        if note.id in assembly.indicators:
            texts = beside[note.kind]
            texts[note.id] = f"{texts[note.id]}; {note.text}" if note.id in texts else note.text
        else:
            leftovers.append(Leftover(record.name, assembly.where(note.place), note.text))
    missing = {*missing_ids(assembly, assembly.known_type(record), frozenset(record.present))}
    for sheet in record.places_of_sheets:
        missing |= typed.misspelt.get(sheet, frozenset()) - assembly.columns_of_sheets.get(sheet, {}).keys()
    return ReturnedUnit(
        answers=unit,
        cells={name: tuple(found) for name, found in by_id.items()},
        evidence=beside[Beside.EVIDENCE],
        remarks=beside[Beside.REMARK],
        missing=frozenset(missing & assembly.indicators.keys() - by_id.keys()),
        stated_type=_stated([text for text, _ in record.types]),
        stated_count=_stated([*typed.counts.get(record.name, ()), *(count for count, _ in record.counts)]),
    )


def _stated(values: Sequence[TypedValue]) -> TypedValue | str | None:
    """What was stated; where that is not the same everywhere all of it, which is then no value."""
    different = list(dict.fromkeys(values))
    return different[0] if len(different) == 1 else " / ".join(map(str, different)) or None
