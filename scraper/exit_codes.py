"""Exit codes of the contract."""

from __future__ import annotations

OK = 0
SOME_FAILED = 1
WRONG_USAGE = 2
ALL_FAILED = 3
LOCKED = 75
"""Another run holds this collection's lock (EX_TEMPFAIL of sysexits.h)."""
INTERRUPTED = 130
