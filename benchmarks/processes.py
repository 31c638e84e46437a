"""Whether several processes pay for many files: ``python benchmarks/processes.py [FILES]`` (default: 300).

Reads the cells of so many workbooks in this process, and again in two processes that send the cells back; prints both.
``kepatuhan`` reads in one process because this never paid: starting them, and sending what they read, takes as long as
reading it here. Run it again when reading changes.
"""

import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reading import forms

from kepatuhan.workbook.cells import Row
from kepatuhan.workbook.files import open_book


def cells(path: Path) -> list[list[Row]]:
    """All cells of a workbook, as they are handed to the layouts."""
    book, _ = open_book(path)
    return [list(sheet.rows()) for sheet in book.sheets]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        files = [forms(Path(folder) / f"unit-{number}.xlsx", [f"Dinas {number}"]) for number in range(count)]
        started = time.perf_counter()
        alone = [cells(file) for file in files]
        one = time.perf_counter() - started
        started = time.perf_counter()
        # As on Windows, where most of our users are: every process begins anew.
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
            together = list(pool.map(cells, files, chunksize=10))
        two = time.perf_counter() - started
    assert together == alone
    print(f"{count} workbooks: {one:.2f} s in one process, {two:.2f} s in two ({two / one:.2f} times)")


if __name__ == "__main__":
    main()
