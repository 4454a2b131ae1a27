"""A document of one paragraph, which the site's lines stand all around of: it is what is left."""

from __future__ import annotations

from cleaners import clean

HEAD = [
    "河灣文件 DocWan",
    "登入",
    "上傳文件",
    "首頁 / 旅遊手冊 / 步道",
    "北坑步道志工手冊",
    "由 山線社 上傳",
    "2022 年 9 月 14 日",
    "PDF・14 頁・2.8 MB",
    "瀏覽 3276 次",
    "放大",
    "全螢幕",
    "第 1 頁，共 14 頁",
]
FOOT = [
    "第 2 頁，共 14 頁",
    "其餘 12 頁請下載原始檔",
    "文件說明",
    "您可能也會喜歡",
    "社區營造簡報",
    "12 頁",
    "校外教學通知單",
    "3 頁",
    "留言（0）",
    "服務條款　隱私權政策",
]
TEXT = "北坑步道全長五公里，清末是茶販翻山的要道，三年前起由志工以手作方式修復路面，至今已有二十八次工作假期。"


def test_one_paragraph_between_the_marks_of_pages_is_the_document() -> None:
    document = clean("\n".join([*HEAD, TEXT, *FOOT]).encode())
    assert document.text == TEXT
    assert document.metadata.page_count == 14


def test_what_a_site_says_to_readers_is_none() -> None:
    said = "本站所有文件由會員上傳，如有侵權請與我們聯繫，登入後即可下載文件，歡迎收藏分享給您的朋友。"
    assert said not in clean("\n".join([*HEAD, said, *FOOT]).encode()).text
