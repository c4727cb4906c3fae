"""Batches checked cell by cell, and written wholly or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from openpyxl import load_workbook
from small.dropped import cleaned_files, save
from support.evidence_files import pdf, phone_photo, picture
from support.recording import PERAN, tree
from support.zi_command import PER_TANGGAL, TABALONG
from zona.desk import write_record
from zona.desk.office import Office, read_office
from zona.desk.sheet.batch import Batch
from zona.desk.sheet.blank_workbook import blank_workbook, open_periods
from zona.desk.sheet.checked_batch import CheckedBatch, check_batch
from zona.desk.sheet.dropped_files import DroppedFile
from zona.desk.sheet.read_sheet import read_sheet
from zona.problems import NotTaken
from zona.records.load import load_data

Opened = Callable[[], Office]
Sheet = Callable[..., bytes]
GOOD = ["I.1", "Agustus", "20/08/2026", "Selesai", "Rapat.", "Laporan rapat.pdf"]
PDF = ("Laporan rapat.pdf", pdf())


def checked(office: Office, rows: list[list[Any]], *files: tuple[str, bytes]) -> CheckedBatch:
    """Rows of a CSV file, checked."""
    lines = ["aksi\tperiode\ttanggal\thasil\turaian\tbukti\tjudul bukti\tjenis bukti", *("\t".join(row) for row in rows)]
    batch = read_sheet("a.tsv", "\n".join(lines).encode())
    return check_batch(office, batch, cleaned_files(files), PERAN[0])


def told(found: CheckedBatch) -> dict[str, str]:
    return {item.address: f"{item.masalah} {item.saran}" for item in found.wrong}


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        (0, "I.4a", "A2: Aksi “I.4a” tidak ada. Maksud Anda I.4.a?"),
        (0, "", "A2: Aksi belum ditulis. Tulis kodenya, misalnya I.1."),
        (0, "V.9", "A2: Aksi “V.9” tidak ada. Pakai kode yang ada dalam buku kerja, misalnya I.1."),
        (1, "Triwulan 3", "B2: I.1 dilaporkan tiap bulan. Tulis satu bulan, misalnya Oktober 2026."),
        (1, "", "B2: I.1 dilaporkan tiap bulan. Tulis satu bulan, misalnya Oktober 2026."),
        (2, "31/09/2026", "C2: September 2026 hanya sampai tanggal 30. Tulis hari kegiatannya."),
        (2, "28/12/2026", "C2: 28 Desember 2026 belum tiba (hari ini 24 November 2026). Catat yang sudah dilaksanakan."),
        (2, "", "C2: Tanggal belum diisi. Tulis hari kegiatannya."),
        (3, "sudah", "D2: Hasil “sudah” tidak dikenal. Tulis Selesai, Berjalan, atau Ada kendala."),
        (3, "selsai", "D2: Hasil “selsai” tidak dikenal. Maksud Anda “Selesai”?"),
        (3, "", "D2: Hasil belum diisi. Tulis Selesai, Berjalan, atau Ada kendala."),
        (4, "", "E2: Uraian belum diisi. Tulis apa yang dilakukan, satu kalimat pun cukup."),
        (
            4,
            "Hubungi 0812 0000 0090",
            "E2: Tampaknya ada nomor telepon (08••••••••90). Hapus; data pribadi tidak boleh dipublikasikan.",
        ),
        (5, "", "F2: Hasil “Selesai” perlu sedikitnya satu bukti. Tulis buktinya, atau ubah hasilnya menjadi Berjalan."),
        (5, "x.jpg", "F2: Berkas “x.jpg” belum ikut diseret. Seret berkasnya, atau tulis nama yang benar."),
        (5, "Lapran rapat.pdf", "F2: Berkas “Lapran rapat.pdf” belum ikut diseret. Maksud Anda “Laporan rapat.pdf”?"),
        (
            5,
            "https://",
            "F2: “tautan”: alamat web tidak sah: “https://”. Tulis alamat lengkap yang diawali https://, tanpa spasi.",
        ),
    ],
)
def test_what_is_wrong_with_a_cell(opened: Opened, place: int, text: str, said: str) -> None:
    """A wrong cell is named by its address, with what is wrong and how to write it; nothing is ready."""
    row = [*GOOD[:place], text, *GOOD[place + 1 :]]
    found = checked(opened(), [row], PDF)
    assert [f"{cell}: {words}" for cell, words in told(found).items()] == [said]
    assert found.wrong[0].text == text
    assert found.ready == ()
    with pytest.raises(NotTaken, match="1 sel perlu dibetulkan dulu"):
        found.plans(Path())


def test_everything_wrong_is_told_at_once(opened: Opened) -> None:
    """All wrong cells of all rows are told together, in their order."""
    found = checked(opened(), [GOOD, ["I.9", "x", "x", "x", "", "x"], ["", "", "", "", "Rapat", ""]], PDF)
    assert list(told(found)) == ["A3", "C3", "D3", "E3", "F3", "A4", "C4", "D4"]


@pytest.mark.parametrize("aksi", ["i.4.A", "I.4.a.", "I . 4 . a", "I.4.a Komponen: apa saja", "I.4.a – Komponen"])
def test_codes_as_people_write_them(opened: Opened, aksi: str) -> None:
    """A code in other cases, with spaces, a point behind it or the words of its component is that action; its only period need
    not be written."""
    (ready,) = checked(opened(), [[aksi, "", *GOOD[2:]]], PDF).ready
    assert (ready.said.aksi, ready.said.periode) == ("I.4.a", "2026-01-sd-03")


@pytest.mark.parametrize("day", ["20/08/2026", "20-8-26", "20 Agustus 2026", "Kamis, 20 Agu 2026", "2026-08-20", "46254"])
def test_days_as_people_write_them(opened: Opened, day: str) -> None:
    """A day in every writing, also as the number that Excel counts days by."""
    (ready,) = checked(opened(), [[*GOOD[:2], day, *GOOD[3:]]], PDF).ready
    assert ready.said.tanggal.isoformat() == "2026-08-20"


@pytest.mark.parametrize("name", ["laporan RAPAT.PDF", "Laporan  rapat", "“Laporan rapat.pdf”", "bukti/Laporan rapat.pdf"])
def test_names_as_people_write_them(opened: Opened, name: str) -> None:
    """A file is found in any case and spacing, without its ending, in quotes, and with its folder."""
    (ready,) = checked(opened(), [[*GOOD[:5], name]], ("Tahun ini/bukti/Laporan rapat.pdf", PDF[1])).ready
    assert [(item.judul, item.jenis.value) for item in ready.bukti] == [("Laporan rapat", "laporan")]


def test_a_composed_letter_is_the_same(opened: Opened) -> None:
    """A name from a Mac, whose accents are letters of their own, is found by how it is typed elsewhere."""
    assert checked(opened(), [[*GOOD[:5], "résumé.pdf"]], ("re\u0301sume\u0301.pdf", PDF[1])).wrong == ()


def test_a_name_with_a_semicolon(opened: Opened) -> None:
    """A line that is the name of a file is that file, though a semicolon parts names elsewhere."""
    (ready,) = checked(opened(), [[*GOOD[:5], "Rapat; notulen.pdf"]], ("rapat; Notulen.pdf", PDF[1])).ready
    assert len(ready.bukti) == 1


def test_two_files_of_one_name(opened: Opened) -> None:
    """Two files of one name are told apart by their folders; without them the cell is asked for; the same twice is one."""
    files = (("a/foto.pdf", pdf()), ("b/foto.pdf", pdf(pages=2)))
    rows = [[*GOOD[:5], "foto.pdf"], ["I.1", "Juli", *GOOD[2:5], "B/foto.pdf"]]
    assert told(checked(opened(), rows, *files)) == {
        "F2": "Ada beberapa berkas “foto.pdf”. Tulis juga nama foldernya, misalnya a/foto.pdf."
    }
    assert checked(opened(), rows, files[0], ("b/foto.pdf", files[0][1])).wrong == ()


def test_evidence_of_one_cell(opened: Opened) -> None:
    """Several files and a page, each with its kind and a title; where nothing tells them, the kind and the period do. What is
    written for each counts instead."""
    files = (PDF, ("IMG_2034.jpg", phone_photo()), ("daftar_hadir.png", picture("PNG")))
    cell = "Laporan rapat.pdf; img_2034;daftar_hadir.png ; https://www.contoh.go.id/berita/1; laporan rapat"
    (ready,) = checked(opened(), [[*GOOD[:5], cell]], *files).ready
    assert [(item.judul, item.jenis.value) for item in ready.bukti] == [
        ("Laporan rapat", "laporan"),
        ("Foto Agustus 2026", "foto"),
        ("Daftar hadir", "daftar_hadir"),
        ("Halaman contoh.go.id", "tampilan"),
    ]
    (ready,) = checked(opened(), [[*GOOD[:5], cell, "A;B;C;D", "foto"]], *files).ready
    assert [(item.judul, item.jenis.value) for item in ready.bukti] == [(title, "foto") for title in "ABCD"]
    assert told(checked(opened(), [[*GOOD[:5], cell, "A;B", "Poto"]], *files)) == {
        "H2": "Jenis “Poto” tidak dikenal. Maksud Anda “Foto”?"
    }
    assert told(checked(opened(), [[*GOOD[:5], cell, "A;B", ""]], *files)) == {
        "G2": "Ada 4 bukti, judulnya 2. Tulis satu judul untuk tiap bukti, dipisah titik koma."
    }


def test_evidence_that_cannot_be_taken(opened: Opened) -> None:
    """A dropped file that can't be evidence is told at the cell that names it, with its reason; one that no row names is told
    of, and keeps nobody from saving."""
    files = (("surat.doc", b"x"), PDF)
    assert "berkas DOC tidak bisa menjadi bukti" in told(checked(opened(), [[*GOOD[:5], "surat.doc"]], *files))["F2"]
    found = checked(opened(), [GOOD], PDF, ("lain.pdf", pdf(pages=3)))
    assert (found.wrong, found.unused) == ((), ("lain.pdf",))


def test_rows_beside_each_other(opened: Opened) -> None:
    """Two rows alike are told; so are two of one day with different results, beside each other or beside what is recorded."""
    office = opened()
    other = [*GOOD[:3], "Berjalan", "Lain."]
    assert told(checked(office, [GOOD, GOOD], PDF)) == {"A3": "Baris 3 sama dengan baris 2. Hapus salah satunya."}
    said = "Pada 20 Agustus 2026 sudah ada laporan dengan hasil “Selesai”. Samakan hasilnya, atau betulkan tanggalnya."
    assert told(checked(office, [GOOD, other], PDF)) == {"D3": said}
    save(office, checked(office, [GOOD], PDF))
    assert told(checked(opened(), [other])) == {"D2": said}


def test_what_is_recorded_already_is_not_written_twice(opened: Opened) -> None:
    """The same sheet again gives no new record; with one row more it gives that one."""
    office = opened()
    save(office, checked(office, [GOOD], PDF))
    again = checked(opened(), [GOOD], PDF)
    assert ([item.existing is not None for item in again.ready], again.new) == ([True], ())
    with pytest.raises(NotTaken, match="tidak ada laporan baru"):
        save(opened(), again)
    (plan,) = save(opened(), checked(opened(), [GOOD, ["I.1", "Juli", "20/07/2026", *GOOD[3:]]], PDF))
    assert plan.capaian.periode == "2026-07"
    assert len(plan.reused) == 1


def test_notes_keep_nobody_from_saving(opened: Opened) -> None:
    """A deed after the deadline or before its period, a name behind a title, and a page of the web alone are notes."""
    rows = [
        ["I.1", "Juli", "3/8/2026", "Selesai", "Rapat dengan Bapak Contoh.", "https://contoh.go.id/a"],
        ["I.1", "September", "3/8/2026", "Berjalan", "Rapat.", ""],
    ]
    late, early = checked(opened(), rows).ready
    assert late.notes == (
        "3 hari setelah tenggat. Warga akan membaca: dipenuhi terlambat.",
        "Tampaknya ada nama orang (“Bapak C…”). Tulis perannya.",
        "Halaman web bisa hilang. Unggah juga tangkapan layarnya.",
    )
    assert early.notes == ("Tanggalnya sebelum September 2026.",)


def test_a_role_that_had_not_begun_or_had_ended(opened: Opened, tmp_path: Path) -> None:
    """A role that ended before a row's day is told at that day."""
    situs = tmp_path / "data" / "situs.yml"
    text = situs.read_text(encoding="utf-8")
    situs.write_text(text.replace("- Sekretaris", "- nama: Sekretaris\n  sampai: 2026-07-31"), encoding="utf-8")
    office = opened()
    batch = checked(office, [GOOD], PDF).batch
    found = check_batch(office, batch, cleaned_files([PDF]), "Sekretaris")
    assert list(told(found)) == ["C2"]


# --- the backlog of a year ---


@pytest.fixture
def backlog(tmp_path: Path) -> tuple[Office, Batch, tuple[DroppedFile, ...]]:
    """The frozen office of the decree with its workbook filled in, and twenty files."""
    copytree(TABALONG / "data", tmp_path / "data")
    office = read_office(tmp_path / "data", "data", tmp_path / "cache", PER_TANGGAL.isoformat(), datetime.now(UTC))
    year = office.data.tahun[-1]
    book = load_workbook(io.BytesIO(blank_workbook(office, year, open_periods(office, year))))
    isian = book["Isian"]
    for number in range(2, isian.max_row + 1):
        cells = (f"{number % 28 + 1}/2/2026", "Selesai", f"DATA CONTOH: kegiatan {number}.", f"bukti {number % 20}; foto.JPG")
        for column, text in enumerate(cells, start=3):
            isian.cell(number, column).value = text
    wrong = {
        "A7": "VII.1b",
        "B9": "Triwulan 3",
        "C12": "31/09/2026",
        "E15": "Daftar ke 0812 0000 0090",
        "F18": "foto rapat.jpg",
    }
    for cell, text in wrong.items():
        isian[cell] = text
    stream = io.BytesIO()
    book.save(stream)
    files = cleaned_files(
        [*((f"bukti {number}.pdf", pdf(pages=number + 1)) for number in range(20)), ("foto.jpg", phone_photo())]
    )
    return office, read_sheet("tunggakan-2026.xlsx", stream.getvalue()), files


def test_the_backlog_of_a_year(backlog: tuple[Office, Batch, tuple[DroppedFile, ...]]) -> None:
    """All periods past, five wrong cells: five messages and nothing written; mended, one record each, with every file stored
    once."""
    office, batch, files = backlog
    before, role = tree(office.root), office.peran[0]
    found = check_batch(office, batch, files, role)
    assert list(told(found)) == ["A7", "B9", "C12", "E15", "F18"]
    assert len(found.ready) == len(batch.rows) - 5
    with pytest.raises(NotTaken, match="5 sel perlu dibetulkan dulu"):
        save(office, found)
    assert tree(office.root) == before
    old = {row.number: row for row in batch.rows}
    right = {"A7": old[8].texts["aksi"], "B9": "Oktober", "C12": "30/09/2026", "E15": "DATA CONTOH: lain.", "F18": "foto.jpg"}
    assert {old[number].texts["aksi"].split()[0] for number in (8, 9)} == {"I.4.a"}
    found = check_batch(office, batch.corrected(right), files, role)
    assert told(found) == {}
    plans = save(office, found)
    assert len(plans) == len(batch.rows) == 141
    year = load_data(office.root).tahun[-1]
    assert len(year.capaian) == 141 + len([path for path in before if "/capaian/" in path and path.endswith(".yml")])
    assert len(year.bukti) - len([path for path in before if path.startswith("bukti/2026/")]) == 21


def test_nothing_is_left_where_writing_fails(
    backlog: tuple[Office, Batch, tuple[DroppedFile, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full in the middle of the work leaves the data as they were."""
    office, batch, files = backlog
    batch = batch.without([7, 9, 12, 15, 18])
    found, before = check_batch(office, batch, files, office.peran[0]), tree(office.root)
    put, done = write_record.put_in_place, list[Path]()

    def full(written: Path, path: Path, made: list[Path]) -> None:
        done.append(path)
        if len(done) == 70:
            raise OSError(28, "full", str(path))
        put(written, path, made)

    monkeypatch.setattr(write_record, "put_in_place", full)
    with pytest.raises(OSError, match="full"):
        save(office, found)
    assert len(done) == 70
    left = {name: content for name, content in tree(office.root).items() if name not in before}
    assert left == {}
