"""Checks a built site before it is published: no file missing, no broken link, nothing loaded from another site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from zona.delivery.checksums import SUMS, UnreadableSums, compare, read_sums, sums_of
from zona.delivery.headers import APACHE, NETLIFY, NGINX
from zona.delivery.links import Addresses, addresses_in_styles, addresses_of
from zona.problems import Fault, Problem

HOME, NOT_FOUND = "index.html", "404.html"
ALWAYS = (HOME, NOT_FOUND, "sitemap.xml", SUMS, NETLIFY, APACHE, NGINX)

_HERE = "https://situs.invalid"  # a placeholder for the host that the site will have
_ELSEWHERE = ("mailto", "tel", "sms", "geo", "webcal")


@dataclass(frozen=True, order=True)
class BuiltFile:
    """A file of the site that must not be published so: `others` is how many more have the same problem."""

    path: str
    others: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.path}{f' (dan {self.others} berkas lain)' if self.others else ''}"


def check_built(folder: Path, expected: Iterable[str] = ()) -> list[Problem[BuiltFile]]:
    """Every problem of the built site in `folder`, ordered by path. `expected` are paths that it must have besides those that
    every site has: what a builder leaves out is no broken link, as long as nothing links to it."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    needed = dict.fromkeys((*ALWAYS, *expected))
    rebuild = "bangun ulang situsnya"
    found = [Problem(name, "berkas ini tidak ada dalam hasil", rebuild) for name in needed if name not in files]
    found += [
        Problem(name, "halaman ini kosong", rebuild)
        for name, path in files.items()
        if name.endswith(".html") and not path.stat().st_size
    ]
    pages = {name: addresses_of(text) for name, text in _texts(files, ".html")}
    styles = {name: addresses_in_styles(text) for name, text in _texts(files, ".css")}
    links = _LinkCheck(pages, styles, set(files)).problems()
    return sorted([*(Problem(BuiltFile(item.place), *item.fault) for item in found), *_together([*links, *_sums(folder)])])


def _texts(files: dict[str, Path], ending: str) -> Iterator[tuple[str, str]]:
    for name, path in files.items():
        if name.endswith(ending):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def _sums(folder: Path) -> Iterator[Problem[str]]:
    """What is not as the site's own list of sums says."""
    path = folder / SUMS
    if not path.is_file():
        return
    try:
        different = compare(read_sums(path.read_text(encoding="utf-8", errors="replace")), sums_of(folder))
    except UnreadableSums as error:
        yield Problem(SUMS, str(error), "bangun ulang situsnya")
        return
    kinds = (
        ("hilang", different.hilang),
        ("berubah setelah dibangun", different.berubah),
        ("tidak terdaftar", different.tambahan),
    )
    for what, names in kinds:
        for name in names:
            yield Problem(name, f"{what} menurut {SUMS}", "bangun ulang situsnya; jangan mengubah hasilnya")


def _together(found: Iterable[Problem[str]]) -> Iterator[Problem[BuiltFile]]:
    """Problems of the same words as one: what stands in a header or footer is wrong on every page."""
    places: dict[Fault, set[str]] = {}
    for problem in found:
        places.setdefault(problem.fault, set()).add(problem.place)
    for fault, names in places.items():
        yield Problem(BuiltFile(min(names), len(names) - 1), *fault)


class _LinkCheck:
    """Checks where the links of pages and style sheets lead. Where the site is published, its home page says; one that does not
    is below "/"."""

    def __init__(self, pages: dict[str, Addresses], styles: dict[str, list[str]], files: set[str]) -> None:
        self.pages, self.styles, self.files = pages, styles, files
        self.own = pages.get(HOME, Addresses()).canonical
        self.base = urlsplit(self.own).path or "/"

    def problems(self) -> Iterator[Problem[str]]:
        for name, page in self.pages.items():
            for link in page.links:
                yield from self.followed(name, link)
            for link in page.loads:
                yield from self.loaded(name, link)
        for name, loads in self.styles.items():
            for link in loads:
                yield from self.loaded(name, link)

    def followed(self, name: str, link: str) -> Iterator[Problem[str]]:
        scheme = urlsplit(link).scheme.lower()
        if self.is_own(link):
            yield from self.internal(name, link)
        elif scheme not in ("http", "https", *_ELSEWHERE):
            hint = "tulis alamat yang diawali https://, mailto:, atau tel:"
            yield Problem(name, f"tautan “{link}” tidak dapat dibuka di sini", hint)

    def loaded(self, name: str, link: str) -> Iterator[Problem[str]]:
        if self.is_own(link):
            yield from self.internal(name, link)
        elif not link.startswith("data:"):
            yield Problem(name, f"memuat “{link}” dari situs lain", "simpan berkasnya di situs ini sendiri")

    def is_own(self, link: str) -> bool:
        parts = urlsplit(link)
        return not (parts.scheme or parts.netloc) or bool(self.own and link.startswith(self.own))

    def internal(self, name: str, link: str) -> Iterator[Problem[str]]:
        """Whether the address leads to a file of the site, and its anchor to a place in it."""
        local = self.base + link[len(self.own) :] if self.own and link.startswith(self.own) else link
        parts = urlsplit(urljoin(f"{_HERE}{self.base}{name}", local))
        path = unquote(parts.path)
        target = posixpath.normpath(path[len(self.base) :]) if path != self.base else "."
        target = posixpath.normpath(posixpath.join(target, HOME)) if path.endswith("/") else target
        if not path.startswith(self.base) or target not in self.files:
            masalah = f"tautan “{link}” tidak menuju berkas yang ada"
            yield Problem(name, masalah, "betulkan alamatnya, atau buat halamannya")
        elif parts.fragment and target in self.pages:
            place = unquote(parts.fragment).partition(":~:")[0]
            if place and place != "top" and place not in self.pages[target].places:
                masalah = f"tautan “{link}” menuju bagian yang tidak ada di halamannya"
                yield Problem(name, masalah, "betulkan kata sesudah tanda #")
