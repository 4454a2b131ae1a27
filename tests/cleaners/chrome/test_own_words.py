"""Documents whose own lines read like a site's: nothing of them is lost, whatever page they stand on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaners import Document, clean

DOCUMENTS = {
    "minutes with time and place": """
教研组会议纪要
时间：2023年5月6日
地点：三楼会议室
主持人：王明远
记录人：李小雨
参加人员：语文组全体教师
会议内容：
一、总结期中考试情况，分析失分原因，提出改进措施。
二、布置下阶段教学任务，要求各备课组统一进度、统一练习。
散会：16:30
""",
    "a paper with author and keywords": """
县域养老服务供给研究
作者：张晓林
单位：青石学院公共管理系
摘要：本文以青石县为例，分析县域养老服务供给的现状、问题与成因，并提出政策建议。
关键词：养老服务；县域；供给
1 引言
人口老龄化是当前社会面临的重要问题，县域养老服务供给能力不足的矛盾日益突出。
2 现状
全县共有养老机构12所，床位860张，护理型床位占比不足三成。
""",
    "a specification of a login": """
移动端登录模块需求说明
一、页面元素
登录
注册
忘记密码?
验证码
获取验证码
用户名
密码
二、交互说明
用户点击登录按钮后，系统校验用户名与密码，校验失败时在输入框下方提示错误原因。
点击获取验证码后按钮置灰六十秒，期间不可重复点击。
""",
    "questions on downloads": """
常见问题解答
问：如何下载文档？
答：登录后点击页面右侧的下载按钮，选择保存位置即可。
问：积分不足怎么办？
答：可以通过上传文档获得积分，每份文档奖励10积分。
问：收到侵权投诉怎么处理？
答：请在三个工作日内提交权属证明，逾期未提交的，文档将被下架。
""",
    "a travel log by the minute": """
七月川西行记
2023-07-15 08:30 出发
清晨从成都东站出发，天色阴沉，车过雅安才见到一点阳光，大家都很兴奋。
2023-07-15 14:10 抵达康定
入住溜溜城边上的小旅馆，老板娘端出酥油茶，说今年雨水多，路不好走。
2023-07-16 09:00 折多山
山口海拔四千二百多米，风大得站不稳，经幡猎猎作响，远处雪山露出半个头。
2023-07-16 19:20 新都桥
傍晚的光把整条河谷染成金色，摄影的人排成一排，谁也不说话。
""",
    "a price list": """
打印店价目表
黑白打印
0.2元
彩色打印
1元
装订
5元
扫描
0.5元
会员免费
每月限50页
营业时间为上午八点至晚上九点，节假日照常营业，大批量请提前预约。
""",
    "a claim of expenses": """
差旅费报销单
填报日期：2023-05-06
部门：教务处
附单据页数：3页
项目\t金额
交通费\t120元
住宿费\t300元
合计\t420元
领导审批：　　　财务审核：　　　报销人：
""",
    "a catalogue of files": """
电子书目录
1. 红楼梦.txt
2. 三国演义.pdf
3. 水浒传.docx
格式：PDF
大小：2.5MB
4. 西游记.epub
格式：EPUB
大小：1.8MB
以上电子书均存放于图书馆服务器，读者凭证件登录后可在馆内阅读，不得外传。
""",
    "sayings": """
名言摘抄
生活就像海洋，只有意志坚强的人才能到达彼岸。
——马克思
书籍是人类进步的阶梯。
——高尔基
分享
一份快乐与人分享，就变成了两份快乐。
收藏
把美好的回忆收藏在心底，冬天就不会太冷。
""",
    "a course on running a site": """
网站编辑岗位培训材料
第一节 栏目设置
首页
推荐阅读
热门文章
最新更新
以上四个栏目由编辑部负责维护，每日更新不少于三次。
第二节 评论管理
评论
对读者评论应当及时审核，先审后发，重大事项须请示值班主任。
第三节 版权声明
转载文章必须注明来源和作者，未经授权不得转载，编辑应当留存授权文件备查。
""",
    "an exam on computers": """
信息技术期末试卷
共4页 满分100分
一、选择题
1. 浏览网页时，要把喜欢的网址保存下来，应使用（ ）
A. 收藏
B. 打印
C. 下载
D. 分享
2. 下列文件中，属于文本文件的是（ ）
A. 1.txt
B. 2.mp3
C. 3.jpg
D. 4.exe
二、判断题
在公用电脑上登录邮箱后，应当退出账号。（ ）
""",
    "an English guide": """
Library Visitor Guide
Opening hours
Monday to Friday, nine to six; Saturday until one.
Download
The reading room lends audio books. Ask at the desk for the download code, which is valid for two weeks.
Share
Please share tables during exam weeks and keep your voice down.
Report
Report lost cards at once; a new one costs 5 euros.
Pages 12-14 of the yearbook list all donors.
""",
    "a guide that tells pupils what to do": """
线上选课操作指南
每名学生可以选三门课程，选定以后不能更改，请先看清楚上课的时间。
请在登录后通过电脑端进行选课操作，请勿使用手机端。
选课期间如有问题，及时联系班主任，请勿重复提交。
各班班主任在周五以前核对名单，名单有误的，到教务处更正。
""",
    "a paper that lists what it builds on": """
物流系统设计方案
本文说明一个小型物流系统的设计，系统分为入库、出库和盘点三个部分。
每个部分都有自己的界面，数据放在同一个地方，由仓库管理员维护。
相关技术
数据库
网络通信
前端框架
以上三种技术都有成熟的做法，这里不再一一说明，下面只写它们怎样连在一起。
""",
    "a consent to be signed": """
参加问卷调查的协议
本次调查由县疾病预防中心组织，参加者每人填写一份问卷，约需二十分钟。
问卷不记姓名，结果只用于统计，不向任何单位和个人提供。
我已阅读完毕，同意参加。
本人已阅读全部内容。
""",
    "results of a test": """
英语测验成绩报告
听力
20
阅读
30
写作
25
三项合计七十五分，比上一次提高了六分，听力仍要多练。
下一次测验在月底举行，题型不变，请家长督促孩子每天听读半小时。
""",
    "a diary of reading": """
读书笔记
今天下雨，哪里也没有去，坐在窗前把那本旧书又翻了出来。
已读30页，还剩20页，明天接着看。
书里的老人住在海边，每天清早出海，傍晚空着船回来，却从不抱怨。
""",
}


def bare(title: str, lines: list[str]) -> bytes:
    return "\n".join([title, *lines]).encode()


def copied(title: str, lines: list[str]) -> bytes:
    head = [title, "2023-08-01", "999+", "12.5KB", "3 页", "侵权投诉", title]
    return "\n".join([*head, *lines, "相关推荐", "工作计划", "年度总结", "关于我们"]).encode()


def page(title: str, lines: list[str]) -> bytes:
    facts = "<span>2023-08-01</span><span>3页</span><span>12.5KB</span>"
    text = "".join(f"<p>{line}</p>" for line in lines)
    body = f"<div class=nav><a>首页</a></div><h1>{title}</h1><div class=info>{facts}</div><div class=text>{text}</div>"
    return (
        f"<html><meta charset=utf-8><title>{title} - 青藤文库</title><body>{body}<p>版权所有</p></body></html>".encode()
    )


def soup(title: str, lines: list[str]) -> bytes:
    text = "".join(f"<div>{line}</div>" for line in lines)
    return f"<html><meta charset=utf-8><title>{title} - 青藤文库</title><h1>{title}</h1>{text}</html>".encode()


def facts_of(document: Document) -> dict[str, object]:
    names = ("author", "published", "doc_type", "page_count", "file_size", "views", "downloads", "access", "tags")
    record = document.to_dict()
    return {name: record[name] for name in names if record[name] is not None}


@pytest.mark.parametrize(
    ("guise", "facts"),
    [
        (bare, {}),
        (copied, {"published": "2023-08-01", "page_count": 3, "file_size": 12800, "views": 999}),
        (page, {"published": "2023-08-01", "page_count": 3, "file_size": 12800}),
        (soup, {}),
    ],
)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_keeps_its_words_and_lends_none_to_the_facts(
    name: str, guise: Callable[[str, list[str]], bytes], facts: dict[str, object]
) -> None:
    title, *lines = DOCUMENTS[name].strip().splitlines()
    document = clean(guise(title, lines))
    text = "".join(document.text.split())
    assert [line for line in lines if "".join(line.split()) not in text] == []
    assert document.title == title
    assert facts_of(document) == facts
