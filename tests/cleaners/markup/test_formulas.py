"""Formulas and figures off the line, in one line."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners import clean
from cleaners.markup.lines import tree_lines

A, B, X, TWO = "<mi>a</mi>", "<mi>b</mi>", "<mi>x</mi>", "<mn>2</mn>"
SUM = f"<mrow>{A}<mo>+</mo>{B}</mrow>"
ROW = "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"


def shown(markup: str) -> str:
    (line,) = tree_lines(LexborHTMLParser(f"<p>设 {markup} 为</p>"), {}).lines
    return line.text.removeprefix("设 ").removesuffix(" 为")


@pytest.mark.parametrize(
    ("math", "expected"),
    [
        (f"<mfrac>{A}{B}</mfrac><msup>{X}{TWO}</msup>", "a/b x²"),
        (f"<mfrac>{SUM}<mrow>{TWO}{A}</mrow></mfrac>", "(a+b)/(2a)"),
        (f"<mfrac><mfrac>{A}{B}</mfrac>{X}</mfrac>", "(a/b)/x"),
        ("<mfrac><mtext>产量</mtext><mtext>面积</mtext></mfrac>", "产量/面积"),
        (f"<mn>1</mn><mfrac><mn>1</mn>{TWO}</mfrac>{X}", "1 1/2 x"),
        (f"<mo>(</mo><mfrac linethickness=0>{A}{B}</mfrac><mo>)</mo>", "(a b)"),
        (f"<msup><mn>10</mn><mn>8</mn></msup>{TWO}", "10⁸ 2"),
        (f"<msup>{X}<mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>", "xⁿ⁺¹"),
        (f"<msup>{X}<mi>k</mi></msup><msub>{X}<mi>i</mi></msub>", "x^k x_i"),
        (f"<msup><mrow>{A}{B}</mrow>{TWO}</msup>", "(ab)²"),
        (f"<msup><mi>f</mi><mo>′</mo></msup><mover>{X}<mo>¯</mo></mover>", "f′x¯"),
        (f"<msubsup>{X}<mi>i</mi>{TWO}</msubsup>", "x_i²"),
        (f"<munderover><mo>∑</mo>{SUM}<mi>n</mi></munderover>{X}", "∑_(a+b)ⁿ x"),
        (f"<msqrt>{X}</msqrt><msqrt>{A}<mo>−</mo>{B}</msqrt>", "√x √(a−b)"),
        (f"<mroot>{X}<mn>3</mn></mroot>", "³√x"),
        (f"<mroot>{SUM}<mi>k</mi></mroot>", "(a+b)^(1/k)"),
        (f"<mi>sin</mi><mo>\u2061</mo>{X}<mo>\u2062</mo>{TWO}<mn>3</mn>", "sin x2 3"),
        (f"<mo>(</mo><mtable>{ROW}{ROW}</mtable><mo>)</mo>", "(1 2; 1 2)"),
        (f"<mfenced>{A}{B}</mfenced><mfenced open='[' close=']' separators=';'>{A}{B}{X}</mfenced>", "(a,b)[a;b;x]"),
        (f"<mfenced open='|' close='|' separators=''>{A}{B}</mfenced>", "|ab|"),
        (f"<semantics>{X}<annotation encoding='StarMath 5.0'>x over</annotation></semantics>", "x"),
        (f"<mphantom>{A}</mphantom>\n{X} <!-- y --> 其中 {TWO}", "x其中2"),
        ("<mrow>" * 3000 + X, "x"),
        ("<msup>" + X, "x"),
        (f"<msup>\n <mi>sin</mi>\n {TWO}\n</msup>", "sin²"),
        (f"<mfrac>\n <mrow>\n {A}\n <mo>+</mo>\n {B}\n </mrow>\n {TWO}\n</mfrac>", "(a+b)/2"),
        (f"{X}<msqrt></msqrt><mroot><mrow/><mn>3</mn></mroot>", "x"),
        (f"<mfrac><mrow></mrow>{A}</mfrac><mfrac>{B}<mrow></mrow></mfrac>", "/a b/"),
    ],
)
def test_structure_of_mathml_is_told_by_signs(math: str, expected: str) -> None:
    assert shown(f"<math>{math}</math>") == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("10<sup>8</sup>", "10⁸"),
        ("10<sup>−3</sup>", "10⁻³"),
        ("<b>m</b><sup>2</sup>", "m2"),
        ("H<sub>2</sub>O", "H2O"),
        ("Ca<sup>2+</sup>", "Ca2+"),
        ("(x)<sub>1</sub><sup>n</sup>", "(x)1ⁿ"),
        ("(NH<sub>4</sub>)<sub>2</sub>SO<sub>4</sub>", "(NH4)2SO4"),
        ("[Fe(CN)<sub>6</sub>]<sup>3−</sup>", "[Fe(CN)6]³⁻"),
        ("101<sub>2</sub>", "101₂"),
        ("\uff08a+b\uff09<sup>2</sup>", "\uff08a+b\uff09²"),
        ("(a+b)<sup>2</sup>", "(a+b)²"),
        ("3<sup>1</sup>/<sub>2</sub>", "3¹/₂"),
        ("<a href=x>E=mc<sup>2</sup></a>", "E=mc2"),
        ("10<sup>6.5</sup>", "10^6.5"),
        ("a<sub>ij</sub>", "aij"),
        ("1<sup>st</sup>", "1st"),
        ("研究<sup>1</sup>", "研究1"),
        ("2019<sup>[1]</sup>", "2019[1]"),
        ("999<sup>+</sup>", "999+"),
        ("text<sup><a href='#fn1'>1</a></sup>", "text1"),
        ("text<a href='#fn1'><sup>1</sup></a>", "text1"),
        ("<sup>9</sup>", "9"),
        ("x<sup>123456789</sup>", "x123456789"),
    ],
)
def test_figures_off_the_line_do_not_run_into_those_before(markup: str, expected: str) -> None:
    assert shown(markup) == expected


def test_a_title_with_figures_below_the_line_is_not_repeated() -> None:
    prose = "<p>这是一段正文，说明 CO<sub>2</sub> 排放量怎样计算，共有几处要注意的地方。</p>"
    page = f"<title>CO2排放量的计算-文库</title><div><p>CO<sub>2</sub>排放量的计算</p>{prose * 4}</div>"
    document = clean(page.encode())
    assert document.title == "CO2排放量的计算"
    assert document.text.splitlines()[0].startswith("这是一段正文，说明 CO2 排放量")
