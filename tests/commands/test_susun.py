"""The two ways to a site, with MkDocs and without it: the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.same_tree import differing, sums
from support.zi_command import CONTOH, LAIN, PER_TANGGAL, PER_TANGGAL_LAIN, zi


@pytest.mark.parametrize("office", ["situs", "contoh", "lain"])
def test_the_same_site_without_mkdocs(office: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """`susun` makes what `bangun` makes, search index, headers and sums included: for the office of the decree, the sample, which
    lies below a path of its host, and another institution."""
    built = request.getfixturevalue(office)
    data, day = {"situs": (None, PER_TANGGAL), "contoh": (CONTOH, PER_TANGGAL), "lain": (LAIN, PER_TANGGAL_LAIN)}[office]
    chosen = ("--data", str(data / "data")) if data else ()
    done = zi("susun", str(tmp_path / "situs"), *chosen, "--per-tanggal", day.isoformat())
    assert done.returncode == 0, done.stderr
    assert differing(sums(built), sums(tmp_path / "situs")) == set()
    assert len(list(built.rglob("*.html"))) > 50
