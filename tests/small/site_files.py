"""A small built site for tests of what comes after the build: good in every respect until a test changes it."""

from __future__ import annotations

from pathlib import Path

from zona.delivery.checksums import write_sums

GOOD = {
    "index.html": (
        '<link rel="canonical" href="https://zi.example.go.id/zi/"><link rel="stylesheet" href="aset/gaya.css">'
        '<h1 id="atas">a</h1><a href="a/b/">b</a><a href="a/b/#satu%20dua">c</a><a href="#atas">d</a><a href="?x=1">e</a>'
        '<a href="https://lain.example/x">f</a><a href="mailto:a@b.go.id">g</a><a href="tel:198">h</a><a href=".">i</a>'
        '<a href="https://zi.example.go.id/zi/a/b/">j</a><img src="aset/a.svg" srcset="aset/a.svg 1x, aset/a.svg 2x" alt="">'
    ),
    "a/b/index.html": (
        '<p id="satu dua">x</p><a href="../../">a</a><a href="../../aset/a.svg#x">b</a><img src="data:image/png;,x" alt="">'
    ),
    "404.html": '<link rel="icon" href="/zi/aset/a.svg"><a href="/zi/">a</a><a href="/zi/a/b/">b</a>',
    "aset/gaya.css": "a{background:url('a.svg')}b{background:url(data:x)}",
    "aset/a.svg": "<svg/>",
    "sitemap.xml": "<urlset/>",
    "_headers": "",
    ".htaccess": "",
    "header-nginx.conf": "",
}


def write(folder: Path, **files: str | None) -> Path:
    """The good site with other files; None leaves one out."""
    for name, text in (GOOD | files).items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    write_sums(folder)
    return folder
