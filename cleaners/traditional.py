"""Traditional characters that the marker words are written with, and their simplified forms.

Rules are written in simplified characters and hold for both scripts: each sign below, of the first list, is compared as
the one at its place in the second (mapping of OpenCC's ``t2s``, for the characters that rules use).
"""

from __future__ import annotations

import re
from typing import Final

_TRADITIONAL: Final = (
    "並佈併來係俬個們傢傳僅價億儲兒內冊別創務勵區協卽員問噹嚮圍圖埰報墰壇壓壜奬寀審寫寶專對導層屬幣幫幷庫廣彆彔後復愛"
    "懶戶掃採換擊數於昇時暫曏書會査條樓標機檔檯權歡歸氣沒溫瀏為無熱爲獎獲獻現畢當發確碼積穫筆箇節範簡簽籤糾納級紹結絡"
    "給統絲經綫維網線編縮總繫繼續罈罎聞聯聲脩腦臺興舉舘萬蒐薦處號衕裝製複覈見規視親覽訂計記訪設許訴註証評詞試該詳認語"
    "說説課請論證識議讀讚貢責買費資賞賬購贊車載輯轉辦迴這週進過達違選還郵鋤錄錯録錶鍵鏈長門閉開間閣閤閱閲關陞隨隱隻電"
    "韆頁頂項須預領頭頻題類顯颱餘館饋驗體髮鬚麼麽點齣"
)
_SIMPLIFIED: Final = (
    "并布并来系私个们家传仅价亿储儿内册别创务励区协即员问当向围图采报坛坛压坛奖采审写宝专对导层属币帮并库广别录后复爱"
    "懒户扫采换击数于升时暂向书会查条楼标机档台权欢归气没温浏为无热为奖获献现毕当发确码积获笔个节范简签签纠纳级绍结络"
    "给统丝经线维网线编缩总系继续坛坛闻联声修脑台兴举馆万搜荐处号同装制复核见规视亲览订计记访设许诉注证评词试该详认语"
    "说说课请论证识议读赞贡责买费资赏账购赞车载辑转办回这周进过达违选还邮锄录错录表键链长门闭开间阁合阅阅关升随隐只电"
    "千页顶项须预领头频题类显台余馆馈验体发须么么点出"
)
TO_SIMPLIFIED: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""For ``str.translate``: one character for one, so that places in a text stay the same."""
_BY_SIGN: Final = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
_SIGNS: Final = re.compile(f"[{_TRADITIONAL}]")


def to_simplified(text: str) -> str:
    """Return a text with these signs simplified; several times as fast as ``str.translate`` where there are few."""
    return _SIGNS.sub(_simplified, text)


def _simplified(found: re.Match[str]) -> str:
    return _BY_SIGN[found[0]]
