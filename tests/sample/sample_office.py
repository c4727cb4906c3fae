"""Writes the sample office of tests/offices/contoh/: an invented year of records with every state, and evidence of every form.

Run by hand: `python tests/sample/sample_office.py`. It replaces the whole folder; the same code, plan and Pillow give the same
bytes.
The plan is that of tests/offices/tabalong-2026/ under an invented name; everything else is made up here.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks"), str(TESTS.parent / "scripts")]

from sample.evidence_pool import read_pools
from sample.sample_evidence import evidence_file
from sample.sample_kanal import write_channels
from sample.sample_laporan import write_tahunan
from sample.sample_pengaduan import complaint_files
from sample.sample_records import read_rows, write_records
from sample.sample_text import HEADER, LAST, TAHUN, write_text
from zona.release.complaint_files import read_complaints
from zona.release.release_text import release_path, release_text

TABALONG = TESTS / "offices" / "tabalong-2026"
PLAN = TABALONG / "data" / str(TAHUN) / "rencana-aksi.yml"
CONTOH = TESTS / "offices" / "contoh" / "data"
TERTUTUP = CONTOH.parent / "data-tertutup"

SITUS = """kantor: KPU Kabupaten Contoh
kantor_lengkap: Komisi Pemilihan Umum Kabupaten Contoh
provinsi: Provinsi Contoh
zona_waktu: WITA
paket: [nasional, kpu]
alamat_situs: https://contoh.example/zi/
contoh: true
mulai_mencatat: 2026-02-02
peran:
  - Tim Contoh
  - Subbagian Contoh
  - Sekretaris Contoh
  - Ketua Contoh
  - nama: Koordinator Contoh
    sampai: 2026-06-30
"""

KEPUTUSAN = """tahun: 2026
nomor: Nomor 0 Tahun 2026 (CONTOH)
judul: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN CONTOH
tentang: RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026 (CONTOH)
tanggal: 2026-01-02
tempat: Contoh
pembuka: KETUA KOMISI PEMILIHAN UMUM KABUPATEN CONTOH

menimbang:
  - huruf: a
    teks: bahwa situs perlu diuji dengan data karangan (CONTOH);
  - huruf: b
    teks: bahwa untuk itu perlu menetapkan rencana aksi contoh;

mengingat:
  - nomor: 1
    teks: Peraturan Contoh tentang Data Uji (CONTOH);

menetapkan: KEPUTUSAN TENTANG RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026 (CONTOH).

diktum:
  - diktum: KESATU
    teks: Menetapkan rencana aksi contoh sebagaimana tercantum dalam Lampiran Keputusan ini (CONTOH).

penandatangan:
  jabatan: KETUA KOMISI PEMILIHAN UMUM KABUPATEN CONTOH
  keterangan: ttd.
"""

LKE = """ditegaskan:
  oleh: Sekretaris Contoh
  tanggal: 2026-11-20
halaman_kantor:
  - area: A.1.IV
    judul: Dokumen kinerja (CONTOH)
    tautan: https://contoh.example/kinerja
"""


def plan_text() -> str:
    """The plan under the invented name, its opening comment replaced."""
    lines = PLAN.read_text(encoding="utf-8").splitlines(keepends=True)
    body = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    return HEADER + "".join(lines[body:]).replace("Tabalong", "Contoh").replace("TABALONG", "CONTOH")


def lke_text() -> str:
    """The mapping of the plan's rows to the LKE, confirmed; of two areas without rows, one has a page of the office."""
    mapping = PLAN.with_name("lke.yml").read_text(encoding="utf-8").partition("\npemetaan:")[2]
    return f"{HEADER}tahun: {TAHUN}\n{LKE}\npemetaan:{mapping}"


def write_complaints() -> None:
    """The months of complaints, and their releases as `rilis-pengaduan` makes them."""
    for name, text in complaint_files(TAHUN).items():
        write_text(TERTUTUP / str(TAHUN) / "pengaduan" / name, HEADER + text)
    for item in read_complaints(CONTOH, "data").missing_releases(LAST):
        write_text(CONTOH / release_path(item), release_text(item, contoh=True))


def main() -> None:
    """Replace the sample office."""
    for folder in (CONTOH, TERTUTUP):
        shutil.rmtree(folder, ignore_errors=True)
    year, bukti = CONTOH / str(TAHUN), CONTOH / "bukti" / str(TAHUN)
    write_text(CONTOH / "situs.yml", HEADER + SITUS)
    write_channels(Path(__file__).with_name("lists"), CONTOH, HEADER, LAST)
    write_text(year / "keputusan.yml", HEADER + KEPUTUSAN)
    write_text(year / "rencana-aksi.yml", plan_text())
    write_text(year / "lke.yml", lke_text())
    write_tahunan(year, HEADER, write_text)
    pools = read_pools()
    bukti.mkdir(parents=True)
    for piece in (piece for pool in pools.values() for piece in pool if not piece.is_link):
        (bukti / piece.sumber).write_bytes(evidence_file(piece))
    cited = write_records(year / "rencana-aksi.yml", year / "capaian", read_rows(pools), bukti)
    write_complaints()
    for piece in (piece for pool in pools.values() for piece in pool):
        if not cited[piece]:
            raise SystemExit(f"{piece.sumber} tidak dipakai catatan mana pun")
    print(f"{len(list((year / 'capaian').iterdir()))} catatan, {len(list(bukti.iterdir()))} berkas bukti di {CONTOH}")


if __name__ == "__main__":
    main()
