"""The integrity pact of a year: when it was signed, by how many of those who must, and its text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from zona.records.capaian.capaian_checks import Surroundings
from zona.records.laporan.laporan import Banyak, Dokumen, Laporan
from zona.records.laporan.laporan_checks import check_laporan, not_more
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Teks
from zona.records.reading.holes import each, rules


class Penandatanganan(Dokumen):
    """One signing."""

    wajib: Annotated[Banyak, Field(description="Banyaknya orang yang wajib.")]
    menandatangani: Annotated[Banyak, Field(description="Banyaknya orang yang sudah menandatangani.")]


class PaktaIntegritas(Laporan):
    """A year's signings."""

    teks: Annotated[Teks | None, Field(description="Isi pakta, seperti tercetak.")] = None
    penandatanganan: Annotated[tuple[Penandatanganan, ...], Field(min_length=1, description="Penandatanganan pakta.")]


def check_pakta_integritas(pakta: PaktaIntegritas, tahun: int, around: Surroundings) -> Found:
    """No more have signed than must."""
    yield from check_laporan(pakta, tahun, around)
    for loc, item in each(pakta.penandatanganan, "penandatanganan"):
        yield from rules(not_more(item, ("menandatangani",), "wajib", loc))
