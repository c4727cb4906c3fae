"""A count of complaints with its true value, as the arc of a network that readers know."""

from dataclasses import dataclass
from functools import cached_property

from zona.findings.pengaduan.complaint_counts import Tampil
from zona.records.pengaduan.rilis import AMBANG, KURANG, SEMBUNYI, Terbit

# How far a hidden count must at least be able to move: a small one, and any other.
GERAK_KECIL, GERAK_LAIN = 2, 1
_MANY = 1 << 40


def is_small(nilai: int) -> bool:
    """1 to 4: few enough to point to people. Behind 0 there is nobody."""
    return 0 < nilai < AMBANG


@dataclass(frozen=True)
class Sel:
    """A count: the nodes that it flows from and to, its true value, and how it is published.

    `tampil` is None for a count that is not published itself, or not yet, but follows from others when they are. Where `nol`
    is true a zero is told apart and shown as 0; else "<5" covers it too, so that "<5" does not say that there was any.
    A count that is not `dijaga` means nothing yet, and may be small and known. Of one that is `lemah` readers are not taken
    to know that it is 5 or more when it is hidden.
    """

    dari: str
    ke: str
    nilai: int
    nol: bool = False
    tampil: Tampil | None = None
    dijaga: bool = True
    lemah: bool = False

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The least and the greatest value that a reader holds possible before doing any sum."""
        if self.tampil is Tampil.ANGKA:
            return self.nilai, self.nilai
        if self.tampil is Tampil.KURANG:
            return (1 if self.nol else 0), AMBANG - 1
        large = self.tampil is Tampil.SEMBUNYI and self.nilai >= AMBANG and not self.lemah
        return (AMBANG if large else 0), _MANY

    @property
    def open(self) -> Tampil:
        """The most open way to publish the count by itself."""
        return Tampil.KURANG if is_small(self.nilai) or (self.nilai == 0 and not self.nol) else Tampil.ANGKA

    @property
    def need(self) -> int:
        """How many other values must stay possible while the count is hidden."""
        if is_small(self.nilai):
            return GERAK_KECIL if self.dijaga else 0
        return GERAK_LAIN if self.tampil is not None and self.nilai else 0

    def released(self) -> Terbit:
        """The count as it stands in a release."""
        if self.tampil is Tampil.ANGKA:
            return self.nilai
        return KURANG if self.tampil is Tampil.KURANG else SEMBUNYI
