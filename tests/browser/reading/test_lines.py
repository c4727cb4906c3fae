"""Lines that unfold: the plan and the quarters' sheets on a phone, an action's fulfilled months; whole on desk and paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pypdf import PdfReader
from support.system_tools import program
from sweep import DESK, PHONE

PLAN, ACTION, QUARTER = "rencana-aksi/2026/", "rencana-aksi/2026/v-1-b/", "capaian/2026/triwulan-1/"


# For each field of the filter that offers a word: how many pixels the word leaves free.
ROOMS = """(word) => [...document.querySelectorAll(".zi-saring select")]
  .filter((field) => [...field.options].some((option) => option.text === word)).map((field) => {
    const style = getComputedStyle(field), text = new OffscreenCanvas(1, 1).getContext("2d");
    text.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 16;
    return room - text.measureText(word).width;
  })"""


@pytest.fixture
def open_page(browser: Browser, alamat: str) -> Iterator[Callable[[str, ViewportSize], Page]]:
    """Open a page of the sample's site in a window of a size."""
    contexts = []

    def start(path: str, viewport: ViewportSize) -> Page:
        contexts.append(browser.new_context(viewport=viewport, locale="id-ID"))
        page = contexts[-1].new_page()
        page.goto(alamat + path)
        return page

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    "asked", ["kata=laporan", "kata=tahunan&kelompok=II", "bulan=7", "keadaan=belum_dilaporkan", "kata=tidak-ada-yang-begini"]
)
def test_the_same_hits_on_phone_and_desk(open_page: Callable[[str, ViewportSize], Page], asked: str) -> None:
    """A filter finds the same actions on a phone, where most of a row is folded away, as on a desk."""
    found = {}
    for name, window in (("ponsel", PHONE), ("meja", DESK)):
        page = open_page(f"{PLAN}?{asked}", window)
        rows = page.locator("tr[data-kode]:visible").all()
        found[name] = ([row.get_attribute("data-kode") for row in rows], page.inner_text("#saring-hasil"))
    assert found["ponsel"] == found["meja"]
    assert bool(found["meja"][0]) == ("begini" not in asked)


def test_choices_are_not_cut(open_page: Callable[[str, ViewportSize], Page]) -> None:
    """On a phone a chosen word of the filter has room within its field, beside the field's arrow."""
    page = open_page(PLAN, PHONE)
    for chosen in ("Semua kelompok", "Semua bulan", "Semua status", "Menunggu verifikasi"):
        rooms = page.evaluate(ROOMS, chosen)
        assert rooms, chosen
        assert min(rooms) >= 0, chosen


@pytest.mark.parametrize(("path", "cell"), [(PLAN, "[data-kolom=langkah_aksi]"), (QUARTER, "[data-label='Laporan dan bukti']")])
def test_a_line_unfolds(open_page: Callable[[str, ViewportSize], Page], path: str, cell: str) -> None:
    """On a phone a row is a line that a touch anywhere unfolds and folds again; its code leads to the action. On a desk the
    row is whole, and there is nothing to unfold."""
    page = open_page(path, PHONE)
    row = page.locator("tr[data-keadaan]").first
    assert not row.locator(cell).is_visible()
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    assert box["height"] < 100
    page.mouse.click(box["x"] + box["width"] - 60, box["y"] + box["height"] - 8)
    assert row.locator(cell).is_visible()
    row.locator("summary").press("Enter")
    assert not row.locator(cell).is_visible()
    row.locator("th a").click()
    assert page.url.endswith("rencana-aksi/2026/i-1/")
    desk = open_page(path, DESK).locator("tr[data-keadaan]").first
    assert desk.locator(cell).is_visible()
    assert not desk.locator("summary").is_visible()


def test_folds_of_an_action(open_page: Callable[[str, ViewportSize], Page]) -> None:
    """Of the fulfilled months the latest is open, the others unfold; what is late stands before them, in the open."""
    page = open_page(ACTION, PHONE)
    folds = page.locator("details[data-keadaan=terpenuhi]")
    assert [fold.get_attribute("open") is not None for fold in folds.all()] == [True, *[False] * (folds.count() - 1)]
    late = page.locator("div[data-keadaan=terlambat]")
    assert late.locator(".zi-bukti").is_visible()
    assert late.bounding_box()["y"] < folds.first.bounding_box()["y"]  # type: ignore[index]
    second = folds.nth(1)
    assert not second.locator(".zi-teks").first.is_visible()
    second.locator("summary").first.click()
    assert second.locator(".zi-teks").first.is_visible()


def test_evidence_is_small(open_page: Callable[[str, ViewportSize], Page]) -> None:
    """A piece of evidence is one link with its picture or its form in a square of 72 pixels."""
    page = open_page("rencana-aksi/2026/i-3/", PHONE)
    sizes = page.evaluate(
        """[...document.querySelectorAll(".zi-foto > :first-child")].filter((e) => e.checkVisibility())
        .map((e) => [Math.round(e.getBoundingClientRect().width), Math.round(e.getBoundingClientRect().height)])"""
    )
    assert sizes
    assert {tuple(size) for size in sizes} == {(72, 72)}


@pytest.mark.parametrize("path", [PLAN, ACTION, QUARTER])
def test_paper_shows_what_is_folded(open_page: Callable[[str, ViewportSize], Page], path: str, tmp_path: Path) -> None:
    """Printed from a phone, a page shows what its lines and folds hold; the sheets are tables on landscape paper."""
    page = open_page(path, PHONE)
    folded = page.evaluate(
        """[...document.querySelectorAll("main :is([data-kolom], [data-label], .zi-teks)")]
        .map((e) => e.textContent.trim().split(/\\s+/)[0]).filter(Boolean)"""
    )
    (tmp_path / "cetak.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    command = [program("pdftotext"), "-enc", "UTF-8", str(tmp_path / "cetak.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    letters = re.sub(r"[\s-]", "", text)
    assert sorted({word for word in folded if re.sub("-", "", word) not in letters}) == []
    sheet = PdfReader(tmp_path / "cetak.pdf").pages[0].mediabox
    assert (sheet.width > sheet.height) == (path != ACTION)
