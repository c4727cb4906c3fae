"""The one order of the late, by examples; what is printed twice; what comes next; what fell due before recording began."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from small.judged_year import record, source, year_of
from small.office_data import row
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan
from zona.findings.lewat_tenggat import Irama, by_age, by_rhythm, copies_of
from zona.findings.record_findings import TercatatFinding
from zona.outputs.months_in_short import periods_in_short
from zona.records.capaian.capaian import Hasil
from zona.records.rencana.keputusan import Catatan, JenisCatatan, Keyakinan
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, RencanaAksi

PLAN = {"I.1": "Maret", "I.2": "Bulanan", "II.1": "Januari dan Juli", "II.2": "Per Triwulan", "II.3": "Desember"}
RECORDS = (
    record("I.2", "2026-01", date(2026, 1, 20), 1),
    record("I.2", "2026-03", date(2026, 3, 20), 2, hasil=Hasil.BERJALAN),
    record("II.1", "2026-07", date(2026, 7, 20), 3, verifier=None),
)


def test_the_longest_late_first() -> None:
    """Actions come by their oldest late deadline, those of one day as in the plan; each has its late periods in order of time,
    and nothing that is fulfilled, waits to be verified or is not due."""
    found = judge_year(year_of(2026, PLAN, RECORDS), date(2026, 5, 1))
    told = [(item.kode, item.hari, item.sejak, [p.periode for p in item.periode]) for item in found.aksi_lewat]
    assert told == [
        ("II.1", 90, date(2026, 1, 31), ["2026-01"]),
        ("I.2", 62, date(2026, 2, 28), ["2026-02", "2026-03", "2026-04"]),
        ("I.1", 31, date(2026, 3, 31), ["2026-03"]),
        ("II.2", 31, date(2026, 3, 31), ["2026-TW1"]),
    ]
    assert found.aksi_lewat[1].keadaan == {Keadaan.TERLAMBAT: 1, Keadaan.BELUM_DILAPORKAN: 2}
    assert found.aksi_lewat[0].keadaan == {Keadaan.BELUM_DILAPORKAN: 1}
    late = [(p.kode, p.periode) for item in found.aksi_lewat for p in item.periode]
    assert sorted(late) == sorted((p.kode, p.periode) for p in found.lewat_tenggat)
    assert [item.hari_lewat for item in found.lewat_tenggat] == [90, 62, 31, 31, 31, 1]


def test_ages_and_rhythms() -> None:
    """The ages keep the order, each with all its actions; rhythms are told by all periods of the row, not by the late ones."""
    late = judge_year(year_of(2026, PLAN, RECORDS), date(2026, 5, 1)).aksi_lewat
    ages = [(day, [item.kode for item in items]) for day, items in by_age(late)]
    assert ages == [(date(2026, 1, 31), ["II.1"]), (date(2026, 2, 28), ["I.2"]), (date(2026, 3, 31), ["I.1", "II.2"])]
    rhythms = {irama: [item.kode for item in items] for irama, items in by_rhythm(late).items()}
    assert rhythms == {Irama.BULANAN: ["I.2"], Irama.TRIWULAN: ["II.2"], Irama.LAIN: ["II.1", "I.1"]}
    assert by_rhythm(()) == {}


def test_nothing_is_late_on_the_deadline() -> None:
    """The deadline's own day is still in time."""
    year = year_of(2026, {"I.1": "Maret"})
    assert judge_year(year, date(2026, 3, 31)).aksi_lewat == ()
    assert [item.hari for item in judge_year(year, date(2026, 4, 1)).aksi_lewat] == [1]


def aksi(kode: str, **more: Any) -> Aksi:
    same = {name: name for name in ("komponen", "indikator", "langkah_aksi", "bukti_fisik")}
    return Aksi(**row(kode, "Januari", **(same | more)))


def test_a_row_printed_twice_is_a_copy_of_the_first() -> None:
    """All printed cells count, the time and the target too; a third one is a copy of the first, not of the second."""
    rows = [aksi("I.1"), aksi("I.2", bukti_fisik="lain"), aksi("II.1"), aksi("II.2", target_capaian="1 Dokumen"), aksi("III.1")]
    assert copies_of(rows) == {"II.1": "I.1", "III.1": "I.1"}
    assert copies_of([aksi("I.1"), Aksi(**(row("I.2", "Juli") | {"komponen": "komponen"}))]) == {}


def test_a_copy_may_mend_a_slip() -> None:
    """Rows that differ by a noted typing slip only are copies; by a note of another kind they are not."""
    notes = {
        jenis: Catatan(
            bagian="komponen", jenis=jenis, tertulis="waijib", dibaca="wajib", keyakinan=Keyakinan.TINGGI, penjelasan="Uji."
        )
        for jenis in (JenisCatatan.SALAH_KETIK, JenisCatatan.KERAGUAN)
    }
    for jenis, expected in ((JenisCatatan.SALAH_KETIK, {"II.1": "I.1"}), (JenisCatatan.KERAGUAN, {})):
        first = aksi("I.1", komponen="waijib").model_copy(update={"catatan": (notes[jenis],)})
        assert copies_of([first, aksi("II.1", komponen="wajib")]) == expected


def test_late_copies_are_marked() -> None:
    """A late action tells of which earlier row it is a copy."""
    year = year_of(2026, {"I.1": "Januari", "I.2": "Januari"})
    plan = year.rencana_aksi.isi
    twice = (aksi("I.1"), aksi("I.2"))
    group = plan.kelompok[0].model_copy(update={"aksi": twice})
    whole = RencanaAksi(tahun=2026, judul="Uji", kelompok=(group,))
    found = judge_year(replace(year, rencana_aksi=source(whole, "2026/rencana-aksi.yml")), date(2026, 3, 1))
    assert [(item.kode, item.salinan) for item in found.aksi_lewat] == [("I.1", None), ("I.2", "I.1")]


def test_days_that_come() -> None:
    """The days from today on that still want something, each with everything that falls due then, fulfilled or not."""
    records = (record("I.1", "2026-03", date(2026, 3, 2), 1), record("I.2", "2026-04", date(2026, 3, 2), 2))
    plan = {"I.1": "Maret dan April", "I.2": "April", "II.1": "April", "II.2": "Februari"}
    found = judge_year(year_of(2026, plan, records), date(2026, 3, 31)).hari_tenggat
    assert [(item.tenggat, [p.kode for p in item.periode]) for item in found] == [
        (date(2026, 4, 30), ["I.1", "I.2", "II.1"]),
    ]
    assert (found[0].hitungan.jumlah, found[0].hitungan.terpenuhi) == (3, 1)


def test_before_and_since() -> None:
    """What was due before a day: deadlines before it that have passed; one on the day itself is since."""
    found = judge_year(year_of(2026, PLAN, RECORDS), date(2026, 5, 1))
    assert found.jatuh_tempo.jumlah == found.hitungan.jatuh_tempo == 7
    assert [found.due_before(date(2026, *day)).jumlah for day in ((1, 31), (2, 1), (3, 31), (12, 31))] == [0, 2, 3, 7]
    assert found.due_before(date(2026, 2, 1)).terpenuhi == 1


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["2026-01"], "Januari"),
        (["2026-01", "2026-07"], "Januari dan Juli"),
        (["2026-TW1", "2026-TW3"], "Triwulan I dan Triwulan III"),
        (["2026-01-sd-03"], "Januari s.d. Maret"),
        ([f"2026-{n:02}" for n in range(1, 11)], "10 bulan, Jan–\u2060Okt"),
        (["2026-03", "2026-05", "2026-07", "2026-08", "2026-10"], "5 bulan, Mar, Mei, Jul, Agu, Okt"),
        (["2026-04", "2026-05", "2026-07", "2026-08", "2026-09", "2026-10"], "6 bulan, Apr, Mei, Jul–\u2060Okt"),
        (["2026-TW1", "2026-TW2", "2026-TW3"], "3 triwulan, I–\u2060III"),
        (["2026-01-sd-03", "2026-06", "2026-TW4"], "Januari s.d. Maret, Juni, dan Triwulan IV"),
    ],
)
def test_periods_in_few_words(codes: list[str], words: str) -> None:
    """Up to two periods by name, more by their number, three or more in a row drawn together."""
    row = Aksi.model_validate({"kode": "I.1"} | dict.fromkeys(KOLOM, "teks"))
    assert periods_in_short([TercatatFinding(row, code, (), date(2026, 1, 1)) for code in codes]) == words


def test_half_years_in_few_words() -> None:
    """Half-years are called so where the print calls them so, and by their months elsewhere."""
    for time, words in (("Per semester", "Semester I dan Semester II"), ("Januari s.d. Juni", "Januari s.d. Juni")):
        assert periods_in_short(judge_year(year_of(2026, {"I.1": time}), date(2026, 1, 1)).periode) == words
