"""What a single value of an instrument file may be: exact numbers, weights, ids, texts; each with its JSON Schema.

The JSON Schema stands beside the rule it repeats, for editors; what is refused is decided by the rule.
"""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kepatuhan.exact import Exact, from_ratio_text

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEARS = 1990, 2100
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_WRITTEN_ID = {"type": "string", "pattern": f"^{_ID.pattern}$"}
_WRITTEN_RATIO = {"type": "string", "pattern": r"^\s*[0-9]{1,20}\s*/\s*0*[1-9][0-9]*\s*$"}


class StandIn(str):
    """A text in place of one that was refused, so that the rest of a file can be judged; no rule looks at it."""

    __slots__ = ()


class _Rule:
    """How pydantic takes a value: by ``rule`` alone, which returns what it means or raises; and what editors know."""

    def __init__(self, rule: Callable[[Any], Any], json_schema: Mapping[str, Any]) -> None:
        self._rule = rule
        self._json_schema = json_schema

    # pydantic's own PlainValidator makes a schema of the type as well, for which nobody asks, and takes twice the time.
    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._rule)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**self._json_schema}


def _wrong(kind: str) -> PydanticCustomError:
    """An error whose kind is an entry of the message catalogue (``kind.number``)."""
    return PydanticCustomError("kind", "{kind}", {"kind": kind})  # type: ignore[arg-type,unused-ignore]


def _number(value: Any) -> Exact:
    if isinstance(value, bool) or not isinstance(value, Exact):
        raise _wrong("kind.number")
    return value


def _weight(value: Any) -> "Exact | Literal['sum']":
    if isinstance(value, str):
        if value == "sum":
            return "sum"
        ratio = from_ratio_text(value)
        if ratio is None:
            raise _wrong("kind.weight")
        return ratio
    if isinstance(value, bool) or not isinstance(value, Exact):
        raise _wrong("kind.weight")
    return value


def _sum(value: Any) -> Exact:
    return _number(from_ratio_text(value) or value) if isinstance(value, str) else _number(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("kind.text")
    return value.strip()


def _id(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong("kind.quoted")
    if not _ID.fullmatch(value) and not isinstance(value, StandIn):
        raise _wrong("kind.id")
    return value


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise _wrong("kind.colour")
    return value.lower()


def _effort(value: Any) -> "int | Literal['outside']":
    if value == "outside":
        return "outside"
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 5:
        raise _wrong("kind.effort")
    return value


def _year(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not _YEARS[0] <= value <= _YEARS[1]:
        raise _wrong("kind.year")
    return value


_SPAN_OF_YEARS = {"type": "integer", "minimum": _YEARS[0], "maximum": _YEARS[1]}
_EASY_TO_HARD = {"type": "integer", "minimum": 1, "maximum": 5}

Number = Annotated[Exact, _Rule(_number, {"type": "number"})]
Sum = Annotated[Exact, _Rule(_sum, {"anyOf": [{"type": "number"}, _WRITTEN_RATIO]})]
Weight = Annotated[
    Exact | Literal["sum"], _Rule(_weight, {"anyOf": [{"type": "number"}, _WRITTEN_RATIO, {"const": "sum"}]})
]
Text = Annotated[str, _Rule(_text, {"type": "string", "pattern": r"\S"})]
Id = Annotated[str, _Rule(_id, _WRITTEN_ID)]
Colour = Annotated[str, _Rule(_colour, {"type": "string", "pattern": f"^{_COLOUR.pattern}$"})]
Year = Annotated[int, _Rule(_year, _SPAN_OF_YEARS)]
Effort = Annotated[int | Literal["outside"], _Rule(_effort, {"anyOf": [_EASY_TO_HARD, {"const": "outside"}]})]
