"""The sentence by which a site says who shared a text, in one line with the text."""

import pytest

from cleaners import clean
from cleaners.document import Line
from cleaners.markup.introduced import parted_introduction, with_introduction_joined

SAID = "该【灯塔看守须知】是由【海角来信】上传分享，文档一共【6】页，该文档可以免费在线阅读，需要完整内容请下载该文档。"
BODY = "看守人应当在日落前一刻钟点灯，日出后熄灯，并把点灯和熄灯的时刻记入日志。雾天不分昼夜都要鸣笛，每分钟一次。" * 2
MEMBER = "《灯塔看守须知》由会员分享，可在线阅读，更多相关《灯塔看守须知》请在某某文库上搜索。"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (SAID + BODY, (SAID, BODY)),
        (f"文档介绍：{SAID}{BODY}", ("文档介绍：", SAID, BODY)),
        (f"{MEMBER} 1、{BODY}", (MEMBER, f"1、{BODY}")),
        (SAID, (SAID,)),  # nothing follows
        (BODY + SAID, (BODY + SAID,)),  # the text is first
        (f"《灯塔看守须知》由会员大会通过。{BODY}", (f"《灯塔看守须知》由会员大会通过。{BODY}",)),
    ],
)
def test_the_sentence_is_parted_from_the_text_behind_it(line: str, parts: tuple[str, ...]) -> None:
    assert parted_introduction(line) == parts


@pytest.mark.parametrize("page", [f"灯塔看守须知.doc\n{SAID}{BODY}\n", f"<h1>灯塔看守须知</h1><div>{SAID}{BODY}</div>"])
def test_the_text_stays_and_the_sentence_states_facts(page: str) -> None:
    document = clean(page.encode())
    assert document.text.startswith("看守人应当") and "上传分享" not in document.text
    assert (document.metadata.author, document.metadata.page_count) == ("海角来信", 6)


HIDES = "他守了二十六年粮，每次把粮食送出去 ……此处隐藏1326个字……上的人知道，它是怎样被人捧在手心里的。"


def test_what_a_site_hides_in_the_midst_parts_a_paragraph() -> None:
    first, mark, last = parted_introduction(HIDES)
    assert first.endswith("送出去") and mark == "……此处隐藏1326个字……" and last.startswith("上的人")
    assert parted_introduction("此处隐藏着一条小路，谁也不知道。") == ("此处隐藏着一条小路，谁也不知道。",)


def test_a_wrapped_sentence_is_one_line_up_to_its_end() -> None:
    halves = [Line(SAID[:30], number=1), Line(SAID[30:], number=2), Line("看守人应当点灯。", number=3)]
    assert [line.text for line in with_introduction_joined(halves)] == [SAID, "看守人应当点灯。"]
    apart = [Line(SAID[:30], number=1), Line(SAID[30:], number=3)]  # an empty line between
    assert [*with_introduction_joined(apart)] == apart
