"""Why a page could not be had; each becomes a ``Rejection``."""

from __future__ import annotations


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
