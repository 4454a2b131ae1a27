"""The date in digits that a machine wrote right below a title, and dates there that are the document's own."""

from __future__ import annotations

import pytest

from cleaners.facts.title_parts import machine_stamp


@pytest.mark.parametrize(
    "text",
    [
        "柳下客 2023-05-23 发布于青岛",
        "2023-05-23 歷史通訊",
        "林松,杨柳 教育评论 2023-05-23",
        "老周 2023-05-23 14:05",
    ],
)
def test_a_name_a_place_or_a_medium_may_stand_beside_it(text: str) -> None:
    assert machine_stamp(text) == "2023-05-23"


@pytest.mark.parametrize(
    "text",
    ["1958-09-01", "2023-05-23 08:30 出发", "2023-05-23 至 2023-06-01", "会期:2023-05-23 至次日", "2023年5月23日 青岛"],
)
def test_what_a_document_says_of_days_is_none(text: str) -> None:
    assert machine_stamp(text) is None
