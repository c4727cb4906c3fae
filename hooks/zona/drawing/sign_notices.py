"""Notices for the office of texts whose signs no typeface has: pages show them, drawings don't. No notice stops a build."""

import re
from collections.abc import Iterator
from typing import Any

from zona.drawing.typefaces import PLAIN, TOFU, as_drawn
from zona.findings.year_findings import Findings
from zona.records.reading.file_reader import Source

MOST = 4  # signs named of one text


def sign_notices(findings: Findings, label: str) -> Iterator[str]:
    """A line for each text with signs drawn as □, and one where they become plain letters. `label` names the data folder."""
    for source, places in _drawn_texts(findings):
        for place in source.baris:
            text = _value(source.isi, place) if re.fullmatch(places, place) else None
            if not isinstance(text, str) or PLAIN.fullmatch(text):
                continue
            at = source.line(label, place)
            instead: dict[str, dict[str, None]] = {}
            for sign, drawn in as_drawn(text):
                if drawn != sign:
                    instead.setdefault(TOFU if drawn == TOFU else "huruf biasa", {})[sign] = None
            for seen, signs in instead.items():
                yield (
                    f"{at.path}:{at.line}: tanda {_named(list(signs))} tidak ada dalam huruf gambar dan laporan; "
                    f"di sana tampil sebagai {seen} (halaman situs tetap menampilkannya)"
                )


def _drawn_texts(findings: Findings) -> Iterator[tuple[Source[Any], str]]:  # records of any model
    """Each file with the places in it, as a pattern, whose texts reach a drawing. A test holds that none is missing."""
    yield findings.situs, r"kantor|kantor_lengkap|alamat_situs"
    for tahun in findings.tahun:
        if tahun.keputusan:
            yield tahun.keputusan, r"nomor"
        if tahun.sumber.dasar_lain:
            yield tahun.sumber.dasar_lain, r"judul|nomor"
        yield tahun.rencana_aksi, r"kelompok\.\d+\.(judul|aksi\.\d+\.(komponen|singkat|bukti_fisik))"
        for record in tahun.capaian:
            yield record, r"uraian|alasan|dicatat_oleh|verifikasi\.oleh|bukti\.\d+\.(judul|tautan|membuktikan)"
        if tahun.lke:
            yield tahun.lke.sumber, r"ditegaskan\.oleh|halaman_kantor\.\d+\.(judul|tautan)"
    if findings.kanal:
        yield findings.kanal, r"kanal\.\d+\.(nama|untuk\.0|cara\.\d+\.nilai)"
    if findings.dasar_hukum:
        yield findings.dasar_hukum, r"aturan\.\d+\.(bentuk|nomor)"


def _value(value: object, place: str) -> object:
    """The value at a place (`kanal.3.nama`) of a record."""
    for step in place.split("."):
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value


def _named(signs: list[str]) -> str:
    """“中” (U+4E2D), and how many more there are."""
    named = [f"“{sign}” (U+{ord(sign):04X})" for sign in signs[:MOST]]
    more = len(signs) - MOST
    return ", ".join(named) + (f", dan {more} lainnya" if more > 0 else "")
