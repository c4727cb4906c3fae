"""The rules of status, in one place: records of a period, its deadline and a date in; its state out."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from zona.records.capaian.capaian import Capaian, Hasil


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
            Keadaan.TERPENUHI: "dilaporkan selesai, ada buktinya, dan sudah diverifikasi oleh peran yang lain dari pencatatnya",
            Keadaan.MENUNGGU_VERIFIKASI: "dilaporkan selesai dan ada buktinya, tetapi belum diverifikasi; belum dihitung",
            Keadaan.BERJALAN: "dilaporkan berjalan atau ada kendala, dan tenggatnya belum lewat",
            Keadaan.TERLAMBAT: "dilaporkan berjalan atau ada kendala, dan tenggatnya sudah lewat",
            Keadaan.BELUM_DILAPORKAN: "tidak ada catatan apa pun, dan tenggatnya sudah lewat",
            Keadaan.BELUM_JATUH_TEMPO: "tidak ada catatan, dan tenggatnya belum lewat",
        }[self]


# The states of a period whose deadline has passed unfulfilled.
LATE = (Keadaan.TERLAMBAT, Keadaan.BELUM_DILAPORKAN)


class KeadaanAksi(_Berlabel):
    """The state of an action: `selesai`, or the most serious state among its periods."""

    SELESAI = "selesai"
    MENUNGGU_VERIFIKASI = "menunggu_verifikasi"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"


def state_of_period(records: Sequence[Capaian], tenggat: date, per_tanggal: date) -> Keadaan:
    """The state that the last of a period's records, which are in order, gives; the deadline's own day is still in time."""
    passed = per_tanggal > tenggat
    if not records:
        return Keadaan.BELUM_DILAPORKAN if passed else Keadaan.BELUM_JATUH_TEMPO
    latest = records[-1]
    if latest.hasil is not Hasil.SELESAI or not latest.bukti:
        return Keadaan.TERLAMBAT if passed else Keadaan.BERJALAN
    verified = latest.diverifikasi_oleh is not None and latest.diverifikasi_oleh != latest.dicatat_oleh
    return Keadaan.TERPENUHI if verified else Keadaan.MENUNGGU_VERIFIKASI


def state_of_action(periods: Iterable[Keadaan]) -> KeadaanAksi:
    """`selesai` when every period is fulfilled; else the most serious state, then `berjalan` if anything was reported."""
    states = set(periods)
    if states <= {Keadaan.TERPENUHI}:
        return KeadaanAksi.SELESAI
    for state in (*LATE, Keadaan.MENUNGGU_VERIFIKASI):
        if state in states:
            return KeadaanAksi(state.value)
    return KeadaanAksi.BERJALAN if states != {Keadaan.BELUM_JATUH_TEMPO} else KeadaanAksi.BELUM_JATUH_TEMPO
