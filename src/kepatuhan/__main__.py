"""``python -m kepatuhan`` is ``kepatuhan``."""

import sys

from kepatuhan.cli import main

if __name__ == "__main__":
    sys.exit(main())
