"""The desk's forms on a screen: no fault of access, nothing that runs over the edge, in both schemes, refused ones too."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from cli.meja.desk import Desk
from cli.meja.desk_app import desk_app
from playwright.sync_api import Browser, Page, expect
from small.desk_client import desk_at
from support.zi_command import ROOT
from sweep import accessible
from werkzeug.serving import make_server

SCREENS = (
    "/kanal/", "/kanal/kantor/", "/kanal/kpk/", "/kanal/baru/", "/pengaduan/", "/pengaduan/2026-10/", "/pengaduan/2026-09/",
    "/laporan/", "/laporan/2026/gratifikasi/", "/laporan/2026/spip/", "/laporan/2026/survei/ikm/",
    "/laporan/2026/survei/spak-2/?jenis=spak", "/kantor/", "/kantor/?tersimpan=1", "/pemetaan/2026/",
    "/pemetaan/2026/A.1.I.ii.c/langsung/", "/pemetaan/2026/A.1.III.i.a/langsung/", "/pemetaan/2026/penegasan/",
)  # fmt: skip
WIDTHS = {"light": 1280, "dark": 320}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of the sample office, served; a month waits for its release."""
    folder = tmp_path_factory.mktemp("kantor")
    for name in ("data", "data-tertutup"):
        shutil.copytree(ROOT / "tests" / "offices" / "contoh" / name, folder / name)
    (folder / "data/2026/pengaduan/10.yml").unlink()
    found = desk_at(folder / "data")
    server = make_server("127.0.0.1", 0, desk_app(found), threaded=True)
    found.host = f"127.0.0.1:{server.server_port}"
    found.choose_role("Tim Contoh")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join(10)


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page of a browser that was let in: light and wide, or dark and as narrow as they come. Whatever the console says is a
    fault."""
    context = browser.new_context(
        viewport={"width": WIDTHS[request.param], "height": 800}, color_scheme=request.param, locale="id-ID"
    )
    opened, said = context.new_page(), list[str]()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(desk.address)
    yield opened
    context.close()
    assert [text for text in said if "422" not in text] == []  # Chromium notes what a form was answered


def faults(page: Page, good: set[str]) -> list[str]:
    """What axe finds, and whether the page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return accessible(page, good) + ["wider than the window"] * bool(wide)


def test_every_screen(page: Page, desk: Desk) -> None:
    """axe finds nothing on any screen, with everything unfolded too, and nothing runs over the edge of 320 px."""
    found, good = {}, set[str]()
    for address in SCREENS:
        answer = page.goto(f"http://{desk.host}{address}")
        assert answer is not None
        assert answer.ok
        for unfolded in (False, True):
            if unfolded:
                page.evaluate("document.querySelectorAll('details').forEach(item => { item.open = true; })")
            if told := faults(page, good):
                found[address, unfolded] = told
    assert found == {}


def test_refused_screens(page: Page, desk: Desk) -> None:
    """A refused form moves to its summary, whose links lead to the fields; axe finds nothing on it."""
    page.goto(f"http://{desk.host}/laporan/2026/survei/ikm/")
    page.get_by_label("Responden").fill("6,2")
    page.get_by_label("Judul", exact=True).fill("")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(".rks")).to_be_focused()
    page.get_by_role("link", name="Responden: ").click()
    assert page.evaluate("document.activeElement === document.body || document.activeElement.id === 'responden'")
    assert page.locator(":target").get_attribute("id") == "responden"
    assert faults(page, set()) == []
    page.goto(f"http://{desk.host}/pengaduan/2026-10/")
    page.get_by_label("Pelayanan").fill("4")
    page.get_by_role("button", name="Simpan bulan ini").click()
    assert "Selisih 1." in page.inner_text(".rks")
    assert faults(page, set()) == []


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
