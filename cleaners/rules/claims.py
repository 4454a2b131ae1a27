"""What sites say of a file that they answer for or not, clause by clause: two such clauses make a notice."""

from __future__ import annotations

from typing import Final

from cleaners.lazily import lazily
from cleaners.rules.keys import key_of

_LONGEST: Final = 120  # characters
_PUT: Final = "上传|上载|分享|提供|整理|发布|投稿|收集|搜集|贡献|转载|推荐|采集|编辑|收录"
_PEOPLE: Final = "系统|平台|会员|用户|网友|读者|学员|买家|卖家|店家|商家|第三方|互联网|网络"
_CLAUSES: Final = (
    lazily(
        rf"(?:由|系|为|来自|来源于?|源于)\w{{0,4}}(?:{_PEOPLE})(?:自行|自主|自愿|主动|们)?(?:{_PUT})?|(?:ai|智能|系统|机器)(?:自动)?(?:提取|生成|总结|识别|转换|翻译)|(?:{_PEOPLE}){_PUT}的?"
    ),
    lazily(r"(?:如|若|假如|倘)\w{0,12}(?:侵权|侵犯|著作权|版权|错漏|错误|权益|解压|打不开|乱码|违规)"),
    lazily(r"(?:删除|撤下|下架|侵删|欢迎指正|纠错)"),
    lazily(r"内容(?:均|皆|都)?[由经]\w{2,8}(?:审核|整理|编辑|生成|校对|核验)|专稿|独家稿件?"),
    lazily(
        r"(?:^|[,.;])未经\w{0,6}(?:允许|授权|许可|同意),?(?:禁止|不得|严禁|请勿|谢绝|不可)?\w{0,4}(?:转载|摘编|采集|盗用)"
    ),
    lazily(r"(?:使用|下载|签订|参考|套用)前,?请(?:务必|自行|先)?(?:咨询|核对|确认|甄别|阅读|修改)"),
    lazily(r"下载的?(?:文档|文件|word|pdf|ppt|资料|版|课件|试卷)"),
    lazily(r"(?:仅供|仅限|只供|只作|仅作|限于)\w{0,8}(?:学习|参考|交流|研究|试读|预览|借鉴|个人|测试)"),
    lazily(r"(?:概不|不对|并不|均不|不)(?:代表|承担|构成|保证|支持|退换|退款|负责|其)\w{0,14}"),
    lazily(r"转载请?注明|注明(?:来源|出处)|(?:本|该)\w{0,4}(?:在|由|来自).{0,16}(?:整理|栏目|收集|提供)"),
    lazily(r"更多.{1,12}请.{0,4}(?:点|到|访问|查看|关注|搜索)|www\.|https?:"),
    lazily(r"以.{2,12}(?:公布|发布)?(?:内容|信息)?为准(?:[.,;]|$)"),
    lazily(r"(?:^|[,.;])(?:谢绝|请勿|禁止|严禁|拒绝)(?:任何|私自)?转载"),
    lazily(r"(?:系|为|经|已)\w{0,4}授权(?:刊发|发布|转载|发表)"),
    lazily(r"版权归|著作权归|归原作者|归作者|正版|商业用途|商用"),
    lazily(
        r"(?:排版|版式|格式|文字|图表|公式|内容)\w{0,6}(?:可能|难免|或)\w{0,8}(?:不同|不一|不符|错|误|偏差|出入|缺失|丢失)"
    ),
    lazily(r"客服|站长|本站|本平台|网盘|解压密码|下载后|登录后|付款后|购买后"),
)


def claims(text: str) -> int:
    """Return how many different things a line says that sites say of a file and of who answers for it."""
    if len(text) > _LONGEST:
        return 0
    key = key_of(text)
    return sum(clause.search(key) is not None for clause in _CLAUSES)
