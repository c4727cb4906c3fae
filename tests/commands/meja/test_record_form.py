"""Catat at the desk: the same record as by `catat`, byte for byte; slips that lose nothing; drafts that survive."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from small.desk_client import desk_client, get, post
from support.evidence_files import pdf, phone_photo
from support.recording import PERAN, evidence, office, options, records, run, tree
from werkzeug.test import TestResponse
from zona.desk import evidence_answers

GOOD = {
    "aksi": "I.1",
    "periode": "2026-01",
    "hasil": "selesai",
    "hari": "20",
    "bulan": "1",
    "tahun": "2026",
    "uraian": "Rapat: hasilnya # baik",
}
INPUT = re.compile(r'<input(?! type="radio"| type="checkbox")[^>]* name="([\w-]+)"[^>]* value="([^"]*)"')


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A desk of a small office."""
    return desk_client(office(tmp_path / "data"), PERAN[0])


def text_of(answer: TestResponse) -> str:
    """What a page says, without its marks."""
    return html.unescape(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)))


def key_of(answer: TestResponse) -> str:
    """The key of the draft that a form belongs to."""
    found = re.search(r'name="kunci" value="([0-9a-f]{16})"', answer.get_data(as_text=True))
    assert found
    return found[1]


def values_of(answer: TestResponse) -> dict[str, str]:
    """What stands in the fields of a form, as somebody would post it again."""
    page = answer.get_data(as_text=True)
    fields = {
        name: html.unescape(value)
        for name, value in re.findall(
            r'<input(?! type="radio"| type="checkbox")[^>]* name="([\w-]+)"[^>]* value="([^"]*)"', page
        )
    }
    for name, value in re.findall(r'<input type="radio" name="([\w-]+)" value="([^"]*)" checked', page):
        fields[name] = value
    for name, body in re.findall(r'<textarea[^>]* name="([\w-]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL):
        fields[name] = html.unescape(body)
    for name, body in re.findall(r'<select[^>]* name="([\w-]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body)
        fields[name] = chosen[1] if chosen else ""
    return fields


def test_the_same_bytes_as_catat(tmp_path: Path) -> None:
    """One record through the terminal and through the desk: every file of the data is the same, byte for byte."""
    files = evidence(tmp_path)
    terminal, desk = office(tmp_path / "satu" / "data"), office(tmp_path / "dua" / "data")
    assert run(terminal, *options(files)).exit_code == 0
    client = desk_client(desk, PERAN[0])
    page = post(client, "/catat/", GOOD | {"tindakan": "tambah"}, {path.name: path.read_bytes() for path in files})
    assert page.status_code == 303
    fields = values_of(get(client, page.location.partition("#")[0]))
    for number, name in enumerate(name for name in fields if name.startswith("judul-")):
        fields |= {name: f"Bukti {files[number].stem}", name.replace("judul", "jenis"): "dokumen"}
    done = post(client, "/catat/", fields | {"tindakan": "simpan"})
    assert done.status_code == 302, text_of(done)
    assert tree(terminal) == tree(desk)


def test_what_evidence_proves(tmp_path: Path) -> None:
    """What a piece proves is written alike by the terminal and the desk, shown again in a correction's form, and refused beside
    its field where it names a person's number; left empty, the record has no such key."""
    files = evidence(tmp_path)[:1]
    terminal, desk = office(tmp_path / "satu" / "data"), office(tmp_path / "dua" / "data")
    assert run(terminal, *options(files), "--membuktikan", "Semua subbagian hadir.").exit_code == 0
    client = desk_client(desk, PERAN[0])
    page = post(client, "/catat/", GOOD | {"tindakan": "tambah"}, {path.name: path.read_bytes() for path in files})
    fields = values_of(get(client, page.location.partition("#")[0]))
    (title,) = [name for name in fields if name.startswith("judul-")]
    proof = title.replace("judul", "membuktikan")
    fields |= {title: f"Bukti {files[0].stem}", title.replace("judul", "jenis"): "dokumen"}
    refused = post(client, "/catat/", fields | {proof: "Telepon 0812 3456 7890", "tindakan": "simpan"})
    assert refused.status_code == 422
    assert "Tampaknya ada nomor telepon" in text_of(refused)
    done = post(client, "/catat/", fields | {proof: "Semua subbagian hadir.", "tindakan": "simpan"})
    assert done.status_code == 302, text_of(done)
    assert tree(terminal) == tree(desk)
    assert [item.membuktikan for record in records(desk) for item in record.bukti] == ["Semua subbagian hadir."]


SLIPS = {
    "tanggal garis miring": ({"hari": "28/09/2026"}, None, ""),
    "tanggal panjang": ({"hari": "20 Januari 2026"}, None, ""),
    "tanggal yang belum tiba": ({"hari": "28", "bulan": "12"}, None, "28 Desember 2026 belum tiba (hari ini 24 November 2026)"),
    "tanggal yang tidak ada": ({"hari": "31", "bulan": "9"}, None, "September 2026 hanya sampai tanggal 30"),
    "tanggal kosong": ({"hari": ""}, None, "Tulis hari kegiatannya"),
    "tanggal berupa kata": ({"hari": "kemarin"}, None, "“kemarin” bukan tanggal"),
    "sebelum keputusan": ({"tahun": "2020"}, None, "20 Januari 2020 mendahului keputusan, 2 Januari 2026"),
    "periode tidak dipilih": ({"periode": ""}, None, "Pilih periodenya"),
    "hasil tidak dipilih": ({"hasil": ""}, None, "Pilih hasilnya"),
    "uraian kosong": ({"uraian": "  "}, None, "Tulis apa yang dilakukan, satu kalimat pun cukup"),
    "nomor telepon": ({"uraian": "Hubungi 0812 3456 7890"}, None, "Tampaknya ada nomor telepon (08••••••••90)"),
    "NIP dan nama": ({"uraian": "Oleh Ahmad, NIP 19800101 200501 1 001"}, None, "Tampaknya ada NIP"),
    "terlalu panjang": ({"uraian": "a" * 2001}, None, "2"),
    "selesai tanpa bukti": ({}, {}, "Hasil “Selesai” perlu sedikitnya satu bukti"),
    "PDF terlalu besar": ({}, {"scan.pdf": pdf() + b"\n% " + b"x" * 400_000}, "sebesar 400 kB; paling besar 300 kB"),
    "foto iPhone rusak": ({}, {"IMG_0412.heic": b"\0\0\0\x18ftypheic" + b"x" * 99}, "IMG_0412.heic"),
    "foto yang bukan foto": ({}, {"foto.jpg": b"<html>halo</html>"}, "berkas tidak bisa dibuka"),
    "HTML bernama PDF": ({}, {"surat.pdf": b"<html><script>1</script></html>"}, "surat.pdf"),
    "berkas Word": ({}, {"notulen.docx": b"PK\3\4"}, "pilih Simpan sebagai (atau Ekspor), pilih PDF"),
    "film": ({}, {"rapat.mp4": b"\0\0\0\x18ftypmp42"}, "film"),
    "berkas kosong": ({}, {"kosong.pdf": b""}, "berkas kosong"),
    "tautan tanpa awalan": ({"tautan": "instagram.com/p/abc"}, None, ""),
}


@pytest.mark.parametrize(("changed", "files", "said"), SLIPS.values(), ids=SLIPS.keys())
def test_slips(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], files: dict[str, bytes] | None, said: str
) -> None:
    """A slip is told in plain Indonesian beside its field, or understood; whatever was typed stays in the form."""
    monkeypatch.setattr(evidence_answers, "MOST_READ", 300_000)
    typed = GOOD | changed
    given = {"foto rapat (1) “baru”.jpg": phone_photo()} if files is None else files
    answer = post(client, "/catat/", typed | {"tindakan": "simpan"}, given)
    page = text_of(answer)
    if not said:
        assert answer.status_code in (302, 422), page
        assert not re.search("tanggal|tautan.*https", "".join(re.findall(r"Perlu dibetulkan: ([^.]*)", page)))
        return
    assert answer.status_code == 422
    assert said in page
    assert "Isian Anda masih lengkap" in page
    kept = values_of(answer)
    assert {name: kept.get(name, "") for name in typed} == typed
    again = values_of(get(client, f"/catat/{key_of(answer)}"))
    assert {name: again.get(name, "") for name in typed} == typed
    if files is None:
        assert "foto rapat (1) “baru”" in again.values() or 'src="/catat/' in answer.get_data(as_text=True)
