"""A first site profile and its test case, drafted from one saved page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cleaners import Document, clean
from cleaners.profile import ProfileError
from cleaners.site import host_of

_SAMPLES = 40
_COVERED = 0.9
_NAME = re.compile(r"(?:#|\w+\.)[A-Za-z_][\w-]*")
_HOST = re.compile(r"(?!.{254})\w[\w-]{0,62}(?:\.\w[\w-]{0,62})*")


def draft(body: bytes, url: str | None, page: str) -> dict[Path, bytes]:
    """Draft a profile and a test case; return files by their path under the folder that they go into.

    Args:
        body: the page's bytes.
        url: its address; where left out, the page must state it.
        page: file name of the page; HTML by its ending, else a text dump.

    Raises:
        Rejected: the page gives no document.
        ProfileError: the page's address is not known, or has a host that can name no file.
    """
    document = clean(body, url=url)
    host = host_of(document.url)
    if not host or not document.url:
        raise ProfileError(f"{page}: states no address of its own; give it with --url")
    if not _HOST.fullmatch(host):  # a page says it, and files are called by it
        raise ProfileError(f"{page}: its address is {document.url}, and {host!r} is no host name")
    selector = content_selector(body, document)
    rows = [f"name = {_quoted(host)}", f"hosts = [{_quoted(host)}]", f"example = {_quoted(document.url)}"]
    rows += ['status = "unknown: drafted from one page"', ""]
    rows += ["[content]", f"select = [{_quoted(selector)}]", ""] if selector else []
    rows += ["[chrome]", "remove = []", "lines = []", ""]
    record = {key: value for key, value in document.to_dict().items() if key != "dropped"}
    case = [f"why = {_quoted('saved from ' + host)}", f"url = {_quoted(document.url)}", "present = []", "absent = []"]
    folder = Path("pages") / host / "first"
    name = "page.html" if Path(page).suffix.lower() in (".html", ".htm") else "page.txt"
    return {
        Path("sites") / f"{host}.toml": "\n".join(rows).encode(),
        folder / name: body,
        folder / "case.toml": ("\n".join(case) + "\n").encode(),
        folder / "expected.json": (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode(),
    }


def content_selector(body: bytes, document: Document) -> str | None:
    """Return a selector of the smallest element with a name that holds nearly all of the document's lines."""
    from cleaners.decoding.encoding import decode

    texts = [line.text for line in document.lines if len(line.text) > 1]
    samples = ["".join(text.split()) for text in texts[:: max(1, len(texts) // _SAMPLES)]]
    tree = LexborHTMLParser(decode(body).text)
    named = ((len(text), selector) for text, selector in _named(tree) if _holds(text, samples))
    return min(named, default=(0, None))[1] if samples else None


def _named(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield each element with a usable id or class: its text without white space, and its selector."""
    for node in tree.css("body [id], body [class]"):
        names = (node.attributes.get("id") or "").split()
        kinds = (node.attributes.get("class") or "").split()
        selector = f"#{names[0]}" if names else f"{node.tag}.{kinds[0]}" if kinds else ""
        if _NAME.fullmatch(selector):
            yield "".join(node.text().split()), selector


def _holds(text: str, samples: Sequence[str]) -> bool:
    return sum(sample in text for sample in samples) >= _COVERED * len(samples)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
