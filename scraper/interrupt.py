"""Ctrl-C where it may come: never in the middle of writing a document."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Turns SIGINT into ``KeyboardInterrupt``, put off while a ``shield`` is held.

    Args:
        ask_to_end: called at the first SIGINT instead, where the run can end in good order by itself.
    """

    def __init__(self, ask_to_end: Callable[[], None] | None = None) -> None:
        self._ask_to_end = ask_to_end
        self.asked = False
        self._shielded = False
        self._pending = False

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Watch for SIGINT during the block. Outside the main thread, where Python gives no signals, do nothing."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._take)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Finish the block before an interrupt is raised."""
        self._shielded = True
        try:
            yield
        finally:
            self._shielded = False
        if self._pending:
            self._pending = False
            raise KeyboardInterrupt

    def _take(self, number: int, frame: FrameType | None) -> None:
        if self._ask_to_end and not self.asked:
            self.asked = True
            self._ask_to_end()
        elif self._shielded:
            self._pending = True
        else:
            raise KeyboardInterrupt
