"""Content F1 on the pages of ``../shared/pages``, side by side with other extractors: ``python -m benchmarks.content``.

Tokens are the alphanumeric characters, shingles of four counted with multiplicity; precision and recall a page,
averaged (precision over non-empty outputs), then their harmonic mean. Speed is the ratio to the bare parse in the
same run. Extractors that are not installed are left out (``pip install --group bench``).
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

Extractor = Callable[[bytes, str], str]
SETS = ("zh-article", "zh-forum")


class Case(NamedTuple):
    """A page, its address and the text that a person took from it."""

    page: bytes
    url: str
    text: str


class Score(NamedTuple):
    """Macro-averaged precision and recall, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def pages_folder() -> Path | None:
    """Return the folder of real pages beside the checkout, if it is there."""
    root = Path(__file__).resolve().parents[1]
    for base in (root.parent, root.parent.parent):
        if (base / "shared" / "pages").is_dir():
            return base / "shared" / "pages"
    return None


def read_cases(folder: Path) -> list[Case]:
    """Read a set of pages and its gold texts."""
    cases = []
    with (folder / "gold.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            path = folder / (row["page"] if row["page"].endswith(".gz") else f"{row['page']}.html.gz")
            cases.append(Case(gzip.decompress(path.read_bytes()), row["url"], row["text"]))
    return cases


def shingles(text: str) -> Counter[str]:
    """Count the runs of four alphanumeric characters of a text; a shorter text is one run."""
    kept = "".join(char for char in text if char.isalnum())
    return Counter(kept[start : start + 4] for start in range(max(1, len(kept) - 3))) if kept else Counter()


def score(cases: list[Case], extract: Extractor) -> Score:
    """Score an extractor on a set of pages."""
    precisions, recalls = [], []
    for page, url, text in cases:
        found, gold = shingles(extract(page, url)), shingles(text)
        common = (found & gold).total()
        if found:
            precisions.append(common / found.total())
        recalls.append(common / gold.total())
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls)
    return Score(precision, recall, 2 * precision * recall / ((precision + recall) or 1.0))


def qingwen_text(page: bytes, url: str) -> str:
    """Return the text of the record: the whole product."""
    from cleaners import Rejected, clean

    try:
        return clean(page, url=url).text
    except Rejected:
        return ""


def main_content_text(page: bytes, url: str) -> str:
    """Return the main content before any line rule."""
    from cleaners.content.main_content import main_content
    from cleaners.markup.lines import tree_lines

    outline = tree_lines(LexborHTMLParser(page), {})
    lines = zip(outline.lines, main_content(outline), strict=True)
    return "\n".join(line.text for line, rule in lines if not rule and line.tag != "img")


def _trafilatura(page: bytes, url: str) -> str:
    return importlib.import_module("trafilatura").extract(page, url=url) or ""


def _magic_html(page: bytes, url: str, kind: str) -> str:
    extractor = importlib.import_module("magic_html").GeneralExtractor()
    html = extractor.extract(page.decode("utf-8", "replace"), base_url=url, html_type=kind)["html"]
    return LexborHTMLParser(html).text(separator="\n")


def _readability(page: bytes, url: str) -> str:
    html = importlib.import_module("readability").Document(page.decode("utf-8", "replace"), url=url).summary()
    return LexborHTMLParser(html).text(separator="\n")


def _resiliparse(page: bytes, url: str) -> str:
    plain = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return str(plain(page.decode("utf-8", "replace"), main_content=True, alt_texts=False))


def _turbohtml(page: bytes, url: str) -> str:
    return str(importlib.import_module("turbohtml").parse(page).main_text())


def extractors(name: str) -> Iterator[tuple[str, Extractor]]:
    """Yield qingwen, its choice of main content alone, and each extractor that is installed."""
    yield "qingwen", qingwen_text
    yield "qingwen, main content alone", main_content_text
    kind = "forum" if name.endswith("forum") else "article"
    peers: list[tuple[str, str, Extractor]] = [
        ("trafilatura", "trafilatura", _trafilatura),
        ("magic_html", "magic-html", lambda page, url: _magic_html(page, url, kind)),
        ("readability", "readability-lxml", _readability),
        ("resiliparse.extract.html2text", "resiliparse", _resiliparse),
        ("turbohtml", "turbohtml", _turbohtml),
    ]
    for module, label, extract in peers:
        try:
            importlib.import_module(module)
        except ImportError:
            print(f"  {label:<30} not installed")
            continue
        yield label, extract


def seconds(cases: list[Case], work: Callable[[Case], object]) -> float:
    """Return the best of three passes over a set."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for case in cases:
            work(case)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> int:
    """Print a table a set."""
    folder = pages_folder()
    if folder is None:
        print("skipped: no ../shared/pages beside this checkout")
        return 0
    for name in SETS:
        cases = read_cases(folder / name)
        parse = seconds(cases, lambda case: LexborHTMLParser(case.page))
        print(f"{name}: {len(cases)} pages, bare parse {parse * 1000:.1f} ms")
        for label, extract in extractors(name):
            found = score(cases, extract)
            ratio = seconds(cases, lambda case, extract=extract: extract(case.page, case.url)) / parse  # type: ignore[misc]
            print(
                f"  {label:<30} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}  {ratio:8.1f}x parse"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
