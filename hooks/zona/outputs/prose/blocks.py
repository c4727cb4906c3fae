"""The blocks that pages of prose call by a mark alone on its line: each turns findings into a piece of HTML, from a template.

A block gets the findings, what stands behind its name, the link function of the page, and the Jinja environment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment

from zona.findings.year_findings import Findings
from zona.outputs.prose import pengaduan_blocks
from zona.outputs.prose.laporan_blocks import BLOK as BLOK_TAHUNAN
from zona.outputs.prose.survei_blocks import BLOK as BLOK_SURVEI

Block = Callable[[Findings, str, Callable[[str], str], Environment], str]


def _from(template: str, values: Callable[[Findings, str], dict[str, Any]]) -> Block:
    def block(findings: Findings, argument: str, ke: Callable[[str], str], env: Environment) -> str:
        given = {"ke": ke, "temuan": findings, "situs": findings.situs.isi, **values(findings, argument)}
        return env.get_template(f"blocks/{template}.html").render(given)

    return block


def _kanal(findings: Findings, argument: str) -> dict[str, Any]:
    return {"kanal": findings.kanal_menurut_kunci[argument]}


def _daftar_kanal(findings: Findings, _: str) -> dict[str, Any]:
    return {"semua": tuple(findings.kanal_menurut_kunci.values())}


def _kegiatan(findings: Findings, argument: str) -> dict[str, Any]:
    """The records of the newest year for some rows, the latest first."""
    kode = tuple(item.strip() for item in argument.split(","))
    records = [item for item in findings.terbaru.capaian if item.isi.aksi in kode]
    return {
        "kode": kode,
        "tahun": findings.terbaru,
        "catatan": sorted(records, key=lambda item: item.isi.tanggal, reverse=True),
    }


def _unduh(_: Findings, argument: str) -> dict[str, Any]:
    return {"berkas": argument, "bentuk": argument.rpartition(".")[2].upper()}


_OWN: dict[str, Block] = {
    "kanal": _from("kanal", _kanal),
    "daftar-kanal": _from("daftar_kanal", _daftar_kanal),
    "kegiatan": _from("kegiatan", _kegiatan),
    "unduh": _from("unduh", _unduh),
}

# Blocks of other parts of the site are joined here, by `|`.
BLOK: dict[str, Block] = _OWN | pengaduan_blocks.BLOK | BLOK_SURVEI | BLOK_TAHUNAN
