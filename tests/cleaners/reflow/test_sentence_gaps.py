"""Lines that a site ended at each full stop, and paragraphs that an author parted by empty lines."""

from __future__ import annotations

from cleaners.document import Line
from cleaners.reflow.sentence_gaps import join_at_stops

PARAGRAPHS = (
    "堤上的老槐树被风刮倒以后，村里人商量着在原处补种一棵，有人主张种柳。柳树根浅，守堤的老人不同意，他说还是槐树牢靠。",
    "种树那天来了不少人，挑水的挑水，培土的培土，孩子们围着看热闹。树苗是从后山移来的，根上带着一大团黄泥，四个人才抬得动。",
    "头一年它只长了几片叶子，大家都以为活不成了。第二年开春忽然发了新枝，到了秋天已经有一人多高，堤上又有了荫凉。",
    "老人每天傍晚来看它一回，下雨的日子也不例外。他给树干缠上草绳，又用竹竿在四面撑住，怕的是夏天那几场大风把它吹歪。",
)
WIDTH = 22


def wrapped(text: str) -> list[str]:
    return [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]


def numbered(rows: list[str]) -> list[Line]:
    return [Line(text, broken=True, number=number) for number, text in enumerate(rows) if text]


def test_pieces_that_fill_a_visual_line_are_put_together() -> None:
    rows = [row for text in PARAGRAPHS for row in wrapped(text)]
    cut = [part for row in rows for part in row.replace("。", "。\n\n").split("\n")]
    assert [line.text for line in join_at_stops(numbered(cut))] == rows


def test_paragraphs_of_one_sentence_stay_apart() -> None:
    sentences = [sentence + "。" for text in PARAGRAPHS for sentence in text.split("。") if sentence]
    rows = [row for text in sentences for row in (*wrapped(text), "")]
    assert join_at_stops(numbered(rows)) == numbered(rows)


def test_paragraphs_with_several_sentences_stay_as_they_are() -> None:
    rows = [row for text in PARAGRAPHS * 2 for row in (*wrapped(text), "")]
    assert join_at_stops(numbered(rows)) == numbered(rows)
