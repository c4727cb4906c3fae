"""The plan, its periods, the records and their evidence as tables."""

from __future__ import annotations

from operator import attrgetter

from zona.findings.keadaan import LATE
from zona.findings.plan_findings import AksiFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract import capaian_contract as kontrak
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, field_of, rows_of
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.reading.file_reader import Source
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import Aksi, Jadwal, Kelompok

BAGIAN = "Rencana aksi dan capaian"
Terbit = dict[str, BuktiTerbit]
_KE_PERIODE = (Rujukan(("tahun", "aksi", "periode"), "periode", ("tahun", "aksi", "periode")),)


def rencana_aksi(tahun: TahunFinding) -> Tabel:
    """The annex, one row an action, with what it comes to."""
    kolom: tuple[Kolom[AksiFinding], ...] = (
        field_of(Keputusan, "tahun", lambda _: tahun.tahun, Jenis.BILANGAN),
        field_of(Kelompok, "kelompok", lambda item: item.kelompok.kode, kunci="kode"),
        field_of(Kelompok, "judul_kelompok", lambda item: item.kelompok.judul, kunci="judul"),
        *(
            field_of(Aksi, nama, attrgetter(f"aksi.{nama}"))
            for nama in ("kode", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
        ),
        Kolom("jumlah_periode", Jenis.BILANGAN, "Banyaknya periode yang harus dipenuhi.", lambda item: len(item.periode)),
        Kolom("terpenuhi", Jenis.BILANGAN, "Banyaknya periode yang terpenuhi.", lambda item: item.hitungan.terpenuhi),
        Kolom(
            "keadaan",
            Jenis.TEKS,
            "Keadaan aksi: keadaan paling berat di antara periodenya, atau selesai.",
            lambda item: item.keadaan.value,
        ),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam semua catatan aksi itu.", lambda item: item.jumlah_bukti),
    )
    return Tabel(
        "rencana-aksi",
        "Rencana aksi",
        "Baris-baris lampiran keputusan, satu baris tiap aksi.",
        kolom,
        rows_of(kolom, tahun.aksi),
        ("tahun", "kode"),
        bagian=BAGIAN,
    )


def periode(tahun: TahunFinding) -> Tabel:
    """Every period with its state."""
    kolom: tuple[Kolom[PeriodeFinding], ...] = (
        field_of(Keputusan, "tahun", lambda _: tahun.tahun, Jenis.BILANGAN),
        field_of(Capaian, "aksi", lambda item: item.kode),
        field_of(Jadwal, "periode", lambda item: item.periode),
        field_of(Jadwal, "tenggat", lambda item: item.tenggat, Jenis.TANGGAL),
        field_of(kontrak.PeriodeJson, "keadaan", lambda item: item.keadaan.value),
        field_of(
            kontrak.PeriodeJson, "hari_lewat", lambda item: item.hari_lewat if item.keadaan in LATE else 0, Jenis.BILANGAN
        ),
        field_of(kontrak.PeriodeJson, "terlambat_dipenuhi", lambda item: item.terlambat_dipenuhi, Jenis.BENAR_SALAH),
        field_of(kontrak.PeriodeJson, "jumlah_catatan", lambda item: len(item.capaian), Jenis.BILANGAN),
    )
    return Tabel(
        "periode",
        "Periode dan tenggat",
        "Setiap periode setiap aksi, dengan keadaannya.",
        kolom,
        rows_of(kolom, tahun.periode),
        ("tahun", "aksi", "periode"),
        (Rujukan(("tahun", "aksi"), "rencana-aksi", ("tahun", "kode")),),
        bagian=BAGIAN,
    )


def catatan(tahun: TahunFinding) -> Tabel:
    """Every record."""
    kolom: tuple[Kolom[Source[Capaian]], ...] = (
        field_of(Keputusan, "tahun", lambda _: tahun.tahun, Jenis.BILANGAN),
        field_of(Capaian, "aksi", lambda item: item.isi.aksi),
        field_of(Capaian, "periode", lambda item: item.isi.periode),
        field_of(Capaian, "tanggal", lambda item: item.isi.tanggal, Jenis.TANGGAL),
        field_of(Capaian, "hasil", lambda item: item.isi.hasil.value),
        field_of(Capaian, "uraian", lambda item: item.isi.uraian),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam catatan itu.", lambda item: len(item.isi.bukti)),
        field_of(Capaian, "dicatat_oleh", lambda item: item.isi.dicatat_oleh),
        field_of(Capaian, "diverifikasi_oleh", lambda item: item.isi.diverifikasi_oleh),
        field_of(kontrak.CatatanCapaianJson, "berkas", lambda item: f"data/{item.path}"),
    )
    return Tabel(
        "catatan",
        "Catatan pelaksanaan",
        "Apa yang dilaporkan sudah dikerjakan, catatan demi catatan.",
        kolom,
        rows_of(kolom, _records(tahun)),
        ("berkas",),
        _KE_PERIODE,
        bagian=BAGIAN,
    )


def bukti(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every piece of evidence of every record; `terbit` is the year's published evidence by name."""
    kolom = _evidence_columns(tahun, terbit)
    return Tabel(
        "bukti",
        "Bukti",
        "Setiap bukti setiap catatan: berkas di situs ini, atau tautan.",
        kolom,
        rows_of(kolom, ((record, item) for record in _records(tahun) for item in record.isi.bukti)),
        rujukan=(*_KE_PERIODE, Rujukan(("catatan",), "catatan", ("berkas",))),
        bagian=BAGIAN,
    )


def _evidence_columns(tahun: TahunFinding, terbit: Terbit) -> tuple[Kolom[tuple[Source[Capaian], Bukti]], ...]:
    def published(item: tuple[Source[Capaian], Bukti]) -> BuktiTerbit | None:
        return terbit[item[1].berkas] if item[1].berkas is not None else None

    return (
        field_of(Keputusan, "tahun", lambda _: tahun.tahun, Jenis.BILANGAN),
        field_of(Capaian, "aksi", lambda item: item[0].isi.aksi),
        field_of(Capaian, "periode", lambda item: item[0].isi.periode),
        field_of(Capaian, "tanggal", lambda item: item[0].isi.tanggal, Jenis.TANGGAL),
        field_of(Bukti, "judul", lambda item: item[1].judul),
        field_of(Bukti, "jenis", lambda item: item[1].jenis.value),
        field_of(Bukti, "tautan", lambda item: item[1].tautan),
        field_of(kontrak.BuktiJson, "alamat", lambda item: file.alamat if (file := published(item)) else None),
        field_of(kontrak.BuktiJson, "ukuran", lambda item: file.ukuran if (file := published(item)) else None, Jenis.BILANGAN),
        field_of(kontrak.BuktiJson, "sha256", lambda item: file.sha256 if (file := published(item)) else None),
        Kolom(
            "catatan",
            Jenis.TEKS,
            "Catatan yang memuat bukti itu: kolom berkas pada tabel catatan.",
            lambda item: f"data/{item[0].path}",
        ),
    )


def _records(tahun: TahunFinding) -> tuple[Source[Capaian], ...]:
    """Every record in the order of the plan, then of time."""
    return tuple(record for item in tahun.periode for record in item.capaian)
