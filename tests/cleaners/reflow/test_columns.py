"""Columns of a newspaper are narrower than any page: told by words that their lines tear, which verse does not."""

from __future__ import annotations

from textwrap import wrap

from cleaners import clean

PARAGRAPHS = [
    "昨天上午，城东新建的便民市场正式开门迎客，附近居民早早地提着篮子排起了长队，想看看新摊位到底有什么不同。",
    "市场管理办公室主任说，这里原来是一处废弃仓库，去年冬天开始改造，前后花了七个月时间，地面和排水全部重新做过。",
    "卖豆制品的摊主告诉记者，新摊位的租金第一年维持不变，水电费用按照实际使用情况计算，大家心里都有了底。",
    "居民们最关心的还是价格问题，管理人员表示，市场设立了十个平价摊位，专门供郊区农户销售自己种植的蔬菜。",
]
VERSE = [
    "我在黄昏时候经过那座桥",
    "桥下的水没有声音",
    "谁把一盏灯放在船头",
    "像放下一句没有说完的话",
    "风从对岸吹过来",
    "带着稻草和烟的味道",
]


def test_a_column_of_twelve_characters_is_put_together() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrap(paragraph, 12)]
    assert clean("\n".join(lines).encode()).text.splitlines() == PARAGRAPHS


def test_verse_of_such_lines_stays() -> None:
    assert clean("\n".join(VERSE * 2).encode()).text.splitlines()[: len(VERSE)] == VERSE


def test_a_note_at_a_page_s_foot_is_not_joined_to_the_line_that_it_cuts() -> None:
    lines = wrap("关于夜间开放①的研究多集中在大城市，对县城的讨论比较少见，现有的几篇文章也只是列举数字。", 22)
    lines += wrap("本文使用的数据来自一家县级图书馆的门禁系统，共计四十余万条，剔除工作人员的记录以后，得到的", 22)
    lines += ["① 例如对六座城市自助书房的比较，见《阅读空间》第四章。", "有效记录为三十八万条。"]
    text = clean("\n".join(lines).encode()).text.splitlines()
    assert any(line.startswith("① 例如") for line in text)
