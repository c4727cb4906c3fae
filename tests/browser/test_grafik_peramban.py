"""The charts in a real browser: as wide as the smallest phone, and in colours that are not ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

SMALL = {"width": 320, "height": 700}
PAGES = ["", "capaian/2026/", "rencana-aksi/2026/kelompok-v/", "rencana-aksi/2026/v-1-b/"]
OPEN = "document.querySelectorAll('.zi-kembar').forEach(twin => twin.open = true)"


@pytest.mark.parametrize("path", PAGES)
def test_charts_and_tables_fit_the_smallest_phone(
    path: str, browser: Browser, serve: Callable[[Path], str], contoh: Path
) -> None:
    """At 320 pixels nothing scrolls sideways, also with every table opened, and no word of a chart is smaller than 9 pixels."""
    page = browser.new_page(viewport=SMALL)  # type: ignore[arg-type]
    page.goto(serve(contoh) + path)
    page.evaluate(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    sizes = page.evaluate(
        """[...document.querySelectorAll('.zi-grafik text')].filter(text => getComputedStyle(text).display !== 'none')
        .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
    )
    assert min(sizes, default=9) >= 9
    page.close()


def colours(browser: Browser, address: str, selector: str, **context: str) -> set[tuple[int, ...]]:
    """The colours of a chart as painted."""
    opened = browser.new_context(viewport={"width": 360, "height": 700}, **context)  # type: ignore[arg-type]
    page = opened.new_page()
    page.goto(address)
    image = Image.open(io.BytesIO(page.locator(selector).first.screenshot())).convert("RGB")
    opened.close()
    return {colour for _, colour in image.getcolors(1 << 20) or []}


@pytest.mark.parametrize("selector", [".zi-strip", ".zi-peta", ".zi-tumpuk", ".zi-cincin"])
def test_charts_in_every_scheme(selector: str, browser: Browser, serve: Callable[[Path], str], contoh: Path) -> None:
    """A chart is painted in the colour of its states in light and in dark; in forced colours in the reader's two, and
    in none of ours."""
    path = "rencana-aksi/2026/v-1-b/" if selector == ".zi-strip" else "capaian/2026/"
    address = serve(contoh) + path
    light, dark = (0x09, 0x5B, 0x41), (0x5C, 0xC9, 0xA0)
    assert light in colours(browser, address, selector, color_scheme="light")
    assert dark in colours(browser, address, selector, color_scheme="dark")
    for scheme, front, ground in (("light", (0, 0, 0), (255, 255, 255)), ("dark", (255, 255, 255), (0, 0, 0))):
        found = colours(browser, address, selector, color_scheme=scheme, forced_colors="active")
        assert {front, ground} <= found
        assert not {light, dark} & found
