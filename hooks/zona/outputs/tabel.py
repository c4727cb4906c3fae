"""The findings as flat tables, once for every download: columns with their kind and meaning, and rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pydantic import BaseModel

from zona.findings.judge import Findings, PeriodeFinding, TahunFinding
from zona.findings.keadaan import LATE
from zona.outputs.bukti import BuktiTerbit
from zona.records.capaian import Bukti, Capaian
from zona.records.keputusan import Keputusan
from zona.records.load import Sumber
from zona.records.rencana_aksi import Aksi, Jadwal, Kelompok

Nilai = str | int | float | date | bool | None
Terbit = dict[str, BuktiTerbit]


class Jenis(StrEnum):
    """What a column holds. `label` is what people see."""

    TEKS = "string"
    BILANGAN = "integer"
    DESIMAL = "number"
    TANGGAL = "date"
    BENAR_SALAH = "boolean"

    @property
    def label(self) -> str:
        return {
            "string": "teks",
            "integer": "bilangan bulat",
            "number": "bilangan",
            "date": "tanggal",
            "boolean": "benar atau salah",
        }[self.value]


@dataclass(frozen=True)
class Kolom:
    """One column: its key as in the data and the JSON, what it holds, and what that means."""

    nama: str
    jenis: Jenis
    keterangan: str


@dataclass(frozen=True)
class Tabel:
    """One table of a year. Its name is the file's name; a row has one value for each column, None where there is none."""

    nama: str
    judul: str
    keterangan: str
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[Nilai, ...], ...]


def tables_of(tahun: TahunFinding, terbit: Terbit, *, contoh: bool) -> tuple[Tabel, ...]:
    """Every table of a year, in the order of the downloads; `terbit` is the year's published evidence by name. A sample's
    tables say on every row that they are one: a table that is cut out of its file must still say so."""
    tables = tuple(make(tahun, terbit) for make in TABEL)
    mark = Kolom("data_contoh", Jenis.TEKS, "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun.")
    marked = (
        replace(table, kolom=(*table.kolom, mark), baris=tuple((*row, "DATA CONTOH") for row in table.baris))
        for table in tables
    )
    return tuple(marked) if contoh else tables


def _of(model: type[BaseModel], nama: str, jenis: Jenis = Jenis.TEKS) -> Kolom:
    """A column that is a field of a record: the record's own words say what it means."""
    return Kolom(nama, jenis, model.model_fields[nama].description or "")


_TAHUN = _of(Keputusan, "tahun", Jenis.BILANGAN)
_AKSI = _of(Capaian, "aksi")
_PERIODE = _of(Jadwal, "periode")


def rencana_aksi(tahun: TahunFinding, _: Terbit) -> Tabel:
    """The annex, one row an action, with what it comes to."""
    kolom = (
        _TAHUN,
        Kolom("kelompok", Jenis.TEKS, Kelompok.model_fields["kode"].description or ""),
        Kolom("judul_kelompok", Jenis.TEKS, Kelompok.model_fields["judul"].description or ""),
        *(
            _of(Aksi, nama)
            for nama in ("kode", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
        ),
        Kolom("jumlah_periode", Jenis.BILANGAN, "Banyaknya periode yang harus dipenuhi."),
        Kolom("terpenuhi", Jenis.BILANGAN, "Banyaknya periode yang terpenuhi."),
        Kolom("keadaan", Jenis.TEKS, "Keadaan aksi: keadaan paling berat di antara periodenya, atau selesai."),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam semua catatan aksi itu."),
    )
    baris = tuple(
        (
            tahun.tahun,
            kelompok.kelompok.kode,
            kelompok.kelompok.judul,
            item.aksi.kode,
            item.aksi.komponen,
            item.aksi.indikator,
            item.aksi.langkah_aksi,
            item.aksi.bukti_fisik,
            item.aksi.target_waktu,
            item.aksi.target_capaian,
            len(item.periode),
            item.hitungan.terpenuhi,
            item.keadaan.value,
            item.jumlah_bukti,
        )
        for kelompok in tahun.kelompok
        for item in kelompok.aksi
    )
    return Tabel("rencana-aksi", "Rencana aksi", "Baris-baris lampiran keputusan, satu baris tiap aksi.", kolom, baris)


def periode(tahun: TahunFinding, _: Terbit) -> Tabel:
    """Every period with its state."""
    kolom = (
        _TAHUN,
        _AKSI,
        _PERIODE,
        _of(Jadwal, "tenggat", Jenis.TANGGAL),
        Kolom("keadaan", Jenis.TEKS, "Keadaan periode pada tanggal hitungan."),
        Kolom("hari_lewat", Jenis.BILANGAN, "Berapa hari lewat dari tenggat, 0 bila belum lewat atau sudah terpenuhi."),
        Kolom("terlambat_dipenuhi", Jenis.BENAR_SALAH, "Benar bila dipenuhi setelah tenggat."),
        Kolom("jumlah_catatan", Jenis.BILANGAN, "Banyaknya catatan periode itu."),
    )
    baris = tuple(
        (
            tahun.tahun,
            item.aksi.kode,
            item.tenggat.periode,
            item.tenggat.tenggat,
            item.keadaan.value,
            item.hari_lewat if item.keadaan in LATE else 0,
            item.terlambat_dipenuhi,
            len(item.catatan),
        )
        for item in tahun.periode
    )
    return Tabel("periode", "Periode dan tenggat", "Setiap periode setiap aksi, dengan keadaannya.", kolom, baris)


def catatan(tahun: TahunFinding, _: Terbit) -> Tabel:
    """Every record."""
    kolom = (
        _TAHUN,
        _AKSI,
        _of(Capaian, "periode"),
        _of(Capaian, "tanggal", Jenis.TANGGAL),
        *(_of(Capaian, nama) for nama in ("hasil", "uraian")),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam catatan itu."),
        *(_of(Capaian, nama) for nama in ("dicatat_oleh", "diverifikasi_oleh")),
        Kolom("berkas", Jenis.TEKS, "Letak berkas data di situs ini."),
    )
    baris = tuple(
        (
            tahun.tahun,
            record.isi.aksi,
            record.isi.periode,
            record.isi.tanggal,
            record.isi.hasil.value,
            record.isi.uraian,
            len(record.isi.bukti),
            record.isi.dicatat_oleh,
            record.isi.diverifikasi_oleh,
            f"data/{record.path}",
        )
        for _, record in _records(tahun)
    )
    return Tabel("catatan", "Catatan pelaksanaan", "Apa yang dilaporkan sudah dikerjakan, catatan demi catatan.", kolom, baris)


def bukti(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every piece of evidence of every record."""
    kolom = (
        _TAHUN,
        _AKSI,
        _of(Capaian, "periode"),
        _of(Capaian, "tanggal", Jenis.TANGGAL),
        *(_of(Bukti, nama) for nama in ("judul", "jenis", "tautan")),
        Kolom("alamat", Jenis.TEKS, "Letak berkas bukti di situs ini."),
        Kolom("ukuran", Jenis.BILANGAN, "Besar berkas dalam bita."),
        Kolom("sha256", Jenis.TEKS, "Sidik jari SHA-256 berkas."),
    )
    baris = tuple(
        (
            tahun.tahun,
            record.isi.aksi,
            record.isi.periode,
            record.isi.tanggal,
            item.judul,
            item.jenis.value,
            item.tautan,
            *_published(item, terbit),
        )
        for _, record in _records(tahun)
        for item in record.isi.bukti
    )
    return Tabel("bukti", "Bukti", "Setiap bukti setiap catatan: berkas di situs ini, atau tautan.", kolom, baris)


def _records(tahun: TahunFinding) -> Iterator[tuple[PeriodeFinding, Sumber[Capaian]]]:
    """Every record in the order of the plan, then of time."""
    return ((item, record) for item in tahun.periode for record in item.catatan)


def _published(item: Bukti, terbit: Terbit) -> tuple[str | None, int | None, str | None]:
    if item.berkas is None:
        return None, None, None
    file = terbit[item.berkas]
    return file.alamat, file.ukuran, file.sha256


# Every table that there is: a new one is in every download by standing here.
TABEL: tuple[Callable[[TahunFinding, Terbit], Tabel], ...] = (rencana_aksi, periode, catatan, bukti)


def notes_of(findings: Findings) -> tuple[tuple[str, str], ...]:
    """What whoever opens a download has to know, as (term, meaning)."""
    situs = findings.situs.isi
    mark = (("DATA CONTOH", "Semua isi berkas ini karangan untuk uji, bukan data kantor mana pun."),) if situs.contoh else ()
    return (
        *mark,
        ("Kantor", situs.kantor_lengkap),
        ("Per tanggal", f"{findings.per_tanggal.isoformat()} (zona waktu {situs.zona_waktu.value})"),
        ("Lisensi", situs.lisensi_data or "belum ditetapkan kantor"),
        ("Sel kosong", "Tidak ada nilainya. Nol ditulis 0."),
        (
            "Tanda ' di depan teks",
            "Ditambahkan pada teks yang diawali = + - @ supaya tidak dibaca sebagai rumus; bukan isi data.",
        ),
    )
