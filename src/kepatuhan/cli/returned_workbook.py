"""From what was read to the workbook that is returned with its mistakes marked (``score --annotate``)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from kepatuhan.cli.returned_cells import MISSING, Prepared, complaint, prepare, shown, side_of
from kepatuhan.instrument.model import Instrument
from kepatuhan.messages import Words
from kepatuhan.problems import Level, Problem, ProblemsFound, Where, error, errors
from kepatuhan.workbook.reading import Reading
from kepatuhan.workbook.returning import Returnable
from kepatuhan.worksheets.corrections import Correction, Returned, Target
from kepatuhan.worksheets.matrix import write_matrix
from kepatuhan.worksheets.template import write_template

_MISSING_CODES = ("KP708", "KP712")
"""Columns and rows that could not be read: each cell that is missing is asked for."""


class ReturnedBook(NamedTuple):
    """The workbook, of how many problems it tells, and how many corrections it lists.

    One problem, such as a column that is missing, may need a correction of every unit.
    """

    content: bytes
    problems: int
    corrections: int


def returned_workbook(reading: Reading, file_name: str, words: Words) -> ReturnedBook:
    """The workbook called ``file_name`` that goes back to its people; the reading keeps what was typed.

    It has the layout in which the answers came: forms where some came in forms or have evidence or notes, unless the
    type of a unit is wrong, for which only a matrix has a cell.

    Raises:
        ProblemsFound: when something that was typed would be lost in it, or there is nothing to return.
    """
    returnable, instrument = reading.returnable, reading.instrument
    assert returnable is not None
    refuse_to_return(reading, returnable)
    wrong = errors(reading.problems)
    has_beside = any(unit.evidence or unit.remarks for unit in returnable.units)
    is_form = (returnable.has_forms or has_beside) and not any(p.code in ("KP818", "KP825") for p in wrong)
    cells = {cell.where for unit in returnable.units for found in unit.cells.values() for cell in found}
    problems: dict[Where, list[Problem]] = {}
    beside: dict[str, list[Problem]] = {}
    for problem in wrong:
        if problem.where in cells and problem.where is not None:
            problems.setdefault(problem.where, []).append(problem)
        elif problem.unit is not None and problem.code not in _MISSING_CODES:
            beside.setdefault(problem.unit, []).append(problem)
    prepared = [
        prepare(unit, instrument, problems, beside.get(unit.answers.unit, ()), words, is_form=is_form)
        for unit in returnable.units
    ]
    corrections = [*_corrections(wrong, returnable, prepared, instrument, words)]
    order = {indicator.id: position for position, indicator in enumerate(instrument.indicators)}
    corrections.sort(key=lambda each: _order(each, order))
    unread = sum(each.target is None for each in corrections)
    sides = {each.unit.unit: each.sides for each in prepared}
    remarks = [*_remarks(reading, returnable, prepared, words, is_form)]
    returned = Returned(corrections, remarks, sides, unread, len(wrong))
    write = write_template if is_form else write_matrix
    content = write(
        instrument,
        [each.unit for each in prepared],
        file_name,
        words,
        entries={each.unit.unit: each.entries for each in prepared},
        notice=words.plural("returned.unread", unread) if unread else "",
        returned=returned,
    )
    return ReturnedBook(content, len(wrong), len(corrections))


def refuse_to_return(reading: Reading, returnable: Returnable) -> None:
    """Refuse what would be lost, and what holds no unit.

    Raises:
        ProblemsFound: with the other problems of the reading.
    """
    found = list(reading.problems)
    if returnable.misplaced:
        found.append(error("KP793", returnable.misplaced[0], count=len(returnable.misplaced)))
    elif not returnable.units:
        found.append(error("KP794"))
    else:
        return
    raise ProblemsFound(found)


def _corrections(
    wrong: Sequence[Problem],
    returnable: Returnable,
    prepared: Sequence[Prepared],
    instrument: Instrument,
    words: Words,
) -> Iterator[Correction]:
    """A row for each problem, and for each red cell of which no problem speaks by itself."""
    places = {
        where: Target(number, name, position)
        for number, unit in enumerate(prepared)
        for where, (name, position) in unit.places.items()
    }
    numbers = {unit.unit.unit: number for number, unit in enumerate(prepared)}
    written = {
        cell.where: shown(cell.content) for unit in returnable.units for found in unit.cells.values() for cell in found
    }
    origins = {target: where for where, target in reversed(places.items())}
    is_told: set[Target] = set()
    for problem in wrong:
        target = places.get(problem.where) if problem.where is not None else None
        if target is None and problem.where not in written:
            target = _beside(problem, prepared, numbers, instrument)
        if target is not None:
            is_told.add(target)
        stood = written.get(problem.where or Where("")) or returnable.passed_over.get(problem.where or Where(""))
        if stood is None:
            fact = problem.facts.get("written", "")
            stood = fact if isinstance(fact, str) else words.number(fact) if not isinstance(fact, tuple) else ""
        unit = problem.unit or (prepared[target.unit].unit.unit if target is not None else "")
        # What has no cell here is mended in the original, as is said of it there.
        said = f"{words.problem(problem)} [{problem.code}]" if target is None else complaint(problem, words)
        yield _correction(unit, problem.where, stood, said, target)
    for number, unit_prepared in enumerate(prepared):
        unit = unit_prepared.unit.unit
        for name, entry in unit_prepared.entries.items():
            for position, cell in enumerate(entry.answers or ()):
                target = Target(number, name, position)
                if cell.complaint and target not in is_told:
                    text = "" if cell.content is None or cell.content == MISSING else shown(cell.content)
                    yield _correction(unit, origins.get(target), text, cell.complaint, target)
        for name, found in unit_prepared.dropped.items():
            for each in found:
                if all(problem.where != each.where for problem in wrong):
                    text = words.text("returned.not_asked", id=name)
                    yield _correction(unit, each.where, shown(each.content), text, None)


def _beside(
    problem: Problem, prepared: Sequence[Prepared], numbers: Mapping[str, int], instrument: Instrument
) -> Target | None:
    """The cell for a problem that is about no answer: beside the answers of its unit, or of what is missing."""
    if problem.code not in _MISSING_CODES:
        unit = numbers.get(problem.unit or "")
        return None if unit is None else Target(unit, side=side_of(problem, instrument))
    names = problem.facts.get("missing", (str(problem.facts.get("near", "")),))
    units = problem.facts.get("units", tuple(numbers))
    assert isinstance(names, tuple)
    assert isinstance(units, tuple)
    for unit, name in product((numbers[unit] for unit in units if unit in numbers), names):
        entry = prepared[unit].entries.get(name)
        if entry is not None and any(cell.content == MISSING for cell in entry.answers or ()):
            return Target(unit, name)
    return None


def _remarks(
    reading: Reading, returnable: Returnable, prepared: Sequence[Prepared], words: Words, is_form: bool
) -> Iterator[Correction]:
    """What should be known beside the problems, and every text for which the workbook has no place."""
    for problem in reading.problems:
        if problem.level is not Level.ERROR:
            yield _correction(problem.unit or "", problem.where, "", words.problem(problem), None)
    for left in returnable.leftovers:
        yield _correction(left.unit, left.where, left.text, words.text("returned.leftover"), None)
    for unit, of in zip(returnable.units, prepared, strict=True):
        for texts in (unit.evidence, unit.remarks):
            for name, text in texts.items():
                if not is_form or name in of.dropped:
                    told = words.text("returned.leftover_of", id=name)
                    yield _correction(unit.answers.unit, None, text, told, None)


def _correction(unit: str, where: Where | None, written: str, text: str, target: Target | None) -> Correction:
    place = where or Where("")
    return Correction(unit, place.file, place.sheet or "", place.cell or "", written, text, target)


def _order(correction: Correction, order: Mapping[str, int]) -> tuple[int, int, int]:
    """Unit by unit, from top to bottom; what has no cell here comes last."""
    target = correction.target
    if target is None:
        return 1, 0, 0
    return 0, target.unit, order.get(target.indicator, -1)
