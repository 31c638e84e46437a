"""Start-up and a whole small run, as ratios to bare imports of the libraries: ``python benchmarks/startup.py``."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "units.xlsx"
ROUNDS = 15


def seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def compare(name: str, aim: float, run: tuple[str, ...], reference: tuple[str, ...]) -> None:
    """Run both in turn, so that a slow moment of the machine meets both, and print the ratio of the medians."""
    seconds(*run)
    seconds(*reference)
    pairs = [(seconds(*run), seconds(*reference)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"{name}: {ours * 1000:.0f} ms / {theirs * 1000:.0f} ms = {ours / theirs:.2f} (aim: at most {aim})")


def main() -> None:
    compare("help", 1.4, ("-m", "kepatuhan", "--help"), ("-c", "import typer"))
    imports = "import typer, pydantic, yaml, openpyxl, rich.table"
    compare("score units.xlsx", 1.6, ("-m", "kepatuhan", "score", str(EXAMPLE)), ("-c", imports))
    # What the command imports itself or through typer, which makes a pydantic TypeAdapter of every parameter.
    bare = "import typer, yaml, rich.table; from pydantic import TypeAdapter"
    compare("instruments", 1.5, ("-m", "kepatuhan", "instruments"), ("-c", bare))


if __name__ == "__main__":
    main()
