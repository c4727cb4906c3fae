"""The desk's forms for the mapping of the LKE: entries added, changed and removed one by one, the mapping confirmed, the rest
of the file left as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post, text_at
from small.sent_form import fields_sent
from support.zi_command import CONTOH, TABALONG
from zona.records.lke.formulir import butir_menurut_kode
from zona.records.lke.pemetaan import PemetaanLke
from zona.records.load import load_data

LIST, ITEM = "/pemetaan/2026/", "/pemetaan/2026/A.1.I.i.a/langsung/"
FREE = "/pemetaan/2026/A.1.III.i.a/langsung/"  # an item that no row stands at


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample office's data, as a copy beside its pages."""
    shutil.copytree(CONTOH / "data", tmp_path / "data")
    shutil.copytree(TABALONG / "docs", tmp_path / "docs")
    return tmp_path / "data"


@pytest.fixture
def meja(data: Path) -> FlaskClient:
    """The desk of that office."""
    return desk_client(data, "Tim Contoh")


def sent(meja: FlaskClient, address: str, **typed: str | list[str]) -> tuple[int, str]:
    """What comes of the form at an address with this typed into it: the answer's number, and where it leads or what it says."""
    answer = post(meja, address, fields_sent(text_at(meja, address), tindakan="simpan", **typed))
    return answer.status_code, answer.headers.get("Location") or answer.get_data(as_text=True)


def mapping(data: Path) -> PemetaanLke:
    found = load_data(data).tahun[0].lke
    assert found
    return found.isi


def lines(data: Path) -> list[str]:
    return (data / "2026/lke.yml").read_text(encoding="utf-8").splitlines()


def test_every_item_is_in_the_list(meja: FlaskClient, data: Path) -> None:
    """The page for assessors leads to the list, which has every entry and every item without one, each with its form; sent as
    it stands, a form leaves the file byte for byte."""
    assert f'href="{LIST}"' in text_at(meja, "/penilai/")
    page, before = text_at(meja, LIST), (data / "2026/lke.yml").read_bytes()
    entries = {item.kunci for item in mapping(data).pemetaan}
    free = [kode for kode in butir_menurut_kode() if not any(item.startswith(f"{kode} ") for item in entries)]
    for kode, kind in [*(item.split(" ") for item in entries), *((kode, "langsung") for kode in free)]:
        assert f'href="{LIST}{kode}/{kind}/"' in page
    assert page.count(">Belum ada baris<") == len(free)
    rows = {item.butir for item in mapping(data).pemetaan if item.baris}
    told = [int(number) for number in re.findall(r"([0-9]+) butir belum ada baris<", page)]
    assert sum(told) == len(butir_menurut_kode()) - len(rows)
    for address in (ITEM, f"{LIST}penegasan/"):
        assert sent(meja, address) == (303, f"{address}?tersimpan=1")
    assert (data / "2026/lke.yml").read_bytes() == before
    assert get(meja, f"{LIST}A.1.IX/langsung/").status_code == 404
    assert get(meja, "/pemetaan/2024/").status_code == 404


def test_an_entry_is_added(meja: FlaskClient, data: Path) -> None:
    """An item without rows gets some, with the reason; the other lines stay, but for the confirmation: what was confirmed said
    something else. The list says that the mapping is a proposal again."""
    before = lines(data)
    assert "Ditegaskan Sekretaris Contoh, 20 November 2026" in text_at(meja, LIST)
    typed = {"baris": ["I.1", "VII.6"], "hubungan": "mendukung", "alasan": "Uji: baris ini (sebagian)."}
    assert sent(meja, FREE, **typed) == (303, "/pemetaan/2026/A.1.III.i.a/mendukung/?tersimpan=1")
    new = mapping(data).pemetaan[-1]
    assert (new.butir, new.baris, new.hubungan, new.alasan) == ("A.1.III.i.a", ("I.1", "VII.6"), "mendukung", typed["alasan"])
    assert mapping(data).ditegaskan is None
    gone = [line for line in before if line not in lines(data)]
    assert gone == ["ditegaskan:", "  oleh: Sekretaris Contoh", "  tanggal: 2026-11-20"]
    assert "Masih usulan, belum kami tegaskan" in text_at(meja, LIST)


def test_an_entry_is_changed_and_removed(meja: FlaskClient, data: Path) -> None:
    """Another reason is written in its line; an entry that is ticked to go takes its lines along, and no others."""
    before = lines(data)
    assert sent(meja, ITEM, alasan="Alasan lain.") == (303, f"{ITEM}?tersimpan=1")
    changed = [line for line in lines(data) if line not in before]
    assert changed == ["ditegaskan: null", "    alasan: Alasan lain."]
    count = len(mapping(data).pemetaan)
    assert sent(meja, ITEM, hapus="ya") == (303, f"{LIST}?dihapus=A.1.I.i.a")
    assert len(mapping(data).pemetaan) == count - 1
    assert "A.1.I.i.a" not in {item.butir for item in mapping(data).pemetaan}
    assert "Butir A.1.I.i.a dihapus dari pemetaan" in text_at(meja, f"{LIST}?dihapus=A.1.I.i.a")
    assert [line for line in lines(data) if line not in before] == ["ditegaskan: null"]


def test_a_mapping_is_confirmed(meja: FlaskClient, data: Path) -> None:
    """A role confirms the mapping with a day, which has come; pages of the office for an area are written beside it, and leave
    the confirmation."""
    address, before = f"{LIST}penegasan/", lines(data)
    code, said = sent(meja, address, ditegaskan__tanggal__hari="25")
    assert (code, "tanggal penegasan belum terjadi" in said, lines(data)) == (422, True, before)
    assert sent(meja, address, ditegaskan__tanggal__hari="22")[0] == 303
    assert [line for line in lines(data) if line not in before] == ["  tanggal: 2026-11-22"]
    page = {
        "halaman_kantor__1__area": "A.1.III", "halaman_kantor__1__judul": "Kepegawaian (CONTOH)",
        "halaman_kantor__1__tautan": "https://contoh.example/pegawai",
    }  # fmt: skip
    assert sent(meja, address, **page)[0] == 303
    found = mapping(data)
    assert [item.area for item in found.halaman_kantor] == ["A.1.IV", "A.1.III"]
    assert str(found.ditegaskan.tanggal if found.ditegaskan else None) == "2026-11-22"
    assert {line for line in before if line not in lines(data)} == {"  tanggal: 2026-11-20"}


@pytest.mark.parametrize(
    ("address", "typed", "said"),
    [
        (FREE, {"hubungan": "langsung", "alasan": "Uji."}, "pemetaan tanpa baris dan tanpa halaman"),
        (FREE, {"hubungan": "langsung", "baris": "I.1"}, "Alasan: belum diisi"),
        (FREE, {"hubungan": "langsung", "baris": "IX.9", "alasan": "Uji."}, "“IX.9” tidak ada dalam rencana"),
        (FREE, {"hubungan": "langsung", "baris": "I.1", "alasan": "Hubungi 081234567890."}, "nomor"),
        ("/pemetaan/2026/A.1.I.ii.c/langsung/", {"hubungan": "mendukung"}, "dua kali mendukung"),
        ("/pemetaan/2026/A.1.I.ii.c/mendukung/", {"baris": "I.2"}, "baris I.2 dua kali pada butir A.1.I.ii.c"),
    ],
)
def test_what_is_refused(meja: FlaskClient, data: Path, address: str, typed: dict[str, str], said: str) -> None:
    """What the loader would refuse is told in its words, what was typed stays, and the file stays as it was."""
    before = lines(data)
    code, page = sent(meja, address, **typed)
    assert (code, lines(data)) == (422, before)
    assert said in page
    again = fields_sent(page)
    assert {key: again[key][-1] for key in typed} == typed


def test_a_page_of_information_is_chosen(meja: FlaskClient, data: Path) -> None:
    """An entry without rows names a page of the site, chosen by its title."""
    page = text_at(meja, FREE)
    assert '<option value="wbs">' in page
    assert sent(meja, FREE, hubungan="mendukung", alasan="Uji.", halaman="wbs")[0] == 303
    assert mapping(data).pemetaan[-1].halaman == "wbs"


def test_a_mapping_begins(meja: FlaskClient, data: Path) -> None:
    """An office without a mapping begins one with its first entry; before, there is nothing to confirm."""
    (data / "2026/lke.yml").unlink()
    assert f'href="{LIST}"' in text_at(meja, "/penilai/")
    answer = get(meja, f"{LIST}penegasan/")
    assert (answer.status_code, "isi dulu satu butir" in answer.get_data(as_text=True)) == (422, True)
    assert sent(meja, ITEM, baris="I.1", hubungan="langsung", alasan="Uji.")[0] == 303
    assert lines(data)[1:] == [
        "# DATA CONTOH: semua isi folder ini karangan untuk uji, bukan data kantor mana pun.", "tahun: 2026", "pemetaan:",
        "  - butir: A.1.I.i.a", "    baris:", "      - I.1", "    hubungan: langsung", "    alasan: Uji.",
    ]  # fmt: skip
    code, said = sent(meja, ITEM, hapus="ya")
    assert (code, len(mapping(data).pemetaan)) == (422, 1)
    assert "pemetaan" in said
