"""From the paths of a check to the indicator files and the workbooks that they name."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kepatuhan.problems import Problem, ProblemsFound, Where, error, errors, reason_of
from kepatuhan.workbook.files import ENDINGS, expanded, find_workbooks

INSTRUMENT_ENDINGS = (".yaml", ".yml")


class CheckableFiles(NamedTuple):
    """What there is to check, each file once, and what was passed over in folders of workbooks."""

    indicator_files: tuple[Path, ...]
    workbooks: tuple[Path, ...]
    notes: tuple[Problem, ...]


def find_checkable(paths: Iterable[Path]) -> CheckableFiles:
    """The files that ``paths`` name; of a folder its indicator files and what scoring would take for a workbook.

    Raises:
        ProblemsFound: for what is missing, and for a folder with nothing to check.
    """
    indicator_files: list[Path] = []
    workbooks: list[Path] = []
    notes: list[Problem] = []
    problems: list[Problem] = []
    for path in expanded(paths):
        try:
            if path.is_dir():
                inside = sorted(entry for entry in path.iterdir() if _is_indicator_file(entry))
                books, remarks = find_workbooks([path])
            else:
                path.stat()
                is_book = path.suffix.lower() not in INSTRUMENT_ENDINGS
                inside, books, remarks = ([], [path], []) if is_book else ([path], [], [])
        except OSError as trouble:
            problems.append(error("KP702", Where(str(path)), reason=reason_of(trouble)))
            continue
        if path.is_dir() and not inside and not books:
            problems.append(error("KP735", Where(str(path)), endings=(*INSTRUMENT_ENDINGS, *ENDINGS)))
        indicator_files.extend(inside)
        workbooks.extend(books)
        if books:  # a folder of indicator files may hold what it likes beside them
            checked = {str(file) for file in inside}
            notes.extend(remark for remark in remarks if remark.where is None or remark.where.file not in checked)
    if problems:
        raise ProblemsFound(problems)
    assert not errors(notes)
    return CheckableFiles(tuple(dict.fromkeys(indicator_files)), tuple(dict.fromkeys(workbooks)), tuple(notes))


def _is_indicator_file(path: Path) -> bool:
    """Whether a folder's entry is one, also where it cannot be read: a link that leads nowhere is told."""
    return path.suffix.lower() in INSTRUMENT_ENDINGS and not path.is_dir() and not path.name.startswith(".")
