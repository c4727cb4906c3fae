"""The published data, version 1: findings in, the files of the contract (`kontrak/`) out."""

from __future__ import annotations

from typing import Any

from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.api.capaian_json import capaian, ringkasan
from zona.outputs.api.contract import contract_files
from zona.outputs.api.contract.contract_base import VERSI_API
from zona.outputs.api.kanal_json import channels
from zona.outputs.api.pengaduan_json import pengaduan
from zona.outputs.api.survei_json import survei
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.site_file import SiteFile
from zona.records.rencana.catatan import Catatan


def api_files(findings: Findings, terbit: dict[int, dict[str, BuktiTerbit]]) -> list[SiteFile]:
    """Every JSON file of every year; `terbit` is the year's published evidence by name."""
    files = []
    complaints = {stat.tahun: stat for stat in findings.pengaduan}
    for tahun in findings.tahun:
        source = f"data/{tahun.rencana_aksi.path}"
        contents = {
            contract_files.RENCANA_AKSI: rencana_aksi(tahun),
            contract_files.CAPAIAN: capaian(tahun, terbit[tahun.tahun]),
            contract_files.RINGKASAN: ringkasan(tahun),
            contract_files.PENGADUAN: pengaduan(complaints[tahun.tahun]),
            contract_files.SURVEI: survei(tahun),
        }
        for kontrak, values in contents.items():
            address = addresses.api(tahun.tahun, kontrak.nama)
            files.append(SiteFile(address, kontrak.content(head(tahun, findings) | values), source))
    if findings.kanal:
        content = contract_files.KANAL.content(office(findings) | channels(findings))
        files.append(SiteFile(addresses.API_KANAL, content, f"data/{findings.kanal.path}"))
    return files


def head(tahun: TahunFinding, findings: Findings) -> dict[str, Any]:
    """What every file says of itself: whose it is, as of when, and where it comes from."""
    sumber = {
        "keputusan": tahun.keputusan.isi.nomor,
        "tanggal": tahun.keputusan.isi.tanggal.isoformat(),
        "berkas": f"data/{tahun.rencana_aksi.path}",
    }
    return {"versi_api": VERSI_API, "tahun": tahun.tahun, **office(findings), "sumber": sumber}


def office(findings: Findings) -> dict[str, Any]:
    """What a file says of itself that belongs to no year."""
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
