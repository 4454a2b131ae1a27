"""The environment of children whose coverage is not measured.

Measuring writes a file and loads modules, and an interrupt inside of its lock leaves that locked for ever.
"""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """Return this process's environment without what coverage put into it for its children."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
