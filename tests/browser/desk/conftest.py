"""A desk of the sample office in this process, served as at an office, with screens of every kind."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.meja.desk import Desk, desk_for
from cli.meja.desk_app import desk_app
from flask.testing import FlaskClient
from support.zi_command import CONTOH
from waitress.server import create_server
from zona.desk.sending.vault import Vault


@dataclass
class Served:
    """A desk, where it is, and a browser without a screen that was let in."""

    desk: Desk
    client: FlaskClient

    @property
    def base(self) -> str:
        return f"http://{self.desk.host}"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The desk; the role “Tim Contoh” sits at it."""
    folder = tmp_path_factory.mktemp("meja")
    for name in ("data", "docs"):
        if (CONTOH / name).is_dir():
            shutil.copytree(CONTOH / name, folder / name)
    yield from serve(folder / "data")


def serve(data: Path) -> Iterator[Served]:
    """The desk of an office's data, as long as it is needed."""
    desk = desk_for(str(data), "2026-11-24")
    desk.prosa, desk.vault = data.parent / "docs" / "informasi", Vault()
    app = desk_app(desk)
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    desk.host = f"127.0.0.1:{server.effective_port}"
    threading.Thread(target=server.run, daemon=True).start()
    served = Served(desk, app.test_client())
    served.client.get(f"/?kunci={desk.kunci}", base_url=served.base)
    desk.choose_role(desk.open().office.peran[0])
    yield served
    server.close()
