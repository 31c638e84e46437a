"""Problems for other programs: ``kepatuhan.problems/1`` for a refused run, ``kepatuhan.check/1`` for a check."""

import json
from collections.abc import Iterable
from typing import Any

from kepatuhan.messages import Words
from kepatuhan.problems import Problem

REFUSED_FORMAT = "kepatuhan.problems/1"
CHECK_FORMAT = "kepatuhan.check/1"
DOCUMENTATION = "docs/problems.md"
"""Where every code is explained, as seen from the top of the project."""


def render_refusal_json(problems: Iterable[Problem], words: Words) -> str:
    """The problems of a run that gave no result."""
    return _document({"format": REFUSED_FORMAT, "problems": [problem_entry(p, words) for p in problems]})


def render_check_json(problems: Iterable[Problem], files: int, words: Words) -> str:
    """The findings of a check of ``files`` files, each with the address of its explanation."""
    entries = [problem_entry(problem, words) | {"url": address_of(problem.code)} for problem in problems]
    return _document({"format": CHECK_FORMAT, "files": files, "problems": entries})


def address_of(code: str) -> str:
    """Where a code is explained."""
    return f"{DOCUMENTATION}#{code.lower()}"


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


def _document(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
