"""Bytes -> text: what is declared, what is true, and what was broken before it came here."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.decoding.encoding import decode
from cleaners.document import Rejected

PROSE = "各位来宾:今天我们在这里举行图书馆新馆的开馆仪式,我代表全体工作人员向大家表示欢迎。“读书”是一生的事。"
TRADITIONAL = "各位來賓:今天我們在這裡舉行圖書館新館的開館儀式,我代表全體工作人員向大家表示歡迎。「讀書」是一生的事。"
HONG_KONG = "我哋喺度睇書,佢話嘅係真嘅,今日嘅天氣好好,大家都好開心咁講嘢。"
JAPANESE = "本日は図書館の開館式にお集まりいただき、誠にありがとうございます。利用案内はこちらをご覧ください。"
KOREAN = "오늘 도서관 개관식에 참석해 주신 여러분께 감사드립니다. 자료를 이용하려면 회원으로 가입해야 합니다."
WESTERN = "The café’s “résumé” – naïve, déjà vu – costs 5 € at Müller’s."


def page(text: str, charset: str | None = None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>页</title></head><body><p>{text}</p></body></html>"


def read(data: bytes, header: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    decoded = decode(data, header)
    return decoded.text, decoded.encoding, decoded.warnings


@pytest.mark.parametrize(
    ("label", "codec", "name"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("UTF8", "utf-8", "utf-8"),
        ("gb2312", "gbk", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("x-gbk", "gbk", "gb18030"),
        ("gb_2312-80", "gbk", "gb18030"),
    ],
)
def test_declared_labels_are_those_of_browsers(label: str, codec: str, name: str) -> None:
    data = page(PROSE, label).encode(codec)
    assert read(data) == (page(PROSE, label), name, ())
    assert isinstance(decode(data).page, bytes if name == "utf-8" else str)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (PROSE, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (HONG_KONG, "big5hkscs", "big5"),
        (JAPANESE, "cp932", "shift_jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (KOREAN, "cp949", "euc-kr"),
        (WESTERN, "cp1252", "windows-1252"),
        (PROSE, "utf-16-le", "utf-16le"),
        (TRADITIONAL, "utf-16-be", "utf-16be"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8"])
def test_a_wrong_declaration_is_overruled(text: str, codec: str, name: str, declared: str | None) -> None:
    header = f"text/html; charset={declared}" if declared else None
    decoded = decode(text.encode(codec), header)
    assert decoded.text == text
    assert decoded.encoding == name
    assert decoded.warnings == (("encoding-declared-wrong",) if declared else ())


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (PROSE, "gb18030", "big5"),
        (PROSE, "gb18030", "iso-8859-1"),
        (PROSE, "gb18030", "shift_jis"),
        (TRADITIONAL, "big5", "gb2312"),
        (TRADITIONAL, "big5", "windows-1252"),
        (PROSE, "utf-8", "gbk"),
        (TRADITIONAL, "utf-8", "big5"),
        (PROSE, "utf-8", "windows-1252"),
    ],
)
def test_a_declaration_that_gives_nonsense_is_overruled(text: str, codec: str, declared: str) -> None:
    decoded = decode(page(text, declared).encode(codec, "ignore"))
    assert text in decoded.text
    assert decoded.warnings == ("encoding-declared-wrong",)


def test_byte_order_marks_come_first() -> None:
    assert read(b"\xef\xbb\xbf" + PROSE.encode(), "text/html; charset=gbk") == (PROSE, "utf-8", ())
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        assert read(("\ufeff" + PROSE).encode(codec)) == (PROSE, codec.replace("-le", "le").replace("-be", "be"), ())


def test_header_before_meta_and_comments_do_not_declare() -> None:
    assert decode(page(PROSE, "big5").encode("gbk"), "text/html;charset=GB2312").encoding == "gb18030"
    commented = "<!-- <meta charset=gbk> --><meta http-equiv=Content-Type content='text/html; charset=utf-8'>" + PROSE
    assert decode(commented.encode()).warnings == ()


def test_short_words_that_are_valid_in_two_encodings_follow_the_declaration() -> None:
    assert decode("联通".encode("gbk"), "text/html; charset=gbk").text == "联通"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_one_bad_byte_does_not_overturn_the_encoding(codec: str) -> None:
    data = page(PROSE).encode(codec) + b"\xff" + page(PROSE).encode(codec)
    for header in (None, f"text/html; charset={codec}"):
        decoded = decode(data, header)
        assert decoded.text == page(PROSE) + "\ufffd" + page(PROSE)
        assert decoded[1:3] == (codec, ("bad-bytes",))


@pytest.mark.parametrize("shift", range(3))
def test_a_long_page_in_utf8_is_read_to_its_last_byte(shift: int) -> None:
    data = b"a" * shift + "图书馆".encode() * 20_000
    assert decode(data).page == data
    assert read(data[:-1] + b"a") == (data[:-3].decode() + "\ufffda", "utf-8", ("bad-bytes",))
    assert decode(data[:-1]).warnings == ("bad-bytes",)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_a_page_cut_inside_a_character_is_read_as_far_as_it_goes(codec: str) -> None:
    text = TRADITIONAL if codec == "big5" else PROSE
    data = text.encode(codec)[:-1]
    for header in (None, f"text/html; charset={codec}"):
        decoded = decode(data, header)
        assert decoded[:3] in ((text[:-1], codec, ("bad-bytes",)), (text[:-1] + "\ufffd", codec, ("bad-bytes",)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("gb18030", "utf-8"),
        ("latin-1", "utf-8"),
        ("latin-1", "gb18030"),
        ("cp1252", "gb18030"),
    ],
)
def test_mojibake_is_repaired(wrong: str, right: str) -> None:
    garbled = PROSE.encode(right).decode(wrong, "replace")
    decoded = decode(page(garbled).encode(), "text/html; charset=utf-8")
    assert decoded.warnings == ("mojibake-repaired",)
    repaired = decoded.text.split("<p>")[1].split("</p>")[0]
    assert sum(char in repaired for char in set(PROSE)) > 0.8 * len(set(PROSE))
    if "\ufffd" not in garbled:
        assert repaired == PROSE


@pytest.mark.parametrize("text", ["番茄炒蛋", "麻婆豆腐\n蒜蓉油菜\n", "赚钱", "石头硬\n猫睡\n", "渊涵\n梓萱\n皓轩\n"])
def test_rare_words_are_no_mojibake(text: str) -> None:
    assert decode(text.encode()).text == text


def test_few_accents_are_no_mojibake() -> None:
    text = "Téléchargé par Martin\nVous êtes sur la page 1sur 3\n"
    assert decode(text.encode()).text == text


def test_western_mojibake_is_repaired() -> None:
    assert decode("Le cafÃ© Ã©tait fermÃ©.".encode()).text == "Le café était fermé."


def test_a_long_script_on_one_line_costs_no_time_beside_mojibake() -> None:
    start = time.perf_counter()
    page = "<p>Ã©tude Ã  la mode</p><script>" + "a=b;" * 30_000 + "</script>"
    assert "étude" in decode(page.encode(), None).text
    assert time.perf_counter() - start < 5


def test_rare_characters_and_other_scripts_are_left_alone() -> None:
    for text in ("龔鎏犇 贠赟翀 亓龑 逄翾 郗鸷鸢 乜犇羴", "Привет, как дела?", "สวัสดีครับ", "ÄÖÜ äöü ß", "𠮷野家"):
        assert read(text.encode()) == (text, "utf-8", ())
    assert decode("龔鎏犇 贠赟翀".encode("gb18030"), "text/html; charset=gbk").text == "龔鎏犇 贠赟翀"


def test_stray_nuls_go() -> None:
    assert decode(page(PROSE).encode().replace(b"<p>", b"<p>\0")).text == page(PROSE)


@pytest.mark.parametrize(
    ("wrong", "right"), [("latin-1", "utf-8"), ("latin-1", "cp949"), ("cp1252", "cp949"), ("gb18030", "utf-8")]
)
def test_korean_mojibake_is_repaired_to_korean(wrong: str, right: str) -> None:
    text = "도서관 신관이 오늘 오전에 문을 열었고 시민들이 열람실을 둘러보았습니다."
    decoded = decode(text.encode(right).decode(wrong, "replace").encode())
    assert decoded.warnings == ("mojibake-repaired",)
    assert sum(char in decoded.text for char in set(text)) > 0.8 * len(set(text))


def test_what_was_lost_stays_lost() -> None:
    text = "Le caf\ufffd o\ufffd l\ufffd\ufffdt\ufffd s\ufffdach\ufffdve est \ufffd c\ufffdt\ufffd de la for\ufffdt"
    assert read(text.encode()) == (text, "utf-8", ())


def test_a_short_western_text_is_no_mojibake() -> None:
    assert read("Café de l’été".encode("cp1252")) == ("Café de l’été", "windows-1252", ())


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        (b"", "empty", "white space"),
        (b" \r\n\t", "empty", "white space"),
        (b"\xef\xbb\xbf", "empty", "white space"),
        (b"%PDF-1.7\n...", "binary", "PDF"),
        (b"PK\x03\x04rest", "binary", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "binary", "PNG"),
        (b"\0" * 1000, "binary", "NUL"),
        (bytes(range(256)) * 40, "binary", "control"),
        (b"\x01\x02\x03\x04" * 100, "binary", "control"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str, detail: str) -> None:
    with pytest.raises(Rejected) as caught:
        decode(data)
    assert (caught.value.stage, caught.value.reason) == ("decode", reason)
    assert detail in caught.value.detail
    assert "\n" not in caught.value.detail


@given(st.binary(), st.sampled_from([None, "text/html; charset=gbk", "text/html; charset=utf-16", "charset=nonsense"]))
def test_any_bytes_give_text_or_a_refusal(data: bytes, header: str | None) -> None:
    try:
        decoded = decode(data, header)
    except Rejected as refusal:
        assert refusal.stage == "decode"
    else:
        assert "\0" not in decoded.text
        assert isinstance(decoded.page, str) or decoded.text.encode() == data


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = ("图书馆的工作人员在这里" * 5 + text).encode("utf-8", "ignore").replace(b"\0", b"")
    decoded = decode(data)
    if isinstance(decoded.page, bytes):
        assert decoded.text.encode() == data
    else:
        assert decoded.warnings == ("mojibake-repaired",)


def test_writing_with_many_control_characters_is_no_binary() -> None:
    text = "".join(f"山路十八弯，水路九连环，这里的山{char}" for char in "\x05\x06\x07\x08" * 10)
    assert decode(text.encode()).text == text
