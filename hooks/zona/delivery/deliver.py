"""The last step of a build: changes the built folder in place."""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from pathlib import Path

from zona.delivery.built_pages import read_pages, with_named_tables
from zona.delivery.checksums import write_sums
from zona.delivery.css import names_of, prune
from zona.delivery.headers import header_files, policy_of, with_meta
from zona.delivery.search_index import write_index

ASSETS, NOT_FOUND = "aset", "404.html"
STYLES = f"{ASSETS}/gaya.css"

# Parts of the theme that only its own script or labels open, and its skip link beside ours. The theme has no template blocks
# to leave them out by.
_THEME_BOXES = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="(?:skip|announce)">.*?</div>\s*|<div class="md-dialog".*?</div>\s*</div>\s*',
    re.DOTALL,
)


def deliver(folder: Path, *, policy: bool = True, cache: Path | None = None) -> None:
    """Prepare the built site in `folder` for serving: bundled styles, fingerprinted assets, search index, headers, checksums.

    Without `policy` pages get no Content-Security-Policy. `cache` keeps the roots of words between builds. Raises
    `SearchFailed` and `OSError`.
    """
    paths = sorted(folder.rglob("*.html"))
    pages = {path: with_named_tables(_THEME_BOXES.sub("", path.read_text(encoding="utf-8"))) for path in paths}
    used = read_pages(pages.values())
    scripts = {path: path.read_text(encoding="utf-8") for path in sorted((folder / ASSETS).glob("*.js"))}

    sheets = [folder / _below_root(href) for href in used.styles]
    sheets = list(dict.fromkeys(sheet for sheet in sheets if sheet.is_file()))
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    for sheet in sheets:
        sheet.unlink()
    (folder / STYLES).write_text(prune(css, names_of(used, list(scripts.values()))), encoding="utf-8", newline="\n")

    named = _fingerprint(folder / ASSETS)
    rules = policy_of(used.scripts)
    for path, text in pages.items():
        text = _one_stylesheet(text)
        text = _renamed(text, named)
        path.write_text(with_meta(text, rules) if policy else text, encoding="utf-8", newline="\n")
    found = {path: (pages[path], text) for path, text in zip(paths, used.texts, strict=True) if text.whole}
    if found:
        write_index(folder, found, cache=cache)
    shutil.rmtree(folder / "assets", ignore_errors=True)  # the theme's: its styles are in ours, its scripts unused

    top = sorted(f"{item.name}/*" if item.is_dir() else item.name for item in folder.iterdir())
    kept = sorted(f"{ASSETS}/{name}" for name in named.values())
    for name, text in header_files(rules, top, kept, base=base_of(pages.get(folder / NOT_FOUND, ""))).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    write_sums(folder)


def base_of(not_found: str) -> str:
    """The base path of the site, with "/" at both ends, read from its 404 page: that page must work at any address, so its
    links are absolute paths. "/" if the page has no such link."""
    found = re.search(rf'(?:href|src)="(/(?:[^"]*/)?){ASSETS}/', not_found)
    return found[1] if found else "/"


def _below_root(href: str) -> str:
    """The path of a linked style sheet from the root of the site; links are relative, or begin with the base path."""
    found = re.search(r"(?:^|/)((?:assets|aset)/.*)$", href)
    return posixpath.normpath(found[1]) if found else href


def _one_stylesheet(page: str) -> str:
    """The page with a link to the bundled styles in place of its first style sheet, and without its other ones."""
    links = re.findall(r'<link rel="stylesheet" href="[^"]*">', page)
    for index, link in enumerate(links):
        here = re.sub(r"(?:assets|aset)/[^\"]*", STYLES, link)
        page = page.replace(link, here if index == 0 else "", 1)
    return page


def _fingerprint(folder: Path) -> dict[str, str]:
    """Rename assets (.css, .js, .svg) to content hashes, so that browsers may cache them permanently; returns {old: new} names.
    Files that reference others are renamed last, because the new name changes their content."""
    named: dict[str, str] = {}
    waiting = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in (".css", ".js", ".svg")
    }
    while waiting:
        free = [name for name, text in waiting.items() if not any(f'"{other}"' in text for other in waiting if other != name)]
        for name in free or list(waiting):
            text = _renamed(waiting.pop(name), named)
            stem, _, ending = name.rpartition(".")
            named[name] = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}"
            (folder / name).unlink()
            (folder / named[name]).write_text(text, encoding="utf-8", newline="\n")
    return named


def _renamed(text: str, named: dict[str, str]) -> str:
    """The text with old names replaced by new ones, wherever an old name is the end of a quoted address."""
    for old, new in named.items():
        text = re.sub(rf'(?<=[/"]){re.escape(old)}(?=")', new, text)
    return text
