"""Rules about several indicator files at once (KP6xx): who asks for an edition, or for a year, gets one instrument."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kepatuhan.instrument.loading import WrittenInstrument
from kepatuhan.problems import Problem, Where, error


class Claim(NamedTuple):
    """What a file claims for itself, and where. What could not be read in it is None, and is not compared."""

    file: str
    id: str
    id_at: Where
    family: str | None
    years: frozenset[int]
    years_at: Where


def claim_of(written: WrittenInstrument) -> Claim | None:
    """The claim of a file; None where its id could not be read."""
    entries = written.entries
    if entries is None or written.gaps.touch(("id",)):
        return None
    is_read = not (written.gaps.touch(("family",)) or written.gaps.touch(("years",)))
    family = entries.family if is_read else None
    where = written.document.where
    return Claim(written.file, entries.id, where(("id",)), family, frozenset(entries.years), where(("years",)))


def problems_across(claims: Iterable[Claim]) -> Iterator[Problem]:
    """KP601: an id that two files have; KP602: a year for which two editions of one family hold.

    Each problem stands in the later file and names the earliest one. Two files of one id are not also asked about their
    years.
    """
    first_with_id: dict[str, int] = {}
    first_with_year: dict[tuple[str, int], int] = {}
    earlier: list[Claim] = []
    for number, claim in enumerate(claims):
        years = [(claim.family, year) for year in claim.years] if claim.family is not None else []
        same_id = first_with_id.setdefault(claim.id, number)
        same_year = min((first_with_year.setdefault(year, number) for year in years), default=number)
        earlier.append(claim)
        if same_id < number and same_id <= same_year:
            yield error("KP601", claim.id_at, id=claim.id, other=earlier[same_id].file)
        elif same_year < number:
            other = earlier[same_year]
            shown = tuple(str(year) for year in sorted(claim.years & other.years))
            family = claim.family or ""
            yield error("KP602", claim.years_at, family=family, years=shown, other=other.file, instrument=other.id)
