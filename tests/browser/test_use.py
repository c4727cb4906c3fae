"""What people do on the built pages, in a real browser: filter, follow, switch years; and what hostile data can't do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from site_pages_of import pages_of
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, zi
from sweep import PHONE


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the real site; fails the test when it asks another host or logs an error."""
    contexts, faults = [], []

    def start(path: str, *, viewport: ViewportSize = PHONE, dark: bool = False, script: bool = True) -> Page:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport=viewport, color_scheme=scheme, java_script_enabled=script, locale="id-ID")
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: request.url.startswith((address, "data:")) or faults.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + path)
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults


def test_filter(open_page: Callable[..., Page]) -> None:
    """Words, group and month each narrow the plan, together narrow it further, and the count is told."""
    page = open_page("rencana-aksi/2026/")
    rows, told = page.locator("tr[data-kode]:visible"), page.locator("#saring-hasil")
    assert (rows.count(), told.inner_text()) == (43, "Semua 43 aksi")
    page.select_option("#saring-kelompok", "II")
    assert (rows.count(), told.inner_text()) == (5, "5 dari 43 aksi")
    page.fill("#saring-kata", "LAPORAN tahunan")
    assert [row.get_attribute("data-kode") for row in rows.all()] == ["II.3"]
    page.select_option("#saring-bulan", "1")
    assert rows.count() == 0
    assert page.locator("#saring-kosong").is_visible()
    page.click("button[type=reset]")
    expect(rows).to_have_count(43)


def test_filter_from_the_address(open_page: Callable[..., Page]) -> None:
    """A link can carry a filter, as the days on the home page do; an unknown value hides nothing for good."""
    page = open_page("rencana-aksi/2026/?bulan=11")
    assert page.locator("tr[data-kode]:visible").count() == 11
    assert page.input_value("#saring-bulan") == "11"
    page = open_page("rencana-aksi/2026/?kelompok=<img>&x=1")
    assert page.locator("tr[data-kode]:visible").count() == 43


def test_months_lead_to_their_actions(open_page: Callable[..., Page]) -> None:
    """A month of the page of what was done opens the plan filtered to the same number of actions."""
    page = open_page("capaian/2026/")
    page.locator("section[aria-labelledby=per-bulan] summary").click()
    line = page.locator("[data-tabel=per-bulan] tbody tr", has_text="Maret")
    told = int(line.locator("td").last.inner_text())
    line.locator("a").click()
    page.wait_for_selector("#saring:not([hidden])")
    assert page.locator("tr[data-kode]:visible").count() == told


def test_days_to_come_lead_to_their_actions(open_page: Callable[..., Page]) -> None:
    """A day on the home page opens the plan filtered to as many actions as it says that fall due."""
    page = open_page("")
    day = page.locator("[data-tenggat='2026-11-30'] a")
    told = day.locator("span").inner_text()
    day.click()
    expect(page.locator("tr[data-kode]:visible")).to_have_count(int(told.removesuffix(" janji")))


@pytest.mark.parametrize("office", ["alamat", "address"])
def test_from_home_on_a_phone(office: str, browser: Browser, request: pytest.FixtureRequest) -> None:
    """The first screen of a phone has a number to call, which one tap dials, and both buttons; the longest late action stands
    with its days on the first two screens. Tapping to report shows what may have happened, without a scroll."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(request.getfixturevalue(office))
    phones = page.locator("a[href^='tel:']")
    first = [phone for phone in phones.all() if bottom(phone) <= 800]
    assert first
    assert all(re.fullmatch(r"tel:[+0-9]{3,16}", phone.get_attribute("href") or "") for phone in first)
    assert all(bottom(button) <= 800 for button in page.locator(".zi-hero .zi-btn").all())
    late = page.locator("[data-lewat]").first
    assert re.search(r"\b\d+ hari$", late.inner_text())
    assert bottom(late) <= 1600
    page.click("text=Saya ingin melapor")
    page.wait_for_url("**/#lapor")
    assert bottom(page.locator(".zi-situasi a").first) <= 800
    page.close()


def bottom(target: Locator) -> float:
    """The lower edge of something in the window, in pixels from its top."""
    box = target.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_actions_lead_on(open_page: Callable[..., Page], address: str) -> None:
    """From an action one goes on to the next in the order of the annex."""
    page = open_page("rencana-aksi/2026/i-3/")
    page.click("a[rel=next]")
    assert page.url == f"{address}rencana-aksi/2026/i-4-a/"


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of an office with the plans of two years."""
    base = tmp_path_factory.mktemp("tahun")
    root = write_kantor(base / "data", {2025: [row("I.1")], 2026: [row("I.1"), row("I.2", "Per Triwulan")]})
    done = zi("bangun", "--data", str(root), "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(base / "situs"))
    assert done.returncode == 0, done.stderr
    return serve(base / "situs")


def test_year_switch(two_years: str, browser: Browser) -> None:
    """Where there are several years, plan and achievements of each are one press away, and the year shown is marked."""
    page = browser.new_page(viewport=PHONE)
    for place in ("rencana-aksi", "capaian"):
        page.goto(f"{two_years}{place}/2026/")
        assert page.inner_text("nav[aria-label='Pilih tahun'] [aria-current=page]") == "2026"
        page.click("nav[aria-label='Pilih tahun'] >> text=2025")
        assert page.url == f"{two_years}{place}/2025/"
        assert page.inner_text("nav[aria-label='Pilih tahun'] [aria-current=page]") == "2025"
        assert "2025" in page.inner_text("h1")
    page.close()


@pytest.mark.parametrize(("days", "told"), [(3, ""), (4, "Sudah 4 hari tidak diperbarui")])
def test_old_data_are_told(days: int, told: str, browser: Browser, alamat: str) -> None:
    """When the date that a page is about lies more than three days back, the page says so."""
    context = browser.new_context(locale="id-ID")
    page = context.new_page()
    noon = datetime(PER_TANGGAL.year, PER_TANGGAL.month, PER_TANGGAL.day, 12, tzinfo=UTC)
    page.clock.set_fixed_time(noon + timedelta(days=days))
    page.goto(alamat)
    text = page.inner_text("[data-per]")
    assert (told in text) if told else ("tidak diperbarui" not in text)
    context.close()


HOSTILE = (
    "</title></p></div></script><script>window.jahat=1</script><img src=x onerror='window.jahat=1'>"
    "\"'><svg onload=window.jahat=1> **tebal** [tautan](javascript:window.jahat=1) {{ 7*7 }} {% raw %} | # ``` &lt;b&gt;"
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from an office that writes HTML, Markdown and template code into every text field."""
    base = tmp_path_factory.mktemp("jahat")
    note = {"jenis": "keraguan", "keyakinan": "rendah", "penjelasan": HOSTILE, "dibaca": HOSTILE}
    words = dict.fromkeys(("komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_capaian"), HOSTILE)
    schedule = {"jadwal": [{"periode": "2026-07", "tenggat": PER_TANGGAL}], "alasan_jadwal": HOSTILE}
    hostile_row = row("I.1", HOSTILE, **words, **schedule, catatan=[note])  # type: ignore[arg-type]
    decree = dict.fromkeys(("nomor", "judul", "tentang", "tempat", "pembuka", "menetapkan"), HOSTILE) | {
        "menimbang": [{"huruf": "a", "teks": HOSTILE, "catatan": [note]}],
        "diktum": [{"diktum": HOSTILE, "teks": HOSTILE, "butir": [{"nomor": 1, "teks": HOSTILE}]}],
        "penandatangan": {"jabatan": HOSTILE, "keterangan": HOSTILE, "nama": HOSTILE},
        "pengesahan": {"teks": HOSTILE, "unit": HOSTILE, "jabatan": HOSTILE},
        "catatan": [note],
    }
    situs = {"kantor": HOSTILE, "kantor_lengkap": HOSTILE, "provinsi": HOSTILE}
    root = write_kantor(base / "data", {2026: [hostile_row]}, situs=situs, **decree)
    done = zi("bangun", "--data", str(root), "--per-tanggal", PER_TANGGAL.isoformat(), "--keluaran", str(base / "situs"))
    assert done.returncode == 0, done.stderr
    return base / "situs"


def test_hostile_words_stay_words(hostile_site: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    """Nothing that people write runs, becomes markup or a link; it is shown as the words it is, on every page. The policy is
    switched off, so that it can't hide a hole."""
    base = serve(hostile_site)
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for path in pages_of(hostile_site):
        page.goto(base + path)
        assert page.evaluate("typeof window.jahat") == "undefined", path
        assert page.locator("img[onerror], svg[onload], a[href^='javascript']").count() == 0, path
    page.goto(f"{base}rencana-aksi/2026/i-1/")
    assert page.locator("[data-kolom=indikator]").inner_text() == HOSTILE
    assert page.title().startswith(f"Aksi I.1 · {HOSTILE}")
    assert not dialogs
    context.close()
