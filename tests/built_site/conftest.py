"""What the tests of built sites share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module", params=("situs", "contoh"))
def root(request: pytest.FixtureRequest) -> Path:
    """The built site of the office, and of the sample office."""
    found: Path = request.getfixturevalue(request.param)
    return found
