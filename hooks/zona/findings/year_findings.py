"""What a year of the plan comes to, and everything that outputs may show. They are made by `judge`."""

import calendar
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import LATE, KeadaanAksi
from zona.findings.laporan.survei_results import SurveiFinding, judge_survei
from zona.findings.lewat_tenggat import AksiLewat, HariTenggat, coming_days, copies_of, late_actions
from zona.findings.lke.lke_findings import LkeFinding, judge_lke
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.plan_findings import (
    AksiFinding,
    KelompokFinding,
    PeriodeFinding,
    count_periods,
    due_in_quarter,
)
from zona.findings.record_findings import CatatanFinding, TercatatFinding
from zona.findings.upkeep.confirmation import Pemeriksaan
from zona.records.capaian.bukti import BerkasBukti
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.git_history import Riwayat
from zona.records.informasi.dasar_hukum import Aturan, DasarHukum
from zona.records.informasi.docs_files import NO_DOCS, Docs
from zona.records.informasi.hari_libur import HariLibur
from zona.records.informasi.kanal import DaftarKanal, Kanal
from zona.records.informasi.lapor import Lapor
from zona.records.informasi.prosa import Prosa
from zona.records.load import Tahun
from zona.records.paket.paket import PaketKantor
from zona.records.reading.file_reader import Source
from zona.records.rencana.dasar import Dasar
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.rencana.tema import about
from zona.records.situs import Situs

SEGERA = timedelta(days=30)


@dataclass(frozen=True)
class AkhirBulan:
    """One month of the series: deadlines up to its end, and periods fulfilled up to its end (None for what is to come)."""

    bulan: int
    rencana: int
    kenyataan: int | None


@dataclass(frozen=True)
class KeadaanAkhirBulan:
    """The counts as of a month's end, from what was recorded and verified by then."""

    tanggal: date
    hitungan: Hitungan


@dataclass(frozen=True)
class TahunFinding:
    """One year's plan, and what it comes to."""

    sumber: Tahun
    per_tanggal: date
    kelompok: tuple[KelompokFinding, ...]

    @property
    def tahun(self) -> int:
        """The year as a number, as its data folder is called."""
        return self.sumber.tahun

    @property
    def dasar(self) -> Dasar:
        """What the plan rests on."""
        return self.sumber.dasar

    @property
    def keputusan(self) -> Source[Keputusan] | None:
        """The decree that set the plan; None where the plan rests on something else."""
        return self.sumber.keputusan

    @property
    def rencana_aksi(self) -> Source[RencanaAksi]:
        """The plan as it was read: the annex of the decree."""
        return self.sumber.rencana_aksi

    @property
    def capaian(self) -> tuple[Source[Capaian], ...]:
        """Every record of the year, ordered by file name; its own periods have them by date."""
        return self.sumber.capaian

    @property
    def bukti(self) -> dict[str, BerkasBukti]:
        """The evidence files of the year, by their name."""
        return self.sumber.bukti

    @cached_property
    def survei(self) -> tuple[SurveiFinding, ...]:
        """The year's surveys with what they come to, the earliest first."""
        return tuple(judge_survei(item) for item in self.sumber.survei)

    @cached_property
    def lke(self) -> LkeFinding | None:
        """The evidence by the items of the LKE; None where the office has no mapping for the year."""
        return judge_lke(self.sumber.lke, self.aksi) if self.sumber.lke else None

    @cached_property
    def aksi(self) -> tuple[AksiFinding, ...]:
        """All actions, in the order of the annex."""
        return tuple(aksi for kelompok in self.kelompok for aksi in kelompok.aksi)

    @cached_property
    def periode(self) -> tuple[PeriodeFinding, ...]:
        """The periods of all actions, in the order of the annex."""
        return tuple(periode for aksi in self.aksi for periode in aksi.periode)

    @cached_property
    def tercatat(self) -> tuple[TercatatFinding, ...]:
        """The same with what is recorded of actions without deadlines."""
        return tuple(item for aksi in self.aksi for item in aksi.tercatat)

    @property
    def catatan_berlaku(self) -> list[CatatanFinding]:
        """The records of all actions that no later one has taken the place of."""
        return [item for own in self.tercatat for item in own.catatan_capaian if not item.gugur]

    @property
    def jumlah_tenggat(self) -> int:
        """How many periods, and so deadlines, the plan has."""
        return len(self.periode)

    @property
    def jumlah_catatan(self) -> int:
        """Notes on the annex: of the whole, its groups and its rows."""
        isi = self.rencana_aksi.isi
        owners = (isi, *isi.kelompok, *isi.semua_aksi())
        return sum(len(owner.catatan) for owner in owners)

    @cached_property
    def hitungan(self) -> Hitungan:
        """Counts over all periods."""
        return count_periods(self.periode)

    @cached_property
    def keadaan_aksi(self) -> dict[KeadaanAksi, int]:
        """How many actions are in each state; that of no deadlines only where the plan has such."""
        counts = Counter(aksi.keadaan for aksi in self.aksi)
        return {state: counts[state] for state in KeadaanAksi if counts[state] or state is not KeadaanAksi.TANPA_TENGGAT}

    @property
    def selesai_tanpa_bukti(self) -> int:
        """Records that say `selesai` and cite no evidence: always 0, because the checks refuse them."""
        return sum(item.isi.hasil is Hasil.SELESAI and not item.isi.bukti for item in self.capaian)

    @property
    def lewat_tenggat(self) -> tuple[PeriodeFinding, ...]:
        """Periods past their deadline that are late or were never reported, the longest first."""
        late = [item for item in self.periode if item.keadaan in LATE]
        return tuple(sorted(late, key=lambda item: item.tenggat))

    @cached_property
    def aksi_lewat(self) -> tuple[AksiLewat, ...]:
        """The same by action: the one order of the late that every page has."""
        return late_actions(self.aksi)

    @cached_property
    def salinan(self) -> dict[str, str]:
        """The rows that are printed as an earlier one is, each with that one's code."""
        return copies_of(item.aksi for item in self.aksi)

    def aksi_bertema(self, tema: Collection[str]) -> tuple[AksiFinding, ...]:
        """The actions about one of these subjects or a part of one, in the order of the annex."""
        return tuple(item for item in self.aksi if about(item.aksi.tema, tema))

    def salinan_bertema(self, tema: Collection[str]) -> tuple[AksiFinding, ...]:
        """Of the actions about one of these subjects, those that are printed as an earlier one is."""
        return tuple(item for item in self.aksi_bertema(tema) if item.kode in self.salinan)

    @property
    def hari_tenggat(self) -> tuple[HariTenggat, ...]:
        """The days that deadlines still to be kept fall on, the nearest first."""
        return coming_days(self.periode, self.per_tanggal)

    @cached_property
    def jatuh_tempo(self) -> Hitungan:
        """Counts over the periods whose deadline has passed."""
        return count_periods(item for item in self.periode if item.lewat)

    def due_before(self, day: date) -> Hitungan:
        """Counts over the periods whose deadline has passed and lay before a day."""
        return count_periods(item for item in self.periode if item.lewat and item.tenggat < day)

    @property
    def segera(self) -> tuple[PeriodeFinding, ...]:
        """Unfulfilled periods that fall due within the next 30 days, the nearest first."""
        last = self.per_tanggal + SEGERA
        return tuple(item for item in self.jatuh_berikut if item.tenggat <= last)

    @property
    def terlambat_dipenuhi(self) -> tuple[PeriodeFinding, ...]:
        """Periods that were fulfilled after their deadline."""
        return tuple(item for item in self.periode if item.terlambat_dipenuhi)

    @property
    def jatuh_berikut(self) -> tuple[PeriodeFinding, ...]:
        """Unfulfilled periods whose deadline has not passed, the nearest first, in the order of the annex within a day."""
        return tuple(sorted((item for item in self.periode if item.menanti), key=lambda item: item.tenggat))

    @property
    def baru_dicatat(self) -> tuple[PeriodeFinding, ...]:
        """Periods that have records, the one with the latest record first."""
        reported = [item for item in self.periode if item.penentu]
        return tuple(sorted(reported, key=lambda item: item.capaian[-1].isi.tanggal, reverse=True))

    def hitungan_per_bulan(self) -> tuple[Hitungan, ...]:
        """The counts of what falls due in each of the year's months; what does after the year's end counts in none."""
        own = [item for item in self.periode if item.tenggat.year == self.tahun]
        return tuple(count_periods(item for item in own if item.tenggat.month == month) for month in range(1, 13))

    def bulanan(self) -> tuple[AkhirBulan, ...]:
        """Planned against actual, cumulative at each month's end: actual as it stood then, or stands in the month that runs."""
        done = {item.tanggal.month: item.hitungan.terpenuhi for item in self.akhir_bulan}
        months = []
        for month in range(1, 13):
            planned = sum(item.tenggat <= month_end(self.tahun, month) for item in self.periode)
            begun = date(self.tahun, month, 1) <= self.per_tanggal
            months.append(AkhirBulan(month, planned, done.get(month, self.hitungan.terpenuhi) if begun else None))
        return tuple(months)

    @cached_property
    def akhir_bulan(self) -> tuple[KeadaanAkhirBulan, ...]:
        """The counts as of each month's end of the year so far."""
        ends = (month_end(self.tahun, month) for month in range(1, 13))
        return tuple(KeadaanAkhirBulan(end, count_periods(self.periode, end)) for end in ends if end <= self.per_tanggal)

    def triwulan(self, nomor: int) -> tuple[PeriodeFinding, ...]:
        """The periods whose deadline falls in a quarter (1 to 4) of the year."""
        return tuple(due_in_quarter(self.periode, self.tahun, nomor))


@dataclass(frozen=True)
class Findings:
    """Everything that outputs may show."""

    situs: Source[Situs]
    per_tanggal: date
    tahun: tuple[TahunFinding, ...]
    riwayat: Riwayat | None = None
    dasar_hukum: Source[DasarHukum] | None = None
    kanal: Source[DaftarKanal] | None = None
    lapor: Source[Lapor] | None = None
    prosa: tuple[Prosa, ...] = ()
    docs: Docs = NO_DOCS
    pengaduan: tuple[StatistikPengaduan, ...] = ()
    hari_libur: Source[HariLibur] | None = None
    paket: PaketKantor = field(default_factory=PaketKantor)
    perintah: str = "scripts/zi.py"  # what builds this site, in the repository of its data

    @cached_property
    def kanal_menurut_kunci(self) -> dict[str, Kanal]:
        """The channels by their keys."""
        return self.kanal.isi.menurut_kunci() if self.kanal else {}

    @cached_property
    def aturan_menurut_kunci(self) -> dict[str, Aturan]:
        """The rules by their keys."""
        return self.dasar_hukum.isi.menurut_kunci() if self.dasar_hukum else {}

    @property
    def tanggal_kirim(self) -> int | None:
        """The day of a month by which the control cards of the month before are to be sent, where a rule says one."""
        return self.paket.kartu_spip.tanggal if self.paket.kartu_spip else None

    def pemeriksaan(self, diperiksa: date | None) -> Pemeriksaan:
        """How old a confirmation is on the findings' date."""
        return Pemeriksaan(diperiksa, self.per_tanggal)

    @property
    def terbaru(self) -> TahunFinding:
        """The newest plan whose year has begun, which the site is about; the first plan where none has. A plan that is loaded
        before its year has pages of its own, and takes the home page's place on New Year's Day."""
        begun = [item for item in self.tahun if item.tahun <= self.per_tanggal.year]
        return begun[-1] if begun else self.tahun[0]

    @property
    def pengaduan_terbaru(self) -> StatistikPengaduan:
        """The complaints of that plan's year."""
        return next(item for item in self.pengaduan if item.tahun == self.terbaru.tahun)


def month_end(tahun: int, bulan: int) -> date:
    """The last day of a month."""
    return date(tahun, bulan, calendar.monthrange(tahun, bulan)[1])
