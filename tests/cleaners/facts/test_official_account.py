"""The account that a call names wrote a text where the page names nobody else; a form is no card of a blog."""

import pytest

from cleaners.facts.official_account import account_called, blogger_card

CALL = "点击上方“渡口札记”关注我们"


def test_the_account_that_a_call_names_is_the_author() -> None:
    texts = ["老梨树", CALL, "来源：渡口札记", "梨花开了。"]
    assert [*account_called(texts)] == [(1, {"author": "渡口札记"}), (2, {})]


OTHERS = ("作者:李四", "文/李四", "图文|李四", "来源 | 某某日报", "(作者:李四)", "李四 渡口札记 2019-03-04")


@pytest.mark.parametrize("text", OTHERS)
def test_it_is_not_where_another_is_named(text: str) -> None:
    assert not [*account_called(["老梨树", CALL, "梨花开了。", text])]


@pytest.mark.parametrize("name", ["右上角", "小喇叭", "绿标", "三点", "听课程", "蓝字"])
def test_what_is_to_be_clicked_is_no_account(name: str) -> None:
    assert not [*account_called(["老梨树", f"点击上方“{name}”关注我们", "梨花开了。"])]


@pytest.mark.parametrize(("below", "is_card"), [("博客访问：12,036", True), ("性别", False)])
def test_the_card_of_a_blog_says_who_reads_it(below: str, is_card: bool) -> None:
    assert bool([*blogger_card(["个人资料", "渡口听雨", "渡口听雨", below])]) is is_card
