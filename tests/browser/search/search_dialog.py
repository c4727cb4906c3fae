"""What every state of the search's dialog must fulfil."""

from __future__ import annotations

from playwright.sync_api import Page
from sweep import AXE, DESK, PHONE

ASK = """async () => (await axe.run("dialog", { resultTypes: ["violations"], preload: false })).violations.flatMap(
  (fault) => fault.nodes.slice(0, 4).map((node) => `${fault.id}: ${node.html.slice(0, 160)}`))"""


def dialog_faults(page: Page, targets: str, least: int) -> list[str]:
    """What axe finds wrong with the open dialog, in light and dark, on a phone and a desk; what is cut off sideways, and which
    of its `targets` are under `least` CSS pixels high."""
    faults = []
    page.evaluate(AXE)
    for viewport in (PHONE, DESK):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            faults += page.evaluate(ASK)
        if page.evaluate("(d => d.scrollWidth > d.clientWidth)(document.querySelector('dialog'))"):
            faults.append(f"{viewport['width']}: cut off sideways")
        heights = page.eval_on_selector_all(targets, "all => all.map(e => e.getBoundingClientRect().height)")
        assert heights
        faults += [f"{viewport['width']}: {height} px high" for height in heights if height < least]
    return faults
