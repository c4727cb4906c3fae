"""Whether the true counts, as they stand now, agree with everything that was released: a correction may have changed them."""

from collections.abc import Iterable, Iterator, Mapping

from zona.problems import Problem
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import (
    AMBANG,
    HARUS,
    KOLOM,
    KURANG,
    SEMBUNYI,
    HitunganRilis,
    JangkaRilis,
    RilisPengaduan,
    Terbit,
    month_name,
)  # fmt: skip
from zona.release.durations import duration_of
from zona.release.released_tables import counted
from zona.release.stage_network import spans_of

# Where a problem stands: the month, and the key in its file.
MonthKey = tuple[str, str]


def disagreements(months: Mapping[str, PengaduanBulan], released: Iterable[RilisPengaduan]) -> Iterator[Problem[MonthKey]]:
    """Every released count that the true counts contradict; of months without true counts nothing is said."""
    for item in released:
        spans = {item.bulan: (item.bulan,)} | spans_of([item.bulan])
        told: dict[str, HitunganRilis] = {item.bulan: item}
        told |= {f"{item.bulan[:4]} {kode}": span for kode, span in item.jangka.items()}
        for span, counts in told.items():
            if set(spans[span]) <= months.keys():
                yield from _of_span(item.bulan, span, [months[bulan] for bulan in spans[span]], counts)
        for span, numbers in item.terbaca.items():
            own = spans_of([span]).get(span, (span,))
            if set(own) <= months.keys():
                truth = _truth([months[bulan] for bulan in own])
                yield from (_differs(own[-1], key, span, n, truth[key]) for key, n in numbers.items() if truth[key] != n)


def _of_span(place: str, span: str, own: list[PengaduanBulan], counts: HitunganRilis) -> Iterator[Problem[MonthKey]]:
    truth, wide = _truth(own), isinstance(counts, JangkaRilis)
    for key in KOLOM:
        zero_told = wide and key in ("masuk", "selesai", "tidak_ditindaklanjuti")
        if not _agrees(getattr(counts, key), truth[key], nol=zero_told):
            yield _differs(place, key, span, getattr(counts, key), truth[key])
    if not isinstance(counts, JangkaRilis):
        return
    for menurut in ("kanal", "kategori"):
        column, now = getattr(counts, menurut), counted(menurut, own)
        for key in now | column if column is not None else ():
            if not _agrees(column.get(key, 0), now.get(key, 0), nol=True):
                yield _differs(place, "masuk", f"{span}, {menurut} {key}", column.get(key, 0), now.get(key, 0))
    lama = duration_of(own)
    for key, number in {"median_hari_kerja": lama and lama[0], "terlama_hari_kerja": lama and lama[1]}.items():
        if getattr(counts, key) not in (None, SEMBUNYI, number):
            yield _differs(place, "lama_selesai", f"{span}, {key}", getattr(counts, key), number)


def _truth(own: list[PengaduanBulan]) -> dict[str, int]:
    done, left = sum(isi.selesai for isi in own), own[-1].diproses
    return {
        "sisa_bulan_lalu": own[0].sisa_bulan_lalu,
        "masuk": sum(isi.masuk.jumlah for isi in own),
        "tidak_ditindaklanjuti": sum(isi.tidak_ditindaklanjuti for isi in own),
        HARUS: done + left,
        "selesai": done,
        "diproses": left,
    }


def _agrees(terbit: Terbit, nilai: int, *, nol: bool) -> bool:
    if terbit == KURANG:
        return int(nol) <= nilai < AMBANG
    return terbit in (SEMBUNYI, nilai)


def _differs(place: str, key: str, span: str, terbit: object, nilai: object) -> Problem[MonthKey]:
    of = "" if span == place else f" ({span.replace('_', ' ')})"
    what = f"{key}{of} sudah terbit {terbit}, tetapi sekarang {nilai if nilai is not None else 'tidak dicatat'}"
    hint = (
        "yang sudah terbit tidak diubah: kembalikan angkanya, hitung selisihnya pada bulan yang belum dirilis, "
        f"dan jelaskan koreksi {month_name(place)} itu dalam “catatan” bulan tersebut"
    )
    return Problem((place, key), what, hint)
