"""The cards of members between the posts of a forum that was saved as lines: names, ranks, numbers."""

from __future__ import annotations

from cleaners import clean


def card(name: str, posts: int, rank: str) -> list[str]:
    return [name, "12", "主题", str(posts), "帖子", "1200", "积分", rank, "积分", "1200", "发消息"]


def page() -> list[str]:
    head = ["设为首页", "收藏本站", "北岸渔友论坛", "登录", "北岸渔友论坛»论坛 › 水库野钓 › 入秋以后鲫鱼不开口"]
    first = ["上周还能连竿的水库，这周降温八度，从早守到晚就两口鲫鱼。", "这种天气该钓深还是钓浅，饵料要不要换方向？"]
    second = ["降温头两天别急，鱼在适应，第三天回稳就好了。", "钓深一点，找五到六米的陡坎。"]
    return [
        *head,
        *("发新帖", "查看: 2764|回复: 1", "[求助] 入秋以后鲫鱼不开口", "[复制链接]"),
        *card("芦苇荡", 310, "高级会员"),
        *("楼主", "发表于 2014-09-21 19:42:10|只看该作者", *first, "回复", "使用道具 举报"),
        *card("老渔翁", 365, "版主"),
        *("沙发", "发表于 2014-09-21 20:15:33|只看该作者", *second, "回复", "使用道具 举报"),
    ]


def test_cards_go_and_the_posts_stay() -> None:
    document = clean("\n".join(page()).encode())
    said = [line for line in page() if line[-1] in "。？"]
    assert document.text.split("\n") == said
    facts = document.metadata
    assert (facts.title, facts.author, facts.published) == ("入秋以后鲫鱼不开口", "芦苇荡", "2014-09-21")
    assert (facts.views, facts.access) == (2764, None)
