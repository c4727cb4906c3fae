"""A tab of a browser that keeps account of what each page brings, says and moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from measured import Visit
from playwright.sync_api import Browser, ViewportSize
from sweep import ASKED, AXE

READING = Path(__file__).with_name("reading.js").read_text(encoding="utf-8")

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
# What pages are asked, ready when they come; axe, which is large, only when it is called.
QUESTIONS = f"(() => {{ {ASKED}\n{READING}\nwindow.startAxe = () => {{ {AXE}\n}}; }})()"


class Tab:
    """One tab of a browser, which tells what each page that is opened in it brought, and what it said."""

    def __init__(self, browser: Browser, base: str, viewport: ViewportSize, *, keeps: bool) -> None:
        self.base = base
        self.context = browser.new_context(viewport=viewport, locale="id-ID", reduced_motion="reduce", color_scheme="light")
        self.scheme: Literal["light", "dark"] = "light"
        self.context.add_init_script(WATCH)
        self.context.add_init_script(QUESTIONS)
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
        self.session.on("Network.loadingFailed", self._failed)

    def __enter__(self) -> Tab:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open(self, path: str) -> int:
        """Open a page; gives its status. What still comes while the page is looked at counts as well."""
        self.visit, self.said, self.counted = Visit(), [], set()
        response = self.page.goto(self.base + path)
        assert response
        return response.status

    @property
    def mode(self) -> str:
        """The width and the scheme of the tab, as they are called in the findings."""
        assert self.page.viewport_size
        return f"{self.page.viewport_size['width']} {'terang' if self.scheme == 'light' else 'gelap'}"

    def turn(self) -> None:
        """Change to the other colour scheme, in which the next page comes as well."""
        self.scheme = "light" if self.scheme == "dark" else "dark"
        self.page.emulate_media(color_scheme=self.scheme)

    def arrival(self) -> dict[str, Any]:
        """How the page came, and what moved meanwhile; unfolds it. What was folded away is none of the visit."""
        found: dict[str, Any] = self.page.evaluate("({ ...arrival(), moved: uji.siapa, shift: uji.geser })")
        self.counted.update(found["folded"])
        return found

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

    def _failed(self, event: dict[str, Any]) -> None:
        if not event.get("canceled"):  # by the next page, of pictures that were folded away
            self.visit.failed.append(event["errorText"])

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
