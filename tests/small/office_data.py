"""Small offices for tests: a data folder written from a few values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]


def row(kode: str, target_waktu: str = "Januari", **more: Any) -> Row:
    """One row of an annex."""
    cells = {name: f"{name} {kode}" for name in ("komponen", "indikator", "langkah_aksi", "bukti_fisik")}
    return {"kode": kode, **cells, "target_waktu": target_waktu, **more}


def write_kantor(root: Path, years: dict[int, list[Row]], *, situs: dict[str, Any] | None = None, **keputusan: Any) -> Path:
    """Write an office with one group of the given rows in each year; returns its data folder."""
    identity = {"kantor": "KPU Kota Uji", "kantor_lengkap": "Komisi Pemilihan Umum Kota Uji", "provinsi": "Uji"}
    _dump(root / "situs.yml", identity | {"zona_waktu": "WIB"} | (situs or {}))
    for tahun, rows in years.items():
        decree = {
            "tahun": tahun,
            "nomor": f"Nomor 1 Tahun {tahun}",
            "judul": "KEPUTUSAN UJI",
            "tentang": "RENCANA AKSI UJI",
            "tempat": "Uji",
            "menimbang": [{"huruf": "a", "teks": "bahwa ini uji;"}],
            "mengingat": [{"nomor": 1, "teks": "Peraturan uji;"}],
            "menetapkan": "KEPUTUSAN UJI.",
            "diktum": [{"diktum": "KESATU", "teks": "Menetapkan uji."}],
            "penandatangan": {"jabatan": "KETUA"},
        }
        text = yaml.safe_dump(decree | keputusan, allow_unicode=True, sort_keys=False)
        (root / str(tahun)).mkdir(parents=True)
        (root / str(tahun) / "keputusan.yml").write_text(f"tanggal: {tahun}-01-02\n{text}", encoding="utf-8")
        plan = {"tahun": tahun, "judul": "RENCANA AKSI UJI", "kelompok": [{"kode": "I", "judul": "Kelompok uji", "aksi": rows}]}
        _dump(root / str(tahun) / "rencana-aksi.yml", plan)
    return root


def _dump(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
