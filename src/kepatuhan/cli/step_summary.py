"""What GitHub shows of a step on the page of its run: Markdown, added to the file that it names."""

import os
from pathlib import Path

from kepatuhan.cli.output import print_trouble
from kepatuhan.cli.settings import Settings
from kepatuhan.problems import reason_of
from kepatuhan.report.check_report import CheckReport

VARIABLE = "GITHUB_STEP_SUMMARY"


def write_step_summary(report: CheckReport, settings: Settings) -> None:
    """Add the report to the summary of the step, where there is one. A failure is told, and changes nothing else."""
    target = os.environ.get(VARIABLE)
    if not target:
        return
    from kepatuhan.report.check_summary import render_check_summary

    text = render_check_summary(report, settings.words)
    try:
        with Path(target).open("ab") as stream:
            stream.write(text.encode("utf-8", errors="replace"))
    except OSError as trouble:
        lost = settings.words.text("summary.lost", reason=reason_of(trouble))
        print_trouble([lost], settings.trouble_width)
