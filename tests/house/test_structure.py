"""The shape of the code: small folders, unique names, short functions and modules."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from support.zi_command import ROOT

LARGEST_FOLDER, LONGEST_MODULE, LONGEST_FUNCTION = 15, 300, 30
SAME_EVERYWHERE = ("__init__", "conftest")
ALIAS = re.compile(r"[A-Z]\w*[a-z]\w*")  # of types; constants are in capitals


def modules(*bases: str) -> list[Path]:
    """Every module below these folders of the project."""
    return [path for base in bases for path in sorted((ROOT / base).rglob("*.py")) if "node_modules" not in path.parts]


CORE, COMMANDS, TESTS = modules("hooks/zona"), modules("scripts"), modules("tests")
ALL = [ROOT / "hooks" / "situs.py", *CORE, *COMMANDS, *TESTS]


def name(path: Path) -> str:
    """A module's path in the project."""
    return path.relative_to(ROOT).as_posix()


def repeated(found: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Of (name, place): the names with more than one place."""
    places = defaultdict(list)
    for key, place in found:
        places[key].append(place)
    return {key: places[key] for key in sorted(places) if len(places[key]) > 1}


def test_no_folder_is_crowded() -> None:
    """No folder has more than 15 modules."""
    folders = defaultdict(list)
    for path in ALL:
        if path.stem not in SAME_EVERYWHERE:
            folders[name(path.parent)].append(path.stem)
    assert {key: len(stems) for key, stems in folders.items() if len(stems) > LARGEST_FOLDER} == {}


def test_module_names_are_unique() -> None:
    """A module's name is one module in the whole project."""
    assert repeated((path.stem, name(path)) for path in [*CORE, *COMMANDS, *TESTS] if path.stem not in SAME_EVERYWHERE) == {}


def types_of(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and the names that it gives to types."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (item.id for item in node.targets if isinstance(item, ast.Name) and ALIAS.fullmatch(item.id))


def test_names_of_types_are_unique() -> None:
    """A class or an alias of a type has one meaning in the core and the commands."""
    found = ((item, name(path)) for path in [*CORE, *COMMANDS] for item in types_of(tree_of(path)))
    assert repeated(found) == {}


def tree_of(path: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def test_a_name_used_twice_is_found() -> None:
    """The search for types finds classes and aliases, and no constants."""
    tree = ast.parse("class A: ...\nNode = Any\nSUMS = 'x'\n_Row = tuple[int, int]\nlower = 1\ndef f():\n class B: ...")
    assert list(types_of(tree)) == ["A", "Node"]
    assert repeated(iter([("A", "x"), ("B", "x"), ("A", "y")])) == {"A": ["x", "y"]}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, from its name to its end, without its docstring."""
    text = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
    own = (node.end_lineno or node.lineno) - node.lineno + 1
    return own - ((text.end_lineno or text.lineno) - text.lineno + 1 if text else 0)


def long_functions(tree: ast.Module) -> list[str]:
    """The functions and methods that are too long, wherever they are defined."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [f"{node.name}: {length(node)}" for node in functions if length(node) > LONGEST_FUNCTION]


def test_functions_are_short() -> None:
    """No function has more than 30 lines; its docstring does not count."""
    assert {name(path): found for path in ALL if (found := long_functions(tree_of(path)))} == {}


def test_a_long_function_is_found() -> None:
    """Thirty lines are let through and thirty-one are not; a docstring does not count."""
    body = "\n".join(["  x = 1"] * 29)
    assert long_functions(ast.parse(f'def f():\n  """Says\n  much."""\n{body}')) == []
    assert long_functions(ast.parse(f"class A:\n def f(self):\n{body}\n  x = 2")) == ["f: 31"]


def test_modules_are_short() -> None:
    """No module has more than 300 lines."""
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ALL}
    assert {key: lines for key, lines in lengths.items() if lines > LONGEST_MODULE} == {}
