"""How many pages other documents have is no fact of this one; what a site says of this one below their heading is."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.facts.badges import LABELLED
from cleaners.facts.before_others import before_others
from cleaners.facts.finding import Finding

TEXTS = ["页数:14", "渡口的船每天往返六趟。", "你可能也会想看", "铺递制度小考", "3 页", "上传者:青山老师"]
LINES = [Line(text, number=number) for number, text in enumerate(TEXTS)]
FOUND = [
    Finding(LABELLED, {"page_count": "14"}, LINES[0]),
    Finding(LABELLED, {"page_count": "3"}, LINES[4]),
    Finding(LABELLED, {"author": "青山老师"}, LINES[5]),
]


def test_pages_below_a_heading_of_other_documents_are_theirs() -> None:
    assert before_others(FOUND, LINES, end=1) == [FOUND[0], FOUND[2]]


def test_a_heading_within_the_document_is_its_own() -> None:
    assert before_others(FOUND, LINES, end=3) == FOUND
