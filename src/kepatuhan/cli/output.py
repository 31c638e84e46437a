"""Printing, and writing files so that nothing is lost: beside the target first, then renamed into place."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kepatuhan.problems import Problem, ProblemsFound, Where, error, reason_of
from kepatuhan.report.page import wrapped


def print_text(text: str) -> None:
    """Print to standard output (see :mod:`kepatuhan.cli.streams` for what happens when that is not possible)."""
    sys.stdout.write(text)
    sys.stdout.flush()


def print_trouble(lines: Iterable[str], width: int | None = None) -> None:
    """Print lines to standard error, broken between words at ``width``."""
    sys.stderr.write("".join(f"{wrapped(line, width)}\n" for line in lines))
    sys.stderr.flush()


def refuse_unwritable(outputs: Sequence[Path], inputs: Iterable[Path], *, force: bool) -> None:
    """Refuse outputs that exist (unless ``force``) or are inputs, before any work is done.

    Raises:
        ProblemsFound: naming every one.
    """
    read = {path.resolve() for path in inputs}
    problems: list[Problem] = []
    for output in outputs:
        where = Where(str(output))
        try:
            if output.resolve() in read:
                problems.append(error("KP734", where))
            elif output.is_dir():
                problems.append(error("KP762", where))
            elif output.exists() and not force:
                problems.append(error("KP727", where))
            elif not output.parent.is_dir():
                problems.append(error("KP755", where, folder=str(output.parent)))
        except OSError as trouble:  # a folder that may not be looked into
            problems.append(error("KP726", where, reason=reason_of(trouble)))
    if problems:
        raise ProblemsFound(problems)


def write_text(target: Path, text: str, *, force: bool) -> None:
    """Write ``text`` to ``target`` as a whole or not at all.

    Raises:
        ProblemsFound: when the file cannot be written, or has appeared meanwhile and ``force`` is not given.
    """
    write_bytes(target, text.encode("utf-8"), force=force)


def write_bytes(target: Path, content: bytes, *, force: bool) -> None:
    """Write ``content`` to ``target`` as a whole or not at all.

    Raises:
        ProblemsFound: when the file cannot be written, or has appeared meanwhile and ``force`` is not given.
    """
    import tempfile

    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        open_to_others(temporary, 0o666)
        if target.exists() and not force:
            raise ProblemsFound([error("KP727", Where(str(target)))])
        temporary.replace(target)
        temporary = None
    except OSError as trouble:
        raise unwritable(target, trouble) from trouble
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def unwritable(target: Path, trouble: OSError) -> ProblemsFound:
    """That a file cannot be written, and why."""
    return ProblemsFound([error("KP726", Where(str(target)), reason=reason_of(trouble))])


def open_to_others(path: Path, mode: int) -> None:
    """Give what was made as a private temporary the rights that anything new has."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(mode & ~mask)
