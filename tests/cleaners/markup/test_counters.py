"""Counts of comments behind paragraphs and numbers of slides go; notes, scores and a document's own numbers stay."""

from __future__ import annotations

from cleaners import clean

SENTENCES = [
    "渡夫把缆绳解开的时候，对岸还没有一点灯火。",
    "她把账本合上，听见雨点落在瓦上，一声比一声密。",
    "桌上的灯芯受了潮，噼啪响了两下才站住。",
    "许婆婆端着姜汤进来，半天没有说一句话。",
    "河水涨到了石阶的第七级，船就拴在那里。",
    "天亮以后雨停了，镇上的人都到渡口来看水。",
]
COUNTS = ["12", "3", "28", "5", "99+", "2"]


def page_of(body: str) -> bytes:
    return f"<html><meta charset=utf-8><title>旧账</title><body><div><h1>旧账</h1>{body}</div></body></html>".encode()


def paragraphs(tail: str) -> str:
    return "".join(f"<p>{sentence}{tail.format(count)}</p>" for sentence, count in zip(SENTENCES, COUNTS, strict=True))


def test_how_often_a_paragraph_was_commented_on_goes() -> None:
    document = clean(page_of(paragraphs('<span class="review-count">{}</span>')))
    assert document.text.splitlines() == SENTENCES
    assert [drop.text for drop in document.drops if drop.rule == "comment-count"] == COUNTS


def test_numbers_that_nobody_calls_counts_stay() -> None:
    assert clean(page_of(paragraphs("<sup>{}</sup>"))).text.splitlines()[0] == f"{SENTENCES[0]}12"


def test_notes_that_count_up_stay_whatever_they_are_called() -> None:
    notes = "".join(
        f'<p>{sentence}<span class="comment-count">{number}</span></p>' for number, sentence in enumerate(SENTENCES, 1)
    )
    assert clean(page_of(notes)).text.endswith(f"{SENTENCES[-1]}6")


def list_of(name: str) -> bytes:
    items = "".join(
        f'<li><a href="#r{number}">{number}. </a>{sentence[:8]}<br>{sentence}</li>'
        for number, sentence in enumerate(SENTENCES, 1)
    )
    return page_of(f'<ol class="{name}">{items}</ol>')


def test_linked_numbers_of_slides_go_and_those_of_notes_stay() -> None:
    slides = clean(list_of("transcripts"))
    assert slides.text.startswith(SENTENCES[0][:8])
    assert [drop.text for drop in slides.drops if drop.rule == "slide-number"] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert clean(list_of("notes")).text.startswith(f"1. {SENTENCES[0][:8]}")
