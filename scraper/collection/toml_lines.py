"""In which line of a TOML text a key stands, for messages: ``tomllib`` forgets it."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.\"'-]+)\s*\]{1,2}")


def line_of(text: str, table: str, index: int, key: str) -> int:
    """Return the line (from 1) of a key, of its table's header where it has no line of its own, or 1.

    Args:
        text: the TOML.
        table: name of the table that holds the key; empty at the top, where the key may be a table.
        index: which of the tables of that name, from 0.
        key: its bare name.
    """
    assignment = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    current, seen, header = "", -1, 1
    for number, row in enumerate(text.splitlines(), start=1):
        if match := _HEADER.match(row):
            current = match[1].strip("\"'")
            seen += current == table
            if current == table and seen == index:
                header = number
            if not table and current == key:
                return number
        elif current == table and (not table or seen == index) and assignment.match(row):
            return number
    return header
