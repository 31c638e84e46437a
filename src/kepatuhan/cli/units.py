"""The unit that a person names on the command line."""

from kepatuhan.problems import ProblemsFound, error
from kepatuhan.scoring.results import Result, UnitResult
from kepatuhan.spelling import fold, nearest


def find_unit(wanted: str, result: Result) -> UnitResult:
    """The unit called ``wanted``, whatever the letter case and spaces.

    Raises:
        ProblemsFound: when there is none, with the one that was probably meant.
    """
    found = next((unit for unit in result.units if fold(unit.unit) == fold(wanted)), None)
    if found is None:
        names = tuple(unit.unit for unit in result.units)
        near = nearest(wanted, names, likeness=0.6) or ""
        raise ProblemsFound([error("KP780", name=wanted, known=names, near=near)])
    return found
