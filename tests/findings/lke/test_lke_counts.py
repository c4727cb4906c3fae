"""The numbers that the form asks for: from which data they come, what is divided, and what is never told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from small.judged_year import source
from zona.findings.lke.lke_counts import Asal, CacahLke, counts_of
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.year_findings import Findings
from zona.records.laporan.laporan_tahunan import LaporanHarta, LaporanTahunan
from zona.records.lke.formulir import CaraJawab, butir_menurut_kode
from zona.records.lke.hitungan_lke import HitunganLke

HEAD: dict[str, Any] = {"tahun": 2026, "diperbarui": date(2026, 11, 1), "dicatat_oleh": "Tim"}
EMPTY = StatistikPengaduan(2026, (), (), {})


def counted(butir: str, stat: StatistikPengaduan = EMPTY, **laporan: Any) -> CacahLke:
    """The numbers of one item, from these reports."""
    (found,) = (item for item in counts_of(LaporanTahunan(**laporan), stat) if item.butir == butir)
    return found


def reported(**counts: int) -> dict[str, Any]:
    """A yearly report with these counts."""
    return {"lke_hitungan": source(HitunganLke(**HEAD, **counts), "2026/lke-hitungan.yml")}


def test_every_percentage_of_the_form() -> None:
    """The items that the form answers by a percentage are those that have numbers, in the form's order; nothing is given in a
    year without reports."""
    asked = [item.kode for item in butir_menurut_kode().values() if item.butir.jawaban is CaraJawab.PERSEN]
    found = counts_of(LaporanTahunan(), EMPTY)
    assert [item.butir for item in found] == asked
    assert not any(item.diisi or item.pembagi_nol or item.bagian is not None for item in found)


@pytest.mark.parametrize(
    ("counts", "share", "zero"),
    [
        ({"jumlah_perubahan_dibuat": 2, "jumlah_agen_perubahan": 3}, Fraction(2, 3), False),
        ({"jumlah_perubahan_dibuat": 4, "jumlah_agen_perubahan": 3}, Fraction(4, 3), False),  # nothing is cut to 1
        ({"jumlah_perubahan_dibuat": 0, "jumlah_agen_perubahan": 3}, Fraction(0), False),
        ({"jumlah_perubahan_dibuat": 0, "jumlah_agen_perubahan": 0}, None, True),
        ({"jumlah_perubahan_dibuat": 2}, None, False),
        ({"jumlah_agen_perubahan": 3}, None, False),
    ],
)
def test_a_share_is_of_two_known_counts(counts: dict[str, int], share: Fraction | None, zero: bool) -> None:
    """Changes by agents: a share only where both are given; a divisor of zero gives none, and is told."""
    found = counted("A.2.I.i.a", **reported(**counts))
    assert (found.bagian, found.pembagi_nol, found.diisi) == (share, zero, True)


def test_wealth_reports_by_kind() -> None:
    """LHKPN and what others report are counted apart, each of the whole office; tax reports are none of the form's."""
    duties = [{"jenis": "lhkpn", "wajib": 6, "sudah_lapor": 5}, {"jenis": "spt", "wajib": 28, "sudah_lapor": 28}]
    harta = LaporanHarta.model_validate(HEAD | {"pelaporan": tuple(duties)})
    report = {"laporan_harta": source(harta, "2026/laporan-harta.yml")}
    assert counted("A.2.V.iii.a", **report).bagian == Fraction(5, 6)
    assert not counted("A.2.V.iii.b", **report).diisi


def test_complaints_in_three_states(sample: Findings) -> None:
    """The three counts are those that the page of complaints tells of its months, and no other."""
    stat = sample.pengaduan_terbaru
    found = counted("A.2.V.ii.a", stat)
    assert stat.jumlah
    assert found.bulan == (stat.jumlah.awal, stat.jumlah.akhir)
    assert [item.angka for item in found.angka] == [
        stat.jumlah.angka[key] for key in ("selesai", "diproses", "harus_ditindaklanjuti")
    ]
    assert found.bagian == Fraction(37, 47)


def test_disciplinary_cases_are_never_asked_for() -> None:
    """Their item says that they are not published, and no report has a key for them, nor one by rank."""
    found = counted("A.2.III.iii.a")
    assert (found.asal, found.angka) == (Asal.TIDAK_TERBIT, ())
    assert not [key for key in HitunganLke.model_fields if "pelanggaran" in key or "wajib" in key]
