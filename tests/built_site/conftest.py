"""The built sites as they are read to be counted again."""

from __future__ import annotations

import json

import pytest
from recount.status_again import (
    TAHUN,
    Terbitan,
)


@pytest.fixture(scope="module", params=["situs", "contoh"], ids=["kantor", "contoh"])
def terbitan(request: pytest.FixtureRequest) -> Terbitan:
    """The site of the office, and that of the sample office."""
    root = request.getfixturevalue(request.param)
    api = root / "api" / "v1" / str(TAHUN)
    read = [json.loads((api / f"{name}.json").read_text(encoding="utf-8")) for name in ("capaian", "ringkasan")]
    return Terbitan(root, request.param == "contoh", *read)
