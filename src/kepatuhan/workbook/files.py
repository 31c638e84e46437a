"""From the names a person gives to opened workbooks: folders are searched, what is no workbook is refused."""

import glob
import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from kepatuhan.problems import Problem, ProblemsFound, Term, Where, error, note, reason_of, warning
from kepatuhan.workbook.cells import Book
from kepatuhan.workbook.limits import MOST_CSV_BYTES, MOST_FILE_BYTES, exceeded
from kepatuhan.workbook.xlsx_reader import open_xlsx

ENDINGS = (".xlsx", ".xlsm", ".csv")

_OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods", ".numbers")

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "file.locked_or_old"),
    (b"%PDF", "file.pdf"),
    (b"\x89PNG", "file.image"),
    (b"\xff\xd8\xff", "file.image"),
    (b"GIF8", "file.image"),
    (b"<", "file.web_page"),
)


def expanded(paths: Iterable[Path]) -> Iterator[Path]:
    """``paths``; a pattern such as ``*.xlsx`` becomes the paths that fit it, by name, which not every shell does."""
    for path in paths:
        name = str(path)
        if not glob.has_magic(name) or path.exists():
            yield path
        else:
            fitting = sorted(glob.glob(name), key=str.casefold)  # noqa: PTH207 - absolute patterns, too
            yield from map(Path, fitting or [name])


def find_workbooks(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """The workbooks that ``paths`` name, each once, and what was skipped or is missing."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in expanded(paths):
        if path.name.startswith("~$"):
            problems.append(note("KP714", Where(str(path)), reason=Term("skipped.owner")))
            continue
        try:
            inside = sorted(path.iterdir(), key=lambda entry: entry.name.casefold()) if path.is_dir() else []
            exists = path.exists()
        except OSError as trouble:
            problems.append(error("KP702", Where(str(path)), reason=reason_of(trouble)))
            continue
        if path.is_dir():
            workbooks = [entry for entry in inside if _is_workbook(entry)]
            for entry in inside:
                if entry not in workbooks:
                    reason = Term("skipped.folder" if entry.is_dir() else "skipped.no_workbook")
                    problems.append(note("KP714", Where(str(entry)), reason=reason))
            if not workbooks:
                problems.append(error("KP722", Where(str(path)), endings=ENDINGS))
        elif exists:
            workbooks = [path]
        else:
            problems.append(error("KP702", Where(str(path)), reason=Term("reason.missing")))
            continue
        for workbook in workbooks:
            found.setdefault(workbook.resolve(), workbook)
    return list(found.values()), problems


def _is_workbook(path: Path) -> bool:
    """Also one of another program or time: it may hold a unit's answers, and is refused with the way out."""
    return (
        path.suffix.lower() in (*ENDINGS, *_OTHER_WORKBOOKS)
        and not path.name.startswith(("~$", "._", "."))
        and path.is_file()
    )


def open_book(path: Path) -> tuple[Book, list[Problem]]:
    """The workbook at ``path``, and what should be known about how it was read.

    Raises:
        ProblemsFound: when it is not there, not a workbook, or damaged.
    """
    file = str(path)
    notes = [warning("KP723", Where(file))] if path.with_name(f"~${path.name}").exists() else []
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ProblemsFound([error("KP703", Where(file), reason=Term("file.no_file"))])
        most = MOST_CSV_BYTES if path.suffix.lower() == ".csv" else MOST_FILE_BYTES
        if status.st_size > most:
            raise ProblemsFound([exceeded("bytes", most, Where(file))])
        content = path.read_bytes()
    except OSError as trouble:
        raise ProblemsFound([error("KP702", Where(file), reason=reason_of(trouble))]) from trouble
    ending = path.suffix.lower()
    digest = hashlib.sha256(content).hexdigest()
    _refuse_what_is_no_workbook(content[:8], ending, file)
    if ending == ".csv":
        from kepatuhan.workbook.csv_reader import read_csv

        sheet, remarks = read_csv(content, file)
        return Book(file, path.stem, digest, (sheet,)), [*notes, *remarks]
    return Book(file, path.stem, digest, open_xlsx(content, file)), notes


def _refuse_what_is_no_workbook(start: bytes, ending: str, file: str) -> None:
    reason = None
    if not start:
        reason = "file.empty"
    elif ending in ENDINGS and ending != ".csv" and not start.startswith(b"PK"):
        reason = next((why for signature, why in _SIGNATURES if start.lstrip().startswith(signature)), "file.no_xlsx")
    elif ending == ".csv" and start.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
        reason = "file.no_csv"
    elif ending in _OTHER_WORKBOOKS:
        reason = "file.locked_or_old" if ending == ".xls" else "file.other_workbook"
    elif ending not in ENDINGS:
        reason = "file.other"
    if reason:
        raise ProblemsFound([error("KP703", Where(file), reason=Term(reason))])
