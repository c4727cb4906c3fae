"""Other ways to read the same pages: by keyboard, without JavaScript, in forced colours, on paper, in the dark, through
assistive technology. One page of each kind, which is read from the built folder."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from site_pages_of import one_of_each_kind
from support.system_tools import program
from sweep import DESK, PHONE


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


# What needs a script to do anything, and is not there without one.
BY_SCRIPT = "main :is(form, button, dialog, output)"
TEXT = f"""() => {{
  for (const element of document.querySelectorAll({BY_SCRIPT!r})) element.remove();
  return document.querySelector("main").innerText.split("\\n").map((line) => line.trim()).filter(Boolean);
}}"""


def test_readable_without_javascript(kinds: dict[str, str], browser: Browser, alamat: str) -> None:
    """Every kind of page shows the same text without JavaScript, forms and buttons excepted, which are not shown then."""
    texts: dict[bool, dict[str, list[str]]] = {}
    for script in (True, False):
        context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="id-ID")
        page = context.new_page()
        texts[script] = {}
        for path in kinds.values():
            page.goto(alamat + path)
            if not script:
                assert not page.locator(f"{BY_SCRIPT} >> visible=true").count(), path
            texts[script][path] = page.evaluate(TEXT)
        context.close()
    assert all(texts[True].values())
    assert texts[False] == texts[True]


# Keeps each stop of the Tab key, seen when the key is pressed again: by then the page has scrolled to it. Before the first
# there is none; after the last comes none, or the first again.
STOPS = """() => {
  window.stops = [];
  document.addEventListener("keydown", ({ key }) => {
    const element = document.activeElement;
    if (key !== "Tab") return;
    if (!element || element === document.body) return stops.push(null);
    element.dataset.uji ??= String(document.querySelectorAll("[data-uji]").length);
    const style = getComputedStyle(element), boxes = [...element.getClientRects()].filter((b) => b.width > 0 && b.height > 0);
    const inside = boxes.filter((b) => b.top < innerHeight && b.bottom > 0 && b.left < innerWidth && b.right > 0);
    const free = inside.some((b) => {
      const x = Math.min(Math.max(b.left + b.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max(b.top + b.height / 2, 1), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/, 0\\)$/.test(style.outlineColor);
    stops.push({ number: Number(element.dataset.uji), html: element.outerHTML.slice(0, 140), free, ring });
  });
}"""


SCROLLING = 20  # browsers stop at boxes that scroll as well: more than any page has of them
REACHABLE = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled).length"""
ROUND = "!stops.at(-1) || stops.at(-1).number === stops[1].number"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_keyboard_reaches_everything(viewport: ViewportSize, kinds: dict[str, str], browser: Browser, alamat: str) -> None:
    """The Tab key goes once through everything that can be used and out again: each stop is on the screen, covered by
    nothing, and ringed; going back works as well."""
    context = browser.new_context(viewport=viewport, locale="id-ID")
    page = context.new_page()
    for path in kinds.values():
        page.goto(alamat + path)
        page.evaluate(STOPS)
        known = page.evaluate(REACHABLE)
        for number in range(known + SCROLLING):
            page.keyboard.down("Tab")  # held, as a hurried reader does
            if number > known and page.evaluate(ROUND):
                break
        page.keyboard.up("Tab")
        none, first, *later = page.evaluate("stops")
        assert none is None, path
        stops = [first, *takewhile(lambda stop, first=first: stop and stop["number"] != first["number"], later)]  # type: ignore[misc]
        assert len(stops) <= len(later), path
        stops = [next(same) for _, same in groupby(stops, key=lambda stop: stop["number"])]  # day, month, year: one date field
        assert len({stop["number"] for stop in stops}) == len(stops), path
        assert page.evaluate(f"{REACHABLE[:-7]}.filter((e) => !e.dataset.uji).map((e) => e.outerHTML)") == [], path
        assert [stop["html"] for stop in stops if not stop["free"]] == [], path
        assert [stop["html"] for stop in stops if not stop["ring"]] == [], path
    page.locator(f"[data-uji='{len(stops) - 1}']").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("stops.at(-1).number") == len(stops) - 2
    context.close()


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


FORCED = r"""() => {
  const lost = [];
  const part = (value) => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    const colour = getComputedStyle(element ?? canvas).backgroundColor;
    return /^rgba.*, 0\)$/.test(colour) ? behind(element.parentElement) : colour;
  };
  const canvas = document.createElement("i");
  canvas.style.backgroundColor = "Canvas";
  document.body.append(canvas);
  // Not axe: it reads -webkit-text-fill-color, which browsers force only when they paint.
  for (const element of document.querySelectorAll("body *")) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) lost.push(`contrast: ${element.outerHTML.slice(0, 100)}`);
  }
  for (const button of document.querySelectorAll(".zi-btn, .zi-saring :is(input, select), .zi-loncat a, .zi-tahun a")) {
    const style = getComputedStyle(button);
    const seen = parseFloat(style.borderTopWidth) && style.borderTopColor !== behind(button.parentElement);
    if (button.checkVisibility() && !seen) lost.push(button.outerHTML.slice(0, 120));
  }
  for (const shape of document.querySelectorAll(".zi-sim *, .zi-tumpuk rect, .zi-atas svg *")) {
    const style = getComputedStyle(shape);
    const paints = [style.fill, style.stroke].filter((paint) => paint !== "none");
    if (shape.checkVisibility() && paints.length && paints.every((paint) => paint === "rgba(0, 0, 0, 0)"))
      lost.push(shape.outerHTML.slice(0, 120));
  }
  canvas.remove();
  return lost;
}"""


@pytest.mark.parametrize("context", [{"forced_colors": "active", "reduced_motion": "reduce"}], indirect=True)
def test_forced_colours(context: BrowserContext, kinds: dict[str, str], alamat: str) -> None:
    """With the colours of the reader's system, light or dark, every text keeps its contrast, buttons and fields have borders,
    and drawn shapes stay to be seen."""
    page = context.new_page()
    for path in kinds.values():
        page.goto(alamat + path)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert page.evaluate(FORCED) == [], (path, scheme)


MOVING = """() => [...document.querySelectorAll("*")].filter((element) => ["", "::before", "::after"].some((part) => {
  const style = getComputedStyle(element, part || null);
  const moves = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.001);
  return moves(style.transitionDuration) || (style.animationName !== "none" && moves(style.animationDuration))
    || style.scrollBehavior === "smooth";
})).map((element) => element.outerHTML.slice(0, 100)).slice(0, 5)"""


@pytest.mark.parametrize("context", [{"reduced_motion": "reduce"}], indirect=True)
def test_reduced_motion(context: BrowserContext, kinds: dict[str, str], alamat: str) -> None:
    """Nothing moves, fades or glides for readers who asked for that."""
    page = context.new_page()
    for path in kinds.values():
        page.goto(alamat + path)
        assert page.evaluate(MOVING) == [], path


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_tables_stay_tables(viewport: ViewportSize, kinds: dict[str, str], browser: Browser, alamat: str) -> None:
    """Assistive technology meets every table with its name, rows, cells and heads, also where cards are shown instead."""
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Accessibility.enable")
    seen = 0
    for path in kinds.values():
        page.goto(alamat + path)
        there = page.evaluate(
            """() => { const n = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length;
            return { table: n("table"), row: n("tr"), cell: n("td"), rowheader: n("th[scope=row], th[scope=rowgroup]") } }"""
        )
        body = session.send("Runtime.evaluate", {"expression": "document.body"})["result"]["objectId"]
        met = {role: session.send("Accessibility.queryAXTree", {"objectId": body, "role": role})["nodes"] for role in there}
        assert {role: sum(not node.get("ignored") for node in nodes) for role, nodes in met.items()} == there, path
        assert all(node["name"]["value"] for node in met["table"] if not node.get("ignored")), path
        seen += there["table"]
    assert seen > 3
    context.close()


CLUTTER = ("Lompat ke isi", "Cari aksi", "Tema warna", "Hapus saringan", "Langsung ke kelompok", "Sebelumnya", "Glosarium")


@pytest.mark.parametrize("kind", ["rencana_tahun", "aksi", "triwulan"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print(kind: str, scheme: str, kinds: dict[str, str], browser: Browser, alamat: str, tmp_path: Path) -> None:
    """On paper, plan, action and quarter carry every word of the page, the office and the day, on white; and nothing that
    can only be pressed."""
    context = browser.new_context(viewport=DESK, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(alamat + kinds[kind])
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("document.querySelectorAll('.zi-sr').forEach((hidden) => hidden.remove())")
    words = set(re.split(r"[\s[/-]+", page.inner_text("main")))
    assert re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3] in (["255"] * 3, ["0"] * 3)
    assert page.evaluate("getComputedStyle(document.querySelector('main h1')).color") == "rgb(0, 0, 0)"
    (tmp_path / "cetak.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    context.close()
    command = [program("pdftotext"), "-enc", "UTF-8", str(tmp_path / "cetak.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert not [item for item in CLUTTER if item in text]
    assert "Data per 24 November 2026" in text
    assert [item for item in ("KPU Kabupaten Contoh", "DATA CONTOH") if item not in text] == []
    letters = re.sub(r"[\s-]", "", text)  # long words are broken, also at their hyphens
    assert sorted(word for word in words if word not in letters) == []
