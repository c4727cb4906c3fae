"""What must hold for every page that is built, today's and tomorrow's: the pages are read from the built folder.

The sample office is swept, which has pages in every state; the real office's pages come from the same templates, and all are
read. Each test looks at one property of all pages in one sweep (page_sweep.py); the figures are printed after the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import budget
import pytest
from measured import Measured, PageRead, page_table
from page_sweep import WIDTHS
from playwright.sync_api import Browser
from site_pages_of import leading_on, pages_of
from sweep import ASKED, AXE, PHONE, colour_faults

Sweep, Pages = list[Measured], list[PageRead]


def test_no_page_is_left_out(sapuan: Sweep, contoh: Path) -> None:
    """Each page of the folder was opened, answered 200, and stands in the sitemap, save 404.html and the page for frames."""
    unlisted = {"404.html", "sematan/"}
    swept = {page.path for page in sapuan}
    assert swept == set(pages_of(contoh))
    assert {page.path: page.status for page in sapuan if page.status != 200} == {}
    base = "https://contoh.example/zi/"
    listed = re.findall(r"<loc>(.*?)</loc>", (contoh / "sitemap.xml").read_text(encoding="utf-8"))
    assert {address.removeprefix(base) for address in listed} == swept - unlisted | set(leading_on(contoh))
    for path in swept - unlisted:
        text = (contoh / path / "index.html").read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{base}{path}">' in text, path


def test_every_page_says_its_kind(sapuan: Sweep) -> None:
    """Each page names its kind, so that tests which take one page of each kind miss none."""
    assert [page.path for page in sapuan if not page.kind and page.path != "404.html"] == []


@pytest.mark.parametrize("what", ["console", "policy"])
def test_silent(sapuan: Sweep, what: str) -> None:
    """No page logs an error or a warning, and none breaks the policy that it is served with."""
    assert {page.path: getattr(page, what) for page in sapuan if getattr(page, what)} == {}


def test_requests_stay_at_home(sapuan: Sweep) -> None:
    """No page asks another host, or for a file that is not there."""
    visits = [(page.path, visit) for page in sapuan for visit in (page.first, page.later)]
    assert [(path, visit.foreign, visit.failed) for path, visit in visits if visit.foreign or visit.failed] == []


def test_every_address_exists(sapuan: Sweep, contoh: Path, alamat: str) -> None:
    """Every address below the site that a page loads or links is a file of the site, and every anchor an id there."""
    ids = {page.path: set(page.ids) for page in sapuan}
    broken = []
    for page in sapuan:
        for address in page.addresses:
            if not address.startswith(alamat):
                continue
            parts = urlsplit(address.removeprefix(alamat))
            path = unquote(parts.path).removesuffix("./")
            file = contoh / path / "index.html" if path.endswith("/") or not path else contoh / path
            if not file.is_file() or (parts.fragment and path in ids and unquote(parts.fragment) not in ids[path]):
                broken.append((page.path, address))
    assert broken == []


def test_pages_that_lead_on(contoh: Path, alamat: str, browser: Browser) -> None:
    """A page that leads on by itself arrives at a page of the site, also without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in leading_on(contoh):
        page.goto(alamat + path)
        page.wait_for_url(lambda address, start=alamat + path: address != start)
        assert page.url.removeprefix(alamat) in pages_of(contoh)
    context.close()


def over_budget(page: Measured) -> Iterator[str]:
    """What a page weighs over its budget."""
    allowed = budget.of(page.path)
    figures = (
        ("KB pertama", page.first.bytes / 1000, allowed.first_kb),
        ("permintaan", page.first.requests, allowed.requests),
        ("KB berikut", page.later.bytes / 1000, allowed.later_kb),
    )
    return (f"{name} {figure:.1f} > {limit}" for name, figure, limit in figures if figure > limit)


def test_weight(sapuan: Sweep) -> None:
    """Each page keeps its budget of bytes and requests, on a first visit and on a later one (tests/browser/budget.yml)."""
    assert {page.path: list(over_budget(page)) for page in sapuan if list(over_budget(page))} == {}


def test_budget_names_pages_that_exist(sapuan: Sweep) -> None:
    """An exception of the budget is for a page that is built, and gives its reason."""
    swept = {page.path for page in sapuan}
    assert all(item["halaman"] in swept and item["alasan"] for item in budget.read()["kecuali"])


def test_nothing_moves(sapuan: Sweep) -> None:
    """Nothing shifts by itself while a page loads, on a phone or on a desk."""
    assert {page.path: (page.shift, page.moved) for page in sapuan if page.shift > budget.of(page.path).shift} == {}


def test_nothing_blocks_the_first_paint(sapuan: Sweep) -> None:
    """Before the first word can be read, a page waits for its one style sheet and for nothing else."""
    assert {page.path: page.blocking for page in sapuan if page.blocking} == {}


def test_structure(sapuan: Sweep) -> None:
    """Each page is Indonesian, has one h1 and its landmarks, named navigations, tables with captions and scopes, pictures
    with sizes that load when they are near, and no style or script in attributes."""
    assert {page.path: page.structure for page in sapuan if page.structure} == {}


@pytest.mark.parametrize("mode", ["360 terang", "360 gelap", "1280 terang", "1280 gelap"])
def test_axe(sapuan: Sweep, mode: str) -> None:
    """axe finds no fault: WCAG 2.2 A and AA, its best practices, and contrast of 7 to 1 (AAA) for all text, large text
    4.5 to 1. Every page is asked its structure on a phone, a kind's first page also on a desk. Contrast is asked in every mode
    of one text of each look that no page had before; on a kind's first page also in each place that no page had."""
    assert {page.path: page.axe[mode] for page in sapuan if page.axe[mode]} == {}


DIM = """dim => { const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet];
  sheet.replaceSync(`#isi p { color: color-mix(in srgb, var(--zi-mut) ${dim * 100}%, var(--zi-paper)) }`) }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_sees_dim_text(alamat: str, browser: Browser, scheme: Literal["light", "dark"]) -> None:
    """Text that is much or a little too dim is found where each look is asked in each place, and where each is asked once,
    also when the page was found good before it; text that is not is none."""
    with browser.new_context(viewport=PHONE, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{alamat}keaslian/")
        page.evaluate(AXE)
        page.evaluate(ASKED)
        good: set[str] = set()
        assert colour_faults(page, good) == []
        assert good
        for dim, seen in ((0.35, True), (0.75, True), (1, False)):
            page.evaluate(DIM, dim)
            found = [colour_faults(page, set(), everywhere=True), colour_faults(page, set()), colour_faults(page, set(good))]
            assert [bool(faults) for faults in found] == [seen, seen, seen], dim


def test_skip_link(sapuan: Sweep) -> None:
    """On a page of each kind the first stop of the Tab key is the skip link, which shows itself and leads to the content."""
    assert {page.path: page.skip_link for page in sapuan if page.skip_link} == {}


def test_targets(sapuan: Sweep) -> None:
    """Everything to press is at least 24 CSS pixels in both directions, on a phone and a desk; links in text excepted."""
    assert {page.path: page.small for page in sapuan if page.small} == {}


def test_targets_are_large_enough(sapuan: Sweep) -> None:
    """Buttons, fields and menu entries are at least 44 CSS pixels high on a phone."""
    assert {page.path: page.low for page in sapuan if page.low} == {}


def test_nothing_is_kept(sapuan: Sweep) -> None:
    """No page sets a cookie or stores anything on the reader's device."""
    assert {page.path: page.kept for page in sapuan if page.kept} == {}


def test_real_office(sapuan_kantor: Sweep) -> None:
    """The real office's pages, one of each kind, where much is still empty, have no fault and keep the budgets."""
    assert {page.path: page.faults() for page in sapuan_kantor if page.faults()} == {}
    assert [page.path for page in sapuan_kantor if list(over_budget(page))] == []


def test_length(bacaan: Pages) -> None:
    """On a phone a page of advice is at most 8 screens long and a list 12, folds closed; exceptions are named in the budget."""
    long = {page.path: page.screens for page in bacaan if page.screens > budget.screens(page.kind)}
    assert long == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_is_broken(bacaan: Pages, width: int) -> None:
    """No word of any text, what is folded and what the sheet adds included, breaks over lines without a hyphen."""
    assert {page.path: page.broken[width] for page in bacaan if page.broken[width]} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_sideways_scroll(bacaan: Pages, width: int) -> None:
    """No page is wider than the window; 320 pixels is also a desk's window at 400 % zoom."""
    assert {page.path: page.overflow[width] for page in bacaan if page.overflow[width]} == {}


def test_seven_sizes_of_type(bacaan: Pages) -> None:
    """All text outside charts, and in fields of forms, has one of the seven sizes, at every width."""
    assert {page.path: page.sizes for page in bacaan if any(page.sizes.values())} == {}


def test_lists_have_room(bacaan: Pages) -> None:
    """No dot or number of a list is cut off by the window's edge."""
    assert {page.path: page.lists for page in bacaan if any(page.lists.values())} == {}


def test_the_budget_is_exact(bacaan: Pages) -> None:
    """Lists and exceptions are kinds of pages that are built; there are at most four exceptions, and each gives its reason."""
    file = budget.read()
    exceptions = file["panjang_kecuali"]
    named = {*file["panjang"]["jenis_daftar"], *(item["jenis"] for item in exceptions)}
    assert named - {page.kind for page in bacaan} == set()
    assert len(exceptions) <= 4
    assert all(item["alasan"] for item in (*exceptions, *file["patah_di_mana_saja"]))


def test_missing_page(alamat: str, browser: Browser) -> None:
    """An address that does not exist answers 404 with our own page, whole at any depth: its style and links work."""
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda response: response.status >= 400 and failed.append(response.url))
    missing = f"{alamat}tidak/ada/di/sini/"
    response = page.goto(missing)
    assert response
    assert (response.status, page.inner_text("h1"), failed) == (404, "Halaman ini tidak ada", [missing])
    page.click("main >> text=Beranda")
    assert page.url == alamat
    page.close()


def test_headers(alamat: str, browser: Browser) -> None:
    """Every answer, a missing page too, carries the headers that the build wrote; named-by-content files may be kept."""
    context = browser.new_context()
    for path in ("", "metode/", "tidak-ada/", "api/v1/2026/ringkasan.json"):
        headers = context.request.get(alamat + path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "immutable" not in headers.get("cache-control", "")
    page = context.request.get(alamat).text()
    styles = re.findall(r'href="(aset/gaya\.[^"]*)"', page)
    answer = context.request.get(alamat + styles[0])
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")
    json.loads(context.request.get(f"{alamat}api/v1/2026/ringkasan.json").text())
    context.close()


def test_figures_are_printed(sapuan: Sweep) -> None:
    """The table after the run has a line for each page, and one for the largest of each figure."""
    lines = page_table(sapuan)
    assert [line.split()[0] for line in lines[1:-1]] == [page.path or "(beranda)" for page in sapuan]
