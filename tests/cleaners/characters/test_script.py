"""Conversion of script: by the text's own region, with words protected, and once for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean
from cleaners.characters.normalize import normalize
from cleaners.characters.script import convert, converter
from cleaners.options import CleanOptions

CONFIGURATIONS = ["s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "s2twp", "tw2sp", "t2tw", "t2hk", "hk2t", "tw2t"]


@pytest.mark.parametrize(
    ("script", "text", "converted"),
    [
        ("simplified", "圖書館的藏書很豐富。", "图书馆的藏书很丰富。"),
        ("simplified", "這個軟體要在網路上下載,裡面有滑鼠設定。", "这个软件要在网络上下载,里面有鼠标设置。"),
        ("simplified", "香港的巴士很多,坐着看風景。", "香港的巴士很多,坐着看风景。"),
        ("simplified", "著名的專著在乾隆年間著錄,乾坤未定。", "著名的专著在乾隆年间著录,乾坤未定。"),
        ("simplified", "著名的专著,皇后在乾清宫里瞭望,显著。", "著名的专著,皇后在乾清宫里瞭望,显著。"),
        ("tw2sp", "这里有显著的编著,计程车。", "这里有显著的编著,计程车。"),
        ("tw2sp", "這裡有顯著的軟體。", "这里有显著的软件。"),
        ("traditional", "皇后的头发里是面粉,干部核算公里数。", "皇后的頭髮裏是麪粉,幹部核算公里數。"),
        ("traditional", "這裡的皇后和公里都不必改。", "這裡的皇后和公里都不必改。"),
        ("s2twp", "软件在网络里。", "軟體在網路裡。"),
        ("keep", "圖書館的藏书。", "圖書館的藏书。"),
        ("simplified", "他看著雨,穿著外衣,執著地寫著作。", "他看着雨,穿着外衣,执着地写著作。"),
        ("tw2s", "書著於民國,青苔附著於石。", "书著于民国,青苔附着于石。"),
        ("tw2sp", "塔吉克與哈薩克斯坦的檔案", "塔吉克斯坦与哈萨克斯坦的文件"),
        ("traditional", "這個國家的皇曆上寫著:\n千里之外\n后土祠", "這個國家的皇曆上寫著:\n千里之外\n后土祠"),
        ("traditional", "他是个好家伙。\n家伙", "他是個好傢伙。\n傢伙"),
        ("simplified", "図書館の新館は本日開館しました。", "図書館の新館は本日開館しました。"),
    ],
)
def test_conversion(script: str, text: str, converted: str) -> None:
    options = CleanOptions(script=script)
    assert convert(text, options) == converted
    assert convert(converted, options) == converted


def test_lines_in_japanese_stay_in_a_chinese_text() -> None:
    quotation = "図書館の新館は本日の午前に開館しました。"
    text = (
        f"這是日文教材的第一課,請各位讀者先聽錄音,再讀課文,然後回答問題。\n{quotation}\n生詞見書後的詞彙表,請認真練習。"
    )
    lines = convert(text, CleanOptions(script="simplified")).split("\n")
    assert lines[0].startswith("这是日文教材的第一课")
    assert lines[1] == quotation


def test_facts_follow_the_region_of_the_text() -> None:
    page = "<html><head><title>軟體入門</title></head><body><h1>軟體入門</h1>" + "<p>這裡說明網路程式。</p>" * 3
    document = clean(page.encode(), options=CleanOptions(script="simplified"))
    assert document.title == "软件入门"


def test_line_ends_stay() -> None:
    assert convert("圖書\n\n館", CleanOptions(script="simplified")) == "图书\n\n馆"


def test_verbatim_lines_change_their_script_and_keep_their_punctuation() -> None:
    page = "<html><body><p>這是一段說明,如下:請看,然後再試。</p>" + "<pre>print('說明,如下')  # 說,明</pre>"
    document = clean(page.encode(), options=CleanOptions(script="simplified", punctuation="full"))
    assert "print('说明,如下')  # 说,明" in document.text
    assert "说明\uff0c如下\uff1a请看\uff0c" in document.text


CHINESE = st.text(
    st.sampled_from("乾著后里干发面麼么幺軟體网络裡這说話顯书錄核丑准台云于於征徵着裏 \nA,。1"), max_size=30
)


@given(CHINESE, st.sampled_from(["simplified", "traditional", *CONFIGURATIONS]))
def test_twice_changes_nothing(text: str, script: str) -> None:
    options = CleanOptions(script=script)
    rewrite = converter(text, options)
    once = rewrite(text)
    assert rewrite(once) == once
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("script", "punctuation", "line"),
    [
        ("s2hk", "keep", "乡里逐户登记缺水户，群众举手表决。"),
        ("keep", "full", "网址 http://example.org/b?c=1 ,请看 'b' 的说明,,好."),
        ("keep", "half", "晚班从午后两点到十点。第二条 值班的人开工之前先查销钉。第三条 不得吸烟！"),
    ],
)
def test_what_was_converted_is_clean(script: str, punctuation: str, line: str) -> None:
    options = CleanOptions(script=script, punctuation=punctuation)
    once = convert(normalize(line), options)
    assert once != line
    assert convert(normalize(once), options) == once
