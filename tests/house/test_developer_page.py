"""The developers' page and the README say where things are: what they name exists, and no folder of the code is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from support.zi_command import ROOT

PAGE = (ROOT / "docs" / "pengembang.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
# The parts of the project.
TOP = ("data", "docs", "hooks", "scripts", "tests", ".github")
CODE = [path for base in ("hooks/zona", "scripts") for path in sorted((ROOT / base).rglob("*.py"))]
ANSWERS = re.findall(r"^\| [^|]+ \| `([^`]+\.py)` \| `(\w+)` \|$", PAGE, flags=re.MULTILINE)


def paths_in(text: str) -> set[str]:
    """The paths of the project that a page names: in code marks, in commands, and where its links lead."""
    words = {word for code in re.findall(r"`([^`\n]+)`", text) for word in code.split()} | set(
        re.findall(r"\]\(([^)]+)\)", text)
    )
    return {word for word in words if "/" in word and word.partition("/")[0] in TOP}


def exists(path: str) -> bool:
    """Whether the path is there; the office's data are looked for in the frozen offices, in some year of some of them."""
    pattern = path.rstrip("/").replace("<tahun>", "*")
    if path.startswith("data/") and not path.startswith("data/skema"):
        return any((ROOT / "tests" / "offices").glob(f"*/{pattern}"))
    return (ROOT / pattern).exists()


@pytest.mark.parametrize("text", [PAGE, README], ids=["pengembang", "readme"])
def test_every_path_exists(text: str) -> None:
    """Every file and folder that the developers' page and the README name is there."""
    named = paths_in(text)
    assert len(named) >= 3
    assert not [path for path in sorted(named) if not exists(path)]


def test_every_folder_of_the_code_is_named() -> None:
    """Every module of the core and of the commands is in a folder that the developers' page names."""
    named = {path.rstrip("/") for path in paths_in(PAGE)}
    assert not sorted({path.parent.relative_to(ROOT).as_posix() for path in CODE} - named)


def test_six_answers() -> None:
    """The page begins with six answers, one line each: a module, and a function that is defined in it."""
    assert len(ANSWERS) == 6
    assert PAGE.index(ANSWERS[0][0]) < PAGE.index("## The flow")
    for path, function in ANSWERS:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, path


def test_the_page_is_not_published(situs: Path) -> None:
    """What is for developers is no page of the site."""
    assert not (situs / "pengembang").exists()


def test_readme_is_short() -> None:
    """The README is read in two minutes: at most 300 words beside its table of commands."""
    prose = [line for line in README.splitlines() if not line.startswith("|")]
    assert len(" ".join(prose).split()) <= 300
