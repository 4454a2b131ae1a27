"""Options of the test run."""

from __future__ import annotations

import signal

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; only endless ones are wrong, and pytest shows these.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite tests/pages/**/expected.json from what comes out")


def pytest_configure() -> None:
    """Take Ctrl-C where the run was started in the background: ignored, it stays so in every child that tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
