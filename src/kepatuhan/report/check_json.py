"""``kepatuhan check --format json``: the format ``kepatuhan.check/1``."""

from kepatuhan.messages import Words
from kepatuhan.report.check_report import CheckReport
from kepatuhan.report.explanation import address_of
from kepatuhan.report.page import Page
from kepatuhan.report.problems_json import document, problem_entry

FORMAT = "kepatuhan.check/1"


def render(report: CheckReport, words: Words, _page: Page) -> str:
    """Every problem, each with the address of its explanation."""
    entries = [problem_entry(problem, words) | {"url": address_of(problem.code)} for problem in report.problems]
    return document({"format": FORMAT, "files": len(report.files), "problems": entries})
