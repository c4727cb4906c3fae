"""Rules about complaint counts: within a month's file, and from one month to the next.

Each check is a small generator of problems, over a month that may have holes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zona.problems import Line, Problem
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.peran import Peran, check_role
from zona.records.reading.data_error import Found
from zona.records.reading.file_reader import Source
from zona.records.reading.holes import each, rules
from zona.records.reading.personal_data import personal_data
from zona.records.rencana.jadwal import BULAN

# A number of complaints or people in prose would tell what the tables hide.
_NUMBER = r"(?:[0-9]+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?: \([a-z ]+\))?"
_COUNTED = r"(?:buah |orang |kali )?(?:pengaduan|aduan|laporan|keluhan|pengadu|pelapor|orang|warga|dumas)"
_TOLD = re.compile(rf"(?<![\w.,])(?:{_NUMBER} {_COUNTED}|sebuah (?:pengaduan|aduan)|seorang)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PengaduanSurroundings:
    """What a month is checked against."""

    tahun: int
    peran: Peran
    kontak_resmi: tuple[str, ...]


def check_pengaduan(month: PengaduanBulan, nama: str, around: PengaduanSurroundings) -> Found:
    """Everything about one month; `nama` is its file's name."""
    return rules(
        _file_name(month, nama, around.tahun),
        _sums(month),
        _durations(month),
        _recorder(month, around),
        _follow_up(month, around),
    )


def _file_name(month: PengaduanBulan, nama: str, tahun: int) -> Found:
    due = f"{tahun}-{nama.removesuffix('.yml')}"
    if month.bulan != due:
        masalah = f"bulan {month.bulan} berada di berkas {tahun}/pengaduan/{nama}"
        yield Problem(("bulan",), masalah, f"tulis bulan: {due}, atau pindahkan")


def _sums(month: PengaduanBulan) -> Found:
    """Both ways of telling what came in agree; the stages add up."""
    kanal, kategori = sum(month.masuk.kanal.values()), sum(month.masuk.kategori.values())
    if kanal != kategori:
        yield Problem(
            ("masuk", "kategori"),
            f"menurut kategori ada {kategori} pengaduan masuk, menurut kanal {kanal}",
            "samakan: tiap pengaduan dihitung satu kali di kanal dan satu kali di kategori",
        )
        return
    sisa, tidak, harus = month.sisa_bulan_lalu, month.tidak_ditindaklanjuti, month.harus_ditindaklanjuti
    diproses, selesai = month.diproses, month.selesai
    if sisa + kanal != tidak + harus:
        yield Problem(
            ("harus_ditindaklanjuti",),
            f"sisa bulan lalu {sisa} + masuk {kanal} tidak sama dengan tidak ditindaklanjuti {tidak} + harus {harus}",
            f"harus_ditindaklanjuti semestinya {sisa} + {kanal} - {tidak} = {sisa + kanal - tidak}; betulkan yang keliru",
        )
    if harus != diproses + selesai:
        yield Problem(
            ("selesai",),
            f"harus ditindaklanjuti {harus} tidak sama dengan diproses {diproses} + selesai {selesai}",
            f"jumlah diproses dan selesai semestinya {harus}; betulkan yang keliru",
        )


def _durations(month: PengaduanBulan) -> Found:
    lama = month.lama_selesai
    if lama is not None and len(lama) != month.selesai:
        yield Problem(
            ("lama_selesai",),
            f"ada {len(lama)} lama penyelesaian untuk {month.selesai} pengaduan yang selesai",
            "tulis satu angka hari kerja untuk tiap pengaduan yang selesai, atau hapus barisnya bila tidak dicatat",
        )


def _recorder(month: PengaduanBulan, around: PengaduanSurroundings) -> Found:
    """The first day counts: a month is reported after its end, perhaps by a role that ended within it."""
    place, role = ("dicatat_oleh",), month.dicatat_oleh
    yield from personal_data(place, role, around.kontak_resmi)
    yield from check_role(place, role, lambda: date.fromisoformat(f"{month.bulan}-01"), around.peran)


def _follow_up(month: PengaduanBulan, around: PengaduanSurroundings) -> Found:
    for place, text in each(month.tindak_lanjut, "tindak_lanjut"):
        yield from personal_data(place, text, around.kontak_resmi)
        if told := _TOLD.search(text):
            masalah = f"“{told[0]}” menyebut banyaknya pengaduan atau orang"
            yield Problem(place, masalah, "tulis perbaikannya saja, tanpa jumlah")


def broken_chains(label: str, months: Sequence[Source[PengaduanBulan]]) -> Iterator[Problem[Line]]:
    """The months, given in order of time, whose carry-over is not what the month before left.

    A month without a file breaks the chain: what follows it can't be compared, and pages show the gap.
    """
    for source, following in pairwise(months):
        before, month = source.isi, following.isi
        if follows(before.bulan, month.bulan) and month.sisa_bulan_lalu != before.diproses:
            nama = f"{BULAN[int(before.bulan[5:]) - 1]} {before.bulan[:4]}"
            yield Problem(
                following.line(label, "sisa_bulan_lalu"),
                f"sisa bulan lalu {month.sisa_bulan_lalu}, padahal pada akhir {nama} masih diproses {before.diproses}",
                f"samakan dengan “diproses” di {source.path}, atau betulkan berkas itu",
            )


def follows(before: str, after: str) -> bool:
    """Whether a month (2026-12) is directly followed by another (2027-01)."""
    first, second = (int(item[:4]) * 12 + int(item[5:]) for item in (before, after))
    return second == first + 1
