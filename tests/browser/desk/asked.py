"""axe, asked of the desk's screens in a narrow and a wide window, in light and in dark, and of nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from sweep import ASKED, AXE, DESK, ZOOMED

WINDOWS = (ZOOMED, DESK)
SCRIPTS = (AXE, ASKED, Path(__file__).with_name("asked.js").read_text(encoding="utf-8"))
WRITE = """async (html) => {
  document.open();
  document.write(html);
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")];
  await Promise.all(styles.map((one) => one.sheet || new Promise((done) => one.addEventListener("load", done))));
  document.close();
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
}"""
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


@dataclass
class Asked:
    """What is asked of pages, and the looks of texts that were found good so far."""

    looks: set[str] = field(default_factory=set)

    def ready(self, page: Page) -> None:
        """Give a document what it is asked with, where it is a new one."""
        if not page.evaluate("'good' in window"):
            for script in SCRIPTS:
                page.evaluate(script)
            page.evaluate("looks => looks.forEach((look) => good.looks.add(look))", list(self.looks))

    def built(self, page: Page) -> list[str]:
        """What axe finds wrong with the structure of a page as it is now, where nothing in its document had this shape; and
        what runs over the edge of its window."""
        return list(page.evaluate("built()"))

    def faults(self, page: Page) -> list[str]:
        """The same, and what axe finds wrong with the colours of each new look, in light and in dark."""
        found, dark = self.built(page), self._coloured(page)
        page.emulate_media(color_scheme="light" if dark["dark"] else "dark")
        return [*found, *dark["faults"], *self._coloured(page)["faults"]]

    def _coloured(self, page: Page) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate("coloured()")
        self.looks.update(found["fresh"])
        return found

    def in_each_window(self, page: Page) -> list[str]:
        """The faults in both windows of a page that was opened."""
        self.ready(page)
        found, own = [], page.viewport_size
        assert own
        for window in WINDOWS:
            page.set_viewport_size(window)
            found += self.faults(page)
        page.set_viewport_size(own)
        return found


@dataclass
class Tab:
    """A tab of a browser that was let in by a desk, with all that was asked of it and that its console said. Screens are
    written into its one document, as a network brings them: the desk's policy holds for each, and axe need not be read anew."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def show(self, html: str) -> Page:
        """Show a screen."""
        self.page.evaluate(WRITE, html)
        return self.page


@contextmanager
def tab_at(address: str, browser: Browser) -> Iterator[Tab]:
    """A tab at a desk's address."""
    with browser.new_context(locale="id-ID", viewport=DESK) as context:
        tab = Tab(context.new_page())
        tab.page.on("request", lambda request: tab.requests.append(request.url))
        tab.page.on("console", lambda message: tab.said.append(message.text))
        tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.page.goto(address)
        yield tab
