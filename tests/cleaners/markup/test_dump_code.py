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
JSON = '{\n  "name": "张三",\n  "age": 3\n}'


def coded(text: str) -> list[str]:
    return [line.text for line in with_code(dump_lines(text), text) if line.tag == "pre"]


@pytest.mark.parametrize("code", [PYTHON, IF, C, BRACES, JSON])
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
