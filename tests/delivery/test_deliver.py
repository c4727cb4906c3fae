"""The delivered site: one bundle of styles, names after content, a policy that fits, and headers from the same source."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from zona.delivery.deliver import deliver
from zona.delivery.headers import APACHE, NETLIFY, NGINX, header_files

HEAD = '<meta charset="utf-8">'
INLINE = "var a=1"


def write_site(folder: Path) -> Path:
    """A small built site: pages at different depths, what their style sheet is made of, a script that imports another."""
    styles = '<link rel="stylesheet" href="{0}aset/gaya.css">'
    scripts = f'<script>{INLINE}</script><script src="{{0}}aset/zi.js" defer></script>'
    page = f'<html><head>{HEAD}{styles}{scripts}</head><body><p class="ada">x</p></body></html>'
    for path, base in (("index.html", ""), ("a/b/index.html", "../../"), ("404.html", "/zi/")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(page.format(base), encoding="utf-8")
    for path, text in {
        "assets/javascripts/bundle.js": "tidak dipakai",
        "aset/material.css": "/* how made */\n/*! a\n licence */\n@layer material{.ada{color:red}}\n",
        "aset/zona.css": "/* why */\n.ada {\n  color: blue;\n}\n",
        "aset/zi.js": 'import("cari.js")',
        "aset/cari.js": "export const a = 1",
        "sematan/index.html": page.format("../"),
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    deliver(write_site(tmp_path), address="https://contoh.example/zi/")
    return tmp_path


def test_styles_are_one_file(site: Path) -> None:
    """Pages link one style sheet at its place below any path; it holds both in order, and of comments only the licence."""
    (sheet,) = (site / "aset").glob("*.css")
    assert sheet.read_text(encoding="utf-8") == "/*! a\nlicence */\n@layer material{.ada{color:red}}\n.ada {\ncolor: blue;\n}\n"
    for path, base in (("index.html", ""), ("a/b/index.html", "../../"), ("404.html", "/zi/")):
        links = re.findall(r'<link rel="stylesheet" href="([^"]*)">', (site / path).read_text(encoding="utf-8"))
        assert links == [f"{base}aset/{sheet.name}"]
    assert not (site / "assets").exists()


def test_names_follow_content(site: Path) -> None:
    """A file's name carries the hash of what it holds, and whoever names it, page or script, knows the new name."""
    names = {path.name.split(".")[0]: path for path in (site / "aset").iterdir()}
    for path in names.values():
        assert path.name.split(".")[1] == hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    assert f'"{names["cari"].name}"' in names["zi"].read_text(encoding="utf-8")
    assert f"../../aset/{names['zi'].name}" in (site / "a/b/index.html").read_text(encoding="utf-8")


def test_policy_allows_the_inline_scripts_and_no_other(site: Path) -> None:
    """The policy names the hash of the pages' own inline script, has no unsafe-inline, and stands in pages and header files."""
    allowed = f"'sha256-{base64.b64encode(hashlib.sha256(INLINE.encode()).digest()).decode()}'"
    for path in ("index.html", "404.html", NETLIFY, APACHE, NGINX):
        text = (site / path).read_text(encoding="utf-8")
        assert f"script-src 'self' 'wasm-unsafe-eval' {allowed};" in text
        assert "unsafe-inline" not in text
    assert "frame-ancestors" not in (site / "index.html").read_text(encoding="utf-8")  # a <meta> can't say it


def test_only_the_embed_page_may_be_framed(site: Path) -> None:
    """Each host file forbids frames for every path, the embed page excepted; no path has two rules."""
    netlify = (site / NETLIFY).read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", netlify, flags=re.MULTILINE))
    kept = {path for path in rules if rules[path].strip().startswith("Cache-Control:")}
    assert set(rules) - kept == {"/", "/404.html", "/a/*", "/aset/*", "/index.html", "/sematan/*"}
    assert [path for path, rule in rules.items() if "frame-ancestors *" in rule] == ["/sematan/*"]
    assert all("frame-ancestors 'none'" in rule for path, rule in rules.items() if path not in kept | {"/sematan/*"})
    assert "nosniff" in rules["/"]


def test_other_sites_may_read_the_open_data() -> None:
    """Scripts of other sites may read what lies in the folders of open data, and no other path, by the rules of every host."""
    top = ["api/*", "bukti/*", "index.html", "kalender/*", "sematan/*", "umpan/*", "unduhan/*"]
    files = header_files("default-src 'none'", top, [])
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", files[NETLIFY], flags=re.MULTILINE))
    shared = [path for path, rule in rules.items() if "  Access-Control-Allow-Origin: *\n" in rule]
    assert shared == ["/api/*", "/kalender/*", "/umpan/*", "/unduhan/*"]
    assert all("frame-ancestors 'none'" in rules[path] for path in shared)
    for name in (APACHE, NGINX):
        (pattern,) = re.findall(r"/\(([a-z|]+)\)/", files[name])
        assert sorted(f"/{folder}/*" for folder in pattern.split("|")) == shared


def test_files_named_after_content_may_be_kept(site: Path) -> None:
    """Exactly the files whose names carry their content may be kept for good; a page never."""
    netlify = (site / NETLIFY).read_text(encoding="utf-8")
    kept = re.findall(r"^/(\S+)\n  Cache-Control: public, max-age=31536000, immutable$", netlify, flags=re.MULTILINE)
    assert kept == sorted(path.relative_to(site).as_posix() for path in (site / "aset").iterdir())
    for name in (APACHE, NGINX):
        (pattern,) = re.findall(r'"(\\\..*\$)"', (site / name).read_text(encoding="utf-8"))
        assert all(re.search(pattern, path) for path in kept)
        assert not re.search(pattern, "index.html")


def test_hosts_show_the_sites_own_404_page(site: Path) -> None:
    """Hosts that must be told find the page by the path that the site lies below."""
    assert "\nErrorDocument 404 /zi/404.html\n" in (site / APACHE).read_text(encoding="utf-8")
    assert "\nerror_page 404 /zi/404.html;\n" in (site / NGINX).read_text(encoding="utf-8")


def test_preview_has_no_policy(tmp_path: Path) -> None:
    """In a live preview pages carry no policy, which would stop the reload script of the site builder."""
    deliver(write_site(tmp_path), policy=False)
    assert "Content-Security-Policy" not in (tmp_path / "index.html").read_text(encoding="utf-8")
