"""Internal control (SPIP) of a year: the task force, control cards by month, risks by title, the questionnaire's result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Banyak, Laporan, Nilai
from zona.records.laporan.laporan_checks import Finding, begun, check_laporan, check_nilai, items, not_more, once
from zona.records.reading.fields import AlamatWeb, KodePeriode, Record, Teks
from zona.records.rencana.jadwal import read_periode

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


def check_spip(value: Any, tahun: int, around: Surroundings) -> Iterator[Finding]:
    """Cards stand once a month and are sent after it begins; the questionnaire's numbers fit."""
    yield from check_laporan(value, tahun, around)
    yield from once(items(value, "kartu_kendali"), "periode")
    for loc, item in items(value, "kartu_kendali"):
        periode, dikirim = read_periode(item.get("periode")), item.get("dikirim")
        if periode is None:
            continue
        if not re.fullmatch(rf"{tahun}-[0-9]{{2}}", periode):
            yield (*loc, "periode"), f"periode “{periode}” bukan bulan tahun {tahun}", f"tulis bulannya, misalnya {tahun}-01"
            continue
        yield from begun(value, loc, periode)
        if isinstance(dikirim, date) and dikirim < date(tahun, int(periode[5:]), 1):
            yield (*loc, "dikirim"), f"dikirim {dikirim} mendahului bulan {periode}", "periksa tanggal atau bulannya"
    kuesioner = value.get("kuesioner_spip") if isinstance(value, dict) else None
    if isinstance(kuesioner, dict):
        yield from not_more(kuesioner, ("responden",), "disebar", ("kuesioner_spip",))
        skala = kuesioner.get("skala")
        if isinstance(skala, int) and SKALA_TERKECIL <= skala <= SKALA_TERBESAR:
            yield from check_nilai(kuesioner, ("kuesioner_spip",), skala, None)
