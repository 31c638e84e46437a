"""Writing several files into one folder: all of them, or none."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kepatuhan.cli.output import open_to_others, refuse_unwritable
from kepatuhan.problems import ProblemsFound, Where, error, reason_of
from kepatuhan.workbook.files import find_workbooks


def refuse_unwritable_folder(folder: Path, names: Sequence[str], inputs: Iterable[Path], *, force: bool) -> None:
    """Refuse a folder that is a file or has nowhere to stand, and one that holds workbooks (unless ``force``).

    Those of another time would be sent out, or collected, together with the new ones, and nobody would notice.

    Raises:
        ProblemsFound: naming every one.
    """
    where = Where(str(folder))
    try:
        if folder.is_dir():
            refuse_unwritable([folder / name for name in names], inputs, force=force)
            if not force:
                _refuse_other_workbooks(folder)
        elif folder.exists() or folder.is_symlink():
            raise ProblemsFound([error("KP763", where)])
        elif not folder.parent.is_dir():
            raise ProblemsFound([error("KP755", where, folder=str(folder.parent))])
    except OSError as trouble:
        raise ProblemsFound([error("KP726", where, reason=reason_of(trouble))]) from trouble


def _refuse_other_workbooks(folder: Path) -> None:
    workbooks, _ = find_workbooks([folder])
    if workbooks:
        names = tuple(workbook.name for workbook in workbooks)
        raise ProblemsFound([error("KP789", Where(str(folder)), count=len(names), files=names)])


def write_folder(folder: Path, contents: Iterable[tuple[str, bytes]], *, force: bool) -> None:
    """Write every file of ``contents`` into ``folder``, which need not exist, or leave everything as it was.

    All files are written in a folder beside; then they are moved into place, and moved back when one cannot be.

    Raises:
        ProblemsFound: when a file cannot be written, or has appeared meanwhile and ``force`` is not given.
    """
    is_new = not folder.exists()
    place = folder
    try:
        beside = folder.parent if is_new else folder
        with tempfile.TemporaryDirectory(dir=beside, prefix=".kepatuhan.", suffix=".tmp") as temporary:
            written, old = Path(temporary, "new"), Path(temporary, "old")
            written.mkdir()
            old.mkdir()
            names = []
            for name, content in contents:
                place = folder / name
                (written / name).write_bytes(content)
                names.append(name)
            if is_new:
                place = folder
                open_to_others(written, 0o777)
                written.rename(folder)
                return
            moved: list[str] = []
            try:
                for name in names:
                    place = folder / name
                    _move_into_place(written / name, place, old / name, force=force)
                    moved.append(name)
            except BaseException:
                for name in moved:
                    (folder / name).unlink()
                for kept in old.iterdir():
                    kept.replace(folder / kept.name)
                raise
    except OSError as trouble:
        raise ProblemsFound([error("KP726", Where(str(place)), reason=reason_of(trouble))]) from trouble


def _move_into_place(file: Path, target: Path, old: Path, *, force: bool) -> None:
    if target.exists():
        if not force:
            raise ProblemsFound([error("KP727", Where(str(target)))])
        target.replace(old)
    file.replace(target)
