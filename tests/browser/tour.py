"""One page of each kind, opened once at a width and asked what it is to those who read it in other ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, takewhile

from playwright.sync_api import Browser, Page, ViewportSize
from sweep import PHONE


@dataclass
class Seen:
    """What one page is to its other readers, asked while it is open; what no width changes only on a phone."""

    tables: tuple[dict[str, int], dict[str, int], list[str]]
    keyboard: list[str]
    forced: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


Tour = dict[str, Seen]


def toured(browser: Browser, kinds: dict[str, str], alamat: str, window: ViewportSize) -> Tour:
    """Each kind of page in a window, by its kind."""
    found = {}
    with browser.new_context(viewport=window, locale="id-ID") as context:
        page = context.new_page()
        for kind, path in kinds.items():
            page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
            page.goto(alamat + path)
            found[kind] = seen = Seen(tables(page), keyboard_faults(page))
            if window == PHONE:
                seen.forced = forced_faults(page)
                page.emulate_media(forced_colors="none")
                seen.moving, seen.text = page.evaluate(MOVING), page.evaluate(TEXT)
    return found


# What needs a script to do anything, and is not there without one.
BY_SCRIPT = "main :is(form, button, dialog, output)"
TEXT = f"""() => {{
  for (const element of document.querySelectorAll({BY_SCRIPT!r})) element.remove();
  return document.querySelector("main").innerText.split("\\n").map((line) => line.trim()).filter(Boolean);
}}"""


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


def keyboard_faults(page: Page) -> list[str]:
    """What the Tab key finds wrong on its way once through the open page and out again."""
    page.evaluate(STOPS)
    known = page.evaluate(REACHABLE)
    for number in range(known + SCROLLING):
        page.keyboard.down("Tab")  # held, as a hurried reader does
        if number > known and page.evaluate(ROUND):
            break
    page.keyboard.up("Tab")
    none, first, *later = page.evaluate("stops")
    stops = [first, *takewhile(lambda stop: stop and stop["number"] != first["number"], later)]
    ends = none is None and len(stops) <= len(later)
    stops = [next(same) for _, same in groupby(stops, key=lambda stop: stop["number"])]  # day, month, year: one date field
    once = len({stop["number"] for stop in stops}) == len(stops)
    page.locator(f"[data-uji='{len(stops) - 1}']").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    back = len(stops) == 1 or page.evaluate("stops.at(-1).number") == len(stops) - 2
    missed: list[str] = page.evaluate(f"{REACHABLE[:-7]}.filter((e) => !e.dataset.uji).map((e) => e.outerHTML)")
    hidden = [f"not on the screen: {stop['html']}" for stop in stops if not stop["free"]]
    plain = [f"no ring: {stop['html']}" for stop in stops if not stop["ring"]]
    ways = [word for word, goes in (("no way out", ends), ("twice", once), ("no way back", back)) if not goes]
    return [*missed, *hidden, *plain, *ways]


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


def forced_faults(page: Page) -> list[str]:
    """What is lost of the open page in the colours of the reader's system, light or dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active", reduced_motion="reduce")  # type: ignore[arg-type]
        found += page.evaluate(FORCED)
    return found


MOVING = """() => [...document.querySelectorAll("*")].filter((element) => ["", "::before", "::after"].some((part) => {
  const style = getComputedStyle(element, part || null);
  const moves = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.001);
  return moves(style.transitionDuration) || (style.animationName !== "none" && moves(style.animationDuration))
    || style.scrollBehavior === "smooth";
})).map((element) => element.outerHTML.slice(0, 100)).slice(0, 5)"""


THERE = """() => { const n = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length;
  return { table: n("table"), row: n("tr"), cell: n("td"), rowheader: n("th[scope=row], th[scope=rowgroup]") } }"""


def tables(page: Page) -> tuple[dict[str, int], dict[str, int], list[str]]:
    """How many tables, rows, cells and heads of rows the open page has, how many assistive technology meets, and the names of
    the tables that it meets."""
    there = page.evaluate(THERE)
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    body = session.send("Runtime.evaluate", {"expression": "document.body"})["result"]["objectId"]
    asked = {role: session.send("Accessibility.queryAXTree", {"objectId": body, "role": role})["nodes"] for role in there}
    session.detach()
    met = {role: [node for node in nodes if not node.get("ignored")] for role, nodes in asked.items()}
    return there, {role: len(nodes) for role, nodes in met.items()}, [node["name"]["value"] for node in met["table"]]
