"""Problems for other programs, one by one, and ``kepatuhan.problems/1``: those of a refused run."""

import json
from collections.abc import Iterable
from typing import Any

from kepatuhan.messages import Words
from kepatuhan.problems import Problem

REFUSED_FORMAT = "kepatuhan.problems/1"


def render_refusal_json(problems: Iterable[Problem], words: Words) -> str:
    """The problems of a run that gave no result."""
    return document({"format": REFUSED_FORMAT, "problems": [problem_entry(p, words) for p in problems]})


def problem_entry(problem: Problem, words: Words) -> dict[str, Any]:
    """One problem; its place is a line and column for a text file, a sheet and cell for a workbook."""
    where = problem.where
    entry: dict[str, Any] = {"code": problem.code, "level": problem.level.value, "file": where.file if where else None}
    if where is not None and where.line is not None:
        entry |= {"line": where.line, "column": where.column}
    elif where is not None:
        entry |= {"sheet": where.sheet, "cell": where.cell}
    if problem.unit is not None:
        entry["unit"] = problem.unit
    return entry | {"message": words.problem(problem)}


def document(content: dict[str, Any]) -> str:
    """The text of a JSON document."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
