"""The blocks of yearly reports, to be placed on hand-written pages: `[[jumlah-gratifikasi]]`, `[[peta-benturan]]`, …

Each shows the newest year, reported or not, and below it the earlier years that were reported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from zona.findings.laporan.laporan_results import (
    TANGGAL_KIRIM,
    BarisKartu,
    GratifikasiFinding,
    judge_gratifikasi,
    judge_kartu,
    reviewed_in,
)
from zona.findings.laporan.survei_results import NilaiFinding, judge_nilai
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.charts.bars import Batang, means
from zona.outputs.prose.block import Block, BlockCall
from zona.outputs.view import View
from zona.records.laporan.laporan import Laporan
from zona.records.laporan.laporan_tahunan import (
    ANGKA,
    BenturanKepentingan,
    Gratifikasi,
    Inovasi,
    LaporanHarta,
    LaporanTahunan,
    Layanan,
    PaktaIntegritas,
)
from zona.records.laporan.survei import Spip
from zona.records.reading.file_reader import Source

IsiBlok = TypeVar("IsiBlok", bound=Laporan)
HasilBlok = TypeVar("HasilBlok")

# The years to show, each with its report (None: not reported).
Years = tuple[tuple[TahunFinding, Source[IsiBlok] | None], ...]
# The same, each with what follows from its report.
JudgedYears = tuple[tuple[TahunFinding, Source[IsiBlok] | None, HasilBlok | None], ...]


@dataclass(frozen=True)
class LaporanView(View, Generic[IsiBlok]):
    """One kind of report over the years."""

    laporan: Years[IsiBlok]


class PetaBenturanView(LaporanView[BenturanKepentingan]):
    """Where interests may conflict."""

    template = "blocks/peta_benturan.html"


class LaporanBenturanView(LaporanView[BenturanKepentingan]):
    """Statements and reports on conflicts of interest, and what came of them."""

    template = "blocks/laporan_benturan.html"


class SpipRisikoView(LaporanView[Spip]):
    """The list of risks."""

    template = "blocks/spip_risiko.html"


class InovasiView(LaporanView[Inovasi]):
    """Podcasts, the guest list and evaluations."""

    template = "blocks/inovasi.html"


class LaporanHartaView(LaporanView[LaporanHarta]):
    """How many reported their wealth and taxes."""

    template = "blocks/laporan_harta.html"


class PaktaView(LaporanView[PaktaIntegritas]):
    """Who signed the integrity pact, in numbers."""

    template = "blocks/pakta.html"


class MaklumatView(LaporanView[Layanan]):
    """The service declaration."""

    template = "blocks/maklumat.html"


class StandarPelayananView(LaporanView[Layanan]):
    """The service standards."""

    template = "blocks/standar_pelayanan.html"


@dataclass(frozen=True)
class JumlahGratifikasiView(View):
    """Gifts in numbers; `angka_gratifikasi` are the keys of the counts."""

    template = "blocks/jumlah_gratifikasi.html"

    laporan: JudgedYears[Gratifikasi, GratifikasiFinding]
    angka_gratifikasi: tuple[str, ...] = ANGKA


@dataclass(frozen=True)
class SpipKartuView(View):
    """The months' control cards, which are sent by the day `tanggal_kirim` of the next month."""

    template = "blocks/spip_kartu.html"

    laporan: JudgedYears[Spip, tuple[BarisKartu, ...]]
    tanggal_kirim: int = TANGGAL_KIRIM


@dataclass(frozen=True)
class SpipKuesionerView(View):
    """The questionnaire's items with their means, and the chart of these."""

    template = "blocks/spip_kuesioner.html"

    laporan: JudgedYears[Spip, tuple[tuple[NilaiFinding, ...], Batang]]


@dataclass(frozen=True)
class DaftarSopView(View):
    """The procedures, and how many were reviewed in the year."""

    template = "blocks/daftar_sop.html"

    laporan: JudgedYears[Layanan, int]


def _years(
    findings: Findings, report: Callable[[LaporanTahunan], Source[IsiBlok] | None], shown: Callable[[IsiBlok], object] = bool
) -> Years[IsiBlok]:
    """The newest year, and each earlier one whose report has what is shown."""
    years = [(tahun, report(tahun.sumber.laporan)) for tahun in reversed(findings.tahun)]
    return tuple(
        (tahun, sumber) for tahun, sumber in years if tahun is findings.terbaru or (sumber is not None and shown(sumber.isi))
    )


def _judged(
    years: Years[IsiBlok], judge: Callable[[TahunFinding, IsiBlok], HasilBlok | None]
) -> JudgedYears[IsiBlok, HasilBlok]:
    return tuple((tahun, sumber, judge(tahun, sumber.isi) if sumber else None) for tahun, sumber in years)


def _jumlah_gratifikasi(call: BlockCall) -> View:
    years = _years(call.findings, lambda laporan: laporan.gratifikasi)
    return JumlahGratifikasiView(_judged(years, lambda tahun, isi: judge_gratifikasi(isi, tahun.per_tanggal)))


def _peta_benturan(call: BlockCall) -> View:
    return PetaBenturanView(_years(call.findings, lambda laporan: laporan.benturan_kepentingan, lambda isi: isi.peta))


def _laporan_benturan(call: BlockCall) -> View:
    def shown(isi: BenturanKepentingan) -> object:
        return isi.pernyataan or isi.laporan_monev or isi.tindak_lanjut

    return LaporanBenturanView(_years(call.findings, lambda laporan: laporan.benturan_kepentingan, shown))


def _spip_kartu(call: BlockCall) -> View:
    years = _years(call.findings, lambda laporan: laporan.spip, lambda isi: isi.satgas or isi.kartu_kendali)
    return SpipKartuView(_judged(years, lambda tahun, isi: judge_kartu(isi, tahun.per_tanggal)))


def _spip_risiko(call: BlockCall) -> View:
    return SpipRisikoView(_years(call.findings, lambda laporan: laporan.spip, lambda isi: isi.risiko))


def _spip_kuesioner(call: BlockCall) -> View:
    years = _years(call.findings, lambda laporan: laporan.spip, lambda isi: isi.kuesioner_spip)
    return SpipKuesionerView(_judged(years, _kuesioner))


def _kuesioner(tahun: TahunFinding, isi: Spip) -> tuple[tuple[NilaiFinding, ...], Batang] | None:
    kuesioner = isi.kuesioner_spip
    if kuesioner is None:
        return None
    title = f"HasilBlok kuesioner SPIP tahun {tahun.tahun}; makin tinggi makin baik"
    nilai = judge_nilai(kuesioner.nilai)
    return nilai, means(f"spip-{tahun.tahun}", title, nilai, kuesioner.skala)


def _inovasi(call: BlockCall) -> View:
    return InovasiView(_years(call.findings, lambda laporan: laporan.inovasi))


def _laporan_harta(call: BlockCall) -> View:
    return LaporanHartaView(_years(call.findings, lambda laporan: laporan.laporan_harta))


def _pakta(call: BlockCall) -> View:
    return PaktaView(_years(call.findings, lambda laporan: laporan.pakta_integritas))


def _maklumat(call: BlockCall) -> View:
    return MaklumatView(_years(call.findings, lambda laporan: laporan.layanan, lambda isi: isi.maklumat))


def _standar_pelayanan(call: BlockCall) -> View:
    return StandarPelayananView(_years(call.findings, lambda laporan: laporan.layanan, lambda isi: isi.standar_pelayanan))


def _daftar_sop(call: BlockCall) -> View:
    years = _years(call.findings, lambda laporan: laporan.layanan, lambda isi: isi.sop)
    return DaftarSopView(_judged(years, lambda tahun, isi: reviewed_in(isi.sop, tahun.tahun)))


BLOK: dict[str, Block] = {
    "jumlah-gratifikasi": _jumlah_gratifikasi,
    "peta-benturan": _peta_benturan,
    "laporan-benturan": _laporan_benturan,
    "spip-kartu": _spip_kartu,
    "spip-risiko": _spip_risiko,
    "spip-kuesioner": _spip_kuesioner,
    "inovasi": _inovasi,
    "laporan-harta": _laporan_harta,
    "pakta": _pakta,
    "maklumat": _maklumat,
    "standar-pelayanan": _standar_pelayanan,
    "daftar-sop": _daftar_sop,
}
