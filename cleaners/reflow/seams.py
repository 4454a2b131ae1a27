"""Lines and paragraphs that a site ran together with a space: told by where the spaces of a long line stand.

Chinese sets no spaces between its characters. Those of a long line are the ends of visual lines, where they stand at
one distance; or those of paragraphs and headings, where they stand behind sentences and headings and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaners.document import Line
from cleaners.lazily import lazily
from cleaners.reflow.numbering import NUMBERED
from cleaners.reflow.sizes import HAN
from cleaners.rules.strangers import columns

_LEAST: Final = 120  # characters of a line in which seams are looked for
_LONGEST: Final = 500_000
_FIXED: Final = frozenset(("pre", "tr", "img"))
_WIDE: Final = rf"{HAN}\u3001-\u3003\u3008-\u3011\uff00-\uffef“”‘’…—"
_SEAM: Final = lazily(rf"(?<=[{_WIDE}])[ \u3000]+(?=\S)|(?<=\S)[ \u3000]+(?=[{_WIDE}])")
_BOTH_WIDE: Final = lazily(rf"(?<=[{_WIDE}])[ \u3000]+(?=[{_WIDE}])")
_ENDED: Final = lazily(r"[。！？!?…；;][”’」』)）]*$")
_WITHIN: Final = lazily(r"[。！？][”’」』]?(?=\S)")
_OPENS: Final = lazily(
    r"(?:关键词|關鍵詞|摘\s?要|参考文献|參考文獻|[附]件|[Aa]bstract|ABSTRACT|[Kk]ey ?[Ww]ords|致谢|目\s?录|前\s?言)"
)
_MARKS: Final = lazily(r"[，。；！？]")
_HEADING: Final = 32  # characters of a heading with its number
_SALUTATION: Final = 32
_CHUNK: Final = "1、"
_FOLIO: Final = lazily(r"[—–-]{1,2}\s?\d{0,4}")  # the first half of — 1 —
_LATIN: Final = lazily(r"[A-Za-z]")
_BESIDE_LATIN: Final = 4  # spaces for each that stands beside a Latin word, at least
_LINES: Final = 5  # visual lines that tell
_NOTE: Final = lazily(r"[\[［]\d|[①-⑳]")
_FEW: Final = 3  # seams that tell
_MOST: Final = 0.7  # of a text is long lines, where they end at no line
_PARAGRAPH: Final = 200  # characters of such a line on average
_OTHERS: Final = 0.15  # share of seams that stand elsewhere
_UNSPACED: Final = 0.3  # sentences without a space behind, for each with one
_NARROWEST: Final = 28  # columns of a wrap
_NEAR: Final = 6  # columns by which its lines differ, a lost indent among them
_FIRST, _SECOND = "一、", " 二、"  # headings, the first of which stands behind a cover
_WORDS: Final = 2  # characters behind a number that are something
_SHARE: Final = 0.6  # of its lines end there, paragraphs aside


class _Seam(NamedTuple):
    """A space: where it begins and ends, and whether wide characters stand on both sides."""

    start: int
    end: int
    sure: bool


class _Ends(NamedTuple):
    """Where paragraphs of a text may end, and what that rests on."""

    cuts: list[int]
    told: int
    others: int
    spaced: int
    headings: int


def at_seams(lines: list[Line]) -> list[Line]:
    """Split long lines where a site set a space for the end of a line or a paragraph; white space alone changes."""
    long = [at for at, line in enumerate(lines) if _is_blob(line)]
    if not long or any(line.text.startswith(_CHUNK) for line in lines):
        return lines  # most pages; chunks are joined first
    seams = {at: _seams(lines[at].text) for at in long}
    cuts = {at: _wrapped(lines[at].text, seams[at]) for at in long}
    ends = {at: _ends(lines[at].text, seams[at]) for at in long if not cuts[at]}
    if _are_most(lines, ends.keys()) and _are_paragraphs([lines[at].text for at in ends], [*ends.values()]):
        cuts.update((at, one.cuts) for at, one in ends.items())
    if not any(cuts.values()):
        return lines
    return [part for at, line in enumerate(lines) for part in _parts(line, cuts.get(at, []))]


def _are_most(lines: Sequence[Line], long: Iterable[int]) -> bool:
    """Tell whether long lines are most of a text, and longer than an author's paragraphs."""
    sizes = [len(lines[at].text) for at in long]
    return sum(sizes) >= _MOST * sum([len(line.text) for line in lines]) and sum(sizes) >= _PARAGRAPH * len(sizes) > 0


def _is_blob(line: Line) -> bool:
    text = line.text
    if not _LEAST <= len(text) <= _LONGEST or line.tag in _FIXED or line.level:
        return False
    return text.count(" ") + text.count("\u3000") > 0


def _seams(text: str) -> list[_Seam]:
    return [_Seam(*found.span(), _BOTH_WIDE.match(text, found.start()) is not None) for found in _SEAM.finditer(text)]


def _parts(line: Line, cuts: Sequence[int]) -> list[Line]:
    if not cuts:
        return [line]
    pieces = [piece for a, b in pairwise([0, *cuts, len(line.text)]) if (piece := line.text[a:b].strip())]
    return [line._replace(text=piece, broken=True) for piece in pieces[:-1]] + [line._replace(text=pieces[-1])]


def _wrapped(text: str, seams: Sequence[_Seam]) -> list[int]:
    """Return where the visual lines of a text end whose spaces stand at one distance; none where they do not."""
    cuts: list[int] = []
    sizes = Counter[int]()
    last = 0
    for seam in seams:
        piece = text[last : seam.start]
        numbered = NUMBERED.match(piece)
        if (numbered and len(piece) - numbered.end() < _WORDS) or _FOLIO.fullmatch(piece):
            continue  # a number by itself: what it numbers follows
        cuts.append(seam.end)
        last = seam.end
        is_heading = len(piece) <= _HEADING and not _MARKS.search(piece) and (numbered or not sizes)
        if not is_heading and not _ENDED.search(piece[-3:]):
            sizes[columns(piece)] += 1
    latin = sum(
        [_LATIN.match(text, seam.start - 1) is not None or _LATIN.match(text, seam.end) is not None for seam in seams]
    )
    if sum(sizes.values()) < _LINES or _BESIDE_LATIN * latin > len(seams):
        return []  # or an author who sets spaces beside Latin words
    wrap = max(sizes, key=lambda size: (sum(sizes[size - off] for off in range(_NEAR + 1)), size))
    told = sum(sizes[wrap - off] for off in range(_NEAR + 1))
    return cuts if wrap >= _NARROWEST and told >= max(_LINES, _SHARE * sum(sizes.values())) else []


def _ends(text: str, seams: Sequence[_Seam]) -> _Ends:
    """Return where paragraphs may end: behind sentences and headings, before numbers; and how many spaces do not."""
    cuts: list[int] = []
    told = others = spaced = headings = last = 0
    for seam in seams:
        piece, rest = text[last : seam.start], text[seam.end : seam.end + _HEADING]
        numbered = NUMBERED.match(piece)
        if numbered and len(piece) - numbered.end() < _WORDS:
            continue  # a number by itself: what it numbers follows
        ended = _ENDED.search(piece[-3:]) is not None
        bare = len(piece) <= _HEADING and not _MARKS.search(piece)
        is_heading = bare and seam.sure and (numbered is not None or _OPENS.fullmatch(piece) is not None)
        closed = ended or piece[-1] in ")）" or (bare and numbered is not None)
        closed = closed or (not last and rest.startswith(_FIRST) and _SECOND in text[seam.end :])
        opens = piece[-1] not in "，、," and _opens(rest, closed=closed)
        called = piece[-1] in ":：" and len(piece) <= _SALUTATION and seam.sure
        if (ended and not _NOTE.match(rest)) or opens or is_heading or called:
            cuts.append(seam.end)
            told += 1
            spaced += ended
            headings += is_heading
            last = seam.end
        elif seam.sure and last:  # the title stands before the first one
            others += 1
    return _Ends(cuts, told, others, spaced, headings)


def _opens(rest: str, *, closed: bool) -> bool:
    """Tell whether a text begins with a number, but that of an option, or with the heading of a paper's part.

    A number stands behind something closed: 约 3.2 平方公里, 由 （2） 式.
    """
    numbered = NUMBERED.match(rest)
    if numbered and (numbered["option"] or not closed):
        return False
    return numbered is not None or _OPENS.match(rest) is not None


def _are_paragraphs(texts: Sequence[str], ends: Sequence[_Ends]) -> bool:
    """Tell whether the spaces of long lines are the ends of paragraphs: few stand elsewhere, and not every sentence has
    one behind it."""
    told, others = sum([one.told for one in ends]), sum([one.others for one in ends])
    if told < _FEW or others > _OTHERS * (told + others):
        return False
    unspaced = sum([len(_WITHIN.findall(text)) for text in texts])
    return unspaced >= _UNSPACED * sum([one.spaced for one in ends]) or sum([one.headings for one in ends]) > 1
