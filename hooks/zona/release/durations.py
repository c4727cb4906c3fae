"""How long complaints took, in working days, as far as that may be told."""

from collections.abc import Sequence
from statistics import median

from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import AMBANG, SEMBUNYI
from zona.release.count_cells import is_small


def duration_of(own: Sequence[PengaduanBulan]) -> tuple[int | float, int] | None:
    """The median and the longest time of the months; None where a time was not noted, or nothing was finished."""
    days = [day for isi in own for day in isi.lama_selesai or ()]
    if not days or any(isi.selesai and isi.lama_selesai is None for isi in own):
        return None
    return median(days), max(days)


def released_duration(own: Sequence[PengaduanBulan], *, shown: bool) -> dict[str, int | float | str]:
    """The same as it is released; empty for None.

    It is told only over five or more complaints whose number is `shown`; and not for a year of which only one half finished
    1 to 4: beside the other half's, the year's would tell of these few.
    """
    found = duration_of(own)
    if found is None:
        return {}
    first, second = (sum(isi.selesai for isi in half) for half in (own[:6], own[6:]))
    told = shown and first + second >= AMBANG and is_small(first) == is_small(second)
    return dict(zip(("median_hari_kerja", "terlama_hari_kerja"), found if told else (SEMBUNYI, SEMBUNYI), strict=True))
