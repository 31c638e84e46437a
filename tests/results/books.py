"""Results for the tests: random answers of every kind, direct scores, observations that weigh differently."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import kepatuhan
from kepatuhan.api import bundled_library
from kepatuhan.instrument.model import WHOLE_UNIT, Group, Indicator, Instrument
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import Answer, DirectScore, Observations, UnitAnswers
from kepatuhan.worksheets.recap_columns import Earlier
from kepatuhan.worksheets.results.contents import Contents
from kepatuhan.worksheets.results.workbook import write_results
from tests.worksheets.books import random_units

OWN = Path(__file__).parents[1] / "worksheets" / "instrument.yaml"
REMARKS = """
  - {id: "T.01", title: Tindak lanjut, scale: mutu, scored: false, not_applicable: allowed,
     appends: {"ada*": 'Tanpa "temuan"', "< 5 hari": Cepat}}
  - {id: "T.02", title: Temuan, scale: mutu, scored: false, observed: produk, only_for: [opd],
     appends: {"ada*": 'Tanpa "temuan"', "=sebagian": Sebagian}}
"""
"""Answers that are not scored and append a remark: one that is given once, and one that is observed."""
NAMES = ("=1+1 & Dinas", "<Dinas*", "Dinas* ?~1", "Puskesmas 'Melati'", "Dinas Sosial", "dinas sosial 2")


def instruments(folder: Path) -> list[Instrument]:
    """The bundled ones, one with everything that they have not, and the same under a weighted roll-up."""
    own, weighted = folder / "dengan-keterangan.yaml", folder / "menurut-produk.yaml"
    text = OWN.read_text(encoding="utf-8") + REMARKS
    own.write_text(text, encoding="utf-8")
    weighted.write_text(text + "roll_up: {method: weighted, by: produk, assumption: uji}\n", encoding="utf-8")
    return [kepatuhan.load_instrument(name) for name in (*bundled_library().ids, str(own), str(weighted))]


def results_units(instrument: Instrument, dice: random.Random) -> list[UnitAnswers]:
    """Units as real workbooks have them: some with direct scores, one blank, one with weighted observations."""
    units = [
        replace(unit, count=dice.randint(1, 9) if instrument.roll_up.by else None)
        for unit in random_units(instrument, dice, NAMES)
    ]
    units[0] = replace(units[0], answers={name: _weighted(answer, dice) for name, answer in units[0].answers.items()})
    units[1] = _with_direct_part(instrument, units[1], dice)
    if dice.random() < 0.5:
        most = instrument.full_score
        units[2] = replace(units[2], answers={}, direct={WHOLE_UNIT: DirectScore(dice.randint(0, int(most)), most)})
    if dice.random() < 0.5:
        units[3] = replace(units[3], answers={})
    return units


def _weighted(answer: Answer, dice: random.Random) -> Answer:
    if not isinstance(answer, Observations):
        return answer
    weights = tuple(dice.randint(1, 3) for _ in answer.values)
    return Observations(answer.values, weights if len(set(weights)) > 1 else None)


def _with_direct_part(instrument: Instrument, unit: UnitAnswers, dice: random.Random) -> UnitAnswers:
    """The unit with the score of one group instead of the answers below it."""
    known = kepatuhan.score(instrument, [unit]).units[0]
    groups = [p.component for top in known.components for p in top.walk() if isinstance(p.component, Group)]
    if not groups:
        return unit
    group = dice.choice(groups)
    below = {leaf.id for leaf in _leaves(group)}
    answers = {name: answer for name, answer in unit.answers.items() if name not in below}
    share = dice.randint(0, 30)
    direct = {group.id: DirectScore(share, 30)}
    if len(group.components) == 1 and isinstance(group.components[0], Group):  # a finished score on two levels
        direct[group.components[0].id] = DirectScore(share, 30)
    return replace(unit, answers=answers, direct=direct)


def _leaves(group: Group) -> list[Indicator]:
    found: list[Indicator] = []
    for component in group.components:
        found += _leaves(component) if isinstance(component, Group) else [component]  # type: ignore[list-item]
    return found


def earlier_scores(units: Sequence[UnitAnswers], dice: random.Random) -> Earlier:
    """Scores of last time: units in other letters, one that was not there, one without a score, two that are gone."""
    scores: dict[str, Decimal | None] = {"Dinas *": Decimal("12.34"), "Badan yang lama": None}
    scores |= {unit.unit.upper(): Decimal(dice.randint(0, 10_000)) / 100 for unit in units[2:]}
    scores[units[0].unit] = None
    scores[units[2].unit.upper()] = Decimal(0)
    return Earlier("lalu", Decimal(50), scores)


def write(
    path: Path,
    instrument: Instrument,
    units: Sequence[UnitAnswers],
    *,
    is_partial: bool = False,
    earlier: Earlier | None = None,
) -> Path:
    """Write the workbook of results of ``units`` to ``path``."""
    result = kepatuhan.score(instrument, units)
    contents = Contents(result, units, "0.0.0", [("units.xlsx", "0" * 64)], is_partial=is_partial, earlier=earlier)
    path.write_bytes(write_results(contents, Words("id")))
    return path
