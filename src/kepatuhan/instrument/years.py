"""Years as people write them."""

from collections.abc import Iterable


def years_text(years: Iterable[int]) -> str:
    """Years as people write them: ``2022-2024``, or ``2017-2019, 2021``."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
