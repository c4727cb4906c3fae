"""The built sites, read once for all tests about them, and as they are read to be counted again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from recount.published_page import Element, read_page
from recount.status_again import TAHUN, Terbitan


@pytest.fixture(scope="package")
def pages(situs: Path) -> dict[str, Element]:
    """Every page of the office's site by its address below the site."""
    return {path.relative_to(situs).as_posix().removesuffix("index.html"): read_page(path) for path in situs.rglob("*.html")}


@pytest.fixture(scope="module", params=["situs", "contoh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, then of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module", params=["situs", "contoh"], ids=["kantor", "contoh"])
def terbitan(request: pytest.FixtureRequest) -> Terbitan:
    """The site of the office, and that of the sample office."""
    root = request.getfixturevalue(request.param)
    api = root / "api" / "v1" / str(TAHUN)
    read = [json.loads((api / f"{name}.json").read_text(encoding="utf-8")) for name in ("capaian", "ringkasan")]
    return Terbitan(root, request.param == "contoh", *read)
