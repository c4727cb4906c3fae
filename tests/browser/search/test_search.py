"""The search in a real browser, on the built site: it finds, narrows, and is operable by keyboard, also below a sub-path."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, ViewportSize, expect
from search_dialog import dialog_faults
from support.zi_command import ROOT
from sweep import DESK, PHONE

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "pencarian.yml").read_text(encoding="utf-8"))
WITHIN, SHARE = 3, 0.95
LIMIT = 130_000  # bytes of the first search, compressed

SEARCH = re.compile(r"/(cari|jawaban)\.|/pagefind/")  # its own files

FIRST = """async ([base, script, queries, within, answers]) => {
  const { find, answer } = await import(base + script);
  const found = {};
  for (const query of queries) {
    const said = answers && (await answer(base + answers, query));
    const results = (await find(base, query)).groups.flatMap(group => group.results.slice(0, group.first)).slice(0, within);
    const pages = await Promise.all(results.map(async item => (await item.data()).url.slice(1)));
    found[query] = [...(said ? [said.ke.split("#")[0]] : []), ...pages].slice(0, within);
  }
  return found;
}"""


@pytest.fixture
def open_search(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open the search by "/" on a page of the real site; fails the test on an error, a refusal by the policy, or a
    request elsewhere."""
    contexts, faults = [], []

    def start(path: str = "", *, base: str = address, viewport: ViewportSize = PHONE) -> Page:
        context = browser.new_context(viewport=viewport, locale="id-ID")
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: request.url.startswith(base) or faults.append(request.url))
        page.on("response", lambda response: response.status < 400 or faults.append(response.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: message.type not in ("error", "warning") or faults.append(message.text))
        page.goto(base + path)
        page.keyboard.press("/")
        page.wait_for_selector(".zi-dialog select")
        return page

    yield start
    for context in contexts:
        context.close()
    assert not faults


def type_in(page: Page, text: str) -> None:
    """Type into the search and wait for what it finds."""
    page.fill("#zi-cari-kata", text)
    page.wait_for_selector(f'dialog[data-dicari="{text}"]')


def found_in(page: Page) -> list[str]:
    """The addresses of the results that are shown."""
    links: list[str] = page.eval_on_selector_all(".zi-temuan li a", "links => links.map(a => new URL(a.href).pathname)")
    return links


def test_finds(browser: Browser, address: str, situs: Path) -> None:
    """Of the queries in tests/cases/pencarian.yml at least 95 % have an expected page among the first three things shown, an
    answer being the first."""
    (script,) = (path.relative_to(situs).as_posix() for path in (situs / "aset").glob("cari.*.js"))
    (answers,) = (path.relative_to(situs).as_posix() for path in (situs / "aset").glob("jawaban.*.json"))
    page = browser.new_page()
    page.goto(address)
    queries = [case["cari"] for case in CASES]
    found: dict[str, list[str]] = page.evaluate(FIRST, [address, script, queries, WITHIN, answers])
    page.close()
    missed = [f"{case['cari']}: {found[case['cari']]}" for case in CASES if not set(found[case["cari"]]) & set(case["temukan"])]
    print(f"{len(CASES) - len(missed)} dari {len(CASES)} ditemukan", *missed, sep="\n")
    assert len(missed) <= len(CASES) * (1 - SHARE), "\n".join(missed)


def test_cases(situs: Path) -> None:
    """There are at least 70 different queries, and the pages that they expect exist."""
    queries = [case["cari"] for case in CASES]
    assert len(set(queries)) == len(queries) >= 70
    assert not [path for case in CASES for path in case["temukan"] if not (situs / path / "index.html").is_file()]


def test_what_is_shown_is_what_was_ranked(open_search: Callable[..., Page], situs: Path, address: str) -> None:
    """The dialog shows the pages that `find` gives, in its order, under the headings of their kinds, with the words marked."""
    page = open_search()
    type_in(page, "rapat evaluasi")
    (script,) = (path.relative_to(situs).as_posix() for path in (situs / "aset").glob("cari.*.js"))
    ranked = page.evaluate(FIRST, [address, script, ["rapat evaluasi"], 99])["rapat evaluasi"]
    assert [path[1:] for path in found_in(page)] == ranked
    groups = [heading.split() for heading in page.locator(".zi-temuan h2").all_inner_texts()]
    assert groups[0][0] == "Aksi"
    assert sum(int(number) for _, number in groups) == len(ranked)
    assert {mark.lower().strip(".,") for mark in page.locator(".zi-temuan mark").all_inner_texts()} >= {"rapat", "evaluasi"}
    assert page.locator("[role=status]").inner_text() == (
        f"{len(ranked)} hasil: {', '.join(f'{number} {name.lower()}' for name, number in groups)}."
    )


def test_kinds(open_search: Callable[..., Page]) -> None:
    """Results stand under their kinds; a kind with many shows some, and the rest on demand."""
    page = open_search()
    type_in(page, "keputusan")
    kinds = page.eval_on_selector_all(".zi-temuan section", "all => all.map(section => section.dataset.jenis)")
    assert {"dokumen", "halaman"} <= set(kinds)
    type_in(page, "dokumen")
    shown = page.locator("[data-jenis=aksi] li")
    assert shown.count() == 5
    page.click("[data-jenis=aksi] button")
    expect(page.locator("[data-jenis=aksi] button")).to_have_count(0)
    assert shown.count() > 5
    assert page.evaluate("document.activeElement === document.querySelectorAll('[data-jenis=aksi] a')[5]")


def test_filters(open_search: Callable[..., Page]) -> None:
    """Group and state narrow what is found, also without a word; taking them back widens it again."""
    page = open_search()
    type_in(page, "laporan")
    status = page.locator("[role=status]")
    before = status.inner_text()
    page.select_option("#zi-cari-kelompok", label="IV · Pelaksanaan Pemantauan Benturan Kepentingan KPU Kabupaten Tabalong")
    expect(status).not_to_have_text(before)
    assert found_in(page)
    assert all(re.search(r"/(iv-\d|kelompok-iv)/$", path) for path in found_in(page))
    page.select_option("#zi-cari-kelompok", "")
    expect(status).to_have_text(before)
    type_in(page, "")
    page.select_option("#zi-cari-keadaan", label="Menunggu verifikasi")
    page.wait_for_selector(".zi-temuan li")
    states = page.locator(".zi-temuan li small").all_inner_texts()
    assert states == ["Menunggu verifikasi"] * len(found_in(page))


def test_nothing_found(open_search: Callable[..., Page]) -> None:
    """What is nowhere is said to be nowhere; of several words of which no page has all, pages with some are shown and said
    to be that; markup in a query is words."""
    page = open_search()
    type_in(page, "xyzzyq")
    assert page.locator("[role=status]").inner_text().startswith("Tidak ada yang cocok")
    assert found_in(page) == []
    type_in(page, "podcast xyzzyq")
    assert page.locator("[role=status]").inner_text().startswith("Tidak ada halaman yang memuat semua kata itu")
    assert "/rencana-aksi/2026/vii-1-a/" in found_in(page)
    type_in(page, "apel kuesioner deklarasi")
    assert page.locator("[role=status]").inner_text().startswith("Tidak ada halaman yang memuat semua kata itu")
    assert {f"/rencana-aksi/2026/{own}/" for own in ("i-4-a", "v-4-b", "iv-3")} <= set(found_in(page))
    page.fill("#zi-cari-kata", "<img src=x>")
    expect(page.locator("dialog")).to_have_attribute("data-dicari", "<img src=x>")
    assert page.locator("dialog img").count() == 0


def test_keyboard(open_search: Callable[..., Page]) -> None:
    """Opened by "/", the search has the focus; arrows go through the results and back, Enter opens one, Escape closes and
    gives the focus back."""
    page = open_search("rencana-aksi/2026/i-3/", viewport=DESK)
    focus = "document.activeElement.id || document.activeElement.textContent"
    assert page.evaluate(focus) == "zi-cari-kata"
    assert page.input_value("#zi-cari-kata") == ""  # the "/" that opened it is not typed
    type_in(page, "podcast")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.pathname")
    assert first == found_in(page)[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.pathname") == found_in(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focus) == "zi-cari-kata"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#zi-cari")).to_be_focused()
    page.click("#zi-cari")
    expect(page.locator("#zi-cari-kata")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}*")


def test_slash_is_a_letter_in_fields(browser: Browser, address: str) -> None:
    """In a field "/" is typed, and opens nothing."""
    page = browser.new_page()
    page.goto(f"{address}rencana-aksi/2026/")
    page.focus("#saring-kata")
    page.keyboard.type("a/b")
    assert page.input_value("#saring-kata") == "a/b"
    assert page.locator("dialog").count() == 0
    page.close()


def test_pages_load_nothing_of_it(browser: Browser, address: str) -> None:
    """Before the search is opened no page asks for any of its files."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert asked
    assert not [url for url in asked if SEARCH.search(url)]
    page.close()


@pytest.mark.parametrize("query", ["hadiah", "laporan tindak lanjut pengaduan masyarakat"])
def test_weight(query: str, open_search: Callable[..., Page], situs: Path) -> None:
    """The first search, everything together and compressed as a host sends it, is at most 130 KB."""
    page = open_search()
    loaded: dict[str, int] = {}

    def weigh(url: str) -> None:
        path = urlsplit(url).path[1:]
        content = (situs / path).read_bytes()
        loaded[path] = min(len(content), len(gzip.compress(content, 6)))

    for entry in page.evaluate("performance.getEntriesByType('resource').map(e => e.name)"):
        if SEARCH.search(entry):
            weigh(entry)
    page.on("request", lambda request: weigh(request.url))
    type_in(page, query)
    page.wait_for_selector(".zi-temuan li")
    print(f"{query}: {sum(loaded.values()) / 1000:.1f} KB in {len(loaded)} requests", *sorted(loaded.items()), sep="\n")
    assert any("wasm" in path for path in loaded)
    assert sum(loaded.values()) <= LIMIT


def test_accessible(open_search: Callable[..., Page]) -> None:
    """With results the dialog has no fault that axe finds in light and dark, on a phone and a desk; nothing is cut off
    sideways, and targets are large enough."""
    page = open_search()
    type_in(page, "gratifikasi")
    page.wait_for_selector(".zi-temuan li")
    assert dialog_faults(page, "dialog :is(button, input, select, li, a)", 24) == []


def test_below_a_sub_path(open_search: Callable[..., Page], situs: Path, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Below /zi/ the index loads and results lead to pages below it."""
    (tmp_path / "zi").symlink_to(situs)
    base = f"{serve(tmp_path)}zi/"
    page = open_search("rencana-aksi/2026/i-3/", base=base)
    type_in(page, "podcast")
    assert set(found_in(page)) >= {"/zi/rencana-aksi/2026/vii-1-a/", "/zi/rencana-aksi/2026/vii-2-b/"}
    first = found_in(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}*")
    assert page.locator("h1").is_visible()


def test_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript the search link leads to the list of all pages."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}rencana-aksi/2026/i-3/")
    page.click("#zi-cari")
    assert page.url == f"{address}peta-situs/"
    assert page.locator(".zi-semua a").count() > 50
    context.close()


def test_without_index(browser: Browser, address: str) -> None:
    """Where the index can't be read, the search leads to the list of all pages as well."""
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address)
    page.click("#zi-cari")
    page.wait_for_url(f"{address}peta-situs/")
    page.close()
