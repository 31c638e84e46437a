"""Checking an indicator file, as ratios to what a plain loader takes: ``python benchmarks/checking.py``.

Time is that of the processor, so that a busy machine changes the ratios little.

The yardstick loads the same file with ``yaml.CSafeLoader`` and holds it against the same pydantic model: it knows no
lines, no rules, no exact numbers. ``check`` reads the file from the disk and finds every problem, in process.
"""

import gc
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

import kepatuhan
from kepatuhan.api import check_instruments as check_files

ROUNDS = 30
FILES = 500


class Part(BaseModel):
    """A plain model of a component: the same keys, the types that a plain loader gives."""

    model_config = ConfigDict(extra="forbid")
    id: str
    title: str
    weight: float | str | None = None
    source: str | None = None
    assumption: str | None = None
    within: dict[str, Any] | None = None
    defaults: dict[str, Any] | None = None
    components: "list[Part] | None" = None
    scale: str | None = None
    question: str | None = None
    steps: dict[int, str] = {}
    evidence: str | None = None
    remedy: str | None = None
    effort: int | None = None


class Plain(BaseModel):
    """A plain model of a file."""

    model_config = ConfigDict(extra="forbid")
    format: int
    id: str
    family: str
    title: str
    issuer: str
    years: list[int]
    sources: list[dict[str, str]]
    level_names: list[str]
    bands: dict[str, Any]
    scales: dict[str, dict[str, Any]]
    within: dict[str, Any]
    components: list[Part]


def hundred_indicators(name: str = "hundred", year: int = 2026) -> str:
    """Four dimensions of five variables of five indicators, all weights unequal, with all their texts."""
    lines = [
        f"format: 1\nid: {name}\nfamily: {name}\ntitle: Hundred\nissuer: us\nyears: [{year}]",
        "sources:\n  - {id: law, title: A law}",
        "level_names: [Dimension, Variable, Indicator]",
        "bands:\n  source: law\n  rows:\n    - {from: 50, category: A}\n    - {from: 0, category: B}",
        "scales:\n  marks: {worst: 0, best: 3, whole: true}",
        "within: {sum: 100, source: law}\ncomponents:",
    ]
    for dimension, weight in enumerate(("21.85", "32.37", "24.24", "21.54")):
        lines.append(f"  - id: d{dimension}\n    title: Dimension {dimension}\n    weight: {weight}")
        lines.append("    defaults: {scale: marks}\n    components:")
        for variable in range(5):
            lines.append(
                f"      - id: d{dimension}v{variable}\n        title: Variable\n        weight: {variable + 3}"
            )
            lines.append("        components:")
            for indicator in range(5):
                lines.append(
                    f"          - id: d{dimension}v{variable}i{indicator}\n"
                    f"            title: Indicator number {indicator}\n"
                    f"            weight: {indicator + 1}.{dimension}\n"
                    "            question: Is what the law asks for there, and can a visitor find it?\n"
                    "            steps: {0: not there, 1: partly there, 2: mostly there, 3: there and complete}\n"
                    "            evidence: A photograph of the board, with its date.\n"
                    "            remedy: Write it down, have it signed, hang it up where visitors wait.\n"
                    "            effort: 2"
                )
    return "\n".join(lines) + "\n"


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def load_plainly(file: Path) -> None:
    Plain.model_validate(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader))


def check(file: Path) -> None:
    assert kepatuhan.check_instrument(file) == []


def seconds_for_each(files: list[Path]) -> float:
    """The least of two times, since a busy machine only ever adds."""
    return min(seconds(lambda: check_files(files)) for _ in range(2)) / len(files)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hundred.yaml"
        file.write_text(hundred_indicators(), encoding="utf-8")
        load_plainly(file)
        check(file)
        rounds = [(seconds(lambda: load_plainly(file)), seconds(lambda: check(file))) for _ in range(ROUNDS)]
        plain, ours = (statistics.median(times) for times in zip(*rounds, strict=True))
        print(f"plain load of 100 indicators: {plain * 1e3:.1f} ms")
        print(f"check of the same file: {ours / plain:.2f} times the plain load (aim: at most 1.6)")
        files = []
        for number in range(FILES):
            files.append(Path(folder) / f"many-{number}.yaml")
            files[-1].write_text(hundred_indicators(f"many-{number}"), encoding="utf-8")
        counts = (FILES // 5, FILES // 2, FILES)
        each = {count: seconds_for_each(files[:count]) for count in counts}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory after {FILES} files: {peak:.0f} MiB (aim: under 150)")
        for count in counts[1:]:
            ratio = each[count] / each[counts[0]]
            print(f"{count} files: each takes {ratio:.2f} times what one of {counts[0]} takes (linear: 1)")


if __name__ == "__main__":
    main()
