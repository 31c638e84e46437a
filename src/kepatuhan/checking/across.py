"""Rules about several indicator files at once (KP6xx): who asks for an edition, or for a year, gets one instrument."""

from collections.abc import Iterator, Sequence

from kepatuhan.instrument.loading import WrittenInstrument
from kepatuhan.problems import Problem, error


def problems_across(files: Sequence[WrittenInstrument]) -> Iterator[Problem]:
    """KP601: an id that two files have; KP602: a year for which two editions of one family hold.

    Each problem stands in the later file and names the earlier one. Two files of one id are not also asked about their
    years. What could not be read in a file is not compared.
    """
    for index, later in enumerate(files):
        for earlier in files[:index]:
            problem = _conflict(earlier, later)
            if problem is not None:
                yield problem
                break


def _conflict(earlier: WrittenInstrument, later: WrittenInstrument) -> Problem | None:
    one, other = earlier.entries, later.entries
    if one is None or other is None or not _are_read("id", earlier, later):
        return None
    if one.id == other.id:
        return error("KP601", later.document.where(("id",)), id=other.id, other=earlier.file)
    years = sorted({*one.years} & {*other.years})
    if (
        one.family == other.family
        and years
        and _are_read("family", earlier, later)
        and _are_read("years", earlier, later)
    ):
        where = later.document.where(("years",))
        shown = tuple(str(year) for year in years)
        return error("KP602", where, family=other.family, years=shown, other=earlier.file, instrument=one.id)
    return None


def _are_read(key: str, *files: WrittenInstrument) -> bool:
    return not any(file.gaps.touch((key,)) for file in files)
