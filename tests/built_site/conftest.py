"""The built sites, read once for all tests about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from recount.published_page import Element, read_page


@pytest.fixture(scope="package")
def pages(situs: Path) -> dict[str, Element]:
    """Every page of the office's site by its address below the site."""
    return {path.relative_to(situs).as_posix().removesuffix("index.html"): read_page(path) for path in situs.rglob("*.html")}


@pytest.fixture(scope="module", params=["situs", "contoh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, then of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found
