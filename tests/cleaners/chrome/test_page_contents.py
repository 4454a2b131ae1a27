"""A site's list of a text's headings goes; a table of contents of the document's own stays."""

from __future__ import annotations

import pytest

from cleaners import clean

FACTS = ["范文屋", "护士节演讲稿三篇", "时间：2021-05-10 | 作者：白杨 | 阅读：2,016"]
TEXT = "尊敬的各位领导，亲爱的姐妹们，今天我站在这里，想说一说夜里三点的病房，那盏灯下的人。"
BODY = [line for part in ("一", "二", "三") for line in (f"护士节演讲稿第{part}篇", TEXT.replace("三点", f"{part}点"))]


def lines(heading: str) -> list[str]:
    listed = [f"{number}护士节演讲稿第{part}篇" for number, part in enumerate("一二三", 1)]
    return clean("\n".join([*FACTS, heading, *listed, *BODY]).encode()).text.split("\n")


@pytest.mark.parametrize("heading", ["本文目录", "文章目录：", "本页导航"])
def test_headings_that_stand_below_again_go(heading: str) -> None:
    assert lines(heading) == BODY


def test_contents_of_the_document_s_own_stay() -> None:
    assert lines("目录")[:2] == ["目录", "1护士节演讲稿第一篇"]
