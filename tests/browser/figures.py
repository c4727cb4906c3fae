"""What was measured, as tables that are printed after the run."""

from __future__ import annotations

from typing import Any

import pytest

# Tables by their titles.
FIGURES = pytest.StashKey[dict[str, list[str]]]()


def lighthouse_table(pages: dict[str, str], found: dict[str, dict[str, Any]]) -> list[str]:
    """Lighthouse's figures as lines: a head, and one line a kind with the page that was judged."""
    lines = [f"{'jenis: halaman':46} {'nilai':>15}"]
    for kind, result in sorted(found.items()):
        scores = " ".join(str(score) for score in result["scores"].values())
        lines.append(f"{f'{kind}: {pages[kind]}':46} {scores:>15}")
    return lines
