"""What a workbook of results costs beside bare XlsxWriter: ``python benchmarks/results.py [UNITS]`` (default: 1,000).

The bare side writes the same cells (every text, number, blank and formula with its result, as recorded), row by
row as we do, and works nothing out. Memory is that of a process that does nothing but write the workbook.
"""

import io
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from scoring import hundred_indicators, make_answers, seconds
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.workbook import write_results

ROUNDS = 3
KINDS = ("write_string", "write_number", "write_blank", "write_formula")
Call = tuple[str, str, tuple[Any, ...]]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    if sys.argv[2:] == ["--memory"]:
        write(count)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
        return
    ours = statistics.median(seconds(lambda: write(count)) for _ in range(ROUNDS))
    half = statistics.median(seconds(lambda: write(count // 2)) for _ in range(ROUNDS))
    calls = record(count)
    bare = statistics.median(seconds(lambda: replay(calls)) for _ in range(ROUNDS))
    command = [sys.executable, __file__, str(count), "--memory"]
    memory = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    print(f"{count} units of 100 indicators, {len(calls)} cells: {ours:.2f} s, {ours / bare:.2f} times bare XlsxWriter")
    print("(aim: at most 1.6)")
    print(f"from half as many: {ours / half:.2f} times as long (aim: about 2); memory {memory} MiB (aim: under 250)")


def write(count: int) -> bytes:
    """Score the units and write their workbook."""
    instrument = hundred_indicators()
    units = [UnitAnswers(f"Unit {number}", answers) for number, answers in enumerate(make_answers(instrument, count))]
    return write_results(Contents(kepatuhan.score(instrument, units), units, "0"), Words("id"))


def record(count: int) -> list[Call]:
    """Every cell that is written, in order, without writing it."""
    calls: list[Call] = []
    real = {kind: getattr(Worksheet, kind) for kind in KINDS}

    def recorder(kind: str) -> Callable[..., int]:
        def note(self: Any, *given: Any) -> int:
            values = [value for value in given if isinstance(value, str | int | float) or value is None]
            calls.append((self.get_name(), kind, tuple(values)))
            return 0

        return note

    for kind in KINDS:
        setattr(Worksheet, kind, recorder(kind))
    try:
        write(count)
    finally:
        for kind, method in real.items():
            setattr(Worksheet, kind, method)
    return calls


def replay(calls: list[Call]) -> None:
    """Write the same cells, without a thought."""
    with Workbook(io.BytesIO(), {"constant_memory": True}) as book:
        style = book.add_format({"text_wrap": True, "border": 1})
        sheets: dict[str, Any] = {}
        for name, kind, values in calls:
            if name not in sheets:
                sheets[name] = book.add_worksheet(name)
            sheet = sheets[name]
            if kind == "write_formula":
                *place, formula, shown = values
                sheet.write_formula(*place, formula, style, shown)
            elif kind == "write_blank":
                sheet.write_blank(*values[:2], None, style)
            else:
                getattr(sheet, kind)(*values, style)


if __name__ == "__main__":
    main()
