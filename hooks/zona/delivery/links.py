"""Reads the addresses in a page: its links, what it loads, and the anchors that links may lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

# Values of `rel` for which a browser fetches the address by itself; others (canonical, edit, licence) are information only.
_FETCHED = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch preconnect dns-prefetch".split()
)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass
class Addresses:
    """The addresses of one page, as written: `places` are its ids, `links` what people may follow, `loads` what the browser
    fetches. `canonical` is the page's own full address, "" if it gives none."""

    places: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    canonical: str = ""


def addresses_of(page: str) -> Addresses:
    """Read a page's HTML. Raises nothing: like a browser, it accepts any HTML."""
    found = Addresses()
    for node in LexborHTMLParser(page).css("*"):
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


def addresses_in_styles(css: str) -> list[str]:
    """The addresses that a style sheet loads, as written, without `data:` URLs and fragments."""
    found = ["".join(match) for match in _URL.findall(css)]
    return [address for address in found if address and not address.startswith(("data:", "#"))]
