"""The surveys as tables: what each came to, and each of its elements. Numbers are rounded as in `survei.json`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zona.findings.laporan.survei_results import NilaiFinding, SurveiFinding, rounded
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract import survei_contract as kontrak
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, field_of, joined
from zona.records.laporan.survei import Survei

BAGIAN = "Survei"
BELUM = "Belum ada hasil survei yang dilaporkan."


def survei(tahun: TahunFinding) -> Tabel[SurveiFinding]:
    """The surveys in order of time, one row each."""
    kolom: tuple[Kolom[SurveiFinding], ...] = (
        field_of(Survei, "tahun", lambda item: item.isi.tahun, Jenis.BILANGAN),
        field_of(kontrak.SatuSurvei, "berkas", _file),
        field_of(Survei, "jenis", lambda item: item.isi.jenis.value),
        field_of(Survei, "judul", lambda item: item.isi.judul),
        field_of(Survei, "aksi", lambda item: joined(item.isi.aksi)),
        field_of(Survei, "tanggal_mulai", lambda item: item.isi.tanggal_mulai, Jenis.TANGGAL),
        field_of(Survei, "tanggal_selesai", lambda item: item.isi.tanggal_selesai, Jenis.TANGGAL),
        field_of(Survei, "metode", lambda item: item.isi.metode),
        field_of(Survei, "populasi", lambda item: item.isi.populasi, Jenis.BILANGAN),
        field_of(Survei, "responden", lambda item: item.isi.responden, Jenis.BILANGAN),
        field_of(kontrak.SatuSurvei, "skala", lambda item: item.skala, Jenis.BILANGAN),
        field_of(kontrak.SatuSurvei, "rata_rata", lambda item: _mean(item.rata_rata), Jenis.DESIMAL),
        field_of(kontrak.SatuSurvei, "indeks", lambda item: _number(item.indeks), Jenis.DESIMAL),
        field_of(kontrak.Kategori, "mutu", lambda item: item.kategori.mutu if item.kategori else None),
        field_of(kontrak.Kategori, "kinerja", lambda item: item.kategori.kinerja if item.kategori else None),
        field_of(
            kontrak.Ambang,
            "skala_ambang",
            lambda item: item.ambang.skala if item.ambang else None,
            Jenis.BILANGAN,
            kunci="skala",
        ),
        field_of(kontrak.Ambang, "wbk", lambda item: _number(item.ambang.wbk) if item.ambang else None, Jenis.DESIMAL),
        field_of(kontrak.Ambang, "wbbm", lambda item: _number(item.ambang.wbbm) if item.ambang else None, Jenis.DESIMAL),
        field_of(Survei, "kuesioner", lambda item: item.isi.kuesioner),
        field_of(Survei, "tautan", lambda item: item.isi.tautan),
        field_of(Survei, "diperbarui", lambda item: item.isi.diperbarui, Jenis.TANGGAL),
        field_of(Survei, "dicatat_oleh", lambda item: item.isi.dicatat_oleh),
    )
    told = "Survei kepuasan (IKM) dan persepsi (SPAK, SPKP), satu baris tiap survei."
    return Tabel("survei", "Survei", told, kolom, tahun.survei, ("berkas",), kosong=BELUM, bagian=BAGIAN)


def survei_unsur(tahun: TahunFinding) -> Tabel[tuple[SurveiFinding, NilaiFinding]]:
    """Every element of every survey, in the form's order."""
    kolom: tuple[Kolom[tuple[SurveiFinding, NilaiFinding]], ...] = (
        field_of(Survei, "tahun", lambda item: item[0].isi.tahun, Jenis.BILANGAN),
        Kolom("survei", Jenis.TEKS, "Survei yang dinilai: kolom berkas pada tabel survei.", lambda item: _file(item[0])),
        field_of(Survei, "jenis", lambda item: item[0].isi.jenis.value),
        field_of(kontrak.Nilai, "unsur", lambda item: item[1].unsur),
        field_of(kontrak.Nilai, "nama", lambda item: item[1].nama),
        field_of(kontrak.Nilai, "jumlah_nilai", lambda item: item[1].jumlah_nilai, Jenis.BILANGAN),
        field_of(kontrak.Nilai, "penjawab", lambda item: item[1].penjawab, Jenis.BILANGAN),
        field_of(kontrak.Nilai, "rata_rata", lambda item: _mean(item[1].rata_rata), Jenis.DESIMAL),
    )
    isi = tuple((item, nilai) for item in tahun.survei for nilai in item.nilai)
    told = "Nilai tiap unsur tiap survei."
    reference = (Rujukan(("survei",), "survei", ("berkas",)),)
    return Tabel("survei-unsur", "Unsur survei", told, kolom, isi, ("survei", "unsur"), reference, BELUM, bagian=BAGIAN)


def _file(item: SurveiFinding) -> str:
    return f"data/{item.sumber.path}"


def _mean(number: Fraction) -> float:
    return float(rounded(number, 4))


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
