"""A desk of the sample office in this process, served to a real browser, and a browser without a screen beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from cli.meja.desk_app import desk_app
from small.served_desk import Served, served_desk
from support.zi_command import CONTOH, TABALONG, git
from zona.desk.sending.unsent import begin_history
from zona.desk.sending.vault import Vault


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The desk of the sample office, with a history and a place to send to that nobody reaches; a role sits at it."""
    folder = tmp_path_factory.mktemp("meja")
    shutil.copytree(CONTOH / "data", folder / "data")
    shutil.copytree(TABALONG / "docs", folder / "docs")  # the pages that the mapping to the LKE names
    begin_history(folder, "Latihan")
    git(folder, "remote", "add", "origin", "https://contoh.invalid/kantor/data.git")
    with served_desk(folder / "data") as desk:
        desk.vault = Vault()
        served = Served(desk, desk_app(desk).test_client())
        served.client.get(f"/?kunci={desk.kunci}", base_url=served.base)
        desk.choose_role(desk.open().office.peran[0])
        yield served
