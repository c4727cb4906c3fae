"""Checks a built site before it is published: no file missing, no broken link, nothing loaded from another site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from zona.delivery.checksums import SUMS, UnreadableSums, compare, read_sums, sums_of
from zona.delivery.deliver import ASSETS
from zona.delivery.headers import APACHE, NETLIFY, NGINX
from zona.delivery.links import Addresses, addresses_in_styles, addresses_of

HOME, NOT_FOUND = "index.html", "404.html"
ALWAYS = (HOME, NOT_FOUND, "sitemap.xml", SUMS, NETLIFY, APACHE, NGINX)

_HERE = "https://situs.invalid"  # a placeholder for the host that the site will have
_ELSEWHERE = ("mailto", "tel", "sms", "geo", "webcal")


@dataclass(frozen=True, order=True)
class Fault:
    """A reason not to publish the site: `path` is a file of it, `masalah` what is wrong there, `saran` what to do about it, and
    `lain` the number of other files with the same fault."""

    path: str
    masalah: str
    saran: str
    lain: int = 0

    def __str__(self) -> str:
        return f"{self.path}{f' (dan {self.lain} berkas lain)' if self.lain else ''}: {self.masalah}; {self.saran}"


def check_built(folder: Path, expected: Iterable[str] = ()) -> list[Fault]:
    """Every fault of the built site in `folder`, ordered by path. `expected` are paths of files that must exist besides those
    of every site: a page that the builder left out breaks no link as long as no page links to it."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    needed = dict.fromkeys((*ALWAYS, *expected))
    missing = [Fault(name, "berkas ini tidak ada dalam hasil", "bangun ulang situsnya") for name in needed if name not in files]
    empty = [
        Fault(name, "halaman ini kosong", "bangun ulang situsnya")
        for name, path in files.items()
        if name.endswith(".html") and not path.stat().st_size
    ]
    pages = {name: addresses_of(text) for name, text in _texts(files, ".html")}
    styles = {name: addresses_in_styles(text) for name, text in _texts(files, ".css")}
    base = base_of(dict(_texts(files, NOT_FOUND)).get(NOT_FOUND, ""))
    found = [*_LinkCheck(pages, styles, set(files), base).faults(), *_sums(folder)]
    return sorted([*missing, *empty, *_together(found)])


def base_of(not_found: str) -> str:
    """The path that the site lies below, from its 404 page: that one has to work at any address, and so loads from the
    root. "/" where it can't be told."""
    loads = (address.partition(f"{ASSETS}/") for address in addresses_of(not_found).loads)
    return next((before for before, found, _ in loads if found and before.startswith("/")), "/")


def _texts(files: dict[str, Path], ending: str) -> Iterator[tuple[str, str]]:
    for name, path in files.items():
        if name.endswith(ending):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def _sums(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Files that differ from the site's own checksums, as (path, problem, advice)."""
    path = folder / SUMS
    if not path.is_file():
        return
    try:
        different = compare(read_sums(path.read_text(encoding="utf-8", errors="replace")), sums_of(folder))
    except UnreadableSums as error:
        yield SUMS, str(error), "bangun ulang situsnya"
        return
    kinds = (
        ("hilang", different.hilang),
        ("berubah setelah dibangun", different.berubah),
        ("tidak terdaftar", different.tambahan),
    )
    for what, names in kinds:
        for name in names:
            yield name, f"{what} menurut {SUMS}", "bangun ulang situsnya; jangan mengubah hasilnya"


def _together(found: Iterable[tuple[str, str, str]]) -> Iterator[Fault]:
    """Join equal faults into one: a wrong link in the header or footer is wrong on every page."""
    places: dict[tuple[str, str], list[str]] = {}
    for path, masalah, saran in found:
        names = places.setdefault((masalah, saran), [])
        if path not in names:
            names.append(path)
    for (masalah, saran), names in places.items():
        yield Fault(min(names), masalah, saran, len(names) - 1)


class _LinkCheck:
    """Checks where the links of pages and style sheets lead. The site is published below the path `base`. Every method yields
    faults as (path, problem, advice)."""

    def __init__(self, pages: dict[str, Addresses], styles: dict[str, list[str]], files: set[str], base: str) -> None:
        self.pages, self.styles, self.files = pages, styles, files
        self.base = base
        home = pages.get(HOME, Addresses()).canonical
        self.own = home if urlsplit(home).path == self.base else ""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        for name, page in self.pages.items():
            for link in page.links:
                yield from self.followed(name, link)
            for link in page.loads:
                yield from self.loaded(name, link)
        for name, loads in self.styles.items():
            for link in loads:
                yield from self.loaded(name, link)

    def followed(self, name: str, link: str) -> Iterator[tuple[str, str, str]]:
        scheme = urlsplit(link).scheme.lower()
        if self.is_own(link):
            yield from self.internal(name, link)
        elif scheme not in ("http", "https", *_ELSEWHERE):
            yield name, f"tautan “{link}” tidak dapat dibuka di sini", "tulis alamat yang diawali https://, mailto:, atau tel:"

    def loaded(self, name: str, link: str) -> Iterator[tuple[str, str, str]]:
        if self.is_own(link):
            yield from self.internal(name, link)
        elif not link.startswith("data:"):
            yield name, f"memuat “{link}” dari situs lain", "simpan berkasnya di situs ini sendiri"

    def is_own(self, link: str) -> bool:
        parts = urlsplit(link)
        return not (parts.scheme or parts.netloc) or bool(self.own and link.startswith(self.own))

    def internal(self, name: str, link: str) -> Iterator[tuple[str, str, str]]:
        """A fault where the address leads to no file of the site, or its anchor to no element of that page."""
        local = self.base + link[len(self.own) :] if self.own and link.startswith(self.own) else link
        parts = urlsplit(urljoin(f"{_HERE}{self.base}{name}", local))
        path = unquote(parts.path)
        target = posixpath.normpath(path[len(self.base) :]) if path != self.base else "."
        target = posixpath.normpath(posixpath.join(target, HOME)) if path.endswith("/") else target
        if not path.startswith(self.base) or target not in self.files:
            yield name, f"tautan “{link}” tidak menuju berkas yang ada", "betulkan alamatnya, atau buat halamannya"
        elif parts.fragment and target in self.pages:
            place = unquote(parts.fragment).partition(":~:")[0]
            if place and place != "top" and place not in self.pages[target].places:
                yield name, f"tautan “{link}” menuju bagian yang tidak ada di halamannya", "betulkan kata sesudah tanda #"
