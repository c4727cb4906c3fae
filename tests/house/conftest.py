"""The host on which acts of an office are rehearsed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.code_host import CodeHost
from support.zi_command import TABALONG


@pytest.fixture
def host(tmp_path: Path) -> Iterator[CodeHost]:
    """The host of the office of the decree as it was on the day of the freeze, with the first two groups of its plan and no
    page of information yet: what is rehearsed is the way, and half the pages are built in half the time."""
    office = Path(shutil.copytree(TABALONG / "data", tmp_path / "kantor" / "data")).parent
    plan = office / "data" / "2026" / "rencana-aksi.yml"
    plan.write_text(plan.read_text(encoding="utf-8").partition("  - kode: III\n")[0], encoding="utf-8")
    plan.with_name("lke.yml").unlink()  # it names rows of the other groups, and pages
    host = CodeHost(tmp_path, office)
    yield host
    host.stop()
