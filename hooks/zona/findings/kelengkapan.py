"""What is missing, so that absence is visible. Missing data never stop a build."""

from __future__ import annotations

from dataclasses import dataclass

from zona.findings.judge import Findings, TahunFinding
from zona.findings.keadaan import Keadaan
from zona.records.catatan import JenisCatatan


@dataclass(frozen=True)
class Kekurangan:
    """One kind of absence: its title, what it means, and each case as (words, action's code or None)."""

    judul: str
    penjelasan: str
    butir: tuple[tuple[str, str | None], ...]


def missing(findings: Findings) -> tuple[Kekurangan, ...]:
    """Everything that is missing in the newest year and about the site."""
    tahun = findings.terbaru
    return (_of_the_site(findings), _unreported(tahun), _unverified(tahun), _doubts(tahun), _targets(tahun))


def _of_the_site(findings: Findings) -> Kekurangan:
    situs = findings.situs.isi
    fields = {
        "Situs resmi kantor": situs.situs_resmi,
        "Alamat tempat situs ini terbit": situs.alamat_situs,
        "Alamat repositori data, untuk tombol Sunting": situs.repositori,
    }
    absent = tuple(
        (f"{name}: belum ditetapkan, menunggu konfirmasi kantor", None) for name, value in fields.items() if not value
    )
    return Kekurangan("Identitas situs", "Isian yang menunggu kantor.", absent)


def _unreported(tahun: TahunFinding) -> Kekurangan:
    cases = []
    for aksi in tahun.aksi:
        number = aksi.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN]
        if number:
            cases.append((f"{aksi.aksi.kode} {aksi.aksi.komponen}: {number} dari {len(aksi.periode)} periode", aksi.aksi.kode))
    meaning = "Tenggatnya sudah lewat dan belum ada catatan di situs ini; belum tentu berarti belum dikerjakan."
    return Kekurangan("Aksi yang belum dilaporkan", meaning, tuple(cases))


def _unverified(tahun: TahunFinding) -> Kekurangan:
    waiting = [item for item in tahun.periode if item.keadaan is Keadaan.MENUNGGU_VERIFIKASI]
    cases = tuple(
        (f"{item.aksi.kode} {item.aksi.komponen}, periode {item.tenggat.periode}", item.aksi.kode) for item in waiting
    )
    return Kekurangan("Catatan yang menunggu verifikasi", "Dilaporkan selesai dengan bukti, tetapi belum dihitung.", cases)


def _doubts(tahun: TahunFinding) -> Kekurangan:
    cases = [
        (f"{aksi.aksi.kode}: {note.penjelasan}", aksi.aksi.kode)
        for aksi in tahun.aksi
        for note in aksi.aksi.catatan
        if note.jenis is JenisCatatan.KERAGUAN
    ]
    return Kekurangan("Teks rencana aksi yang perlu ditegaskan kantor", "Hanya kantor yang bisa menegaskan.", tuple(cases))


def _targets(tahun: TahunFinding) -> Kekurangan:
    empty = [aksi.aksi for aksi in tahun.aksi if aksi.aksi.target_capaian is None]
    cases = tuple((f"{aksi.kode} {aksi.komponen}", aksi.kode) for aksi in empty)
    return Kekurangan("Baris tanpa target capaian", "Kolom target capaiannya kosong dalam lampiran.", cases)
