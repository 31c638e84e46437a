"""Whether a score rests on assumed weights: said wherever it is so, and nowhere else."""

from collections.abc import Iterable

from kepatuhan.instrument.model import Component, Group
from kepatuhan.scoring.results import ComponentResult


def rest_on_assumed_weights(siblings: Iterable[ComponentResult]) -> bool:
    """Whether an assumed weight had a say in the score that these components, and those below them, add up to.

    The weight of an only child decides nothing, nor does a weight below a score that was given directly.
    """
    counted = [component for component in siblings if component.points]
    if len(counted) > 1 and any(_weighs_by_assumption(component.component) for component in counted):
        return True
    return any(rest_on_assumed_weights(component.components) for component in counted)


def _weighs_by_assumption(component: Component) -> bool:
    """Whether the weight is a choice of ours; a group without one of its own weighs what its components weigh."""
    if component.weight is not None:
        return component.assumption is not None
    return isinstance(component, Group) and any(_weighs_by_assumption(child) for child in component.components)
