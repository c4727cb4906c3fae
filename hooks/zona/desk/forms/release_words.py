"""A release in words before it is written: what will be public, what will not, and why; the command says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zona.outputs.wording import JUDUL_CACAH, NAMA_JANGKA
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import KOLOM, KURANG, SEMBUNYI, HitunganRilis, JangkaRilis, RilisPengaduan, month_name

SMALL = "Kurang dari lima. Angka sekecil itu bisa menunjuk orang, apalagi di kantor kecil; pada angka bulanan bisa juga nol."
HIDDEN = "Dengan angka ini, angka kecil yang lain bisa dihitung."
# What a month's counts are sums of: each is the sum of the first less the second.
_SUMS = {
    "sisa_bulan_lalu": (("tidak_ditindaklanjuti", "harus_ditindaklanjuti"), "masuk"),
    "masuk": (("tidak_ditindaklanjuti", "harus_ditindaklanjuti"), "sisa_bulan_lalu"),
    "tidak_ditindaklanjuti": (("sisa_bulan_lalu", "masuk"), "harus_ditindaklanjuti"),
    "harus_ditindaklanjuti": (("sisa_bulan_lalu", "masuk"), "tidak_ditindaklanjuti"),
    "selesai": (("harus_ditindaklanjuti",), "diproses"),
    "diproses": (("harus_ditindaklanjuti",), "selesai"),
}


@dataclass(frozen=True)
class CountShown:
    """One count of a month: what was counted, what will be public, and why it is that (empty: the number itself)."""

    judul: str
    isian: int
    terbit: str
    mengapa: str = ""


def counts_shown(month: PengaduanBulan, rilis: RilisPengaduan) -> tuple[CountShown, ...]:
    """The six counts of a month beside what its release says of them, for whoever filled it in: true counts stand in it."""
    counts = {key: month.masuk.jumlah if key == "masuk" else int(getattr(month, key)) for key in KOLOM}
    told = {key: getattr(rilis, key) for key in KOLOM}
    return tuple(CountShown(JUDUL_CACAH[key], counts[key], _word(told[key]), _why(key, counts, told)) for key in KOLOM)


def _word(terbit: int | str) -> str:
    return "ditahan" if terbit == SEMBUNYI else str(terbit)


def _why(key: str, counts: Mapping[str, int], told: Mapping[str, int | str]) -> str:
    if told[key] == KURANG:
        return SMALL
    if told[key] != SEMBUNYI:
        return ""
    for small, (added, less) in _SUMS.items():
        if told[small] == KURANG and key in (*added, less):
            terms = f"{' + '.join(str(counts[item]) for item in added)} − {counts[less]}"
            return f"Dengan angka ini, “{KURANG}” pada {JUDUL_CACAH[small].lower()} bisa dihitung: {terms} = {counts[small]}."
    return HIDDEN


def told(item: RilisPengaduan) -> Iterator[str]:
    """A release in lines that people read before it is written."""
    for key in KOLOM:
        yield f"  {JUDUL_CACAH[key]:<22} {getattr(item, key):>6}"
    for kode, span in item.jangka.items():
        yield f"  {NAMA_JANGKA[kode]}: {_counts(span)}"
        yield from (f"    {line}" for line in _beside(span))
    for period, counts in item.terbaca.items():
        names = ", ".join(f"{JUDUL_CACAH[key].lower()} {number}" for key, number in counts.items())
        yield f"  Kini terbaca dari angka-angka lain, {_period(period)}: {names}"
    yield from (f"  Perbaikan: {text}" for text in item.tindak_lanjut)
    yield from (f"  Catatan: {text}" for text in (item.catatan,) if text)


def _counts(counts: HitunganRilis) -> str:
    return ", ".join(f"{JUDUL_CACAH[key].lower()} {getattr(counts, key)}" for key in KOLOM)


def _beside(span: JangkaRilis) -> Iterator[str]:
    if span.median_hari_kerja is not None:
        yield f"lama penyelesaian (hari kerja): median {span.median_hari_kerja}, terlama {span.terlama_hari_kerja}"
    for name in ("kanal", "kategori"):
        column: Mapping[str, int | str] | None = getattr(span, name)
        shown = ", ".join(f"{key} {count}" for key, count in column.items()) if column else "tidak terbit"
        yield f"menurut {'saluran' if name == 'kanal' else name}: {shown}"


def _period(name: str) -> str:
    tahun, _, kode = name.partition(" ")
    return f"{NAMA_JANGKA[kode]} {tahun}" if kode else month_name(name)
