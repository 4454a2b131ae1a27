"""The command line: one module a command, which says what its options are and hands them to what does the work."""

from __future__ import annotations

import gc
import sys

from scraper.exit_codes import INTERRUPTED

_GARBAGE = 50_000  # new objects between two looks for garbage; at Python's 700, looking costs a tenth of a short run


def main() -> None:
    """Run ``qingwen``; ends the process with an exit code of the contract."""
    gc.set_threshold(_GARBAGE)
    try:
        from scraper.cli.app import invoke

        code = invoke(sys.argv[1:])
    except KeyboardInterrupt:  # while modules load
        code = INTERRUPTED
    gc.freeze()  # the end of the process frees everything anyway
    sys.exit(code)
