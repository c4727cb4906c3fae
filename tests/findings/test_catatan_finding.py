"""What a later record does to an earlier one, as pages tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small.judged_year import PERAN, record, year_of
from zona.findings.judge import judge_year
from zona.findings.record_findings import CatatanFinding
from zona.records.capaian.capaian import Hasil

NAME = "i-1_2026-03_00000001.yml"


def found(old: str | None, new: str | None, **more: Any) -> tuple[CatatanFinding, CatatanFinding]:
    """A record and a later one of its period; `old` and `new` are who verified them."""
    first = record("I.1", "2026-03", date(2026, 3, 10), 1, old)
    second = record("I.1", "2026-03", date(2026, 3, 20), 2, new, **more)
    (periode,) = judge_year(year_of(2026, {"I.1": "Maret 2026"}, (second, first)), date(2026, 8, 1)).periode
    assert periode.catatan_capaian[0].isi is first.isi
    one, other = periode.catatan_capaian
    return one, other


@pytest.mark.parametrize(
    ("old", "new", "corrected", "withdrawn"),
    [
        (None, None, "dikoreksi", "dicabut"),
        (None, PERAN[1], "dikoreksi", "dicabut"),
        (PERAN[1], None, "koreksi menunggu verifikasi", "pencabutan menunggu verifikasi"),
        (PERAN[1], PERAN[1], "dikoreksi", "dicabut"),
    ],
)
def test_what_becomes_of_a_record(old: str | None, new: str | None, corrected: str, withdrawn: str) -> None:
    """Against a verified record a correction or a withdrawal counts only when it is verified itself; each names the other."""
    one, other = found(old, new, mengoreksi=NAME, alasan="Uji.")
    assert (one.nasib, one.gugur, one.oleh, other.sasaran) == (corrected, " " not in corrected, other.isi, one.isi)
    one, other = found(old, new, mencabut=NAME, alasan="Uji.", hasil=Hasil.KENDALA)
    assert (one.nasib, one.gugur, other.nasib, other.gugur) == (withdrawn, " " not in withdrawn, None, False)


def test_two_who_correct_the_same_record() -> None:
    """Of two corrections of one record the verified one counts, whichever is dated later: the record no longer stands."""
    first = record("I.1", "2026-03", date(2026, 3, 10), 1)
    done = record("I.1", "2026-03", date(2026, 3, 11), 2, mengoreksi=NAME, alasan="Uji.")
    open_ = record("I.1", "2026-03", date(2026, 3, 12), 3, None, mengoreksi=NAME, alasan="Uji.")
    (periode,) = judge_year(year_of(2026, {"I.1": "Maret 2026"}, (first, done, open_)), date(2026, 8, 1)).periode
    assert (periode.catatan_capaian[0].gugur, periode.catatan_capaian[0].oleh) == (True, done.isi)


def test_records_that_leave_each_other_alone() -> None:
    """A later record of the same period that corrects nothing takes nobody's place."""
    one, other = found(None, PERAN[1])
    assert (one.nasib, one.gugur, one.oleh, other.sasaran) == (None, False, None, None)


def test_evidence_of_what_stands_is_counted() -> None:
    """The evidence of a record that is corrected counts no more; while the correction waits, both count."""
    for new, count in ((PERAN[1], 1), (None, 2)):
        first = record("I.1", "2026-03", date(2026, 3, 10), 1)
        second = record("I.1", "2026-03", date(2026, 3, 10), 2, new, mengoreksi=NAME, alasan="Uji.")
        (aksi,) = judge_year(year_of(2026, {"I.1": "Maret 2026"}, (first, second)), date(2026, 8, 1)).aksi
        assert aksi.jumlah_bukti == count
