"""The environment of children whose coverage is not measured.

Measuring writes a file and loads modules: an interrupt inside of its lock leaves that locked for ever, and a limit on
the size of files cuts what it wrote, on which the whole run's figures then fail.
"""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """Return this process's environment without what coverage put into it for its children."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
