"""The command line: one module a command, which says what its options are and hands them to what does the work."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``qingwen``; ends the process with an exit code of the contract."""
    from scraper.cli.app import invoke

    sys.exit(invoke(sys.argv[1:]))
