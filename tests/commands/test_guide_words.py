"""The words that the humas guide quotes stand on the desk's screens, or are said by the project; humas reads none of git's."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from support.zi_command import ROOT
from zona.records.capaian.capaian import Hasil

PANDUAN = ROOT / "docs" / "panduan"
TEMPLATES = ROOT / "hooks" / "zona" / "templates"
# Made by machine, or about servers, which have no desk.
PAGES = sorted(path.stem for path in PANDUAN.glob("*.md") if path.stem not in ("pesan", "server"))
ENDS = " .:,›“”#*"
FOR_THE_TECHNICIAN = ("pengelola", "kantor-lain", "menyunting", "server", "pesan")
NOT_FOR_HUMAS = re.compile(
    r"\b(git|commit|push|pull|branch|merge|fork|clone|token|upload|login|error|server|file|repository|remote)\b", re.IGNORECASE
)


def words_of_template(text: str) -> list[str]:
    """What a template says, in pieces that stand together: "…" where a value is filled in; and texts within its code."""
    code = re.findall(r"\{[{%].*?[}%]\}", text, re.DOTALL)
    said = [part for piece in code for part in re.findall(r'"([^"]*)"', piece)]
    plain = re.sub(r"\{\{.*?\}\}", "…", re.sub(r"\{#.*?#\}", "\n", text, flags=re.DOTALL))
    plain = re.sub(r"\{%.*?%\}", "\n", plain, flags=re.DOTALL)
    plain = re.sub(r"</?\w[^>]*>", "\n", plain)
    return [" ".join(line.split()) for line in [*plain.splitlines(), *said]]


def words_of_module(path: Path) -> list[str]:
    """The texts within a module's code, docstrings too: "…" where a value is filled in."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        elif isinstance(node, ast.JoinedStr):
            found.append("".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values))
    return [line for text in found for line in text.splitlines()]


@cache
def said(*, by_desk: bool) -> frozenset[str]:
    """What the desk's screens say; or, of what the whole project says, everything."""
    templates = (TEMPLATES / "desk" if by_desk else TEMPLATES).rglob("*.html")
    folders = ("scripts/cli/meja", "hooks/zona/desk") if by_desk else ("scripts", "hooks/zona")
    modules = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    texts = [text for path in templates for text in words_of_template(path.read_text(encoding="utf-8"))]
    texts += [text for path in modules for text in words_of_module(path)]
    return frozenset(text.strip(ENDS) for text in [*texts, *(result.label for result in Hasil)])


def guide(page: str) -> str:
    """A page without its head, its examples of code, and its addresses."""
    text = (PANDUAN / f"{page}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`]*`|\]\([^)]*\)|<https[^>]*>", "", text)


def quoted(page: str) -> tuple[set[str], set[str]]:
    """What a page names as a word on a screen: in bold, where it is no sentence, which ends with a full
    stop; and in quotation marks."""
    text = guide(page)
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)}
    return {words for words in bold if not words.endswith(".")}, {
        " ".join(words.split()) for words in re.findall(r"“([^”]+)”", text)
    }


@pytest.mark.parametrize("page", PAGES)
def test_buttons_are_on_the_desk(page: str) -> None:
    """Every button and title in bold stands, with just these words, on a screen of the desk."""
    bold, _ = quoted(page)
    assert sorted(words for words in bold if words.strip(ENDS) not in said(by_desk=True)) == []


@pytest.mark.parametrize("page", PAGES)
def test_quotations_are_said(page: str) -> None:
    """Everything in quotation marks stands on a screen, on the site, or in what a command answers."""
    _, quotations = quoted(page)
    known = said(by_desk=False)
    assert sorted(words for words in quotations if words.strip(ENDS) not in known) == []


@pytest.mark.parametrize("page", sorted({*PAGES} - {*FOR_THE_TECHNICIAN}))
def test_no_word_of_git_for_humas(page: str) -> None:
    """Pages for humas hold no English word of machines, but in the names of other programs' buttons, which are in italics."""
    text = re.sub(r"(?<!\*)\*(?!\*)[^*\n]+\*", "", guide(page))
    assert sorted(set(NOT_FOR_HUMAS.findall(text))) == []


def test_the_check_notices() -> None:
    """What no screen says is noticed, and a value that is filled in stands as “…”."""
    known = said(by_desk=True)
    assert {"Kirim sekarang", "Simpan … laporan", "Lanjut mengisi … laporan", "Menunggu verifikasi Anda"} <= known
    assert not {"Kirim nanti saja", "Simpan semuanya", ""} & (known - {""})
