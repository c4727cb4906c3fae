"""What pages load: one sheet of styles, names after content, our own scripts and the policy that lets them run."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from zona.findings.year_findings import Findings
from zona.outputs import assets
from zona.outputs.present import present
from zona.outputs.scripts import FOLDER, policy


@pytest.fixture(scope="module")
def pages(temuan: Findings) -> dict[str, str]:
    """Every page of the office of the decree, by its path."""
    return {file.path: file.read().decode() for file in present(temuan) if file.path.endswith(".html")}


def test_names_follow_content() -> None:
    """A file that pages load carries the hash of what it holds in its name; what people download keeps its name."""
    files = {file.path.removeprefix("aset/"): file.read() for file in assets.asset_files()}
    for name, content in files.items():
        _, *kept, ending = name.split(".")
        assert kept == ([hashlib.sha256(content).hexdigest()[:8]] if ending != "txt" else []), name
    assert {name.split(".")[0] for name in files} >= {"gaya", "cari", "ikon"}


def test_styles_are_one_sheet() -> None:
    """The sheet holds both, Material's first and in a layer below ours, and of comments only the licence."""
    (css,) = (file.read().decode() for file in assets.asset_files() if file.path.endswith(".css"))
    assert css.index("@layer material") < css.index(".zi-merek")
    assert re.findall(r"/\*.", css) == ["/*!"]


def test_the_sheet_fits_the_first_packets() -> None:
    """Packed, and with a kilobyte of headers, the sheet is within what a server sends before it waits for an answer: ten
    packets (RFC 6928). Its licence stands beside it, and is named in its first line."""
    files = {file.path: file.read() for file in assets.asset_files()}
    (css,) = (content for path, content in files.items() if path.endswith(".css"))
    assert len(gzip.compress(css, 6)) + 1_000 < 14_600
    assert css.decode().partition("\n")[0].endswith(": lisensi-material.txt */")
    assert b"Permission is hereby granted" in files["aset/lisensi-material.txt"]


def test_the_policy_has_the_hashes_of_our_scripts_and_no_other(pages: dict[str, str]) -> None:
    """Its hashes are those of the files of scripts, each of which stands in some page; it allows no other inline script."""
    texts = [path.read_text(encoding="utf-8").strip() for path in Path(FOLDER).iterdir()]
    wanted = sorted(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    assert sorted(re.findall(r"'sha256-([^']+)'", policy())) == wanted
    assert "unsafe-inline" not in policy()
    standing = {text for page in pages.values() for text in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)}
    assert standing == set(texts)


def test_a_page_may_do_what_it_needs(pages: dict[str, str]) -> None:
    """A page's own policy names the scripts that stand in it and no other; drawings within the styles it may load only where
    it holds an element that shows one, and compiled code runs only where the search is."""
    seen = set()
    for path, page in pages.items():
        (own,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
        texts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
        assert set(re.findall(r"'sha256-([^']+)'", own)) == hashes, path
        article = page.partition("<article")[2].partition("</article>")[0]
        assert ("data:" in own) == ("<summary" in article or "columnheader" in article), path
        assert ("wasm-unsafe-eval" in own) == ("data-cari=" in page), path
        assert set(re.split("[ ;]+", own)) <= set(re.split("[ ;]+", policy()))
        seen.add(("data:" in own, "wasm-unsafe-eval" in own))
    assert seen == {(True, True), (False, True), (False, False)}


@pytest.mark.lambat
def test_a_preview_has_no_policy(temuan: Findings) -> None:
    """In a live preview pages carry no policy, which would stop the reload script of the site builder."""
    pages = [file.read().decode() for file in present(temuan, preview=True) if file.path.endswith(".html")]
    assert not [page for page in pages if "Content-Security-Policy" in page]


def test_a_changed_sheet_shows_in_the_next_presentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview presents again and again: a sheet that was changed meanwhile has a new name in its pages."""
    copy = tmp_path / "aset"
    shutil.copytree(assets.FOLDER, copy)
    monkeypatch.setattr(assets, "FOLDER", copy)
    assets.asset_files()
    before = assets.asset("gaya.css")
    with (copy / assets.PARTS / "dasar.css").open("a", encoding="utf-8") as sheet:
        sheet.write("a { color: red; }\n")
    assets.asset_files()
    assert assets.asset("gaya.css") != before
    monkeypatch.undo()
    assets.asset_files()
