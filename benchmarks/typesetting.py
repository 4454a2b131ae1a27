"""Real prose, really typeset: manuals of Debian packages, printed to PDF by Chromium and read back by pdftotext."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "qingwen-benchmarks"

_BLOCKS = frozenset(
    (
        "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "li", "main", "ol", "p", "pre", "section", "table", "td",
        "tr", "ul",
    )
)  # fmt: skip
_VERBATIM = "\x02"  # set before the text of a ``pre``
_NAVIGATION = (
    "head, script, style, table, nav, header, footer, img, hr, .navheader, .navfooter, .toc, .list-of-figures,"
    " .list-of-tables, .related, .sphinxsidebar, .headerlink, .footer, .docnav, #chromeless, .footnotes, .footnote"
)


class Unavailable(Exception):
    """A program, package or font that the measurement needs is not there; the message says which and how to get it."""


class Block(NamedTuple):
    """A paragraph, heading or item without its white space; the lines of a ``verbatim`` one are not scored."""

    text: str
    verbatim: bool


class Manual(NamedTuple):
    """A manual: the package that holds it, and which of its HTML files."""

    name: str
    package: str
    files: str
    held_out: bool = False


class Layout(NamedTuple):
    """How it is printed, and read back by pdftotext: in reading ``order``, as ``layout``, or as content ``stream``."""

    name: str
    style: str
    reading: str = "order"
    held_out: bool = False


def fetch_manual(manual: Manual) -> list[Path]:
    """Return the HTML files of a manual, its package fetched by apt into the cache and unpacked there."""
    folder = CACHE / "packages" / manual.package
    if not folder.exists():
        for program in ("apt-get", "dpkg-deb"):
            if not shutil.which(program):
                raise Unavailable(f"{program} is not here: manuals come as Debian packages")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as work:
            done = subprocess.run(
                ["apt-get", "download", "-q", manual.package], cwd=work, capture_output=True, text=True
            )
            packages = list(Path(work).glob("*.deb"))
            if done.returncode or not packages:
                raise Unavailable(
                    f"apt-get download {manual.package}: {done.stderr.strip().splitlines()[-1:]} (apt-get update?)"
                )
            subprocess.run(["dpkg-deb", "-x", packages[0], Path(work) / "tree"], check=True)
            (Path(work) / "tree").rename(folder)
    files = sorted(folder.glob(manual.files))
    if not files:
        raise Unavailable(f"{manual.package} holds no {manual.files}")
    return files


def read_manual(files: list[Path]) -> tuple[str, list[Block]]:
    """Return the manual as one HTML body without navigation and tables, and its blocks of text in order (the gold)."""
    bodies: list[str] = []
    blocks: list[Block] = []
    for file in files:
        tree = LexborHTMLParser(file.read_bytes())
        for node in tree.css(_NAVIGATION):
            node.decompose()
        if tree.body:
            bodies.append(f"<section>{tree.body.inner_html or ''}</section>")
            blocks += _blocks(tree.body)
    return "\n".join(bodies), blocks


def _blocks(root: LexborNode) -> list[Block]:
    """Split the text at block borders and ``br``; white space goes."""
    pieces: list[str] = []

    def walk(node: LexborNode) -> None:
        child = node.child
        while child is not None:
            if child.tag == "-text":
                text = child.text_content or ""
                pieces.append(" ".join(text.split("\n")))
            elif child.tag is not None and not child.tag.startswith(("-", "!", "_")):
                border = "\n" if child.tag in _BLOCKS else ""
                pieces.append(border + _VERBATIM * (child.tag == "pre"))
                walk(child)
                pieces.append(border)
            child = child.next

    walk(root)
    blocks = []
    for piece in "".join(pieces).split("\n"):
        squeezed = "".join(piece.split())
        if squeezed.strip(_VERBATIM):
            blocks.append(Block(squeezed.strip(_VERBATIM), squeezed.startswith(_VERBATIM)))
    return blocks


def print_pdf(body: str, layout: Layout, target: Path) -> None:
    """Print HTML to a PDF by headless Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        raise Unavailable("no chromium here (apt-get install chromium fonts-noto-cjk)")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        page = Path(work) / "page.html"
        style = "pre{white-space:pre;font-size:60%} a{color:inherit} " + layout.style
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}", "utf-8")
        made = Path(work) / "page.pdf"
        quiet = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
        subprocess.run(
            [
                browser,
                *quiet.split(),
                "--disable-sync",
                f"--user-data-dir={work}/profile",
                "--no-pdf-header-footer",
                f"--print-to-pdf={made}",
                page.as_uri(),
            ],
            capture_output=True,
            timeout=600,
        )
        if not made.exists():
            raise Unavailable("chromium printed nothing")
        shutil.move(made, target)


def read_pdf(pdf: Path, reading: str) -> str:
    """Read a PDF back as visual lines: form feeds between pages."""
    if not shutil.which("pdftotext"):
        raise Unavailable("no pdftotext here (apt-get install poppler-utils)")
    flags = ["-layout"] if reading == "layout" else ["-raw"] if reading == "stream" else []
    return subprocess.run(["pdftotext", *flags, pdf, "-"], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )
