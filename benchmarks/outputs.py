"""What each form of a result costs beside the scoring of 10,000 units: ``python benchmarks/outputs.py``."""

import statistics

from scoring import UNITS, hundred_indicators, make_answers, seconds

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.report.score_csv import render_score_csv
from kepatuhan.report.score_json import render_score_json
from kepatuhan.report.score_markdown import render_score_markdown
from kepatuhan.report.score_report import InputHash, ScoreReport

ROUNDS = 5


def main() -> None:
    instrument = hundred_indicators()
    data = make_answers(instrument, UNITS)
    units = [kepatuhan.UnitAnswers(f"unit {number}", answers) for number, answers in enumerate(data)]
    words = Words("id")
    report = ScoreReport(kepatuhan.score(instrument, units), (InputHash("units.xlsx", "0" * 64),), (), "0")
    scoring = statistics.median(seconds(lambda: kepatuhan.score(instrument, units)) for _ in range(ROUNDS))
    csv = statistics.median(seconds(lambda: render_score_csv(report, words)) for _ in range(ROUNDS))
    print(f"scoring {UNITS} units: {scoring:.2f} s")
    print(f"csv: {csv:.2f} s, {csv / scoring:.2f} of the scoring (aim: at most 0.1)")
    json = seconds(lambda: render_score_json(report, words))
    markdown = seconds(lambda: render_score_markdown(report, words))
    print(f"json: {json / scoring:.1f} times the scoring; markdown: {markdown / scoring:.1f} times")


if __name__ == "__main__":
    main()
