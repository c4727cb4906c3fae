"""The surveys as tables: what each came to, and each of its elements. Numbers are rounded as in `survei.json`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zona.findings.laporan.survei_results import NilaiFinding, SurveiFinding, rounded
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract import survei_contract as kontrak
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, field_of, joined, rows_of
from zona.records.laporan.survei import Survei

BAGIAN = "Survei"
BELUM = "Belum ada hasil survei yang dilaporkan."


def _file(item: SurveiFinding) -> str:
    return f"data/{item.sumber.path}"


def _mean(number: Fraction) -> float:
    return float(rounded(number, 4))


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


_SURVEI: tuple[Kolom[SurveiFinding], ...] = (
    field_of(Survei, "tahun", lambda item: item.isi.tahun, Jenis.BILANGAN),
    field_of(kontrak.SatuSurveiJson, "berkas", _file),
    field_of(Survei, "jenis", lambda item: item.isi.jenis.value),
    field_of(Survei, "judul", lambda item: item.isi.judul),
    field_of(Survei, "aksi", lambda item: joined(item.isi.aksi)),
    field_of(Survei, "tanggal_mulai", lambda item: item.isi.tanggal_mulai, Jenis.TANGGAL),
    field_of(Survei, "tanggal_selesai", lambda item: item.isi.tanggal_selesai, Jenis.TANGGAL),
    field_of(Survei, "metode", lambda item: item.isi.metode),
    field_of(Survei, "populasi", lambda item: item.isi.populasi, Jenis.BILANGAN),
    field_of(Survei, "responden", lambda item: item.isi.responden, Jenis.BILANGAN),
    field_of(kontrak.SatuSurveiJson, "skala", lambda item: item.skala, Jenis.BILANGAN),
    field_of(kontrak.SatuSurveiJson, "rata_rata", lambda item: _mean(item.rata_rata), Jenis.DESIMAL),
    field_of(kontrak.SatuSurveiJson, "indeks", lambda item: _number(item.indeks), Jenis.DESIMAL),
    field_of(kontrak.KategoriJson, "mutu", lambda item: item.kategori.mutu if item.kategori else None),
    field_of(kontrak.KategoriJson, "kinerja", lambda item: item.kategori.kinerja if item.kategori else None),
    field_of(
        kontrak.AmbangJson,
        "skala_ambang",
        lambda item: item.ambang.skala if item.ambang else None,
        Jenis.BILANGAN,
        kunci="skala",
    ),
    field_of(kontrak.AmbangJson, "wbk", lambda item: _number(item.ambang.wbk) if item.ambang else None, Jenis.DESIMAL),
    field_of(kontrak.AmbangJson, "wbbm", lambda item: _number(item.ambang.wbbm) if item.ambang else None, Jenis.DESIMAL),
    field_of(Survei, "kuesioner", lambda item: item.isi.kuesioner),
    field_of(Survei, "tautan", lambda item: item.isi.tautan),
    field_of(Survei, "diperbarui", lambda item: item.isi.diperbarui, Jenis.TANGGAL),
    field_of(Survei, "dicatat_oleh", lambda item: item.isi.dicatat_oleh),
)


def survei(tahun: TahunFinding) -> Tabel:
    """The surveys in order of time, one row each."""
    told = "Survei kepuasan (IKM) dan persepsi (SPAK, SPKP), satu baris tiap survei."
    baris = rows_of(_SURVEI, tahun.survei)
    return Tabel("survei", "Survei", told, _SURVEI, baris, ("berkas",), kosong=BELUM, bagian=BAGIAN)


def survei_unsur(tahun: TahunFinding) -> Tabel:
    """Every element of every survey, in the form's order."""
    kolom: tuple[Kolom[tuple[SurveiFinding, NilaiFinding]], ...] = (
        field_of(Survei, "tahun", lambda item: item[0].isi.tahun, Jenis.BILANGAN),
        Kolom("survei", Jenis.TEKS, "Survei yang dinilai: kolom berkas pada tabel survei.", lambda item: _file(item[0])),
        field_of(Survei, "jenis", lambda item: item[0].isi.jenis.value),
        field_of(kontrak.NilaiJson, "unsur", lambda item: item[1].unsur),
        field_of(kontrak.NilaiJson, "nama", lambda item: item[1].nama),
        field_of(kontrak.NilaiJson, "jumlah_nilai", lambda item: item[1].jumlah_nilai, Jenis.BILANGAN),
        field_of(kontrak.NilaiJson, "penjawab", lambda item: item[1].penjawab, Jenis.BILANGAN),
        field_of(kontrak.NilaiJson, "rata_rata", lambda item: _mean(item[1].rata_rata), Jenis.DESIMAL),
    )
    isi = tuple((item, nilai) for item in tahun.survei for nilai in item.nilai)
    told = "Nilai tiap unsur tiap survei."
    reference = (Rujukan(("survei",), "survei", ("berkas",)),)
    baris = rows_of(kolom, isi)
    return Tabel("survei-unsur", "Unsur survei", told, kolom, baris, ("survei", "unsur"), reference, BELUM, bagian=BAGIAN)
