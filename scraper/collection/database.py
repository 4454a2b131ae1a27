"""The database file: opened, brought to the current schema by named migrations, and its errors said in one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

_PATIENCE = 5.0  # seconds to wait for another process that writes


class StateError(Exception):
    """The database cannot be used; the message says why, in one line."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a ``StateError`` that names the file, and says what to do where it is damaged."""
    try:
        yield
    except sqlite3.Error as error:
        remedy = ""
        if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            remedy = "; put a backup in its place, or move it away: the next run makes a new one from the archive"
        raise StateError(f"{path}: {error}{remedy}") from error


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, made where it is missing; apply the migrations that it lacks.

    Transactions are explicit (``BEGIN IMMEDIATE``). Every commit is on the disk before it returns.

    Raises:
        StateError: damaged, locked, not writable, or made by a later qingwen.
    """
    with explained(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def copy(path: Path) -> sqlite3.Connection:
    """Return a copy of the database in memory, an empty one where there is none yet.

    Raises:
        StateError: damaged, locked, or made by a later qingwen.
    """
    with explained(path):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        if path.exists():
            with closing(sqlite3.connect(_readable(path), timeout=_PATIENCE, uri=True)) as original:
                original.backup(memory)
        _migrate(memory, path)
        return memory


def _readable(path: Path) -> str:
    """Return the URI by which to read a database, also where its folder cannot be written and no run is going on."""
    still = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if still else ''}"


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply migrations in the order of their names, each in a transaction with the note that it was applied."""
    folder = files("scraper.collection").joinpath("migrations")
    known = sorted(entry.name.removesuffix(".sql") for entry in folder.iterdir() if entry.name.endswith(".sql"))
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migration'").fetchone():
        applied = {name for (name,) in connection.execute("SELECT name FROM migration")}
    else:
        connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) WITHOUT ROWID")
        applied = set()
    if later := applied - set(known):
        raise StateError(f"{path}: made by a later version of qingwen (it has {', '.join(sorted(later))})")
    for name in known:
        if name not in applied:
            script = folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nINSERT INTO migration VALUES ('{name}');\nCOMMIT;")
