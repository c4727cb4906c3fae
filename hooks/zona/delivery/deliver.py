"""The last step of a build: one built folder, changed in place."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from zona.delivery.built_pages import read_page
from zona.delivery.checksums import write_sums
from zona.delivery.headers import header_files, policy_of, with_meta
from zona.delivery.search_index import write_index

ASSETS = "aset"
# The one file of styles that pages link, and what it is made of, in order.
STYLES, SHEETS = "gaya.css", ("material.css", "zona.css")


def deliver(folder: Path, *, address: str = "", policy: bool = True, cache: Path | None = None) -> None:
    """Make the built site in `folder` fit to be served at `address` ("" where it is not known); without `policy` pages carry no
    Content-Security-Policy. `cache` keeps the roots of words."""
    shutil.rmtree(folder / "assets", ignore_errors=True)  # what the theme brings: its styles are in ours, its scripts unused
    _bundle(folder / ASSETS)
    named = _fingerprint(folder / ASSETS)
    pages = {path: _renamed(path.read_text(encoding="utf-8"), named) for path in sorted(folder.rglob("*.html"))}
    found = {path: read_page(text) for path, text in pages.items()}
    rules = policy_of({script for page in found.values() for script in page.scripts})
    for path, text in pages.items():
        path.write_text(with_meta(text, rules) if policy else text, encoding="utf-8", newline="\n")
    listed = {path: (pages[path], page) for path, page in found.items() if page.text}
    if listed:
        write_index(folder, listed, cache=cache)
    top = sorted(f"{item.name}/*" if item.is_dir() else item.name for item in folder.iterdir())
    kept = sorted(f"{ASSETS}/{name}" for name in named.values())
    for name, text in header_files(rules, top, kept, base=urlsplit(address).path or "/").items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    write_sums(folder)


def _bundle(folder: Path) -> None:
    """Put the sheets in `folder` into one, without indents and comments but those of licences: a page waits for one file."""
    css = "".join((folder / name).read_text(encoding="utf-8") for name in SHEETS)
    css = re.sub(r"\n\s*", "\n", re.sub(r"/\*(?!!).*?\*/\s*", "", css, flags=re.DOTALL))
    (folder / STYLES).write_text(css, encoding="utf-8", newline="\n")
    for name in SHEETS:
        (folder / name).unlink()


def _fingerprint(folder: Path) -> dict[str, str]:
    """Rename the styles, scripts and drawings in `folder` to names with a hash of their content, so that browsers may keep
    them permanently; returns {old: new}. A file that names others is renamed after them."""
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
    """The text with the new names in it, where an old one ends a quoted address."""
    for old, new in named.items():
        for before in '/"':
            text = text.replace(f'{before}{old}"', f'{before}{new}"')
    return text
