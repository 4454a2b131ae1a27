"""The breadcrumb, a path from the site's home to the document, as categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from cleaners.facts.labels import bare_label, offered
from cleaners.lazily import lazily
from cleaners.places import places_with
from cleaners.rules.keys import key_of
from cleaners.rules.site_words import is_site_name, owns_site
from cleaners.rules.traditional import to_simplified

STEP = lazily(r"\s*(?:-{0,2}>+|›+|»+|→|＞+|〉|⟩|\s[/》]\s)\s*")
"""What parts the steps of a breadcrumb."""
CRUMBS = "breadcrumb"
"""Mark of a line that is one because the page's box says so."""
_ARROW = lazily(r"\s*[>›»＞→〉⟩]+\s*")
_ANY_STEP = lazily(r"\s*[/|｜\\]+\s*|\s+[-–·•]+\s+")
_LETTER = lazily(r"[^\W_]")
_NO_STEPS = frozenset(("path", "any", "name"))  # kinds of labels; 文档下载 counts, and is a channel, too
_LATIN_WORD = lazily(r"[A-Za-z\d]+(?:-[A-Za-z\d]+)*")
_DASHES = lazily(r"\s+(?:-{1,2}|·)\s+")
_PLACE = lazily(r"^\s*[^\s:\uff1a]{2,8}\s*[:\uff1a]\s*")
_GREETED = lazily(  # 您好, 访客 当前位置：
    r"(?:[^:\uff1a>›»＞]|[:\uff1a](?=\d)){1,40}?[\s,，。!！|｜](?=[您你]?(?:现在|目前|当前|所在|的){1,3}位置\s*[:\uff1a])"
)
_FIELD = lazily(r"(?i)(?:分类|类别|栏目|category)\s*[:\uff1a]")  # one fact among others, wherever the page is
_HERE = lazily(r"[^:\uff1a]{0,6}(?:位置|页面)\s*[:\uff1a]")
STEP_SIGNS = "/>›»→ "
"""Signs that a site sets before each further step of a list."""
PATH = " > "
"""How steps are joined that a page parts by boxes or pictures."""
STEPS = lazily(r"[>›»＞→〉⟩/》](?:(?<![/》])|(?<=\s[/》])(?=\s))")
"""A sign of it, for a quick look."""
HOMES = frozenset(
    map(
        key_of,
        [
            *("首页", "主页", "网站首页", "本站首页", "首頁", "home", "homepage", "文库首页", "返回首页", "回首頁"),
            *("全部分类", "所有分类", "文档分类"),
            *("board index", "forum index"),
            *("inicio", "início", "página inicial", "accueil", "startseite", "главная", "trang chủ", "beranda"),
            *("ana sayfa", "strona główna", "ホーム", "トップ", "홈"),
        ],
    )
)
"""Keys of what a site calls its first page."""
_LAST = lazily(
    "(?:在线|详细|查看)?(?:正文|全文|内容|详情|阅读|文章)(?:内容|详情|正文)?(?:页面?)?|(?:文档|资料|资源|模板|简历|课件|试卷|素材|文件)详情页?|(?:法规|文书|文稿)内容|详细(?:页面?)?|列表页|查看(?:文档|合同|范文|文书|详情)?|.{2}正文"
    "|(?:浏览|预览|阅读|在线看|查看|打开)(?:文[档库]|资料|文件|文章|全文|本文)|(?:当前|本|此)页面?"
    "|[已待未]解决(?:的?问题)?|发(?:表新)?帖|我要发帖|返回列表?|申请入驻"
    "|viewpagesource|showsource|editongit(?:hub|lab)"
)
"""What a site calls the page itself."""
_LAST_OF = lazily("(?:详细|内容)?(?:正文|内容|详情|信息)(?:页面?)?|在线(?:阅读|预览)|(?:下载|预览|浏览|阅读)页面?")
"""... behind what it offers: 试卷详情, 资料下载页."""
_ROW = lazily(
    r"\s+(?:(?:19|20)\d\d([-/.])\d\d?\1\d\d?\s(?:\d\d?:\d\d(?::\d\d)?\s+)?)?(?:(?:文章)?[来來]源|[作编編][者辑輯]|(?:[发發][布佈表])?[时日時][间期間]|字[号體体號]|[浏點点瀏][览擊击覽])\s?[:：]"
)
_LABEL = lazily(  # without a colon
    r"[您你]?(?:现在|目前|当前|所在)?的?(?:所在)?(?:位置|栏目)(?:[是在为])?\s*(?=[^\s:>\uff1a])"
)
_DASHED = lazily(r"[^\s-]{2,6}(?: [-–—·] [^\s-]{2,10}){1,2}")  # from home, too few steps for a menu
_PARTED = lazily(r"[-–—_|｜]+")
_BUTTON = lazily(r"[【\[].*[】\]]")
_LONGEST_LINE = 160
_NAMED = 8  # characters of a step that names the document, not a topic
_MOST = 0.6  # of a title that a step is which it begins with
_LIMIT = 30
_SITE_NAME = 2  # characters of a site's name, at least
_SITE_LINES = 2  # in which a page begins with it
_LONGEST = 1000  # characters of a path: to part a line of megabytes at its steps takes seconds, each time
_SHORT = 16  # characters of a step


def read_path(
    text: str, title: str | None, page_title: str | None = None, around: Sequence[str] = ()
) -> tuple[str, ...] | None:
    """Return the steps of a breadcrumb without home and without the document's own title.

    Args:
        text: the breadcrumb as shown.
        title: the document's title.
        page_title: the same with what the site put behind it: its name, which is home too.
        around: the lines of the page that are not the document's, which may say whose the site is.
    """
    parts = STEP.split(text)
    steps = [step.strip(" \t:：/；;，,") for step in (parts if len(parts) > 1 else _DASHES.split(text))]
    steps = [step for step in steps if step]
    if len(steps) < 2 or any(step.isdigit() or _BUTTON.fullmatch(step) for step in steps):
        return None  # counts of a blog's: visits, answers; what an arrow points at: →【下载】
    steps[0] = _behind_greeting(steps[0])
    labelled = _HERE.match(to_simplified(steps[0]))
    steps[0] = without_label(steps[0])
    first = key_of(steps[0])
    site = _site_behind(page_title, title)
    if labelled and len(steps) == 2 and is_site_name(first) and title and trim_path(steps[1:], title) is None:
        return None  # the site and the document
    parted = len(parts) > 1
    leads_on = parted and not parts[-1].strip()  # as a path that is made of the page's own address: from home
    home = first in HOMES or is_site_name(first) or (parted and first in site) or leads_on
    home = home or _names_home(first, steps[1], around)
    path = trim_path(steps[1:] if home else steps, None if leads_on else title)
    return path or (None if first in HOMES or first in site else trim_path(steps, title))


def _names_home(first: str, second: str, around: Sequence[str]) -> bool:
    """Tell whether a first step is the site's name: that of its foot, or part of the page's first line."""
    if len(first) < _SITE_NAME:
        return False
    lines = [text for text in around[:_SITE_LINES] if second not in text and not STEP.search(text)]  # no path
    heads = list(map(key_of, lines))
    begins = any(key != first and (key.startswith(first) or key.endswith(first)) for key in heads)
    return begins or heads[:1] == [first] or owns_site(first, around)


def _site_behind(page_title: str | None, title: str | None) -> str:
    """Return the key of the last part of a page's title behind the document's: channels stand before the site."""
    parts = _PARTED.split(key_of(page_title or "").replace(key_of(title or ""), ""))
    return next((part for part in reversed(parts) if part and not part.startswith("poweredby")), "")


def _behind_greeting(text: str) -> str:
    """Return a path without what a site says to its reader before the label: a greeting, the day."""
    greeted = _GREETED.match(to_simplified(text)) if "位置" in text else None
    return text[greeted.end() :] if greeted else text


def without_label(step: str) -> str:
    """Return the first step of a path without the label before it: ``当前位置：``, ``所在栏目 ``."""
    step = _behind_greeting(step)
    bare = _PLACE.sub("", step) or step
    if bare == step and (label := _LABEL.match(to_simplified(step))):
        return step[label.end() :]
    return bare


def steps_of(text: str, *, apart: bool = False) -> list[str]:
    """Return the steps of a line that is known to be a breadcrumb, whatever parts them; labels left out.

    Args:
        text: the line, or a piece of one.
        apart: other pieces of the line are steps, so that a slash within this one parts none.
    """
    text = _PLACE.sub("", _behind_greeting(text))
    arrows = apart or _ARROW.search(text)  # T 1188/2017 behind an arrow is one
    parts = (_ARROW if arrows else _ANY_STEP).split(text.strip(" /|｜\\") if apart else text)
    steps = (step for part in parts if _LETTER.search(step := part.strip()))
    return [step for step in steps if (label := bare_label(step)) is None or label.kind not in _NO_STEPS]


def trim_path(steps: list[str], title: str | None) -> tuple[str, ...] | None:
    """Drop home, title and words such as 正文 from the steps of a path; ``None`` where nothing is left."""
    title_key = key_of(title) if title else ""
    kept = [step for step in steps if key_of(step) not in HOMES and not is_page(step)]
    while kept and title_key and _is_title(key_of(kept[-1]), title_key):
        kept.pop()
    if kept and title and _is_title_in_short(kept[-1], title):
        kept.pop()
    return tuple(step for at, step in enumerate(kept) if len(step) <= _LIMIT and step not in kept[at - 1 : at]) or None


def _is_title_in_short(step: str, title: str) -> bool:
    """Tell whether a step is a few words of a title, a number of the thing among them: ``TW-200 Manual``."""
    named = _LATIN_WORD.findall(step.lower())
    numbered = any(any(map(str.isdecimal, word)) and any(map(str.isalpha, word)) for word in step.lower().split())
    words = _LATIN_WORD.findall(title.lower())
    return len(named) > 1 and numbered and set(named) <= set(words) and 3 * len(named) >= len(words)


def _is_title(step: str, title: str) -> bool:
    """Tell whether the last step of a path is the title or most of it; what it begins with is a topic."""
    most = title.startswith(step) and len(step) > _MOST * len(title)
    return step.startswith(title) or most or (step in title and len(step) >= max(_NAMED, 0.6 * len(title)))


def is_page(step: str) -> bool:
    """Tell whether the last step of a path names the page itself."""
    key = key_of(step)
    if _LAST.fullmatch(key):
        return True
    thing = next((thing for thing in offered() if key.startswith(thing)), "")
    return bool(thing) and _LAST_OF.fullmatch(key.removeprefix(thing)) is not None


def may_be_paths(texts: Sequence[str]) -> set[int]:
    """Return the places of the lines that have a sign of a path, and no more characters than one has."""
    steps = (place for place in places_with(STEPS, texts) if len(texts[place]) <= _LONGEST)
    return {place for place in steps if "</" not in texts[place]}  # tags that a copy kept as text


def leads_to_text(text: str) -> bool:
    """Tell whether a breadcrumb says that it is one, by a label or by its end: 当前位置, 正文."""
    label = _PLACE.match(text)
    here = label is not None and not _FIELD.search(to_simplified(label[0]))
    return here or is_page(STEP.split(text)[-1])


def is_open(text: str) -> bool:
    """Tell whether a line is a path of short steps that leads on to the line below: ``T网 > 作文 >``."""
    *steps, last = STEP.split(text)
    return not last.strip() and len(steps) > 1 and all(1 < len(step) <= _SHORT for step in steps)


def behind_path(text: str) -> tuple[str, str] | None:
    """Part a path from the row behind it in the same line: ``当前位置:T网 > 新闻  来源:新华社 2017.10.17``."""
    row = _ROW.search(text) if len(text) <= _LONGEST_LINE and _PLACE.match(text) else None
    if row is None or not STEP.search(text, 0, row.start()) or STEP.search(text, row.end()):
        return None
    return text[: row.start()].rstrip(), text[row.start() :].strip()


def steps_above(paths: Iterable[str]) -> set[str]:
    """Return the keys of the steps of paths that lead to a page, the last one left out where it may name that."""
    steps: set[str] = set()
    for path in paths:
        *above, last = STEP.split(_PLACE.sub("", path))
        steps.update(map(key_of, above if len(above) > 1 or not last.strip() else ()))
    return steps - {""}


class JoinedPath(NamedTuple):
    """A path over two lines: the place of the first, and its text as a whole."""

    place: int
    text: str


def joined_path(texts: Sequence[str], places: Collection[int]) -> JoinedPath | None:
    """Return the path that goes on in the next line, ``当前位置:T网 >`` over ``文秘 > 手册 >``.

    Args:
        texts: lines.
        places: those that are paths.
    """
    for place in sorted(places):
        if place + 1 in places and place + 1 < len(texts) and not STEP.split(texts[place])[-1]:
            return JoinedPath(place, texts[place] + texts[place + 1])
    return None


def is_path(text: str, *, around: bool = False, site: str = "") -> bool:
    """Tell whether a line is a breadcrumb: labelled, from home, to 正文, or ``around`` a document from a site's name.

    Args:
        text: the line.
        around: it stands outside of the document.
        site: key of what the page's title has behind the document's.
    """
    first, *rest = STEP.split(_behind_greeting(text))
    if around and rest and not any(map(str.strip, rest)):
        return False  # one step of a list
    if not rest and around and _DASHED.fullmatch(text):
        return key_of(text.partition(" ")[0]) in HOMES
    if rest and (_HERE.match(said := to_simplified(first)) or _LABEL.match(said)):
        return True
    key = key_of(first.rpartition(":")[2].rpartition("：")[2])
    to_text = len(rest) > 1 and is_page(rest[-1]) and len(text) <= _LIMIT * len(rest)
    from_site = around and (is_site_name(key) or (len(key) > 1 and key in site))
    return bool(rest) and (key in HOMES or key.endswith("首页") or to_text or from_site)
