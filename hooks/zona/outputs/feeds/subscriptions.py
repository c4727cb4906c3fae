"""What one may follow besides the whole plan: each group and each action, by a feed and by a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass

from zona.findings.plan_findings import AksiFinding, KelompokFinding, PeriodeFinding
from zona.findings.year_findings import TahunFinding
from zona.outputs import addresses


@dataclass(frozen=True)
class Langganan:
    """A group or an action to follow: what it is, its code, its name in full and short, where its feed and its calendar are,
    and the periods that they tell of. What has no deadlines has no calendar."""

    jenis: str
    kode: str
    nama: str
    pendek: str
    umpan: str
    kalender: str | None
    periode: tuple[PeriodeFinding, ...]

    @property
    def sebutan(self) -> str:
        """“Kelompok I”, “Aksi I.3”."""
        return f"{self.jenis.capitalize()} {self.kode}"

    @property
    def judul(self) -> str:
        """The feed's title, without the office."""
        return f"{self.sebutan} · {self.nama}"


def subscription_of(tahun: int, item: KelompokFinding | AksiFinding) -> Langganan:
    """What there is to follow of one group or action."""
    if isinstance(item, KelompokFinding):
        feed, calendar = addresses.umpan(tahun, item.kode), addresses.kalender(tahun, item.kode) if item.periode else None
        return Langganan("kelompok", item.kode, item.judul, item.sebutan, feed, calendar, item.periode)
    feed, calendar = addresses.umpan_aksi(tahun, item.kode), addresses.kalender_aksi(tahun, item.kode) if item.periode else None
    return Langganan("aksi", item.kode, item.komponen, item.sebutan, feed, calendar, item.periode)


def subscriptions_of(tahun: TahunFinding) -> Iterator[Langganan]:
    """A year's groups, then its actions, in the order of the annex."""
    owners: tuple[KelompokFinding | AksiFinding, ...] = (*tahun.kelompok, *tahun.aksi)
    return (subscription_of(tahun.tahun, item) for item in owners)
