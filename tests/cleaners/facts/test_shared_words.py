"""Words that sites and documents have are a site's where others of the site stand near."""

import pytest

from cleaners import clean

PROSE = "每年三月，管理处在渡口公布当年的开放时间，并在七日内答复来信。"


@pytest.mark.parametrize(
    "texts",
    [
        ("私隐政策", PROSE, PROSE.replace("三月", "四月")),  # the document's title
        ("公司制度汇编", PROSE, "附件目录", "考勤制度", "私隐政策", "薪酬制度"),
        ("第三课", "打招呼", "问问题", PROSE),
        ("Log of the ferry", "Each line below is printed by the clock in the shed of the ferry.", "Updating...", PROSE),
    ],
)
def test_a_documents_own_stay(texts: tuple[str, ...]) -> None:
    kept = clean("\n".join(texts).encode()).text
    assert all(word in kept for word in ("私隐政策", "问问题", "Updating...") if word in texts[1:])


@pytest.mark.parametrize(
    ("texts", "own"),
    [
        (("The wheel of life", PROSE, "What is Karma?", PROSE.replace("三月", "四月")), "What is Karma?"),
        (("Records policy", "Date Created: 5/12/2014", PROSE), "Date Created: 5/12/2014"),
        (("Guide of the firewall", "About This Document", PROSE), "About This Document"),
        (("乡村教育报道", PROSE, "查看完整版本：http://www.example.cn/report/2018.pdf", PROSE), "查看完整版本"),
        (("Cookies on the service", PROSE, "We'd like to use analytics cookies for a while.", PROSE), "We'd like"),
    ],
)
def test_phrases_of_one_site_stay_without_another_of_it(texts: tuple[str, ...], own: str) -> None:
    assert own in clean("\n".join(texts).encode()).text
