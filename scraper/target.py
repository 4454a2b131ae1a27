"""Where the output of a run goes, settled from the command line before anything is done."""

from __future__ import annotations

import os
from enum import Enum
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from output.folder import FolderSink
from output.formats import FORMATS, SUFFIXES
from output.naming import NameTemplate, TemplateError
from output.sinks import FileSink, Sink, StreamSink
from output.streams import Stream, is_stream

STDOUT = 1  # the descriptor; sys.stdout is None where that is closed
DEFAULT_NAME = "{published}-{title}-{id}"


class TargetError(ValueError):
    """Output, format and name that do not go together; the message says how."""


class Place(Enum):
    """Kinds of output."""

    STDOUT = "standard output"
    STREAM = "a pipe or device"
    FILE = "a file"
    FOLDER = "a folder"


class Target(NamedTuple):
    """Where documents go, and in which of ``output.formats.FORMATS``."""

    place: Place
    path: Path
    form: str
    template: NameTemplate

    def open(self, *, alone: bool) -> Sink:
        """Open it.

        Args:
            alone: there is one source, and it gives one document at most, so JSON needs no array.

        Raises:
            OSError: it cannot be written to.
        """
        form = FORMATS[self.form]
        match self.place:
            case Place.STDOUT:
                return StreamSink(Stream(FileIO(STDOUT, "wb", closefd=False)), form, alone=alone)
            case Place.STREAM:
                return StreamSink(Stream.open(self.path), form, alone=alone)
            case Place.FILE:
                return FileSink(self.path, form, alone=alone)
            case Place.FOLDER:
                return FolderSink(self.path, form, self.template)

    def __str__(self) -> str:
        return self.place.value if self.place is Place.STDOUT else str(self.path)


def parse_target(output: str | None, form: str | None, name: str | None) -> Target:
    """Settle where documents go, in which format, under which names.

    ``output`` is a folder if it is one or ends with a separator or has no ending, a file if its ending names a format,
    and standard output if left out. The format left out is the file's, else ``text``.

    Raises:
        TargetError: the three contradict each other, or one means nothing.
    """
    if form is not None and form not in FORMATS:
        raise TargetError(f"unknown format {form!r}; known are {', '.join(FORMATS)}")
    path = Path(output) if output is not None else Path()
    place = _place(output, path)
    if place is not Place.FOLDER and name is not None:
        raise TargetError("--name names the files of a folder; give one with -o")
    if place is Place.FILE:
        named = SUFFIXES[path.suffix.lower()]
        if form not in (None, named):
            raise TargetError(f"{output}: its ending says {named}, -f says {form}")
        form = named
    try:
        template = NameTemplate.parse(name if name is not None else DEFAULT_NAME)
    except TemplateError as error:
        raise TargetError(str(error)) from None
    return Target(place, path, form or "text", template)


def _place(output: str | None, path: Path) -> Place:
    if output is None or output == "-":
        return Place.STDOUT
    if not output:
        raise TargetError("the output is empty; - stands for standard output")
    if is_stream(path):
        return Place.STREAM
    if os.path.isdir(path) or output.endswith(("/", "\\")):  # noqa: PTH112
        return Place.FOLDER
    if path.suffix.lower() in SUFFIXES:
        return Place.FILE
    if path.suffix or os.path.exists(path):  # noqa: PTH110 - Path's raises where it cannot tell
        known = ", ".join(SUFFIXES)
        raise TargetError(f"{output}: its ending names no format ({known}); a folder's name ends with /")
    return Place.FOLDER
