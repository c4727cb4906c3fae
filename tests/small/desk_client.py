"""The desk of an office as a browser meets it, without a server."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cli.meja.desk import Desk, desk_for
from cli.meja.desk_app import desk_app
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HOST = "127.0.0.1:5000"
BASE = f"http://{HOST}"
Files = Mapping[str, bytes] | None


def desk_at(data: Path, day: str = "2026-11-24") -> Desk:
    """The desk of the office in a folder, as of a day."""
    (data.parent / "docs").mkdir(exist_ok=True)  # an office's own pages, or none: never those of this project
    desk = desk_for(str(data), day)
    desk.host = HOST
    return desk


def desk_client(data: Path, peran: str = "Pengelola situs", day: str = "2026-11-24") -> FlaskClient:
    """A browser that was let in, at a desk where a role sits."""
    desk = desk_at(data, day)
    client = desk_app(desk).test_client()
    assert client.get(f"/?kunci={desk.kunci}", base_url=BASE).status_code == 302
    assert post(client, "/peran/", {"peran": peran}).status_code == 303
    return client


def get(client: FlaskClient, address: str) -> TestResponse:
    """An answer of the desk."""
    return client.get(address, base_url=BASE)


def text_at(client: FlaskClient, address: str) -> str:
    """What the page at an address says."""
    answer = get(client, address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def post(
    client: FlaskClient, address: str, fields: Mapping[str, Any], files: Mapping[str, bytes] | None = None
) -> TestResponse:
    """What the desk answers to a form; `files` go into the field for evidence, by their names."""
    data: dict[str, Any] = dict(fields)
    if files:
        data["berkas"] = [(io.BytesIO(content), name) for name, content in files.items()]
    kind = "multipart/form-data" if files else None
    return client.post(address, base_url=BASE, data=data, content_type=kind, headers={"Origin": BASE})
