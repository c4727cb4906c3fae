"""Surveys: exact means, the index of PermenPANRB 14/2017, the edges of its bands, and what is left uncomputed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.findings.laporan.survei_results import KATEGORI, SurveiFinding, category_of, judge_survei, rounded
from zona.records.laporan.survei import JenisSurvei, Nilai, Survei
from zona.records.reading.file_reader import Source

IKM = tuple(JenisSurvei.IKM.bentuk.unsur)

# One element's answers: how many chose 1, 2, 3, 4; at least one did.
JAWABAN = st.lists(st.integers(0, 40), min_size=4, max_size=4).map(tuple).filter(any)
SEMBILAN = st.lists(JAWABAN, min_size=9, max_size=9)


def survei(nilai: list[Nilai], jenis: JenisSurvei = JenisSurvei.IKM) -> SurveiFinding:
    day = date(2026, 8, 31)
    isi = Survei(
        tahun=2026, diperbarui=day, dicatat_oleh="Tim", jenis=jenis, judul="Survei", aksi=("VII.7",), tanggal_mulai=day,
        tanggal_selesai=day, metode="Kuesioner", responden=1000, nilai=tuple(nilai),
    )  # fmt: skip
    return judge_survei(Source(isi, "2026/survei/ikm.yml", b"", {}))


def ikm_of_sums(sums: list[int], penjawab: int) -> SurveiFinding:
    pairs = zip(IKM, sums, strict=True)
    return survei([Nilai(unsur=key, jumlah_nilai=jumlah, penjawab=penjawab) for key, jumlah in pairs])


def ikm_of_answers(answers: list[tuple[int, ...]]) -> SurveiFinding:
    return survei([Nilai(unsur=key, jawaban=jawaban) for key, jawaban in zip(IKM, answers, strict=True)])


def test_nine_elements_in_the_words_of_the_rule() -> None:
    """IKM has the nine elements of PermenPANRB 14/2017, in its order; SPAK has five items and SPKP eight, up to 6."""
    assert list(JenisSurvei.IKM.bentuk.unsur.values()) == [
        "Persyaratan",
        "Sistem, mekanisme, dan prosedur",
        "Waktu penyelesaian",
        "Biaya/tarif",
        "Produk spesifikasi jenis pelayanan",
        "Kompetensi pelaksana",
        "Perilaku pelaksana",
        "Penanganan pengaduan, saran, dan masukan",
        "Sarana dan prasarana",
    ]
    shapes = {jenis: (jenis.bentuk.skala, len(jenis.bentuk.unsur)) for jenis in JenisSurvei}
    assert shapes == {JenisSurvei.IKM: (4, 9), JenisSurvei.SPAK: (6, 5), JenisSurvei.SPKP: (6, 8)}


def test_table_worked_by_hand() -> None:
    """Ten people; every step of the index as fractions.

    element        1  2  3  4   sum                      mean
    persyaratan    0  0 10  0   30                       30/10
    prosedur       0  1  8  1   2 + 24 + 4       = 30    30/10
    waktu          1  2  5  2   1 + 4 + 15 + 8   = 28    28/10
    biaya          0  0  0 10   40                       40/10
    produk         0  0  7  3   21 + 12          = 33    33/10
    kompetensi     0  0  6  4   18 + 16          = 34    34/10
    perilaku       0  0  5  5   15 + 20          = 35    35/10
    pengaduan      2  2  4  0   2 + 4 + 12       = 18    18/8 (two did not answer)
    sarana         0  3  6  1   6 + 18 + 4       = 28    28/10

    The eight means over 10 add up to (30+30+28+40+33+34+35+28)/10 = 258/10; with 18/8 = 9/4 that is
    516/20 + 45/20 = 561/20. A ninth of it is 561/180 = 187/60 = 3,1166…; times 25 it is 935/12 = 77,9166…
    Rounded once, half up: 77,92, which lies in 76,61–88,30: B, Baik.
    """
    found = ikm_of_answers(
        [(0, 0, 10, 0), (0, 1, 8, 1), (1, 2, 5, 2), (0, 0, 0, 10), (0, 0, 7, 3), (0, 0, 6, 4), (0, 0, 5, 5), (2, 2, 4, 0),
         (0, 3, 6, 1)]
    )  # fmt: skip
    assert [item.rata_rata for item in found.nilai] == [Fraction(n, 20) for n in (60, 60, 56, 80, 66, 68, 70, 45, 56)]
    assert [item.penjawab for item in found.nilai] == [10, 10, 10, 10, 10, 10, 10, 8, 10]
    assert found.rata_rata == Fraction(187, 60)
    assert found.indeks == Decimal("77.92")
    assert found.kategori is not None
    assert (found.kategori.mutu, found.kategori.kinerja) == ("B", "Baik")
    assert [item.unsur for item in found.terendah] == ["pengaduan"]


def test_rounded_weights_are_a_trap() -> None:
    """29 people, sums 105 101 100 116 102 105 106 105 115: in all 955.

    Exactly: 955/29 ÷ 9 × 25 = 955 × 25 / 261 = 23875/261 = 91,4750… → 91,48.
    With the weight rounded to 0,11: 955/29 × 0,11 × 25 = 90,56. Both are A here, but not the same number.
    """
    sums = [105, 101, 100, 116, 102, 105, 106, 105, 115]
    assert ikm_of_sums(sums, 29).indeks == rounded(Fraction(23875, 261)) == Decimal("91.48")
    assert rounded(Fraction(sum(sums), 29) * Fraction(11, 100) * 25) == Decimal("90.56")


def test_rounded_weights_change_the_grade() -> None:
    """100 people, 356 for each element: mean 3,56, index 89,00, A. With 0,11: 3,56 × 0,99 × 25 = 88,11, B."""
    found = ikm_of_sums([356] * 9, 100)
    assert found.indeks == Decimal("89.00")
    assert found.kategori is KATEGORI[0]
    wrong = rounded(Fraction(356 * 9, 100) * Fraction(11, 100) * 25)
    assert (wrong, category_of(wrong).mutu) == (Decimal("88.11"), "B")


def test_rounding_the_means_first_changes_the_index() -> None:
    """3 people, sums 10 for each element: mean 10/3, index 250/3 = 83,33. From means rounded to 3,33 it would be 83,25."""
    assert ikm_of_sums([10] * 9, 3).indeks == Decimal("83.33")


@pytest.mark.parametrize(
    ("jumlah", "indeks", "mutu"),
    [
        (17661, "88.31", "A"),  # 17661/5000 = 3,5322; × 25 = 88,305 exactly, half up to 88,31
        (17660, "88.30", "B"),  # 3,532 × 25 = 88,30
        (15321, "76.61", "B"),  # 3,0642 × 25 = 76,605, half up to 76,61
        (15320, "76.60", "C"),  # 3,064 × 25 = 76,60
        (12999, "65.00", "C"),  # 2,5998 × 25 = 64,995, half up to 65,00
        (12998, "64.99", "D"),  # 2,5996 × 25 = 64,99
        (5000, "25.00", "D"),  # everyone chose 1
        (20000, "100.00", "A"),  # everyone chose 4
    ],
)
def test_band_edges(jumlah: int, indeks: str, mutu: str) -> None:
    """Between the printed bands the index rounded to two decimals decides; 5000 people gave each element the sum."""
    found = ikm_of_sums([jumlah] * 9, 5000)
    assert str(found.indeks) == indeks
    assert found.kategori is not None
    assert found.kategori.mutu == mutu


def test_floats_would_miss_the_edge() -> None:
    """Nine times 3,5322 × 1/9, added in binary fractions, × 25 is 88,30499…, and the grade would be another."""
    assert round(sum(3.5322 / 9 for _ in range(9)) * 25, 2) == 88.3
    assert ikm_of_sums([17661] * 9, 5000).indeks == Decimal("88.31")


def test_one_answer_below_the_edge() -> None:
    """One point less in one element of 5000 people: 158948 × 25 / 45000 = 88,3044… → 88,30: B."""
    found = ikm_of_sums([17661] * 8 + [17660], 5000)
    assert found.indeks == Decimal("88.30")
    assert found.kategori is KATEGORI[1]


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [("1/8", 2, "0.13"), ("88305/1000", 2, "88.31"), ("88304/1000", 2, "88.30"), ("5/2", 0, "3"), ("7/2", 0, "4"),
     ("0", 2, "0.00"), ("1/3", 4, "0.3333")],
)  # fmt: skip
def test_rounding(number: str, places: int, text: str) -> None:
    """Half goes up, always, and every place is written."""
    assert str(rounded(Fraction(number), places)) == text


def test_bands_meet() -> None:
    """Every index of two decimals from 25,00 to 100,00 has one category, and each band ends 0,01 below the next."""
    for upper, lower in pairwise(KATEGORI):
        assert upper.terendah - lower.tertinggi == Decimal("0.01")
    assert {category_of(Decimal(cents).scaleb(-2)).mutu for cents in range(2500, 10001)} == set("ABCD")


@given(SEMBILAN, st.permutations(range(9)))
def test_order_does_not_matter(answers: list[tuple[int, ...]], order: list[int]) -> None:
    """The same answers in another order of lines give the same finding, in the form's order."""
    lines = [Nilai(unsur=key, jawaban=jawaban) for key, jawaban in zip(IKM, answers, strict=True)]
    one, two = survei(lines), survei([lines[index] for index in order])
    assert one.nilai == two.nilai
    assert one.indeks == two.indeks


@given(SEMBILAN)
def test_bounds(answers: list[tuple[int, ...]]) -> None:
    """The index lies from 25 to 100, and is the rounded mean of means, counted here a second time person by person."""
    found = ikm_of_answers(answers)
    assert found.indeks is not None
    assert 25 <= found.indeks <= 100
    people = [[value for value, number in enumerate(row, start=1) for _ in range(number)] for row in answers]
    exact = sum((Fraction(sum(row), len(row)) for row in people), Fraction(0)) * 25 / 9
    assert abs(Fraction(found.indeks) - exact) <= Fraction(1, 200)


@given(SEMBILAN, st.integers(0, 8), st.integers(0, 2))
def test_a_better_answer_never_lowers_the_index(answers: list[tuple[int, ...]], element: int, value: int) -> None:
    """One person who chooses the next better answer never makes the index smaller or the grade worse."""
    row = list(answers[element])
    if not row[value]:
        return
    row[value], row[value + 1] = row[value] - 1, row[value + 1] + 1
    before, after = ikm_of_answers(answers), ikm_of_answers([*answers[:element], tuple(row), *answers[element + 1 :]])
    assert before.indeks is not None
    assert after.indeks is not None
    assert after.indeks >= before.indeks
    assert after.rata_rata > before.rata_rata
    assert before.kategori is not None
    assert after.kategori is not None
    assert after.kategori.mutu <= before.kategori.mutu


@given(SEMBILAN)
def test_sums_say_the_same_as_answers(answers: list[tuple[int, ...]]) -> None:
    """The sum and the number of those who answered give the same index as the answers themselves."""
    sums = [
        Nilai(unsur=key, jumlah_nilai=sum(v * n for v, n in enumerate(row, start=1)), penjawab=sum(row))
        for key, row in zip(IKM, answers, strict=True)
    ]
    assert survei(sums).indeks == ikm_of_answers(answers).indeks


@pytest.mark.parametrize(("jenis", "wbk", "wbbm"), [(JenisSurvei.SPAK, "3.60", "3.60"), (JenisSurvei.SPKP, "3.20", "3.60")])
def test_nothing_is_invented_for_the_scale_of_six(jenis: JenisSurvei, wbk: str, wbbm: str) -> None:
    """SPAK and SPKP have their mean on 6; no index, no category; the threshold keeps its own scale of 4.

    Five people answer 4, 5, 5, 6, 6 to every item: 26/5 = 5,2.
    """
    found = survei([Nilai(unsur=key, jawaban=(0, 0, 0, 1, 2, 2)) for key in jenis.bentuk.unsur], jenis)
    assert found.rata_rata == Fraction(26, 5)
    assert (found.indeks, found.kategori) == (None, None)
    assert found.ambang is not None
    assert (found.ambang.skala, str(found.ambang.wbk), str(found.ambang.wbbm)) == (4, wbk, wbbm)


def test_ikm_has_no_threshold() -> None:
    """The thresholds are of SPAK and SPKP; IKM shows its category instead."""
    assert ikm_of_sums([30] * 9, 10).ambang is None
