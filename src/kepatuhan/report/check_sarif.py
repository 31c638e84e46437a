"""``kepatuhan check --format sarif``: SARIF 2.1.0, for code scanning.

A problem in a workbook has no region, which SARIF knows for text files only: its sheet and cell are a logical location,
and stand at the beginning of its message for the many viewers that do not show one.
"""

import hashlib
from collections import Counter
from typing import Any
from urllib.parse import quote

from kepatuhan.messages import Words
from kepatuhan.messages.explanation import explanations
from kepatuhan.problems import Level, Problem
from kepatuhan.report.check_report import CheckReport, file_of, inside
from kepatuhan.report.explanation import address_of, is_full_address
from kepatuhan.report.page import Page
from kepatuhan.report.problems_json import document

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
_TOP = "%SRCROOT%"
FINGERPRINT = "kepatuhanPlace/v1"


def render(report: CheckReport, words: Words, _page: Page) -> str:
    """One run with every problem, and the codes that occur in it as rules."""
    codes = sorted({problem.code for problem in report.problems})
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "kepatuhan",
                "version": report.version,
                "rules": [_rule(code, report.rule_names.get(code), words) for code in codes],
            }
        },
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, report, words, codes, seen) for problem in report.problems],
    }
    return document(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]},
    )


def _rule(code: str, name: str | None, words: Words) -> dict[str, Any]:
    """What is known of a code. SARIF takes full addresses only: another one stands in the help text alone."""
    address = address_of(code)
    where = words.text("rule.help", code=code, address=address)
    link = {"helpUri": address} if is_full_address(address) else {}
    told = explanations(words.language).get(code)
    if told is None:
        return {"id": code, "shortDescription": {"text": words.template(code)}, "help": {"text": where}, **link}
    return {
        "id": code,
        **({"name": name} if name else {}),
        "shortDescription": {"text": f"{told.title}."},
        "fullDescription": {"text": told.why},
        "help": {"text": f"{told.mend} {where}"},
        **link,
    }


def _result(
    problem: Problem, report: CheckReport, words: Words, codes: list[str], seen: "Counter[str]"
) -> dict[str, Any]:
    place, text = inside(problem), words.problem(problem)
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVELS[problem.level],
        "message": {"text": f"{place}: {text}" if place else text},
    }
    if problem.where is not None:
        result["locations"] = [_location(problem)]
    return result | {"partialFingerprints": {FINGERPRINT: _fingerprint(problem, report, seen)}}


def _location(problem: Problem) -> dict[str, Any]:
    where = problem.where
    assert where is not None
    physical: dict[str, Any] = {"artifactLocation": _artifact(where.file)}
    if where.line is not None:
        physical["region"] = {"startLine": where.line, "startColumn": where.column or 1}
    location: dict[str, Any] = {"physicalLocation": physical}
    if inside(problem):
        location["logicalLocations"] = [
            {
                "name": where.cell or where.sheet,
                "fullyQualifiedName": inside(problem),
                "kind": "cell" if where.cell else "sheet",
            }
        ]
    return location


def _artifact(file: str) -> dict[str, str]:
    """A file as a reference from the top of what is checked; one elsewhere by its full address."""
    encoded = quote(file, errors="surrogateescape")
    if file.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if file[1:3] == ":/":
        return {"uri": f"file:///{file[:2]}{encoded[4:]}"}
    return {"uri": encoded, "uriBaseId": _TOP}


def _fingerprint(problem: Problem, report: CheckReport, seen: "Counter[str]") -> str:
    """What stays the same while other lines of the file come and go: the code, and the text of its line or its cell."""
    line = report.source_line(problem)
    parts = (file_of(problem), problem.code, inside(problem), (line or "").strip())
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", errors="surrogateescape")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
