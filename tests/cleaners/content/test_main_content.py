"""The main content of pages that no profile knows: made-up layouts first, then properties."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaners.content.content_lines import BUTTON, LINKS, OUTSIDE, SIDE
from cleaners.content.main_content import main_content
from cleaners.markup.lines import tree_lines

SENTENCE = "河边的老柳树又发了新芽，孩子们放学以后就在树下读书，"
MENU = "<ul class='menu'>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(12)) + "</ul>"
FOOT = "<div class='footer'><p>本站所有资料由会员上传，如有侵权，请与我们联系，电话：010-0000。</p></div>"
TEASERS = (
    "<div class='list'>"
    + "".join(
        f"<div><h4><a href='/{n}'>另一篇文章的长长的标题之{n}</a></h4><p>{SENTENCE}这里是另一篇的开头……</p></div>"
        for n in range(9)
    )
    + "</div>"
)


def kept(markup: str, url: str = "") -> list[str]:
    outline = tree_lines(LexborHTMLParser(markup), {})
    return [line.text for line, rule in zip(outline.lines, main_content(outline, url), strict=True) if not rule]


def rule_of(markup: str, text: str) -> str:
    outline = tree_lines(LexborHTMLParser(markup), {})
    return next(rule for line, rule in zip(outline.lines, main_content(outline), strict=True) if text in line.text)


def paragraphs(count: int, tag: str = "p") -> str:
    return "".join(f"<{tag}>第{n}段。{SENTENCE * 2}一年又一年。</{tag}>" for n in range(count))


def test_an_article_among_menus_teasers_and_notices() -> None:
    page = (
        f"<body>{MENU}<div class='main'><h1>题目</h1><div class='c'>{paragraphs(6)}</div>{TEASERS}</div>{FOOT}</body>"
    )
    assert kept(page) == [f"第{n}段。{SENTENCE * 2}一年又一年。" for n in range(6)]
    assert rule_of(page, "栏目3") == OUTSIDE


def test_a_document_of_many_divs_and_one_of_a_single_blob() -> None:
    for body in (paragraphs(12, "div"), f"<div>{SENTENCE * 30}</div>"):
        page = f"<body>{MENU}<div id='reader'>{body}</div><div class='sidebar'>{paragraphs(2)}</div>{FOOT}</body>"
        found = kept(page)
        assert len(found) in (12, 1)
        assert all(SENTENCE in text for text in found)


def test_a_document_in_two_columns_of_boxes_is_one_and_what_lies_deeper_beside_it_is_not() -> None:
    for first, second in ((6, 3), (3, 6)):
        halves = [f"<div class='k{n}'><div>{paragraphs(count)}</div></div>" for n, count in enumerate((first, second))]
        assert len(kept(f"<body>{MENU}<div>{halves[0]}{halves[1]}</div>{FOOT}</body>")) == 9
    notes = f"<table><tr><td><div class='j'>{paragraphs(2)}</div></td></tr></table>"
    assert len(kept(f"<body>{MENU}<div><div>{paragraphs(6)}</div>{notes}</div>{FOOT}</body>")) == 6


def test_headings_lists_and_tables_between_paragraphs_stay() -> None:
    page = f"""<body>{MENU}<article><h2>一、开头</h2>{paragraphs(3)}<h2>二、清单</h2>
      <ul><li>铅笔</li><li>纸</li></ul><table><tr><th>名</th><th>数</th></tr><tr><td>甲</td><td>1</td></tr></table>
      {paragraphs(3)}</article>{FOOT}</body>"""
    found = kept(page)
    assert found[0] == "一、开头"
    assert {"铅笔", "纸", "名\t数", "甲\t1", "二、清单"} <= set(found)
    assert len(found) == 12


def test_link_blocks_and_named_sides_inside_the_content_go() -> None:
    page = f"""<body><div class='post'>{paragraphs(2)}
      <div><a href='/a'>相关的一篇文章的标题</a><a href='/b'>又一篇</a></div>
      <div class='share-box'><span>分享到微信，微博，朋友圈。</span></div><button>复制</button>
      {paragraphs(2)}</div></body>"""
    assert len(kept(page)) == 4
    assert rule_of(page, "相关的") == LINKS
    assert rule_of(page, "分享到") == SIDE
    assert rule_of(page, "复制") == BUTTON


def test_comments_belong_to_a_thread_and_not_to_an_article() -> None:
    comments = "".join(
        f"<div class='comment'><a href='/u{n}'>用户{n}</a><p>{SENTENCE}我也这样想，谢谢楼主。</p></div>"
        for n in range(5)
    )
    article = f"<body><div class='article'>{paragraphs(8)}</div><div class='comments'>{comments}</div></body>"
    thread = f"<body class='forum-thread'><div class='post'>{paragraphs(1)}</div><div>{comments}</div></body>"
    assert len(kept(article)) == 8
    assert len([text for text in kept(thread) if "楼主" in text]) == 5


def test_the_address_tells_a_thread_whose_boxes_have_hashed_names() -> None:
    replies = "".join(f"<li class='x7 reply-{n}'><p>{SENTENCE}我也这样想，谢谢楼主。</p></li>" for n in range(5))
    page = f"<body>{MENU}<div class='c9'>{paragraphs(5)}</div><ul>{replies}</ul>{FOOT}</body>"
    for url, count in (("https://bbs.example.org/t/12.html", 5), ("https://example.org/a/12.html?from=bbs", 0)):
        assert len([text for text in kept(page, url) if "楼主" in text]) == count


def test_who_wrote_a_post_and_what_he_ends_each_with_is_left_out_of_a_thread_alone() -> None:
    posts = "".join(
        f"<div class='post'><dl class='postprofile'><dt>昵称{n}</dt><dd>威望不错，来自江南水乡，{n}</dd></dl>"
        f"<div class='content'>{paragraphs(1)}<div class='signature'>第{n}个签名，{SENTENCE}</div></div></div>"
        for n in range(4)
    )
    page = f"<body>{MENU}<div class='k'>{posts}</div>{FOOT}</body>"
    assert kept(page, "https://example.org/forum/3") == [text for text in kept(page) if text.startswith("第0段")]
    assert len(kept(page.replace("postprofile", "attribution"))) > 4  # nothing says that it is a thread


def test_a_box_with_a_heading_of_its_own_and_a_link_to_more_is_no_teaser() -> None:
    def sections(heading: str) -> str:
        return "".join(
            f"<div><h3>{heading.format(n)}</h3><p>{SENTENCE}做完以后再看一遍。</p>"
            f"<a href='/{n}'>查看这一步的详细图解</a></div>"
            for n in range(4)
        )

    page = f"<body>{MENU}<div class='k'>{paragraphs(3)}{{}}{paragraphs(1)}</div>{FOOT}</body>"
    assert len([text for text in kept(page.format(sections("第{}步"))) if "再看一遍" in text]) == 4
    assert not [text for text in kept(page.format(sections("<a href='/{0}'>又一篇长文之{0}</a>"))) if "再看" in text]


def test_a_heading_that_counts_more_than_its_box_shows_lists_what_the_site_has() -> None:
    shown = f"<li>{SENTENCE}</li><li><a href='/u/1'>阿喵</a></li>"
    for heading, count in (("作品（29）", 0), ("作品（2）", 1), ("作品", 1)):
        section = f"<section><h2>{heading}</h2><ul>{shown}</ul></section>"
        page = f"<body>{MENU}<div class='k'>{paragraphs(3)}{section}{paragraphs(1)}</div>{FOOT}</body>"
        assert kept(page).count(SENTENCE) == count


def test_a_post_of_a_word_between_names_and_links_is_one_as_the_others_are() -> None:
    posts = [f"第{n}楼说的话。{SENTENCE}一年又一年。" for n in range(4)] + ["好玩吗？", f"最后一楼。{SENTENCE}再见。"]
    rows = "".join(
        f"<li class='reply'><div class='who'><a href='/u/{n}'>看河人{n}</a></div><div>{post}</div>"
        f"<div><a href='/r'>回应这一楼</a> <a href='/z'>赞这一楼</a></div></li>"
        for n, post in enumerate(posts)
    )
    shown = kept(f"<div class='thread'><ul>{rows}</ul></div>", "https://bbs.example.org/thread-7-1.html")
    assert [line for line in shown if line in posts] == posts


def test_an_advertisement_between_posts_is_none_of_the_thread() -> None:
    posts = "".join(f"<div id='p{n}'><div class='t_f'>{paragraphs(1)}</div></div>" for n in range(3))
    advertisement = "<div class='a_pt'>渔具老店，全场包邮送货</div>"
    page = f"<body>{MENU}<div>{posts}{advertisement}{posts}</div>{FOOT}</body>"
    assert len(kept(page, "https://bbs.example.org/t-1.html")) == 6


def test_an_item_of_a_list_that_says_more_stays_however_much_of_it_is_a_link() -> None:
    items = f"<li>{SENTENCE * 3}</li><li><a href='/1'>把数据流送到存储服务里</a>就行。</li><li>{SENTENCE}</li>"
    page = f"<body>{MENU}<div class='k'>{paragraphs(4)}<ul>{items}</ul>{paragraphs(1)}</div>{FOOT}</body>"
    assert "把数据流送到存储服务里就行。" in kept(page)
    linked = items.replace(SENTENCE, "<a href='/2'>又一篇文章的标题</a>")
    assert "把数据流送到存储服务里就行。" not in kept(page.replace(items, linked))


def test_the_first_heading_stands_as_the_others_do_and_belongs_to_the_text() -> None:
    def exam(first: str) -> str:
        parts = "".join(
            f"<div class='st'>{head}</div><div class='q'>{paragraphs(3)}</div>" for head in (first, "填空题")
        )
        return f"<body>{MENU}<div class='k'><div class='tool'>打印本页</div>{parts}</div>{FOOT}</body>"

    assert kept(exam("一、单项选择题"))[0] == "一、单项选择题"
    assert "更新：2020年" not in kept(exam("更新：2020年"))


def test_an_introduction_in_the_box_of_the_title_is_called_as_the_sections_are() -> None:
    sections = "".join(f"<section class='part'><h2>第{n}节</h2>{paragraphs(2)}</section>" for n in range(4))
    for name, count in (("part", 1), ("hint", 0), ("part sidebar", 0)):
        head = f"<div class='header'><h1>说明书</h1><section class='{name}'><p>{SENTENCE * 2}</p></section></div>"
        page = f"<body>{MENU}<div class='wrap'>{head}<div class='k'>{sections}</div></div>{FOOT}</body>"
        assert kept(page).count(SENTENCE * 2) == count


def test_a_line_labelled_as_related_is_none_of_the_text_if_links_follow() -> None:
    for line, count in (("<a href='/1'>车位合同</a> | <a href='/2'>场地协议</a>", 0), ("车位合同与场地协议", 1)):
        page = f"<body>{MENU}<div>{paragraphs(2)}<p>[相关推荐] {line}</p>{paragraphs(2)}</div>{FOOT}</body>"
        assert len([text for text in kept(page) if "相关推荐" in text]) == count


def test_text_that_stands_by_itself_before_the_paragraphs_of_its_box_is_the_first_of_them() -> None:
    lone = f"{SENTENCE}先说一个旧码头的故事。"
    page = f"<center>[ <a href='/a'>回复</a> ] [ <a href='/b'>关闭</a> ]</center><table><tr><td>{lone}{paragraphs(9)}"
    assert kept(page)[0] == lone


def test_a_table_of_links_with_what_is_said_of_each_is_a_section_with_its_heading() -> None:
    rows = "".join(f"<tr><td><a href='/{n}'>杉木板料</a></td><td>{n}块</td></tr>" for n in range(5))
    parts = f"<h2>用料</h2><div><table>{rows}</table></div><h2>做法</h2><div>{paragraphs(6)}</div>"
    page = f"<div><h1>旧斗橱的修法</h1>{parts}</div>"
    assert kept(page)[-9:-6] == ["杉木板料\t3块", "杉木板料\t4块", "做法"]
    assert "用料" in kept(page)


def test_short_boxes_below_a_document_are_sections_of_it_only_with_headings() -> None:
    def boxes(name: str) -> str:
        return "".join(f"<div><{name}>云朵</{name}><p>{SENTENCE}写得真好。</p></div>" for _ in range(8))

    article = f"<div>{paragraphs(12)}</div>"
    assert len(kept(f"<body>{article}{boxes('b')}</body>")) == 12
    assert len(kept(f"<body>{article}{boxes('h3')}</body>")) == 12 + 16


def test_the_last_paragraph_stays_where_each_has_a_box_of_its_own() -> None:
    last = "申请人请登录教育局网站下载申请表，填写后于五月底前提交。"
    text = "".join(f"<div>{paragraphs(1)}</div>" for _ in range(15))
    assert kept(f"<body>{text}<div><p>{last}</p></div></body>")[-1] == last


def test_controls_with_counts_between_posts_go_and_what_readers_write_in_such_words_stays() -> None:
    def post(number: int, controls: str) -> str:
        return f"<div class='post'><p>{number}{SENTENCE}对吗？</p><p>谢谢分享</p><p>{controls}</p></div>"

    counted = "".join(post(n, f"<b>赞({n})</b><b>评论</b>") for n in range(4))
    assert [text for text in kept(f"<body class='forum-thread'>{counted}</body>") if "赞" in text] == []
    assert kept(f"<body class='forum-thread'>{counted}</body>").count("谢谢分享") == 4
    assert "赞(0)评论" in kept(f"<body class='article'>{counted}</body>")
    code = "".join(f"<div class='post'><p>{SENTENCE}对吗？</p><pre>print({n})</pre></div>" for n in range(4))
    assert "print(2)" in kept(f"<body class='forum-thread'>{code}</body>")


def test_a_name_with_the_day_of_its_answer_goes_and_an_answer_that_ends_with_a_day_stays() -> None:
    def answer(name: str, day: str, end: str) -> str:
        who = f"<div class='who'><a>{name}</a><span>LV.3</span><span>{day}</span></div>"
        return f"<div class='answer'>{who}<p>{SENTENCE}对吗？</p><p>{SENTENCE}最后一次是{end}</p></div>"

    told = [("柳下客", "2020-02-18", "2019-07-01"), ("桥头人", "2020-02-19", "夏天"), ("摆渡的", "2020-03-02", "去年")]
    shown = kept(f"<body class='question'>{''.join(answer(*one) for one in told)}</body>")
    assert [text for text in shown if "LV" in text] == []
    assert f"{SENTENCE}最后一次是2019-07-01" in shown


def test_more_comments_than_article_make_no_thread_of_a_blog() -> None:
    comments = "".join(f"<div class='comment'><p>{SENTENCE}我也这样想，谢谢。</p></div>" for _ in range(40))
    for count, kept_comments in ((6, 0), (1, 40)):
        page = f"<body>{MENU}<div class='k'>{paragraphs(count)}</div><div>{comments}</div>{FOOT}</body>"
        assert len(kept(page)) == count + kept_comments


def test_an_empty_box_that_is_called_a_thread_makes_none() -> None:
    comments = "".join(f"<div class='comment'><p>{SENTENCE}我也这样想，谢谢。</p></div>" for _ in range(3))
    link = "<div class='forum'><a href='/'>去论坛看看</a></div>"
    page = f"<body>{MENU}{link}<div class='k'>{paragraphs(4)}</div>{comments}</body>"
    assert len(kept(page)) == 4
    assert len(kept(page.replace("class='k'", "class='thread'"))) == 7


def test_what_most_boxes_are_called_says_nothing_against_them() -> None:
    for name in ("widget-box", "relative", "header-text"):
        parts = "".join(f"<div class='{name}'><h2>第{n}部分</h2>{paragraphs(2)}</div>" for n in range(5))
        assert len(kept(f"<body>{MENU}<div>{parts}</div>{FOOT}</body>")) == 15
    page = (
        f"<body>{MENU}<div><div>{paragraphs(6)}</div><div class='widget-box'>{paragraphs(2)}</div></div>{FOOT}</body>"
    )
    assert len(kept(page)) == 6


def test_linked_headings_over_long_paragraphs_are_no_teasers_in_the_content() -> None:
    parts = "".join(
        f"<div><h2><a href='/{n}'>值得一去的第{n}个地方</a></h2><p>{SENTENCE * 12}</p></div>" for n in range(9)
    )
    assert len(kept(f"<body>{MENU}<div class='content'>{paragraphs(1)}{parts}</div>{FOOT}</body>")) == 19
    assert len(kept(f"<body>{MENU}<div><div>{paragraphs(6)}</div><div>{parts}</div></div>{FOOT}</body>")) == 6


def test_sections_with_linked_headings_are_the_document_where_they_hold_most_of_it_and_do_not_break_off() -> None:
    for end, count in (("一年又一年。", 21), ("一年又……", 3)):
        parts = "".join(
            f"<div><h2><a href='/{n}'>值得一去的第{n}个地方</a></h2><p>{SENTENCE * 2}{end}</p></div>" for n in range(9)
        )
        page = f"<body>{MENU}<div class='post'>{paragraphs(3)}<div>{parts}</div></div>{FOOT}</body>"
        assert len(kept(page)) == count
        assert len(kept(page.replace("class='post'", "class='k'"))) == 3


def test_data_of_a_script_is_no_prose() -> None:
    data = '{"标题": "' + SENTENCE * 40 + '"}'
    assert len(kept(f"<body>{MENU}<div><div>{paragraphs(4)}</div></div><div class='k'>{data}</div></body>")) == 4


def test_a_table_in_the_document_stays_whatever_its_box_is_called() -> None:
    rows = "".join(f"<tr><td>第{n}号</td><td>{n}吨</td><td>良好</td></tr>" for n in range(5))
    page = f"<body>{MENU}<div class='k'>{paragraphs(4)}<div class='info'><table>{rows}</table></div></div></body>"
    assert len(kept(page)) == 9
    assert len(kept(page.replace("<td>良好</td>", ""))) == 4


def test_comments_of_a_blog_in_threads_make_no_thread_of_it() -> None:
    comments = "".join(f"<li class='comment thread-even'><p>{SENTENCE}我也这样想。</p></li>" for _ in range(5))
    page = f"<body>{MENU}<div class='post'>{paragraphs(8)}</div><ol id='comments'>{comments}</ol>{FOOT}</body>"
    assert len(kept(page)) == 8


def test_a_box_is_what_its_heading_says_whatever_it_is_called() -> None:
    for head in ("网友评论(12)", "【版权声明】", "猜你喜欢："):
        page = (
            f"<body>{MENU}<div>{paragraphs(4)}<div class='k9'><div>{head}</div>{paragraphs(3)}</div></div>{FOOT}</body>"
        )
        assert len(kept(page)) == 4
        own = f"<body>{MENU}<div class='k9'>{paragraphs(2)}<h3>{head}</h3>{paragraphs(3)}</div>{FOOT}</body>"
        assert len(kept(own)) == 6


def test_english_counts_alike_with_plain_and_with_curly_quotes() -> None:
    for quote in ("'", "’"):
        long = f"<p>It{quote}s the miller{quote}s house, and the committee heard him at length on the matter.</p>" * 9
        side = "<p>It is the engineer's house, and the committee heard her on it, too, in a word.</p>" * 4
        page = f"<body>{MENU}<div><div class='a'>{long}</div><table><tr><td>{side}</td></tr></table></div>{FOOT}</body>"
        assert len(kept(page)) == 9


def test_an_anchor_that_nobody_closed_makes_no_link_of_the_document() -> None:
    page = f"<body>{MENU}<div><a name='top'>{paragraphs(6)}</div></body>"
    assert len(kept(page)) == 6
    assert len(kept(page.replace("<a name", "<a href='/' name"))) == 0


def test_a_list_of_links_is_the_content_where_there_is_nothing_else() -> None:
    links = "".join(f"<li><a href='/{n}'>第{n}期目录中的一篇论文</a></li>" for n in range(20))
    page = f"<body><div class='content'><p>本期目录，共二十篇，按栏目排列。</p><ul>{links}</ul></div></body>"
    assert len(kept(page)) == 21


def test_a_short_page_keeps_its_few_words() -> None:
    assert kept("<body><p>静夜思</p></body>") == ["静夜思"]


def test_no_lines_no_rules() -> None:
    assert main_content(tree_lines(LexborHTMLParser(""), {})) == []


PIECES = st.sampled_from(
    [
        MENU,
        FOOT,
        TEASERS,
        "<div class=comment>",
        "<div>",
        "</div>",
        "<p>",
        SENTENCE,
        "<h2>题</h2>",
        "<a href=x>链接的文字在这里</a>",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_line_gets_one_answer(markup: str) -> None:
    outline = tree_lines(LexborHTMLParser(markup), {})
    assert len(main_content(outline)) == len(outline.lines)


def test_who_wrote_a_post_and_the_lines_of_the_site_around_a_thread_go() -> None:
    names = ("村头", "小石", "阿兰", "老周")
    posts = "".join(
        f"<div class='post'><div class='n'>{name}</div><div class='r'>级别：骑士</div>"
        f"<div class='t'>{SENTENCE}对吗？</div></div>"
        for name in names
    )
    page = f"<body class='forum-thread'><div class='a'>本页主题</div>{posts}<div class='z'>快速跳转 文学</div></body>"
    assert kept(page) == [f"{SENTENCE}对吗？"] * len(names)
    said = page.replace("级别：骑士</div><div class='t'>", "级别：骑士</div><div class='t'>顶</div><div class='t'>")
    assert kept(said).count("顶") == len(names)


def test_a_sentence_above_a_list_belongs_to_it_and_one_of_the_site_does_not() -> None:
    items = "".join(f"<dt>第{n}候</dt><dd>{SENTENCE}一年又一年。</dd>" for n in range(6))
    page = f"<body>{MENU}<div class='k'><p>{{}}</p><dl>{items}</dl></div>{FOOT}</body>"
    own, offer = "这里收录其中的六候，按先后排列，供人查考。", "本站资料免费下载，登录会员后即可收藏分享。"
    assert own in kept(page.format(own))
    assert offer not in kept(page.format(offer))


def test_a_card_of_another_document_goes_and_linked_headings_of_a_digest_stay() -> None:
    page = f"""<body><div class='k'>{paragraphs(3)}{{}}{paragraphs(3)}</div>
      <ul class='o'><li><a href='/a'>渡口的最后一班船</a></li><li><a href='/b'>山里的邮递员</a></li></ul></body>"""
    assert len(kept(page.format("<div><span>山里的邮递员</span><span>02:31</span></div>"))) == 6
    assert len(kept(page.format("<p><a href='/a'>延伸阅读：渡口的最后一班船</a></p>"))) == 6
    digest = "<p><a href='/a'>渡口的最后一班船</a></p><p><a href='/b'>山里的邮递员</a></p>"
    assert len(kept(page.format(digest))) == 8


def test_lines_between_breaks_are_the_text_of_their_box_and_not_of_the_body() -> None:
    lines = "<br>".join(f"第{n}段。{SENTENCE}一年又一年。" for n in range(6))
    menu = "<p><a href='/'>首页</a> <a href='/c'>范本</a></p>"
    below = "<p><em>（范本到此）</em></p><p>陈律师（合同纠纷）<a href='#'>立刻咨询</a></p>"
    assert len(kept(f"<body>{menu}<p>2019年更新 774 人查阅</p><div>{lines}</div>{below}</body>")) == 6


def test_a_box_around_nothing_but_the_text_of_a_post_is_the_post_whatever_it_is_called() -> None:
    said = ("房源：", SENTENCE * 3 + "一年又一年。", "第一，月付。", SENTENCE * 2 + "好。")
    text = "".join(f"<p>{line}</p>" for line in said)
    post = f"<div class='topic-doc'><div id='link-report'><div class='topic-content'>{text}</div></div></div>"
    answers = "".join(
        f"<div class='reply'><h4>住客{n} 2016-08-26 20:3{n}:44</h4><p class='reply-content'>{SENTENCE}在吗？</p></div>"
        for n in range(6)
    )
    lines = kept(f"<body class='group-topic'><div class='article'><h1>房源</h1>{post}{answers}</div></body>")
    assert {"房源：", "第一，月付。"} <= set(lines)


def test_what_stands_round_a_table_of_data_belongs_to_it() -> None:
    row = "<tr>" + "".join(f"<td><div>第{n}号仓库的货架横梁变形，停用加固</div></td>" for n in range(4)) + "</tr>"
    small = "<table>" + "<tr><td>月份</td><td>次数</td><td>隐患</td></tr>" * 3 + "</table>"
    inside = f"<div>一、检查情况汇总</div>{small}<div>二、隐患明细（部分）</div><table>{row * 6}</table>"
    lines = kept(f"<table><tr><td><div class='a1'>{inside}</div></td></tr></table>")
    assert lines.count("月份\t次数\t隐患") == 3


def test_slides_in_boxes_that_count_are_pages() -> None:
    slides = "".join(
        f"<li class='slide-item' id='s{n}'><p>第{n}张</p><p>火从哪里来之{n * n}</p></li>" for n in range(1, 6)
    )
    assert len(kept(f"{MENU}<ul class='slides'>{slides}</ul>{FOOT}")) == 10


def test_bars_that_begin_alike_go() -> None:
    bar = "<div><a>查看答案</a><a>收藏</a><span>难度：{}</span><span>组卷：{}次</span></div>"
    page = "".join(
        f"<p>{n}．{SENTENCE}</p>{bar.format(word, n * 7)}" for n, word in enumerate(("易", "中", "难", "易"), 1)
    )
    assert not [line for line in kept(f"<div class='paper'>{page}</div>") if "组卷" in line]


def test_boxes_alike_without_prose_belong_to_the_others() -> None:
    first, last = "<div class='q7'><p>班会课件</p><p>主讲人：林老师</p></div>", "<div class='q7'><p>谢谢</p></div>"
    slides = "".join(f"<div class='q7'><p>{SENTENCE}这是第{n}张。</p></div>" for n in range(5))
    lines = kept(f"<h1>题目</h1><div class='w'>{first}{slides}{last}</div>{FOOT}")
    assert ("主讲人：林老师" in lines, "谢谢" in lines) == (True, True)
