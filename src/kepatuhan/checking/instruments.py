"""Check an indicator file: its shape, then every rule; and load one only when nothing is wrong with it."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kepatuhan.checking import bands, guidance, references, scales, weights
from kepatuhan.checking.across import Claim, claim_of, problems_across
from kepatuhan.checking.ignoring import without_ignored
from kepatuhan.checking.placed import Checked, place
from kepatuhan.instrument.building import build_instrument
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.loading import WrittenInstrument, load_written
from kepatuhan.instrument.model import Instrument
from kepatuhan.instrument.yaml_nodes import MAX_MISTAKES
from kepatuhan.problems import Level, Problem, ProblemsFound, Term, error, errors
from kepatuhan.spelling import nearest

Rule = Callable[[Checked], Iterator[Problem]]

RULES: tuple[Rule, ...] = (*references.RULES, *scales.RULES, *weights.RULES, *bands.RULES, *guidance.RULES)
"""Every rule, in the order in which it is asked; each takes the file and yields its problems."""


def check_written(written: WrittenInstrument) -> list[Problem]:
    """Every problem of a file, by line: those of its shape, and those of the rules about all that has its shape.

    What a comment of the file silences is left out (:mod:`kepatuhan.checking.ignoring`).
    """
    found = list(written.problems)
    if written.entries is not None:
        checked = place(written.entries, written.document, written.gaps)
        found.extend(problem for rule in RULES for problem in rule(checked))
        found = without_ignored(found, written)
    return _bounded(_in_order(found))


def _bounded(problems: list[Problem]) -> list[Problem]:
    """``problems`` up to the last error that is told, with a word about the others."""
    places = [index for index, problem in enumerate(problems) if problem.level is Level.ERROR]
    if len(places) <= MAX_MISTAKES:
        return problems
    last = places[MAX_MISTAKES]
    more = error("KP104", problems[last].where, excess=Term("excess.mistakes"), limit=str(MAX_MISTAKES))
    return [*problems[:last], more]


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(
        problems, key=lambda p: (p.where.line or 0, p.where.column or 0, p.code) if p.where else (0, 0, p.code)
    )


def check_file(path: Path, file: str | None = None) -> list[Problem]:
    """Every problem of the indicator file at ``path``; ``file`` is its name in messages."""
    return check_written(load_written(path, file))


def check_files(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of several indicator files: those of each, in the order of the paths, and those between them.

    A file that is named twice is checked once.
    """
    once = {os.path.realpath(path): path for path in reversed(list(paths))}  # Path.resolve refuses a circle of links
    found: dict[str, list[Problem]] = {}
    claims: list[Claim] = []
    for path in reversed(once.values()):  # one at a time: a file as it was read is large, what it claims is small
        written = load_written(path)
        found[written.file] = check_written(written)
        claim = claim_of(written)
        claims.extend([claim] if claim is not None else [])
    for problem in problems_across(claims):
        if problem.where is not None:
            found[problem.where.file] = _in_order([*found[problem.where.file], problem])
    return [problem for problems in found.values() for problem in problems]


def load_file(path: Path, file: str | None = None) -> Instrument:
    """The instrument in the file at ``path``.

    Raises:
        ProblemsFound: with every problem of the file, when it is not safe to score with.
    """
    written = load_written(path, file)
    problems = errors(check_written(written))
    if problems:
        raise ProblemsFound(problems)
    return build_instrument(written)


def load_bundled(name: str) -> Instrument:
    """The bundled instrument with the id ``name``.

    Raises:
        ProblemsFound: when there is none of that id, naming those there are.
    """
    files = bundled_files()
    if name not in files:
        raise ProblemsFound([error("KP121", instrument=name, known=tuple(files), near=nearest(name, files) or "")])
    return load_file(files[name], f"{name}.yaml")


def load_instrument(name_or_file: str) -> Instrument:
    """The instrument that a person names: the id of a bundled one, or the path of a YAML file.

    Raises:
        ProblemsFound: when it is not there or not safe to score with.
    """
    path = Path(name_or_file)
    if path.suffix.lower() in (".yaml", ".yml") or path.is_file():
        return load_file(path, name_or_file)
    return load_bundled(name_or_file)
