"""A check as Markdown, for the page that GitHub shows of a run: with what the annotations leave out."""

from kepatuhan.messages import Words
from kepatuhan.report.check_report import CheckReport, shown_of_each_file
from kepatuhan.report.explanation import address_of, is_full_address
from kepatuhan.report.markdown import escaped, row, rule
from kepatuhan.report.problems_text import summary_line

MOST = 500
"""How many problems it holds: GitHub takes 1 MiB of all steps of a job, and refuses the whole of a step with more."""


def render_check_summary(report: CheckReport, words: Words) -> str:
    """A heading, how many there are, and a table of the problems of each file."""
    heading = f"### kepatuhan check\n\n{escaped(summary_line(report.problems, len(report.files), words))}\n\n"
    rows: list[str] = []
    left_out = 0
    for shown, left in shown_of_each_file(report.problems):
        taken = shown[: MOST - len(rows)]
        left_out += left + len(shown) - len(taken)
        for problem in taken:
            address = address_of(problem.code)
            code = f"[{problem.code}]({address})" if is_full_address(address) else problem.code
            level = escaped(words.text(f"level.{problem.level.value}"))
            rows.append(row((escaped(words.where(problem.where)), level, escaped(words.problem(problem)), code)))
    if not rows:
        return heading
    header = row(words.text(f"summary.{column}") for column in ("place", "level", "problem", "code"))
    table = "\n".join([header, rule([False] * 4), *rows])
    more = f"\n{escaped(words.text('problems.more_in_all', count=left_out))}\n" if left_out else ""
    return f"{heading}{table}\n{more}\n"
