"""Where a page leads and what it loads: every address in it, and every place in it that an address may name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Links in a page's head that the browser fetches by itself; others (canonical, edit, licence) only tell something.
_FETCHED = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch preconnect dns-prefetch".split()
)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass
class Addresses:
    """Of one page: `places` are its ids, `links` what people may follow, `loads` what the browser fetches; as written.
    `canonical` is the page's own full address, where it says one."""

    places: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    canonical: str = ""


class _AddressReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Addresses()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found.places |= {given[name] for name in ("id", "name") if given.get(name) and (name == "id" or tag == "a")}
        rel = given.get("rel", "").lower().split()
        if tag == "link" and "canonical" in rel:
            self.found.canonical = given.get("href", "")
        for name in ("href", "xlink:href", "action", "formaction", "cite"):
            if name in given and not (tag == "link" and "canonical" in rel):
                fetched = _FETCHED & set(rel) if tag == "link" else tag in ("use", "image", "feimage", "base")
                (self.found.loads if fetched else self.found.links).append(given[name])
        self.found.loads += [given[name] for name in ("src", "poster") if name in given]
        self.found.loads += [given["data"]] if tag == "object" and "data" in given else []
        for name in ("srcset", "imagesrcset"):
            self.found.loads += [part.split()[0] for part in given.get(name, "").split(",") if part.strip()]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.found.links += _REFRESH.findall(given.get("content", ""))


def addresses_of(page: str) -> Addresses:
    """Read a page's HTML. Raises nothing: browsers take any HTML, and so does this."""
    reader = _AddressReader()
    reader.feed(page)
    reader.close()
    return reader.found


def addresses_in_styles(css: str) -> list[str]:
    """What a style sheet loads, as written; data within it is no address."""
    found = ["".join(match) for match in _URL.findall(css)]
    return [address for address in found if address and not address.startswith(("data:", "#"))]
