"""The READMEs stay true: commands, options, record, examples and the two set-up commands."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

import click
import pytest
import typer.main

from cleaners.document import Document, Metadata
from scraper.cli.app import command_line

ROOT = Path(__file__).parent.parent
README, CHINESE = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))
both = pytest.mark.parametrize("readme", [README, CHINESE], ids=["en", "zh"])


def commands(group: click.Command, path: str = "qingwen") -> list[tuple[str, click.Command]]:
    found = [(path, group)]
    if isinstance(group, click.Group):
        for name, command in group.commands.items():
            found += commands(command, f"{path} {name}")
    return found


ALL = commands(typer.main.get_command(command_line()))


@both
def test_every_command_and_option_is_documented(readme: str) -> None:
    for path, command in ALL:
        assert path in readme
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                missing = [name for name in parameter.opts if not re.search(rf"{re.escape(name)}\b", readme)]
                assert not missing, f"{path}: {missing}"


@both
def test_every_option_in_the_readme_exists(readme: str) -> None:
    known = {name for _, command in ALL for parameter in command.params for name in parameter.opts}
    documented = re.findall(r"^\| .*$", readme, re.MULTILINE)
    named = {option for row in documented for option in re.findall(r"`(--?[a-z-]+)", row.split(" | ")[0])}
    assert named and named <= {*known, "-h", "--help"}


@both
def test_the_record_is_documented_key_by_key_in_order(readme: str) -> None:
    rows = [row.split("|")[1] for row in readme.splitlines() if row.startswith("| `")]
    keys = [key for row in rows for key in re.findall(r"`(\w+)`", row) if "-" not in row]
    record = list(Document(lines=(), metadata=Metadata()).to_dict())
    assert keys[keys.index("id") :] == record


@both
def test_the_python_example_runs(readme: str) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    with chdir(ROOT):
        exec(compile(code, "README", "exec"), {})


def test_both_readmes_give_the_same_commands() -> None:
    def shell(readme: str) -> list[str]:
        blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
        lines = [re.sub(r"\s+# .*", "", line) for block in blocks for line in block.splitlines()]
        return [line for line in lines if not line.startswith("# ")]

    assert shell(README) == shell(CHINESE)
