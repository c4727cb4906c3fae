"""The pages about where this site comes from: what changed in its data, and how anyone checks that it is genuine."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.history import days_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import of_file, of_record
from zona.outputs.pages.render import Page


def pages_of_origin(findings: Findings) -> Iterator[Page]:
    """The history, and the page on checking."""
    riwayat, situs = findings.riwayat, findings.situs
    yield Page(
        addresses.RIWAYAT,
        "Riwayat data",
        f"Apa yang berubah dalam data Zona Integritas {situs.isi.kantor}, dari hari ke hari.",
        "pages/riwayat.html",
        situs.path,
        {
            "riwayat": riwayat,
            "hari_berubah": days_of(riwayat, situs.isi.zona_waktu.tzinfo, findings.per_tanggal) if riwayat else (),
            "dikenal": {(tahun.tahun, aksi.kode) for tahun in findings.tahun for aksi in tahun.aksi},
            "of_record": of_record,
            "of_file": of_file,
        },
    )
    yield Page(
        addresses.KEASLIAN,
        "Periksa keaslian",
        "Bagaimana siapa pun membangun ulang situs ini dari datanya dan membandingkan hasilnya.",
        "pages/keaslian.html",
        situs.path,
        {"riwayat": riwayat},
    )
