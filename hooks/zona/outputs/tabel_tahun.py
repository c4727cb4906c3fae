"""Every table of a year, once for every download, and what whoever opens one has to know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from zona.findings.judge import Findings, TahunFinding
from zona.outputs.tabel import Jenis, Kolom, Tabel
from zona.outputs.tabel_capaian import Terbit, bukti, catatan, periode, rencana_aksi

_CONTOH: Kolom[Any] = Kolom(
    "data_contoh", Jenis.TEKS, "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun.", lambda _: "DATA CONTOH"
)


def tables_of(tahun: TahunFinding, findings: Findings, terbit: Terbit) -> tuple[Tabel[Any], ...]:
    """Every table of a year, in the order of the downloads: a new one is in every download by standing here. `terbit` is the
    year's published evidence by name. A sample's tables say on every row that they are one: a table that is cut out of its
    file must still say so."""
    tables: tuple[Tabel[Any], ...] = (rencana_aksi(tahun), periode(tahun), catatan(tahun), bukti(tahun, terbit))
    if not findings.situs.isi.contoh:
        return tables
    return tuple(replace(table, kolom=(*table.kolom, _CONTOH)) for table in tables)


def notes_of(findings: Findings) -> tuple[tuple[str, str], ...]:
    """What whoever opens a download has to know, as (term, meaning)."""
    situs = findings.situs.isi
    mark = (("DATA CONTOH", "Semua isi berkas ini karangan untuk uji, bukan data kantor mana pun."),) if situs.contoh else ()
    return (
        *mark,
        ("Kantor", situs.kantor_lengkap),
        ("Per tanggal", f"{findings.per_tanggal.isoformat()} (zona waktu {situs.zona_waktu.value})"),
        ("Lisensi", situs.lisensi_data or "belum ditetapkan kantor"),
        ("Sel kosong", "Tidak ada nilainya. Nol ditulis 0."),
        (
            "Tanda ' di depan teks",
            "Ditambahkan pada teks yang diawali = + - @ supaya tidak dibaca sebagai rumus; bukan isi data.",
        ),
    )
