"""Where to report: the list of situations with the numbers to call, a page for each situation, and the list of all channels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.contact_links import DIALLED, ways_of
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.informasi.kanal import Cara, Kanal
from zona.records.informasi.lapor import Situasi


@dataclass(frozen=True)
class LaporView(View, template="pages/lapor.html"):
    """The situations, and the channels of other bodies that are `dihubungi`: those with a number to dial. `dicoba` is whether
    the office has tried all that the page shows within 90 days."""

    dihubungi: tuple[Kanal, ...]
    dicoba: bool


@dataclass(frozen=True)
class SituasiView(View, template="pages/situasi.html"):
    """One situation with its channels. `tombol` is the channel and the way of the main button, None where no way of any is
    known; `lain` are the other situations; `dicoba` as above."""

    situasi: Situasi
    saluran: tuple[Kanal, ...]
    tombol: tuple[Kanal, Cara] | None
    lain: tuple[Situasi, ...]
    dicoba: bool


@dataclass(frozen=True)
class SemuaKanalView(View, template="pages/kanal.html"):
    """Every channel below its heading; `pernah` is whether the office has tried any, `dicoba` as above."""

    bagian: tuple[tuple[str, tuple[Kanal, ...]], ...]
    pernah: bool
    dicoba: bool


def pages_of_lapor(findings: Findings) -> Iterator[Page]:
    """The page of channels, and the chooser with its situations where there is one; nothing without channels."""
    if not findings.kanal:
        return
    yield _channels(findings, findings.kanal.path)
    if findings.lapor:
        yield _chooser(findings, findings.lapor.path)
        for situasi in findings.lapor.isi.situasi:
            yield _situation(situasi, findings.lapor.isi.situasi, findings, findings.lapor.path)


def _channels(findings: Findings, path: str) -> Page:
    channels = tuple(findings.kanal_menurut_kunci.values())
    parts = ("Saluran kami", True), ("Saluran lembaga lain", False)
    named = ((title, tuple(item for item in channels if item.milik_kantor is own)) for title, own in parts)
    view = SemuaKanalView(
        tuple((title, items) for title, items in named if items),
        any(item.diperiksa for item in channels),
        _tried(channels, findings),
    )
    return Page(
        addresses.KANAL,
        "Semua saluran pengaduan",
        f"{len(channels)} saluran untuk melapor, mengadu, dan meminta informasi: untuk apa, dan cara menghubunginya.",
        path,
        view,
        jenis="kanal",
    )


def _chooser(findings: Findings, path: str) -> Page:
    others = (item for item in findings.kanal_menurut_kunci.values() if not item.milik_kantor)
    called = tuple(item for item in others if any(cara.jenis in DIALLED for cara in item.cara if cara.nilai))
    return Page(
        addresses.LAPOR,
        "Ke mana saya melapor?",
        "Pilih yang Anda alami. Anda mendapat nomor, perlindungan identitas, dan langkah yang perlu diambil.",
        path,
        LaporView(called, _tried(called, findings)),
        jenis="kanal",
    )


def _situation(situasi: Situasi, all_of_them: Iterable[Situasi], findings: Findings, path: str) -> Page:
    channels = tuple(findings.kanal_menurut_kunci[kunci] for kunci in situasi.kanal)
    ways = ((item, cara) for item in channels for cara in ways_of(item).utama)
    others = tuple(item for item in all_of_them if item is not situasi)
    view = SituasiView(situasi, channels, next(ways, None), others, _tried(channels, findings))
    return Page(addresses.situasi(situasi.kunci), situasi.judul, situasi.contoh, path, view, jenis="kanal")


def _tried(channels: Iterable[Kanal], findings: Findings) -> bool:
    """Whether all channels were tried within the days after which that is to be done again."""
    return all(findings.pemeriksaan(item.diperiksa).baru for item in channels)
