"""Tables of a TOML file, checked key by key; a mistake is named with file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scraper.collection.toml_lines import line_of

_NAMES = {
    list: "a list of strings",
    str: "a string of one line, not empty",
    int: "a whole number above 0",
    float: "a number, 0 or above",
    bool: "true or false",
    date: "a date, without quotes",
    dict: "a table",
}
_MAY_BE_ZERO = frozenset(("retries",))
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


class ConfigurationError(ValueError):
    """A configuration that cannot be used; the message names file, line and key."""


def parsed(text: str, filename: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        ConfigurationError: it is none.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        line = match[1] if (match := _AT_LINE.search(message)) else str(text.count("\n") + 1)
        raise ConfigurationError(f"{filename}:{line}: no TOML: {_AT_LINE.sub('', message)}") from None


@dataclass(frozen=True, slots=True)
class Table:
    """One table, with what a message has to name of it.

    Attributes:
        text, filename: of the whole file.
        name: of the table; empty for the top.
        index: which of the tables of that name, from 0.
        rows: its keys and values.
    """

    text: str
    filename: str
    name: str
    index: int
    rows: Mapping[str, Any]

    @property
    def folder(self) -> Path:
        """From where the paths in the file are meant."""
        return Path(self.filename).parent

    def check(self, known: Mapping[str, type]) -> dict[str, Any]:
        """Return the table's values, lists as tuples; raise for an unknown key or a wrong type."""
        for key, value in self.rows.items():
            if key not in known:
                bracketed = "[[source]]" if self.name == "source" else f"[{self.name}]"
                where = bracketed if self.name else "the file"
                raise self.error(key, f"is not a key of {where}; known: {', '.join(known)}")
            if not _fits(value, known[key], key):
                raise self.error(key, f"must be {_NAMES[known[key]]}" if key != "source" else "must be [[source]]")
        return {key: tuple(value) if isinstance(value, list) else value for key, value in self.rows.items()}

    def error(self, key: str, message: str) -> ConfigurationError:
        """Return the error that says what is wrong with a key."""
        line = line_of(self.text, self.name, self.index, key)
        return ConfigurationError(f"{self.filename}:{line}: {key}: {message}")


def _fits(value: object, kind: type, key: str) -> bool:
    if kind is list:
        inner = dict if key == "source" else str
        return isinstance(value, list) and all(isinstance(item, inner) and _fits(item, inner, "") for item in value)
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    if isinstance(value, bool):
        return kind is bool
    if kind is int:
        return isinstance(value, int) and (value > 0 or (value == 0 and key in _MAY_BE_ZERO))
    if kind is float:
        return isinstance(value, int | float) and 0 <= value < float("inf")
    if kind is str:
        return isinstance(value, str) and bool(value.strip()) and not set(value) & set("\r\n\0")
    return isinstance(value, kind)
