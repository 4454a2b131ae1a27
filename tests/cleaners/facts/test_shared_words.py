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
