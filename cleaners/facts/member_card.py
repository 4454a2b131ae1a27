"""What a site shows with a member's name: what it counts for him, and marks of his standing."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily

COUNTED: Final = lazily(  # 文档 208 · 粉丝 1.1千, 贡献试卷 64 份
    r"(?:[^\W\d_]{0,4}(?:文[档檔稿]|[课課]件|[试試][卷题題]|[资資]料|[资資]源|作品|文章|范文|教案|素材|模板|[笔筆][记記]|粉[丝絲]|[获獲][赞讚]|被[赞讚]|上[传傳]|分享|[贡貢][献獻]|收[获獲]|[关關]注|下[载載]量?|[浏瀏][览覽]量?|[等][级級]|[信积積][誉譽分])"
    r"[^\W\d_]{0,2}\s?[:：]?\s?\d[\d.,]*\s?[万萬千wkWK]?\+?\s?[份篇个個次人套]?[\s·|,，/]*){1,5}"
)
"""A line of what is counted for a member."""
_STANDING: Final = (
    r"(?:[已实實名]*[认認][证證](?:[作用][者户戶])?|[^\W\d_]{2,6}(?:行[业業]|[领領]域)[认認][证證](?:作者|用[户戶])|(?:[官个個]方|机构|[个個]人|企业|[优優][质質]|[认認][证證])?(?:[账帳賬][号號]|[认認][证證](?:用[户戶])?|[创創]作者)"
    r"|[认認][证證](?:[类類]型|主[体體])[:：]?|机构|[个個]人|企业"
    r"|(?i:LV|Level|VIP)\.?\s?\d{1,2}|[\d.]{1,4}分?)"
)
STANDING: Final = lazily(rf"{_STANDING}(?:\s{_STANDING})*")
"""A line that says no more than how a member stands with the site: ``Lv6 认证作者``."""
SILENT: Final = lazily(
    r"(?:[暂暫][无無]|[还還][没沒]有?).{0,4}(?:[简簡]介|[签簽]名|介[绍紹])\W*|[该該][^\W\d_]{2,6}很[懒懶忙].*|[这這][个個]人很[懒懶].*"
    r"|(?:[该該]?用[户戶])?[还還]?[没沒未]有?填[写寫].{0,6}(?:[简簡]介|[签簽]名|介[绍紹]|[资資]料)\W*"
)
"""A line that says that a member says nothing of himself: ``暂无简介``, ``该用户很懒，什么也没留下``."""
