"""A desk that a real browser opens: served on the loopback address until the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from cli.meja.desk import Desk
from cli.meja.desk_app import desk_app
from flask.testing import FlaskClient
from small.desk_client import desk_at
from small.loopback import SOON
from werkzeug.serving import make_server


@dataclass
class Served:
    """A desk, where it is, and a browser without a screen that was let in."""

    desk: Desk
    client: FlaskClient

    @property
    def base(self) -> str:
        return f"http://{self.desk.host}"


@contextmanager
def served_desk(data: Path, day: str = "2026-11-24") -> Iterator[Desk]:
    """The desk of the office in a folder, as of a day; its `address` lets a browser in."""
    with serving(desk_at(data, day)) as desk:
        yield desk


@contextmanager
def serving(desk: Desk) -> Iterator[Desk]:
    """A desk, served on the loopback address."""
    server = make_server("127.0.0.1", 0, desk_app(desk), threaded=True)
    desk.host = f"127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(SOON,))
    thread.start()
    try:
        yield desk
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
