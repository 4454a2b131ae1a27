"""Learn how titles stand on pages saved as lines: ``python -m benchmarks.title_classifier FOLDER... [--write]``.

Folders as for ``benchmarks.line_classifier``, with ``title``, the spellings that are right. Prints the share of pages
with the right title by the rules alone and with the classifier, each page judged by one that never saw its layout;
``--write`` then learns from all and writes ``cleaners/rules/title_classifier.txt``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.line_classifier import FOLDS, NO_WORD, fold_of, layout_of, text_of, trees_as_text
from cleaners.decoding.encoding import decode
from cleaners.facts.findings import find_in_lines
from cleaners.site import site_of
from cleaners.titles.bare_title import bare_title
from cleaners.titles.dump_title import dump_title
from cleaners.titles.title_classifier import FIRST_LINES, Odds, more_likely, numbers_of_titles
from cleaners.view import View, view_page

_MODEL = Path(__file__).resolve().parents[1] / "cleaners/rules/title_classifier.txt"
_TREES = {"max_iter": 150, "max_leaf_nodes": 12, "learning_rate": 0.12, "min_samples_leaf": 30, "l2_regularization": 1}


class Example(NamedTuple):
    """A page, what the rules take for its title, and for each line that may be it what the trees ask and the answer."""

    layout: str
    view: View
    title: str | None
    right: frozenset[str]
    places: list[int]
    numbers: list[list[float]]
    answers: list[bool]


def read_examples(folder: Path) -> Iterator[Example]:
    """Yield the pages of a folder that have a title."""
    for case in json.loads((folder / "cases.json").read_text(encoding="utf-8")):
        titles = [case["title"]] if isinstance(case.get("title"), str) else case.get("title") or []
        right = frozenset(NO_WORD.sub("", title) for title in titles if title)
        view = view_page(decode(text_of(case).encode(), "text/plain"), case.get("url"), ())
        if not right or not view.is_dump or view.stated.get("title"):
            continue
        known = find_in_lines(view.lines[:FIRST_LINES], None, None)
        rows = [*numbers_of_titles(view.lines, known)]
        answers = [_is_right(view.lines[place].text, right) for place, _ in rows]
        title = dump_title(view.lines, None, site_of(view.url))
        places, numbers = [place for place, _ in rows], [row for _, row in rows]
        yield Example(layout_of(folder, case), view, title, right, places, numbers, answers)


def _is_right(title: str | None, right: frozenset[str]) -> bool:
    return not right.isdisjoint(NO_WORD.sub("", shown or "") for shown in (title, bare_title(title) if title else ""))


def learn(examples: Sequence[Example]) -> Any:
    """Return trees that tell titles."""
    numbers = numpy.array([row for example in examples for row in example.numbers], float)
    answers = numpy.array([answer for example in examples for answer in example.answers])
    shares = [len(example.answers) ** -0.5 for example in examples for _ in example.answers]
    trees = HistGradientBoostingClassifier(**_TREES, random_state=0)
    return trees.fit(numbers, answers, sample_weight=numpy.array(shares) / numpy.mean(shares))


def odds_of(example: Example, trees: Any) -> Odds:
    """Return the log odds of each line that may be the title."""
    if not example.numbers:
        return {}
    return dict(zip(example.places, trees.decision_function(numpy.array(example.numbers, float)), strict=True))


def main() -> None:
    """Judge by parts, then learn from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the model that is learned from all pages")
    chosen = parser.parse_args()
    examples = [example for folder in chosen.folders for example in read_examples(folder)]
    judged: dict[str, list[tuple[bool, bool]]] = {}
    for fold in range(FOLDS):
        trees = learn([example for example in examples if fold_of(example.layout) != fold])
        for example in examples:
            if fold_of(example.layout) != fold:
                continue
            again = more_likely(example.view.lines, odds_of(example, trees), example.title)
            pair = (_is_right(example.title, example.right), _is_right(again, example.right))
            judged.setdefault(example.layout.partition("/")[0], []).append(pair)
    print(f"{'folder':18}{'pages':>6}{'rules':>8}{'both':>8}")
    for name, pairs in sorted(judged.items()):
        first, again = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
        print(f"{name:18}{len(pairs):6}{first:8.3f}{again:8.3f}")
    if chosen.write:
        _MODEL.write_text(trees_as_text(learn(examples)), encoding="utf-8")


if __name__ == "__main__":
    main()
