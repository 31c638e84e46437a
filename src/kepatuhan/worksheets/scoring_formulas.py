"""The scoring rules as formulas, whatever the layout, in functions that every Excel since 2007 knows.

A reader can follow a number through three cells of every component: *Terisi* (answers given, or ``tb`` when the
indicator is not applicable), *Bobot* (its weight among its siblings, 0 when it left the tree) and *Capaian* (its mark
0..1). A layout says where these stand, and how the answers of an indicator are counted and averaged; everything else is
said here, once. A group's mark is the mean of its children's by weight; the score is the whole's, rounded half up once.
The inner ``ROUND(x,9)`` takes away what binary numbers add to an exact half. Weights stand as in the YAML file:
``=12.22``, ``=1/9``.

A scale with a list (options, or few whole numbers) counts what is spelt as in the list: ``2`` counts as a number and as
text, ``9`` and ``2,0`` as text do not. A scale without one (decimals, many steps) counts every number and no text:
there the limits of the cell, and ``kepatuhan score``, are what refuses a number beyond the scale.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kepatuhan.exact import Exact, to_text
from kepatuhan.instrument.model import Component, Indicator, Instrument, NumberScale
from kepatuhan.worksheets.formula_text import number_text
from kepatuhan.worksheets.lists import Lists

LEFT_OUT = "tb"
"""What *Terisi* says of an indicator that is not applicable, or not for units of this type."""
GIVEN = "langsung"
"""What *Terisi* says of an indicator whose score, or that of a component above it, is given directly."""


class FigureWords(NamedTuple):
    """What stands in the place of a score that there is not, and between two counts."""

    not_filled_in: str
    not_assessed: str
    of: str


class DirectCell(NamedTuple):
    """The cell of a score that is given directly, out of ``most``."""

    cell: str
    most: Exact

    @property
    def mark(self) -> str:
        """The mark that it states, where the cell is filled."""
        return f"{self.cell}/{number_text(self.most)}"


@dataclass(frozen=True, slots=True)
class Part:
    """A scored component and the cells of its three figures; ``filled`` is empty for a group.

    Siblings of which each stands one ``position`` after the other have their figures side by side in the sheet.
    """

    component: Component
    position: int
    filled: str
    weight: str
    mark: str
    children: tuple["Part", ...]
    share: str = ""
    """The cell of its weight in the final score, where the layout has one."""
    direct: DirectCell | None = None
    """Where its score can be given directly."""
    above: tuple[str, ...] = ()
    """The cells of scores that can be given directly above it: once one is, nothing here counts."""

    @property
    def given(self) -> tuple[str, ...]:
        """The cells of all scores that can be given directly at it and above it."""
        return self.above if self.direct is None else (*self.above, self.direct.cell)


class AnswerFormulas(NamedTuple):
    """How a layout counts and averages the answers of one indicator: expressions, without ``=``."""

    number: str
    """How many answers there are."""
    mean: str
    """Their mean in points of the scale; worked out only where there are some."""
    is_left_out: str | None
    """Whether "not applicable" was said; None where it may not be."""
    fits: str | None = None
    """Whether the unit's type has the indicator; None where that is certain."""


ReadAnswers = Callable[[Part, Indicator], AnswerFormulas]


def answers_in_cells(cells: str, filled: str, indicator: Indicator, lists: Lists) -> AnswerFormulas:
    """The answers of an indicator that stand in a block of ``cells``, counted in the cell ``filled``."""
    spellings = lists.spellings(indicator.scale)
    if spellings is None:
        number, mean = f"COUNT({cells})", f"SUM({cells})/{filled}"
    else:
        number = how_many(cells, spellings.texts)
        mean = f"SUMPRODUCT(({_trimmed(cells)}={spellings.texts})*{spellings.points})/{filled}"
    left_out = f"{how_many(cells, lists.not_applicable)}>0" if indicator.may_be_not_applicable else None
    return AnswerFormulas(number, mean, left_out)


def how_many(cells: str, texts: str) -> str:
    """How many of ``cells`` say one of ``texts``, whatever the case and the spaces around it."""
    return f"SUMPRODUCT(({_trimmed(cells)}={texts})*1)"


def how_many_filled(cells: str) -> str:
    """How many of ``cells`` hold more than spaces."""
    return f'SUMPRODUCT(({_trimmed(cells)}<>"")*1)'


def _trimmed(cells: str) -> str:
    return f'TRIM({cells}&"")'


def part_formulas(parts: Sequence[Part], read_answers: ReadAnswers) -> Iterator[tuple[str, str]]:
    """The cell and the formula of every figure of ``parts`` and of all below them."""
    for part in parts:
        if isinstance(part.component, Indicator):
            answers = read_answers(part, part.component)
            yield part.filled, f"={_filled(part, answers)}"
            yield part.weight, _indicator_weight(part, part.component, answers)
            yield part.mark, f"={_unless_given(part, _indicator_mark(part, part.component, answers))}"
        else:
            weights = sum_of_weights(part.children)
            own = part.component.weight
            yield part.weight, f"={weights}" if own is None else f"=IF({weights}=0,0,{to_text(own)})"
            yield part.mark, f"={_unless_given(part, f'IF({weights}=0,0,{_mean(part.children)})')}"
            yield from part_formulas(part.children, read_answers)


def share_formulas(parts: Sequence[Part], within: str = "1") -> Iterator[tuple[str, str]]:
    """The cell and the formula of every weight in the final score; ``within`` is what all ``parts`` weigh in it."""
    together = sum_of_weights(parts)
    for part in parts:
        whole = part.weight if within == "1" else f"{within}*{part.weight}"
        yield part.share, f"=IF({part.weight}=0,0,{whole}/{together})"
        yield from share_formulas(part.children, part.share)


def is_given(cells: Sequence[str]) -> str:
    """Whether a score stands in one of ``cells``."""
    return f"COUNT({','.join(cells)})>0"


def _unless_given(part: Part, mark: str) -> str:
    """The mark of a part: the one that is given directly, nothing where one is given above it, else ``mark``."""
    if part.above:
        mark = f'IF({is_given(part.above)},"",{mark})'
    return mark if part.direct is None else f"IF({is_given([part.direct.cell])},{part.direct.mark},{mark})"


def _may_leave(answers: AnswerFormulas) -> bool:
    return answers.is_left_out is not None or answers.fits is not None


def _filled(part: Part, answers: AnswerFormulas) -> str:
    """How many answers an indicator has; ``tb`` when it has none and is not applicable, or not for this type."""
    filled = answers.number
    if answers.is_left_out is not None:
        filled = f'IF({answers.number}>0,{answers.number},IF({answers.is_left_out},"{LEFT_OUT}",0))'
    if part.given:
        filled = f'IF({is_given(part.given)},"{GIVEN}",{filled})'
    if answers.fits is not None:
        filled = f'IF({answers.fits},{filled},"{LEFT_OUT}")'
    return filled


def _indicator_weight(part: Part, indicator: Indicator, answers: AnswerFormulas) -> str:
    assert indicator.weight is not None, "a scored indicator has a weight of its own"
    weight = to_text(indicator.weight)
    return f'=IF({part.filled}="{LEFT_OUT}",0,{weight})' if _may_leave(answers) else f"={weight}"


def _indicator_mark(part: Part, indicator: Indicator, answers: AnswerFormulas) -> str:
    """The mark of an indicator, 0..1: the mean of its answers, the worst mark when blank, 0 when it left the tree."""
    scale = indicator.scale
    if isinstance(scale, NumberScale):
        above_zero = answers.mean + ("" if scale.zero == 0 else f"-{number_text(scale.zero)}")
        mark = f"({above_zero})/{number_text(scale.best - scale.zero)}"
    else:
        mark = f"{answers.mean}/{number_text(max(scale.options.values()))}"
    given = f"IF({part.filled}>0,{mark},{number_text(scale.worst_mark)})"
    return f'IF({part.filled}="{LEFT_OUT}",0,{given})' if _may_leave(answers) else given


def unit_formulas(
    cells: dict[str, str],
    counts: str,
    top: Sequence[Part],
    instrument: Instrument,
    lists: Lists,
    words: FigureWords,
    refusals: Sequence[tuple[str, str]] = (),
    direct: Sequence[str] = (),
    whole: DirectCell | None = None,
) -> Iterator[tuple[str, str]]:
    """The cell and the formula of each figure of a whole unit, as far as ``cells`` has a place for it.

    ``counts`` is the block of all *Terisi*. ``refusals`` are conditions under which a unit has no score, each with the
    expression that stands in its place. ``direct`` are the cells of all scores that can be given directly, and
    ``whole`` is the one among them for the whole unit.
    """
    answered = f'COUNTIF({counts},">0")'
    something = f"{answered}+COUNT({','.join(direct)})" if direct else answered
    score, mark = cells["score"], cells["mark"]
    without = f'IF(COUNT({counts})=0,"{words.not_assessed}","{words.not_filled_in}")'
    mean = f'IF({something}=0,"",{_mean(top) if top else 0})'
    if whole is not None:
        mean = f"IF({is_given([whole.cell])},{whole.mark},{mean})"
    rounded = rounded_score(mark, instrument)
    shown = f"IF({something}=0,{without},{rounded})"
    for condition, instead in refusals:
        mean, shown = f'IF({condition},"",{mean})', f"IF({condition},{instead},{shown})"
    yield mark, f"={mean}"
    yield score, f"={shown}"
    count = f'{answered}&" {words.of} "&COUNT({counts})'
    for condition, _ in refusals:
        count = f'IF({condition},"",{count})'
    yield cells["answered"], f"={count}"
    for name, column in (("band", "name"), ("zone", "zone")):
        if name in cells:
            yield cells[name], "=" + band_lookup(score, lists, column)
    if "gap" in cells:
        yield cells["gap"], gap(score, instrument)


def rounded_score(mark: str, instrument: Instrument) -> str:
    """The score that a mark is worth, rounded half up once."""
    return f"ROUND(ROUND({to_text(instrument.full_score)}*{mark},9),{instrument.decimals})"


def gap(score: str, instrument: Instrument) -> str:
    """The formula of what a score is missing to the target, which the instrument has."""
    assert instrument.target is not None
    return f'=IF(COUNT({score})=0,"",ROUND(MAX(0,{to_text(instrument.target)}-{score}),9))'


def band_lookup(score: str, lists: Lists, column: str) -> str:
    """The name or the zone of the highest band whose lower bound the score reaches; nothing without a score."""
    return f'IF(COUNT({score})=0,"",INDEX({lists.bands[column]},MATCH({score},{lists.bands["lower"]},1)))'


def sum_of_weights(siblings: Sequence[Part]) -> str:
    """What siblings still in the tree weigh together, as an expression."""
    return f"SUM({','.join(_block(first.weight, last.weight) for first, last in _blocks(siblings))})"


def _mean(siblings: Sequence[Part]) -> str:
    """The mean of the marks of siblings, by weight."""
    products = []
    for first, last in _blocks(siblings):
        weights, marks = _block(first.weight, last.weight), _block(first.mark, last.mark)
        products.append(f"{weights}*{marks}" if first is last else f"SUMPRODUCT({weights},{marks})")
    return f"({'+'.join(products)})/{sum_of_weights(siblings)}"


def _blocks(siblings: Sequence[Part]) -> list[tuple[Part, Part]]:
    """The first and the last of siblings that stand side by side."""
    blocks: list[tuple[Part, Part]] = []
    for sibling in siblings:
        if blocks and blocks[-1][1].position == sibling.position - 1:
            blocks[-1] = blocks[-1][0], sibling
        else:
            blocks.append((sibling, sibling))
    return blocks


def _block(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"
