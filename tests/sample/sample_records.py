"""The sample office's records: an invented year with every state, from one line an action."""

from __future__ import annotations

import hashlib
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sample.evidence_pool import Piece
from sample.sample_text import HEADER, LAST, TAHUN, write_text
from zona.desk.write_record import verification_text
from zona.records.capaian.capaian import Capaian, Verifikasi
from zona.records.reading.yaml_reader import read_yaml
from zona.records.rencana.jadwal import BULAN, Tenggat, months_of
from zona.records.rencana.rencana_aksi import RencanaAksi

FIRST = date(2026, 1, 5)
RECORDERS, VERIFIERS = ("Tim Contoh", "Subbagian Contoh"), ("Sekretaris Contoh", "Ketua Contoh")

# kode | a letter for each period | what is done | pools of evidence. An action without records has no line.
#   S fulfilled in time    L fulfilled late    W waits for verification    B running    K hindered    - no record
#   2 running, then fulfilled    3 running, hindered, fulfilled    U fulfilled, then withdrawn
#   C fulfilled, then corrected    D fulfilled, and a correction waits for its verification
ROWS = """
I.1     | S            | pembentukan Tim Kerja Zona Integritas                 | sk rapat
I.2     | S            | penyusunan dan sosialisasi dokumen rencana aksi       | rencana laman
I.3     | 2L2B         | rapat evaluasi pembangunan Zona Integritas            | rapat
I.4.a   | SSSSSSSSSSS- | apel pagi dan rapat pleno                             | apel rapat
I.4.b   | C            | konsolidasi seluruh pegawai sebagai agen perubahan    | apel sosialisasi
II.1    | SL           | sosialisasi pengendalian gratifikasi kepada pegawai   | sosialisasi rapat
II.2    | SSLSSSSSSW-- | kampanye tolak gratifikasi di media daring            | banner gratifikasi
II.3    | B            | penyusunan laporan tahunan penanganan gratifikasi     | laporan
II.4    | K            | survei persepsi korupsi                               | laporan
II.5    | SSSSS-SSS--- | pemuatan menu anti gratifikasi pada laman kantor      | gratifikasi
III.1   | L-           | sosialisasi pelaporan pelanggaran kepada pegawai      | sosialisasi
III.2   | SSSS-SS-SW-- | penyebaran informasi pelaporan pelanggaran            | banner laman
III.5   | SS-SSLSS-W-- | pemuatan menu pelaporan pelanggaran pada laman kantor | laman gratifikasi
IV.1    | S2           | identifikasi potensi benturan kepentingan             | laporan rapat
IV.2    | 3            | sosialisasi penanganan benturan kepentingan           | sosialisasi banner
IV.3    | U            | pengumpulan surat pernyataan benturan kepentingan     | pakta
V.1.a   | SSSLSSSSSSS- | sosialisasi pengendalian intern                       | sosialisasi kendali
V.1.b   | LS-S-S--SB-- | pengisian kartu kendali pengendalian intern           | kendali
V.2     | L            | penyusunan daftar risiko unit                         | kendali laporan
V.3     | B            | penyusunan daftar kegiatan pengendalian risiko        | kendali
V.4.a   | SSSSLS--WW-- | pengiriman kartu kendali                              | kendali laporan
V.4.b   | B            | pengukuran pengendalian intern dengan kuesioner       | kendali
VI.1    | 2SSSSSSSSW-- | pelayanan pengaduan masyarakat                        | pengaduan layanan
VI.2.a  | W-           | penyusunan laporan pengaduan masyarakat               | laporan
VI.2.b  | L            | penerbitan infografis pengaduan masyarakat            | pengaduan
VI.2.d  | K            | lokakarya penanganan pengaduan                        | sosialisasi
VI.4    | L-           | publikasi tindak lanjut evaluasi pengaduan            | pengaduan laporan
VII.1.a | S2WB         | siniar tentang inovasi pelayanan                      | podcast rapat
VII.1.b | SSS--S------ | penyebaran informasi inovasi pelayanan                | podcast laman
VII.2.a | SL3SSSS-KW-- | penggunaan inovasi pelayanan                          | layanan
VII.2.b | SB--         | pembahasan penerapan inovasi pelayanan                | rapat podcast
VII.3   | K            | evaluasi program inovasi pelayanan                    | rapat
VII.4   | S            | sosialisasi pelaporan harta kekayaan                  | sosialisasi
VII.5   | 2            | pelaporan harta kekayaan dan pajak tahunan            | kendali laporan
VII.6   | S            | penandatanganan pakta integritas                      | pakta apel
VII.7   | B            | survei pelayanan publik                               | layanan
VII.8   | D            | evaluasi prosedur pelayanan                           | rapat laporan
"""

DONE = (
    "Kegiatan diikuti pegawai dari semua subbagian.",
    "Hasilnya disampaikan dalam rapat berikutnya.",
    "Dokumentasi disimpan oleh sekretariat.",
    "Tindak lanjut dijadwalkan pada periode berikutnya.",
)
RUNNING = ("bahan sedang disiapkan", "pelaksanaan mencapai sekitar separuh", "hasil sementara sedang diperiksa")
HINDERED = ("narasumber belum tersedia", "jaringan internet terganggu", "jadwal berbenturan dengan kegiatan lain")
TAKEN_BACK = "pemeriksaan ulang menunjukkan sebagian dokumen belum lengkap"
ENDED, UNTIL = "Koordinator Contoh", date(2026, 6, 30)
# When corrections are verified, long after what they correct.
CORRECTED = {"mengoreksi": date(2026, 9, 14)}
SEEN = "https://drive.google.com"


@dataclass(frozen=True)
class Row:
    """What the sample says of one action: a letter for each period, what is done, what backs it."""

    kode: str
    letters: str
    kegiatan: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Step:
    """One record to be written of a period."""

    tanggal: date
    hasil: str
    verified: bool = False
    uraian: str = ""
    menyasar: str = ""  # mengoreksi or mencabut: what it does to the record before it
    alasan: str = ""


def read_rows(pools: dict[str, tuple[Piece, ...]]) -> dict[str, Row]:
    """The sample's actions by code."""
    rows = {}
    for line in ROWS.strip().splitlines():
        kode, letters, kegiatan, names = (cell.strip() for cell in line.split("|"))
        rows[kode] = Row(kode, letters, kegiatan, tuple(piece for name in names.split() for piece in pools[name]))
    return rows


class Writer:
    """Writes the records; remembers how often each piece was cited, so that all are."""

    def __init__(self, folder: Path, bukti: Path) -> None:
        self.folder, self.bukti, self.random, self.days = folder, bukti, Random(2026), Random(1)
        self.cited: Counter[Piece] = Counter()

    def period(self, row: Row, letter: str, tenggat: Tenggat) -> None:
        """The records of one period."""
        before, pieces = "", ()
        for step in self.steps(letter, tenggat.tenggat):
            # A correction keeps the evidence of what it corrects.
            pieces = pieces if step.menyasar == "mengoreksi" else self.evidence(row, step)
            before = self.write(self.record(row, tenggat.periode, step, pieces, before), step)

    def write(self, text: str, step: Step) -> str:
        """One record with its verification under the name that it must have; that name."""
        path = self.folder / "catatan.yml"
        write_text(path, HEADER + text)
        record = Capaian.model_validate(read_yaml(path, label=path.name, root=path.parent).value)
        if step.verified:
            day = min(LAST, max(step.tanggal, CORRECTED.get(step.menyasar, step.tanggal)) + timedelta(self.days.randint(1, 6)))
            role = ENDED if day <= UNTIL and self.days.random() < 0.2 else self.days.choice(VERIFIERS)
            found = Verifikasi(oleh=role, tanggal=day, sidik=record.sidik)
            write_text(path, HEADER + text + verification_text(found))
        path.rename(path.with_name(record.nama_berkas))
        return record.nama_berkas

    def steps(self, letter: str, tenggat: date) -> tuple[Step, ...]:
        """The records that a letter of the table means, with dates."""
        before = max(FIRST, min(tenggat, LAST) - timedelta(days=self.random.randint(1, 12)))
        after = min(LAST, tenggat + timedelta(days=self.random.randint(3, 24)))
        week = timedelta(days=7)
        running, done = Step(before, "berjalan"), Step(before, "selesai", verified=True)
        return {
            "-": (),
            "S": (done,),
            "L": (Step(after, "selesai", verified=True),),
            "W": (Step(before, "selesai"),),
            "B": (running,),
            "K": (Step(before, "kendala"),),
            "2": (Step(before - week, "berjalan"), done),
            "3": (Step(before - 2 * week, "berjalan"), Step(before - week, "kendala"), done),
            "U": (
                done,
                Step(after, "kendala", True, TAKEN_BACK, "mencabut", "Bukti belum lengkap (contoh)."),
            ),
            "C": (done, Step(before, "selesai", True, "", "mengoreksi", "Salah ketik pada uraian (contoh).")),
            "D": (done, Step(before, "selesai", False, "", "mengoreksi", "Uraian dilengkapi (contoh).")),
        }[letter]

    def record(self, row: Row, periode: str, step: Step, pieces: tuple[Piece, ...], before: str) -> str:
        """One record as a file's text; `before` is the file of the record before it."""
        lines = [f"aksi: {row.kode}", f'periode: "{periode}"', f"tanggal: {step.tanggal}", f"hasil: {step.hasil}", "uraian: >-"]
        lines += textwrap.wrap(self.uraian(row, periode, step), 98, initial_indent="  ", subsequent_indent="  ")
        lines += ["bukti:"] if pieces else []
        lines += [line for piece in pieces for line in cite(piece, self.bukti, step.tanggal)]
        lines += [f"dicatat_oleh: {self.random.choice(RECORDERS)}"]
        lines += [f"{step.menyasar}: {before}", f"alasan: {step.alasan}"] if step.menyasar else []
        return "\n".join(lines) + "\n"

    def uraian(self, row: Row, periode: str, step: Step) -> str:
        """The description that the record gives."""
        what = f"Contoh: {row.kegiatan} untuk {in_words(periode)}"
        if step.hasil == "selesai":
            return f"{what} sudah dilaksanakan. {self.random.choice(DONE)}"
        if step.hasil == "berjalan":
            return f"{what} sedang berjalan; {self.random.choice(RUNNING)}."
        return f"{what} belum bisa diselesaikan karena {step.uraian or self.random.choice(HINDERED)}."

    def evidence(self, row: Row, step: Step) -> tuple[Piece, ...]:
        """One to three pieces for what is done, at most one for what is running: the least cited first."""
        wanted = {"selesai": self.random.choice((1, 1, 1, 2, 2, 3)), "berjalan": self.random.choice((0, 1)), "kendala": 0}
        pieces = tuple(sorted(row.pieces, key=lambda piece: self.cited[piece])[: wanted[step.hasil]])
        self.cited.update(pieces)
        return pieces


def cite(piece: Piece, bukti: Path, tanggal: date) -> Iterator[str]:
    """The lines that cite a piece of evidence."""
    yield f"  - {'tautan' if piece.is_link else 'berkas'}: {piece.sumber}"
    if not piece.is_link:
        yield f"    sha256: {hashlib.sha256((bukti / piece.sumber).read_bytes()).hexdigest()}"
    elif piece.sumber.startswith(SEEN):
        yield f"    dilihat: {tanggal}"
    yield f"    judul: {piece.judul} (contoh)"
    yield f"    jenis: {piece.jenis}"
    if piece.membuktikan:
        yield f"    membuktikan: {piece.membuktikan} (contoh)"


def in_words(periode: str) -> str:
    """A period as people say it."""
    months = months_of(periode)
    if "TW" in periode:
        return f"triwulan {('I', 'II', 'III', 'IV')[months[-1] // 3 - 1]} {TAHUN}"
    first, last = BULAN[months[0] - 1], BULAN[months[-1] - 1]
    return f"{first} {TAHUN}" if first == last else f"{first} sampai {last} {TAHUN}"


def write_records(plan: Path, folder: Path, rows: dict[str, Row], bukti: Path) -> Counter[Piece]:
    """Write every record; returns how often each piece of evidence (its files are in `bukti`) was cited."""
    writer = Writer(folder, bukti)
    document = read_yaml(plan, label=plan.name, root=plan.parent)
    for aksi in RencanaAksi.model_validate(document.value).semua_aksi():
        if row := rows.get(aksi.kode):
            for letter, tenggat in zip(row.letters, aksi.tenggat, strict=True):
                writer.period(row, letter, tenggat)
    return writer.cited
