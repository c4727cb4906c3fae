"""What many pages are asked in a browser: the sizes of windows, the work shared by two processors, and what axe says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

import axe_playwright_python
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ASKED = Path(__file__).with_name("sweep.js").read_text(encoding="utf-8")

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)
# 320 pixels wide is also what a window of 1280 by 1024 shows at 400 % zoom; then it is 256 high.
ZOOMED = ViewportSize(width=320, height=256)

WORKERS = 2
Found = TypeVar("Found")


def shared_out(paths: list[str], executable: str, ready: Callable[[Browser], Callable[[str], Found]]) -> list[Found]:
    """What is found of the pages at `paths`, in no order. Two browsers share the work, each in a thread of its own, as two
    processors allow: `ready` gets a browser and gives what looks at a page."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    done: list[Found] = []
    broken: list[BaseException] = []

    def work() -> None:
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
                look = ready(browser)
                with suppress(Empty):
                    while True:
                        done.append(look(waiting.get_nowait()))
                browser.close()
        except BaseException as error:  # told by the thread that waits
            broken.append(error)

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    return done


def colour_faults(page: Page, good: set[str], *, everywhere: bool = False) -> list[str]:
    """What axe finds wrong with the colours now shown; not asked of the looks in `good`, which those found good now join.
    With `everywhere` a look is another one in each place, as the boxes are called that it stands in."""
    found = page.evaluate("([known, everywhere]) => colourFaults(known, everywhere)", [list(good), everywhere])
    if not found["faults"]:
        good.update(found["asked"])
    return list(found["faults"])
