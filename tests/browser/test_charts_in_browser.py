"""The charts in a real browser: as wide as the smallest phone, and in colours that are not ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

PAGES = [
    "",
    "capaian/2026/",
    "rencana-aksi/2026/kelompok-v/",
    "rencana-aksi/2026/v-1-b/",
    "pengaduan/statistik/2026/",
    "survei/",
    "spip/",
]
# A colour of each chart in light and in dark, by the page where it stands.
GREEN, BLUE = ((0x09, 0x5B, 0x41), (0x5C, 0xC9, 0xA0)), ((0x23, 0x4F, 0x8E), (0x8D, 0xB8, 0xF5))
CHARTS = {
    "rencana-aksi/2026/": {".zi-status .zi-deret": GREEN},
    "rencana-aksi/2026/v-1-b/": {".zi-bulan": GREEN},
    "capaian/2026/": {".zi-peta": GREEN, ".zi-tumpuk": GREEN, ".zi-bulanan": GREEN, ".zi-kurva": GREEN},
    "survei/": {".zi-batangan": BLUE},
    "pengaduan/statistik/2026/": {".zi-tiangan": GREEN},
}
SMALL_WORDS = """[...document.querySelectorAll('.zi-grafik text')].filter(text => text.getClientRects().length)
  .map(text => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])
  .filter(([, size]) => size < 11.95)"""
GAPS = """[...document.querySelectorAll('.zi-peta')].flatMap(map => {
  const boxes = [...map.querySelectorAll('.bulan')].map(text => text.getBoundingClientRect());
  return boxes.slice(1).map((box, n) => box.left - boxes[n].right);
})"""
MEETINGS = """[...document.querySelectorAll('svg.zi-grafik')].flatMap(svg => {
  // A box is as high as its font; a quarter of it above and below is empty.
  const ink = ({left, right, top, bottom, height}) =>
    ({left, right, top: top + height / 4, bottom: bottom - height / 4});
  const words = [...svg.querySelectorAll('text')].filter(text => text.getClientRects().length)
    .map(text => [text.textContent, ink(text.getBoundingClientRect())]), frame = svg.getBoundingClientRect();
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return words.flatMap(([text, box], n) => [
    ...words.slice(n + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${text} × ${other}`),
    ...(box.left < frame.left - 8 || box.right > frame.right + 8 ? [`${text} →`] : []),
  ]);
})"""


@pytest.mark.parametrize("office", ["contoh", "situs"])
@pytest.mark.parametrize("path", PAGES)
def test_words_of_charts_can_be_read(
    path: str, office: str, browser: Browser, serve: Callable[[Path], str], request: pytest.FixtureRequest
) -> None:
    """On phones, tablets and desks every word that a chart shows is at least 12 pixels high as it is shown, and the map's names
    of months don't touch each other. On the smallest phone no word of a chart covers another of its words, nor leaves the
    chart."""
    page = browser.new_page()
    page.goto(serve(request.getfixturevalue(office)) + path)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL_WORDS) == [], width
        assert min(page.evaluate(GAPS), default=4) >= 2, width
        assert width > 320 or page.evaluate(MEETINGS) == []
    page.close()


def test_counts_of_months_are_a_table_on_a_phone(browser: Browser, serve: Callable[[Path], str], contoh: Path) -> None:
    """Below 30rem complaints by month are a table in sight, without the chart, whose bars would be too thin; above it both."""
    page = browser.new_page()
    page.goto(serve(contoh) + "pengaduan/statistik/2026/")
    for width, seen in ((360, False), (768, True)):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".zi-tiangan").is_visible() is seen
        assert page.locator("[data-tabel=bulan] [data-bulan='1']").is_visible()
    page.close()


def colours(page: Page, selector: str, scheme: Literal["light", "dark"], *, forced: bool = False) -> set[tuple[int, ...]]:
    """The colours of a chart as painted."""
    page.emulate_media(color_scheme=scheme, forced_colors="active" if forced else "none")
    image = Image.open(io.BytesIO(page.locator(selector).first.screenshot())).convert("RGB")
    return {colour for _, colour in image.getcolors(1 << 20) or []}


@pytest.mark.parametrize("path", CHARTS)
def test_charts_in_every_scheme(path: str, browser: Browser, serve: Callable[[Path], str], contoh: Path) -> None:
    """A chart is painted in the colour of its states in light and in dark; in forced colours in the reader's two, and
    in none of ours."""
    page = browser.new_page(viewport={"width": 500, "height": 700}, reduced_motion="reduce")
    page.goto(serve(contoh) + path)
    for selector, (light, dark) in CHARTS[path].items():
        assert light in colours(page, selector, "light"), selector
        assert dark in colours(page, selector, "dark"), selector
        schemes: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
        for scheme in schemes:
            found = colours(page, selector, scheme, forced=True)
            assert {(0, 0, 0), (255, 255, 255)} <= found, selector
            assert not {light, dark} & found, selector
    page.close()
