"""What a journal's site writes above the full text of a paper: how to cite it, the abstract in two languages, 基金项目.

The row that switches to the text, ``HTML全文``, ends it; the Chinese abstract is the page's summary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.chrome.folded_summary import SUMMARY
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings, Rules
from cleaners.lazily import lazily
from cleaners.rules.rulebook import Rule

JOURNAL_HEAD: Final = Rule("journal-head", "badge")
_SWITCH: Final = "HTML全文"
_TOP: Final = 120  # lines that hold the head
_CITES: Final = lazily(r"(?:引用本文|本文引用格式|引用格式)\s?[:：]\s?(?=\S)")
_ABSTRACT: Final = lazily(r"(?:[•·]\s?)?摘\s?要\s?[:：]?")
_AFTER: Final = lazily(  # what stands behind an abstract; 目的 and 方法 are parts of one
    r"(?:[•·]\s?)?(?:[关關][键鍵][词詞]|主[题題][词詞]|中[图圖]分[类類][号號]|文[献獻][标標][识識志誌][码碼]|基金[项項]目|作者[简簡]介|通[讯訊信]作者|[详詳][细細]信息|收稿日期|DOI\b"
    r"|(?i:key ?words|abstract))"
)
_HAN: Final = "\u4e00"
_OVER_HEAD: Final = 40  # characters of a sentence that is none of a site's above the citation
_BETWEEN: Final = " .．。:：,，"
_SENTENCE: Final = "。"
_LONGEST_NAMES: Final = 80  # characters of the authors of a paper


def mark_journal_head(lines: Sequence[Line], found: Findings, rules: Rules, title: str | None) -> None:
    """Mark such a head in ``rules``, and who wrote the paper in the findings (both in place).

    Where no text follows, the abstract is all that the page has of the paper.

    Args:
        lines: the lines of a dump.
        found: what the rules found in them.
        rules: the rule by which each line is removed so far.
        title: the document's title.
    """
    stop = next((at for at, line in enumerate(lines[:_TOP]) if line.text.lstrip("•· ") == _SWITCH), 0)
    cited = next((at for at in range(stop) if _CITES.match(lines[at].text)), stop)
    abstract = next((at for at in range(cited, stop) if _ABSTRACT.fullmatch(lines[at].text)), stop)
    if abstract == stop or not _text_follows(lines, found, abstract, stop):
        return
    if any(_SENTENCE in lines[at].text and len(lines[at].text) > _OVER_HEAD for at in range(cited) if at not in found):
        return
    for place in range(stop + 1):
        rules.setdefault(place, found[place].rule.name if place in found else JOURNAL_HEAD.name)
    for place in range(abstract + 1, stop):
        if _AFTER.match(lines[place].text) or max(lines[place].text) < _HAN:
            break
        rules[place] = SUMMARY
    _find_authors(lines, found, cited, title)


def _text_follows(lines: Sequence[Line], found: Findings, abstract: int, stop: int) -> bool:
    """Tell whether sentences below the head, which a list of references has none of, are longer than its abstracts."""
    told = sum([len(line.text) for line in lines[abstract:stop]])
    below = range(stop + 1, len(lines))
    return sum([len(lines[at].text) for at in below if at not in found and _SENTENCE in lines[at].text]) > told


def _find_authors(lines: Sequence[Line], found: Findings, cited: int, title: str | None) -> None:
    """Find who wrote the paper: the names before the title where it is cited, which stand alone above."""
    names, of_title, _ = _CITES.sub("", lines[cited].text, 1).partition(title or "\n")
    names = names.strip(_BETWEEN)
    if not of_title or not 1 < len(names) <= _LONGEST_NAMES:
        return
    place = next((at for at in range(cited) if at not in found and lines[at].text == names), None)
    if place is not None:
        found[place] = Finding(JOURNAL_HEAD, {"author": names}, lines[place])
