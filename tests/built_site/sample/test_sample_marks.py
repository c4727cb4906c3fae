"""The sample office says on everything that it is invented, and shows every state."""

from __future__ import annotations

import json
from pathlib import Path

from recount.published_page import read_page, words
from recount.status_again import (
    TAHUN,
    Terbitan,
    tally,
)


def test_sample_says_so(terbitan: Terbitan) -> None:
    """Every page of the sample office says DATA CONTOH, and no page of a real office does; the JSON agrees."""
    pages = list(terbitan.root.rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        (bar,) = [item for item in read_page(path).walk() if item.attributes.get("aria-label") == "Tanggal data"]
        assert ("DATA CONTOH" in words(bar)) == terbitan.contoh, path
        assert ("DATA CONTOH" in read_page(path).text) == terbitan.contoh, path
    for path in terbitan.root.glob(f"api/v1/{TAHUN}/*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["contoh"] is terbitan.contoh, path


def test_sample_holds_every_state(terbitan: Terbitan) -> None:
    """The sample office shows every state of a period and at least one late fulfilment, so that nothing above is empty."""
    if terbitan.contoh:
        assert all(tally(item["keadaan"] for item in terbitan.periode).values())
        assert any(item["terlambat_dipenuhi"] for item in terbitan.periode)


def test_everything_of_the_sample_says_so(contoh: Path) -> None:
    """Every page and JSON file of the sample office says DATA CONTOH; nobody can take it for real."""
    files = [path for path in contoh.rglob("*") if path.suffix in (".html", ".json") and "pagefind" not in path.parts]
    assert len(files) > 100
    assert not [path for path in files if "DATA CONTOH" not in path.read_text(encoding="utf-8")]
