"""Reading workbooks, as ratios to openpyxl that only iterates the same cells: ``python benchmarks/reading.py``.

Every figure is a median of whole processes, run in turn so that a slow moment of the machine meets both sides. Ours
opens, reads, judges, scores and writes a csv; the other opens read-only, takes every value and does nothing with it.
The workbooks are written into a temporary folder first, by XlsxWriter. Memory is what our process took at its peak.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scoring import UNITS, hundred_indicators, hundred_indicators_text
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

FILES, SHEETS = 300, 600
IDS = [indicator.id for indicator in hundred_indicators().indicators]

ITERATE = """
import sys, openpyxl
for file in sys.argv[1:]:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
    book.close()
"""


class Took(NamedTuple):
    """What a process took: seconds, and MiB at its peak."""

    seconds: float
    memory: float


def matrix(file: Path, units: int, *, are_numbers: bool, is_inline: bool) -> Path:
    """A row a unit, a column an indicator; marks as numbers or as texts, texts shared or inline."""
    dice = random.Random(2026)
    with Workbook(str(file), {"constant_memory": is_inline}) as book:
        sheet = book.add_worksheet("Jawaban")
        sheet.write_row(0, 0, ["Unit", *IDS])
        for row in range(1, units + 1):
            sheet.write_string(row, 0, f"Dinas {row}")
            for column in range(1, len(IDS) + 1):
                mark = dice.randint(0, 3)
                if are_numbers:
                    sheet.write_number(row, column, mark)
                else:
                    sheet.write_string(row, column, str(mark))
    return file


def forms(file: Path, units: Sequence[str]) -> Path:
    """A sheet a unit, a row an indicator."""
    dice = random.Random(2026)
    with Workbook(str(file)) as book:
        for unit in units:
            sheet: Worksheet = book.add_worksheet(unit)
            sheet.write_row(0, 0, ["Unit", unit])
            sheet.write_row(2, 0, ["Kode", "Indikator", "Jawaban", "Catatan"])
            for row, name in enumerate(IDS, start=3):
                sheet.write_row(row, 0, [name, f"Indikator {name}", dice.randint(0, 3), "lengkap"])
    return file


def run(*arguments: str) -> Took:
    """Run python with ``arguments``."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{arguments[:4]} failed")
    return Took(seconds, usage.ru_maxrss / 1024)


def compare(name: str, aim: float, ours: Sequence[str], theirs: Sequence[str], rounds: int) -> float:
    """Print the ratio of the medians of both, run in turn, and our memory; return our median in seconds."""
    pairs = [(run(*ours), run(*theirs)) for _ in range(rounds)]
    mine = statistics.median(took.seconds for took, _ in pairs)
    other = statistics.median(took.seconds for _, took in pairs)
    memory = max(took.memory for took, _ in pairs)
    print(f"{name}: {mine:.2f} s / {other:.2f} s = {mine / other:.2f} (aim: at most {aim}); {memory:.0f} MiB")
    return mine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="runs of each process (default: 3)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        instrument = root / "hundred.yaml"
        instrument.write_text(hundred_indicators_text(), encoding="utf-8")

        def score(*files: Path) -> list[str]:
            command = ["-m", "kepatuhan", "score", *map(str, files)]
            return [*command, "--instrument", str(instrument), "--format", "csv"]

        def iterate(*files: Path) -> list[str]:
            return ["-c", ITERATE, *map(str, files)]

        for name, aim, are_numbers, is_inline in (
            ("texts, shared", 0.6, False, False),
            ("texts, inline", 0.5, False, True),
            ("numbers", 0.6, True, False),
        ):
            file = matrix(root / "matrix.xlsx", UNITS, are_numbers=are_numbers, is_inline=is_inline)
            last = compare(f"{UNITS} units, {name}", aim, score(file), iterate(file), rounds)
        twice = matrix(root / "twice.xlsx", 2 * UNITS, are_numbers=True, is_inline=False)
        double = statistics.median(run(*score(twice)).seconds for _ in range(rounds))
        print(f"{2 * UNITS} units: {double / last:.2f} times {UNITS} (aim: at most 2.2)")
        files = [forms(root / f"unit-{number}.xlsx", [f"Dinas {number}"]) for number in range(FILES)]
        compare(f"{FILES} workbooks of one unit", 0.6, score(*files), iterate(*files), rounds)
        sheets = forms(root / "sheets.xlsx", [f"Dinas {number}" for number in range(SHEETS)])
        compare(f"{SHEETS} sheets of one unit", 0.8, score(sheets), iterate(sheets), rounds)


if __name__ == "__main__":
    main()
