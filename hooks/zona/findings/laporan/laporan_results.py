"""What yearly reports come to: months that are missing, cards sent in time or late, totals, and what is still to be given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.year_findings import TahunFinding, month_end
from zona.records.laporan.laporan_tahunan import ANGKA, Gratifikasi, RekapGratifikasi, Sop
from zona.records.laporan.survei import JenisSurvei, KartuKendali, Spip
from zona.records.rencana.jadwal import BULAN, months_of

NAMA_LAPORAN = {
    "gratifikasi": "Jumlah gratifikasi",
    "benturan_kepentingan": "Benturan kepentingan",
    "spip": "SPIP",
    "inovasi": "Inovasi",
    "laporan_harta": "Pelaporan LHKPN, LHKASN, dan SPT",
    "pakta_integritas": "Pakta integritas",
    "layanan": "Maklumat, standar pelayanan, dan SOP",
    "lke_hitungan": "Angka yang diminta LKE",
}


@dataclass(frozen=True)
class BarisGratifikasi:
    """One line of the year: a period that was reported, or a month that has ended and was not."""

    periode: str
    rekap: RekapGratifikasi | None


@dataclass(frozen=True)
class GratifikasiFinding:
    """The year's lines in order of time; each count's total over what was reported, None where nothing was."""

    baris: tuple[BarisGratifikasi, ...]
    jumlah: dict[str, int | None]
    bulan_dilaporkan: int

    @property
    def belum(self) -> tuple[str, ...]:
        """The periods that are not reported."""
        return tuple(item.periode for item in self.baris if item.rekap is None)


def judge_gratifikasi(isi: Gratifikasi, per_tanggal: date) -> GratifikasiFinding:
    """The counts of a year as of a date: what is missing is missing, and never zero."""
    lines = {months_of(item.periode)[0]: BarisGratifikasi(item.periode, item) for item in isi.rekap}
    months = {month for item in isi.rekap for month in months_of(item.periode)}
    for month in set(range(1, 13)) - months:
        if month_end(isi.tahun, month) < per_tanggal:
            lines[month] = BarisGratifikasi(f"{isi.tahun}-{month:02}", None)
    totals: dict[str, int | None] = {}
    for key in ANGKA:
        known = [number for item in isi.rekap if (number := getattr(item, key)) is not None]
        totals[key] = sum(known) if known else None
    return GratifikasiFinding(tuple(lines[month] for month in sorted(lines)), totals, len(months))


@dataclass(frozen=True)
class BarisKartu:
    """One month's cards: what was recorded (None: nothing), the last day in time (None: no rule says one), and whether that,
    or else the month, has passed."""

    periode: str
    kartu: KartuKendali | None
    tenggat: date | None
    lewat: bool

    @property
    def hari_terlambat(self) -> int:
        """Days from the last day in time to the day of sending, 0 where sent in time or not at all."""
        dikirim = self.kartu.dikirim if self.kartu else None
        return max(0, (dikirim - self.tenggat).days) if dikirim and self.tenggat else 0


def judge_kartu(isi: Spip, tanggal: int | None, per_tanggal: date) -> tuple[BarisKartu, ...]:
    """The months that have cards, or whose day for sending has passed: that day of the next month, the month's end where no
    rule says one."""
    cards, lines = {item.periode: item for item in isi.kartu_kendali}, []
    for month in range(1, 13):
        periode, due = f"{isi.tahun}-{month:02}", sending_day(isi.tahun, month, tanggal) if tanggal else None
        over = (due or month_end(isi.tahun, month)) < per_tanggal
        lines.append(BarisKartu(periode, cards.get(periode), due, over))
    return tuple(item for item in lines if item.kartu or item.lewat)


def sending_day(tahun: int, bulan: int, tanggal: int) -> date:
    """The last day on which a month's cards are sent in time."""
    return date(tahun + bulan // 12, bulan % 12 + 1, tanggal)


def reviewed_in(sop: tuple[Sop, ...], tahun: int) -> int:
    """How many procedures were last reviewed in the year."""
    return sum(item.reviu_terakhir is not None and item.reviu_terakhir.year == tahun for item in sop)


def missing_reports(tahun: TahunFinding, tanggal_kirim: int | None) -> Iterator[str]:
    """Each survey and report that the year does not have, and what those that there are still lack; cards are sent by that day
    of the next month."""
    folder, laporan = f"data/{tahun.tahun}", tahun.sumber.laporan
    for jenis in JenisSurvei:
        if not any(item.isi.jenis is jenis for item in tahun.survei):
            yield f"{jenis.bentuk.nama} ({jenis.label}): belum ada hasil, ditunggu di {folder}/survei/"
    for key, nama in NAMA_LAPORAN.items():
        # what the LKE counts is waited for only where the office maps its plan to it
        if getattr(laporan, key) is None and (key != "lke_hitungan" or tahun.sumber.lke):
            yield f"{nama}: belum dilaporkan, ditunggu di {folder}/{key.replace('_', '-')}.yml"
    for survei in tahun.survei:
        if not survei.isi.tindak_lanjut:
            yield f"{survei.isi.judul}: belum ada tindak lanjut"
    if laporan.gratifikasi:
        yield from _gaps("Jumlah gratifikasi", judge_gratifikasi(laporan.gratifikasi.isi, tahun.per_tanggal).belum)
    if laporan.spip:
        spip, cards = laporan.spip.isi, judge_kartu(laporan.spip.isi, tanggal_kirim, tahun.per_tanggal)
        yield from _gaps("Kartu kendali SPIP", (item.periode for item in cards if item.kartu is None))
        unsent = (item.periode for item in cards if item.kartu and item.lewat and not item.kartu.dikirim)
        yield from _gaps("Pengiriman kartu kendali SPIP", unsent)
        absent = {"SK Satgas SPIP": spip.satgas, "Daftar risiko": spip.risiko, "Hasil kuesioner SPIP": spip.kuesioner_spip}
        yield from (f"{nama}: belum dilaporkan" for nama, value in absent.items() if not value)
    for podcast in laporan.inovasi.isi.podcast if laporan.inovasi else ():
        if not podcast.takarir and podcast.transkrip is None:
            yield f"Podcast “{podcast.judul}”: belum ada transkrip atau takarir"
    if unreviewed := sum(item.reviu_terakhir is None for item in laporan.layanan.isi.sop) if laporan.layanan else 0:
        yield f"Daftar SOP: {unreviewed} SOP tanpa tanggal reviu"


def _gaps(nama: str, periode: Iterable[str]) -> Iterator[str]:
    if months := [BULAN[int(item[5:7]) - 1] for item in periode]:
        yield f"{nama}: belum dilaporkan untuk {', '.join(months)}"
