"""The environment of children whose coverage is not measured: measuring writes a file and loads modules."""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """Return this process's environment without what coverage put into it for its children."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
