"""The pages about where this site comes from: what changed in its data, and how anyone checks that it is genuine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.changes import days_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import of_day
from zona.outputs.pages.render import Page
from zona.outputs.site_identity import repository_address
from zona.outputs.view import View
from zona.records.git_history import Riwayat


@dataclass(frozen=True)
class HariRiwayat:
    """One day of the history: what changed, in sentences, and the commits' codes."""

    tanggal: date
    kalimat: tuple[str, ...]
    komit: tuple[str, ...]


@dataclass(frozen=True)
class RiwayatView(View):
    """The days on which the data changed, the newest first; `riwayat` is None in a copy without history, and `commit_awal` the
    beginning of the commits' addresses, None where the repository is not known."""

    template = "pages/riwayat.html"

    riwayat: Riwayat | None
    hari_berubah: tuple[HariRiwayat, ...]
    commit_awal: str | None


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
        RiwayatView(findings.riwayat, _days(findings), commits_below(situs.isi.repositori)),
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
    days = days_of(findings.riwayat, findings.situs.isi.zona_waktu.tzinfo, findings.per_tanggal)
    return tuple(HariRiwayat(day.tanggal, tuple(of_day(day)), tuple(day.komit)) for day in days)


def commits_below(repositori: str | None) -> str | None:
    """What the addresses of a repository's commits begin with at its host. None where the repository is not known."""
    return repository_address(repositori, "commit/")
