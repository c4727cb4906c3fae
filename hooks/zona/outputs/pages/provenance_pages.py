"""The pages about where this site comes from: what changed in its data, and how anyone checks that it is genuine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.history import HariBerubah, days_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import of_day
from zona.outputs.pages.render import Page
from zona.outputs.view import View


@dataclass(frozen=True)
class RiwayatView(View, template="pages/riwayat.html"):
    """The days on which the data changed, the newest first, each with its changes in sentences; `commit_awal` is the beginning
    of the commits' addresses, None where the repository is not known."""

    hari_berubah: tuple[tuple[HariBerubah, list[str]], ...]
    commit_awal: str | None


@dataclass(frozen=True)
class KeaslianView(View, template="pages/keaslian.html"):
    """How to build this very copy again."""


def pages_of_origin(findings: Findings) -> Iterator[Page]:
    """The history, and the page on checking."""
    situs, riwayat = findings.situs, findings.riwayat
    days = days_of(riwayat, situs.isi.zona_waktu.tzinfo, findings.per_tanggal) if riwayat else ()
    commits = addresses.repository_address(situs.isi.repositori, "commit/")
    yield Page(
        addresses.RIWAYAT,
        "Riwayat data",
        f"Apa yang berubah dalam data Zona Integritas {situs.isi.kantor}, dari hari ke hari.",
        situs.path,
        RiwayatView(tuple((day, of_day(day)) for day in days), commits),
    )
    yield Page(
        addresses.KEASLIAN,
        "Periksa keaslian",
        "Bagaimana siapa pun membangun ulang situs ini dari datanya dan membandingkan hasilnya.",
        situs.path,
        KeaslianView(),
    )
