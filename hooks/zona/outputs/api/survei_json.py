"""`survei.json` of a year: each survey with its answers, and what they come to."""

from __future__ import annotations

from zona.findings.laporan.survei_results import NilaiFinding, SurveiFinding, rounded
from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.survei_contract import (
    AmbangJson,
    KategoriJson,
    NilaiJson,
    SatuSurveiJson,
    SurveiJson,
    TindakLanjutJson,
)
from zona.outputs.api.file_heads import YearHead
from zona.records.laporan.laporan import TindakLanjut


def survei_json(tahun: TahunFinding, head: YearHead) -> SurveiJson:
    """The file: the surveys in order of time; an empty list where none is reported."""
    return SurveiJson(**head, survei=tuple(_survei(item) for item in tahun.survei))


def _survei(item: SurveiFinding) -> SatuSurveiJson:
    isi = item.isi
    return SatuSurveiJson(
        jenis=isi.jenis,
        judul=isi.judul,
        aksi=isi.aksi,
        tanggal_mulai=isi.tanggal_mulai,
        tanggal_selesai=isi.tanggal_selesai,
        metode=isi.metode,
        populasi=isi.populasi,
        responden=isi.responden,
        skala=item.skala,
        nilai=tuple(_element(nilai) for nilai in item.nilai),
        rata_rata=float(rounded(item.rata_rata, 4)),
        indeks=None if item.indeks is None else float(item.indeks),
        kategori=_grade(item),
        ambang=_thresholds(item),
        tindak_lanjut=tuple(_follow_up(follow_up) for follow_up in isi.tindak_lanjut),
        kuesioner=isi.kuesioner,
        tautan=isi.tautan,
        diperbarui=isi.diperbarui,
        dicatat_oleh=isi.dicatat_oleh,
        berkas=f"data/{item.sumber.path}",
    )


def _element(item: NilaiFinding) -> NilaiJson:
    return NilaiJson(
        unsur=item.unsur,
        nama=item.nama,
        jumlah_nilai=item.jumlah_nilai,
        penjawab=item.penjawab,
        rata_rata=float(rounded(item.rata_rata, 4)),
    )


def _grade(item: SurveiFinding) -> KategoriJson | None:
    return KategoriJson(mutu=item.kategori.mutu, kinerja=item.kategori.kinerja) if item.kategori else None


def _thresholds(item: SurveiFinding) -> AmbangJson | None:
    ambang = item.ambang
    return AmbangJson(skala=ambang.skala, wbk=float(ambang.wbk), wbbm=float(ambang.wbbm)) if ambang else None


def _follow_up(item: TindakLanjut) -> TindakLanjutJson:
    return TindakLanjutJson(uraian=item.uraian, hasil=item.hasil, tanggal=item.tanggal)
