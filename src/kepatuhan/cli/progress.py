"""A word about long work: on standard error, only on a terminal, only when it takes more than a second."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kepatuhan.messages import Words, literal

if TYPE_CHECKING:
    from rich.status import Status

_QUIET_SECONDS = 1.0
_EVERY_ROWS = 200


class Progress:
    """Shows what is being read or written; use it as a context manager and call :meth:`at` or :meth:`writing`."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._is_wanted = sys.stderr.isatty()
        self._started = time.monotonic()
        self._status: Status | None = None
        self._calls = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def at(self, file: str, row: int) -> None:
        """Note that a row of a file is being read."""
        self._calls += 1
        if self._calls % _EVERY_ROWS == 0 and self._is_due():
            self._show(self._words.text("progress.reading", file=file, row=row))

    def writing(self, file: str, number: int, count: int) -> None:
        """Note that one of ``count`` files is being written; ``number`` counts from 1."""
        if self._is_due():
            self._show(self._words.text("progress.writing", file=file, number=number, count=count))

    def writing_long(self, file: str) -> None:
        """Note that a file is being written which takes long."""
        if self._is_wanted:
            self._show(self._words.text("progress.writing_long", file=file))

    def _is_due(self) -> bool:
        return self._is_wanted and time.monotonic() - self._started >= _QUIET_SECONDS

    def _show(self, text: str) -> None:
        if self._status is None:
            from rich.console import Console

            self._status = Console(stderr=True, markup=False, highlight=False).status(literal(text))
            self._status.start()
        self._status.update(literal(text))
