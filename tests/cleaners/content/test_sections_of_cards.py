"""Cards below a heading within a text: other documents where they are links, the text's own terms where not."""

from collections.abc import Sequence

import pytest

from cleaners import clean

PROSE = (
    "灯塔的光由一块凸透镜聚成一束，镜片分成许多环，每一环都把光折向同一个方向，二十海里以外的船也能看见。",
    "看守人每天擦拭镜片，擦的时候只用软布和酒精，不许用手碰，因为手上的油会在镜片上留下一层薄膜，使光变暗。",
    "雾天看不见光，就要鸣笛。雾笛每分钟响一次，每次五秒，声音传到十海里以外，船长听到后便知道自己离岸还有多远。",
)
TERMS = (
    "射程：晴天时从海面上看见灯光的最远距离，以海里计，随灯的高度和亮度增加。",
    "周期：灯光明暗一次所用的时间，各座灯塔不同，船长据此认出是哪一座。",
    "弧度：灯光照到的水平角度，靠岸的一面常常遮住，以免居民夜里受扰。",
)
TITLES = ("北海航标图例说明", "雾笛维修记录表", "灯塔看守人轮班办法")


def page(head: str, cards: Sequence[str]) -> bytes:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    return f"<h1>灯塔的光</h1><div class=a>{text}<h2>{head}</h2><div class=b>{''.join(cards)}</div></div>".encode()


@pytest.mark.parametrize("head", ["相关概念", "相关术语", "最新规定"])
def test_terms_of_the_text_stay(head: str) -> None:
    text = clean(page(head, [f"<div class=t><p>{term}</p></div>" for term in TERMS])).text
    assert [term for term in (*PROSE, *TERMS) if term not in text] == []


@pytest.mark.parametrize("head", ["相关文档", "猜你喜欢", "大家都在看"])
def test_links_to_other_documents_go(head: str) -> None:
    document = clean(page(head, [f"<div class=t><p><a href=/d/{n}>{of}</a></p></div>" for n, of in enumerate(TITLES)]))
    assert [line for line in PROSE if line not in document.text] == []
    assert [title for title in TITLES if title in document.text] == []


def test_links_with_what_they_say_stay_below_a_heading_that_a_document_may_have() -> None:
    said = [f"<div class=t><p><a href=/l/{n}>{of}</a></p><p>{TERMS[n]}</p></div>" for n, of in enumerate(TITLES)]
    text = clean(page("相关规定", said)).text
    assert [term for term in (*PROSE, *TERMS) if term not in text] == []
