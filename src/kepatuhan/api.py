"""The public functions that read files: the steps of the command line, for a notebook or another program."""

import os
from collections.abc import Iterable
from pathlib import Path

from kepatuhan.checking.instruments import check_file, check_files, load_bundled
from kepatuhan.checking.instruments import load_instrument as _load
from kepatuhan.instrument.library import bundled_files
from kepatuhan.instrument.model import Instrument
from kepatuhan.problems import Problem, ProblemsFound, errors
from kepatuhan.workbook.choosing import Library
from kepatuhan.workbook.reading import OnProgress, Reading, read_workbooks


def load_instrument(name_or_file: str | os.PathLike[str]) -> Instrument:
    """The instrument with a bundled id (``ombudsman-2022``), or in a YAML file.

    Raises:
        ProblemsFound: when it is not there, or not safe to score with; every problem of the file is in it.
    """
    return _load(os.fspath(name_or_file))


def check_instrument(file: str | os.PathLike[str]) -> list[Problem]:
    """Every problem of an indicator file, by line; an empty list when it is in order."""
    return check_file(Path(file))


def check_instruments(files: Iterable[str | os.PathLike[str]]) -> list[Problem]:
    """Every problem of several indicator files: those of each, and those between them (an id or a year twice)."""
    return check_files([Path(file) for file in files])


def bundled_library() -> Library:
    """The bundled instruments, each loaded when it is asked for."""
    return Library(tuple(bundled_files()), load_bundled)


def read_answers(
    workbooks: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    instrument: Instrument | str | None = None,
    *,
    partial: bool = False,
    keeps_places: bool = False,
    on_progress: OnProgress = lambda _file, _row: None,
) -> Reading:
    """The answers in workbooks (.xlsx, .xlsm, .csv) and folders of them, together one assessment.

    ``workbooks`` is one file or folder, or several. ``instrument`` may also be an id or the name of a YAML file;
    without it, it is the one that the workbooks name, or the only bundled one that fits them. With ``partial`` the
    units with problems are left out (``unsound``) instead of refusing the whole. With ``keeps_places`` the cells of all
    answers are remembered: ``reading.places.of("Disdukcapil").answers["P.01"]``.

    Raises:
        ProblemsFound: with every problem of every file.
    """
    paths = [workbooks] if isinstance(workbooks, str | os.PathLike) else workbooks
    wanted = load_instrument(instrument) if isinstance(instrument, str) else instrument
    reading = read_workbooks(
        [Path(path) for path in paths], wanted, bundled_library(), on_progress, keeps_places=keeps_places
    )
    refuse_unsound(reading, partial=partial)
    return reading


def refuse_unsound(reading: Reading, *, partial: bool) -> None:
    """Refuse what was read when it cannot be scored; with ``partial`` only when no unit of it can be.

    Raises:
        ProblemsFound: with every problem of every file.
    """
    wrong = errors(reading.problems)
    if wrong and not (partial and reading.units):
        raise ProblemsFound(reading.problems)
