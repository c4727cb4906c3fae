"""Counts over periods, and the two percentages, which are never mixed: of all periods, and of those due so far."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from zona.findings.keadaan import Keadaan


@dataclass(frozen=True)
class Hitungan:
    """How many periods there are, how many are due so far, and how many are in each state."""

    jumlah: int
    jatuh_tempo: int
    terpenuhi_jatuh_tempo: int
    keadaan: dict[Keadaan, int]

    @property
    def terpenuhi(self) -> int:
        """How many periods are fulfilled."""
        return self.keadaan[Keadaan.TERPENUHI]

    @property
    def persen_semua(self) -> float | None:
        """Fulfilled, in percent of all periods, cut (not rounded) to one decimal; None where there are none."""
        return percent(self.terpenuhi, self.jumlah)

    @property
    def persen_jatuh_tempo(self) -> float | None:
        """Fulfilled, in percent of the periods due so far; None while none is due."""
        return percent(self.terpenuhi_jatuh_tempo, self.jatuh_tempo)


def count(periods: Iterable[tuple[Keadaan, bool]]) -> Hitungan:
    """Count periods given as (state, whether its deadline has passed)."""
    pairs = Counter(periods)
    states = {state: sum(n for (found, _), n in pairs.items() if found is state) for state in Keadaan}
    due = sum(n for (_, passed), n in pairs.items() if passed)
    return Hitungan(pairs.total(), due, pairs[(Keadaan.TERPENUHI, True)], states)


def percent(part: int, whole: int) -> float | None:
    """Cut to one decimal, so that 100 stands only where nothing is missing."""
    return part * 1000 // whole / 10 if whole else None
