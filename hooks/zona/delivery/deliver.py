"""The last step of a build: one built folder gets its search index, its headers and its sums."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from zona.delivery.built_pages import BuiltPage, NotDelivered, read_page
from zona.delivery.checksums import write_sums
from zona.delivery.headers import header_files
from zona.delivery.search_index import write_index

ASSETS = "aset"
STEPS = logging.getLogger(__name__)  # what goes on, for whoever waits


@dataclass(frozen=True)
class Rules:
    """What pages may do, and where they lie: the Content-Security-Policy, the texts of the inline scripts that it lets run, and
    the path that the site lies below at its host."""

    policy: str
    scripts: frozenset[str]
    base: str = "/"


def deliver(folder: Path, rules: Rules, *, cache: Path | None = None) -> None:
    """Make the built site in `folder` fit to be served. `cache` keeps the roots of words between builds.

    Raises `NotDelivered`, and `OSError` if the system refuses.
    """
    STEPS.info("Memeriksa halaman")
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    pages = {path: read_page(text) for path, text in texts.items()}
    refuse_others(folder, pages, rules)
    STEPS.info("Membuat indeks pencarian")
    write_index(folder, {path: (texts[path], page) for path, page in pages.items() if page.text}, cache=cache)
    write_headers(folder, rules)
    STEPS.info("Menghitung jumlah SHA-256")
    write_sums(folder)


def refuse_others(folder: Path, pages: dict[Path, BuiltPage], rules: Rules) -> None:
    """Every page runs our own scripts and no other, and neither sends nor shows anything of elsewhere, or raises."""
    found = [
        f"{path.relative_to(folder).as_posix()}: berisi {what}, yang tidak boleh ada di situs ini; hapus dari sumbernya"
        for path, page in pages.items()
        for what in page.foreign(rules.scripts)
    ]
    if found:
        raise NotDelivered("\n".join(found))


def write_headers(folder: Path, rules: Rules) -> None:
    """Write the hosts' header files for what the folder holds now."""
    top = sorted(f"{item.name}/*" if item.is_dir() else item.name for item in folder.iterdir())
    assets = sorted(f"{ASSETS}/{path.name}" for path in (folder / ASSETS).glob("*"))
    for name, text in header_files(rules.policy, top, assets, base=rules.base).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
