"""What drawing templates take: plain values, every number already in words."""

import io
from textwrap import shorten

import segno

from zona.drawing.typefaces import Drawable
from zona.findings.hitungan import Hitungan
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.sharing import Baris
from zona.outputs.wording import angka, tanggal

# The longest name beside a bar, and where there is little room; the pages say it in full.
NAMA_TERPANJANG, NAMA_PENDEK = 130, 52
_TEPI = 4  # modules of quiet zone around a QR code, as its standard asks

Values = dict[str, Drawable]  # by the names that a template reads


def counts(hitungan: Hitungan) -> list[Drawable]:
    """Every state with its number, as geometry and in words."""
    return [
        {"keadaan": state.value, "label": state.label, "jumlah": number, "teks": angka(number)}
        for state, number in hitungan.keadaan.items()
    ]


def rows(baris: Baris) -> list[Drawable]:
    """Bars with their names, in full and short."""
    return [
        {
            "nama": shorten(name, NAMA_TERPANJANG, placeholder=" …"),
            "nama_pendek": shorten(name, NAMA_PENDEK, placeholder=" …"),
            "terpenuhi": angka(hitungan.terpenuhi),
            "jumlah": angka(hitungan.jumlah),
            "keadaan": counts(hitungan),
        }
        for name, hitungan in baris
    ]


def identity(findings: Findings, halaman: str) -> Values:
    """What every drawing says: whose it is, as of when, where the site is, and the QR code that opens the page `halaman`."""
    situs = findings.situs.isi
    root = addresses.site_address_of(situs)  # where it is not known there is no code: no address is ever made up
    identitas: Values = {
        "kantor": situs.kantor,
        "kantor_lengkap": situs.kantor_lengkap,
        "contoh": situs.contoh,
        "per_tanggal": tanggal(findings.per_tanggal),
        "situs": root.removeprefix("https://").rstrip("/") or None,
    }
    return {"identitas": identitas, "qr": {"alamat": root + halaman} if root else None}


def with_code(values: Drawable) -> Drawable:
    """The values of one drawing with its QR code, if it has one, as SVG and with its width in modules: made only when drawn."""
    if not (isinstance(values, dict) and isinstance(qr := values.get("qr"), dict)):
        return values
    code, stream = segno.make(str(qr["alamat"]), error="m", micro=False), io.BytesIO()
    code.save(stream, kind="svg", border=_TEPI, xmldecl=False, nl=False)
    return values | {"qr": qr | {"svg": stream.getvalue().decode(), "modul": code.symbol_size(border=_TEPI)[0]}}
