"""Shared by the tests of commands: an office that records, and what it records with."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import recording


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with two actions and two roles."""
    return recording.office(tmp_path / "data")


@pytest.fixture
def bukti(tmp_path: Path) -> list[Path]:
    """A PDF and a photo."""
    return recording.evidence(tmp_path)
