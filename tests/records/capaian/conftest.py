"""Shared by the tests of records and their evidence."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "data" / "bukti"
    target.mkdir(parents=True)
    return target
