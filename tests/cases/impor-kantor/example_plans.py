"""Three invented plans in the layouts of three real ones: a court's, a statistics office's, a madrasah's. DATA CONTOH: no
office has these rows. `python tests/cases/impor-kantor/example_plans.py` writes the workbooks beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
MARK = "DATA CONTOH: karangan untuk uji, bukan rencana kantor mana pun"
PLAN = "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS"

COURT = {
    "Tim Kerja": [
        "Membentuk tim kerja pembangunan zona integritas",
        "Menetapkan uraian tugas tim kerja",
        "Menyosialisasikan tim",
    ],
    "Rencana Pembangunan": ["Menyusun dokumen rencana kerja", "Menetapkan target prioritas"],
    "Pemantauan dan Evaluasi": [
        "Rapat evaluasi bulanan",
        "Menindaklanjuti hasil evaluasi",
        "Melaporkan kemajuan kepada pimpinan",
    ],
    "Perubahan Pola Pikir": ["Menunjuk agen perubahan", "Melaksanakan apel dan pembinaan", "Menilai agen perubahan"],
    "Prosedur Operasional": ["Meninjau prosedur operasional", "Menerapkan prosedur operasional"],
    "Layanan Elektronik": ["Memakai aplikasi perkara", "Memutakhirkan data perkara", "Menyiapkan layanan daring"],
    "Keterbukaan Informasi": ["Mengunggah informasi berkala", "Menjawab permohonan informasi"],
    "Pembinaan Pegawai": ["Menyusun rencana kebutuhan pegawai", "Pelatihan pegawai", "Menilai kinerja pegawai"],
    "Penegakan Disiplin": ["Memeriksa kehadiran", "Menindak pelanggaran disiplin"],
    "Akuntabilitas Kinerja": ["Menyusun perjanjian kinerja", "Menyusun laporan kinerja", "Memantau capaian kinerja"],
    "Pengendalian Gratifikasi": ["Kampanye tolak gratifikasi", "Melaporkan penerimaan gratifikasi"],
    "Pengaduan": ["Mengelola pengaduan", "Merekap pengaduan"],
    "Pelayanan Publik": ["Menyusun maklumat pelayanan", "Survei kepuasan", "Memperbaiki sarana ruang tunggu"],
}
COURT_TIMES = [
    "Januari 2027", "TW I", "Setiap bulan", "Insidentil", "Triwulan I – IV", "Setiap hari sidang", "Jan, Apr, Jul, Okt",
    "Semester I", "Kondisional", "15 Maret 2027", "Minimal per 6 bulan", "Harian", "Sepanjang tahun", "Des 2027",
]  # fmt: skip
PILLARS = {
    "MANAJEMEN PERUBAHAN": ["Penyusunan Tim Kerja", "Dokumen Rencana Pembangunan", "Pemantauan dan Evaluasi", "Pola Pikir"],
    "PENATAAN TATALAKSANA": ["Prosedur Operasional Tetap", "Sistem Pemerintahan Berbasis Elektronik", "Keterbukaan Informasi"],
    "PENATAAN SISTEM MANAJEMEN SDM APARATUR": [
        "Perencanaan Kebutuhan Pegawai",
        "Pola Mutasi Internal",
        "Pengembangan Kompetensi",
    ],
    "PENGUATAN AKUNTABILITAS": ["Keterlibatan Pimpinan", "Pengelolaan Akuntabilitas Kinerja"],
    "PENGUATAN PENGAWASAN": ["Pengendalian Gratifikasi", "Penerapan SPIP", "Pengaduan Masyarakat", "Benturan Kepentingan"],
    "PENINGKATAN KUALITAS PELAYANAN PUBLIK": ["Standar Pelayanan", "Budaya Pelayanan Prima", "Penilaian Kepuasan"],
}
STEPS = ["Menyusun dokumen", "Menetapkan", "Menyosialisasikan kepada pegawai", "Melaksanakan", "Memantau", "Melaporkan"]
STATISTICS_TIMES = [
    "TW I s.d. TW IV", "Triwulan II", "Januari", "Per Semester", "tiap akhir bulan", "Insidentil", "Jan-Des 2027",
    "Tahun 2027", "Minggu II Februari", "Awal tahun", "Setiap 3 bulan", "Feb",
]  # fmt: skip
UNITS = ["Tim Reformasi Birokrasi", "Subbagian Umum", "Fungsi IPDS", "Kepala Kantor"]
MADRASAH_TIMES = [
    "Awal tahun pelajaran", "Semester Genap", "Juli 2027", "Setiap bulan", "Semester Ganjil", "Januari s.d. Maret",
    "Kondisional", "Sepanjang tahun", "Per semester",
]  # fmt: skip
AREAS = {
    "Manajemen Perubahan": 11,
    "Penataan Tata Laksana": 9,
    "Penataan Manajemen SDM": 11,
    "Penguatan Akuntabilitas": 8,
    "Penguatan Pengawasan": 12,
    "Peningkatan Kualitas Pelayanan Publik": 11,
}
PROGRAMMES = ["Pembentukan tim", "Penyusunan dokumen", "Pembinaan warga madrasah", "Evaluasi program"]


class Sheet:
    """A workbook of one sheet, which gives the same bytes each time."""

    def __init__(self, name: str, title: str) -> None:
        self.book = xlsxwriter.Workbook(str(HERE / name))
        self.book.set_properties({"created": datetime(2027, 1, 1)})  # noqa: DTZ001  # as it is kept there
        self.sheet = self.book.add_worksheet(title)
        self.row = 0

    def write(self, *cells: str | int) -> int:
        """One row from the left; its number."""
        self.sheet.write_row(self.row, 0, cells)
        self.row += 1
        return self.row - 1

    def across(self, text: str, last: int) -> None:
        """A text merged from the first column to the last."""
        self.sheet.merge_range(self.row, 0, self.row, last, text)
        self.row += 1

    def down(self, first: int, column: int, text: str | int) -> None:
        """A text merged down from a row to the last that was written."""
        if self.row - 1 > first:
            self.sheet.merge_range(first, column, self.row - 1, column, text)
        else:
            self.sheet.write(first, column, text)


def court() -> None:
    """33 rows in 13 groups named by rows; a heading of two rows right below a title that is not merged; numbers that run
    through; posts, and a budget."""
    sheet, times = Sheet("pengadilan.xlsx", "Rencana 2027"), cycle(COURT_TIMES)
    sheet.write(MARK)
    sheet.write()
    sheet.write(f"{PLAN} PENGADILAN CONTOH TAHUN 2027")
    first = sheet.write("NO", "URAIAN KEGIATAN", "OUTPUT", "TARGET", "", "PIC", "ANGGARAN (Rp)")
    sheet.write("", "", "", "WAKTU", "CAPAIAN")
    sheet.sheet.merge_range(first, 3, first, 4, "TARGET")
    for column, text in ((0, "NO"), (1, "URAIAN KEGIATAN"), (2, "OUTPUT"), (5, "PIC"), (6, "ANGGARAN (Rp)")):
        sheet.down(first, column, text)
    sheet.write(*(f"({number})" for number in range(1, 8)))
    number = 0
    for place, (group, steps) in enumerate(COURT.items()):
        numeral = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")[place]
        sheet.across(f"{numeral}. {group.upper()}", 6)
        for step in steps:
            number += 1
            time = "" if number == 20 else next(times)
            sheet.write(number, step, f"Dokumen {group.lower()}", time, "1 (satu) Dokumen", "Panitera", "1.500.000")
    sheet.write()
    sheet.write("", "", "", "", "Contoh, 4 Januari 2027")
    sheet.write("", "", "", "", "Ketua Pengadilan Contoh")
    sheet.book.close()


def statistics() -> None:
    """109 rows in 12 groups: aspect, pillar, sub-pillar, letter, each in a row of its own; an empty row below the title."""
    sheet, times, units = Sheet("statistik.xlsx", "RA ZI"), cycle(STATISTICS_TIMES), cycle(UNITS)
    sheet.across(MARK, 5)
    sheet.across(f"{PLAN} KANTOR STATISTIK CONTOH TAHUN 2027", 5)
    sheet.write()
    sheet.write("NO", "RENCANA AKSI", "DATA DUKUNG", "JADWAL", "PENANGGUNG JAWAB", "KETERANGAN")
    count = 0
    for aspect, word in (("A", "PEMENUHAN"), ("B", "REFORM")):
        sheet.write(f"{aspect}.", word)
        for number, (pillar, parts) in enumerate(PILLARS.items(), 1):
            sheet.write(f"{number}.", pillar)
            for place, part in enumerate(parts[: 4 if aspect == "A" else 2]):
                sheet.write(f"{('i', 'ii', 'iii', 'iv')[place]}.", part)
                for letter, step in zip("abcdef", STEPS[: _steps(aspect, number, place)], strict=False):
                    count += 1
                    evidence = "" if count % 9 == 0 else f"{step.split()[0]} {part}".replace("Menyusun", "Dokumen")
                    sheet.write(f"{letter}.", f"{step} {part.lower()}", evidence, next(times), next(units))
    sheet.write()
    sheet.write("Keterangan: TW = triwulan")
    sheet.book.close()


def _steps(aspect: str, number: int, place: int) -> int:
    """How many letters a sub-pillar has: so many that there are 109 in all."""
    fewer = (aspect, place) == ("A", 3) or (aspect, place, number < 6) == ("B", 1, True)
    return (4 if aspect == "A" else 3) - fewer + (number in (1, 5) and place == 0)


def madrasah() -> None:
    """62 rows in 6 groups that a merged column names, with its number; programmes merged as well; no evidence, no target."""
    sheet, times = Sheet("madrasah.xlsx", "Sheet1"), cycle(MADRASAH_TIMES)
    sheet.write("", "PROGRAM KERJA ZONA INTEGRITAS MADRASAH CONTOH TAHUN 2027")
    sheet.write("", MARK)
    sheet.write()
    sheet.write("No", "Area Perubahan", "Program", "Uraian Kegiatan", "Waktu Pelaksanaan")
    for number, (area, count) in enumerate(AREAS.items(), 1):
        first = sheet.row
        for programme, rows in _shares(count):
            start = sheet.row
            for step in range(rows):
                sheet.write("", "", "", f"{STEPS[step]} {programme.lower()} untuk {area.lower()}", next(times))
            sheet.down(start, 2, programme)
        sheet.down(first, 0, number)
        sheet.down(first, 1, area)
    sheet.write("", "*) waktu menurut kalender pendidikan")
    sheet.book.close()


def _shares(count: int) -> Iterator[tuple[str, int]]:
    for place, programme in enumerate(PROGRAMMES):
        yield programme, count // 4 + (1 if place < count % 4 else 0)


if __name__ == "__main__":
    court()
    statistics()
    madrasah()
