"""What many pages are asked in a browser: the sizes of windows, and what axe says."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ASKED = Path(__file__).with_name("sweep.js").read_text(encoding="utf-8")

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)
# 320 pixels wide is also what a window of 1280 by 1024 shows at 400 % zoom; then it is 256 high.
ZOOMED = ViewportSize(width=320, height=256)


def colour_faults(page: Page, good: set[str], *, everywhere: bool = False) -> list[str]:
    """What axe finds wrong with the colours now shown; not asked of the looks in `good`, which those found good now join.
    With `everywhere` a look is another one in each place, as the boxes are called that it stands in."""
    found = page.evaluate("([known, everywhere]) => colourFaults(known, everywhere)", [list(good), everywhere])
    if not found["faults"]:
        good.update(found["asked"])
    return list(found["faults"])
