"""Standard output and error that never stop the work: a reader may go away, a disk may be full, a stream may be closed.

What cannot be written is dropped, and what went wrong is remembered; the exit code stays that of the work.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO

_READER_GONE = (errno.EPIPE, errno.EINVAL)
"""The second is how Windows says it."""


class SteadyStream:
    """A text stream over ``stream`` (None: closed from the start) that drops what cannot be written.

    What its encoding cannot show becomes a question mark. Everything else is as in ``stream``.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._is_lost = stream is None
        self.failure: OSError | None = None
        """Why something could not be written; a reader that went away is no failure."""

    def write(self, text: str) -> int:
        """Write ``text`` or drop it."""
        if self._stream is not None and not self._is_lost:
            try:
                try:
                    self._stream.write(text)
                except UnicodeEncodeError:
                    self._stream.write(text.encode(self.encoding, errors="replace").decode(self.encoding))
            except OSError as trouble:
                self._lose(trouble)
        return len(text)

    def flush(self) -> None:
        """Send what was written on its way, or drop it."""
        if self._stream is not None and not self._is_lost:
            try:
                self._stream.flush()
            except OSError as trouble:
                self._lose(trouble)

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return self._stream is not None and self._stream.isatty()

    @property
    def encoding(self) -> str:
        """What it can show."""
        return getattr(self._stream, "encoding", None) or "ascii"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _lose(self, trouble: OSError) -> None:
        self._is_lost = True
        if trouble.errno not in _READER_GONE:
            self.failure = trouble
        # Python would try once more when it closes the stream, and complain: let that go nowhere.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)


@contextlib.contextmanager
def steady_streams() -> Iterator[SteadyStream]:
    """Make both streams steady for the time of a run; yields standard output."""
    before = sys.stdout, sys.stderr
    output, trouble = SteadyStream(sys.stdout), SteadyStream(sys.stderr)
    sys.stdout, sys.stderr = output, trouble
    try:
        yield output
    finally:
        output.flush()
        trouble.flush()
        sys.stdout, sys.stderr = before
