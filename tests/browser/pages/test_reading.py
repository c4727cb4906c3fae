"""That the questions which are asked of every page's text find what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from measured import PageRead
from page_sweep import PHONE, WIDTHS, read, screens
from playwright.sync_api import Browser, Page
from tab import QUESTIONS


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone with an empty page, written as ours are: its root is 20 pixels, its text 16."""
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def shown(page: Page, body: str, style: str = "") -> PageRead:
    """What is found on a page with this body; `code` may break anywhere."""
    page.set_content(f"<!doctype html><style>html {{ font-size: 20px }} body {{ font-size: 16px }} {style}</style>{body}")
    page.evaluate(QUESTIONS)
    page.evaluate("arrival()")
    found = PageRead("")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        read(page, found, width, "code")
    return found


def test_length_is_measured(page: Page) -> None:
    """A page of nineteen screens and a half measures so; what is folded away does not count."""
    page.set_content("<style>body { margin: 0 } div { height: 15600px }</style><div></div><details>tutup<div></div></details>")
    page.evaluate(QUESTIONS)
    assert screens(page.evaluate("arrival().height")) == 19.5


# Ten letters a line.
NARROW = "p, td { font-family: monospace; width: 10.5ch; overflow-wrap: anywhere } td::before { display: block }"
FROM_SHEET = '<table><tr><td data-nama="Diterimakan">1</td></table><style>td::before { content: attr(data-nama) }</style>'


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ("<p>lalu penandatanganan", ["penandatan¦ganan"]),
        ("<p>pe<b>nandata</b>ng<i>anan</i>", ["penandatan¦ganan"]),
        ("<p>Diteri<wbr>makan", ["Diteri¦makan"]),
        ("<p>100.000.000%", ["100.000.00¦0%"]),
        ("<details><summary>a</summary><p>penandatanganan</p></details>", ["penandatan¦ganan"]),
        (FROM_SHEET, ["Diterimaka¦n"]),
        ("<p>penan&shy;data&shy;nga&shy;nan", []),
        ("<p>sekurang-kurangnya siap/belum", []),
        ("<p>satu<br>dua<span style='display: inline-block'>tiga</span>", []),
        ("<p><code>penandatanganan</code>", []),
        ("<p hidden>penandatanganan</p><p style='clip-path: inset(50%)'>penandatanganan", []),
    ],
)
def test_broken_words_are_found(page: Page, body: str, broken: list[str]) -> None:
    """A word that breaks is found at every width: whole, over the edges of elements, where it may break but shows no hyphen, in
    a fold, in what the sheet adds. One with a hyphen at the break is none, nor is what is copied as it stands or not seen."""
    found = shown(page, body, NARROW).broken
    assert {width: [item.partition(" ")[0] for item in items] for width, items in found.items()} == dict.fromkeys(
        WIDTHS, broken
    )


@pytest.mark.parametrize(
    ("body", "style", "sizes"),
    [
        ("<p>teks <small>kecil", "small { font-size: 80% }", ["12.8 px: p > small"]),
        ("<input value=a>", "input { font-size: 13px }", ["13 px: body > input"]),
        ("<p>teks", "p::before { content: 'judul'; font-size: 15px }", ["15 px: p > span"]),
        ("<p>teks <svg><text font-size=9>9</text></svg><small></small>", "small { font-size: 80% }", []),
        ("<p>teks <b>besar", "b { font-size: 1.5rem }", []),
    ],
)
def test_other_sizes_are_found(page: Page, body: str, style: str, sizes: list[str]) -> None:
    """A size that is none of the seven is found in text, fields and what the sheet adds, not in charts and empty elements."""
    assert shown(page, body, style).sizes == dict.fromkeys(WIDTHS, sizes)


@pytest.mark.parametrize(("indent", "cut"), [(0, ["ol > li"]), (30, [])])
def test_cut_lists_are_found(page: Page, indent: int, cut: list[str]) -> None:
    """A list whose numbers stand outside the window is found; one with room, and one without numbers, is none."""
    body = "<ol><li>satu</ol><ul><li>dua</ul>"
    style = f"body {{ margin: 0 }} ol, ul {{ padding: 0 }} ol {{ margin-left: {indent}px }} ul {{ list-style: none }}"
    assert shown(page, body, style).lists == dict.fromkeys(WIDTHS, cut)
