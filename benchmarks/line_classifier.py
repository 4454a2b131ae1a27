"""Learn how lines of sites read, from marked pages: ``python -m benchmarks.line_classifier FOLDER... [--write]``.

Each folder holds ``cases.json``, a list of pages: ``text`` (a dump) or ``html`` (read as the lines that it shows), and
``body`` (first and last line of each part that is the document's) or ``paragraphs`` (its text). Pages of one ``layout``
stay together. Prints content F1 (character 4-grams, macro) by the rules alone and with the classifier, each page judged
by one that never saw its layout; ``--write`` then learns from all and writes ``cleaners/rules/line_classifier.txt``.
``--onto`` keeps what earlier pages taught and moves the weights of signs only as far as the new pages ask for it.

The pages belong to their publishers and are not part of the project; what is learned from them is figures.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha1
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from selectolax.lexbor import LexborHTMLParser
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from benchmarks.content import shingles
from cleaners import Rejected, clean
from cleaners.chrome.line_classifier import numbers_of_lines, read_weights, weigh_signs
from cleaners.chrome.line_shapes import signs_of_lines
from cleaners.chrome.read_again import chrome_of
from cleaners.document import Line
from cleaners.facts.finding import Findings, Rules, is_title
from cleaners.markup.lines import tree_lines

_MODEL = Path(__file__).resolve().parents[1] / "cleaners/rules/line_classifier.txt"
FOLDS = 4
_LAYOUTS = 5  # that show a sign, or it is none
_SIGNS = 6000  # that weigh most
_STEP = 1.0  # penalty for a step from what a sign weighed
_LEAST_STEP = 0.15  # log odds that a new sign must weigh
_FAR = 12.0  # log odds beyond which nothing is to be learned
_FORGOTTEN = 0.4  # share of runs of lines that the rules are taken not to know
_SHORT, _OCCURRENCES = 1.3, 12
_TREES = {"max_iter": 100, "max_leaf_nodes": 10, "learning_rate": 0.1, "min_samples_leaf": 60, "l2_regularization": 1}
NO_WORD = re.compile(r"[\W_]+")

Weights = dict[str, float]


class Example(NamedTuple):
    """A page's lines as the rules left them: see ``line_classifier.log_odds``; ``own`` are the document's."""

    layout: str
    texts: list[str]
    removed: list[bool]
    titles: set[int]
    own: list[bool]
    gold: str
    signs: list[set[str]]


def read_examples(folder: Path) -> Iterator[Example]:
    """Yield the pages of a folder."""
    for case in json.loads((folder / "cases.json").read_text(encoding="utf-8")):
        text = text_of(case)
        first = _first_reading(text, case.get("url"))
        if first is None:
            continue
        lines, removed, titles = first
        texts = [line.text for line in lines]
        if "body" in case:
            body = {at for first, last in case["body"] for at in range(first, last + 1)}
            own = [line.number in body for line in lines]
            gold = "\n".join(line for at, line in enumerate(text.split("\n")) if at in body)
        else:
            gold = "\n".join(case["paragraphs"])
            inside = _in_order(texts, NO_WORD.sub("", gold))
            own = [at in inside for at in range(len(texts))]
        yield Example(layout_of(folder, case), texts, removed, titles, own, gold, [*signs_of_lines(texts)])


def layout_of(folder: Path, case: dict[str, Any]) -> str:
    """Return the name of a page's layout: pages of one stay together."""
    return f"{folder.name}/{case.get('layout') or case['name']}"


def text_of(case: dict[str, Any]) -> str:
    """Return a page as a dump: with markup, the lines that it shows."""
    if "html" not in case:
        return str(case["text"])
    return "\n".join(line.text.replace("\t", " ") for line in tree_lines(LexborHTMLParser(case["html"]), {}).lines)


def _first_reading(text: str, url: str | None) -> tuple[Sequence[Line], list[bool], set[int]] | None:
    """Return a dump's lines, which the rules remove, and the places of the title; none where no rule removes any."""
    seen: list[tuple[Sequence[Line], list[bool], set[int]]] = []

    def record(lines: Sequence[Line], found: Findings, rules: Rules, own: set[int]) -> None:
        if rules:
            titles = {at for at, one in found.items() if is_title(one.rule)}
            seen.append((lines, [at in rules for at in range(len(lines))], titles))

    with patch("cleaners.chrome.sift.read_again", record):
        try:
            clean(text.encode(), url=url, content_type="text/plain")
        except Rejected:
            return None
    return seen[0] if seen else None


def _in_order(texts: Sequence[str], gold: str) -> set[int]:
    """Return the places of the lines that a text holds in the same order: those which together are longest."""
    steps: list[tuple[int, int]] = [(-1, -1)]  # line, step before
    ends, scores, heads = [0], [0.0], [0]
    for number, text in enumerate(texts):
        word = NO_WORD.sub("", text)
        found = []
        at = gold.find(word) if word else -1
        while at >= 0 and len(found) < _OCCURRENCES:
            place = bisect_right(ends, at) - 1
            found.append((at + len(word), scores[place] + len(word) ** _SHORT, heads[place]))
            at = gold.find(word, at + 1)
        for end, score, before in found:
            place = bisect_right(ends, end)
            if scores[place - 1] >= score:
                continue
            steps.append((number, before))
            last = place
            while last < len(ends) and scores[last] <= score:
                last += 1
            ends[place:last], scores[place:last], heads[place:last] = [end], [score], [len(steps) - 1]
    step, own = heads[-1], set()
    while step > 0:
        number, step = steps[step]
        own.add(number)
    return own


def _known_signs(examples: Sequence[Example]) -> list[str]:
    """Return the signs that stand in several layouts."""
    layouts: dict[str, set[str]] = {}
    for example in examples:
        for sign in set().union(*example.signs):
            layouts.setdefault(sign, set()).add(example.layout)
    return sorted(sign for sign, seen in layouts.items() if len(seen) >= _LAYOUTS)


def learn_signs(examples: Sequence[Example]) -> Weights:
    """Return the weights of the signs that tell most, and the ``bias``."""
    known = _known_signs(examples)
    weights = _fit(examples, known)
    telling = sorted(sorted(known, key=lambda sign: -abs(weights[sign]))[:_SIGNS])
    return _fit(examples, telling)


def _fit(examples: Sequence[Example], signs: Sequence[str]) -> Weights:
    table = _table(examples, signs)
    model = LogisticRegression(C=0.1, solver="liblinear", max_iter=400)
    model.fit(table, _answers(examples), sample_weight=_shares(examples))
    return dict(zip(signs, map(float, model.coef_[0]), strict=True)) | {"bias": float(model.intercept_[0])}


def learn_onto(examples: Sequence[Example], weights: Weights) -> Weights:
    """Return the weights of signs moved by more pages: logistic regression, penalised for each step from the old ones.

    Args:
        examples: the new pages; signs that are new must stand in several of their layouts.
        weights: the old ones.
    """
    signs = _known_signs(examples)
    table = _table(examples, signs)
    lines = [line for example in examples for line in example.signs]
    start = numpy.clip([weigh_signs(line, weights) + weights["bias"] for line in lines], -_FAR, _FAR)
    answers, shares = _answers(examples).astype(float), _shares(examples)

    def loss(steps: Any) -> tuple[float, Any]:
        odds = start + table @ steps[:-1] + steps[-1]
        wrong = shares * (1 / (1 + numpy.exp(-odds)) - answers)
        value = (shares * (numpy.logaddexp(0, odds) - answers * odds)).sum() + _STEP * (steps[:-1] @ steps[:-1]) / 2
        return value, numpy.append(table.T @ wrong + _STEP * steps[:-1], wrong.sum())

    found = minimize(loss, numpy.zeros(len(signs) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    moved = weights | {"bias": weights["bias"] + float(found[-1])}
    for sign, step in zip(signs, map(float, found[:-1]), strict=True):
        if sign in weights or abs(step) >= _LEAST_STEP:
            moved[sign] = weights.get(sign, 0.0) + step
    return moved


def _table(examples: Sequence[Example], signs: Sequence[str]) -> Any:
    """Return which line has which sign: a row a line, a column a sign."""
    columns = {sign: number for number, sign in enumerate(signs)}
    cells, starts = [], [0]
    for example in examples:
        for line in example.signs:
            cells += [columns[sign] for sign in line if sign in columns]
            starts.append(len(cells))
    return csr_matrix((numpy.ones(len(cells)), cells, starts), (len(starts) - 1, len(signs)))


def _answers(examples: Sequence[Example]) -> Any:
    return numpy.array([not own for example in examples for own in example.own])


def _shares(examples: Sequence[Example]) -> Any:
    """Return what each line counts: those of a long page less, so that all pages are heard."""
    shares = [len(example.texts) ** -0.5 for example in examples for _ in example.texts]
    return numpy.array(shares) / numpy.mean(shares)


def numbers_of(example: Example, weights: Weights) -> Any:
    """Return what the trees ask of the lines of a page."""
    scores = [weigh_signs(line, weights) + weights["bias"] for line in example.signs]
    return numpy.array([*numbers_of_lines(example.texts, scores, example.removed, example.titles)], float)


def fold_of(layout: str) -> int:
    """Return the part of the examples that a layout belongs to."""
    return sha1(layout.encode()).digest()[0] % FOLDS


def forgetting(examples: Sequence[Example]) -> list[Example]:
    """Return the examples, each also with some runs of lines kept that the rules removed.

    The rules were made on these pages; on others they know less.
    """
    chance = Random(0)
    forgot = []
    for example in examples:
        removed: list[bool] = []
        for gone, run in groupby(example.removed):
            removed += [gone and chance.random() > _FORGOTTEN] * len([*run])
        forgot.append(example._replace(removed=removed))
    return [*examples, *forgot]


def learn(examples: Sequence[Example]) -> tuple[Weights, Any]:
    """Return the weights of signs, and trees learned from scores of pages that those weights had not seen."""
    twice = forgetting(examples)
    tables: list[Any] = [None] * len(twice)
    for fold in range(FOLDS):
        others = learn_signs([example for example in examples if fold_of(example.layout) != fold])
        for place, example in enumerate(twice):
            if fold_of(example.layout) == fold:
                tables[place] = numbers_of(example, others)
    trees = HistGradientBoostingClassifier(**_TREES, random_state=0)
    trees.fit(numpy.concatenate(tables), _answers(twice), sample_weight=_shares(twice))
    return learn_signs(examples), trees


def judge(examples: Sequence[Example], weights: Weights, trees: Any) -> Iterator[tuple[str, float, float]]:
    """Yield for each page its folder, and its F1 by the rules alone and with the classifier."""
    for example in examples:
        odds = trees.decision_function(numbers_of(example, weights))
        first = [text for text, gone in zip(example.texts, example.removed, strict=True) if not gone]
        chrome = {*chrome_of(example.texts, odds, example.removed)}
        again = [
            text
            for place, (text, gone) in enumerate(zip(example.texts, example.removed, strict=True))
            if not gone and place not in chrome
        ]
        yield example.layout.partition("/")[0], _f1(first, example.gold), _f1(again, example.gold)


def _f1(lines: Sequence[str], gold: str) -> float:
    ours, theirs = shingles("".join(lines)), shingles(gold)
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def as_text(weights: Weights) -> str:
    """Write the weights of signs, one a line."""
    return "".join(f"{sign}\t{weight:.3g}\n" for sign, weight in sorted(weights.items()))


def trees_as_text(trees: Any) -> str:
    """Write trees as ``cleaners.rules.boosted_trees.read_trees`` reads them."""
    grown = [" ".join(_branch(predictors[0].nodes, 0)) for predictors in trees._predictors]
    return "\n".join([f"{trees._baseline_prediction.item():.4g}", *grown, ""])


def _branch(nodes: Any, place: int) -> Iterator[str]:
    node = nodes[place]
    if node["is_leaf"]:
        yield f":{node['value']:.4g}"
    else:
        yield f"{node['feature_idx']}:{node['num_threshold']:.6g}"
        yield from _branch(nodes, node["left"])
        yield from _branch(nodes, node["right"])


def main() -> None:
    """Judge by parts, then learn from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the model that is learned from all pages")
    parser.add_argument("--only-write", action="store_true", help="the same without judging")
    parser.add_argument("--onto", action="store_true", help="move the weights of the model that is there, write it")
    chosen = parser.parse_args()
    examples = [example for folder in chosen.folders for example in read_examples(folder)]
    print(f"{len(examples)} pages, {sum(len(example.texts) for example in examples)} lines")
    if chosen.onto:
        words, _, grown = _MODEL.read_text(encoding="utf-8").partition("\n\n")
        _MODEL.write_text(f"{as_text(learn_onto(examples, read_weights(words)))}\n{grown}", encoding="utf-8")
        return
    judged: dict[str, list[tuple[float, float]]] = {}
    for fold in range(FOLDS) if not chosen.only_write else ():
        seen = [example for example in examples if fold_of(example.layout) != fold]
        unseen = [example for example in examples if fold_of(example.layout) == fold]
        for name, first, again in judge(unseen, *learn(seen)):
            judged.setdefault(name, []).append((first, again))
    print(f"{'folder':18}{'pages':>6}{'rules':>8}{'both':>8}")
    for name, pairs in sorted(judged.items()):
        first, again = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
        print(f"{name:18}{len(pairs):6}{first:8.4f}{again:8.4f}")
    if chosen.write or chosen.only_write:
        weights, trees = learn(examples)
        _MODEL.write_text(f"{as_text(weights)}\n{trees_as_text(trees)}", encoding="utf-8")


if __name__ == "__main__":
    main()
