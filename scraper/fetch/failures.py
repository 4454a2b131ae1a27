"""Why a page could not be had; each becomes a ``Rejection``."""

from __future__ import annotations

_ANOTHER_TIME = frozenset(("timeout", "connect", "dns", "host-set-aside", "robots-unreachable", "http-429", "http-503"))


class FetchFailure(Exception):
    """A page could not be had.

    Attributes:
        reason: short code: ``timeout``, ``connect``, ``tls``, ``http-404``, ``robots``, ``too-large`` ...
        passing: the same request may succeed later.
        wait: seconds after which the server asks to be asked again.
    """

    def __init__(self, reason: str, detail: str = "", *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail
        self.passing = passing
        self.wait = wait

    @property
    def lasting(self) -> bool:
        """Another run will hear the same."""
        return not self.passing and self.reason not in _ANOTHER_TIME
