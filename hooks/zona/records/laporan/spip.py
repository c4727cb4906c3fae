"""Internal control (SPIP) of a year: the task force, control cards by month, risks by title, the questionnaire's result."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field

from zona.problems import Problem
from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Banyak, Laporan, Nilai
from zona.records.laporan.laporan_checks import begun, check_laporan, check_nilai, not_more, once
from zona.records.reading.data_error import Found, Loc
from zona.records.reading.fields import AlamatWeb, KodePeriode, Record, Teks
from zona.records.reading.holes import each, rules

SKALA_TERKECIL, SKALA_TERBESAR = 2, 10


class Satgas(Record):
    """The decree that set up the task force."""

    nomor: Annotated[Teks, Field(description="Nomor keputusan pembentukan satgas.")]
    ditetapkan: Annotated[date, Field(description="Tanggal ditetapkan: tahun-bulan-hari.")]
    tautan: Annotated[AlamatWeb | None, Field(description="Alamat naskahnya, bila sudah terbit.")] = None


class KartuKendali(Record):
    """The control cards of one month, and when they were sent."""

    periode: Annotated[KodePeriode, Field(description="Bulan kartu kendali, misalnya 2026-01.")]
    jumlah_kartu: Annotated[Banyak, Field(description="Banyaknya kartu kendali bulan itu.")]
    dikirim: Annotated[date | None, Field(description="Tanggal dikirim: tahun-bulan-hari; kosong bila belum.")] = None


class Risiko(Record):
    """One risk by its title, and how it is kept small."""

    judul: Annotated[Teks, Field(description="Judul risiko, tanpa nama orang.")]
    unit_kerja: Annotated[Teks, Field(description="Bagian atau subbagian pemilik risiko.")]
    pengendalian: Annotated[Teks | None, Field(description="Bentuk pengendaliannya, bila sudah disusun.")] = None


class Kuesioner(Record):
    """A questionnaire among officials and staff. Its items and scale are the office's own; no category is known."""

    tanggal: Annotated[date, Field(description="Tanggal kuesioner selesai dikumpulkan: tahun-bulan-hari.")]
    disebar: Annotated[Banyak, Field(description="Banyaknya kuesioner yang disebar.")]
    responden: Annotated[Banyak, Field(description="Banyaknya kuesioner yang diterima kembali.")]
    skala: Annotated[int, Field(ge=SKALA_TERKECIL, le=SKALA_TERBESAR, description="Nilai tertinggi jawaban; terendah 1.")]
    nilai: Annotated[tuple[Nilai, ...], Field(min_length=1, description="Jawaban tiap butir.")]


class Spip(Laporan):
    """A year's internal control, as far as it is published."""

    satgas: Annotated[Satgas | None, Field(description="Keputusan pembentukan satgas SPIP.")] = None
    kartu_kendali: Annotated[tuple[KartuKendali, ...], Field(description="Rekap kartu kendali tiap bulan.")] = ()
    risiko: Annotated[tuple[Risiko, ...], Field(description="Daftar risiko, sampai judulnya.")] = ()
    kuesioner_spip: Annotated[Kuesioner | None, Field(description="Hasil kuesioner penanaman nilai SPIP.")] = None


def check_spip(spip: Spip, tahun: int, around: Surroundings) -> Found:
    """Cards stand once a month and are sent after it begins; the questionnaire's numbers fit."""
    yield from check_laporan(spip, tahun, around)
    yield from rules(_cards(spip, tahun), _questionnaire(spip))


def _cards(spip: Spip, tahun: int) -> Found:
    cards = list(each(spip.kartu_kendali, "kartu_kendali"))
    yield from once(cards, "periode")
    for loc, item in cards:
        yield from rules(_card(spip, item, loc, tahun))


def _card(spip: Spip, item: KartuKendali, loc: Loc, tahun: int) -> Found:
    periode = item.periode
    if not re.fullmatch(rf"{tahun}-[0-9]{{2}}", periode):
        hint = f"tulis bulannya, misalnya {tahun}-01"
        yield Problem((*loc, "periode"), f"periode “{periode}” bukan bulan tahun {tahun}", hint)
        return
    yield from rules(begun(spip, loc, periode))
    if item.dikirim and item.dikirim < date(tahun, int(periode[5:]), 1):
        masalah = f"dikirim {item.dikirim} mendahului bulan {periode}"
        yield Problem((*loc, "dikirim"), masalah, "periksa tanggal atau bulannya")


def _questionnaire(spip: Spip) -> Found:
    if kuesioner := spip.kuesioner_spip:
        loc = ("kuesioner_spip",)
        yield from rules(not_more(kuesioner, ("responden",), "disebar", loc))
        yield from check_nilai(kuesioner, loc, kuesioner.skala, None)
