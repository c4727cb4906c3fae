"""What the script keeps while somebody types, and what a button does at the same moment: neither undoes the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

import pytest
from cli.meja.desk_app import desk_app
from flask import Flask
from small.desk_client import BASE, desk_at, get, post
from support.evidence_files import phone_photo
from support.recording import PERAN, office
from werkzeug.test import TestResponse
from zona.desk.drafts import Draft, Drafts

TYPED = {
    "aksi": "I.1",
    "periode": "2026-01",
    "hasil": "berjalan",
    "hari": "20",
    "bulan": "1",
    "tahun": "2026",
    "uraian": "Rapat.",
}
Send = Callable[..., TestResponse]


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """The desk of a small office, where a role sits."""
    desk = desk_at(office(tmp_path / "data"))
    desk.choose_role(PERAN[0])
    app = desk_app(desk)
    app.config["KUNCI"] = desk.kunci
    return app


def send(app: Flask, address: str, fields: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> TestResponse:
    """What the desk answers to a form that one of its browsers sends."""
    client = app.test_client()
    get(client, f"/?kunci={app.config['KUNCI']}")
    return post(client, address, fields, files)


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> Callable[[], None]:
    """Have somebody begin an act while the next draft is being kept; what is returned waits until the act is over."""
    threads, keep = [Thread(target=act)], Drafts.keep

    def slowly(drafts: Drafts, draft: Draft, *rest: object) -> Draft:
        monkeypatch.setattr(Drafts, "keep", keep)
        threads[0].start()
        threads[0].join(1.5)  # as long as it would take, if nothing held it back
        return keep(drafts, draft, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Drafts, "keep", slowly)
    return lambda: threads[0].join(30)


def begun(app: Flask) -> str:
    """The key of a draft that is on disk."""
    found = re.search(r"/catat/([0-9a-f]{16})", send(app, "/catat/", TYPED | {"tindakan": "pratinjau"}).location)
    assert found
    return found[1]


def test_a_file_that_comes_while_the_draft_is_kept(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo that is dropped while the script keeps what was typed stays in the draft, with its file."""
    typed = TYPED | {"kunci": begun(app)}
    ended = meanwhile(monkeypatch, lambda: send(app, "/catat/", typed | {"tindakan": "tambah"}, {"Rapat.jpg": phone_photo()}))
    assert send(app, "/catat/langsung", typed).status_code == 200
    ended()
    client = app.test_client()
    get(client, f"/?kunci={app.config['KUNCI']}")
    page = get(client, f"/catat/{typed['kunci']}").get_data(as_text=True)
    picture = re.search(r'<img class="gbr" src="(/catat/[^"]+)"', page)
    assert picture
    assert client.get(picture[1], base_url=BASE).mimetype == "image/jpeg"


def test_saved_while_the_draft_is_kept(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that is saved while the script keeps what was typed leaves no draft behind."""
    typed = TYPED | {"kunci": begun(app)}
    ended = meanwhile(monkeypatch, lambda: send(app, "/catat/", typed | {"tindakan": "simpan"}))
    assert send(app, "/catat/langsung", typed).status_code == 200
    ended()
    desk = app.extensions["meja"]
    assert [record.isi.uraian for record in desk.open().office.data.tahun[0].capaian] == ["Rapat."]
    assert desk.drafts.all() == []
