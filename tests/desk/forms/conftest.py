"""The sample office for tests of forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small.desk_office import SHARED, office_at
from support.zi_command import ROOT
from zona.desk.office import Office

SAMPLE = ROOT / "tests" / "offices" / "contoh"


@pytest.fixture
def contoh(tmp_path: Path) -> Office:
    """The sample office, as its own copy."""
    shutil.copytree(SAMPLE, tmp_path / "kantor")
    return office_at(tmp_path / "kantor" / "data")


@pytest.fixture(scope="session")
def shared_contoh(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The sample office, to be read only."""
    root = tmp_path_factory.mktemp("kantor") / "kantor"
    shutil.copytree(SAMPLE, root)
    SHARED[:] = [office_at(root / "data")]
    return SHARED[0]
