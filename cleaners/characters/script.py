"""Conversion of script (OpenCC) and of the width of punctuation, for those who ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from cleaners.characters.language import detect_language
from cleaners.characters.normalize import normalize
from cleaners.characters.punctuation import narrow, widen
from cleaners.decoding.hanzi import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaners.decoding.plausible import sample
from cleaners.lazily import lazily
from cleaners.options import CleanOptions
from cleaners.package_data import read_table

Rewrite = Callable[[str], str]

# Words and characters that only Taiwan or only Hong Kong writes so.
_TAIWAN: Final = lazily(
    r"[裡臺]|[聽看說寫拿走跟站坐睡穿帶沿隨執附]著(?![作名稱者])|資訊|軟體|硬體|網路|程式|影片|滑鼠|計程車|品質|螢幕|專案"
    r"|預設|台灣|民國|新北|捷運"
)
_HONG_KONG: Final = lazily(
    r"[裏衞綫嘅咗哋喺嗰啲佢冇]|[聽看說寫拿走跟站坐睡穿帶沿隨執附]着|的士|巴士|香港|港幣|港元|特區政府|屋邨"
)
_OTHER_LANGUAGES: Final = lazily(r"[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]")
_WIDTHS: Final[dict[str, Rewrite]] = {"full": widen, "half": narrow}


def converter(text: str, options: CleanOptions) -> Rewrite:
    """Return the conversion that the options ask for, chosen for a whole document.

    Args:
        text: the document's text; ``simplified`` and ``traditional`` choose a configuration by its region.
        options: ``script`` and ``punctuation``; the names of OpenCC's configurations are those it is installed with.

    Returns:
        A function for pieces of the document (lines, or facts such as the title). It keeps line ends, and a second
        time it changes nothing.
    """
    config = _configuration(text, options.script)
    reached = config is not None and _is_reached(sample(text), config)
    own_languages = options.script in ("simplified", "traditional")
    to_width = _WIDTHS.get(options.punctuation)

    def rewrite(piece: str) -> str:
        if config:
            piece = "\n".join([_convert(line, config, reached, own_languages) for line in piece.split("\n")])
        if to_width and (changed := to_width(piece)) != piece:
            # Wide marks close up on what is before them, too, and two of one kind are one.
            piece = re.sub(r"[^\t\n]+", lambda found: normalize(found[0]), changed)
        return piece

    return rewrite


def convert(text: str, options: CleanOptions) -> str:
    """Convert a text that is a whole document; see ``converter``."""
    return converter(text, options)(text)


def _configuration(text: str, script: str) -> str | None:
    """Return the name of the OpenCC configuration, ``None`` where there is nothing to convert."""
    if script == "keep" or (script in ("simplified", "traditional") and detect_language(text) in ("ja", "ko")):
        return None
    if script == "traditional":
        return "s2t"
    if script != "simplified":
        return script
    some = sample(text)
    if _is_in(SIMPLIFIED_ONLY, some, but_not=TRADITIONAL_ONLY):
        return "t2s"
    taiwan, hong_kong = len(_TAIWAN.findall(some)), len(_HONG_KONG.findall(some))
    if taiwan == hong_kong:
        return "t2s"
    return "tw2sp" if taiwan > hong_kong else "hk2s"


def _is_in(script: frozenset[str], text: str, *, but_not: frozenset[str]) -> bool:
    """Tell whether a text has characters of the one script and none of the other."""
    chars = set(text)
    return not chars.isdisjoint(script) and chars.isdisjoint(but_not)


def _is_reached(text: str, config: str) -> bool:
    """Tell whether a text shows to be in the target script of a configuration already."""
    target, other = _scripts(config)
    return _is_in(target, text, but_not=other)


@cache
def _scripts(config: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters of the target script of a configuration and of the other; none between regions.

    Of the other script those count that the configuration changes: Hong Kong writes 户 as the mainland does.
    """
    source, _, target = config.partition("2")
    if target in ("s", "sp"):
        return SIMPLIFIED_ONLY, _changed(TRADITIONAL_ONLY, config)
    return (TRADITIONAL_ONLY, _changed(SIMPLIFIED_ONLY, config)) if source == "s" else (frozenset(), frozenset())


def _changed(signs: frozenset[str], config: str) -> frozenset[str]:
    """Return the characters that a configuration changes where they stand alone."""
    some = "\n".join(signs)
    changed = _opencc(config)(some).split("\n")
    return frozenset(sign for sign, other in zip(some.split("\n"), changed, strict=True) if sign != other)


def _convert(line: str, config: str, reached: bool, own_languages: bool) -> str:
    """Convert a line unless it is in the target script already, or the whole text is and it is no exception.

    Args:
        line: a line of the text, or a fact.
        config: the configuration of OpenCC.
        reached: the text is in the target script.
        own_languages: lines in Japanese or Korean stay.
    """
    if line.isascii():
        return line
    target, other = _scripts(config)
    if not target:
        return _opencc(config)(line)
    if _is_in(target, line, but_not=other) or (reached and other.isdisjoint(line)):
        return line
    if own_languages and _OTHER_LANGUAGES.search(line) and detect_language(line) in ("ja", "ko"):
        return line
    return _around(line, config, _protected("simplified" if target is SIMPLIFIED_ONLY else "traditional"))


def _around(line: str, config: str, words: tuple[re.Pattern[str], dict[str, str]]) -> str:
    """Convert a line but for the protected words, which get their known form."""
    pattern, forms = words
    pieces = pattern.split(line)
    pieces[::2] = [_opencc(config)(piece) if piece else piece for piece in pieces[::2]]
    pieces[1::2] = [forms[word] for word in pieces[1::2]]
    return "".join(pieces)


@cache
def _opencc(config: str) -> Rewrite:
    """Load a configuration: 2 to 50 ms, once for a process; it is a constant and never leaves the process."""
    from opencc import OpenCC  # noqa: PLC0415

    convert_text: Rewrite = OpenCC(config).convert
    return convert_text


@cache
def _protected(target: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Read the protected words of a target script: a pattern with one group, and the form of each word."""
    table = read_table("protected_words.toml")[target]
    forms: dict[str, str] = {**{form: form for form in table.values()}, **table}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})"), forms
