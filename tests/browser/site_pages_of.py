"""Which pages a built site has, read from its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages below the site, read from its folder; pages that only lead on are not among them."""
    return [_address(path, site) for path in _html(site) if not leads_on(path)]


def leading_on(site: Path) -> list[str]:
    """The addresses of the pages that lead on by themselves."""
    return [_address(path, site) for path in _html(site) if leads_on(path)]


def leads_on(path: Path) -> bool:
    """Whether nobody stays on the page."""
    return '<meta http-equiv="refresh"' in path.read_text(encoding="utf-8")


def _html(site: Path) -> Iterator[Path]:
    # Evidence is what others made; the search's own files hold no page.
    return (path for path in sorted(site.rglob("*.html")) if path.relative_to(site).parts[0] not in ("bukti", "pagefind"))


def _address(path: Path, site: Path) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(site).as_posix())


def file_of(site: Path, address: str) -> Path:
    """The file of the page at an address below the site."""
    return site / (f"{address}index.html" if address.endswith("/") or not address else address)


def one_of_each_kind(site: Path) -> dict[str, str]:
    """The longest page of each kind (data-halaman): its address by the kind."""
    found: dict[str, Path] = {}
    for path in sorted((path for path in _html(site) if not leads_on(path)), key=lambda path: path.stat().st_size):
        kind = re.search(r'data-halaman="([^"]*)"', path.read_text(encoding="utf-8"))
        found[kind[1] if kind else ""] = path
    return {kind: _address(path, site) for kind, path in sorted(found.items())}
