"""The limits of surveys and yearly reports: what just fits is let through, and one step further is refused in one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from small.office_data import row, write_kantor
from zona.records.capaian.capaian import Hasil
from zona.records.laporan.laporan_tahunan import Pernyataan, TindakLanjut
from zona.records.laporan.survei import JenisSurvei, Nilai
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

HEAD: dict[str, Any] = {"tahun": 2026, "diperbarui": date(2026, 9, 1), "dicatat_oleh": "Tim"}
IKM = HEAD | {
    "jenis": "ikm", "judul": "Survei uji", "aksi": ["I.1"], "tanggal_mulai": date(2026, 8, 1),
    "tanggal_selesai": date(2026, 8, 31), "metode": "Kuesioner", "responden": 10,
}  # fmt: skip
SPIP = {"tanggal": date(2026, 8, 1), "disebar": 10, "responden": 10, "skala": 5}


def survei(first: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A survey by the form of IKM, whose first element was answered so."""
    unsur = list(JenisSurvei.IKM.bentuk.unsur)
    rest = [{"unsur": key, "jawaban": [0, 0, 5, 5]} for key in unsur[1:]]
    return {"survei/ikm.yml": IKM | more | {"nilai": [{"unsur": unsur[0]} | first, *rest]}}


def kuesioner(**more: Any) -> dict[str, Any]:
    """A questionnaire of SPIP."""
    whole = SPIP | {"nilai": [{"unsur": "Butir", "jawaban": [0] * (more.get("skala", 5) - 1) + [5]}]} | more
    return {"spip.yml": HEAD | {"kuesioner_spip": whole}}


def sums(jumlah: int, penjawab: int) -> dict[str, int]:
    return {"jumlah_nilai": jumlah, "penjawab": penjawab}


def rekap(*periode: str, diperbarui: date = date(2026, 9, 1)) -> dict[str, Any]:
    return {"gratifikasi.yml": HEAD | {"diperbarui": diperbarui, "rekap": [{"periode": item} for item in periode]}}


def layanan(**more: Any) -> dict[str, Any]:
    return {"layanan.yml": HEAD | more}


def kartu(periode: str, dikirim: date | None) -> dict[str, Any]:
    return {
        "spip.yml": HEAD
        | {"diperbarui": date(2026, 12, 1), "kartu_kendali": [{"periode": periode, "jumlah_kartu": 0, "dikirim": dikirim}]}
    }


def pernyataan(bebas: int, potensi: int) -> dict[str, Any]:
    counts = {"tanggal": date(2026, 9, 1), "wajib": 20, "bebas": bebas, "potensi": potensi}
    return {"benturan-kepentingan.yml": HEAD | {"pernyataan": [counts]}}


def standar(sampai: date) -> dict[str, Any]:
    return layanan(standar_pelayanan=[{"judul": "Uji", "ditetapkan": date(2026, 9, 1), "berlaku_sampai": sampai}])


GOOD = {"jawaban": [0, 0, 5, 5]}


def problems(root: Path, files: dict[str, Any]) -> list[str]:
    """What is wrong with a small office that has these files of its year."""
    write_kantor(root, {2026: [row("I.1")]})
    for name, value in files.items():
        path = root / "2026" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")
    try:
        load_data(root)
    except DataError as error:
        return [problem.masalah for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("fits", "too_far", "said"),
    [
        (survei(GOOD, populasi=10), survei(GOOD, populasi=9), "responden 10 melebihi populasi 9"),
        (
            survei(GOOD, tanggal_mulai=date(2026, 8, 31)),
            survei(GOOD, tanggal_mulai=date(2026, 9, 1)),
            "tanggal_selesai 2026-08-31 mendahului tanggal_mulai (2026-09-01)",
        ),
        (
            survei(GOOD, diperbarui=date(2026, 8, 31)),
            survei(GOOD, diperbarui=date(2026, 8, 30)),
            "tanggal_selesai 2026-08-31 sesudah berkas diperbarui (2026-08-30)",
        ),
        (
            survei(GOOD, tanggal_mulai=date(2026, 1, 1)),
            survei(GOOD, tanggal_mulai=date(2025, 12, 31)),
            "tanggal_mulai 2025-12-31 bukan tahun 2026",
        ),
        (survei(sums(40, 10)), survei(sums(41, 10)), "jumlah_nilai 41 tidak mungkin"),
        (survei(sums(10, 10)), survei(sums(9, 10)), "jumlah_nilai 9 tidak mungkin"),
        (survei(sums(20, 10)), survei(sums(20, 11)), "penjawab 11 melebihi responden 10"),
        (survei(sums(1, 1)), survei(sums(0, 0)), "tidak seorang pun menjawab unsur ini"),
        (survei({"jawaban": [1, 2, 3, 4]}), survei({"jawaban": [1, 2, 3, 5]}), "penjawab 11 melebihi responden 10"),
        (kuesioner(), kuesioner(disebar=9), "responden 10 melebihi disebar 9"),
        (kuesioner(responden=5), kuesioner(responden=4, nilai=[{"unsur": "a", **sums(4, 4)}]), "hanya 4 responden"),
        (kuesioner(responden=5), kuesioner(responden=1, nilai=[{"unsur": "a", **sums(1, 1)}]), "hanya 1 responden"),
        (kuesioner(skala=2), kuesioner(skala=1), "“skala” terlalu kecil: “1”"),
        (kuesioner(skala=10), kuesioner(skala=11), "“skala” terlalu besar: “11”"),
        (
            layanan(diperbarui=date(2026, 1, 1)),
            layanan(diperbarui=date(2025, 12, 31)),
            "diperbarui 2025-12-31 mendahului tahun",
        ),
        (standar(date(2026, 9, 1)), standar(date(2026, 8, 31)), "berlaku_sampai 2026-08-31 mendahului ditetapkan"),
        (
            rekap("2026-TW2", diperbarui=date(2026, 4, 1)),
            rekap("2026-TW2", diperbarui=date(2026, 3, 31)),
            "periode 2026-TW2 belum mulai saat berkas diperbarui (2026-03-31)",
        ),
        (rekap("2026-TW1", "2026-04"), rekap("2026-TW1", "2026-03"), "periode “2026-03” bertumpuk dengan 2026-TW1"),
        (
            rekap("2026-04-sd-06", "2026-TW1"),
            rekap("2026-03-sd-06", "2026-TW1"),
            "periode “2026-TW1” bertumpuk dengan 2026-03-sd-06",
        ),
        (rekap("2026-01"), rekap("2025-12"), "periode “2025-12” bukan tahun 2026"),
        (
            kartu("2026-03", date(2026, 3, 1)),
            kartu("2026-03", date(2026, 2, 28)),
            "dikirim 2026-02-28 mendahului bulan 2026-03",
        ),
        (
            kartu("2026-10", date(2026, 10, 1)),
            kartu("2026-10", date(2026, 9, 30)),
            "dikirim 2026-09-30 mendahului bulan 2026-10",
        ),
        (kartu("2026-03", None), kartu("2026-TW1", None), "periode “2026-TW1” bukan bulan tahun 2026"),
        (pernyataan(18, 2), pernyataan(18, 3), "bebas 18 + potensi 3 melebihi wajib 20"),
    ],
)
def test_limits(fits: dict[str, Any], too_far: dict[str, Any], said: str, tmp_path: Path) -> None:
    """Equal days, equal counts and whole scales fit; a day, a person or a point more or less does not."""
    assert problems(tmp_path / "pas", fits) == []
    (problem,) = problems(tmp_path / "lewat", too_far)
    assert problem.startswith(said)


def test_what_is_still_to_come(tmp_path: Path) -> None:
    """The last day to report, and the last day of a standard, may lie after the day on which their file was updated."""
    harta = {"jenis": "spt", "wajib": 5, "sudah_lapor": 5, "batas_waktu": date(2027, 3, 31)}
    files = standar(date(2030, 1, 1)) | {"laporan-harta.yml": HEAD | {"pelaporan": [harta]}}
    assert problems(tmp_path, files) == []


def test_two_ways_to_write_answers() -> None:
    """Counts by value, and their sum with the number of people, give the same sum and the same number."""
    detailed, summed = Nilai(unsur="a", jawaban=(1, 0, 2, 3)), Nilai(unsur="a", jumlah_nilai=19, penjawab=6)
    assert (detailed.jumlah, detailed.menjawab) == (summed.jumlah, summed.menjawab) == (19, 6)
    nobody = Nilai(unsur="a", jumlah_nilai=0, penjawab=0)
    assert (nobody.jumlah, nobody.menjawab) == (0, 0)


def test_follow_up_in_words() -> None:
    """What was not begun says so; what has a result says that, and what is done has a day."""
    assert TindakLanjut(uraian="a", hasil=Hasil.SELESAI, tanggal=date(2026, 1, 1)).label == "Selesai"
    assert TindakLanjut(uraian="a").label == "Belum dimulai"
    assert TindakLanjut(uraian="a", hasil=Hasil.KENDALA).label == "Ada kendala"


@pytest.mark.parametrize(
    "given",
    [{}, {"jawaban": (1, 2), "jumlah_nilai": 5}, {"jawaban": (1, 2), **sums(5, 3)}, {"jumlah_nilai": 5}, {"penjawab": 3}],
)
def test_answers_in_one_way(given: dict[str, Any]) -> None:
    """Answers that are written in no way, in both, or in half of one are refused."""
    with pytest.raises(ValidationError, match="nilai harus ditulis dengan satu cara"):
        Nilai(unsur="a", **given)


def test_who_gave_no_statement() -> None:
    """Of all who had to give a statement, those are left who gave neither of the two."""
    assert Pernyataan(tanggal=date(2026, 1, 1), wajib=20, bebas=11, potensi=4).belum == 5
