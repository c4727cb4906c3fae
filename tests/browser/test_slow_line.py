"""Pages that come in pieces, as over a slow line: what is already there stays where it is, wherever the network cuts them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from site_pages_of import file_of, one_of_each_kind
from sweep import DESK, PHONE

IN_PIECES = Path(__file__).with_name("in_pieces.js").read_text(encoding="utf-8")
# Between any two of these the network may stop for a while: a tag with the words behind it.
PIECE = re.compile(r"<[^>]*>[^<]*")
BODY = "<body"


def moved(page: Page, html: str) -> list[str]:
    """What of a page moves while it is written, after its head, into the empty document of `page`."""
    head, _, body = html.partition(BODY)
    return list(page.evaluate(IN_PIECES, [head, PIECE.findall(BODY + body)]))


@pytest.mark.parametrize("window", [PHONE, DESK], ids=["ponsel", "meja"])
def test_nothing_moves_on_a_slow_line(contoh: Path, alamat: str, browser: Browser, window: ViewportSize) -> None:
    """Wherever a page of any kind is cut while it comes, no word, picture or field that is there moves later."""
    found = {}
    with browser.new_context(viewport=window, locale="id-ID") as context:
        page = context.new_page()
        for kind, path in one_of_each_kind(contoh).items():
            page.route(alamat + path, lambda route: route.fulfill(body="", content_type="text/html"), times=1)
            page.goto(alamat + path)
            found[kind] = moved(page, file_of(contoh, path).read_text(encoding="utf-8"))
    assert {kind: items for kind, items in found.items() if items} == {}


LINE = "<p><output>Semua 43 aksi</output><button>Hapus saringan</button></p>"
ROWS = "<table><tr><td>Rapat<td>1<tr><td>Rapat evaluasi triwulan<td>2</table>"
COLUMN = "main { display: flex; flex-direction: column; justify-content: %s; height: 90vh } button { height: 20px }"
CENTRED, KEPT = (
    "p { display: flex; align-items: center } button { height: 50px }",
    "p { display: flex; height: 50px } button { height: 50px }",
)


@pytest.mark.parametrize(
    ("styles", "body", "seen"),
    [
        (CENTRED, LINE, "Semua 43 aksi"),
        (KEPT, LINE, ""),
        (COLUMN % "start", f"{LINE}{ROWS}", ""),
        (COLUMN % "end", f"{LINE}{ROWS}", "Semua 43 aksi"),
        ("", f"{ROWS}<script>document.querySelector('td').before('Aksi')</script>", "Rapat"),
    ],
    ids=["a button comes", "its place is kept", "a table grows", "words stand on a table", "a script moves a table"],
)
def test_what_moves_is_seen(browser: Browser, styles: str, body: str, seen: str) -> None:
    """What gives way to something that comes later is seen to move; what has its place from the start is not."""
    page = browser.new_page(viewport=PHONE)
    found = moved(page, f"<!doctype html><style>{styles}</style><body><main>{body}</main>")
    page.close()
    assert [item for item in found if item.startswith(seen)] if seen else found == []
