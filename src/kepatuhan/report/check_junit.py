"""``kepatuhan check --format junit``: the JUnit XML that Jenkins and GitLab read (``junit-10.xsd``).

Each file is a test suite and each problem a test case: one that makes the check fail is a failure, another one passes
and tells its message in ``system-out``. A file without problems is one test case that passes.
"""

from collections import Counter
from xml.etree import ElementTree

from kepatuhan.messages import Words, literal
from kepatuhan.problems import Problem
from kepatuhan.report.check_report import CheckReport, file_of, inside
from kepatuhan.report.page import Page


def render(report: CheckReport, words: Words, _page: Page) -> str:
    """A suite for every file that was checked, and for every other one that has problems."""
    by_file: dict[str, list[Problem]] = {file: [] for file in report.files}
    for problem in report.problems:
        by_file.setdefault(file_of(problem), []).append(problem)
    failures = sum(report.fails(problem) for problem in report.problems)
    tests = sum(max(len(problems), 1) for problems in by_file.values())
    top = ElementTree.Element("testsuites", name="kepatuhan check", tests=str(tests), failures=str(failures))
    for file, problems in by_file.items():
        _add_suite(top, literal(file) or "-", problems, report, words)
    ElementTree.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(top, encoding="unicode")}\n'


def _add_suite(top: ElementTree.Element, file: str, problems: list[Problem], report: CheckReport, words: Words) -> None:
    failing = sum(report.fails(problem) for problem in problems)
    suite = ElementTree.SubElement(
        top, "testsuite", name=file, tests=str(max(len(problems), 1)), failures=str(failing), errors="0", skipped="0"
    )
    names: Counter[str] = Counter()
    for problem in problems:
        name = " ".join(part for part in (problem.code, _place(problem)) if part)
        names[name] += 1
        unique = name if names[name] == 1 else f"{name} ({names[name]})"
        case = ElementTree.SubElement(suite, "testcase", classname=file, name=unique, file=file)
        place, message = words.where(problem.where), words.problem(problem)
        text = f"{place + ': ' if place else ''}{message}"
        if problem.where is not None and problem.where.line is not None:
            case.set("line", str(problem.where.line))
        if report.fails(problem):
            ElementTree.SubElement(case, "failure", type=problem.code, message=message).text = text
        else:
            level = words.text(f"level.{problem.level.value}")
            ElementTree.SubElement(case, "system-out").text = f"{level}: {text}"
    if not problems:
        ElementTree.SubElement(suite, "testcase", classname=file, name="kepatuhan check", file=file)


def _place(problem: Problem) -> str:
    where = problem.where
    if where is not None and where.line is not None:
        return f"{where.line}:{where.column or 1}"
    return literal(inside(problem))
