"""`capaian.json` and `ringkasan.json` of a year: the records with their evidence, and what they come to."""

from __future__ import annotations

from typing import Any

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import LATE, KeadaanAksi
from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs.evidence.published import BuktiTerbit
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.reading.file_reader import Source


def capaian(tahun: TahunFinding, terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    """Every period with its state, and every record with its evidence."""
    return {
        "periode": [_periode(item) for item in tahun.periode],
        "catatan_capaian": [_record(item, terbit) for item in tahun.capaian],
    }


def _periode(item: PeriodeFinding) -> dict[str, Any]:
    return {
        "aksi": item.aksi.kode,
        "periode": item.tenggat.periode,
        "tenggat": item.tenggat.tenggat.isoformat(),
        "keadaan": item.keadaan.value,
        "hari_lewat": item.hari_lewat if item.keadaan in LATE else 0,
        "terlambat_dipenuhi": item.terlambat_dipenuhi,
        "jumlah_catatan": len(item.capaian),
    }


def _record(item: Source[Capaian], terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    isi = item.isi
    return {
        "aksi": isi.aksi,
        "periode": isi.periode,
        "tanggal": isi.tanggal.isoformat(),
        "hasil": isi.hasil.value,
        "uraian": isi.uraian,
        "bukti": [_bukti(bukti, terbit) for bukti in isi.bukti],
        "dicatat_oleh": isi.dicatat_oleh,
        "diverifikasi_oleh": isi.diverifikasi_oleh,
        "berkas": f"data/{item.path}",
    }


def _bukti(bukti: Bukti, terbit: dict[str, BuktiTerbit]) -> dict[str, Any]:
    file = terbit[bukti.berkas] if bukti.berkas else None
    return {
        "judul": bukti.judul,
        "jenis": bukti.jenis.value,
        "tautan": bukti.tautan,
        "alamat": file.alamat if file else None,
        "ukuran": file.ukuran if file else None,
        "sha256": file.sha256 if file else None,
    }


def ringkasan(tahun: TahunFinding) -> dict[str, Any]:
    """The counts by state, whole and per group, both percentages, and the series by month."""
    return {
        "selesai_tanpa_bukti": tahun.selesai_tanpa_bukti,
        "hitungan_aksi": _actions(tahun.aksi),
        **_counts(tahun.hitungan),
        "kelompok": [_group(item) for item in tahun.kelompok],
        "bulanan": [{"bulan": item.bulan, "rencana": item.rencana, "kenyataan": item.kenyataan} for item in tahun.bulanan()],
        "akhir_bulan": [{"tanggal": item.tanggal.isoformat(), **_counts(item.hitungan)} for item in tahun.akhir_bulan],
    }


def _group(item: KelompokFinding) -> dict[str, Any]:
    return {"kode": item.kelompok.kode, "hitungan_aksi": _actions(item.aksi), **_counts(item.hitungan)}


def _actions(actions: tuple[AksiFinding, ...]) -> dict[str, Any]:
    states = [item.keadaan for item in actions]
    return {"jumlah": len(states), "keadaan": {state.value: states.count(state) for state in KeadaanAksi}}


def _counts(counts: Hitungan) -> dict[str, Any]:
    return {
        "hitungan_periode": {
            "jumlah": counts.jumlah,
            "jatuh_tempo": counts.jatuh_tempo,
            "terpenuhi_jatuh_tempo": counts.terpenuhi_jatuh_tempo,
            "keadaan": {state.value: number for state, number in counts.keadaan.items()},
        },
        "persen_semua": counts.persen_semua,
        "persen_jatuh_tempo": counts.persen_jatuh_tempo,
    }
