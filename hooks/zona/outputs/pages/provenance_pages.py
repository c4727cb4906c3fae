"""The pages about where this site comes from: what changed in its data, and how anyone checks that it is genuine."""

from __future__ import annotations

from collections.abc import Iterator

from zona.findings.history import days_of
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import of_day
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
            "of_day": of_day,
            "commit_awal": commits_below(situs.isi.repositori),
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


def commits_below(repositori: str | None) -> str | None:
    """What the addresses of a repository's commits begin with at its host; GitLab puts them behind "-/". None where the
    repository is not known."""
    if repositori is None:
        return None
    return f"{repositori.rstrip('/')}/{'-/' if 'gitlab' in repositori else ''}commit/"
