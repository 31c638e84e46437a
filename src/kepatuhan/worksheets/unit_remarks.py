"""What stands beside the label of a unit, such as "Tanpa Maladministrasi": formulas, and the text that they show.

Some answers that are not scored append a remark. A unit has it once, whichever of its answers append it; remarks stand
in the order of the instrument. The institution has those that every scored unit has.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kepatuhan.instrument.model import Indicator, Instrument, OptionScale
from kepatuhan.spelling import fold
from kepatuhan.worksheets.formula_text import quoted_text

_BETWEEN = ", "


def remarks_of(instrument: Instrument) -> tuple[str, ...]:
    """Every remark that an answer may append."""
    return tuple(dict.fromkeys(text for each in remarking(instrument) for text in each.appends.values()))


def remarking(instrument: Instrument) -> tuple[Indicator, ...]:
    """The indicators whose answers append something."""
    return tuple(indicator for indicator in instrument.indicators if indicator.appends)


def remarks_text(instrument: Instrument, remarks: Collection[str]) -> str:
    """The remarks of a unit or of the institution as the formulas show them."""
    return _BETWEEN.join(remark for remark in remarks_of(instrument) if remark in remarks)


def spellings_of(indicator: Indicator, remark: str) -> Sequence[str]:
    """Every spelling of an answer that appends ``remark``."""
    scale = indicator.scale
    assert isinstance(scale, OptionScale), "only options append something"
    return [spelling for spelling, option in scale.also.items() if indicator.appends.get(fold(option)) == remark]


def is_said(cell: str, spellings: Iterable[str]) -> str:
    """Whether the answer in ``cell`` is one of ``spellings``."""
    return f"OR({','.join(f'TRIM({cell})={quoted_text(text)}' for text in spellings)})"


def remarks_formula(conditions: Mapping[str, Sequence[str]], refused: str) -> str:
    """The remarks for which one of their conditions holds; none while ``refused``."""
    joined = _joined({remark: f"OR({','.join(of)})" for remark, of in conditions.items()})
    return f'=IFERROR(IF({refused},"",{joined}),"")'


def shared_formula(instrument: Instrument, marks: str, remarks: str, score: str) -> str:
    """The remarks that stand in every row of ``remarks`` that has a number in ``marks``; none without a ``score``."""
    conditions = {}
    for remark in remarks_of(instrument):
        within = f"{quoted_text(_BETWEEN)}&{remarks}&{quoted_text(_BETWEEN)}"
        have = f"ISNUMBER(FIND({quoted_text(_BETWEEN + remark + _BETWEEN)},{within}))"
        conditions[remark] = f"SUMPRODUCT(ISNUMBER({marks})*{have})=COUNT({marks})"
    return f'=IF(COUNT({score})=0,"",{_joined(conditions)})'


def _joined(conditions: Mapping[str, str]) -> str:
    parts = [f'IF({condition},{quoted_text(_BETWEEN + remark)},"")' for remark, condition in conditions.items()]
    return f"MID({'&'.join(parts)},{len(_BETWEEN) + 1},9999)"
