"""What built pages hold that delivery has to know: the scripts that stand in them, and the text that the search reads."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Pagefind's attributes: the part of a page that is to be found, and what to pass over in it; and the elements that are
# always passed over, by Pagefind itself or, figures, because we ask it to: they hold charts, with their numbers again.
BODY, PASS_OVER = "[data-pagefind-body]", "[data-pagefind-ignore]"
_PASSED = f"figure, nav, footer, script, style, noscript, form, svg, template, {PASS_OVER}"
# Types of <script> whose text is data; browsers run the others.
_DATA = ("application/json", "application/ld+json")


@dataclass(frozen=True)
class BuiltPage:
    """Of one page: the texts of its inline scripts; its heading and all the text that the search reads, heading included,
    with one space between words. Both are "" of a page that the search leaves out."""

    scripts: tuple[str, ...]
    title: str
    text: str


def read_page(html: str) -> BuiltPage:
    """Read the HTML of a page. Raises nothing: browsers take any HTML, and so does this."""
    tree = LexborHTMLParser(html)
    scripts = tuple(node.text() for node in tree.css("script:not([src])") if (node.attributes.get("type") or "") not in _DATA)
    body = tree.css_first(BODY)
    if body is None:
        return BuiltPage(scripts, "", "")
    while passed := body.css_first(_PASSED):
        passed.decompose()
    return BuiltPage(scripts, _words(body.css_first("h1")), _words(body))


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""
