"""Code in a text dump keeps its indents, where it is certainly code."""

import time

import pytest

from cleaners import clean
from cleaners.markup.dump_code import with_code
from cleaners.markup.lines import dump_lines

PYTHON = """\
def add(a, b):
    # 比较大小
    if a > b:
        return a
    print("你好, 世界")
    return a + b"""
IF = "if x == 1:\n    y = 2\nelse:\n    y = 3"
C = 'int main(void)\n{\n    for (i = 0; i < 9; i++) {\n        printf("%d\\n", i);\n    }\n    return 0;\n}'
BRACES = "if (x > 0) {\n    y = 1;\n} else {\n    y = 2;\n}"
SCRIPT = "add(2, () => {\n  let sum\n  const one = { n: 0 }\n  two(() => (sum = one.n))\n  three(sum).is(0)\n})"
PARAMETERS = "// 做一次\nfunction make(\n  one: Text,\n  two: any\n): any {\n  return one + two\n}"
REMARKED = "# 逐个看\nfor item in items:\n    print(item)\n    done = True"
JSON = '{\n  "name": "张三",\n  "age": 3\n}'


def coded(text: str) -> list[str]:
    return [line.text for line in with_code(dump_lines(text), text) if line.tag == "pre"]


@pytest.mark.parametrize("code", [PYTHON, IF, C, BRACES, JSON, SCRIPT, PARAMETERS, REMARKED])
@pytest.mark.parametrize("margin", ["", "    "])
def test_code_keeps_its_indents(code: str, margin: str) -> None:
    text = "\n".join(["下面是一个例子。", *code.split("\n"), "例子到此为止。"])
    text = "\n".join([margin + line for line in text.split("\n")])
    assert coded(text) == code.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "for example:\n    the soil must be tested\n    before planting.",
        "if you want to know more (see below):\n    read the following pages\n    with care.",
        "for those in need:\n    bread and soup are given out\n    on Mondays.",
        "class notes:\n    a page of them",
        "第一条 总则\n    为了加强管理，制定本办法。\n第二条 适用范围",
        "def f(x):\n    这里不是代码\n    也不是",
        "f(x) {\n    a paragraph that goes on\n    and on\n}",
        "server:\n  port: 8080\n  host: a",
    ],
)
def test_text_is_no_code(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    "code",
    [
        'string one = @"\\a\\b.txt";\nstring two = Path.Name(one);  // 名称 “b”\n//result: b',
        "const one = list({ n: 0 })\nconst two = sum(() => one.n)\nexpect(two.n).is(0)\none.n = 1",
        ">>> items = [1, 2]\n>>> for item in items:\n...    print(item)",
    ],
)
def test_statements_in_a_row_are_code_without_indents(code: str) -> None:
    assert coded(f"下面是一个例子。\n{code}\n例子到此为止。") == code.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "the copy of the deed(s) and the annex(es);\nthe notice(s) given under article 4;\nthe sums due;",
        "let us go then\nlet them come",
        "//www.example.com/a\n//www.example.com/b",
        "一、x = 5；\n二、y = 6；",
    ],
)
def test_prose_in_a_row_is_no_code(text: str) -> None:
    assert coded(text) == []


def test_a_dump_with_code_is_clean_when_it_is_cleaned_again() -> None:
    page = f"青石中学程序设计讲义\n\n用 def 语句定义一个函数，函数体要缩进。\n\n{PYTHON}\n\n上面的函数返回较大的数。\n"
    once = clean(page.encode())
    assert PYTHON in once.text
    assert clean(once.text.encode()).text == once.text


def test_a_long_chain_of_blocks_is_one_block() -> None:
    chain = "foo({\n" + "    a: 1,\n}, {\n" * 1200 + "    a: 2,\n});"
    assert coded(f"函数说明\n{chain}\n") == chain.split("\n")


def test_deep_blocks_are_read_in_the_time_of_flat_ones() -> None:
    text = "\n".join([" " * depth + "if (a) {" for depth in range(1500)])
    begin = time.perf_counter()
    assert coded(text) == []
    assert time.perf_counter() - begin < 1
