"""What was measured, as tables that are printed after the run."""

from __future__ import annotations

from typing import Any

import pytest
from sweep import Measured

# Tables by their titles.
FIGURES = pytest.StashKey[dict[str, list[str]]]()


def page_table(pages: list[Measured]) -> list[str]:
    """The figures as lines: a head, one line a page, and the largest of each."""
    columns = ("permintaan", "KB pertama", "KB berikut", "KB foto", "axe", "lebar", "geser")
    rows = [
        (
            page.first.requests,
            page.first.bytes / 1000,
            page.later.bytes / 1000,
            page.first.pictures / 1000,
            sum(map(len, page.axe.values())),
            sum(map(bool, page.overflow.values())),
            page.shift,
        )
        for page in pages
    ]
    named = [(page.path or "(beranda)", row) for page, row in zip(pages, rows, strict=True)]
    named.append((f"terbesar dari {len(pages)} halaman", tuple(max(column) for column in zip(*rows, strict=True))))
    form = "{:36} {:10} {:10.1f} {:10.1f} {:7.1f} {:5} {:5} {:5.3g}"
    return [
        "{:36} {:>10} {:>10} {:>10} {:>7} {:>5} {:>5} {:>5}".format("halaman", *columns),
        *(form.format(name, *row) for name, row in named),
    ]


def lighthouse_table(pages: dict[str, str], found: dict[str, dict[str, Any]]) -> list[str]:
    """Lighthouse's figures as lines: a head, and one line a kind with the page that was judged."""
    lines = [f"{'jenis: halaman':46} {'nilai':>15}"]
    for kind, result in sorted(found.items()):
        scores = " ".join(str(score) for score in result["scores"].values())
        lines.append(f"{f'{kind}: {pages[kind]}':46} {scores:>15}")
    return lines
