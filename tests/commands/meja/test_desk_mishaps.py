"""A tired person at the desk, and what happens around it meanwhile: nothing typed is lost, nothing is saved twice, and every
page says how to go on."""

from __future__ import annotations

import re
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post
from small.office_data import row, write_kantor
from small.sent_form import fields_sent
from support.evidence_files import pdf
from support.recording import PERAN, office, record_of, records
from werkzeug.test import TestResponse
from zona.desk import drafts as drafts_of_the_desk
from zona.desk.drafts import Drafts

DEED = {"aksi": "I.1", "periode": "2026-01", "hari": "20", "bulan": "1", "tahun": "2026", "uraian": "Rapat bersama tim."}
GOOD = {**DEED, "hasil": "selesai"}
FILE = {"Surat keputusan tim.pdf": pdf()}
PAGES = [
    "/",
    "/catat/",
    "/verifikasi/",
    "/betulkan/",
    "/kanal/",
    "/pengaduan/",
    "/laporan/",
    "/kantor/",
    "/periksa/",
    "/penilai/",
    "/kirim/",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return office(tmp_path / "data")


@pytest.fixture
def client(data: Path) -> FlaskClient:
    return desk_client(data, PERAN[0])


def draft_in(answer: TestResponse) -> str:
    """The key of the draft that an answer leads to."""
    return re.split("[/#]", answer.location)[2]


def begun(client: FlaskClient) -> dict[str, list[str]]:
    """The fields of a draft with its evidence, ready to be saved."""
    page = get(client, post(client, "/catat/", {**GOOD, "tindakan": "tambah"}, FILE).location.partition("#")[0])
    return fields_sent(page.get_data(as_text=True), tindakan="simpan")


def test_saved_with_a_double_click(client: FlaskClient, data: Path) -> None:
    """Two posts of one form at once are one record, and both are told that it is saved; so is the way back to the form, and
    what the page's script sends late. No draft comes back to life."""
    fields, answers = begun(client), list[TestResponse]()

    def save() -> None:
        other = client.application.test_client()
        other._cookies = client._cookies
        answers.append(post(other, "/catat/", fields))

    clicks = [threading.Thread(target=save) for _ in range(3)]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    assert len(records(data)) == 1
    said = f"/?tersimpan={Path(record_of(data)).name}"
    answers += [get(client, f"/catat/{fields['kunci'][0]}"), post(client, "/catat/langsung", fields)]
    assert {answer.location for answer in answers} == {said}
    assert not Drafts(data).all()


def test_two_files_for_one_draft_at_once(client: FlaskClient, data: Path) -> None:
    """Files that are dropped into one draft at the same time are all in it."""
    key = draft_in(post(client, "/catat/", {**GOOD, "tindakan": "draf"}))

    def drop(number: int) -> None:
        other = client.application.test_client()
        other._cookies = client._cookies
        post(
            other,
            "/catat/",
            {"kunci": key, "tindakan": "tambah"},
            {f"surat {number}.pdf": pdf(author=f"Surat {number}", pages=number)},
        )

    drops = [threading.Thread(target=drop, args=(number,)) for number in (1, 2, 3, 4)]
    for one in drops:
        one.start()
    for one in drops:
        one.join()
    draft = Drafts(data).find(key)
    assert draft
    assert len(draft.bukti) == 4
    assert all(Drafts(data).content(draft, item) for item in draft.bukti)


@pytest.mark.parametrize("address", ["/catat/", "/tumpukan/", "/kantor/"])
@pytest.mark.parametrize("mishap", ["data rusak", "disk penuh", "program salah"])
def test_typed_while_nothing_can_be_kept(
    client: FlaskClient, data: Path, address: str, mishap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the data are broken by hand, the disk is full or the program fails, the answer holds all that was typed, to be sent
    again once that is put right."""
    text = "Kalimat panjang & “penting”\r\nyang belum ada di mana pun <b>"
    situs = data / "situs.yml"
    good = situs.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "full") if mishap == "disk penuh" else ValueError("x")

    with monkeypatch.context() as patch:
        if mishap == "data rusak":
            situs.write_bytes(good + b"\nx: [")
        else:
            patch.setattr(drafts_of_the_desk, "create", fail)
        answer = post(client, address, {**DEED, "uraian": text, "tindakan": "draf"})
    situs.write_bytes(good)
    page = answer.get_data(as_text=True)
    assert answer.status_code in (409, 500)
    assert "Isian Anda masih ada di halaman ini" in page
    sent = fields_sent(page)
    assert sent["uraian"] == [text.replace("\r", "")]  # a browser sends it with line ends as it came
    for left in re.findall(r"/\S*zi-kesalahan-\w+\.txt", page):
        Path(left).unlink()
    if address == "/catat/":
        again = post(client, re.findall(r'action="([^"]+)"', page)[0], sent)
        assert again.status_code == 303
        assert Drafts(data).all()[0]["uraian"] == text.replace("\r", "")


def test_broken_data_are_shown_with_their_line(client: FlaskClient, data: Path) -> None:
    """Where somebody broke a file by hand, every page says which line, and leads to it; mended, the desk goes on."""
    good = (data / "situs.yml").read_bytes()
    (data / "situs.yml").write_bytes(good + b"\nkeliru: [\n")
    for address in PAGES:
        answer = get(client, address)
        assert answer.status_code == 409, address
        (link,) = set(re.findall(r'href="(/periksa/berkas/[^"]+)"', answer.get_data(as_text=True)))
        assert "keliru" in get(client, link.replace("&amp;", "&")).get_data(as_text=True)
    (data / "situs.yml").write_bytes(good)
    assert get(client, "/").status_code == 200
    shutil.rmtree(data)
    assert "Folder data tidak ada" in get(client, "/").get_data(as_text=True)


@pytest.mark.parametrize("ended", [False, True])
def test_no_role_is_open(tmp_path: Path, ended: bool) -> None:
    """An office that names no role, or whose last role has ended, is led to where roles are named; no page is a dead end."""
    roles = [{"nama": "Tim", "sampai": date(2026, 12, 31)}] if ended else []
    data = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": roles or ["Tim"]})
    client = desk_client(data, "Tim")
    if ended:
        client = desk_client_later(client)
    else:
        situs = data / "situs.yml"
        situs.write_text(re.sub(r"peran:\n- .*\n", "", situs.read_text(encoding="utf-8")), encoding="utf-8")
    assert get(client, "/").location == "/peran/"
    assert 'href="/kantor/"' in get(client, "/peran/").get_data(as_text=True)
    for address in PAGES:
        assert get(client, address).status_code in (200, 302), address


def desk_client_later(client: FlaskClient) -> FlaskClient:
    """The same browser a year later."""
    client.application.extensions["meja"].asked = "2027-03-01"
    return client


def test_a_record_that_was_corrected_is_not_taken_back(client: FlaskClient, data: Path) -> None:
    """A record that another corrects stays, and its page says which goes first; nothing is called broken."""
    assert post(client, "/catat/", begun(client)).status_code == 302
    name = Path(record_of(data)).name
    correction = {**DEED, "hasil": "berjalan", "mengoreksi": name, "alasan": "Belum tuntas.", "tindakan": "simpan"}
    assert post(client, "/catat/", correction).status_code == 302
    answer = post(client, f"/betulkan/{name}", {"cara": "batalkan"})
    assert answer.status_code == 422
    assert "dibetulkan atau dicabut" in answer.get_data(as_text=True)
    assert len(records(data)) == 2
    assert not Drafts(data).all()


@pytest.mark.parametrize("field", ["hari", "bulan", "tahun"])
@pytest.mark.parametrize("typed", ["²", "9" * 5000, "١٢", "-1", "\0"])
def test_odd_numbers(client: FlaskClient, field: str, typed: str) -> None:
    """Whatever is sent for a day, it is told in words."""
    assert post(client, "/catat/", {**GOOD, field: typed, "tindakan": "simpan"}).status_code == 422


@pytest.mark.parametrize(
    "said",
    [
        "",
        "null",
        "[" * 100_000,
        '{"kunci": 1}',
        '{"isian": {"aksi": 5}, "bukti": []}',
        '{"diubah": "kemarin", "bukti": []}',
        '{"lain": 3}',
    ],
)
def test_a_draft_that_is_none(client: FlaskClient, data: Path, said: str) -> None:
    """A draft's file that holds something else, as after the power went, hides no page and no other draft."""
    key = draft_in(post(client, "/catat/", {**GOOD, "tindakan": "draf"}))
    broken = data.parent / ".zi-meja" / "draf" / "0123456789abcdef"
    broken.mkdir()
    (broken / "isian.json").write_text(said, encoding="utf-8")
    assert f"/catat/{key}" in get(client, "/").get_data(as_text=True)
    assert get(client, "/catat/0123456789abcdef").status_code in (200, 404)
