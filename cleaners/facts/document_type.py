"""The type of the document's file: by a label, a title with its ending, what the head declares, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaners.facts.finding import Finding, has_label
from cleaners.lazily import lazily
from cleaners.values import TYPES

_TYPE: Final = lazily(TYPES)
_ARCHIVES: Final = frozenset(("rar", "zip"))
_PROGRAMS: Final = frozenset(("word", "excel", "powerpoint"))  # say less than the ending of a file beside them
_FILES_OF: Final = {"word": ("doc", "wps", "rtf"), "excel": ("xls",), "powerpoint": ("ppt",)}
_FILE_ENDING: Final = lazily(rf"\.({TYPES})(?=$|[\s_-]|VIP$)", re.IGNORECASE)
_TITLE_PARTS: Final = lazily(r"[_|｜–—-]")
_TYPE_NAMED: Final = lazily(r"(?i)\s*(pdf|pptx?|docx?|xlsx?|epub)(\s+(?:free\s+)?download|(?:免费)?下[载載])?\s*")


def labelled_archive(found: Sequence[Finding]) -> str | None:
    """Return the kind of the archive that a label says the file comes in, whatever the name of what is in it."""
    labelled = (one.facts.get("doc_type", "") for one in found if has_label(one.rule))
    return next((kind for kind in labelled if kind.lower() in _ARCHIVES), None)


def named_type(program: str | None, found: Sequence[Finding]) -> str | None:
    """Return what a label says of the files of a program that the page names first: doc, beside an icon of Word."""
    files = _FILES_OF.get((program or "").lower(), ())
    labelled = (one.facts.get("doc_type", "").lower() for one in found if has_label(one.rule))
    return next((kind for kind in labelled if kind.startswith(files)), program) if files else program


def read_type(stated: str | None, raw_title: str | None, declared: str | None, head_title: str | None) -> str | None:
    """Return the type in lower case, by the first source that names one.

    Args:
        stated: the type that the page shows.
        raw_title: the title with its file ending.
        declared: what the page states for machines.
        head_title: the title as the head has it.
    """
    types: list[str] = _TYPE.findall(stated.lower()) if stated else []
    if types and declared and _PROGRAMS.issuperset(types):
        types += _TYPE.findall(declared.lower())
    if types:
        return next((name for name in types if name not in _PROGRAMS), types[0])
    if raw_title and (ending := _FILE_ENDING.search(raw_title)):
        return ending[1].lower()
    return found[0] if declared and (found := _TYPE.search(declared.lower())) else _type_named(head_title or "")


def _type_named(title: str) -> str | None:
    """Return the type that a page's title names behind the document's: ``T | PDF | Tides``, ``T - ppt download``."""
    first, *rest = _TITLE_PARTS.split(title)
    named = next((found for part in rest if (found := _TYPE_NAMED.fullmatch(part))), None)
    told = named is not None and (named[2] is not None or f"| {named[1]} |" in f"{title} |")
    return named[1].lower() if named and told and named[1].lower() not in first.lower() else None
