"""A row of facts that a copy took apart, its bars in lines of their own, states what it did; menus state nothing."""

from cleaners.facts.barred_rows import barred_rows


def test_a_row_states_what_it_did() -> None:
    texts = ["草坪记录", "2022-03-18", "|", "PDF", "|", "8页", "|", "浏览 431", "收藏"]
    ((over, facts),) = barred_rows(texts)
    assert (over.start, over.stop) == (1, 8)
    assert facts["page_count"] == "8" and facts["views"] == "431" and facts["published"] == "2022-03-18"


def test_menus_and_single_facts_state_nothing() -> None:
    for texts in (
        ["首页", "|", "关于我们", "|", "联系方式"],
        ["甲", "|", "8页"],
        ["草坪记录", "8页", "浏览 431"],
        ["|"],
        [],
    ):
        assert [*barred_rows(texts)] == []
