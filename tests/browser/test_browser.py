"""The built pages in a real browser: on a phone, without JavaScript, below a sub-path, with hostile data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from kantor import row, write_kantor
from playwright.sync_api import Browser, Page, ViewportSize
from zi_command import PER_TANGGAL, zi

KINDS = [
    "", "rencana-aksi/2026/", "rencana-aksi/2026/kelompok-iv/", "rencana-aksi/2026/i-4-b/", "rencana-aksi/2026/keputusan/",
    "metode/", "glosarium/", "404.html", "capaian/2026/", "capaian/2026/triwulan-1/", "kelengkapan/", "peta-situs/",
    "lapor/", "kanal/", "dasar-hukum/", "informasi/", "tolak-gratifikasi/",
]  # fmt: skip
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)


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


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_scrolls_sideways(path: str, viewport: ViewportSize, open_page: Callable[..., Page]) -> None:
    """No page is wider than the screen, on a phone or on a desk."""
    page = open_page(path, viewport=viewport)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_accessible(path: str, dark: bool, open_page: Callable[..., Page]) -> None:
    """axe finds no fault of WCAG 2.2 AA, in light and in dark."""
    page = open_page(path, dark=dark)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]][:4]) for fault in found] == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "capaian/2026/",
        "capaian/2026/triwulan-2/",
        "rencana-aksi/2026/i-3/",
        "kanal/",
        "lapor/",
        "tolak-gratifikasi/",
    ],
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_sample_office(path: str, dark: bool, browser: Browser, serve: Callable[[Path], str], contoh: Path) -> None:
    """With records in every state and photos, pages are as wide as the phone, without a fault that axe finds, and marked
    DATA CONTOH."""
    page = browser.new_page(viewport=PHONE, color_scheme="dark" if dark else "light")
    page.goto(serve(contoh) + path)
    assert page.locator("text=DATA CONTOH").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]][:4]) for fault in found] == []
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_targets_are_large_enough(path: str, open_page: Callable[..., Page]) -> None:
    """Buttons, fields and menu entries are at least 44 CSS pixels high on a phone."""
    small = open_page(path).evaluate(
        """[...document.querySelectorAll(
            '.zi-btn, :is(.zi-cara, .zi-pilih, .zi-loncat) a, .zi-saring :is(input, select), .zi-menu')]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_plan_is_whole_without_javascript(open_page: Callable[..., Page]) -> None:
    """Without JavaScript all 43 rows are readable, and the filter, which could not work, is not shown."""
    page = open_page("rencana-aksi/2026/", script=False)
    assert page.locator("tr[data-kode]:visible").count() == 43
    assert not page.locator("#saring").is_visible()


def test_filter(open_page: Callable[..., Page]) -> None:
    """Words, group and month each narrow the plan, together narrow it further, and the count is told."""
    page = open_page("rencana-aksi/2026/")
    rows, told = page.locator("tr[data-kode]:visible"), page.locator("#saring-hasil")
    assert (rows.count(), told.inner_text()) == (43, "Menampilkan semua 43 aksi")
    page.select_option("#saring-kelompok", "II")
    assert (rows.count(), told.inner_text()) == (5, "5 dari 43 aksi")
    page.fill("#saring-kata", "LAPORAN tahunan")
    assert [row.get_attribute("data-kode") for row in rows.all()] == ["II.3"]
    page.select_option("#saring-bulan", "1")
    assert rows.count() == 0
    assert page.locator("#saring-kosong").is_visible()
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('tr[data-kode]:not([hidden])').length === 43")


def test_filter_from_the_address(open_page: Callable[..., Page]) -> None:
    """A link can carry a filter, as the months on the home page do; an unknown value hides nothing for good."""
    page = open_page("rencana-aksi/2026/?bulan=11")
    assert page.locator("tr[data-kode]:visible").count() == 11
    assert page.input_value("#saring-bulan") == "11"
    page = open_page("rencana-aksi/2026/?kelompok=<img>&x=1")
    assert page.locator("tr[data-kode]:visible").count() == 43


def test_months_of_the_home_page_lead_to_their_actions(open_page: Callable[..., Page]) -> None:
    """A month's bar on the home page opens the plan filtered to the same number of actions."""
    page = open_page("")
    bar = page.locator(".zi-batang li", has_text="Mar").locator("a")
    told = int(bar.locator("b").inner_text())
    bar.click()
    page.wait_for_selector("#saring:not([hidden])")
    assert page.locator("tr[data-kode]:visible").count() == told


def test_plans_lead_to_the_newest(open_page: Callable[..., Page]) -> None:
    """/rencana-aksi/ goes on to the newest year by itself, also without JavaScript."""
    page = open_page("rencana-aksi/", script=False)
    page.wait_for_url("**/rencana-aksi/2026/")


def test_keyboard(open_page: Callable[..., Page]) -> None:
    """The first stop of the Tab key is the skip link, visible, and it leads to the content."""
    page = open_page("rencana-aksi/2026/i-3/", viewport=DESK)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Lompat ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_below_a_sub_path(browser: Browser, situs: Path, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """The site works below any path: styles load and links lead on."""
    (tmp_path / "kpu").symlink_to(situs)
    base = serve(tmp_path)
    page = browser.new_page()
    failed: list[str] = []
    page.on("response", lambda response: response.ok or failed.append(response.url))
    page.goto(f"{base}kpu/rencana-aksi/2026/i-3/")
    page.click("a[rel=next]")
    assert page.url == f"{base}kpu/rencana-aksi/2026/i-4-a/"
    assert not failed
    page.close()


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
    """Nothing that people write runs, becomes markup or a link; it is shown as the words it is, on every page."""
    base = serve(hostile_site)
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for path in sorted(file.relative_to(hostile_site).as_posix() for file in hostile_site.rglob("*.html")):
        page.goto(base + path.removesuffix("index.html"))
        if path == "rencana-aksi/index.html":  # goes on to the newest year by itself
            page.wait_for_url("**/rencana-aksi/2026/")
        assert page.evaluate("typeof window.jahat") == "undefined", path
        assert page.locator("img, svg[onload], a[href^='javascript']").count() == 0, path
    page.goto(f"{base}rencana-aksi/2026/i-1/")
    assert page.locator("[data-kolom=indikator]").inner_text() == HOSTILE
    assert page.title().startswith(f"Aksi I.1 · {HOSTILE}")
    assert not dialogs
    page.close()
