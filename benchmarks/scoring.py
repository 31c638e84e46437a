"""Scoring many units, as ratios to a naive float loop over the same answers: ``python benchmarks/scoring.py``.

The loop does what an analyst's script would: marks times weights, group by group, a blank counted as 0, rounded with
``round``. It is neither exact nor complete (no "not applicable", no possible range, no bands): it is a yardstick.
"""

import gc
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import kepatuhan
from kepatuhan.instrument.model import Group, Indicator, Instrument
from kepatuhan.scoring.answers import Answer

UNITS = 10_000
ROUNDS = 5

FloatGroup = tuple[float, list[tuple[float, list[tuple[str, float]]]]]


def hundred_indicators() -> Instrument:
    """Four dimensions of five variables of five indicators, all weights unequal, marks 0 to 3."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hundred.yaml"
        file.write_text(hundred_indicators_text(), encoding="utf-8")
        return kepatuhan.load_instrument(file)


def hundred_indicators_text() -> str:
    """The same as an instrument file."""
    lines = [
        "{format: 1, id: hundred, family: hundred, title: Hundred, issuer: us, years: [2026],",
        "level_names: [Dimension, Variable, Indicator],",
        "bands: {assumption: made up, rows: [{from: 50, category: A}, {from: 0, category: B}]},",
        "scales: {marks: {worst: 0, best: 3, whole: true}}, within: {sum: 100, assumption: made up}, components: [",
    ]
    for dimension, weight in enumerate(("21.85", "32.37", "24.24", "21.54")):
        lines.append(f"{{id: d{dimension}, title: D, weight: {weight}, defaults: {{scale: marks}}, components: [")
        for variable in range(5):
            lines.append(f"{{id: d{dimension}v{variable}, title: V, weight: {variable + 1}, components: [")
            lines.extend(
                f"{{id: d{dimension}v{variable}i{indicator}, title: I, weight: {indicator + 1}.{dimension}}},"
                for indicator in range(5)
            )
            lines.append("]},")
        lines.append("]},")
    lines.append("]}")
    return "\n".join(lines)


def make_answers(instrument: Instrument, count: int) -> list[dict[str, Answer]]:
    dice = random.Random(2026)
    ids = [indicator.id for indicator in instrument.indicators]
    return [{name: dice.randint(0, 3) for name in ids} for _ in range(count)]


def naive(tree: list[FloatGroup], data: list[dict[str, Answer]]) -> float:
    scores = []
    for answers in data:
        total = total_weight = 0.0
        for dimension_weight, variables in tree:
            dimension = dimension_sum = 0.0
            for variable_weight, leaves in variables:
                variable = variable_sum = 0.0
                for name, weight in leaves:
                    answer = answers.get(name)
                    mark = 0.0 if answer is None else answer / 3  # type: ignore[operator]
                    variable += weight * mark
                    variable_sum += weight
                dimension += variable_weight * variable / variable_sum
                dimension_sum += variable_weight
            total += dimension_weight * dimension / dimension_sum
            total_weight += dimension_weight
        scores.append(round(100 * total / total_weight, 2))
    return sum(scores) / len(scores)


def as_floats(instrument: Instrument) -> list[FloatGroup]:
    tree: list[FloatGroup] = []
    for dimension in instrument.components:
        assert isinstance(dimension, Group)
        variables = []
        for variable in dimension.components:
            assert isinstance(variable, Group)
            leaves = [(leaf.id, float(leaf.weight or 0)) for leaf in variable.components if isinstance(leaf, Indicator)]
            variables.append((float(variable.weight or 0), leaves))
        tree.append((float(dimension.weight or 0), variables))
    return tree


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def score_with_trees(instrument: Instrument, units: list[kepatuhan.UnitAnswers]) -> None:
    for unit in kepatuhan.score(instrument, units).units:
        unit.components  # noqa: B018 - building it is the work


def main() -> None:
    if sys.argv[1:] == ["--memory"]:
        measure_memory()
        return
    instrument = hundred_indicators()
    data = make_answers(instrument, UNITS)
    units = [kepatuhan.UnitAnswers(f"unit {number}", answers) for number, answers in enumerate(data)]
    tree = as_floats(instrument)
    rounds: list[Mapping[str, float]] = [
        {
            "naive": seconds(lambda: naive(tree, data)),
            "totals": seconds(lambda: kepatuhan.score(instrument, units)),
            "half": seconds(lambda: kepatuhan.score(instrument, units[: UNITS // 2])),
            "trees": seconds(lambda: score_with_trees(instrument, units)),
        }
        for _ in range(ROUNDS)
    ]
    medians = {name: statistics.median(times[name] for times in rounds) for name in rounds[0]}
    print(f"naive float loop: {medians['naive'] / UNITS * 1e6:.1f} us a unit")
    print(f"totals: {medians['totals'] / medians['naive']:.2f} times the naive loop (aim: at most 4)")
    print(f"with every tree: {medians['trees'] / medians['naive']:.2f} times the naive loop (aim: at most 8)")
    print(f"10,000 units: {medians['totals'] / medians['half']:.2f} times 5,000 (linear: 2)")
    output = subprocess.run([sys.executable, __file__, "--memory"], check=True, capture_output=True, text=True).stdout
    print(output, end="")


def measure_memory() -> None:
    instrument = hundred_indicators()
    units = [kepatuhan.UnitAnswers(f"unit {n}", a) for n, a in enumerate(make_answers(instrument, UNITS))]
    kepatuhan.score(instrument, units)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, answers and totals of 10,000 units: {peak:.0f} MiB (aim: under 300)")


if __name__ == "__main__":
    main()
