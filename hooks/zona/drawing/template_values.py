"""Findings as the drawing templates take them: plain values, every number already in words."""

from __future__ import annotations

import io
from collections.abc import Iterable
from textwrap import shorten
from typing import Any

import segno

from zona.findings.hitungan import Hitungan
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import site_address_of
from zona.outputs.sharing import BarisMonev
from zona.outputs.wording import angka, tanggal

# The longest name beside a bar, and where there is little room; the pages say it in full.
NAMA_TERPANJANG, NAMA_PENDEK = 130, 52
_TEPI = 4  # modules of quiet zone around a QR code, as its standard asks


def counts(hitungan: Hitungan) -> list[dict[str, Any]]:
    """Every state with its number, as geometry and in words."""
    return [
        {"keadaan": state.value, "label": state.label, "jumlah": number, "teks": angka(number)}
        for state, number in hitungan.keadaan.items()
    ]


def rows(baris: Iterable[BarisMonev]) -> list[dict[str, Any]]:
    """Bars with their names."""
    return [
        {
            "nama": shorten(row.nama, NAMA_TERPANJANG, placeholder=" …"),
            "nama_pendek": shorten(row.nama, NAMA_PENDEK, placeholder=" …"),
            "terpenuhi": angka(row.hitungan.terpenuhi),
            "jumlah": angka(row.hitungan.jumlah),
            "keadaan": counts(row.hitungan),
        }
        for row in baris
    ]


def office(findings: Findings) -> dict[str, Any]:
    """Whose it is, as of when, and where the site is; `situs` is None where that is not known."""
    situs = findings.situs.isi
    root = site_address_of(situs)
    return {
        "kantor": situs.kantor,
        "kantor_lengkap": situs.kantor_lengkap,
        "contoh": situs.contoh,
        "per_tanggal": tanggal(findings.per_tanggal),
        "situs": root.removeprefix("https://").rstrip("/") or None,
    }


def qr(findings: Findings, halaman: str) -> dict[str, Any] | None:
    """The QR code that opens a page of the site, as SVG, with its width in modules; None where the site's address is not
    known: no address is ever made up."""
    root = site_address_of(findings.situs.isi)
    if not root:
        return None
    code = segno.make(root + halaman, error="m", micro=False)
    stream = io.BytesIO()
    code.save(stream, kind="svg", border=_TEPI, xmldecl=False, nl=False)
    return {"svg": stream.getvalue().decode(), "modul": code.symbol_size(border=_TEPI)[0], "alamat": root + halaman}
