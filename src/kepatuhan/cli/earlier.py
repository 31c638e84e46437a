"""``--previous``: the scores of an earlier assessment under the same instrument, from its workbook or its json."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from kepatuhan.api import read_answers
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import ProblemsFound, Where, error, reason_of
from kepatuhan.scoring.scoring import score
from kepatuhan.workbook.reading import Reading
from kepatuhan.worksheets.recap_columns import Earlier

_FORMAT = "kepatuhan.score/1"
_LARGEST = 64 * 1024 * 1024
"""More bytes than the json of ten thousand units with every indicator takes."""


def read_earlier(file: Path, instrument: Instrument) -> Earlier:
    """The scores in ``file``: a workbook is scored anew, a json (``kepatuhan score --output``) is taken as it is.

    Raises:
        ProblemsFound: when it cannot be read or scored, or is no assessment under this instrument.
    """
    if file.suffix.lower() != ".json":
        reading = _read_workbook(file, instrument)
        result = score(instrument, reading.units)
        is_partial = any(problem.code == "KP798" for problem in reading.problems)
        institution = None if is_partial else result.institution.score
        return Earlier(file.stem, institution, {unit.unit: unit.score for unit in result.units})
    found = _load(file)
    where = Where(str(file))
    made_for = found["instrument"]
    if made_for["id"] != instrument.id:
        raise ProblemsFound([error("KP796", where, found=str(made_for["id"]), wanted=instrument.id)])
    if made_for["fingerprint"] != instrument.fingerprint:
        raise ProblemsFound([error("KP797", where, id=instrument.id)])
    units = {unit["unit"]: unit["score"] for unit in found["units"]}
    scores = [score for score in (found["institution"]["score"], *units.values()) if score is not None]
    if not all(0 <= score <= instrument.full_score for score in scores):
        raise ProblemsFound([error("KP795", where)])
    return Earlier(file.stem, found["institution"]["score"], units)


def _read_workbook(file: Path, instrument: Instrument) -> Reading:
    """The answers of last time; of another edition the reason is said, not how to score it."""
    try:
        return read_answers(file, instrument)
    except ProblemsFound as found:
        other = next((problem for problem in found.problems if problem.code == "KP716"), None)
        if other is None:
            raise
        facts = {"found": str(other.facts["carried"]), "wanted": instrument.id}
        raise ProblemsFound([error("KP796", Where(str(file)), **facts)]) from found


def _load(file: Path) -> dict[str, Any]:
    """The contents of a json of ours, its scores as they are written there."""
    where = Where(str(file))
    try:
        if file.stat().st_size > _LARGEST:
            raise ProblemsFound([error("KP795", where)])
        found = json.loads(file.read_text(encoding="utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except OSError as trouble:
        raise ProblemsFound([error("KP702", where, reason=reason_of(trouble))]) from trouble
    except (ValueError, RecursionError):
        raise ProblemsFound([error("KP795", where)]) from None
    if not _is_ours(found):
        raise ProblemsFound([error("KP795", where)])
    contents: dict[str, Any] = found
    return contents


def _is_ours(found: object) -> bool:
    """Whether it has everything that is looked at, as we write it."""
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return False
    made_for, institution, units = found.get("instrument"), found.get("institution"), found.get("units")
    if not isinstance(made_for, dict) or not {"id", "fingerprint"} <= made_for.keys():
        return False
    if not isinstance(units, list) or not all(isinstance(unit, dict) for unit in units):
        return False
    scored = [institution, *units]
    return all(isinstance(entry, dict) and isinstance(entry.get("score"), Decimal | None) for entry in scored) and all(
        isinstance(unit.get("unit"), str) for unit in units
    )
