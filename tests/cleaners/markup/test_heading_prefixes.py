"""The title that a site hides before each heading goes; one that headings of a document share stays."""

from __future__ import annotations

from cleaners import clean

PROSE = "渡口在县城东南，船是村里四姓轮流出的，行人过河不取一文，渡夫的口粮由渡田供给。"


def text_of(first: str, second: str) -> str:
    body = f"<h1>落雁渡</h1><p>{PROSE}</p><h2>{first}</h2><p>{PROSE[::-1]}</p><h2>{second}</h2><p>{PROSE * 2}</p>"
    return clean(
        f"<html><meta charset=utf-8><title>落雁渡_词库</title><body><div>{body}</div></body></html>".encode()
    ).text


def test_the_title_before_each_heading_goes() -> None:
    text = text_of("<span>落雁渡</span>历史沿革", "<span>落雁渡</span>现存遗迹")
    assert "\n历史沿革\n" in text
    assert "\n现存遗迹\n" in text


def test_it_stays_where_it_is_one_run_with_the_heading() -> None:
    assert "\n落雁渡历史沿革\n" in text_of("落雁渡历史沿革", "落雁渡现存遗迹")


def test_it_stays_where_a_heading_is_without_it() -> None:
    assert "落雁渡历史沿革\n" in text_of("<span>落雁渡</span>历史沿革", "现存遗迹")


def test_what_is_taken_is_listed() -> None:
    headings = "".join(
        f"<h2><i>落雁渡</i>{rest}</h2><p>{PROSE * times}</p>" for times, rest in ((1, "沿革"), (2, "遗迹"))
    )
    page = f"<html><meta charset=utf-8><body><div><h1>落雁渡</h1><p>{PROSE[::-1]}</p>{headings}</div></body></html>"
    drops = [drop.text for drop in clean(page.encode()).drops if drop.rule == "heading-prefix"]
    assert drops == ["落雁渡", "落雁渡"]
