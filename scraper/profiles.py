"""Site profiles of the user: a file, or a folder of them."""

from __future__ import annotations

import os
from pathlib import Path

from cleaners.profile import Profile, ProfileError, read_profile


def load_profiles(path: Path) -> tuple[Profile, ...]:
    """Read one profile, or every ``*.toml`` of a folder by file name; those in its ``sites/`` where it has none.

    Raises:
        ProfileError: one of them is wrong or cannot be read, or the folder holds none.
    """
    files = [path]
    if os.path.isdir(path):  # noqa: PTH112 - Path's raises
        files = sorted(path.glob("*.toml")) or sorted(path.glob("sites/*.toml"))  # as ``sites new`` writes them
    if not files:
        raise ProfileError(f"{path}: no *.toml in this folder")
    return tuple(_load(file) for file in files)


def _load(path: Path) -> Profile:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ProfileError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from None
    return read_profile(text, str(path))
