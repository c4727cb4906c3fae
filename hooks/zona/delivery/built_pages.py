"""What built pages hold that delivery has to know: the text that the search reads, and what could act or send."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Pagefind's attributes: the part of a page that is to be found, and what to pass over in it; and the elements that are
# always passed over, by Pagefind itself or, figures, because we ask it to: they hold charts, with their numbers again.
BODY, PASS_OVER = "[data-pagefind-body]", "[data-pagefind-ignore]"
_PASSED = f"figure, nav, footer, script, style, noscript, form, svg, template, {PASS_OVER}"
# Types of <script> whose text is data; browsers run the others.
_DATA = ("application/json", "application/ld+json")
# Elements that bring in or show something that is not in the page: none of ours needs them.
_NEVER = frozenset(("object", "embed", "applet", "base", "iframe", "frame", "frameset", "portal"))
# Attributes with an address, and those of them that send what people type.
_ADDRESSES, _SENDING = frozenset(("href", "src", "xlink:href", "action", "formaction")), frozenset(("action", "formaction"))
_LEAVES = re.compile(r"[/\\]{2}|\w:")  # of an address: it leads to another site; browsers take \ for /


class NotDelivered(Exception):
    """The site can't be served as it is; the message, in Indonesian, says why: one line for each reason."""


@dataclass(frozen=True)
class BuiltPage:
    """Of one page: the texts of its inline scripts; what else could act, in Indonesian; its heading and all the text that the
    search reads, heading included, with one space between words. Both are "" of a page that the search leaves out."""

    scripts: tuple[str, ...]
    others: tuple[str, ...]
    title: str
    text: str

    def foreign(self, known: Collection[str]) -> Iterator[str]:
        """What the page holds that is not ours, in words; `known` are the texts of our own inline scripts."""
        yield from self.others
        if unknown := [text for text in self.scripts if text not in known]:
            yield f"skrip yang bukan milik situs ini (“{' '.join(unknown[0].split())[:60]}”)"


def read_page(html: str) -> BuiltPage:
    """Read the HTML of a page. Raises nothing: browsers take any HTML, and so does this."""
    tree = LexborHTMLParser(html)
    scripts = tuple(node.text() for node in tree.css("script:not([src])") if (node.attributes.get("type") or "") not in _DATA)
    others = tuple(dict.fromkeys(_others(tree)))
    body = tree.css_first(BODY)
    if body is None:
        return BuiltPage(scripts, others, "", "")
    while passed := body.css_first(_PASSED):
        passed.decompose()
    return BuiltPage(scripts, others, _words(body.css_first("h1")), _words(body))


def _others(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        tag, given = node.tag, node.attributes
        if tag in _NEVER or (tag == "script" and "src" in given):
            yield f"unsur <{tag}>"
        refreshes = tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh"
        if refreshes and _LEAVES.search(given.get("content") or ""):
            yield f"<{tag}> yang menuju situs lain"
        for name, value in given.items():
            if name.startswith("on"):
                yield f"atribut {name}"
            elif name in _ADDRESSES and ":" in (value or "") and _runs(value or ""):
                yield f"alamat yang menjalankan skrip pada {name}"
            elif name in _SENDING and _LEAVES.search(value or ""):
                yield f"<{tag}> yang menuju situs lain"


def _runs(address: str) -> bool:
    """Whether following the address runs it as a script; browsers pass over spaces and control characters in its scheme."""
    return "".join(sign for sign in address if sign > " ").lower().startswith(("javascript:", "vbscript:"))


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""
