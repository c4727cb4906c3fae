"""Opens every page of a built site and asks it everything that must hold for all of them; nobody lists the pages.

Each page is opened twice: as a stranger on a phone, with nothing kept from before, and as a later page on a desk. There it is
measured, and asked for its faults in light and dark; then its text is read, at every width. Pages can also only be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from measured import Measured, PageRead
from playwright.sync_api import Browser, Page
from sweep import DESK, PHONE, ZOOMED, colour_faults
from tab import Tab

# Beside the phone, the zoomed window and the desk: where tables stand upright, and narrow.
NARROW = {"width": 768, "height": 800}
WIDTHS = tuple(window["width"] for window in (ZOOMED, PHONE, NARROW, DESK))
# The sizes of type of `docs/aset/gaya/dasar.css`, in pixels.
SIZES = (14, 16, 18, 20, 24, 30, 40)
SCREEN = 800  # pixels of a phone, in which the length of pages is measured
# The one file that a page has to wait for.
STYLES = re.compile(r"/aset/gaya\.[0-9a-f]{8}\.css$")


@dataclass
class Known:
    """What was found good before: `looks` of texts, as `colour_faults` takes them, `places` where they stand, and `kinds` of
    pages that were asked for them."""

    looks: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


def sweep(paths: list[str], base: str, browser: Browser, known: Known, verbatim: str) -> list[Measured]:
    """Open the pages at `paths` below `base`; the findings in the order of the addresses. What `known` has is not asked again,
    and what is found good joins it. `verbatim` selects text that may break anywhere."""
    with Tab(browser, base, PHONE, keeps=False) as phone, Tab(browser, base, DESK, keeps=True) as desk:
        desk.open("404.html")  # whatever page comes now is a later one
        return [_measure(path, phone, desk, known, verbatim) for path in sorted(paths)]


def read_pages(paths: list[str], base: str, browser: Browser, verbatim: str) -> list[PageRead]:
    """Only read the pages at `paths` below `base`."""
    with Tab(browser, base, PHONE, keeps=True) as tab:
        return [_read(path, tab, verbatim) for path in sorted(paths)]


def _read(path: str, tab: Tab, verbatim: str) -> PageRead:
    tab.page.set_viewport_size(PHONE)
    tab.open(path)
    came = tab.arrival()
    found = PageRead(path, came["kind"], screens(came["height"]))
    for window in (PHONE, ZOOMED, NARROW, DESK):
        tab.page.set_viewport_size(window)
        read(tab.page, found, window["width"], verbatim)
    return found


def screens(height: int) -> float:
    """How many screens of a phone a page of this height is long, to a tenth."""
    return round(height / SCREEN, 1)


def read(page: Page, found: PageRead, width: int, verbatim: str) -> None:
    """Write down what is wrong with the open page and its text at the present width."""
    question = "asked => ({ ...readingFaults(asked), ...overflow() })"
    faults = page.evaluate(question, {"verbatim": verbatim, "sizes": SIZES})
    found.broken[width], found.sizes[width], found.lists[width] = faults["broken"], faults["sizes"], faults["lists"]
    found.overflow[width] = [f"+{faults['by']} px", *faults["what"]] if faults["by"] else []


def _measure(path: str, phone: Tab, desk: Tab, known: Known, verbatim: str) -> Measured:
    phone.page.set_viewport_size(PHONE)
    status, came = phone.open(path), phone.arrival()
    measured = Measured(path, came["kind"], screens(came["height"]), status=status)
    measured.blocking = [item for item in came["blocking"] if not STYLES.search(item)]
    found = phone.page.evaluate("({ ...addresses(), structure: structure(), low: lowTargets() })")
    measured.addresses, measured.ids = found["addresses"], found["ids"]
    measured.structure, measured.low = found["structure"], found["low"]
    first = measured.kind not in known.kinds
    known.kinds.add(measured.kind)
    measured.skip_link = _skip_link(phone.page) if first and came["menu"] else ""
    _ask(phone, measured, known, structure=True, places=first)
    for window in (PHONE, ZOOMED, NARROW):
        phone.page.set_viewport_size(window)
        read(phone.page, measured, window["width"], verbatim)
    desk.open(path)
    later = desk.arrival()
    _ask(desk, measured, known, structure=first)
    read(desk.page, measured, DESK["width"], verbatim)
    measured.shift, measured.moved = max(came["shift"], later["shift"]), came["moved"] + later["moved"]
    measured.first, measured.later, measured.console = phone.visit, desk.visit, phone.said + desk.said
    for tab in (phone, desk):
        measured.policy += tab.page.evaluate("uji.langgar")
    measured.kept = phone.page.evaluate("kept()") + [cookie.get("name", "") for cookie in phone.context.cookies()]
    return measured


def _ask(tab: Tab, measured: Measured, known: Known, *, structure: bool, places: bool = False) -> None:
    """What can be wrong at the tab's width, and axe in both schemes. A kind's first page is asked each look of a text in each
    place that no page had before, and its structure at every width; the others, made from the same template, each look."""
    question = "async asked => [smallTargets(), asked ? await structureFaults() : []]"
    small, faults = tab.page.evaluate(question, structure)
    measured.small += small
    good = known.places if places else known.looks
    measured.axe[tab.mode] = faults + colour_faults(tab.page, good, everywhere=places)
    tab.turn()
    measured.axe[tab.mode] = colour_faults(tab.page, known.looks)


def _skip_link(page: Page) -> str:
    """Empty when the first stop of the Tab key is the visible skip link, and it leads to the content; else what happens."""
    page.keyboard.press("Tab")
    first = page.evaluate(
        "() => { const e = document.activeElement, b = e.getBoundingClientRect();"
        " return [e.textContent.trim(), b.top >= 0 && b.left >= 0 && b.width > 40 && b.height > 20] }"
    )
    page.keyboard.press("Enter")
    target = page.evaluate(
        "() => { const { id } = document.activeElement; document.activeElement.blur();"
        " history.replaceState(null, '', location.pathname); scrollTo(0, 0); return id }"
    )
    return "" if first == ["Lompat ke isi", True] and target == "isi" else f"{first} → #{target}"
