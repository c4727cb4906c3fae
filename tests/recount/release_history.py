"""Two years of an invented office at its desk: months released as they end, some late; past months corrected; every state of
the site kept, as by somebody who reads it every month."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from recount.attack_on_release import attack, read_json
from recount.attacker import Penyerang
from small.pengaduan_months import Row, month, months, published
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import RilisPengaduan
from zona.release.next_release import NotReleasable, next_release

YEARS = (2026, 2027)


@dataclass
class History:
    """What came of it: the true counts as they stand at the end, the releases, every state of the site; how many corrections
    were taken and refused, and how many months were late."""

    truth: dict[str, PengaduanBulan]
    released: list[RilisPengaduan] = field(default_factory=list)
    states: list[tuple[StatistikPengaduan, ...]] = field(default_factory=list)
    corrected: int = 0
    refused: int = 0
    late: int = 0

    def release(self, known: set[str]) -> None:
        """Release every month that is known and has none yet."""
        while made := next_release([self.truth[bulan] for bulan in known], self.released):
            self.released.append(made)
            self.states.append(published(self.released))

    def correct(self, bulan: str, random: Random, known: set[str]) -> None:
        """Correct a past month and the next; where the desk refuses that, it stays as it was."""
        before = self.truth
        self.truth = corrected(before, bulan, random)
        try:
            next_release([self.truth[item] for item in known], self.released)
            self.corrected += self.truth != before
        except NotReleasable:
            self.truth, self.refused = before, self.refused + 1


def corrected(truth: dict[str, PengaduanBulan], bulan: str, random: Random) -> dict[str, PengaduanBulan]:
    """The months with one more or one fewer that came in, was closed or finished in one of them, or came through another
    channel; often the month after makes up for it, else every later month begins with another number."""
    step = random.choice([(1, 1, 0), (-1, -1, 0), (1, 0, 1), (-1, 0, -1), (0, 0, 1), (0, 0, -1), (0, 1, -1), (0, 0, 0)])
    back = random.random() < 0.8
    found: dict[str, PengaduanBulan] = {}
    left = min(truth.values(), key=lambda item: item.bulan).sisa_bulan_lalu
    for name, isi in sorted(truth.items()):
        masuk, tidak, selesai = (max(0, n + s) for n, s in zip(row_of(isi), step if name == bulan else (0, 0, 0), strict=True))
        if back and name > bulan:
            selesai = max(0, left + masuk - tidak - isi.diproses)
        tidak = min(tidak, left + masuk)
        selesai = min(selesai, left + masuk - tidak)
        if name == bulan or (masuk, tidak, selesai) != row_of(isi) or left != isi.sisa_bulan_lalu:
            through = isi.masuk if masuk == isi.masuk.jumlah and any(step) else None
            isi = month(int(name[:4]), int(name[5:]), left, (masuk, tidak, selesai), random.randint(0, 70))
            isi = isi.model_copy(update={"masuk": through}) if through else isi
        found[name], left = isi, isi.diproses
    return found


def row_of(isi: PengaduanBulan) -> Row:
    """The three numbers that a month is made of."""
    return isi.masuk.jumlah, isi.tidak_ditindaklanjuti, isi.selesai


def office_at_work(seed: int) -> History:
    """An office of 24 months, from almost no complaints to many."""
    random = Random(seed)
    top = random.choice([1, 2, 4, 7, 12, 40])
    items: list[PengaduanBulan] = []
    for year in YEARS:
        rows = [(random.randint(0, top), random.choice([0, 0, 0, 1, 2, 5]), random.randint(0, top + 2)) for _ in range(12)]
        items += months(rows, year, items[-1].diproses if items else random.randint(0, 6), random.randint(0, 70))
    history, known = History({item.bulan: item for item in items}), set[str]()
    late: list[str] = []
    for bulan in [item.bulan for item in items]:
        if random.random() < 0.08:
            late.append(bulan)
            history.late += 1
            continue
        known.add(bulan)
        if known - {bulan} and random.random() < 0.5:
            history.correct(random.choice(sorted(known - {bulan})), random, known)
        history.release(known)
        if late and random.random() < 0.3:
            known.add(late.pop(0))
            history.release(known)
    if random.random() < 0.7:
        history.release(known | set(late))
    else:
        history.truth = {bulan: history.truth[bulan] for bulan in known}
    return history


def attacked(history: History) -> Penyerang:
    """An attacker who kept every state of the site and every release."""
    attacker = Penyerang()
    for state in history.states[:-1]:
        read_json(attacker, state)
    attack(history.states[-1], attacker=attacker)
    for item in history.released:
        attacker.read_release(item.model_dump(mode="json", exclude_none=True))
    return attacker
