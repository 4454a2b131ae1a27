"""What looks like a site's words is the document's where nothing else on the page is a site's."""

from __future__ import annotations

import pytest

from cleaners import clean

_PROSE = (
    "这座桥建在两村之间的河湾上，石料取自后山，桥墩用糯米浆砌筑。",
    "修桥的账目刻在桥头的碑上，捐款的人家一共有四十三户。",
)


@pytest.mark.parametrize(
    "own",
    [
        ("[1]《桥志》，第12页", "[2]《水利考》，第13页"),
        ("桥墩部分见附图。第1页", "桥面部分见附图。第2页"),
        ("延伸阅读", "拱圈", "拱圈是桥身受力的主要部分。", "桥墩", "桥墩是支承桥身的部分。"),
        ("（此处省略200字，详见全文）", "后来水渠改道，桥就很少有人走了。"),
        ("// 此处省略30行代码，完整源码请查看附录B", "后来水渠改道，桥就很少有人走了。"),
        ("【原文】桥成于丙子年冬。", "【译文】这座桥在丙子年的冬天建成。"),
        ("请在横线上填写合适的词：石料、、糯米浆和铁件。",),
    ],
)
def test_a_plain_document_stays_whole(own: tuple[str, ...]) -> None:
    lines = ("石桥小记", *_PROSE, *own)
    kept = clean("\n".join(lines).encode()).text.split("\n")
    assert kept == [*lines[1:]] or kept == [*lines]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("机械设计手册 第3版", "机械设计手册 第3版"),
        ("高等数学 第7版：习题全解 - 晨光文库", "高等数学 第7版：习题全解"),
        ("劳动合同范本_劳动合同（兼职）", "劳动合同范本_劳动合同（兼职）"),
        ("秋水旧渡 第3版:文艺副刊", "秋水旧渡"),
        ("江东船坞:内部审计制度_江东船坞(600123)_公司公告", "江东船坞:内部审计制度"),
        ("护理操作考核卷..", "护理操作考核卷"),
        ("那些年我们一起修过的桥...", "那些年我们一起修过的桥..."),
    ],
)
def test_a_title_keeps_its_own_words(title: str, bare: str) -> None:
    page = f"<title>{title}</title><article>{''.join(f'<p>{text}</p>' for text in _PROSE * 3)}</article>"
    assert clean(page.encode()).metadata.title == bare
