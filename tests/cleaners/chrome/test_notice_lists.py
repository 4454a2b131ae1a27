"""A numbered list of which most items are a site's notices goes with its heading; a document's own list stays."""

from __future__ import annotations

from cleaners.chrome.notice_lists import find_notice_lists
from cleaners.document import Line
from cleaners.facts.finding import Finding, Findings
from cleaners.rules.rulebook import Rule

NOTICE = Rule("rights-notice", "certain")
LIST = ["公告", "一、本库的文书由各单位录入。", "二、内容以正式文本为准。", "三、查询免费。", "四、未经许可不得拷贝。"]


def found_in(texts: list[str], known: list[int]) -> list[int]:
    lines = [Line(text, number=number) for number, text in enumerate(texts)]
    found: Findings = {place: Finding(NOTICE, {}, lines[place]) for place in known}
    find_notice_lists(lines, found)
    return sorted(found)


def test_the_rest_of_such_a_list_and_its_heading_are_the_site_s() -> None:
    assert found_in(LIST, [1, 2, 3]) == [0, 1, 2, 3, 4]


def test_one_item_of_a_document_s_list_makes_no_notice_of_the_others() -> None:
    assert found_in(LIST, [2]) == [2]


def test_a_list_ends_where_it_does_not_count_on() -> None:
    assert found_in([*LIST, "一、总则"], [1, 2, 3]) == [0, 1, 2, 3, 4]
