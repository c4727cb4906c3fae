"""What is missing, so that absence is visible. Missing data never stop a build."""

from __future__ import annotations

from dataclasses import dataclass

from zona.findings.judge import Findings, TahunFinding
from zona.findings.keadaan import Keadaan
from zona.records.catatan import JenisCatatan


@dataclass(frozen=True)
class Butir:
    """One case: what it is, and the action and period that it is about."""

    teks: str
    aksi: str | None = None
    periode: str | None = None


@dataclass(frozen=True)
class Kekurangan:
    """One kind of absence: its title, what it means, and each case."""

    judul: str
    penjelasan: str
    butir: tuple[Butir, ...]


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
        "Lisensi data, supaya orang tahu boleh memakainya": situs.lisensi_data,
    }
    unset = tuple(Butir(f"{name}: belum ditetapkan, menunggu konfirmasi kantor") for name, value in fields.items() if not value)
    return Kekurangan("Identitas situs", "Isian yang menunggu kantor.", unset)


def _unreported(tahun: TahunFinding) -> Kekurangan:
    counts = [(aksi, aksi.hitungan.keadaan[Keadaan.BELUM_DILAPORKAN]) for aksi in tahun.aksi]
    cases = tuple(
        Butir(f"{aksi.aksi.komponen}: {number} dari {len(aksi.periode)} periode", aksi.aksi.kode)
        for aksi, number in counts
        if number
    )
    meaning = "Tenggatnya sudah lewat dan belum ada catatan di situs ini; belum tentu berarti belum dikerjakan."
    return Kekurangan("Aksi yang belum dilaporkan", meaning, cases)


def _unverified(tahun: TahunFinding) -> Kekurangan:
    waiting = [item for item in tahun.periode if item.keadaan is Keadaan.MENUNGGU_VERIFIKASI]
    cases = tuple(Butir(item.aksi.komponen, item.aksi.kode, item.tenggat.periode) for item in waiting)
    return Kekurangan("Catatan yang menunggu verifikasi", "Dilaporkan selesai dengan bukti, tetapi belum dihitung.", cases)


def _doubts(tahun: TahunFinding) -> Kekurangan:
    rows = [(aksi.aksi.kode, note) for aksi in tahun.aksi for note in aksi.aksi.catatan]
    cases = tuple(Butir(note.penjelasan, kode) for kode, note in rows if note.jenis is JenisCatatan.KERAGUAN)
    return Kekurangan("Teks rencana aksi yang perlu ditegaskan kantor", "Hanya kantor yang bisa menegaskan.", cases)


def _targets(tahun: TahunFinding) -> Kekurangan:
    cases = tuple(Butir(aksi.aksi.komponen, aksi.aksi.kode) for aksi in tahun.aksi if aksi.aksi.target_capaian is None)
    return Kekurangan("Baris tanpa target capaian", "Kolom target capaiannya kosong dalam lampiran.", cases)
