"""Pages that are no documents, and documents that only look like such pages or speak of them."""

from __future__ import annotations

import json

import pytest

from scraper.fetch.soft_failures import soft_failure


def page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


NAV = '<div class="nav"><a href="/">首页</a> <a href="/login">登录</a> <a href="/reg">注册</a> <a>开通VIP</a></div>'
FOOT = '<div class="footer">关于我们 | 联系方式 | 京ICP备00000000号 版权所有</div>'
NOTICE = "<p>本周五下午两点在二楼会议室召开安全生产例会，请各班组长准时参加，并带上本月隐患排查记录。</p>"
DOCUMENTS = {
    "short doc with login nav": page("安全生产例会通知", NAV + "<h1>安全生产例会通知</h1>" + NOTICE * 3 + FOOT),
    "short doc, comments need login": page(
        "安全生产例会通知",
        NAV + "<h1>安全生产例会通知</h1>" + NOTICE * 3 + "<div class=cmt>发表评论 请先登录</div>" + FOOT,
    ),
    "short doc, download needs login": page(
        "安全生产例会通知", "<h1>安全生产例会通知</h1>" + NOTICE * 2 + "<div>下载本文档请先登录</div>"
    ),
    "short manual on login": page(
        "系统使用说明",
        "<h1>系统使用说明</h1><p>第一步，请先登录系统，输入工号和密码。</p><p>第二步，点击左侧菜单中的考勤管理，选择需要查询的月份。</p><p>第三步，核对无误后提交，由部门负责人审核。</p>",
    ),
    "short doc about captcha": page(
        "验证码的作用",
        "<h1>验证码的作用</h1><p>验证码用来区分人和机器。用户提交表单时，页面提示请输入验证码，输入正确后才能继续，这样可以防止恶意注册和刷票。</p>"
        + NOTICE,
    ),
    "404 article": page(
        "如何设置自定义404页面",
        "<h1>如何设置自定义404页面</h1><p>当服务器返回 404 Not Found 时，说明页面不存在。"
        "可以在配置文件中指定错误页面，让访客看到更友好的提示，并提供返回首页的链接。</p>" + NOTICE,
    ),
    "en short": page(
        "How to enable cookies",
        "<h1>How to enable cookies</h1><p>Open the settings of your browser and choose privacy. "
        "If a site asks you to please log in again, clear its data first, then reload the page and sign in once more. "
        "This solves most of the problems with sessions.</p>"
        "<p>Some sites also require JavaScript to be switched on; enable JavaScript in the "
        "advanced section, save, and restart.</p>",
    ),
    "noscript notice beside doc": page(
        "通知",
        NAV
        + "<noscript>请启用JavaScript以获得更好的体验</noscript><h1>通知</h1>"
        + NOTICE * 2
        + "<script>var a=1</script>",
    ),
    "title mentions": page(
        "关于清理已删除文档不存在链接问题的通知", "<h1>关于清理已删除文档不存在链接问题的通知</h1>" + NOTICE * 20
    ),
    "poem": page(
        "静夜思",
        "<h1>静夜思</h1><p>床前明月光，疑是地上霜。</p><p>举头望明月，低头思故乡。</p><div>您需要登录后才可以回帖</div>",
    ),
    "modal hidden": page(
        "安全生产例会通知",
        "<h1>安全生产例会通知</h1>"
        + NOTICE * 3
        + '<div id="login" style="display:none">请先登录 用户名 密码 记住我 忘记密码</div>',
    ),
    "modal captcha": page(
        "安全生产例会通知",
        "<h1>安全生产例会通知</h1>" + NOTICE * 3 + '<div class="modal"><p>请输入验证码</p><input></div>',
    ),
    "long manual": page("登录说明", "<h1>请先登录</h1>" + NOTICE * 30),
}
FAILURES = {
    ("login-wall", "login wall"): page(
        "用户登录",
        NAV + "<h2>请先登录</h2><form>用户名<input> 密码<input type=password>"
        "<button>登录</button> 忘记密码 注册新用户</form>" + FOOT,
    ),
    ("login-wall", "login wall + nav long"): page(
        "文档下载 - 某文库",
        "".join(f'<a href="/c{i}">分类名称{i}栏目</a>' for i in range(120))
        + "<h2>您需要登录后才能查看该文档</h2>"
        + FOOT,
    ),
    ("login-wall", "login wall title"): page(
        "登录 - 某文库", NAV + "<form>手机号<input> 密码<input type=password><button>登录</button></form>"
    ),
    ("captcha", "captcha"): page(
        "安全验证", "<div>为了您的账号安全，请完成验证<div id=slider></div></div><script src=x></script>"
    ),
    ("captcha", "captcha nav"): page(
        "访问验证", NAV + "<p>您的访问过于频繁，请输入验证码后继续</p><img><input>" + FOOT
    ),
    ("captcha", "cloudflare"): page(
        "Just a moment...",
        "<h1>example.com</h1><p>Checking if the site connection is secure</p><p>"
        "Enable JavaScript and cookies to continue</p><script></script>",
    ),
    ("gone", "deleted"): page(
        "文档已删除 - 某文库",
        NAV
        + "<div>抱歉，该文档已被删除或不存在</div><a href=/>返回首页</a> <div>热门文档</div>"
        + "".join(f"<li><a href=/d{i}>热门推荐文档的标题第{i}篇</a></li>" for i in range(60))
        + FOOT,
    ),
    ("gone", "deleted, other words"): page("提示信息", NAV + "<p>您访问的文档已经被作者删除</p>" + FOOT),
    ("gone", "deleted 2"): page("提示", "<p>对不起，您要查看的文档不存在或者已被删除！</p><p>3秒后自动跳转到首页</p>"),
    ("gone", "page gone"): page("404", NAV + "<h1>抱歉，您访问的页面不存在</h1>"),
    ("gone", "title 404"): page("404 - 页面没有找到", NAV + "<h1>哎呀，页面找不到了</h1>"),
    ("needs-javascript", "js shell"): page("某文库", "<div id=app></div><script src=app.js></script>"),
    ("needs-javascript", "js shell loading"): page(
        "某文库", "<div id=root><div class=loading>加载中，请稍候...</div></div><script src=app.js></script>"
    ),
    ("needs-javascript", "js shell with noscript"): page(
        "某文库",
        "<noscript><strong>We're sorry but app doesn't work properly "
        "without JavaScript enabled. Please enable it to continue.</strong></noscript>"
        "<div id=app></div><script src=app.js></script>",
    ),
    ("needs-javascript", "js shell nav"): page(
        "某文库", NAV + "<div id=app></div>" + FOOT + "<script src=app.js></script>"
    ),
    ("login-wall", "en login"): page(
        "Sign in",
        "<h1>Sign in</h1><p>You must be logged in to view this document.</p><form><input type=password></form>",
    ),
    ("gone", "en removed"): page(
        "Document not available", "<p>Sorry, this document has been removed by its owner.</p>"
    ),
    ("login-wall", "trad login"): page("登入", "<p>請先登入才能繼續瀏覽</p><form><input type=password></form>"),
    ("gone", "trad gone"): page("錯誤", "<p>文件不存在或已被刪除</p>"),
    ("login-wall", "meta refresh to login"): page(
        "跳转", "<p>正在跳转到登录页面</p>", '<meta http-equiv=refresh content="0;url=/login">'
    ),
    ("captcha", "baidu"): page(
        "百度安全验证", "<div class=timeout>网络不给力，请稍后重试</div><a>返回首页</a><a>问题反馈</a><script></script>"
    ),
    ("login-wall", "discuz"): page(
        "提示信息 - 某论坛", NAV + "<p>抱歉，您需要登录才可以下载或查看附件。没有账号？立即注册</p>" + FOOT
    ),
}

STATE = json.dumps(
    {"doc": {"text": "\n".join(["河道巡查由乡镇负责，每周不少于两次，发现险情应当立即上报。"] * 12)}},
    ensure_ascii=False,
)
DOCUMENTS["held by a script"] = page("巡查办法", f"<div id=app></div><script>window.state = {STATE}</script>")
DOCUMENTS["shown when its script has run"] = page(
    "安全生产例会通知", f'<div style="visibility: hidden">{NOTICE * 3}</div><script src=a.js></script>'
)
DOCUMENTS["a list of names"] = page(
    "值班名单", "".join(f"<p>第{n}组 王小明 李小红 赵大力</p>" for n in range(20)) + "<p>登录后查看更多</p>"
)
DOCUMENTS["no markup"] = "请先登录"


@pytest.mark.parametrize("markup", DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_are_taken_for_documents(markup: str) -> None:
    assert soft_failure(markup) is None


@pytest.mark.parametrize(
    ("reason", "markup"), [(key[0], markup) for key, markup in FAILURES.items()], ids=map(str, FAILURES)
)
def test_pages_that_are_no_documents_are_told_with_their_reason(reason: str, markup: str) -> None:
    found = soft_failure(markup)
    assert found is not None
    assert found[0] == reason
    assert found[1]
