"""What a single value of an instrument file may be: exact numbers, weights, ids, texts; each with its JSON Schema.

The JSON Schema stands beside the rule it repeats, for editors; what is refused is decided by the rule.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kepatuhan.exact import Exact, from_ratio_text

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEARS = 1990, 2100
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_WRITTEN_ID = {"type": "string", "pattern": f"^{_ID.pattern}$"}
_WRITTEN_RATIO = {"type": "string", "pattern": r"^\s*[0-9]{1,20}\s*/\s*0*[1-9][0-9]*\s*$"}


class StandIn(str):
    """A text in place of one that was refused, so that the rest of a file can be judged; no rule looks at it."""

    __slots__ = ()


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


Number = Annotated[Exact, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Sum = Annotated[Exact, PlainValidator(_sum), WithJsonSchema({"anyOf": [{"type": "number"}, _WRITTEN_RATIO]})]
Weight = Annotated[
    Exact | Literal["sum"],
    PlainValidator(_weight),
    WithJsonSchema({"anyOf": [{"type": "number"}, _WRITTEN_RATIO, {"const": "sum"}]}),
]
Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string", "pattern": r"\S"})]
Id = Annotated[str, PlainValidator(_id), WithJsonSchema(_WRITTEN_ID)]
Colour = Annotated[str, PlainValidator(_colour), WithJsonSchema({"type": "string", "pattern": f"^{_COLOUR.pattern}$"})]
Year = Annotated[
    int, PlainValidator(_year), WithJsonSchema({"type": "integer", "minimum": _YEARS[0], "maximum": _YEARS[1]})
]
Effort = Annotated[
    int | Literal["outside"],
    PlainValidator(_effort),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": 5}, {"const": "outside"}]}),
]
