"""Other ways to read the same pages: by keyboard, without JavaScript, in forced colours, on paper, in the dark, through
assistive technology. One page of each kind, which is read from the built folder."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from site_pages_of import one_of_each_kind
from support.system_tools import program
from sweep import DESK, PHONE
from tour import BY_SCRIPT, TEXT, Tour, toured


@pytest.fixture(scope="module")
def kinds(contoh: Path) -> dict[str, str]:
    """A page of each kind."""
    return one_of_each_kind(contoh)


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A reader with a phone; a test may say otherwise by parametrizing this."""
    options: dict[str, Any] = {"viewport": PHONE, "locale": "id-ID"} | getattr(request, "param", {})
    context = browser.new_context(**options)
    yield context
    context.close()


@pytest.fixture(scope="module")
def on_phone(browser: Browser, kinds: dict[str, str], alamat: str) -> Tour:
    """Each kind of page on a phone."""
    return toured(browser, kinds, alamat, PHONE)


@pytest.fixture(scope="module", params=["360", "1280"])
def tour(request: pytest.FixtureRequest, browser: Browser, kinds: dict[str, str], alamat: str) -> Tour:
    """Each kind of page on a phone, and on a desk."""
    return request.getfixturevalue("on_phone") if request.param == "360" else toured(browser, kinds, alamat, DESK)


def test_readable_without_javascript(on_phone: Tour, kinds: dict[str, str], browser: Browser, alamat: str) -> None:
    """Every kind of page shows the same text without JavaScript, forms and buttons excepted, which are not shown then."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    for kind, path in kinds.items():
        page.goto(alamat + path)
        assert not page.locator(f"{BY_SCRIPT} >> visible=true").count(), path
        assert page.evaluate(TEXT) == on_phone[kind].text, path
    context.close()
    assert all(seen.text for seen in on_phone.values())


def test_keyboard_reaches_everything(tour: Tour) -> None:
    """The Tab key goes once through everything that can be used and out again: each stop is on the screen, covered by
    nothing, and ringed; going back works as well."""
    assert {kind: seen.keyboard for kind, seen in tour.items() if seen.keyboard} == {}


def test_menu(context: BrowserContext, alamat: str) -> None:
    """On a phone the menu opens by key and by touch, closes by Escape, which gives the focus back, and by a touch elsewhere;
    its entries lead on, and the page's own is marked."""
    page = context.new_page()
    page.goto(f"{alamat}capaian/2026/")
    entry = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Tolak Gratifikasi")
    assert not entry.is_visible()
    page.focus("[popovertarget=zi-menu]")
    page.keyboard.press("Enter")
    assert entry.is_visible()
    assert page.inner_text("#zi-menu [aria-current=page]") == "Capaian"
    page.keyboard.press("Escape")
    assert not entry.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Menu"
    page.click("[popovertarget=zi-menu]")
    assert entry.is_visible()
    page.mouse.click(180, 700)
    assert not entry.is_visible()
    page.click("[popovertarget=zi-menu]")
    entry.click()
    assert page.url == f"{alamat}tolak-gratifikasi/"


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_menu_without_javascript(context: BrowserContext, alamat: str) -> None:
    """The menu opens and leads on without JavaScript; on a desk its entries stand in the open anyway."""
    page = context.new_page()
    page.goto(f"{alamat}metode/")
    page.click("[popovertarget=zi-menu]")
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Lapor").click()
    assert page.url == f"{alamat}lapor/"
    page.set_viewport_size(DESK)
    assert page.get_by_role("navigation", name="Menu").get_by_role("link", name="Capaian").is_visible()


def dark(page: Page) -> bool:
    """Whether the page is dark to look at."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) < 200


@pytest.mark.parametrize("device", ["light", "dark"])
def test_colour_scheme(device: str, browser: Browser, alamat: str) -> None:
    """The reader's choice goes from the device's scheme to light, to dark, and around; it is kept on other pages and later
    visits, said to assistive technology, and is the only thing that is ever stored."""
    context = browser.new_context(viewport=PHONE, color_scheme=device)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(alamat)
    button = page.locator("#zi-skema")
    assert dark(page) == (device == "dark")
    seen = []
    for wanted in (False, True):
        button.click()
        seen.append(button.inner_text())
        assert dark(page) is wanted
        page.goto(f"{alamat}metode/")
        assert dark(page) is wanted
        assert button.inner_text() == seen[-1]
        assert page.evaluate("Object.entries({...localStorage})") == [["zi-skema", "gelap" if wanted else "terang"]]
    button.click()
    assert dark(page) == (device == "dark")
    assert seen == ["Tema warna: terang", "Tema warna: gelap"]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert context.cookies() == []
    context.close()


def test_forced_colours(on_phone: Tour) -> None:
    """With the colours of the reader's system, light or dark, every text keeps its contrast, buttons and fields have borders,
    and drawn shapes stay to be seen."""
    assert {kind: seen.forced for kind, seen in on_phone.items() if seen.forced} == {}


def test_reduced_motion(on_phone: Tour) -> None:
    """Nothing moves, fades or glides for readers who asked for that."""
    assert {kind: seen.moving for kind, seen in on_phone.items() if seen.moving} == {}


def test_tables_stay_tables(tour: Tour) -> None:
    """Assistive technology meets every table with its name, rows, cells and heads, also where cards are shown instead."""
    for kind, seen in tour.items():
        there, met, names = seen.tables
        assert met == there, kind
        assert all(names), kind
    assert sum(seen.tables[0]["table"] for seen in tour.values()) > 3


CLUTTER = ("Lompat ke isi", "Cari aksi", "Tema warna", "Hapus saringan", "Langsung ke kelompok", "Sebelumnya", "Glosarium")


@pytest.mark.parametrize("kind", ["rencana_tahun", "aksi", "triwulan"])
def test_print(kind: str, kinds: dict[str, str], browser: Browser, alamat: str, tmp_path: Path) -> None:
    """On paper, plan, action and quarter carry every word of the page, the office and the day, on white, whatever the colours
    on the screen; and nothing that can only be pressed."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(alamat + kinds[kind])
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert re.findall(r"\d+", ground)[:3] in (["255"] * 3, ["0"] * 3)
        assert page.evaluate("getComputedStyle(document.querySelector('main h1')).color") == "rgb(0, 0, 0)"
    page.evaluate("document.querySelectorAll('.zi-sr').forEach((hidden) => hidden.remove())")
    words = set(re.split(r"[\s[/-]+", page.inner_text("main")))
    (tmp_path / "cetak.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    context.close()
    command = [program("pdftotext"), "-enc", "UTF-8", str(tmp_path / "cetak.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert not [item for item in CLUTTER if item in text]
    assert "Data per 24 November 2026" in text
    assert [item for item in ("KPU Kabupaten Contoh", "DATA CONTOH") if item not in text] == []
    letters = re.sub(r"[\s-]", "", text)  # long words are broken, also at their hyphens
    assert sorted(word for word in words if word not in letters) == []
