"""Preview or whole document."""

from __future__ import annotations

import pytest

from cleaners import clean

HEAD = ["春茶采摘技术要点", "2022-04-08", "DOC", "3页"]
BODY = ["采摘标准以一芽一叶初展为宜,芽叶长度在两厘米半左右。", "鲜叶进厂后应当立即摊放,厚度不超过三厘米,中间翻动一次。"]


@pytest.mark.parametrize(
    ("tail", "complete", "truncation"),
    [
        ([], None, None),
        (["已阅读1页，还剩2页未读"], False, "notice"),
        (["已阅读3页，还剩0页未读， 继续免费阅读"], True, None),
        (["已阅读3页，还剩20页未读， 继续免费阅读"], False, "notice"),
        (["今日免费阅读页数剩余0页"], False, "notice"),
        (["试读额度剩余0页，请登录"], False, "notice"),
        (["揉捻要轻,烘干分毛火和足火两次进行,足火温度不超过"], False, "mid-sentence"),
        (["第2页 / 共3页"], False, "page-count"),
        (["第3页 / 共3页"], True, None),
        (["揉捻要轻,烘干分毛火和足火两次进行,足火温度不超过......"], False, "mid-sentence"),
        (["全份文件共 3 頁，已全部顯示"], True, None),
        (["— 本文档已全部加载 —"], True, None),
        (["全文预览已结束"], True, None),
        (["全文预览已结束", "剩余2页未读"], False, "notice"),
        (["揉捻要轻,烘干分毛火和足火两次进行,足火温度不超过", "全文预览已结束"], False, "mid-sentence"),
        (["首页 1 2 3 尾页", "相关推荐"], False, "notice"),
        (["[1] [2] 下一页", "相关推荐"], False, "notice"),
        (["首页 3 7 12 尾页", "相关推荐"], None, None),
        (["登录后可查看全部答案与解析"], None, None),
        (["本文档共3页，可阅读全部内容。"], True, None),
        (["本文档共3页，全文可阅读"], True, None),
        (["到这儿已超出免费预览范围，剩余2页未读"], False, "notice"),
        (["仅展示部分内容，还有 2 页未展示"], False, "notice"),
        (["尚有 2 頁未讀，登入後繼續閱讀"], False, "notice"),
        (["Pages 2 to 3 are not shown in this preview."], False, "notice"),
        (["揉捻要轻，第一遍阅读结束后方可动手。", "[1] 王一．春茶制法[M]．杭州：茶社，2019．"], None, None),
        (["二〇二二年春茶技术指导小组"], None, None),
        (["摊青的时候要薄，厚了就会发红，老师傅说这叫“养青”！🌱✨"], None, None),
        (["摊青的时候要薄，厚了就会发红，这一步急不得。(老茶客) |"], None, None),
        (["有关资料见本社的网站，地址：https://example.com/spring-tea/2022"], None, None),
        (["摊青的时候要薄，厚了就会发红，老师傅把这道工序叫作“养青”"], None, None),
        (["tea, spring harvest, withering, rolling, drying, green tea"], None, None),
        (["附件:春茶加工车间温度湿度记录表和有关说明"], None, None),
    ],
)
def test_what_the_page_says_and_how_the_text_ends(
    tail: list[str], complete: bool | None, truncation: str | None
) -> None:
    document = clean("\n".join([*HEAD, *BODY, *tail]).encode())
    assert (document.complete, document.truncation) == (complete, truncation)


def test_slides_that_never_end_a_sentence_are_not_cut() -> None:
    slides = [f"{n}. 春茶加工第{n}讲,摊放、杀青、揉捻和烘干的顺序" for n in range(1, 6)]
    assert clean("\n".join([*HEAD, *slides]).encode()).truncation is None


def test_a_viewer_s_pages_with_text_are_counted_against_those_that_the_site_states() -> None:
    shown = "".join(f"<div class='page' id='pf{n}'><p>{BODY[0]}</p><p>{BODY[1]}</p></div>" for n in (1, 2, 3))
    for count, complete, truncation in ((3, True, None), (12, False, "page-count")):
        page = f"<h1>春茶采摘技术要点</h1><p>格式：DOC 页数：{count}</p><div id='viewer'>{shown}</div>"
        document = clean(page.encode())
        assert (document.complete, document.truncation) == (complete, truncation)


@pytest.mark.parametrize(
    ("head", "complete"), [("第12章 夜渡(2/3)", False), ("夜渡(2/3)", None), ("夜渡（第1/3页）", False)]
)
def test_a_part_of_a_chapter_is_no_whole_document(head: str, complete: bool | None) -> None:
    assert clean("\n".join([head, *BODY]).encode()).complete is complete


def test_headings_of_slides_count_on() -> None:
    slides = [line for part in (1, 2, 3) for line in (f"第1章 采摘的标准({part}/3)", *BODY)]
    assert clean("\n".join(slides).encode()).complete is True


@pytest.mark.parametrize(
    ("lines", "complete"),
    [
        (["第十二章 渡口(1/2)", *BODY], False),
        (["第三节 茶叶的分级(1/2)", *BODY], None),
        (["第一章 茶叶的分级(1/2)", "教学目标", *BODY], None),
        (["第九百章 归途(1/2)", "第十二章 渡口", *BODY], None),
    ],
)
def test_chapter_in_parts_goes_on_and_a_lesson_does_not(lines: list[str], complete: bool | None) -> None:
    assert clean("\n".join(lines).encode()).complete is complete
