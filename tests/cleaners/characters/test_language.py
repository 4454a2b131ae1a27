"""Language and script on fifty characters and more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.characters.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("图书馆新馆今天上午正式开馆,来自全市各区的读者代表参加了仪式,并参观了阅览室和书库。", "zh-Hans"),
        ("圖書館新館今天上午正式開館,來自全市各區的讀者代表參加了儀式,並參觀了閱覽室和書庫。", "zh-Hant"),
        ("我哋今日去咗圖書館睇書,佢話呢本書幾好睇,聽日再嚟過啦。", "zh-Hant"),
        ("本项目使用 Python 3.11 与 Rust 编写,安装 numpy 和 pandas 之后即可运行 main.py。", "zh-Hans"),
        ("図書館の新館は本日の午前に開館し、市内から集まった利用者が閲覧室を見学しました。", "ja"),
        ("カタログ請求はこちら。資料を無料でダウンロードできます。", "ja"),
        ("도서관 신관이 오늘 오전에 문을 열었고 시민들이 열람실을 둘러보았습니다.", "ko"),
        ("The new library opened this morning, and readers from all over the town came to see it.", "en"),
        ("Le café “Zur Post” is in the street that leads to the station, and it is open on Sundays.", "en"),
        ("La nouvelle bibliothèque est ouverte depuis ce matin et les lecteurs sont venus dans la salle.", "fr"),
        ("Die neue Bibliothek ist seit heute offen, und die Leser haben sich in dem Saal umgesehen.", "de"),
        (
            "先运行 sudo apt-get install -y cmake git libssl-dev pkg-config python3-dev && make -j8 即可完成编译。",
            "zh-Hans",
        ),
        ("单词:ありがとう 谢谢;すみません 对不起;おはよう 早上好。以上单词课后抄写三遍,下节课听写。", "zh-Hans"),
        ("日文的「の」相當於中文的「的」,「は」提示主題,「を」提示受詞,這些助詞的用法要多練習。", "zh-Hant"),
        ("東京都千代田区丸の内一丁目。株式会社東京商事、代表取締役社長山田太郎。資本金一億円。従業員数百名。", "ja"),
        ("大韓民國은 民主共和國이다. 大韓民國의 主權은 國民에게 있고 모든 權力은 國民으로부터 나온다.", "ko"),
        ("Новая библиотека открылась сегодня утром, и читатели осмотрели зал.", "ru"),
        ("ห้องสมุดใหม่เปิดให้บริการเมื่อเช้านี้", "th"),
        ("12,345.67 + 89 = ? ...", None),
        ("lorem ipsum dolor sit amet consectetur adipiscing elit", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_a_long_text_is_judged_by_all_its_parts() -> None:
    appendix = "Appendix: figures and tables. " * 50
    assert detect_language("这里的汉字占全文的大多数,附录只有几页。" * 500 + appendix) == "zh-Hans"


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert detect_language(text) in {None, "zh-Hans", "zh-Hant", "ja", "ko", "th", "el", "ru"} | {
        "en",
        "fr",
        "de",
        "es",
        "pt",
        "it",
    }
