"""Opens every page once, as on a phone, then changes the window's width: how long the page is, which words break, which sizes
of type it has. Nothing of it needs axe or a second visit, so that all pages of both offices can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize
from sweep import shared_out

ASKED = Path(__file__).with_name("reading.js").read_text(encoding="utf-8")
# The phone, on which the length is measured, comes first. 768 and 1280 pixels are where tables stand upright, and narrow.
PHONE, WIDTHS = ViewportSize(width=360, height=800), (320, 360, 768, 1280)
# The sizes of type of `docs/aset/gaya/dasar.css`, in pixels.
SIZES = (14, 16, 18, 20, 24, 30, 40)


@dataclass
class PageRead:
    """One page: its length in screens of a phone, folds as they come; at each width the broken words, sizes of type that are
    none of ours, and lists whose dots or numbers are cut off, each with the place where it stands."""

    path: str
    kind: str = ""
    screens: float = 0.0
    broken: dict[int, list[str]] = field(default_factory=dict)
    sizes: dict[int, list[str]] = field(default_factory=dict)
    lists: dict[int, list[str]] = field(default_factory=dict)


def read_pages(paths: list[str], base: str, executable: str, verbatim: str) -> list[PageRead]:
    """Read the pages at `paths` below `base`, in the order of their addresses. `verbatim` selects what may break anywhere."""

    def ready(browser: Browser) -> Callable[[str], PageRead]:
        page = browser.new_context(locale="id-ID", reduced_motion="reduce", viewport=PHONE).new_page()
        return lambda path: _read(page, base, path, verbatim)

    return sorted(shared_out(paths, executable, ready), key=lambda page: page.path)


def _read(page: Page, base: str, path: str, verbatim: str) -> PageRead:
    page.set_viewport_size(PHONE)
    page.goto(base + path)
    found = PageRead(path, page.evaluate("document.querySelector('[data-halaman]')?.dataset.halaman ?? ''"))
    found.screens = screens_of(page)
    ask(page, found, verbatim)
    return found


def screens_of(page: Page) -> float:
    """How many screens long the page is in a phone's window, to a tenth."""
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return round(height / PHONE["height"], 1)


def ask(page: Page, found: PageRead, verbatim: str) -> None:
    """Unfold the open page, and write down what is wrong with its text at each width."""
    page.evaluate(ASKED)
    page.evaluate("openFolds()")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        faults = page.evaluate("asked => readingFaults(asked)", {"verbatim": verbatim, "sizes": SIZES})
        found.broken[width], found.sizes[width], found.lists[width] = faults["broken"], faults["sizes"], faults["lists"]
