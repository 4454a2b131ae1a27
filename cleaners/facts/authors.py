"""Whether what a page states for its author can be one, and the name alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleaners.facts.badge_rows import behind_author
from cleaners.facts.finding import Finding
from cleaners.facts.names import MASKED, can_be_name
from cleaners.facts.surnames import SURNAMES
from cleaners.lazily import lazily
from cleaners.rules.vocabulary import begins_with_site_word, site_share

_LONGEST: Final = 200  # characters of what may hold a name
_NO_AUTHOR: Final = lazily(
    r"^[\W\d_]+分?$|^(?:[热熱]心)?(?:[网網]友|用[户戶]|[会會][员員])(?:自行)?$"
    r"|^(?i:line|facebook|twitter|whatsapp|telegram|wechat|e-?mail|pinterest|linkedin|messenger|微信|新浪微博|微博|qq|qq好友|qq空[间間]|朋友圈)$|"
    r"^[/|]|^www[.]|[:\uff1a=\"<>]|^(?:未知|不[详詳]|原[创創]|[转轉][载載]|[网網][络絡](?:整理)?|互[联聯][网網])$|^[点點][击擊]|^(?:文章|文档|文件|资料|资源|推荐|最新|最后|最近|上传|下载|发布|发表|作者|时间|日期|本文|本站|本页|此页)"
    r"|(?:推荐|上传|下载|发布|发表|作者|时间|日期|答主)$"
    r"|^(?:[语語]音)?(?:[阅閱朗][读讀]|播放|收[听聽])(?:全文|正文|原文|本文)|^正文朗[读讀]|^(?:查看|展开)[全正原]文|^分享到[:：]?$|^打印本?[页頁]|^[关關][闭閉](?:窗口|本[页頁])|^字[体體](?:大小.*)?$|^字[号號]$"
    r"|^(?:沙[发發]|板凳|地板|地下室|[楼樓]主)$|^(?:提问|回答|回复|发帖|评论|点赞|收藏|分享|举报)(?: |$)"
    r"|^(?i:lv|level|vip)\.?\s?\d{1,3}$"
    r"|^[男女](?:[\s,，]|$)|\d岁|^(?:生成|成文|公开|印发|制发|有效|更新|索引|文号|名称|主题)$|^(?:[编編][号號]|序[号號])\s?[\w-]*\d"
)
_ROLES: Final = lazily(  # 苏石衣（实名认证）, 苏石衣 摄影/何野, 苏石衣 作品 112 粉丝 2048, 苏石衣 Lv.5, 苏石衣5条评论
    r"\s?[(（][已实實]名?[认認][证證][)）]$|\s(?:摄影|攝影|图片|圖片|编辑|編輯|审核|校对|绘图|翻译|供图|监制)\s*[/／:：|｜]"
    r"|\s(?:作品|文[档檔]|[课課]件|文章|粉[丝絲]|[关關]注|[获獲][赞讚]|[贡貢][献獻])\s?\d|\s(?i:level)\.?\s?\d{1,3}$"
    r"|\s(?i:lv)\.?\s?\d{1,3}$|(?<=[\u4e00-\u9fff])(?i:lv)\.?\s?\d{1,3}$"
    r"|\s\d[\d,.]{0,9}[万千]?\s?[人次篇份]"
    r"|(?<=[\u4e00-\u9fff])\d[\d,.]{0,9}[万千]?\s?(?:[条條](?:评论|評論|回复|回復|留言)|人(?:已|在|[关關]注)\w{0,3})$|\t"
)
_COMMA: Final = lazily("[,，]")
_RANK: Final = lazily(
    r"^[\[【(（]?[^\[\]【】()（）\s]{0,4}(?:[会會][员員]|用[户戶]|[网網]友|VIP)[\]】)）]\s*(?=\S)"
)  # [会员] 苏石衣
_ORIGINAL: Final = lazily(r"^原[创創]\s+")
_MOSTLY: Final = 0.6  # share of a site's words in a word that is the site's
_CONTROL: Final = 0.5  # ... that begins with one, of what is not Latin in it
_LATIN: Final = lazily("[A-Za-z]+")


def names_author(found: Iterable[Finding]) -> bool:
    """Tell whether one of some findings states an author that can be one."""
    return any("author" in one.facts and may_be_author(one.facts["author"]) for one in found)


def may_be_author(value: str) -> bool:
    """Tell whether a value can be an author: no answer to a reader, no word of a site, no number."""
    value = _ORIGINAL.sub("", value)
    if MASKED.fullmatch(value):
        return True
    several = _COMMA.split(value)
    if len(several) > 1 and not value.isascii() and any(part.strip()[:1] not in SURNAMES for part in several):
        return False  # 作者：谢谢，坚持住, an answer to a reader
    if _NO_AUTHOR.search(value) or not can_be_name(value):
        return False
    return not (value.isascii() and site_share(value) == 1)


def author_of(stated: str, title: str | None) -> str | None:
    """Return the name alone, without what runs on behind it in the same line.

    Args:
        stated: what the page states for the author.
        title: the title of the document, which can stand behind the name.
    """
    stated = _RANK.sub("", _ORIGINAL.sub("", stated[:_LONGEST]))
    stated = behind_author(stated).get("author", stated)
    return _without_title(_ROLES.split(stated)[0].rstrip(), title)


def _without_title(author: str, title: str | None) -> str | None:
    """Return an author without the title or words of the site that run on behind it in the same line."""
    if title and author != title:
        author = author.removesuffix(title).rstrip()
    words = author.split(" ")
    while len(words) > 1 and not words[-1].isascii() and _is_sites(words[-1]):
        words.pop()  # what the site says next in the line
    return " ".join(words) or None


def _is_sites(word: str) -> bool:
    """Tell whether a word behind a name is the site's: mostly its words, or a control, 下载该Word文档, 收藏本文."""
    if site_share(word) >= _MOSTLY:
        return True
    return begins_with_site_word(word) and site_share(_LATIN.sub("", word)) >= _CONTROL
