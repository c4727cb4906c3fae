"""Keeps tests off the live data: from its import on, whatever opens or scans them in this process fails."""

from __future__ import annotations

import sys
from pathlib import Path

from support.zi_command import OWN, ROOT

LIVE = tuple(ROOT / path for path in OWN)
open_to_tests = False  # while the one module runs that may read them


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    """Stop whatever opens or scans the live data: the office's next record must never decide whether the code is good."""
    if event not in ("open", "os.scandir") or open_to_tests or not isinstance(arguments[0], str | Path):
        return
    # Only full paths: a bare name may be below any folder that is open.
    if any(Path(arguments[0]).is_relative_to(folder) for folder in LIVE):
        raise AssertionError(f"a test reads the live data: {arguments[0]}")


sys.addaudithook(_guard)
