"""Checks a built site before it is published: no file missing, no broken link, nothing loaded from another site."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from zona.delivery.checksums import SUMS, UnreadableSums, compare, read_sums, sums_of
from zona.delivery.headers import APACHE, NETLIFY, NGINX
from zona.problems import Fault, Problem, shown

HOME, NOT_FOUND = "index.html", "404.html"
_REBUILD = "bangun ulang situsnya"
_STRANGE = "berkas ini tidak berasal dari data atau tulisan kantor"
_SEARCH = "pagefind/"  # the search names its files by their content
ALWAYS = (HOME, NOT_FOUND, "sitemap.xml", SUMS, NETLIFY, APACHE, NGINX)

_HERE = "https://situs.invalid"  # a placeholder for the host that the site will have
_FOLLOWED = ("http", "https", "mailto", "tel", "sms", "geo", "webcal")
# Values of `rel` for which a browser fetches the address by itself; others (canonical, edit, licence) are information only.
_FETCHED = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch preconnect dns-prefetch".split()
)
# What may say an address or be a place: four in five elements do neither.
_SPEAKING = ":is([{}])".format(
    "], [".join(r"id name href xlink\:href action formaction cite src poster data srcset imagesrcset http-equiv".split())
)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class BuiltFile:
    """A file of the site that must not be published so: `others` is how many more have the same problem."""

    path: str
    others: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{shown(self.path)}{f' (dan {self.others} berkas lain)' if self.others else ''}"


def check_built(folder: Path, expected: Collection[str] = (), allowed: Collection[str] = ()) -> list[Problem[BuiltFile]]:
    """Every problem of the built site in `folder`, ordered by path. `expected` are paths that it must have besides those that
    every site has: what a builder leaves out is no broken link, as long as nothing links to it. Where they are given, it may
    have no others but the `allowed` ones: what nobody ordered nobody has looked at."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    missing = {*ALWAYS, *expected} - files.keys()
    empty = [name for name, path in files.items() if name.endswith(".html") and not path.stat().st_size]
    found = [Problem(BuiltFile(name), "berkas ini tidak ada dalam hasil", _REBUILD) for name in missing]
    found += [Problem(BuiltFile(name), "halaman ini kosong", _REBUILD) for name in empty]
    strange = files.keys() - {*ALWAYS, *expected, *allowed} if expected else ()
    found += [Problem(BuiltFile(name), _STRANGE, _REBUILD) for name in strange if not name.startswith(_SEARCH)]
    readers = {".html": addresses_of, ".css": in_styles}
    addresses = {name: readers[path.suffix](_text(path)) for name, path in files.items() if path.suffix in readers}
    return sorted([*found, *_together([*_LinkCheck(addresses, set(files)).problems(), *_sums(folder)])])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _sums(folder: Path) -> Iterator[Problem[str]]:
    """What is not as the site's own list of sums says."""
    if not (folder / SUMS).is_file():
        return
    try:
        different = compare(read_sums(_text(folder / SUMS)), sums_of(folder))
    except UnreadableSums as error:
        yield Problem(SUMS, str(error), _REBUILD)
        return
    kinds = {"hilang": different.hilang, "berubah setelah dibangun": different.berubah, "tidak terdaftar": different.tambahan}
    for what, names in kinds.items():
        for name in names:
            yield Problem(name, f"{what} menurut {SUMS}", f"{_REBUILD}; jangan mengubah hasilnya")


def _together(found: Iterable[Problem[str]]) -> Iterator[Problem[BuiltFile]]:
    """Problems of the same words as one: what stands in a header or footer is wrong on every page."""
    places: dict[Fault, set[str]] = {}
    for problem in found:
        places.setdefault(problem.fault, set()).add(problem.place)
    for fault, names in places.items():
        yield Problem(BuiltFile(min(names), len(names) - 1), *fault)


@dataclass
class Addresses:
    """The addresses of a page or style sheet, as written: `places` are its ids, `links` what people may follow, `loads` what
    the browser fetches. `canonical` is the page's own full address, "" if it gives none."""

    places: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    canonical: str = ""


def addresses_of(page: str) -> Addresses:
    """Read a page's HTML. Raises nothing: like a browser, it accepts any HTML."""
    found = Addresses()
    for node in LexborHTMLParser(page).css(_SPEAKING):
        tag, given = node.tag or "", {name: value or "" for name, value in node.attributes.items()}
        found.places |= {given[name] for name in ("id", "name") if given.get(name) and (name == "id" or tag == "a")}
        rel = given.get("rel", "").lower().split()
        if tag == "link" and "canonical" in rel:
            found.canonical = given.pop("href", "")
        fetched = _FETCHED & set(rel) if tag == "link" else tag in ("use", "image", "feimage", "base")
        linked = [given[name] for name in ("href", "xlink:href", "action", "formaction", "cite") if name in given]
        (found.loads if fetched else found.links).extend(linked)
        found.loads += [given[name] for name in ("src", "poster") if name in given]
        found.loads += [given["data"]] if tag == "object" and "data" in given else []
        for name in ("srcset", "imagesrcset"):
            found.loads += [part.split()[0] for part in given.get(name, "").split(",") if part.strip()]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            found.links += _REFRESH.findall(given.get("content", ""))
    return found


def in_styles(css: str) -> Addresses:
    """What a style sheet loads, without `data:` URLs and fragments."""
    found = ["".join(match) for match in _URL.findall(css)]
    return Addresses(loads=[address for address in found if address and not address.startswith(("data:", "#"))])


class _LinkCheck:
    """Checks where the addresses of pages and style sheets lead. Where the site is published, its home page says; one that does
    not is below "/"."""

    def __init__(self, addresses: dict[str, Addresses], files: set[str]) -> None:
        self.addresses, self.files = addresses, files
        self.own = addresses.get(HOME, Addresses()).canonical
        self.base = urlsplit(self.own).path or "/"

    def problems(self) -> Iterator[Problem[str]]:
        for name, found in self.addresses.items():
            links, loads = dict.fromkeys(found.links), dict.fromkeys(found.loads)  # menus and footers say the same ones again
            for link in links | loads:
                if self.is_own(link):
                    yield from self.internal(name, link)
            for link in links:
                if not self.is_own(link) and urlsplit(link).scheme.lower() not in _FOLLOWED:
                    hint = "tulis alamat yang diawali https://, mailto:, atau tel:"
                    yield Problem(name, f"tautan “{link}” tidak bisa dibuka di sini", hint)
            for link in loads:
                if not self.is_own(link) and not link.startswith("data:"):
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
            yield Problem(name, f"tautan “{link}” tidak menuju berkas yang ada", "betulkan alamatnya, atau buat halamannya")
        elif parts.fragment and target.endswith(".html"):
            place = unquote(parts.fragment).partition(":~:")[0]
            if place and place != "top" and place not in self.addresses[target].places:
                masalah = f"tautan “{link}” menuju bagian yang tidak ada di halamannya"
                yield Problem(name, masalah, "betulkan kata sesudah tanda #")
