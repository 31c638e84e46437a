"""Score the public-service compliance of Indonesian regional governments.

Five names lead from a workbook to scores::

    import kepatuhan

    instrument = kepatuhan.load_instrument("ombudsman-2022")
    reading = kepatuhan.read_answers(["units.xlsx"], instrument)
    result = kepatuhan.score(instrument, reading.units)
    for unit in result.units:
        print(unit.unit, unit.score, unit.band.zone if unit.band else "-", unit.gap)

Scores are ``decimal.Decimal`` on 0..``instrument.full_score``, rounded half up once; nothing passes through a float.
What is wrong with an input is raised as :class:`ProblemsFound`, with every problem at its file, sheet and cell.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "NOT_APPLICABLE",
    "AnswerError",
    "DirectScore",
    "Explanation",
    "Instrument",
    "Observations",
    "Plan",
    "Problem",
    "ProblemsFound",
    "Reading",
    "Result",
    "UnitAnswers",
    "check_instrument",
    "explain",
    "load_instrument",
    "plan",
    "read_answers",
    "score",
]

if TYPE_CHECKING:
    from kepatuhan.api import check_instrument, load_instrument, read_answers
    from kepatuhan.instrument.model import Instrument
    from kepatuhan.problems import Problem, ProblemsFound
    from kepatuhan.scoring.answers import NOT_APPLICABLE, DirectScore, Observations, UnitAnswers
    from kepatuhan.scoring.explaining import Explanation, explain
    from kepatuhan.scoring.layout import AnswerError
    from kepatuhan.scoring.planning import Plan, plan
    from kepatuhan.scoring.results import Result
    from kepatuhan.scoring.scoring import score
    from kepatuhan.workbook.reading import Reading

_HOMES = {
    "NOT_APPLICABLE": "scoring.answers",
    "AnswerError": "scoring.layout",
    "DirectScore": "scoring.answers",
    "Explanation": "scoring.explaining",
    "Instrument": "instrument.model",
    "Observations": "scoring.answers",
    "Plan": "scoring.planning",
    "Problem": "problems",
    "ProblemsFound": "problems",
    "Reading": "workbook.reading",
    "Result": "scoring.results",
    "UnitAnswers": "scoring.answers",
    "check_instrument": "api",
    "explain": "scoring.explaining",
    "load_instrument": "api",
    "plan": "scoring.planning",
    "read_answers": "api",
    "score": "scoring.scoring",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: the command line should not wait for what it does not need."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
