"""File names from a template and a record, safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from os.path import normpath
from string import Formatter
from typing import Any, NamedTuple

from cleaners.document import Document, Metadata
from output.terminal import ACTING

MAX_BYTES = 255
"""Of a file name in UTF-8: the limit of ext4, XFS, APFS and (counted otherwise, never tighter) NTFS."""

KEYS = frozenset(Document(lines=(), metadata=Metadata()).to_dict()) - {"text"}
"""Keys of the record that a template may name."""

_SEPARATORS = " -_.,~+"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
# Device names of Windows, reserved with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
_TAG_BYTES = 9


class TemplateError(ValueError):
    """A template that names an unknown key or is not well-formed."""


class NameTemplate(NamedTuple):
    """A parsed template: pairs of a literal and the key that follows it (``None`` at the end)."""

    parts: tuple[tuple[str, str | None], ...]

    @classmethod
    def parse(cls, template: str) -> NameTemplate:
        """Parse ``{published}-{title}-{id}``.

        Raises:
            TemplateError: unknown key, unbalanced brace, or a conversion or format, which have no use here.
        """
        try:
            parsed = list(Formatter().parse(template))
        except ValueError as error:
            raise TemplateError(f"name template {template!r}: {error}") from None
        parts: list[tuple[str, str | None]] = []
        for literal, key, spec, conversion in parsed:
            if key is not None and (key not in KEYS or spec or conversion):
                known = ", ".join(sorted(KEYS))
                raise TemplateError(f"name template {template!r}: unknown key {{{key}}}; known are {known}")
            parts.append((literal, key))
        if not any(key for _, key in parts):
            raise TemplateError(f"name template {template!r}: names no key of the record, so every file is the same")
        return cls(tuple(parts))

    def render(self, record: Mapping[str, Any], suffix: str, tag: str = "") -> str:
        """Return the file name for a record.

        A fact that is ``null`` vanishes together with one run of separators beside it. What is too long loses the end
        of its longest value.

        Args:
            record: as of ``Document.to_dict``.
            suffix: ending with its dot, ``.md``.
            tag: ``~`` and eight characters that set colliding names apart; see ``collision_tag``.
        """
        values = {key: _clean(_show(record[key])) for _, key in self.parts if key}
        # Room for a tag is kept even where there is none, so that a name does not change when it gets one.
        room = MAX_BYTES - len(suffix.encode()) - _TAG_BYTES
        stem = self._stem(values)
        while (excess := len(stem.encode()) - room) > 0:
            longest = max(values, key=lambda key: len(values[key].encode()))
            if not values[longest]:
                stem = _cut(stem, room)
                break
            values[longest] = _cut(values[longest], max(0, len(values[longest].encode()) - excess)).rstrip()
            stem = self._stem(values)
        stem = stem.lstrip(_SEPARATORS).rstrip(" .") or str(record["id"])
        if _RESERVED.match(stem):
            stem = f"_{stem}"
        return f"{stem}{tag}{suffix}"

    def _stem(self, values: Mapping[str, str]) -> str:
        stem = ""
        gap = False  # a null value left no separator before it to take away, so one after it goes
        for literal, key in self.parts:
            literal = _clean(literal, strip=False)
            stem += literal.lstrip(_SEPARATORS) if gap else literal
            gap = False
            if key and values[key]:
                stem += values[key]
            elif key:
                shorter = stem.rstrip(_SEPARATORS)
                gap = shorter == stem
                stem = shorter
        return stem


def collision_tag(record: Mapping[str, Any]) -> str:
    """Return what sets a document's file name apart from an equal one: from its source and id alone."""
    identity = f"{normpath(record['source'])}\0{record['id']}"
    return "~" + hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[: _TAG_BYTES - 1]


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "-".join(str(part) for part in value)
    return str(value)


def _clean(text: str, *, strip: bool = True) -> str:
    text = ACTING.sub("", unicodedata.normalize("NFC", text))
    text = _FORBIDDEN.sub("_", " ".join(text.split()) if strip else text)
    # Unassigned and private-use characters, and format characters that ACTING does not list.
    return "".join(char for char in text if unicodedata.category(char)[0] != "C")


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore")
