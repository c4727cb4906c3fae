"""The desk's forms in a browser: refused, worked out, kept while somebody types, and filled in without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import Asked, tab_at
from cli.meja.desk import Desk
from playwright.sync_api import Browser, Page, expect
from small.served_desk import Served


@pytest.fixture
def desk(served: Served) -> Desk:
    """The desk of the sample office."""
    return served.desk


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page of a browser that was let in. Whatever the console says is a fault."""
    with tab_at(desk.address, browser) as tab:
        yield tab.page
        assert [text for text in tab.said if "422" not in text] == []  # Chromium notes what a form was answered


def test_refused_screens(page: Page, desk: Desk, asked: Asked) -> None:
    """A refused form moves to its summary, whose links lead to the fields; axe finds nothing on it."""
    page.goto(f"http://{desk.host}/laporan/2026/survei/ikm/")
    page.get_by_label("Responden").fill("6,2")
    page.get_by_label("Judul", exact=True).fill("")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(".rks")).to_be_focused()
    page.get_by_role("link", name="Responden: ").click()
    assert page.evaluate("document.activeElement === document.body || document.activeElement.id === 'responden'")
    assert page.locator(":target").get_attribute("id") == "responden"
    assert asked.in_each_window(page) == []
    page.goto(f"http://{desk.host}/pengaduan/2026-10/")
    page.get_by_label("Pelayanan").fill("4")
    page.get_by_role("button", name="Simpan bulan ini").click()
    assert "Selisih 1." in page.inner_text(".rks")
    assert asked.in_each_window(page) == []


def test_enter_saves_nothing(page: Page, desk: Desk) -> None:
    """Enter in a field works the sums out, and saves nothing."""
    page.goto(f"http://{desk.host}/pengaduan/2026-09/")
    page.get_by_label("KPK", exact=True).fill("3")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "3 menurut saluran" in page.inner_text("#kategori")
    assert not (desk.data.parent / "data-tertutup/2026/pengaduan/09.yml").exists()


def test_typing_is_kept_and_counted(page: Page, desk: Desk) -> None:
    """While somebody types a month's counts, the sums follow and a draft is kept, without a button; the field keeps the
    focus."""
    page.goto(f"http://{desk.host}/pengaduan/2026-11/")
    page.get_by_label("DKPP (Sietik)", exact=True).fill("7")
    page.locator("[data-langsung='sama']", has_text="7").wait_for()
    assert "0 menurut perihal, 7 menurut saluran" in page.inner_text("#kategori")
    page.get_by_text("Draf tersimpan").wait_for()
    assert page.evaluate("document.activeElement.id") == "kanal.dkpp"
    page.goto(f"http://{desk.host}/pengaduan/2026-11/")
    assert page.get_by_label("DKPP (Sietik)", exact=True).input_value() == "7"
    page.get_by_role("button", name="Buang draf").click()
    expect(page.get_by_label("DKPP (Sietik)", exact=True)).to_have_value("")


def test_without_a_mouse(page: Page, desk: Desk) -> None:
    """A channel is tried and saved with the keyboard alone, field by field in reading order."""
    page.goto(f"http://{desk.host}/kanal/ppid-kantor/")
    tick = page.get_by_label("Sudah saya coba sendiri hari ini").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if tick.evaluate("item => item === document.activeElement"):
            break
    page.keyboard.press("Space")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent === 'Simpan saluran'"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/?tersimpan=1")
    assert "Dicoba 24 November 2026" in page.inner_text("main")
