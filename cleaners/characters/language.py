"""Which language and script a text is in."""

from __future__ import annotations

from typing import Final

from cleaners.decoding.hanzi import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaners.decoding.plausible import sample
from cleaners.lazily import lazily

_SAMPLE: Final = 512
_HAN: Final = lazily(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_KANA: Final = lazily(r"[\u3041-\u3096\u30a1-\u30fa]")
_WORD: Final = lazily(r"[a-z\u00df-\u024f\u1ea0-\u1ef9]+(?:['’][a-z]+)?")
# Scripts that one language alone is written in, or that its own letters tell from its neighbours.
_SCRIPTS: Final = {
    "ko": lazily(r"[\uac00-\ud7a3]"),
    "th": lazily(r"[\u0e01-\u0e3a\u0e40-\u0e4e]"),
    "el": lazily(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "ru": lazily(r"[\u0400-\u04ff]"),
}
_NOT_RUSSIAN: Final = lazily(r"[іїєґўјљњћђџқғңөүұһәѓќѕ]")
# Words of a form that no other language in Latin script has.
_ENGLISH: Final = lazily(r"th[aeiou]\w*|\w{2,}(?:ing|ed|ly|ness|ship|ght|ough)|wh\w+")
_MOSTLY: Final = 0.5
_KANA_SHARE: Final = 0.1
_HANGUL_SHARE: Final = 0.3
_LEAST_LETTERS: Final = 8
_CHINESE_WORDS: Final = frozenset("这這们們吗嗎呢吧您她你哪啊么麼些很跟把給给")
"""Words of one character that Japanese and Korean never write so."""
_SURE: Final = 2  # characters of one language alone
# The most frequent function words of each language; in running text they are a third of all words.
_FUNCTION_WORDS: Final = {
    "en": "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
    "which you were all their has will we can if when been who would there its our your what may shall such any these "
    "those than then also into under how see each other some no so do does use used more only",
    "fr": "le la les de des du un une et est en que qui dans pour sur pas au aux ce cette il elle nous vous par avec "
    "sont plus ne se son sa ses mais ou comme être été d'un l'on",
    "de": "der die das und ist in den von zu mit sich des auf für im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über oder wir",
    "es": "el la los las de y que en un una es por con para del se no al lo como más su sus pero ha o este esta son "
    "fue sin sobre también entre cuando muy ser",
    "pt": "o a os as de e que em um uma é por com para do da dos das se não no na ao como mais seu sua mas foi ou são "
    "pelo pela também entre quando muito ser isso",
    "it": "il la i gli le di e che in un una è per con del della dei si non al lo come più suo sua ma ha o questo sono "
    "nel nella alla dal anche delle essere",
}
_SETS: Final = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_RUNNING: Final = 0.18
_AHEAD: Final = 1.4


def detect_language(text: str) -> str | None:
    """Return a BCP 47 tag (``zh-Hans``, ``zh-Hant``, ``ja``, ``en``), or ``None`` where the text does not tell.

    Reliable on 50 characters or more. Simplified and traditional are told apart by the characters that only one of
    them has; Japanese by its kana. Of the languages in Latin script only those are named whose function words show.
    """
    text = sample(text, _SAMPLE)
    if text.isascii():
        return _latin(_WORD.findall(text.lower()))
    han = "".join(_HAN.findall(text))
    kana = len(_KANA.findall(text))
    if len(han) > _MOSTLY * len(text) and not kana:
        return _chinese(set(han))
    words = _WORD.findall(text.lower())
    scripts = {language: len(letters.findall(text)) for language, letters in _SCRIPTS.items()}
    script = max(scripts, key=scripts.__getitem__)
    if scripts[script] > max(len(han), 2 * len(words), _LEAST_LETTERS):
        return None if script == "ru" and _NOT_RUSSIAN.search(text.lower()) else script
    if len(han) + kana <= len(words) and ((latin := _latin(words)) or len(han) + kana < _LEAST_LETTERS):
        return latin
    return _east_asian(set(han), len(han), kana, scripts["ko"])


def _east_asian(distinct: set[str], han: int, kana: int, hangul: int) -> str | None:
    """Name the language of a text with Han characters: Chinese texts quote Japanese and Korean as well."""
    if kana or hangul > _HANGUL_SHARE * han:
        signs = [char for char in (SIMPLIFIED_ONLY | TRADITIONAL_ONLY) & distinct if not _is_in(char, "shift_jis")]
        chinese = len({*signs, *(_CHINESE_WORDS & distinct)}) >= _SURE
        if hangul > max(_HANGUL_SHARE * han, kana, _LEAST_LETTERS) and not chinese:
            return "ko"
        if kana > han or (not chinese and (kana > _KANA_SHARE * han or _is_japanese(distinct))):
            return "ja"
    return _chinese(distinct)


def _is_japanese(distinct: set[str]) -> bool:
    """Tell whether characters have forms that neither simplified nor traditional Chinese has."""
    return sum(not (_is_in(char, "gb2312") or _is_in(char, "big5")) for char in distinct) >= _SURE


def _is_in(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _chinese(distinct: set[str]) -> str | None:
    simplified, traditional = len(SIMPLIFIED_ONLY & distinct), len(TRADITIONAL_ONLY & distinct)
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _latin(words: list[str]) -> str | None:
    """Name the language whose function words are many among the words, and far more than those of any other."""
    if not words:
        return None
    counts = {name: sum(map(known.__contains__, words)) for name, known in _SETS.items()}
    counts["en"] += sum(1 for word in words if _ENGLISH.fullmatch(word) and word not in _SETS["en"])
    second, first = sorted(counts, key=counts.__getitem__)[-2:]
    sure = counts[first] >= max(2, _RUNNING * len(words)) and counts[first] >= _AHEAD * counts[second]
    return first if sure else None
