"""A workbook to start a plan from: the columns that the site knows, empty, and a sheet that says how each is filled in."""

import io
from datetime import datetime

_COLUMNS = (
    ("NO", 6, "Nomor menurut kantor Anda: 1, 2, 3; 1.1; a, b; boleh kosong. Baris judul kelompok: I, II, III dan judulnya."),
    ("KOMPONEN", 26, "Nama pendek hal yang dikerjakan, misalnya Tim Kerja. Boleh kosong."),
    ("INDIKATOR", 30, "Kapan itu disebut berhasil. Boleh kosong."),
    ("LANGKAH AKSI", 44, "Apa yang akan dikerjakan. Hanya kolom ini yang wajib."),
    ("BUKTI FISIK", 30, "Apa yang akan menjadi buktinya. Boleh kosong: situs menulis “tidak tercetak”."),
    (
        "TARGET WAKTU",
        20,
        "Januari; Jan, Apr, Jul, Okt; Setiap bulan; TW I; Per semester; 15 Maret 2027. Yang tanpa tenggat ditulis apa adanya, "
        "misalnya Insidentil: artinya ditanyakan saat tabel dibaca.",
    ),
    ("TARGET CAPAIAN", 20, "Berapa dan apa, misalnya 1 (satu) Dokumen. Boleh kosong."),
    ("PENANGGUNG JAWAB", 26, "Jabatan, tim, atau unit. Jangan nama orang, NIP, atau nomor telepon."),
)
_HOW = (
    ("Judul", "Tulis judul rencana di atas tabel, diawali kata RENCANA AKSI."),
    ("Kelompok", "Satu baris: angka Romawi di NO dan judulnya di KOMPONEN. Di bawahnya aksi demi aksi."),
    ("Kolom lain", "Boleh ditambah. Yang tidak dikenal, juga anggaran, disebut lalu tidak diambil."),
    ("Sesudah diisi", "Simpan, lalu: zi.py kantor-baru FOLDER --dari BERKAS, atau zi.py tahun-baru TAHUN --dari BERKAS."),
)
ROWS = 60  # so many empty rows have the table's lines


def template_workbook() -> bytes:
    """The workbook; each time the same bytes."""
    import xlsxwriter  # here: it takes its time, and only this needs it

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": "Rencana aksi", "created": datetime(2000, 1, 1)})  # noqa: DTZ001  # as it is kept there
    head = book.add_format({"bold": True, "bg_color": "#7B1E23", "font_color": "#FFFFFF", "text_wrap": True, "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    sheet = book.add_worksheet("Rencana aksi")
    sheet.write_string(0, 0, "RENCANA AKSI …", book.add_format({"bold": True, "font_size": 14}))
    for place, (name, width, _) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(2, place, name, head)
        for row in range(3, 3 + ROWS):
            sheet.write_blank(row, place, None, cell)
    sheet.freeze_panes(3, 0)
    how = book.add_worksheet("Cara mengisi")
    how.set_column(0, 0, 22)
    how.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, (name, text) in enumerate([*_HOW, *((name, text) for name, _, text in _COLUMNS)]):
        how.write_string(row, 0, name, head)
        how.write_string(row, 1, text)
    book.close()
    return target.getvalue()
