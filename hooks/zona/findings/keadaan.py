"""The rules of status, in one place: records of a period, its deadline and a date in; its state out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.capaian.corrections import name_of
from zona.records.reading.file_reader import Source


class _Berlabel(StrEnum):
    """A word of the decree's plan as citizens see it."""

    @property
    def label(self) -> str:
        """The word itself: “Belum jatuh tempo”."""
        return self.value.replace("_", " ").capitalize()


class Keadaan(_Berlabel):
    """The state of a period. Declared from fulfilled to not yet due: the order of every chart and table."""

    TERPENUHI = "terpenuhi"
    MENUNGGU_VERIFIKASI = "menunggu_verifikasi"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"

    @property
    def arti(self) -> str:
        """When a period is in this state; the method page quotes it word for word."""
        return {
            Keadaan.TERPENUHI: "laporan terakhir yang sudah diverifikasi peran lain menyatakan selesai dengan bukti, dan tidak"
            " dicabut; laporan yang belum diverifikasi tidak menggugurkannya",
            Keadaan.MENUNGGU_VERIFIKASI: "dilaporkan selesai dan ada buktinya, tetapi belum diverifikasi; belum dihitung",
            Keadaan.BERJALAN: "dilaporkan berjalan atau ada kendala, dan tenggatnya belum lewat",
            Keadaan.TERLAMBAT: "dilaporkan berjalan atau ada kendala, dan tenggatnya sudah lewat",
            Keadaan.BELUM_DILAPORKAN: "tidak ada laporan apa pun, dan tenggatnya sudah lewat",
            Keadaan.BELUM_JATUH_TEMPO: "tidak ada laporan, dan tenggatnya belum lewat",
        }[self]


# The states of a period whose deadline has passed unfulfilled.
LATE = (Keadaan.TERLAMBAT, Keadaan.BELUM_DILAPORKAN)


class KeadaanAksi(_Berlabel):
    """The state of an action: `selesai`, or the most serious state among its periods; `tanpa_tenggat` where nothing of it
    falls due."""

    SELESAI = "selesai"
    MENUNGGU_VERIFIKASI = "menunggu_verifikasi"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"
    TANPA_TENGGAT = "tanpa_tenggat"

    @property
    def label(self) -> str:
        """The word itself; of an action without deadlines, what is done instead."""
        return "Dicatat bila terjadi" if self is KeadaanAksi.TANPA_TENGGAT else super().label


# The states of an action, the most serious first.
WORST_FIRST = (
    KeadaanAksi.TERLAMBAT,
    KeadaanAksi.BELUM_DILAPORKAN,
    KeadaanAksi.MENUNGGU_VERIFIKASI,
    KeadaanAksi.BERJALAN,
    KeadaanAksi.BELUM_JATUH_TEMPO,
    KeadaanAksi.SELESAI,
    KeadaanAksi.TANPA_TENGGAT,
)


def deciding_record(records: Iterable[Source[Capaian]], day: date) -> tuple[Source[Capaian] | None, bool]:
    """The record that says how a period stood on a day, and whether it fulfils the period. The records are in order; what was
    not dated or not verified by that day did not count then.

    The latest verified record decides if it says done; else the latest record, verified or not. A record that another corrects
    or withdraws says nothing any more: against a verified one, only once that other is verified itself.
    """
    known = {name_of(item): item for item in records if item.isi.tanggal <= day}
    verified = _standing([item for item in known.values() if item.isi.verified_by(day)], known)
    if verified and _is_done(verified[-1].isi):
        return verified[-1], True
    latest = _standing([*known.values()], known)
    return (latest[-1] if latest else None), False


def _standing(records: Sequence[Source[Capaian]], known: Mapping[str, Source[Capaian]]) -> Sequence[Source[Capaian]]:
    """Those that no other of them corrects or withdraws, be it by way of other corrections."""
    gone = set[str]()
    for item in records:
        while (name := item.isi.menyasar) and name in known and name not in gone:
            gone.add(name)
            item = known[name]
    return [item for item in records if name_of(item) not in gone]


def _is_done(isi: Capaian) -> bool:
    return isi.hasil is Hasil.SELESAI and bool(isi.bukti)


def state_of_period(records: Iterable[Source[Capaian]], tenggat: date, day: date) -> Keadaan:
    """The state that a period's records, which are in order, give as of a day; the deadline's own day is still in time."""
    passed = day > tenggat
    record, fulfilled = deciding_record(records, day)
    if fulfilled:
        return Keadaan.TERPENUHI
    if record is None:
        return Keadaan.BELUM_DILAPORKAN if passed else Keadaan.BELUM_JATUH_TEMPO
    if _is_done(record.isi):
        return Keadaan.MENUNGGU_VERIFIKASI
    return Keadaan.TERLAMBAT if passed else Keadaan.BERJALAN


def state_of_action(periods: Iterable[Keadaan]) -> KeadaanAksi:
    """`selesai` when every period is fulfilled; else the most serious state, then `berjalan` if anything was reported. Without
    periods there is nothing to keep or to miss."""
    states = set(periods)
    if not states:
        return KeadaanAksi.TANPA_TENGGAT
    if states <= {Keadaan.TERPENUHI}:
        return KeadaanAksi.SELESAI
    for state in (*LATE, Keadaan.MENUNGGU_VERIFIKASI):
        if state in states:
            return KeadaanAksi(state.value)
    return KeadaanAksi.BERJALAN if states != {Keadaan.BELUM_JATUH_TEMPO} else KeadaanAksi.BELUM_JATUH_TEMPO
