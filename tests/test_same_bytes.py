"""A rerun gives the same bytes: no answer depends on how Python orders its sets, which changes with each process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).parent / "pages" / "generic"
SCRIPT = """
import hashlib, sys
from pathlib import Path
from cleaners import Rejected, clean
for path in sorted(Path(sys.argv[1]).glob("*/page.txt")):
    try:
        document = clean(path.read_bytes())
    except Rejected as error:
        print(path.parent.name, error.reason)
        continue
    shown = repr((document.to_dict(), document.drops))
    print(path.parent.name, hashlib.sha256(shown.encode()).hexdigest())
"""


def records_of(seed: int) -> list[str]:
    """Return what a process with its own order of sets makes of each dump."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(PAGES)],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_every_process_gives_the_same_records() -> None:
    first = records_of(1)
    assert len(first) > 100
    assert records_of(2) == first
