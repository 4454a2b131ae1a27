"""What a user may choose of cleaning: one frozen object, made once at the edge and handed down."""

from __future__ import annotations

from dataclasses import dataclass

from cleaners.profile import Profile


@dataclass(frozen=True, slots=True)
class CleanOptions:
    """Choices of cleaning.

    Attributes:
        script: ``keep``, ``simplified``, ``traditional`` or the name of an OpenCC configuration (``tw2sp``).
        punctuation: ``keep``, ``full`` or ``half``, beside Han characters.
        leaders: ``keep`` or ``drop`` the dots between a title and its page number in a table of contents.
        profiles: site profiles that are tried before the built-in ones.
    """

    script: str = "keep"
    punctuation: str = "keep"
    leaders: str = "keep"
    profiles: tuple[Profile, ...] = ()
