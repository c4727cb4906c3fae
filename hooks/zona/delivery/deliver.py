"""The last step of a build: one built folder gets its search index, its headers and its sums."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zona.delivery.built_pages import BuiltPage, NotDelivered, read_page
from zona.delivery.checksums import write_sums
from zona.delivery.headers import header_files
from zona.delivery.search_index import write_index

ASSETS = "aset"
SOFT_HYPHEN = "\u00ad"
STEPS = logging.getLogger(__name__)  # what goes on, for whoever waits


@dataclass(frozen=True)
class Rules:
    """What pages may do, and where they lie: the Content-Security-Policy that holds for all of them, that of those which other
    sites may frame, the texts of our inline scripts, and the path that the site lies below at its host."""

    policy: str
    framed: str
    scripts: frozenset[str]
    base: str = "/"


def deliver(folder: Path, rules: Rules, *, cache: Path | None = None) -> None:
    """Make the built site in `folder` fit to be served; `cache` keeps what is known of words. Raises `NotDelivered`."""
    STEPS.info("Memeriksa halaman dan membuat indeks pencarian")
    refused: list[str] = []
    write_index(folder, pages_to_find(folder, rules, refused), cache=cache)
    if refused:
        raise NotDelivered("\n".join(refused))
    write_headers(folder, rules)
    STEPS.info("Menghitung jumlah SHA-256")
    write_sums(folder)


def pages_to_find(folder: Path, rules: Rules, refused: list[str]) -> Iterator[tuple[str, str, BuiltPage]]:
    """Every page that the search reads, as (path, HTML, what was read); a soft hyphen would make two words of one. What a page
    holds that is not ours is added to `refused`: pages run our own scripts and no other, and neither send nor show anything of
    elsewhere."""
    for path in sorted(folder.rglob("*.html")):
        name, html = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8").replace(SOFT_HYPHEN, "")
        page = read_page(html)
        refused += [
            f"{name}: berisi {what}, yang tidak boleh ada di situs ini; hapus dari sumbernya"
            for what in page.foreign(rules.scripts)
        ]
        if page.text:
            yield name, html, page


def write_headers(folder: Path, rules: Rules) -> None:
    """Write the hosts' header files for what the folder holds now."""
    top = sorted(f"{item.name}/*" if item.is_dir() else item.name for item in folder.iterdir())
    assets = sorted(f"{ASSETS}/{path.name}" for path in (folder / ASSETS).glob("*"))
    for name, text in header_files(rules.policy, rules.framed, top, assets, base=rules.base).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
