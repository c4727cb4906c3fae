"""A year small enough to judge in a test: a plan of a few actions, and records of its periods."""

from __future__ import annotations

from datetime import date
from typing import Any

from small.office_data import Row, row
from small.records import verified
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, JenisBukti, file_stem
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source
from zona.records.rencana.keputusan import Diktum, Keputusan, Penandatangan
from zona.records.rencana.rencana_aksi import TANPA_TENGGAT, Aksi, Kelompok, RencanaAksi

BUKTI = Bukti(berkas="bukti.pdf", sha256="0" * 64, judul="Bukti uji", jenis=JenisBukti.DOKUMEN)
PERAN = ("Tim Kerja", "Sekretaris")


def source(isi: Any, path: str, **lines: int) -> Source[Any]:
    """A record as if read from a file."""
    return Source(isi, path, b"", lines)


def year_of(tahun: int, plan: dict[str, str], records: tuple[Source[Capaian], ...] = ()) -> Tahun:
    """A year whose plan has one action for each code, with its printed time; its groups come from the codes. What is printed
    as “Insidentil” has no deadlines."""
    kelompok: dict[str, list[Aksi]] = {}
    for kode, target_waktu in plan.items():
        kelompok.setdefault(kode.partition(".")[0], []).append(Aksi(**_row(kode, target_waktu)))
    groups = tuple(Kelompok(kode=kode, judul=f"Kelompok {kode}", aksi=tuple(aksi)) for kode, aksi in kelompok.items())
    keputusan = Keputusan(
        tahun=tahun,
        nomor=f"Nomor 1 Tahun {tahun}",
        judul="KEPUTUSAN UJI",
        tentang="RENCANA AKSI UJI",
        tanggal=date(tahun, 1, 2),
        tempat="Uji",
        menimbang=(),
        mengingat=(),
        menetapkan="KEPUTUSAN UJI.",
        diktum=(Diktum(diktum="KESATU", teks="Menetapkan uji."),),
        penandatangan=Penandatangan(jabatan="KETUA"),
    )
    rencana = RencanaAksi(tahun=tahun, judul="RENCANA AKSI UJI", kelompok=groups)
    return Tahun(
        tahun,
        source(keputusan, f"{tahun}/keputusan.yml"),
        source(rencana, f"{tahun}/rencana-aksi.yml"),
        records,
        {},
    )


def _row(kode: str, target_waktu: str) -> Row:
    decided = {"jadwal": TANPA_TENGGAT, "alasan_jadwal": "Dicatat bila terjadi."} if target_waktu == "Insidentil" else {}
    return row(kode, target_waktu, **decided)


def record(
    aksi: str, periode: str, tanggal: date, number: int, verifier: str | None = PERAN[1], on: date | None = None, **more: Any
) -> Source[Capaian]:
    """A record of a period, finished unless `more` says otherwise, and verified on its own day unless `on` is another."""
    values = {"hasil": Hasil.SELESAI, "bukti": (BUKTI,)} | more
    isi = Capaian(aksi=aksi, periode=periode, tanggal=tanggal, uraian="Uraian uji.", dicatat_oleh=PERAN[0], **values)
    isi = verified(isi, verifier, on) if verifier else isi
    return source(isi, f"2026/capaian/{file_stem(aksi, periode)}_{number:08x}.yml", **{"tanggal": 4, "verifikasi.tanggal": 9})
