"""The command line: it parses, calls, prints and exits. No rules and no arithmetic live here."""

from kepatuhan.cli.main import main

__all__ = ["main"]
