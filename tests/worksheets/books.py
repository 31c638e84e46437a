"""Templates for the tests, untouched or filled in at random."""

import random
from collections.abc import Iterable
from pathlib import Path

import kepatuhan
from kepatuhan.instrument.model import Indicator, Instrument, OptionScale
from kepatuhan.messages import Words
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, Observations, UnitAnswers, Value
from kepatuhan.worksheets.form_plan import answer_cells
from kepatuhan.worksheets.template import write_template

NAMES = ("Disdukcapil", "Dinas Sosial, Tenaga Kerja & Transmigrasi 'Kota'", "Puskesmas = Melati/Mawar")


def random_units(instrument: Instrument, dice: random.Random, names: Iterable[str] = NAMES) -> list[UnitAnswers]:
    """Units with random answers, blanks, several observations, and "not applicable" where it is allowed."""
    types: list[str | None] = [*instrument.unit_types] or [None]
    units = []
    for name in names:
        unit_type, diligence = dice.choice(types), dice.choice((0.3, 0.9, 1))
        asked = [indicator for indicator in instrument.indicators if indicator.fits(unit_type)]
        answered = {indicator.id: _answer(indicator, dice) for indicator in asked if dice.random() < diligence}
        units.append(UnitAnswers(name, answered, type=unit_type))
    return units


def _answer(indicator: Indicator, dice: random.Random) -> Answer:
    if indicator.may_be_not_applicable and dice.random() < 0.4:
        return NOT_APPLICABLE
    count = dice.randint(1, answer_cells(indicator))
    values = tuple(_value(indicator, dice) for _ in range(count))
    return values[0] if count == 1 else Observations(values)


def _value(indicator: Indicator, dice: random.Random) -> Value:
    scale = indicator.scale
    if isinstance(scale, OptionScale):
        return dice.choice([*scale.options])
    low, high = sorted((scale.worst, scale.best))
    return dice.randint(int(low), int(high))


def write_book(path: Path, instrument: Instrument, units: list[UnitAnswers]) -> Path:
    """Write a template to ``path``."""
    path.write_bytes(write_template(instrument, units, path.name, Words("id")))
    return path


def untouched(path: Path, instrument: str = "ombudsman-2022", names: Iterable[str] = NAMES) -> Path:
    """Write a template without answers."""
    return write_book(path, kepatuhan.load_instrument(instrument), [UnitAnswers(name, {}) for name in names])
