"""The published data, version 1. Append-only: a field is never renamed or removed."""

from __future__ import annotations

import json
from typing import Any

from zona.findings.judge import AksiFinding, Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.site_file import SiteFile
from zona.records.catatan import Catatan

VERSI_API = "1"


def api_files(findings: Findings) -> list[SiteFile]:
    """Every JSON file of every year."""
    return [_file(tahun, rencana_aksi(tahun, findings)) for tahun in findings.tahun]


def _file(tahun: TahunFinding, content: dict[str, Any]) -> SiteFile:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return SiteFile(addresses.api(tahun.tahun, "rencana-aksi"), text.encode(), f"data/{tahun.rencana_aksi.path}")


def rencana_aksi(tahun: TahunFinding, findings: Findings) -> dict[str, Any]:
    """`api/v1/<tahun>/rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""
    head: dict[str, Any] = {
        "versi_api": VERSI_API,
        "tahun": tahun.tahun,
        "per_tanggal": findings.per_tanggal.isoformat(),
        "kantor": findings.situs.isi.kantor_lengkap,
        "contoh": findings.situs.isi.contoh,
        "sumber": {
            "keputusan": tahun.keputusan.isi.nomor,
            "tanggal": tahun.keputusan.isi.tanggal.isoformat(),
            "berkas": f"data/{tahun.rencana_aksi.path}",
        },
    }
    return head | {
        "judul": tahun.rencana_aksi.isi.judul,
        "catatan": _catatan(tahun.rencana_aksi.isi.catatan),
        "kelompok": [
            {
                "kode": item.kelompok.kode,
                "judul": item.kelompok.judul,
                "catatan": _catatan(item.kelompok.catatan),
                "aksi": [_aksi(aksi) for aksi in item.aksi],
            }
            for item in tahun.kelompok
        ],
    }


def _aksi(finding: AksiFinding) -> dict[str, Any]:
    aksi = finding.aksi
    cells = ("kode", "komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
    target = finding.target
    return {cell: getattr(aksi, cell) for cell in cells} | {
        "jadwal": [{"periode": item.periode, "tenggat": item.tenggat.isoformat()} for item in finding.jadwal],
        "alasan_jadwal": aksi.alasan_jadwal,
        "target": {"jumlah": target.jumlah, "satuan": target.satuan} if target else None,
        "catatan": _catatan(aksi.catatan),
    }


def _catatan(catatan: tuple[Catatan, ...]) -> list[dict[str, Any]]:
    return [note.model_dump(mode="json") for note in catatan]
