"""What must not pass the gate: dishonest and broken acts, each with the sentence that stops it, all on one day."""

from __future__ import annotations

import shutil

from diary.acts import EVIDENCE, TIM
from diary.office_papers import PAGE
from support.code_host import Desk

RECORD = """aksi: I.3
periode: 2026-TW1
tanggal: {tanggal}
hasil: selesai
uraian: Rapat evaluasi.
bukti:
  - {bukti}
    judul: Notulen
    jenis: notulen
dicatat_oleh: {peran}
"""
LINK, PATH = "tautan: https://contoh.example/n", "data/2026/capaian/i-3_2026-TW1_0123abcd.yml"


def future(desk: Desk) -> None:
    """A record of tomorrow."""
    desk.write(PATH, RECORD.format(tanggal="2026-12-02", bukti=LINK, peran=TIM))


def no_evidence(desk: Desk) -> None:
    """A record whose evidence was forgotten."""
    desk.write(PATH, RECORD.format(tanggal="2026-11-30", bukti="berkas: notulen.pdf", peran=TIM))


def nobody(desk: Desk) -> None:
    """A record by a role that nobody knows."""
    desk.write(PATH, RECORD.format(tanggal="2026-11-30", bukti=LINK, peran="Sekertaris"))


def both_sides(desk: Desk) -> None:
    """Two people changed the same line, and the marks that git left were sent."""
    desk.change("data/situs.yml", "kantor: KPU", "<<<<<<< HEAD\nkantor: KPU")
    desk.change("data/situs.yml", "kantor_lengkap:", "=======\nkantor: KPU Tabalong\n>>>>>>> kerja\nkantor_lengkap:")


def broken_page(desk: Desk) -> None:
    """The same in a page of information."""
    desk.write("docs/informasi/kunjungan.md", f"{PAGE}\n<<<<<<< HEAD\nSatu.\n=======\nDua.\n>>>>>>> kerja\n")


def unused(desk: Desk) -> None:
    """Evidence that no record names."""
    shutil.copy(EVIDENCE / "notulen-rapat.pdf", desk.root / "data/bukti/2026/lupa.pdf")


BROKEN = {
    future: f"{PATH}:3: tanggal 2026-12-02 belum terjadi per 2026-12-01",
    no_evidence: f"{PATH}:7: berkas bukti “notulen.pdf” tidak ada",
    nobody: f"{PATH}:10: peran “Sekertaris” tidak ada dalam situs.yml; maksud Anda “Sekretaris”?",
    both_sides: "data/situs.yml:8: dua orang mengubah berkas ini",
    broken_page: "dua orang mengubah berkas ini",
    unused: "data/bukti/2026/lupa.pdf:1: berkas bukti tidak dipakai laporan mana pun",
}
