"""Where to report: the list of situations with the numbers to call, a page for each situation, and the list of all channels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.contact_links import DIALLED, ways_of
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.informasi.kanal import Cara, DaftarKanal, Kanal
from zona.records.informasi.lapor import Lapor, Situasi
from zona.records.reading.file_reader import Source


class Dicoba(StrEnum):
    """How many of a page's channels the office has tried within the days after which that is to be done again; none ever."""

    SEMUA = "semua"
    SEBAGIAN = "sebagian"
    BELUM = "belum"


@dataclass(frozen=True)
class LaporView(View, template="pages/lapor.html"):
    """The situations, and the channels of other bodies that are `dihubungi`: those with a number to dial."""

    dihubungi: tuple[Kanal, ...]
    dicoba: Dicoba


@dataclass(frozen=True)
class SituasiView(View, template="pages/situasi.html"):
    """One situation with its channels. `tombol` is the first channel with the way of the main button, None where no way to it
    is known; `lain` are the other situations."""

    situasi: Situasi
    saluran: tuple[Kanal, ...]
    tombol: tuple[Kanal, Cara] | None
    lain: tuple[Situasi, ...]
    dicoba: Dicoba


@dataclass(frozen=True)
class SemuaKanalView(View, template="pages/kanal.html"):
    """Every channel below its heading."""

    bagian: tuple[tuple[str, tuple[Kanal, ...]], ...]
    dicoba: Dicoba


def pages_of_lapor(findings: Findings) -> Iterator[Page]:
    """The page of channels, and the chooser with its situations where there is one; nothing without channels."""
    if not findings.kanal:
        return
    yield _channels(findings, findings.kanal)
    if findings.lapor:
        yield _chooser(findings, findings.lapor)
        for situasi in findings.lapor.isi.situasi:
            yield _situation(situasi, findings, findings.lapor)


def _channels(findings: Findings, source: Source[DaftarKanal]) -> Page:
    channels = tuple(findings.kanal_menurut_kunci.values())
    parts = ("Saluran kami", True), ("Saluran lembaga lain", False)
    named = ((title, tuple(item for item in channels if item.milik_kantor is own)) for title, own in parts)
    view = SemuaKanalView(
        tuple((title, items) for title, items in named if items),
        _tried(channels, findings),
    )
    return Page(
        addresses.KANAL,
        "Semua saluran pengaduan",
        f"{len(channels)} saluran untuk melapor, mengadu, dan meminta informasi: untuk apa, dan cara menghubunginya.",
        source.place,
        view,
        jenis="kanal",
        paket=findings.paket.sebutan(source.paket),
    )


def _chooser(findings: Findings, source: Source[Lapor]) -> Page:
    others = (item for item in findings.kanal_menurut_kunci.values() if not item.milik_kantor)
    called = tuple(item for item in others if any(cara.jenis in DIALLED for cara in item.cara if cara.nilai))
    return Page(
        addresses.LAPOR,
        "Ke mana saya melapor?",
        "Pilih yang Anda alami. Anda mendapat nomor, perlindungan identitas, dan langkah yang perlu diambil.",
        source.place,
        LaporView(called, _tried(called, findings)),
        jenis="kanal",
        paket=findings.paket.sebutan(source.paket),
    )


def _situation(situasi: Situasi, findings: Findings, source: Source[Lapor]) -> Page:
    channels = tuple(findings.kanal_menurut_kunci[kunci] for kunci in situasi.kanal)
    ways = ((channels[0], cara) for cara in ways_of(channels[0]).utama)
    others = tuple(item for item in source.isi.situasi if item is not situasi)
    view = SituasiView(situasi, channels, next(ways, None), others, _tried(channels, findings))
    return Page(
        addresses.situasi(situasi.kunci),
        situasi.judul,
        situasi.contoh,
        source.place,
        view,
        jenis="kanal",
        paket=findings.paket.sebutan(source.paket),
    )


def _tried(channels: Iterable[Kanal], findings: Findings) -> Dicoba:
    ages = [findings.pemeriksaan(item.diperiksa) for item in channels]
    if all(age.baru for age in ages):
        return Dicoba.SEMUA
    return Dicoba.BELUM if all(age.diperiksa is None for age in ages) else Dicoba.SEBAGIAN
