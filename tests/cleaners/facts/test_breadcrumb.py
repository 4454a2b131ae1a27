"""Paths from the site's home to the document."""

from __future__ import annotations

import pytest

from cleaners.facts.breadcrumb import is_path, leads_to_text, read_path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("首页 > 办公文档 > 公文写作 > 正文", ("办公文档", "公文写作")),
        ("当前位置：首页 » 政务 » 汇报材料", ("政务", "汇报材料")),
        ("首页 › 农业 › 春茶采摘技术要点", ("农业",)),
        ("首页 > 春茶采摘技术要点", None),
        ("春茶采摘技术要点", None),
    ],
)
def test_paths(text: str, path: tuple[str, ...] | None) -> None:
    assert read_path(text, "春茶采摘技术要点") == path


def test_a_comparison_in_the_text_is_no_path() -> None:
    assert is_path("首页 > 农业")
    assert not is_path("支出 > 预算 > 上年同期")


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("当前位置：首页 > 农业 > 茶叶", True),
        ("农业 > 茶叶 > 正文", True),
        ("所属分类：农业 > 茶叶", False),
        ("Category: Crafts > Walls", False),
    ],
)
def test_a_field_with_a_category_does_not_lead_to_the_text(text: str, leads: bool) -> None:
    assert leads_to_text(text) is leads


def test_a_row_of_counts_is_no_path() -> None:
    assert read_path("阿明的个人博客 / 37 / 0 / 创建于 11个月前", "蒜苗发黄怎么办") is None
