"""The surveys as tables: what each came to, and each of its elements. Numbers are rounded as in `survei.json`."""

from __future__ import annotations

from operator import attrgetter, itemgetter

from zona.findings.year_findings import TahunFinding
from zona.outputs.api.contract.survei_contract import AmbangJson, KategoriJson, NilaiJson, SatuSurveiJson
from zona.outputs.api.year_json import one_survei_json
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, keys_of, rows_of
from zona.records.laporan.survei import Survei

BAGIAN = "Survei"
BELUM = "Belum ada hasil survei yang dilaporkan."


def survei(tahun: TahunFinding) -> Tabel:
    """The surveys in order of time, one row each."""
    first = "berkas jenis judul aksi tanggal_mulai tanggal_selesai metode populasi responden skala rata_rata indeks"
    kolom: tuple[Kolom[SatuSurveiJson], ...] = (
        *keys_of(Survei, "tahun", lambda _: tahun),
        *keys_of(SatuSurveiJson, first),
        *keys_of(KategoriJson, "mutu kinerja", attrgetter("kategori")),
        *keys_of(AmbangJson, "skala_ambang=skala wbk wbbm", attrgetter("ambang")),
        *keys_of(SatuSurveiJson, "kuesioner tautan diperbarui dicatat_oleh"),
    )
    told = "Survei kepuasan (IKM) dan persepsi (SPAK, SPKP), satu baris tiap survei."
    baris = rows_of(kolom, map(one_survei_json, tahun.survei))
    return Tabel("survei", "Survei", told, kolom, baris, ("berkas",), kosong=BELUM, bagian=BAGIAN)


def survei_unsur(tahun: TahunFinding) -> Tabel:
    """Every element of every survey, in the form's order."""
    kolom: tuple[Kolom[tuple[SatuSurveiJson, NilaiJson]], ...] = (
        *keys_of(Survei, "tahun", lambda _: tahun),
        Kolom("survei", Jenis.TEKS, "Survei yang dinilai: kolom berkas pada tabel survei.", lambda item: item[0].berkas),
        *keys_of(SatuSurveiJson, "jenis", itemgetter(0)),
        *keys_of(NilaiJson, "unsur nama jumlah_nilai penjawab rata_rata", itemgetter(1)),
    )
    told, reference = "Nilai tiap unsur tiap survei.", (Rujukan(("survei",), "survei", ("berkas",)),)
    baris = rows_of(kolom, ((item, nilai) for item in map(one_survei_json, tahun.survei) for nilai in item.nilai))
    return Tabel("survei-unsur", "Unsur survei", told, kolom, baris, ("survei", "unsur"), reference, BELUM, bagian=BAGIAN)
