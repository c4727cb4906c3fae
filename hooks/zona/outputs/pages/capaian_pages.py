"""The pages about what was done: a year's numbers, the quarters' monitoring sheets, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zona.findings.hitungan import Hitungan
from zona.findings.plan_findings import KelompokFinding, PeriodeFinding, count_periods, last_change
from zona.findings.year_findings import AkhirBulan, Findings, TahunFinding
from zona.outputs import addresses
from zona.outputs.charts.calendar_map import Peta, map_of_group
from zona.outputs.charts.curve import Kurva, curve
from zona.outputs.charts.month_stack import BulanTumpuk, month_stack
from zona.outputs.charts.stacked import Tumpuk, bar, bars_of_groups
from zona.outputs.evidence.published import BuktiTerbit
from zona.outputs.pages.render import Page
from zona.outputs.view import View
from zona.records.rencana.kode import roman


@dataclass(frozen=True)
class CapaianView(View, template="pages/capaian.html"):
    """What came of a year's plan: its numbers, and its pictures (all of it, groups, planned and actual, months, calendar of
    each group), each with the numbers of its table."""

    tahun: TahunFinding
    bulanan: tuple[AkhirBulan, ...]
    per_bulan: tuple[Hitungan, ...]
    batang: Tumpuk
    tumpuk: Tumpuk
    kurva: Kurva
    tumpukan: BulanTumpuk
    peta: tuple[tuple[KelompokFinding, Peta], ...]


@dataclass(frozen=True)
class TriwulanView(View, template="pages/triwulan.html"):
    """A quarter's monitoring sheet: the periods that fall due in it; `awal` is its first day."""

    tahun: TahunFinding
    nomor: int
    periode: tuple[PeriodeFinding, ...]
    hitungan: Hitungan
    awal: date
    terbit: dict[str, BuktiTerbit]


def pages_of_capaian(tahun: TahunFinding, findings: Findings, terbit: dict[str, BuktiTerbit]) -> Iterator[Page]:
    """A year's achievement page and its four monitoring sheets (the decree's row I.3: "lembar monev ZI")."""
    kantor = findings.situs.isi.kantor
    yield Page(
        addresses.capaian(tahun.tahun),
        f"Capaian {tahun.tahun}",
        f"{tahun.hitungan.terpenuhi} dari {tahun.hitungan.jumlah} janji rencana aksi {kantor} {tahun.tahun} terpenuhi."
        if tahun.hitungan.jumlah
        else f"Rencana aksi {kantor} {tahun.tahun} tidak memuat tenggat: yang terjadi dicatat.",
        tahun.rencana_aksi.path,
        _capaian(tahun),
        tahun.tahun,
        berubah=last_change(tahun.tercatat),
    )
    for nomor in range(1, 5):
        yield _triwulan(tahun, nomor, terbit)


def _capaian(tahun: TahunFinding) -> CapaianView:
    return CapaianView(
        tahun=tahun,
        bulanan=tahun.bulanan(),
        per_bulan=tahun.hitungan_per_bulan(),
        batang=bar("batang", f"Status seluruh rencana aksi {tahun.tahun}", tahun.hitungan),
        tumpuk=bars_of_groups("kelompok-batang", tahun.kelompok),
        kurva=curve("kurva", tahun),
        tumpukan=month_stack("bulan", tahun),
        peta=tuple(
            (item, map_of_group(f"peta-{addresses.slug(item.kode)}", item, tahun.tahun, tahun.per_tanggal))
            for item in tahun.kelompok
        ),
    )


def _triwulan(tahun: TahunFinding, nomor: int, terbit: dict[str, BuktiTerbit]) -> Page:
    own = tahun.triwulan(nomor)
    return Page(
        addresses.triwulan(tahun.tahun, nomor),
        f"Lembar monitoring Triwulan {roman(nomor)} {tahun.tahun}",
        f"Status {len(own)} janji yang jatuh pada Triwulan {roman(nomor)} {tahun.tahun}, dengan bukti.",
        tahun.rencana_aksi.path,
        TriwulanView(tahun, nomor, own, count_periods(own), date(tahun.tahun, nomor * 3 - 2, 1), terbit),
        tahun.tahun,
        berubah=last_change(own),
    )
