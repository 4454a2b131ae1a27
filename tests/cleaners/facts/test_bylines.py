"""Rows right below the title of a text dump: by whom, whence, when; and what stays the document's."""

from __future__ import annotations

import pytest

from cleaners import clean
from cleaners.facts.bylines import named_twice

TITLE = "石桥渡口修缮记"
BODY = ["渡口的石阶去年秋天塌了三级，村里请了两位石匠来修。", "石料从上游运来，一共二十六块，修了十一天。"]


@pytest.mark.parametrize(
    ("row", "author", "published"),
    [
        ("时间: 05-30  来源:山乡", None, None),
        ("时间:03-15编辑:佚名 三年级作文", None, None),
        ("核稿: 撰稿: 审稿:", None, None),
        ("作者:马春光   2018年01月22日 16:49  诗歌网    1171    收藏", "马春光", "2018-01-22"),
        ("通讯员:胡岩来源:山乡报 阅读:发布时间:2012-08-18审稿:", None, "2012-08-18"),
        ("2018-02-17 10:43 501 查看", None, "2018-02-17"),
        ("2018-07-15 09:30 岛报 記者王淑芬／新竹報導", "王淑芬", "2018-07-15"),
        ("来源:山乡报", None, None),
        ("20200131", None, "2020-01-31"),
        ("宋代：许若川", "许若川", None),
        ("by Helen Marsh", "Helen Marsh", None),
    ],
)
def test_a_row_that_says_by_whom_and_whence_is_the_sites(row: str, author: str | None, published: str | None) -> None:
    document = clean("\n".join([TITLE, row, *BODY, "上一条:老桥", "分享"]).encode())
    assert document.text == "\n".join(BODY)
    facts = document.metadata
    assert (facts.title, facts.author, facts.published) == (TITLE, author, published)


@pytest.mark.parametrize(
    "line",
    [
        "时间:2020-01-01 地点:会议室",
        "甲方:石桥村 日期:2020-01-01",
        "时间：2023年9月16日上午9时",
        "姓名:王小明 班级:三班",
    ],
)
def test_fields_that_documents_have_stay(line: str) -> None:
    kept = clean("\n".join(["石桥村村民会议记录", line, "出席:全体村民", *BODY]).encode()).text
    assert line.replace(" ", "") in kept.replace(" ", "")


@pytest.mark.parametrize(
    ("above", "row", "below", "is_account"),
    [
        (["查看原文", TITLE], "石桥人 石桥人 2021-04-09", BODY, True),
        (["石桥人", TITLE], "石桥人 石桥人 2021-04-09", BODY, False),
        ([TITLE], "石桥人 石桥人 2021-04-09", BODY, False),
        (["成交记录", "以成交为准"], "石桥人 石桥人 2021-04-09", ["山乡社 买入 2021-04-10"], False),
    ],
)
def test_name_twice_is_an_account_where_it_stands_alone(
    above: list[str], row: str, below: list[str], is_account: bool
) -> None:
    assert bool([*named_twice([*above, row, *below])]) is is_account
