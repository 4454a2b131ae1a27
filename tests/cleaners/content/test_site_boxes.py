"""Boxes in which a site speaks of itself, in a thread."""

from cleaners import clean

SITE = (
    "<p>您需要登录后才可以下载附件，注册会员可以获得10积分。</p>"
    "<p>本站VIP会员免费下载全部资料，充值即送积分。</p>"
    "<p>本站资料由网友上传，如有侵权请联系我们删除。</p>"
)
SAID = (
    "渡口的木桩去年换过一回，今年春天又松了，潮水大的时候船身一直撞到石阶上，夜里听着很响，不知道该怎么固定。",
    "把木桩底下的泥挖开一尺，四周填上碎石再夯实，上头用两道麻绳交叉捆在石阶的铁环上，一般能撑过三个汛期。",
)


def _post(number: int) -> str:
    name = f"<div class=author>船工{number}</div><div class=date>2020-03-0{number} 10:01</div>"
    return f"<div class=post>{name}<div class=postcontent>{SAID[number - 1]}</div></div>"


def _text(body: str) -> str:
    page = (
        f"<html><head><title>木桩松了怎么办 - 渡口论坛</title></head><body><h1>木桩松了怎么办</h1>{body}</body></html>"
    )
    return clean(page.encode()).text


def test_a_notice_with_the_class_of_posts_goes() -> None:
    text = _text(f"<div id=postlist>{_post(1)}<div class=post>{SITE}</div>{_post(2)}</div>")
    assert "VIP" not in text and all(said in text for said in SAID)


def test_a_notice_beside_a_plain_box_around_the_thread_goes() -> None:
    text = _text(f"<div>{SITE}</div><div><div class=thread>{_post(1)}{_post(2)}</div></div>")
    assert "VIP" not in text and all(said in text for said in SAID)
