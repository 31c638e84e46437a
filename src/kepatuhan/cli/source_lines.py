"""The lines of files at which problems were found, read once more to be shown."""

import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from kepatuhan.instrument.yaml_nodes import MAX_BYTES
from kepatuhan.problems import Problem

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
_LONGEST_SHOWN = 200_000
"""Characters of a line from which an excerpt is made; of longer ones nobody would see where it is from."""


def source_lines(problems: Iterable[Problem]) -> Mapping[str, Mapping[int, str]]:
    """By file and number, every line at which there is a problem; a file that cannot be read any more has none."""
    wanted: dict[str, set[int]] = {}
    for problem in problems:
        if problem.where is not None and problem.where.line is not None:
            wanted.setdefault(problem.where.file, set()).add(problem.where.line)
    return {file: _lines(Path(file), numbers) for file, numbers in wanted.items()}


def _lines(path: Path, numbers: Iterable[int]) -> Mapping[int, str]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return {}
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError:
        return {}
    lines = _LINE_END.split(content.decode("utf-8-sig", errors="replace"))
    shown = {number: lines[number - 1] for number in numbers if number <= len(lines)}
    return {number: line for number, line in shown.items() if len(line) <= _LONGEST_SHOWN}
