"""Opens every page of a built site and asks it everything that must hold for all of them; nobody lists the pages.

Each page is opened twice. First as a stranger on a phone, with nothing kept from before: there it is measured, asked for
its faults, and then shown to axe on a phone and a desk, in light and dark. Then once more as a later page, for its weight.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import axe_playwright_python
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ASKED = Path(__file__).with_name("sweep.js").read_text(encoding="utf-8")

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)
# 320 pixels wide is also what a window of 1280 by 1024 shows at 400 % zoom; then it is 256 high.
ZOOMED = ViewportSize(width=320, height=256)

# Before the page's own scripts: keep every shift of its layout and every breach of its policy.
WATCH = """
window.uji = { geser: 0, siapa: [], langgar: [] };
new PerformanceObserver((list) => { for (const one of list.getEntries()) {
  uji.geser += one.value;
  for (const { node, previousRect: a, currentRect: b } of one.sources)
    uji.siapa.push(`${node?.outerHTML ?? node?.textContent}`.slice(-120) + ` ${a.y} ${a.height} → ${b.y} ${b.height}`);
} }).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (e) => uji.langgar.push(`${e.violatedDirective} ${e.blockedURI}`));
"""

WORKERS = 2
Found = TypeVar("Found")
# The one file that a page has to wait for.
STYLES = re.compile(r"/aset/gaya\.[0-9a-f]{8}\.css$")


@dataclass
class Visit:
    """What one visit brought over the wire, evidence pictures counted by themselves."""

    requests: int = 0
    bytes: int = 0
    pictures: int = 0
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@dataclass
class Measured:
    """One page: `path` below the site, `kind` as its data-halaman says, and whatever was found."""

    path: str
    status: int = 0
    kind: str = ""
    first: Visit = field(default_factory=Visit)
    later: Visit = field(default_factory=Visit)
    shift: float = 0.0
    moved: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    policy: list[str] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    overflow: dict[int, list[str]] = field(default_factory=dict)
    axe: dict[str, list[str]] = field(default_factory=dict)
    skip_link: str = ""
    kept: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Everything that is wrong with the page, its weight excepted, in words."""
        lists = (self.console, self.policy, self.structure, self.small, self.kept, self.moved, *self.axe.values())
        visits = [item for visit in (self.first, self.later) for item in (*visit.failed, *visit.foreign)]
        wide = [f"{width}: {item}" for width, items in self.overflow.items() for item in items]
        skip = [self.skip_link] if self.skip_link else []
        return [*(item for items in lists for item in items), *visits, *wide, *skip]


def sweep(paths: list[str], base: str, executable: str, known: Known) -> list[Measured]:
    """Open the pages at `paths` below `base`; the findings in the order of the addresses. What `known` has is not asked again,
    and what is found good joins it."""

    def ready(browser: Browser) -> Callable[[str], Measured]:
        stranger, returning = _Tab(browser, base, PHONE, keeps=False), _Tab(browser, base, DESK, keeps=True)
        returning.open("404.html")  # whatever page comes now is a later one
        return lambda path: _measure(path, stranger, returning, known)

    return sorted(shared_out(paths, executable, ready), key=lambda page: page.path)


def shared_out(paths: list[str], executable: str, ready: Callable[[Browser], Callable[[str], Found]]) -> list[Found]:
    """What is found of the pages at `paths`, in no order. Two browsers share the work, each in a thread of its own, as two
    processors allow: `ready` gets a browser and gives what looks at a page."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    done: list[Found] = []
    broken: list[BaseException] = []

    def work() -> None:
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
                look = ready(browser)
                with suppress(Empty):
                    while True:
                        done.append(look(waiting.get_nowait()))
                browser.close()
        except BaseException as error:  # told by the thread that waits
            broken.append(error)

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    return done


class _Tab:
    """One tab of a browser, which tells what each page that is opened in it brought, and what it said."""

    def __init__(self, browser: Browser, base: str, viewport: ViewportSize, *, keeps: bool) -> None:
        self.base = base
        self.context = browser.new_context(viewport=viewport, locale="id-ID", reduced_motion="reduce", color_scheme="light")
        self.context.add_init_script(WATCH)
        self.page = self.context.new_page()
        self.visit, self.said = Visit(), list[str]()
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.said.append(said.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.session = self.context.new_cdp_session(self.page)
        self.session.send("Network.enable")
        self.session.send("Network.setCacheDisabled", {"cacheDisabled": not keeps})
        self.addresses: dict[str, str] = {}
        self.counted: set[str] = set()
        self.cached: set[str] = set()
        self.session.on("Network.requestWillBeSent", self._sent)
        self.session.on("Network.requestServedFromCache", lambda event: self.cached.add(event["requestId"]))
        self.session.on("Network.responseReceived", self._answered)
        self.session.on("Network.loadingFinished", self._finished)
        self.session.on("Network.loadingFailed", lambda event: self.visit.failed.append(event["errorText"]))

    def open(self, path: str) -> int:
        """Open a page; gives its status. What still comes while the page is looked at counts as well."""
        self.visit, self.said, self.counted = Visit(), [], set()
        response = self.page.goto(self.base + path)
        assert response
        return response.status

    def _sent(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:")):
            self.addresses[event["requestId"]] = address
            if not address.startswith(self.base):
                self.visit.foreign.append(address)

    def _answered(self, event: dict[str, Any]) -> None:
        response = event["response"]
        if response.get("fromDiskCache"):
            self.cached.add(event["requestId"])
        if response["status"] >= 400 and event["type"] != "Document":
            self.visit.failed.append(f"{response['status']} {response['url']}")

    def _finished(self, event: dict[str, Any]) -> None:
        address = self.addresses.get(event["requestId"])
        # A change of the colour scheme asks for the icon again, which no reader's visit does.
        if address is None or address in self.counted or event["requestId"] in self.cached:
            return
        self.counted.add(address)
        if "/bukti/" in address:
            self.visit.pictures += event["encodedDataLength"]
        else:
            self.visit.requests += 1
            self.visit.bytes += event["encodedDataLength"]


def _measure(path: str, stranger: _Tab, returning: _Tab, known: Known) -> Measured:
    measured, page = Measured(path), stranger.page
    page.set_viewport_size(PHONE)
    measured.status = stranger.open(path)
    moved = page.evaluate("uji")  # now: a window that is made larger moves everything
    page.evaluate(ASKED)
    measured.blocking = [item for item in page.evaluate("blocking()") if not STYLES.search(item)]
    stranger.counted.update(page.evaluate("unfold()"))  # a visit doesn't bring what stays folded
    _ask(page, measured, known)
    measured.first, measured.console = stranger.visit, stranger.said
    returning.open(path)
    measured.later = returning.visit
    measured.console += returning.said
    moved_later = returning.page.evaluate("uji")
    measured.shift = max(moved["geser"], moved_later["geser"])
    measured.moved = moved["siapa"] + moved_later["siapa"]
    measured.kept = page.evaluate("kept()") + [cookie.get("name", "") for cookie in stranger.context.cookies()]
    return measured


@dataclass
class Known:
    """What was found good before: `looks` of texts, as `colour_faults` takes them, and `kinds` of pages asked whole."""

    looks: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


def _ask(page: Page, measured: Measured, known: Known) -> None:
    """Everything that is asked of the open page; the order saves changes of the window's size. A kind's first page is asked
    whole; of the others, made from the same template, each look of a text once, and the structure once."""
    good = known.looks
    page.evaluate(AXE)
    measured.kind = page.evaluate("document.querySelector('[data-halaman]')?.dataset.halaman ?? ''")
    measured.structure = page.evaluate("structure()")
    found = page.evaluate("addresses()")
    measured.addresses, measured.ids = found["addresses"], found["ids"]
    measured.skip_link = _skip_link(page)
    first = measured.kind not in known.kinds
    known.kinds.add(measured.kind)
    measured.axe["360 terang"] = _faults(page, "all") if first else _faults(page, "structure") + colour_faults(page, good)
    measured.small = page.evaluate("smallTargets()")
    measured.overflow[360] = _overflow(page)
    page.emulate_media(color_scheme="dark")
    measured.axe["360 gelap"] = colour_faults(page, good)
    page.set_viewport_size(DESK)
    measured.axe["1280 gelap"] = colour_faults(page, good)
    page.emulate_media(color_scheme="light")
    measured.axe["1280 terang"] = (_faults(page, "structure") if first else []) + colour_faults(page, good)
    measured.small += page.evaluate("smallTargets()")
    measured.overflow[1280] = _overflow(page)
    page.set_viewport_size(ZOOMED)
    measured.overflow[320] = _overflow(page)
    measured.policy = page.evaluate("uji.langgar")


def _faults(page: Page, question: str) -> list[str]:
    found: list[str] = page.evaluate("question => faults(question)", question)
    return found


def colour_faults(page: Page, good: set[str]) -> list[str]:
    """What axe finds wrong with the colours now shown; not asked of the looks in `good`, which those found good now join."""
    asked = page.evaluate("known => colourFaults(known)", list(good))
    if not asked["faults"]:
        good.update(asked["looks"])
    return list(asked["faults"])


def _overflow(page: Page) -> list[str]:
    found = page.evaluate("overflow()")
    return [f"+{found['by']} px", *found["what"]] if found["by"] else []


def _skip_link(page: Page) -> str:
    """Empty when the first stop of the Tab key is the visible skip link, and it leads to the content, or when there is no
    menu to skip, as on the small page for frames; else what happens."""
    if page.evaluate("!document.querySelector('nav')"):
        return ""
    page.keyboard.press("Tab")
    first = page.evaluate(
        "() => { const e = document.activeElement, b = e.getBoundingClientRect();"
        " return [e.textContent.trim(), b.top >= 0 && b.left >= 0 && b.width > 40 && b.height > 20] }"
    )
    page.keyboard.press("Enter")
    target = page.evaluate("document.activeElement.id")
    page.evaluate("document.activeElement.blur(), history.replaceState(null, '', location.pathname), scrollTo(0, 0)")
    return "" if first == ["Lompat ke isi", True] and target == "isi" else f"{first} → #{target}"
