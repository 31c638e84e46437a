"""From the records of all sheets to one set of answers per unit; what is there twice or contradicts itself is named."""

from fractions import Fraction

from kepatuhan.exact import Exact, simplest
from kepatuhan.instrument.model import WHOLE_UNIT
from kepatuhan.scoring.answers import Answer, DirectScore, UnitAnswers, observed
from kepatuhan.scoring.scorer import Scorer
from kepatuhan.spelling import fold, nearest
from kepatuhan.workbook.assembly import Assembly
from kepatuhan.workbook.cells import Place
from kepatuhan.workbook.completeness import complain_of_missing
from kepatuhan.workbook.recaps import set_recaps_aside
from kepatuhan.workbook.records import UnitRecord
from kepatuhan.workbook.shares import complain_of_shares
from kepatuhan.workbook.unit_names import tell_of_names
from kepatuhan.workbook.weighted_points import complain_of_weighted_points

Doubles = dict[tuple[int, int, int, int], list[tuple[str, Place, Place]]]
"""Second cells of one indicator: by the two sheets and rows, the id and both cells."""


def assemble(assembly: Assembly) -> list[UnitAnswers]:
    """The answers of every unit, in reading order; what is wrong with them is added to the assembly's problems."""
    scorer = Scorer(assembly.instrument)
    set_recaps_aside(assembly)
    complain_of_shares(assembly)
    complain_of_weighted_points(assembly)
    units = [_unit(assembly, record, scorer) for record in assembly.records.values()]
    complain_of_missing(assembly)
    tell_of_names(assembly)
    return units


def _unit(assembly: Assembly, record: UnitRecord, scorer: Scorer) -> UnitAnswers:
    unit_type = _type(assembly, record)
    answers = _merge(assembly, record)
    direct = _direct(assembly, record)
    _complain_of_other_types(assembly, record, answers, unit_type)
    direct = _direct_of_type(assembly, record, direct, unit_type, scorer)
    _complain_of_counting_twice(assembly, record, answers, direct)
    unit = UnitAnswers(record.name, answers, direct, unit_type, _count(assembly, record))
    if len(direct) > 1 and not record.unreadable:
        for found in scorer.direct_disagreements(UnitAnswers(record.name, {}, direct, unit_type)):
            place = next(given.place for name, given in record.given if name == found.component_id)
            assembly.complain(
                "KP815",
                place,
                record,
                unit=record.name,
                id=found.component_id,
                stated=found.stated,
                below=_rounded(found.from_below),
                most=found.most,
            )
    return unit


def _merge(assembly: Assembly, record: UnitRecord) -> dict[str, Answer]:
    """The log of a unit as answers: one cell per indicator, or its observations together."""
    single = record.log.single_answers()
    if single is not None:
        return single
    answers: dict[str, Answer] = {}
    several: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    for position, name in enumerate(record.log.ids):
        if name in first:
            several.setdefault(name, [first[name]]).append(position)
        else:
            first[name] = position
            answers[name] = record.log.values[position]
    twice: Doubles = {}
    for name, positions in several.items():
        places = [record.log.place_at(position) for position in positions]
        if assembly.indicators[name].observed is None:
            for place in places[1:]:
                rows = (places[0].sheet, places[0].row, place.sheet, place.row)
                twice.setdefault(rows, []).append((name, places[0], place))
            continue
        elsewhere = next((place for place in places if place.sheet != places[0].sheet), None)
        if elsewhere is not None:
            assembly.complain("KP816", elsewhere, record, id=name, other=assembly.address(places[0], elsewhere))
        cells = [(record.log.values[position], record.log.weights.get(position, 1)) for position in positions]
        together = observed(cells)
        assert together is not None
        answers[name] = together
    _complain_of_doubles(assembly, record, twice)
    return answers


def _complain_of_doubles(assembly: Assembly, record: UnitRecord, twice: Doubles) -> None:
    """What is there twice: one problem for each pair of rows, however many cells they share."""
    for doubles in twice.values():
        name, one, other = doubles[0]
        assembly.complain(
            "KP812" if len(doubles) == 1 else "KP824",
            other,
            record,
            id=name,
            unit=record.name,
            other=assembly.address(one, other),
            more=len(doubles) - 1,
        )


def _direct(assembly: Assembly, record: UnitRecord) -> dict[str, DirectScore]:
    direct: dict[str, DirectScore] = {}
    places: dict[str, Place] = {}
    twice: Doubles = {}
    for name, given in record.given:
        if name in direct:
            first, place = places[name], given.place
            twice.setdefault((first.sheet, first.row, place.sheet, place.row), []).append((name, first, place))
            continue
        direct[name] = DirectScore(given.value, assembly.instrument.full_score if given.most is None else given.most)
        places[name] = given.place
    _complain_of_doubles(assembly, record, twice)
    return direct


def _complain_of_counting_twice(
    assembly: Assembly, record: UnitRecord, answers: dict[str, Answer], direct: dict[str, DirectScore]
) -> None:
    """A score given directly, and answers below it: one of them would be left out silently."""
    if not direct:
        return
    for name, given in record.given:
        below = [
            leaf
            for leaf in answers
            if assembly.indicators[leaf].scored and (name in (WHOLE_UNIT, leaf) or name in assembly.above[leaf])
        ]
        if below:
            other = assembly.address(record.log.places_of(below[0])[0], given.place)
            assembly.complain("KP814", given.place, record, id=name, below=below[0], other=other, more=len(below) - 1)


def _complain_of_other_types(
    assembly: Assembly, record: UnitRecord, answers: dict[str, Answer], unit_type: str | None
) -> None:
    if unit_type is None:
        return
    for name in answers:
        indicator = assembly.indicators[name]
        if not indicator.fits(unit_type):
            for place in record.log.places_of(name)[:1]:
                title = assembly.instrument.unit_types[unit_type]
                assembly.complain("KP813", place, record, id=name, type=title)


def _direct_of_type(
    assembly: Assembly, record: UnitRecord, direct: dict[str, DirectScore], unit_type: str | None, scorer: Scorer
) -> dict[str, DirectScore]:
    """The direct scores without those of components that units of this type do not have (a problem each)."""
    known = scorer.scored_ids(unit_type)
    for name, given in record.given:
        if name not in known and unit_type is not None:
            assembly.complain("KP813", given.place, record, id=name, type=assembly.instrument.unit_types[unit_type])
    return {name: given for name, given in direct.items() if name in known}


def _type(assembly: Assembly, record: UnitRecord) -> str | None:
    """The key of the unit's type; an instrument with ``only_for`` needs to know it."""
    types = assembly.instrument.unit_types
    found: str | None = None
    for text, place in record.types:
        key = assembly.type_keys.get(fold(text))
        if key is None and types:
            near = nearest(text, assembly.type_keys) or ""
            assembly.complain("KP818", place, record, written=text, known=tuple(types.values()), near=near)
            return None
        if found is not None and key != found:
            assembly.complain("KP818", place, record, written=text, known=(types[found],), near="")
            return found
        found = key
    if found is None and assembly.needs_types:
        assembly.complain("KP825", record.place, record, unit=record.name, known=tuple(types.values()))
    return found


def _count(assembly: Assembly, record: UnitRecord) -> int | None:
    """The count that a weighted roll-up needs, once the workbook has a column for it."""
    if assembly.instrument.roll_up.by is None or not assembly.has_count_column:
        return None
    by = assembly.instrument.roll_up.by
    if not record.counts:
        if record.has_unreadable_count:
            return None
        assembly.complain("KP817", record.place, record, unit=record.name, by=by)
        return None
    count, place = record.counts[0]
    for other, other_place in record.counts[1:]:
        if other != count:
            assembly.complain(
                "KP826", other_place, record, by=by, written=other, other=assembly.address(place, other_place)
            )
    if count <= 0 or count.denominator != 1:
        assembly.complain("KP827", place, record, by=by, written=count)
        return None
    return count.numerator


def _rounded(value: Exact) -> Exact:
    """A value short enough for a message."""
    return simplest(round(Fraction(value), 2))
