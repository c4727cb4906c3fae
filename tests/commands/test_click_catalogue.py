"""What click says is Indonesian, every word of it."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from cli.indonesian_click import TEXTS, Group

# Where click words what commands can show. Its other modules serve shells, progress bars and the console of Windows.
MODULES = ("core", "exceptions", "formatting", "parser", "termui", "types", "utils")
# Only where a command says that it, or one of its options, is deprecated: none does.
UNUSED = ("deprecated", "DeprecationWarning")


def texts(module: str) -> Iterator[str]:
    """The texts that a module of click asks gettext for, without those of errors that a programmer makes: `ValueError`,
    `TypeError`, and what is shown of objects in a debugger."""
    tree = ast.parse((Path(click.__file__).parent / f"{module}.py").read_text(encoding="utf-8"))
    left_out = {id(inner) for node in ast.walk(tree) if for_programmers(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and id(node) not in left_out:
            count = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
            yield from (item.value for item in node.args[:count] if isinstance(item, ast.Constant))


def for_programmers(node: ast.AST) -> bool:
    """Whether what a node says is never shown to those who use a command."""
    if isinstance(node, ast.Raise) and node.exc:
        return ast.unparse(node.exc).startswith(("ValueError", "TypeError"))
    return isinstance(node, ast.FunctionDef) and node.name == "__repr__"


@pytest.mark.parametrize("module", MODULES)
def test_every_text_has_a_translation(module: str) -> None:
    """No English of the installed click can come out of a command."""
    assert [text for text in texts(module) if not text.startswith(UNUSED) and text not in TEXTS] == []


def test_the_catalogue_holds_nothing_else() -> None:
    """Every text of the catalogue is one that click has, and its translation fills in nothing that click does not give."""
    asked = {text for module in MODULES for text in texts(module)} | {"Show this message and exit.", "required"}
    assert TEXTS.keys() - asked == set()
    for text, translated in TEXTS.items():
        assert set(re.findall(r"\{(\w+)", translated)) <= set(re.findall(r"\{(\w+)", text)), text


def test_the_catalogue_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once installed, gettext answers from it, also for click's modules that were imported before."""
    monkeypatch.setattr(gettext, "translation", gettext.translation)
    with pytest.raises(SystemExit):
        Group(modules={}).main(["--help"], "zi.py")
    assert gettext.gettext("Options") == "Pilihan"
    assert gettext.ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2).startswith(
        "Ada"
    )
    assert gettext.gettext("nothing of click") == "nothing of click"
    assert click.UsageError("x").format_message() == "x"
    assert click.BadParameter("x").format_message() == "Nilai yang ditulis tidak sah: x"
