"""Paragraph-break F1 on typeset prose: ``python -m benchmarks.reflow``."""

from __future__ import annotations

import argparse
import html
import time
from collections.abc import Callable

from benchmarks.breaks import Score, score
from benchmarks.typesetting import (
    CACHE,
    Block,
    Layout,
    Manual,
    Unavailable,
    fetch_manual,
    print_pdf,
    read_manual,
    read_pdf,
)
from cleaners.furniture.heads_and_feet import strip_furniture
from cleaners.markup.lines import dump_lines
from cleaners.reflow import reflow

_HTML = "usr/share/"
MANUALS = (
    Manual("zh faq", "debian-faq-zh-cn", _HTML + "doc/debian/FAQ/zh-cn/*.html"),
    Manual("zh reference", "debian-reference-zh-cn", _HTML + "debian-reference/ch0[1-6].zh-cn.html"),
    Manual("zh maint-guide", "maint-guide-zh-cn", _HTML + "doc/maint-guide-zh-cn/html/*.zh-cn.html", held_out=True),
    Manual("zh handbook", "debian-handbook", _HTML + "doc/debian-handbook/html/zh-CN/*.html", held_out=True),
    Manual(
        "zh install", "installation-guide-amd64", _HTML + "doc/installation-guide-amd64/zh_CN/*.html", held_out=True
    ),
    Manual("en developers", "developers-reference", _HTML + "developers-reference/*.html"),
    Manual("en handbook", "debian-handbook", _HTML + "doc/debian-handbook/html/en-US/[a-m]*.html", held_out=True),
    Manual("en install", "installation-guide-amd64", _HTML + "doc/installation-guide-amd64/en/*.html", held_out=True),
)
_HEAD = "@page{size:%s;margin:%s;@top-center{content:'%s';font-size:8pt}@bottom-center{content:%s;font-size:8pt}}"
_CJK = "body{font-family:'Noto Serif CJK SC',serif;%s}"
LAYOUTS = (
    Layout("A4", _HEAD % ("A4", "2cm", "Debian Project Manual", "'- ' counter(page) ' -'") + _CJK % "font-size:12pt"),
    Layout(
        "A5 indented, justified",
        _HEAD % ("A5", "1.6cm", "手册", "counter(page)")
        + _CJK % "font-size:11pt;text-align:justify"
        + "p{text-indent:2em;margin:0}",
    ),
    Layout(
        "small, read by columns",
        _HEAD % ("16cm 22cm", "2cm", "Manual", "'第 ' counter(page) ' 页 共 ' counter(pages) ' 页'")
        + "body{font-family:'WenQuanYi Micro Hei',sans-serif;font-size:9pt}",
        "layout",
    ),
    Layout(
        "two columns",
        _HEAD % ("A4", "1.5cm", "Manual of the Project", "counter(page) ' / ' counter(pages)")
        + _CJK % "font-size:9pt;column-count:2;column-gap:1cm;text-align:justify",
        "stream",
        held_out=True,
    ),
    Layout(
        "large, indented",
        _HEAD % ("A4", "3cm", "文档", "'— ' counter(page) ' —'")
        + "body{font-family:'WenQuanYi Micro Hei',sans-serif;font-size:16pt}p{text-indent:2em;margin:0}",
        held_out=True,
    ),
)


def ours(text: str) -> list[str]:
    """Furniture out, lines joined."""
    lines, _ = strip_furniture(dump_lines(text))
    return [line.text for line in reflow(lines)]


def no_reflow(text: str) -> list[str]:
    """Every visual line a paragraph, furniture taken out."""
    return [line.text for line in strip_furniture(dump_lines(text))[0]]


def join_everything(text: str) -> list[str]:
    """Blank lines alone break, as plain-text tools do."""
    return [block.replace("\n", " ") for block in text.replace("\f", "\n\n").split("\n\n")]


def _as_html(text: str) -> str:
    lines = html.escape(text.replace("\f", "")).replace("\n", "<br>")
    return f"<html><body><article>{lines}</article></body></html>"


def trafilatura(text: str) -> list[str]:
    """The text as a page with line breaks, through trafilatura."""
    from trafilatura import extract

    return (extract(_as_html(text), favor_recall=True) or "").split("\n")


def resiliparse(text: str) -> list[str]:
    """The text as a page with line breaks, through resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(_as_html(text))).split("\n")


SYSTEMS: dict[str, Callable[[str], list[str]]] = {
    "qingwen": ours,
    "no reflow": no_reflow,
    "join everything": join_everything,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
}


def typeset(manual: Manual, layout: Layout) -> tuple[str, list[Block]]:
    """Return the manual's text as pdftotext reads its print, and its blocks."""
    body, blocks = read_manual(fetch_manual(manual))
    pdf = CACHE / "print" / f"{manual.name}-{layout.name}.pdf".replace(" ", "-")
    if not pdf.exists():
        print_pdf(body, layout, pdf)
    return read_pdf(pdf, layout.reading), blocks


def main() -> None:
    """Print one row a manual, layout and system, then the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="manuals and layouts whose name holds this")
    parser.add_argument("--ours", action="store_true", help="qingwen alone")
    chosen = parser.parse_args()
    systems = {"qingwen": ours} if chosen.ours else SYSTEMS
    totals: dict[tuple[str, str, str], Score] = {}
    print(f"{'manual':16}{'layout':26}{'system':17}{'F1':>7}{'false joins':>13}{'missed joins':>14}{'seconds':>9}")
    for manual in MANUALS:
        for layout in LAYOUTS:
            if chosen.only not in f"{manual.name} {layout.name}":
                continue
            try:
                text, gold = typeset(manual, layout)
            except Unavailable as missing:
                print(f"{manual.name:16}{layout.name:26}skipped: {missing}")
                continue
            held = "held out" if manual.held_out or layout.held_out else "tuned on"
            for name, system in systems.items():
                result, seconds = _run(system, text, gold)
                key = (manual.name[:2], held, name)
                totals[key] = Score(*map(sum, zip(totals.get(key, Score(0, 0, 0)), result, strict=True)))
                print(
                    _row(
                        manual.name + "*" * manual.held_out, layout.name + "*" * layout.held_out, name, result, seconds
                    )
                )
    for (language, held, name), total in sorted(totals.items()):
        print(_row(language, held, name, total))
    print("* held out: the weights were not set on these; of the handbook and maint-guide, errors were read since")


def _run(system: Callable[[str], list[str]], text: str, gold: list[Block]) -> tuple[Score, float]:
    start = time.perf_counter()
    paragraphs = system(text)
    seconds = time.perf_counter() - start
    return score(paragraphs, gold), seconds


def _row(manual: str, layout: str, name: str, result: Score, seconds: float | None = None) -> str:
    share = f"{result.false_joins} ({result.false_share:.1%})"
    spent = "" if seconds is None else f"{seconds:9.2f}"
    return f"{manual:16}{layout:26}{name:17}{result.f1:7.4f}{share:>13}{result.missed_joins:14}{spent}"


if __name__ == "__main__":
    main()
