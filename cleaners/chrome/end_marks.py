"""Lines by which the staff of a site end a text: ``- THE END -``, ``责任编辑：N``; what stands below is the site's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaners.document import Line
from cleaners.facts.finding import Findings
from cleaners.lazily import lazily

_MARK: Final = lazily(r"(?i)\W*(?:(?:the )?end|全文完|正文完|本文完|全文終|完)\W*")
_END: Final = frozenset(("完", "（完）", "(完)"))
_DATED: Final = lazily(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:\s?[(（]?[星周週]期?[一二三四五六日天][)）]?)?"
)  # of a release
_LONGEST: Final = 16  # characters of such a line
EDITED: Final = frozenset(("editor", "source-and-editor"))
"""Rules of lines that name the editor."""
_CALL: Final = "follow-call"
_PROSE: Final = 30  # characters of a line that says something
_STOPS: Final = "。！？…”"
_NEAR: Final = 8  # lines below in which the site's begin
_KNOWN: Final = 2  # of them are known
_LESS: Final = 0.5  # of what the text says, at the most, is said below
_OWN: Final = lazily(  # questions, notes and the like, which belong to the text above
    r"\d{1,2}[.．]\s?\S|[\[［]\d{1,2}[\]］]|(?:后记|後記|尾声|尾聲|番外|跋|致[谢謝])|(?i:abstract|references|notes|cast|epilogue)\b|\d{1,2}[、)）].*(?:[。；]$|_{2}|[(（]\s*[)）])|[①-⑳]|[(（]\d{1,2}[)）]"
    r"|[【\[]?(?:注[释釋]?|[参參]考答案|答案|附[录錄件表]|作者[简簡]介|思考[题題]|[参參]考文[献獻]|[阅閱][读讀][题題])(?:[】\]:：\d]|$)"
)


def find_end(lines: Sequence[Line], found: Findings, body: range, *, is_dump: bool = True) -> int:
    """Return the place of the mark that ends a text; ``body.stop`` where none does for sure.

    Little is said below it, and lines of the site begin there. Of several with text between them none is sure: each
    piece of a volume has its own. Notes and questions belong to the text above.

    Args:
        lines: the lines of a page.
        found: what the rules found in them.
        body: the places of the document's own lines as far as they are known.
        is_dump: in a tree, an editor signs what its author wrote, and headings and paragraphs go on below a mark.
    """
    said = [len(lines[place].text) if len(lines[place].text) >= _PROSE else 0 for place in body]
    marks = [at for at, place in enumerate(body) if _is_mark(lines, found if is_dump else {}, place)]
    if not marks:
        return body.stop
    first, last = marks[0], marks[-1]
    above, below = sum(said[:first]), sum(said[first:])
    if above == 0 or any(said[first:last]) or below > _LESS * above:
        return body.stop
    place = body[first]
    near = range(place + 1, min(place + 1 + _NEAR, len(lines)))
    known = len([at for at in near if at in found and not found[at].rule.ambiguous])
    rest = [lines[at] for at in range(place + 1, body.stop)]
    own = any(_OWN.match(line.text) for line in rest)
    own = own or (
        not is_dump and any(line.level or (len(line.text) >= _PROSE and line.text[-1] in _STOPS) for line in rest)
    )
    calls = len(near) > 0 and all(at in found and found[at].rule.name == _CALL for at in near)  # is all that follows
    enough = known >= _KNOWN or calls
    return place if enough and not own else body.stop


def _is_mark(lines: Sequence[Line], found: Findings, place: int) -> bool:
    """Tell whether a line says that a text ends, with signs around the word, or who edited it."""
    text = lines[place].text
    if place in found and found[place].rule.name in EDITED:
        return True
    if place and lines[place - 1].text in _END and _DATED.fullmatch(text[: 2 * _LONGEST]):
        return True
    return len(text) <= _LONGEST and not text[0].isalnum() and _MARK.fullmatch(text) is not None
