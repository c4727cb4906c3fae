"""Records in their surroundings: what is refused, and what is let through."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.one_record import office, problems, write
from support.zi_command import CONTOH
from zona.findings.judge import judge
from zona.records.capaian.capaian import Bukti, JenisBukti
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

PDF = CONTOH / "data" / "bukti" / "2026"
PERAN = ["Tim", "Sekretaris"]


def test_a_role_that_ends(tmp_path: Path) -> None:
    """What a role recorded and verified up to its last day stays valid; what it verifies later is refused."""
    ended = {"nama": "Sekretaris", "sampai": date(2026, 4, 2)}
    root = office(tmp_path, peran=["Tim", ended])
    write(root, on=date(2026, 4, 2))
    assert load_data(root).tahun[0].capaian
    late = write(root, periode="2026-TW2", on=date(2026, 4, 3))
    assert problems(root) == [
        f"data/2026/capaian/{late.name}:13: peran “Sekretaris” berakhir 2026-04-02; "
        "pakai peran yang berlaku pada hari itu, atau betulkan sampai di situs.yml"
    ]


def test_a_good_record(tmp_path: Path) -> None:
    """A complete record is read with its evidence."""
    root = office(tmp_path)
    path = write(root)
    (record,) = load_data(root).tahun[0].capaian
    assert (record.path, record.isi.aksi, list(load_data(root).tahun[0].bukti)) == (
        f"2026/capaian/{path.name}", "I.1", ["laporan.pdf"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "line", "expected"),
    [
        ({"aksi": "I.2"}, 1, "aksi “I.2” tidak ada dalam rencana"),
        ({"periode": "2026-03"}, 2, "tidak punya periode “2026-03”"),
        ({"tanggal": date(2026, 1, 1)}, 3, "mendahului keputusan (2026-01-02)"),
        ({"hasil": "selesai", "bukti": None}, 4, "hasil “selesai” tanpa bukti"),
        ({"verifier": "Tim"}, 13, "pencatat dan pemverifikasi berperan sama"),
        ({"verifier": "Sekertaris"}, 13, "maksud Anda “Sekretaris”?"),
        ({"on": date(2026, 3, 29)}, 14, "tanggal verifikasi 2026-03-29 mendahului tanggal laporan (2026-03-30)"),
        ({"dicatat_oleh": "Budi"}, 11, "peran “Budi” tidak ada dalam situs.yml"),
        ({"uraian": "Hubungi 0812-3456-7890."}, 5, "tampaknya ada nomor telepon"),
        ({"uraian": "x" * 2001}, 5, "terlalu panjang"),
        ({"mengoreksi": "x.yml"}, 1, "koreksi dan pencabutan ditulis bersama alasan"),
        ({"alasan": "Salah ketik."}, 1, "koreksi dan pencabutan ditulis bersama alasan"),
        ({"mengoreksi": "x.yml", "mencabut": "y.yml", "alasan": "Uji."}, 1, "mengoreksi sekaligus mencabut"),
        ({"mencabut": "x.yml", "alasan": "Uji."}, 1, "pencabutan dengan hasil “selesai”"),
        ({"mengoreksi": "x.yml", "alasan": "Uji."}, 12, "laporan “x.yml” tidak ada"),
    ],
)
def test_refused(cells: dict[str, Any], line: int, expected: str, tmp_path: Path) -> None:
    """What a record may not say is refused at its line, in one sentence with its mend."""
    root = office(tmp_path)
    path = write(root, **cells)
    found = [problem for problem in problems(root) if expected in problem]
    assert len(found) == 1, problems(root)
    assert found[0].startswith(f"data/2026/capaian/{path.name}:{line}: ")


@pytest.mark.parametrize(
    "cells",
    [
        {"tanggal": date(2026, 1, 2)},
        {"hasil": "berjalan", "bukti": None, "verifier": None},
        {"hasil": "kendala", "uraian": "x" * 2000, "tanggal": date(2026, 3, 31)},
    ],
)
def test_let_through(cells: dict[str, Any], tmp_path: Path) -> None:
    """A record of the decree's own day, one without evidence that claims nothing, the longest text."""
    root = office(tmp_path)
    write(root, periode="2026-TW4")
    write(root, **cells)
    assert len(load_data(root).tahun[0].capaian) == 2


@pytest.mark.parametrize(
    "name", ["i-1_2026-TW2_0123abcd.yml", "i-1.yml", "i-1_2026-TW1.yml", "i-1_2026-TW1_2.yml", "i-1_2026-TW1_0123ABCD.yml"]
)
def test_file_names(name: str, tmp_path: Path) -> None:
    """A record's file is named after its action, its period and what it says, so that two people never write the same file."""
    root = office(tmp_path)
    proper = write(root)
    proper.rename(proper.with_name(name))
    assert any(f"ganti namanya menjadi {proper.name}" in problem for problem in problems(root))


def test_what_belongs_to_files_and_what_to_links(tmp_path: Path) -> None:
    """A link has no fingerprint, and a file no day on which it was seen; a link's day may be told."""
    link = {"tautan": "https://drive.google.com/x", "dilihat": date(2026, 3, 29), "judul": "Foto", "jenis": "foto"}
    root = office(tmp_path)
    write(root)
    write(root, bukti=[link], periode="2026-TW2")
    assert load_data(root)
    write(root, bukti=[link | {"sha256": "0" * 64}], periode="2026-TW3")
    assert "dilihat milik tautan" in problems(root)[0]


def test_what_evidence_proves(tmp_path: Path) -> None:
    """A piece may say what it proves; a record that says nothing of it keeps the fingerprint that it had before the key was
    there, one that does has another, and a number of an identity card in it is refused as anywhere."""
    link = {"tautan": "https://kpu.go.id/x", "judul": "Foto", "jenis": "foto"}
    root = office(tmp_path)
    write(root, verifier=None)
    write(root, bukti=[link | {"membuktikan": "Semua subbagian hadir."}], periode="2026-TW2", verifier=None)
    without, told = (item.isi for item in load_data(root).tahun[0].capaian)
    said = without.model_dump(mode="json", exclude={"verifikasi"}, exclude_defaults=True)
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    assert "membuktikan" not in text
    assert without.sidik == hashlib.sha256(text.encode()).hexdigest()
    assert told.bukti[0].membuktikan == "Semua subbagian hadir."
    silent = told.model_copy(update={"bukti": (told.bukti[0].model_copy(update={"membuktikan": None}),)})
    assert silent.sidik != told.sidik
    write(root, bukti=[link | {"membuktikan": "Dihadiri 6309010203040005."}], periode="2026-TW3", verifier=None)
    assert "NIK" in problems(root)[0]
    write(root, bukti=[link | {"membuktikan": "x" * 201}], periode="2026-TW3", verifier=None)
    assert any("membuktikan" in item for item in problems(root))


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("https://drive.google.com/drive/folders/x", "penyimpanan"),
        ("https://kpu.sharepoint.com/x", "penyimpanan"),
        ("https://www.instagram.com/p/x/", "media sosial"),
        ("https://us02web.zoom.us/rec/x", "rapat daring"),
        ("https://s.id/x", "pemendek alamat"),
        ("https://kab-tabalong.kpu.go.id/berita", None),
        ("https://notdrive.google.com.id/", None),
    ],
)
def test_weak_links(link: str, kind: str | None) -> None:
    """A link is weak where whoever owns the account can change or remove what it shows."""
    assert Bukti(tautan=link, judul="x", jenis=JenisBukti.FOTO).tautan_lemah == kind


def test_contradiction(tmp_path: Path) -> None:
    """Two records of one day that say different things of one period are a problem, unless another corrects or withdraws one of
    them; on different days the later one counts."""
    root = office(tmp_path)
    first = write(root)
    second = write(root, hasil="kendala")
    assert "bertentangan dengan " in problems(root)[0]
    assert "zi.py catat --mengoreksi i-1_2026-TW1_" in problems(root)[0]
    write(root, tanggal=date(2026, 4, 1), mengoreksi=second.name, alasan="Ternyata sudah selesai.")
    assert load_data(root)
    write(root, hasil="kendala", tanggal=date(2026, 4, 1))
    assert "bertentangan dengan " in problems(root)[0]
    root = office(tmp_path / "lain")
    first = write(root)
    write(root, hasil="kendala", mencabut=first.name, alasan="Belum lengkap.")
    write(root, hasil="berjalan", tanggal=date(2026, 3, 31))
    assert len(load_data(root).tahun[0].capaian) == 3


def test_corrections_of_what_can_not_be_corrected(tmp_path: Path) -> None:
    """A correction names an earlier record of its own period, never in a ring; a withdrawal is not withdrawn."""
    root = office(tmp_path)
    first = write(root)
    other = write(root, periode="2026-TW2")
    write(root, mengoreksi=other.name, alasan="Uji.")
    assert f"laporan “{other.name}” tentang aksi atau periode lain; sebut laporan I.1 periode 2026-TW1" in problems(root)[0]
    root = office(tmp_path / "lain")
    names = [f"i-1_2026-TW1_{number}0000000.yml" for number in (1, 2)]
    for name, target in zip(names, reversed(names), strict=True):
        write(root, name=name, verifier=None, mengoreksi=target, alasan="Uji.")
    assert all("mengoreksi atau mencabut laporan ini juga" in problem for problem in problems(root))
    root = office(tmp_path / "cabut")
    first = write(root)
    gone = write(root, hasil="kendala", mencabut=first.name, alasan="Uji.")
    write(root, tanggal=date(2026, 3, 31), mengoreksi=gone.name, alasan="Uji.")
    assert f"laporan “{gone.name}” adalah pencabutan" in problems(root)[0]


def test_unused_evidence(tmp_path: Path) -> None:
    """Evidence that no record cites is a problem: its giver thinks that it is published."""
    assert problems(office(tmp_path)) == [
        "data/bukti/2026/laporan.pdf:1: berkas bukti tidak dipakai laporan mana pun; sebut di laporan, atau hapus"
    ]


def test_own_contacts_are_allowed(tmp_path: Path) -> None:
    """The office's published contacts may stand in a text; another number may not."""
    root = office(tmp_path, kontak_resmi=["0812-3456-7890", "kantor@contoh.go.id"])
    path = write(root, verifier=None, uraian="Aduan ke +62 812 3456 7890 atau kantor@contoh.go.id.")
    assert load_data(root)
    path.write_text(path.read_text(encoding="utf-8").replace("7890", "7891"), encoding="utf-8")
    assert "nomor telepon" in problems(root)[0]


def test_future_record(tmp_path: Path) -> None:
    """A record or a verification dated after the date of the pages is refused with its line; on that day it counts."""
    root = office(tmp_path)
    path = write(root, on=date(2026, 3, 31))
    data = load_data(root)
    with pytest.raises(DataError, match=rf"{path.name}:3: tanggal 2026-03-30 belum terjadi per 2026-03-29"):
        judge(data, date(2026, 3, 29))
    with pytest.raises(DataError, match=rf"{path.name}:14: tanggal verifikasi 2026-03-31 belum terjadi per 2026-03-30"):
        judge(data, date(2026, 3, 30))
    assert judge(data, date(2026, 3, 31)).terbaru.hitungan.terpenuhi == 1


def test_a_link_seen_tomorrow(tmp_path: Path) -> None:
    """The day on which a link was last seen open has come."""
    root = office(tmp_path)
    write(root)
    link = {"tautan": "https://contoh.example/n", "dilihat": date(2026, 4, 2), "judul": "Notulen", "jenis": "notulen"}
    path = write(root, periode="2026-TW2", bukti=[link])
    with pytest.raises(DataError, match=rf"{path.name}:8: dilihat 2026-04-02 belum terjadi per 2026-04-01"):
        judge(load_data(root), date(2026, 4, 1))
    assert judge(load_data(root), date(2026, 4, 2))
