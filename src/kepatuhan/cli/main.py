"""The entry point. It imports nothing before it can be interrupted in peace: loading the program takes a moment."""

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run ``kepatuhan`` with ``arguments`` (default: those of the process) and return its exit code."""
    try:
        from kepatuhan.cli.running import run

        return run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if arguments is None:
            gc.freeze()  # the process ends, and would look through all it holds for cycles: a tenth of a small run
