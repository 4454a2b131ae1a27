"""The formats by name: how one document looks, and how several follow each other in one stream."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cleaners.document import Document
from output.markdown import render_markdown
from output.records import render_json, render_jsonl
from output.text import render_text


class Format(NamedTuple):
    """A format: the ending of its files, how to render a document, and what stands around several of them."""

    suffix: str
    render: Callable[[Document], str]
    before: str = ""
    between: str = ""
    after: str = ""


FORMATS = {
    "text": Format(".txt", render_text, between="\n"),
    "markdown": Format(".md", render_markdown, between="\n"),
    "json": Format(".json", lambda document: render_json(document) + "\n", before="[\n", between=",\n", after="]\n"),
    "jsonl": Format(".jsonl", render_jsonl),
}

SUFFIXES = {form.suffix: name for name, form in FORMATS.items()}


class Series:
    """Documents one after the other in one stream; ``alone`` where there is one source, so JSON needs no array."""

    def __init__(self, form: Format, *, alone: bool) -> None:
        self._form = form._replace(before="", after="") if alone else form
        self._begun = False

    def add(self, document: Document) -> str:
        """Return what to write for the next document."""
        lead = self._form.between if self._begun else self._form.before
        self._begun = True
        return lead + self._form.render(document)

    def end(self) -> str:
        """Return what to write after the last document."""
        return self._form.after
