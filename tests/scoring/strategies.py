"""Random instruments of any shape, answers for them, and the same instruments as the text of an indicator file."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import count

from hypothesis import strategies as st

from kepatuhan.exact import Exact, simplest, to_text
from kepatuhan.instrument.model import (
    WHOLE_UNIT,
    Band,
    Component,
    Group,
    Indicator,
    Instrument,
    NumberScale,
    OptionScale,
    Scale,
)
from kepatuhan.scoring.answers import NOT_APPLICABLE, Answer, DirectScore, Observations, UnitAnswers, Value
from tests.scoring.reference import is_asked, mark_of_value
from tests.scoring.small_instruments import YES_NO, group, indicator, instrument, numbers, options

UNIT_TYPES = {"opd": "Perangkat Daerah", "puskesmas": "Puskesmas"}
MOST_LEAVES = 12


def hundredths(lowest: int, highest: int) -> st.SearchStrategy[Exact]:
    """Numbers with up to two decimals; the limits are in hundredths."""
    return st.integers(lowest, highest).map(lambda n: simplest(Fraction(n, 100)))


def weights() -> st.SearchStrategy[Exact]:
    """Weights as people write them: whole numbers, decimals such as 21.85, fractions such as 1/9."""
    ratios = st.builds(Fraction, st.integers(1, 9), st.integers(2, 9)).map(simplest)
    return st.one_of(st.integers(1, 30), hundredths(1, 4000), ratios)


@st.composite
def number_scales(draw: st.DrawFn, name: str) -> NumberScale:
    """Whole and decimal numbers, lower is better as well, and a zero that may lie beyond the worst value."""
    whole = draw(st.booleans())
    bound: st.SearchStrategy[Exact] = st.integers(-5, 40) if whole else hundredths(-200, 2000)
    worst = draw(bound)
    steps: st.SearchStrategy[Exact] = st.integers(1, 12) if whole else hundredths(1, 900)
    step: Exact = draw(steps)
    if whole and draw(st.integers(0, 7)) == 0:
        step = 1500  # too long a scale to hold every mark in a table
    away: Exact = draw(st.sampled_from([Fraction(n, 10) for n in (0, 0, 0, 5, 7, 10, 30)]))
    if draw(st.booleans()):  # lower is better
        step, away = -step, -away
    return numbers(name, worst, simplest(Fraction(worst + step)), zero=simplest(Fraction(worst - away)), whole=whole)


@st.composite
def option_scales(draw: st.DrawFn, name: str) -> OptionScale:
    """Two to five named answers with uneven points, the fewest of which may be above 0."""
    points = draw(st.lists(st.one_of(st.integers(0, 10), hundredths(0, 500)), min_size=2, max_size=5, unique=True))
    return options(name, {f"pilihan {number}": each for number, each in enumerate(points, 1)})


@st.composite
def scales(draw: st.DrawFn, name: str) -> Scale:
    """A scale of either kind; one in three is the plain yes or no or the 1 to 4 of a public survey."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return options(name, YES_NO.options)
    if kind == 1:
        return numbers(name, 1, 4, zero=0)
    return draw(number_scales(name)) if kind % 2 else draw(option_scales(name))


@st.composite
def bands(draw: st.DrawFn, full_score: Exact) -> tuple[Band, ...]:
    """One to five bands from the highest to the lowest, which starts at 0; bounds may be as fine as 87.995."""
    thousandths = draw(st.sets(st.integers(1, 1000 * int(full_score)), max_size=4))
    bounds = [simplest(Fraction(n, 1000)) for n in sorted(thousandths, reverse=True)] + [0]
    return tuple(Band(bound, "ABCDE"[rank], None, f"Kelas {rank}", None) for rank, bound in enumerate(bounds))


@st.composite
def instruments(draw: st.DrawFn, *, deepest: int = 4) -> Instrument:
    """An edition of any shape, with ids that tell the place in the tree (``K2.1`` is the first child of ``K2``)."""
    pool = [draw(scales(f"skala-{number}")) for number in range(1, draw(st.integers(1, 4)) + 1)]
    full_score = draw(st.sampled_from([100, 100, 5]))
    left = count(MOST_LEAVES, -1)
    shape = draw(st.sampled_from(["flat", "bushy", "sums"]))

    def leaf(name: str, *, must_score: bool) -> Indicator:
        next(left)
        observed = draw(st.sampled_from([None, "responden"]))
        only_for = draw(st.sampled_from([None, None, None, frozenset({"opd"}), frozenset({"opd", "puskesmas"})]))
        if not must_score and draw(st.integers(0, 6)) == 0:
            appends = {"ya": f"Catatan {name}"}
            return indicator(name, YES_NO, observed=observed, only_for=only_for, scored=False, appends=appends)
        return indicator(
            name,
            draw(st.sampled_from(pool)),
            draw(weights()),
            observed=observed,
            may_be_not_applicable=draw(st.sampled_from([True, True, False])),
            only_for=only_for,
        )

    def siblings(prefix: str, depth: int) -> tuple[Component, ...]:
        built: list[Component] = []
        for number in range(1, draw(st.integers(1, 4)) + 1):
            name = f"{prefix}{number}"
            chance = 1 if shape == "flat" else 3
            if depth < deepest and next(left) > 0 and draw(st.integers(0, 5)) < chance:
                weight = None if shape == "sums" and draw(st.booleans()) else draw(weights())
                built.append(group(name, *siblings(f"{name}.", depth + 1), weight=weight))
            else:
                built.append(leaf(name, must_score=not built))
        return tuple(built)

    components = siblings("K", 1)
    return instrument(
        *components,
        full_score=full_score,
        decimals=draw(st.integers(1, 4)),
        target=draw(st.one_of(st.none(), hundredths(0, 100 * full_score))),
        bands=draw(bands(full_score)),
        roll_up_by=draw(st.sampled_from([None, "produk"])),
        unit_types=UNIT_TYPES,
    )


@st.composite
def values(draw: st.DrawFn, scale: Scale) -> Value:
    """One filled cell that the scale knows."""
    if isinstance(scale, OptionScale):
        return draw(st.sampled_from(sorted(scale.options)))
    if scale.whole:
        return draw(st.integers(*sorted((int(scale.worst), int(scale.best)))))
    parts = draw(st.integers(1, 9))
    way = Fraction(draw(st.integers(0, parts)), parts)
    return simplest(scale.worst + way * (scale.best - scale.worst))


@st.composite
def answers_to(draw: st.DrawFn, asked: Indicator) -> Answer:
    """An answered cell, or several where the indicator is observed several times, with weights or without."""
    if asked.observed is None or draw(st.booleans()):
        return draw(values(asked.scale))
    seen = draw(st.lists(values(asked.scale), min_size=2, max_size=5))
    how = draw(st.sampled_from(["alike", "weighted"]))
    if how == "alike":
        return Observations(tuple(seen))
    each = draw(st.lists(weights(), min_size=len(seen), max_size=len(seen)))
    return Observations(tuple(seen), tuple(each))


@st.composite
def units(
    draw: st.DrawFn, edition: Instrument, *, name: str = "Dinas Contoh", direct: bool | None = None
) -> UnitAnswers:
    """What a unit may answer: everything, some of it, nothing, all not applicable, and scores given directly.

    Direct scores are there always (True), never (False) or now and then.
    """
    is_typed = any(leaf.only_for is not None for leaf in edition.indicators)
    of_type = draw(st.sampled_from(["opd", "puskesmas"] if is_typed else [None, "opd", "puskesmas"]))
    mood = draw(st.sampled_from(["mixed", "mixed", "mixed", "complete", "nothing", "not applicable"]))
    answers: dict[str, Answer] = {}
    for leaf in edition.indicators:
        if not leaf.fits(of_type) or mood == "nothing":
            continue
        kind = draw(st.sampled_from(["answer", "answer", "answer", "blank", "not applicable"]))
        if not leaf.scored:
            if kind == "answer":
                answers[leaf.id] = draw(answers_to(leaf))
        elif leaf.may_be_not_applicable and "not applicable" in (mood, kind if mood == "mixed" else mood):
            answers[leaf.id] = NOT_APPLICABLE
        elif mood == "complete" or kind != "blank":
            answers[leaf.id] = draw(answers_to(leaf))
    unit = UnitAnswers(name, answers, {}, of_type, draw(st.integers(1, 9)))
    if direct is None:
        direct = draw(st.integers(0, 3)) == 0
    return draw(with_direct_scores(edition, unit)) if direct else unit


@st.composite
def with_direct_scores(draw: st.DrawFn, edition: Instrument, unit: UnitAnswers) -> UnitAnswers:
    """The unit with some components, on any level, given directly; what it answered below them is gone."""
    asked = [component for component in edition.walk() if is_asked(component, unit)]
    chosen = draw(st.lists(st.sampled_from(asked), min_size=1, max_size=3, unique_by=lambda c: c.id)) if asked else []
    direct = {component.id: draw(direct_scores(edition)) for component in chosen}
    covered = {leaf.id for component in chosen for leaf in leaves_of(component) if leaf.scored}
    if not chosen or draw(st.integers(0, 5)) == 0:
        direct[WHOLE_UNIT] = draw(direct_scores(edition))
        covered = {leaf.id for leaf in edition.indicators if leaf.scored}
    answers = {name: answer for name, answer in unit.answers.items() if name not in covered}
    return UnitAnswers(unit.unit, answers, direct, unit.type, unit.count)


@st.composite
def direct_scores(draw: st.DrawFn, edition: Instrument) -> DirectScore:
    """A score out of the full score, or out of another maximum such as 21.85."""
    most = draw(st.sampled_from([edition.full_score, simplest(Fraction("21.85")), 30]))
    parts = draw(st.integers(1, 200))
    return DirectScore(simplest(Fraction(draw(st.integers(0, parts)), parts) * most), most)


@st.composite
def assessments(
    draw: st.DrawFn, *, most_units: int = 4, direct: bool | None = None
) -> tuple[Instrument, tuple[UnitAnswers, ...]]:
    """An edition with the answers of some units."""
    edition = draw(instruments())
    number = draw(st.integers(1, most_units))
    return edition, tuple(draw(units(edition, name=f"Unit {each}", direct=direct)) for each in range(1, number + 1))


@st.composite
def assessed_units(draw: st.DrawFn, *, direct: bool | None = None) -> tuple[Instrument, UnitAnswers]:
    """An edition with the answers of one unit."""
    edition = draw(instruments())
    return edition, draw(units(edition, direct=direct))


def leaves_of(component: Component) -> Iterator[Indicator]:
    """The indicators at or below a component, scored or not."""
    if isinstance(component, Group):
        for child in component.components:
            yield from leaves_of(child)
    elif isinstance(component, Indicator):
        yield component


def worst_value(scale: Scale) -> Value:
    """The cell that is worth least."""
    if isinstance(scale, OptionScale):
        return min(scale.options, key=lambda option: mark_of_value(scale, option))
    return scale.worst


def best_value(scale: Scale) -> Value:
    """The cell that is worth most."""
    if isinstance(scale, OptionScale):
        return max(scale.options, key=lambda option: mark_of_value(scale, option))
    return scale.best


# --- the same instruments, as a person would have written them ---


@st.composite
def instrument_files(draw: st.DrawFn) -> tuple[Instrument, str]:
    """An edition, and the text of an indicator file that means the same.

    Where weights are equal the file may say so instead of repeating them, where they have a sum it may state it, and
    where leaves share a scale it may stand in the ``defaults`` of their group.
    """
    edition = draw(instruments())
    lines = [
        "format: 1",
        f"id: {edition.id}",
        f"family: {edition.family}",
        f"title: {edition.title}",
        f"issuer: {edition.issuer}",
        f"years: [{', '.join(str(year) for year in edition.years)}]",
        f"level_names: [{', '.join(edition.level_names)}]",
        "unit_types: {" + ", ".join(f"{key}: {title}" for key, title in edition.unit_types.items()) + "}",
        f"full_score: {number_text(edition.full_score)}",
        f"decimals: {edition.decimals}",
        *([f"target: {number_text(edition.target)}"] if edition.target is not None else []),
        "bands:",
        "  assumption: Contoh.",
        "  rows:",
        *(f"    - {{from: {number_text(b.lower)}, category: {b.category}, label: {b.label}}}" for b in edition.bands),
        "scales:",
        *(f"  {name}: {scale_text(scale)}" for name, scale in edition.scales.items()),
    ]
    if edition.roll_up.by is not None:
        lines.append(f"roll_up: {{method: weighted, by: {edition.roll_up.by}, assumption: uji}}")
    lines += [f"within: {draw(within_texts(edition.components))}", "components:"]
    lines += draw(component_lines(edition.components, "  ", None))
    return edition, "\n".join(lines) + "\n"


def number_text(value: Exact) -> str:
    """The number as YAML: plain digits, or a quoted fraction where decimals would never end."""
    text = to_text(value)
    return f'"{text}"' if "/" in text else text


def scale_text(scale: Scale) -> str:
    """The scale as a YAML flow mapping."""
    if isinstance(scale, OptionScale):
        return "{options: {" + ", ".join(f"{o}: {number_text(p)}" for o, p in scale.options.items()) + "}}"
    zero = "" if scale.zero == scale.worst else f", zero: {number_text(scale.zero)}"
    whole = ", whole: true" if scale.whole else ""
    return f"{{worst: {number_text(scale.worst)}, best: {number_text(scale.best)}{zero}{whole}}}"


def says_equal(components: tuple[Component, ...]) -> bool:
    """Whether the weights of siblings could be left to ``weights: equal``."""
    counting = [c.weight for c in components if isinstance(c, Group) or (isinstance(c, Indicator) and c.scored)]
    return None not in counting and len(set(counting)) == 1


@st.composite
def within_texts(draw: st.DrawFn, components: tuple[Component, ...]) -> str:
    """What a group says about the weights in it; all of them are assumptions here."""
    known = [c.weight for c in components if c.weight is not None]
    total = number_text(simplest(sum(known, Fraction())))
    if says_equal(components):
        return f"{{weights: equal, sum: {total}, assumption: Contoh.}}"
    sums_below = any(isinstance(c, Group) and c.weight is None for c in components)
    stated = "" if sums_below or draw(st.booleans()) else f"sum: {total}, "
    return f"{{{stated}assumption: Contoh.}}"


@st.composite
def component_lines(
    draw: st.DrawFn, components: tuple[Component, ...], indent: str, inherited_scale: str | None
) -> list[str]:
    """Siblings as YAML block text."""
    lines: list[str] = []
    equal = says_equal(components)
    for component in components:
        lines += [f'{indent}- id: "{component.id}"', f"{indent}  title: {component.title}"]
        if isinstance(component, Group):
            if not equal:
                weight = "sum" if component.weight is None else number_text(simplest(component.weight))
                lines.append(f"{indent}  weight: {weight}")
            lines.append(f"{indent}  within: {draw(within_texts(component.components))}")
            below = inherited_scale
            shared = {child.scale.id for child in component.components if isinstance(child, Indicator)}
            if len(shared) == 1 and draw(st.booleans()):
                (below,) = shared
                lines.append(f"{indent}  defaults: {{scale: {below}}}")
            lines.append(f"{indent}  components:")
            lines += draw(component_lines(component.components, f"{indent}    ", below))
            continue
        assert isinstance(component, Indicator)
        if component.weight is not None and not equal:
            lines.append(f"{indent}  weight: {number_text(simplest(component.weight))}")
        if component.scale.id != inherited_scale:
            lines.append(f"{indent}  scale: {component.scale.id}")
        if component.observed is not None:
            lines.append(f"{indent}  observed: {component.observed}")
        if component.may_be_not_applicable:
            lines.append(f"{indent}  not_applicable: allowed")
        if component.only_for is not None:
            lines.append(f"{indent}  only_for: [{', '.join(sorted(component.only_for))}]")
        if not component.scored:
            lines.append(f"{indent}  scored: false")
        if component.appends:
            appends = ", ".join(f"{answer}: {remark}" for answer, remark in component.appends.items())
            lines.append(f"{indent}  appends: {{{appends}}}")
    return lines
