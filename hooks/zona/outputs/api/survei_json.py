"""`survei.json` of a year: each survey with its answers, and what they come to."""

from __future__ import annotations

from typing import Any

from zona.findings.laporan.survei_results import NilaiFinding, SurveiFinding, rounded
from zona.findings.year_findings import TahunFinding


def survei(tahun: TahunFinding) -> dict[str, Any]:
    """The surveys in order of time; an empty list where none is reported."""
    return {"survei": [_survei(item) for item in tahun.survei]}


def _survei(item: SurveiFinding) -> dict[str, Any]:
    isi, kategori, ambang = item.isi, item.kategori, item.ambang
    return {
        "jenis": isi.jenis.value,
        "judul": isi.judul,
        "aksi": list(isi.aksi),
        "tanggal_mulai": isi.tanggal_mulai.isoformat(),
        "tanggal_selesai": isi.tanggal_selesai.isoformat(),
        "metode": isi.metode,
        "populasi": isi.populasi,
        "responden": isi.responden,
        "skala": item.skala,
        "nilai": [_nilai(nilai) for nilai in item.nilai],
        "rata_rata": float(rounded(item.rata_rata, 4)),
        "indeks": None if item.indeks is None else float(item.indeks),
        "kategori": {"mutu": kategori.mutu, "kinerja": kategori.kinerja} if kategori else None,
        "ambang": {"skala": ambang.skala, "wbk": float(ambang.wbk), "wbbm": float(ambang.wbbm)} if ambang else None,
        "tindak_lanjut": [follow_up.model_dump(mode="json") for follow_up in isi.tindak_lanjut],
        "kuesioner": isi.kuesioner,
        "tautan": isi.tautan,
        "diperbarui": isi.diperbarui.isoformat(),
        "dicatat_oleh": isi.dicatat_oleh,
        "berkas": f"data/{item.sumber.path}",
    }


def _nilai(item: NilaiFinding) -> dict[str, Any]:
    return {
        "unsur": item.unsur,
        "nama": item.nama,
        "jumlah_nilai": item.jumlah_nilai,
        "penjawab": item.penjawab,
        "rata_rata": float(rounded(item.rata_rata, 4)),
    }
