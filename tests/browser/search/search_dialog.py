"""What every state of the search's dialog must fulfil."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from sweep import DESK, PHONE


def dialog_faults(page: Page, targets: str, least: int) -> list[str]:
    """What axe finds wrong with the open dialog, in light and dark, on a phone and a desk; what is cut off sideways, and which
    of its `targets` are under `least` CSS pixels high."""
    faults = []
    for viewport in (PHONE, DESK):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found: list[dict[str, Any]] = Axe().run(page, context="dialog").response["violations"]
            faults += [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"][:4]]
        if page.evaluate("(d => d.scrollWidth > d.clientWidth)(document.querySelector('dialog'))"):
            faults.append(f"{viewport['width']}: cut off sideways")
        heights = page.eval_on_selector_all(targets, "all => all.map(e => e.getBoundingClientRect().height)")
        assert heights
        faults += [f"{viewport['width']}: {height} px high" for height in heights if height < least]
    return faults
