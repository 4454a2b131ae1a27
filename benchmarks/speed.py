"""What cleaning costs: against the bare parse of the same pages, as a whole process, in memory, and with two jobs.

python -m benchmarks.speed [--documents N]
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaners import Rejected, clean

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "pages"
ROUNDS = 5
QINGWEN = [sys.executable, "-c", "from scraper.cli import main; main()", "clean"]
# An installed program has its bytecode; a machine that keeps none compiles all modules anew in every process.
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def pages() -> list[bytes]:
    """Return real pages where there are some beside the clone, else those of ``examples``."""
    files = sorted(SHARED.rglob("*.html.gz")) or sorted((ROOT / "examples").glob("*.html"))
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in files]


def record(body: bytes) -> None:
    """Take a page all the way to its record."""
    try:
        clean(body).to_dict()
    except Rejected as error:
        print(f"  rejected: {error.reason}")


def best(work: Callable[[bytes], Any], bodies: list[bytes]) -> float:
    """Return the seconds of the quickest round over all pages."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for body in bodies:
            work(body)
        rounds.append(time.perf_counter() - begun)
    return min(rounds)


@contextmanager
def stages_timed(spent: dict[str, float]) -> Iterator[None]:
    """Count the time of every stage that ``clean`` calls, without that of stages inside it."""
    namespace = vars(sys.modules[clean.__module__])
    stages = {
        name: stage
        for name, stage in namespace.items()
        if isinstance(stage, FunctionType) and stage.__module__.startswith("cleaners.") and name != "clean"
    }
    inner = [0.0]

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            inner.append(0.0)
            begun = time.perf_counter()
            try:
                return stage(*args, **options)
            finally:
                took = time.perf_counter() - begun
                spent[name] += took - inner.pop()
                inner[-1] += took

        return call

    namespace.update({name: timed(name, stage) for name, stage in stages.items()})
    try:
        yield
    finally:
        namespace.update(stages)


def one_process(bodies: list[bytes]) -> None:
    """Print bytes to record as a ratio to the bare parse, and what each stage takes of it."""
    for body in bodies:  # tables and patterns that are made once
        record(body)
    parse, whole = best(LexborHTMLParser, bodies), best(record, bodies)
    size = sum(map(len, bodies)) / 1e6
    print(f"{len(bodies)} pages, {size:.1f} MB: parse {parse * 1e3:.0f} ms, record {whole * 1e3:.0f} ms")
    print(f"bytes to record: {whole / parse:.2f} x the bare parse (goal 3, limit 6)")
    spent: dict[str, float] = defaultdict(float)
    with stages_timed(spent):
        for body in bodies:
            record(body)
    for name, seconds in sorted(spent.items(), key=lambda row: -row[1])[:12]:
        print(f"  {name:<28}{seconds * 1e3:7.1f} ms {seconds / parse:6.2f} x")


def whole_process(bodies: list[bytes]) -> None:
    """Print the time of one page from start to exit, at its least and in the middle."""
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        file.write(sorted(bodies, key=len)[len(bodies) // 2])
        file.flush()
        for name, command in {"--help": [*QINGWEN[:3], "--help"], "one page": [*QINGWEN, file.name]}.items():
            took = []
            for _ in range(15):
                begun = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=INSTALLED)
                took.append(time.perf_counter() - begun)
            took.sort()
            print(f"whole process, {name}: {took[0]:.3f} s at best, {took[7]:.3f} s in the middle (limit 0.25)")


def many(bodies: list[bytes], documents: int) -> None:
    """Print time and peak memory over many documents, one job and two, and over a tenth of them."""
    small = sorted(bodies, key=len)[: max(1, len(bodies) // 4)]
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "saved"
        saved.mkdir()
        for number in range(documents):
            (saved / f"{number:06}.html").write_bytes(small[number % len(small)])
            if number + 1 == documents // 10:
                tenth = _run(saved, folder, 2)
        one, two = _run(saved, folder, 1), _run(saved, folder, 2)
    print(f"{documents // 10} documents, two jobs: {tenth[0]:.1f} s, peak {tenth[1]:.0f} MB")
    print(f"{documents} documents, two jobs: {two[0]:.1f} s, peak {two[1]:.0f} MB (flat: as with a tenth of them)")
    print(f"{documents} documents, one job: {one[0]:.1f} s; two are {one[0] / two[0]:.2f} times as fast")


def _run(saved: Path, folder: str, jobs: int) -> tuple[float, float]:
    """Return seconds and the largest resident size in MB of the run or one of its workers."""
    begun = time.perf_counter()
    process = subprocess.Popen([*QINGWEN, str(saved), "-o", f"{folder}/out.jsonl", "-j", str(jobs)])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"qingwen ended with {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def main() -> None:
    """Run every measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    bodies = pages()
    documents = parser.parse_args().documents
    one_process(bodies)
    whole_process(bodies)
    many(bodies, documents)


if __name__ == "__main__":
    main()
