"""Options of the test run."""

from __future__ import annotations

import resource
import signal

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; only endless ones are wrong, and pytest shows these.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

MEMORY = 6 << 30  # bytes of address space; a whole run needs a sixth of it


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite tests/pages/**/expected.json from what comes out")


def pytest_configure() -> None:
    """Take Ctrl-C where the run was started in the background: ignored, it stays so in every child that tests start.

    Memory is bounded: an example that runs away fails, and Hypothesis shows it, before the kernel kills the worker.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
