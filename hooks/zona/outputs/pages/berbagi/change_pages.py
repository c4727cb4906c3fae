"""The pages of what changed: in the last days and weeks, and in the data from day to day."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zona.findings.changes import HariBerubah, days_of
from zona.findings.plan_findings import last_change
from zona.findings.recent import PEKAN, SEBULAN, HariTerakhir, KabarAksi, due_soon, recent
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.change_sentences import KalimatHari, message_of, of_day, of_due, of_recent, of_soon
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.rencana.jadwal import BULAN

HARI_TERBUKA = 12  # days of the history that are not folded: the page is a list of at most twelve screens


@dataclass(frozen=True)
class PekanIniView(View, template="pages/pekan_ini.html"):
    """The last 7 and 30 days, each with its sentence, the next 7 days, how it stands on the whole, and a text to send."""

    pekan: HariTerakhir
    kalimat_pekan: str
    sebulan: HariTerakhir
    kalimat_sebulan: str
    nanti: tuple[KabarAksi, ...]
    kalimat_nanti: str
    kalimat_jatuh_tempo: str
    kiriman: str


@dataclass(frozen=True)
class HariTampil:
    """A day of the history as the page shows it."""

    hari: HariBerubah
    kalimat: list[KalimatHari]


@dataclass(frozen=True)
class RiwayatView(View, template="pages/riwayat.html"):
    """The days on which the data changed, the newest first, in sentences: the newest, and older ones below the name of their
    month. `commit_awal` is the beginning of the commits' addresses, None where the repository is not known."""

    terbaru: tuple[HariTampil, ...]
    lama: tuple[tuple[str, tuple[HariTampil, ...]], ...]
    commit_awal: str | None


def pages_of_changes(findings: Findings) -> Iterator[Page]:
    """This week, and the history of the data."""
    yield _week(findings)
    yield _history(findings)


def _week(findings: Findings) -> Page:
    day, kantor = findings.per_tanggal, findings.situs.isi.kantor
    week, month = recent(findings.tahun, day, PEKAN), recent(findings.tahun, day, SEBULAN)
    soon = due_soon(findings.tahun, day, PEKAN)
    view = PekanIniView(
        week,
        of_recent(week),
        month,
        of_recent(month),
        soon,
        of_soon(soon, PEKAN),
        of_due(findings),
        message_of(findings, week, soon),
    )
    return Page(
        addresses.PEKAN_INI,
        "Kabar pekan ini",
        f"Laporan, verifikasi, dan tenggat Zona Integritas {kantor} dalam 7 hari ini, dan teksnya untuk WhatsApp.",
        findings.terbaru.rencana_aksi.path,
        view,
        berubah=last_change(item for tahun in findings.tahun for item in tahun.tercatat),
    )


def _history(findings: Findings) -> Page:
    situs, riwayat = findings.situs, findings.riwayat
    commits = addresses.repository_address(situs.isi.repositori, "commit/")
    found = days_of(riwayat, situs.isi.zona_waktu.tzinfo, findings.per_tanggal) if riwayat else ()
    days = tuple(HariTampil(day, of_day(day)) for day in found)
    months = groupby(days[HARI_TERBUKA:], lambda item: f"{BULAN[item.hari.tanggal.month - 1]} {item.hari.tanggal.year}")
    view = RiwayatView(days[:HARI_TERBUKA], tuple((name, tuple(own)) for name, own in months), commits)
    return Page(
        addresses.RIWAYAT,
        "Riwayat data",
        f"Apa yang berubah dalam data Zona Integritas {situs.isi.kantor}, dari hari ke hari.",
        situs.path,
        view,
    )
