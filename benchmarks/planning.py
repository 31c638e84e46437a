"""Plans of least effort: ``python benchmarks/planning.py``.

The whole process of ``kepatuhan plan``, each unit and the institution, as a ratio to ``kepatuhan score`` of the same
workbook: 40 indicators of unequal weights, marks 0 to 3 and efforts 1 to 5 drawn at random. Then the same with more
units: how the time grows, the memory, and whether the plans are still exact. With "many denominators" every second unit
answers two indicators with "not applicable" and others twice, which gives each unit gains of its own.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

INDICATORS = 40
ROUNDS = 7
KINDS = ("whole marks", "many denominators", "equal weights")


def write_instrument(folder: Path, kind: str) -> Path:
    dice = random.Random(2026)
    lines = [
        "{format: 1, id: forty, family: forty, title: Forty, issuer: us, years: [2026], target: 90,",
        "level_names: [Dimension, Indicator],",
        "bands: {assumption: made up, rows: [{from: 88, category: A, zone: hijau}, {from: 0, category: B}]},",
        "scales: {marks: {worst: 0, best: 3, whole: true}}, within: {sum: 100, assumption: made up}, components: [",
    ]
    for dimension, weight in enumerate(("21.85", "32.37", "24.24", "21.54")):
        lines.append(f"{{id: d{dimension}, title: D, weight: {weight}, defaults: {{scale: marks}},")
        lines.append("within: {assumption: made up}, components: [")
        for number in range(INDICATORS // 4):
            own = 1 if kind == "equal weights" else f"{dice.randint(1, 9)}.{dice.randint(10, 99)}"
            lines.append(
                f'{{id: "I.{dimension}{number}", title: Indicator, weight: {own}, effort: {dice.randint(1, 5)}, '
                "not_applicable: allowed, observed: officer, remedy: Do better.},"
            )
        lines.append("]},")
    lines.append("]}")
    file = folder / f"{kind.replace(' ', '-')}.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def write_workbook(folder: Path, units: int, kind: str) -> Path:
    dice = random.Random(units)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Jawaban")
    sheet.append(["Unit", *(f"I.{d}{n}" for d in range(4) for n in range(INDICATORS // 4))])
    for unit in range(units):
        answers: list[object] = [dice.choice((0, 1, 2, 2, 3, 3)) for _ in range(INDICATORS)]
        if kind == "many denominators" and unit % 2:
            for place in dice.sample(range(INDICATORS), 2):
                answers[place] = "tidak berlaku"
            sheet.append([f"Unit {unit}", *(dice.randint(0, 3) if dice.random() < 0.2 else None for _ in answers)])
        sheet.append([f"Unit {unit}", *answers])
    file = folder / f"{units}-{kind.replace(' ', '-')}.xlsx"
    book.save(file)
    return file


def run(*arguments: str) -> tuple[float, float, str]:
    """The seconds of a run, its peak memory in MiB, and what it printed."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([sys.executable, "-m", "kepatuhan", *arguments], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        assert os.waitstatus_to_exitcode(status) == 0
        output.seek(0)
        return seconds, usage.ru_maxrss / 1024, output.read().decode()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in KINDS:
            instrument = str(write_instrument(folder, kind))
            book = str(write_workbook(folder, 7, kind))
            common = (book, "--instrument", instrument)
            run("plan", *common)
            pairs = [(run("plan", *common)[0], run("score", *common)[0]) for _ in range(ROUNDS)]
            ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
            print(f"7 units, {kind}: {ours / theirs:.2f} times score (aim: under 3)")
            for units in (60, 120, 300):
                book = str(write_workbook(folder, units, kind))
                seconds, memory, output = run("plan", book, "--instrument", instrument, "--format", "json")
                scored = run("score", book, "--instrument", instrument)[0]
                plan = json.loads(output)
                exact = "exact" if plan["exact"] else "bounded"
                aim = " (aim: exact, under 20 s, under 500 MiB)" if units == 60 else ""
                effort = plan["institution"]["effort"]
                print(
                    f"{units} units, {kind}: {seconds:.1f} s, {seconds / scored:.1f} times score, {memory:.0f} MiB, "
                    f"effort {effort}, {exact}{aim}"
                )


if __name__ == "__main__":
    main()
