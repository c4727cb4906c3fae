"""The published data, version 1. Append-only: a field is never renamed or removed."""

from __future__ import annotations

import json
from typing import Any

from zona.findings.judge import AksiFinding, Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api_capaian import capaian, ringkasan
from zona.outputs.api_kanal import channels
from zona.outputs.api_pengaduan import pengaduan
from zona.outputs.api_survei import survei
from zona.outputs.bukti import BuktiTerbit
from zona.outputs.site_file import SiteFile
from zona.records.catatan import Catatan

VERSI_API = "1"


def api_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]]) -> list[SiteFile]:
    """Every JSON file of every year; `terbit` is the year's published evidence by name."""
    files = []
    complaints = {stat.tahun: stat for stat in findings.pengaduan}
    for tahun in findings.tahun:
        source = f"data/{tahun.rencana_aksi.path}"
        contents = {
            "rencana-aksi": rencana_aksi(tahun),
            "capaian": capaian(tahun, terbit[tahun.tahun]),
            "ringkasan": ringkasan(tahun),
            "pengaduan": pengaduan(complaints[tahun.tahun]),
            "survei": survei(tahun),
        }
        for name, content in contents.items():
            text = json.dumps(head(tahun, findings) | content, ensure_ascii=False, indent=1) + "\n"
            files.append(SiteFile(addresses.api(tahun.tahun, name), text.encode(), source))
    if findings.kanal:
        text = json.dumps(_office(findings) | channels(findings), ensure_ascii=False, indent=1) + "\n"
        files.append(SiteFile(addresses.API_KANAL, text.encode(), f"data/{findings.kanal.path}"))
    return files


def head(tahun: TahunFinding, findings: Findings) -> dict[str, Any]:
    """What every file says of itself: whose it is, as of when, and where it comes from."""
    sumber = {
        "keputusan": tahun.keputusan.isi.nomor,
        "tanggal": tahun.keputusan.isi.tanggal.isoformat(),
        "berkas": f"data/{tahun.rencana_aksi.path}",
    }
    return {"versi_api": VERSI_API, "tahun": tahun.tahun, **_office(findings), "sumber": sumber}


def _office(findings: Findings) -> dict[str, Any]:
    situs = findings.situs.isi
    return {
        "versi_api": VERSI_API,
        "per_tanggal": findings.per_tanggal.isoformat(),
        "kantor": situs.kantor_lengkap,
        "contoh": situs.contoh,
        "keterangan": "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun" if situs.contoh else None,
    }


def rencana_aksi(tahun: TahunFinding) -> dict[str, Any]:
    """`rencana-aksi.json`: the annex as printed, with its periods, targets and notes."""
    return {
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
