"""What a workbook of results costs beside bare XlsxWriter: ``python benchmarks/results.py [UNITS]`` (default: 1,000).

The bare side writes the same cells (every text, number, blank and formula with its result, noted before the clock
runs), row by row as we do, and works nothing out; it does not look for newer functions in formulas either, as we do
not. Both are measured in processor time, each in a process of its own, which also says how much memory it took at most.
"""

import io
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from scoring import hundred_indicators, make_answers
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

import kepatuhan
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import UnitAnswers
from kepatuhan.worksheets.book import PlainSheet
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.workbook import write_results

KINDS = ("write_string", "write_number", "write_blank", "write_formula")
Call = tuple[str, str, tuple[Any, ...]]


class Cost(NamedTuple):
    """Processor time in seconds, memory in MiB, and the size of the workbook in bytes."""

    seconds: float
    memory: int
    size: int


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    if len(sys.argv) > 2:
        run_alone(count, *sys.argv[2:])
        return
    with tempfile.TemporaryDirectory() as folder:
        noted = Path(folder) / "cells"
        cells = int(alone(count, "note", str(noted))[0])
        bare = Cost(*alone(count, "bare", str(noted)))
    ours, half = (Cost(*alone(number, "ours")) for number in (count, count // 2))
    print(f"{count} units of 100 indicators, {cells} cells, {ours.size / 1e6:.1f} MB:")
    print(
        f"{ours.seconds:.1f} s, {ours.seconds / bare.seconds:.2f} times bare XlsxWriter ({bare.seconds:.1f} s; aim 1.6)"
    )
    print(f"from half as many: {ours.seconds / half.seconds:.2f} times as long (aim: about 2)")
    print(f"memory {ours.memory} MiB (aim: under 250); bare {bare.memory} MiB, with the noted cells in it")


def alone(count: int, *what: str) -> list[Any]:
    """What a process of its own prints about one part of the work."""
    command = [sys.executable, __file__, str(count), *what]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return [float(printed[0]), *map(int, printed[1:])]


def run_alone(count: int, what: str, file: str = "") -> None:
    """The part itself."""
    if what == "note":
        calls = record(count)
        Path(file).write_bytes(pickle.dumps(calls))
        print(len(calls))
        return
    work: Callable[[], bytes] = lambda: write(count)  # noqa: E731
    if what == "bare":
        calls = pickle.loads(Path(file).read_bytes())
        work = lambda: replay(calls)  # noqa: E731
    start = time.process_time()
    size = len(work())
    print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10, size)


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


class BareBook(Workbook):  # type: ignore[misc]
    """A workbook that writes formulas as they are."""

    worksheet_class = PlainSheet


def replay(calls: list[Call]) -> bytes:
    """Write the same cells, without a thought."""
    stream = io.BytesIO()
    with BareBook(stream, {"constant_memory": True}) as book:
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
    return stream.getvalue()


if __name__ == "__main__":
    main()
