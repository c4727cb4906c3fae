"""The built sites that tests are about."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module", params=["situs", "contoh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, then of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found
