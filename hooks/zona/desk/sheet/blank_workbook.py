"""The periods that are still open, as a workbook to fill in: four columns are asked, the rest is there already."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from zona.desk.office import Office
from zona.desk.sheet.batch import COLUMNS
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan
from zona.findings.plan_findings import PeriodeFinding
from zona.outputs.wording import periode as nama_periode
from zona.outputs.wording import tanggal
from zona.records.capaian.capaian import Hasil, JenisBukti
from zona.records.load import Tahun

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SPARE = 200  # rows below the last in which the lists still drop down
_WIDTHS = (34, 16, 19, 13, 52, 36, 26, 15, 19)
_LONGEST = 250  # signs of a component, which may be a whole paragraph

_HOW = (
    ("Yang diisi", "tanggal, hasil, uraian, dan bukti. Aksi dan periodenya sudah ada. Baris yang dikosongkan dilewati."),
    ("tanggal", "Hari kegiatannya, bukan hari mencatatnya. Misalnya 28/09/2030 atau 28 September 2030."),
    ("hasil", "Pilih dari daftar: Selesai, Berjalan, atau Ada kendala. Selesai perlu sedikitnya satu bukti."),
    ("uraian", "Apa yang dilakukan, satu sampai tiga kalimat. Tanpa nama orang, nomor telepon, NIK, atau NIP."),
    ("bukti", "Nama berkasnya, misalnya rapat agustus.jpg. Beberapa berkas dipisah titik koma. Boleh juga alamat https://."),
    (
        "judul bukti",
        "Boleh kosong: diambil dari nama berkas. Beberapa judul dipisah titik koma, urut seperti buktinya.",
    ),
    ("jenis bukti", "Boleh kosong: diperkirakan dari berkasnya; Anda lihat sebelum disimpan."),
    (
        "Kegiatan lain",
        "Tambahkan baris di bawah: kode aksi, misalnya I.3, dan periodenya, misalnya Juli atau Triwulan III.",
    ),
    ("Sesudah diisi", "Simpan buku kerja ini, lalu seret bersama semua berkas buktinya ke halaman “Isi banyak sekaligus”."),
    (
        "Bila ada yang salah",
        "Tiap sel yang salah disebut, dan bisa dibetulkan di halaman itu. Tidak ada yang tersimpan sebagian.",
    ),
)


def open_periods(office: Office, year: Tahun, *, due_only: bool = True) -> list[PeriodeFinding]:
    """The year's periods that have no record, in the order of the plan: those whose deadline has passed, or all."""
    states = [Keadaan.BELUM_DILAPORKAN] if due_only else [Keadaan.BELUM_DILAPORKAN, Keadaan.BELUM_JATUH_TEMPO]
    return [item for item in judge_year(year, office.today).periode if item.keadaan in states]


def blank_workbook(office: Office, year: Tahun, periods: Sequence[PeriodeFinding]) -> bytes:
    """The workbook: a row for each period, drop-down lists, and a sheet that says how to fill it in. The same periods on the
    same day give the same bytes; no word of anybody is a formula."""
    import xlsxwriter  # here: it takes its time, and only this page needs it

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime(office.today.year, office.today.month, office.today.day)  # noqa: DTZ001  # as it is kept there
    book.set_properties({"title": f"Isian {office.data.situs.isi.kantor} {year.tahun}", "created": made})
    top = {"text_wrap": True, "valign": "top"}
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#7B1E23", "font_color": "#FFFFFF", "valign": "top"}),
        "given": book.add_format(top | {"num_format": "@", "bg_color": "#F2F2F2"}),
        "day": book.add_format(top | {"num_format": "[$-421]d mmmm yyyy", "align": "left"}),
        "text": book.add_format(top | {"num_format": "@"}),
    }
    sheet = book.add_worksheet("Isian")
    _columns(sheet, looks)
    for number, item in enumerate(periods, start=1):
        told = (_action(item), nama_periode(item.periode))
        for column, text in ((0, told[0]), (1, told[1]), (len(COLUMNS), tanggal(item.tenggat))):
            sheet.write_string(number, column, text, looks["given"])
    _lists(sheet, year.dasar.sejak, office.today, len(periods) + SPARE)
    _how(book, looks)
    book.close()
    return target.getvalue()


def _action(item: PeriodeFinding) -> str:
    words = " ".join(item.komponen.split())
    return f"{item.kode} {words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}"


def _columns(sheet: "Worksheet", looks: dict[str, "Format"]) -> None:
    for place, (column, width) in enumerate(zip([*COLUMNS, "tenggat"], _WIDTHS, strict=True)):
        look = "given" if column in ("aksi", "periode", "tenggat") else "day" if column == "tanggal" else "text"
        sheet.set_column(place, place, width, looks["text"] if look == "given" else looks[look])
        sheet.write_string(0, place, COLUMNS.get(column, column), looks["head"])
    sheet.freeze_panes(1, 2)


def _lists(sheet: "Worksheet", first: date, last: date, rows: int) -> None:
    """What each cell accepts, told when it is chosen. Nothing is barred: what is wrong is told when it is read."""
    places = {column: place for place, column in enumerate(COLUMNS)}
    days = f"Hari kegiatannya, dari {tanggal(first)} sampai {tanggal(last)}."
    names = "Nama berkas; beberapa dipisah titik koma. Atau alamat https://."
    text = "Tanpa nama orang, nomor telepon, NIK, atau NIP."
    listed = {"validate": "list", "error_type": "information", "error_title": "Isian", "error_message": "Pilih dari daftarnya."}
    for column, rule in {
        "tanggal": {"validate": "any", "input_title": "Tanggal", "input_message": days},
        "hasil": listed | {"source": [item.label for item in Hasil]},
        "uraian": {"validate": "any", "input_title": "Uraian", "input_message": text},
        "bukti": {"validate": "any", "input_title": "Bukti", "input_message": names},
        "jenis_bukti": listed | {"source": [item.label for item in JenisBukti]},
    }.items():
        sheet.data_validation(1, places[column], rows, places[column], rule)


def _how(book: "Workbook", looks: dict[str, "Format"]) -> None:
    sheet = book.add_worksheet("Cara mengisi")
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    for number, (name, text) in enumerate(_HOW):
        sheet.write_string(number, 0, name, looks["head"])
        sheet.write_string(number, 1, text, looks["text"])
