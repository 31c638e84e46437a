"""Answers as people type and paste them."""

import random
from typing import Any

from kepatuhan.instrument.model import Indicator, OptionScale


def typed(indicator: Indicator, dice: random.Random) -> Any:
    """An answer as somebody may type or paste it."""
    if indicator.may_be_not_applicable and dice.random() < 0.3:
        return dice.choice(("tidak berlaku", "Tidak Berlaku", "TB", "n/a"))
    scale = indicator.scale
    if isinstance(scale, OptionScale):
        option = dice.choice([*scale.options, *scale.also])
        return dice.choice((option, option.upper(), option.title()))
    low, high = sorted((scale.worst, scale.best))
    if scale.whole:
        number = dice.randint(int(low), int(high))
        return str(number) if high - low < 21 and dice.random() < 0.2 else number
    return round(dice.uniform(float(low), float(high)), 2)
