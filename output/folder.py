"""A folder with one file a document, whose names depend on the documents alone, never on their order."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from cleaners.document import Document
from output.atomic import atomic_file, check_writable, sweep, sync_folder
from output.formats import Format
from output.naming import NameTemplate, collision_tag

_TAGGED = re.compile(r"(.+)~[0-9a-f]{8}(\.\w+)")
_HEAD = 16 * 1024
# As the writers begin a record: `id: "..."` in front matter, `"id": "..."` in JSON.
_FIELD = r'(?:^|[{{,]\s*)"?{}"?: ("(?:[^"\\]|\\.)*")'
_ID = re.compile(_FIELD.format("id"), re.MULTILINE)
_SOURCE = re.compile(_FIELD.format("source"), re.MULTILINE)


class FolderSink:
    """Writes each document whole under its name.

    Where two documents would have one name, both get a tag made of their source and id. The files themselves are the
    memory of which names are taken, so that it does not grow, and a later run into the same folder neither overwrites
    another document nor doubles its own.
    """

    def __init__(self, folder: Path, form: Format, template: NameTemplate) -> None:
        """Make the folder where it is missing, and sweep what a killed run left.

        Raises:
            OSError: it cannot be made or written to.
        """
        self._is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        check_writable(folder)
        self._folder = folder
        self._form = form
        self._template = template
        # Names that proved to belong to several documents, in this run or an earlier one.
        tagged = (_TAGGED.fullmatch(path.name) for path in folder.iterdir())
        self._shared = {match[1] + match[2] for match in tagged if match}

    def write(self, document: Document) -> str:
        """Write a document to its file."""
        path = self._path(document)
        with atomic_file(path, sync=False) as file:
            file.write(self._form.render(document))
        return str(path)

    def close(self) -> None:
        """Make the names last; each file is whole already."""
        sync_folder(self._folder)

    def abort(self) -> bool:
        """Keep what is there: each file is whole already."""
        if self._is_new:
            with suppress(OSError):  # documents are in it
                self._folder.rmdir()
        return True

    def _path(self, document: Document) -> Path:
        record = {**document.to_dict(), "source": document.source or ""}
        plain = self._folder / self._template.render(record, self._form.suffix)
        tagged = self._folder / self._template.render(record, self._form.suffix, collision_tag(record))
        if plain.name in self._shared:
            return tagged
        if not os.path.lexists(plain):
            return plain
        holder = identity(plain)
        if holder and os.path.normpath(holder["source"]) == os.path.normpath(record["source"]):
            return plain
        self._shared.add(plain.name)
        if holder:
            stem = plain.name.removesuffix(self._form.suffix)
            plain.rename(self._folder / f"{stem}{collision_tag(holder)}{self._form.suffix}")
        return tagged


def identity(path: Path) -> dict[str, str] | None:
    """Return ``id`` and ``source`` of the document in a file that qingwen wrote, ``None`` for any other file."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "ignore")
    except OSError:
        return None
    ident, source = _ID.search(head), _SOURCE.search(head)
    return {"id": json.loads(ident[1]), "source": json.loads(source[1])} if ident and source else None
