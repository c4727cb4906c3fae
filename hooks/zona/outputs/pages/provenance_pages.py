"""The pages about where this site comes from: what changed in its data, and how anyone checks that it is genuine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.history import HariBerubah, days_of
from zona.findings.judge import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import of_file, said_of_record
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.git_history import Riwayat


@dataclass(frozen=True)
class CatatanBerubah:
    """A record that changed: its action's code, the address of that action's page (None: no plan has it now), and what
    changed, in words."""

    aksi: str
    alamat: str | None
    kalimat: str


@dataclass(frozen=True)
class HariRiwayat:
    """One day of the history, in words."""

    tanggal: date
    catatan: tuple[CatatanBerubah, ...]
    bukti_ditambahkan: int
    bukti_dihapus: int
    berkas: tuple[str, ...]


@dataclass(frozen=True)
class RiwayatView(View):
    """The days on which the data changed, the newest first; `riwayat` is None in a copy without history."""

    template = "pages/riwayat.html"

    riwayat: Riwayat | None
    hari_berubah: tuple[HariRiwayat, ...]


@dataclass(frozen=True)
class KeaslianView(View):
    """How to build this very copy again."""

    template = "pages/keaslian.html"

    riwayat: Riwayat | None


def pages_of_origin(findings: Findings) -> Iterator[Page]:
    """The history, and the page on checking."""
    situs = findings.situs
    yield Page(
        addresses.RIWAYAT,
        "Riwayat data",
        f"Apa yang berubah dalam data Zona Integritas {situs.isi.kantor}, dari hari ke hari.",
        situs.path,
        RiwayatView(findings.riwayat, _days(findings)),
    )
    yield Page(
        addresses.KEASLIAN,
        "Periksa keaslian",
        "Bagaimana siapa pun membangun ulang situs ini dari datanya dan membandingkan hasilnya.",
        situs.path,
        KeaslianView(findings.riwayat),
    )


def _days(findings: Findings) -> tuple[HariRiwayat, ...]:
    if findings.riwayat is None:
        return ()
    known = {(tahun.tahun, aksi.aksi.kode) for tahun in findings.tahun for aksi in tahun.aksi}
    days = days_of(findings.riwayat, findings.situs.isi.zona_waktu.tzinfo, findings.per_tanggal)
    return tuple(_day(day, known) for day in days)


def _day(day: HariBerubah, known: set[tuple[int, str]]) -> HariRiwayat:
    records = tuple(
        CatatanBerubah(
            item.isi.aksi,
            addresses.aksi(item.tahun, item.isi.aksi) if (item.tahun, item.isi.aksi) in known else None,
            said_of_record(item),
        )
        for item in day.catatan
    )
    return HariRiwayat(day.tanggal, records, day.bukti_ditambahkan, day.bukti_dihapus, tuple(map(of_file, day.berkas)))
