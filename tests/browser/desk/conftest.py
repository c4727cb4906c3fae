"""Desks of the sample office and of a small one in this process, the first served to a real browser; and a browser without a
screen beside each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from asked import Asked
from cli.meja.desk import Desk
from cli.meja.desk_app import desk_app
from small.desk_client import desk_at
from small.served_desk import Served, serving
from support.recording import office
from support.zi_command import CONTOH, TABALONG, git
from zona.desk.sending.unsent import begin_history
from zona.desk.sending.vault import Vault


def sending_desk(folder: Path) -> Desk:
    """The desk of the office in a folder, with a history and a place to send to that nobody reaches."""
    begin_history(folder, "Latihan")
    git(folder, "remote", "add", "origin", "https://contoh.invalid/kantor/data.git")
    desk = desk_at(folder / "data")
    desk.vault = Vault()
    return desk


def let_in(desk: Desk) -> Served:
    """A browser without a screen at a desk where a role sits."""
    served = Served(desk, desk_app(desk).test_client())
    served.client.get(f"/?kunci={desk.kunci}", base_url=served.base)
    desk.choose_role(desk.open().office.peran[0])
    return served


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The desk of the sample office; a month waits for its release."""
    folder = tmp_path_factory.mktemp("meja")
    for name in ("data", "data-tertutup"):
        shutil.copytree(CONTOH / name, folder / name)
    (folder / "data/2026/pengaduan/10.yml").unlink()
    shutil.copytree(TABALONG / "docs", folder / "docs")  # the pages that the mapping to the LKE names
    with serving(sending_desk(folder)) as desk:
        yield let_in(desk)


@pytest.fixture(scope="module")
def unserved(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The desk of a small office."""
    folder = tmp_path_factory.mktemp("kecil")
    office(folder / "data")
    return let_in(sending_desk(folder))


@pytest.fixture(scope="session")
def asked() -> Asked:
    """What axe has found good so far."""
    return Asked()
