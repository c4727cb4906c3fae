"""A month of complaints: what its file can hold, and what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from small.office_data import row, write_kantor
from zona.records.paket.paket import pack_heads, packs_of
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.pengaduan.rilis import follows
from zona.records.reading.data_error import DataError
from zona.release.complaint_files import read_complaints

KASUS = Path(__file__).resolve().parents[2] / "cases"
BULAN: dict[str, Any] = {
    "sisa_bulan_lalu": 2,
    "masuk": {"kanal": {"whatsapp": 3, "langsung": 2}, "kategori": {"layanan": 4, "perilaku_pegawai": 1}},
    "tidak_ditindaklanjuti": 1,
    "harus_ditindaklanjuti": 6,
    "diproses": 2,
    "selesai": 4,
    "dicatat_oleh": "Tim Uji",
}


def office(root: Path, months: dict[str, dict[str, Any]], years: tuple[int, ...] = (2022,)) -> Path:
    """An office with these months (`2022-01`) of complaints."""
    write_kantor(root, {year: [row("I.1")] for year in years}, situs={"peran": ["Tim Uji"]})
    for bulan, more in months.items():
        path = root.parent / "data-tertutup" / bulan[:4] / "pengaduan" / f"{bulan[5:]}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump({"bulan": bulan} | BULAN | more, sort_keys=False), encoding="utf-8")
    return root


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        read_complaints(root, "data")
    return [str(problem) for problem in raised.value.problems]


def test_bad_months(tmp_path: Path) -> None:
    """Every slip we know gives its message, at its line, in Indonesian; and no message repeats a telephone number."""
    root = office(tmp_path / "data", {})
    shutil.copytree(KASUS / "buruk-pengaduan", root.parent / "data-tertutup" / "2022" / "pengaduan")
    found = problems(root)
    assert found == (KASUS / "buruk-pengaduan.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in found if "08123456789" in line or "3456" in line]


def test_good_months(tmp_path: Path) -> None:
    """Months are read in order of time; both ways of telling what came in give the same sum."""
    data = read_complaints(office(tmp_path / "data", {"2022-02": {}, "2022-01": {}}), "data")
    assert [month.isi.bulan for month in data.raw] == ["2022-01", "2022-02"]
    assert data.raw[0].isi.masuk.jumlah == 5


def test_office_without_months(tmp_path: Path) -> None:
    """Complaints need not be reported: no folder is no problem, and neither is an empty one."""
    root = office(tmp_path / "data", {})
    assert read_complaints(root, "data").raw == ()
    (tmp_path / "data-tertutup" / "2022" / "pengaduan").mkdir(parents=True)
    assert read_complaints(root, "data").raw == ()


def test_only_months_of_known_years(tmp_path: Path) -> None:
    """A year without a plan, and anything that is no month, is named: its writer thinks that it will be released."""
    root = office(tmp_path / "data", {"2022-01": {}, "2024-01": {}})
    (tmp_path / "data-tertutup" / "2022" / "survei").mkdir()
    assert problems(root) == [
        "data-tertutup/2022/survei:1: “survei” tidak dikenal di sini; yang dikenal: pengaduan",
        "data-tertutup/2024:1: “2024” bukan tahun yang ada di data; buat dulu dengan zi.py tahun-baru, atau pindahkan",
    ]


def test_month_without_complaints(tmp_path: Path) -> None:
    """A month in which nothing came in is written with zeros, and what came in may be left empty."""
    nothing = {"sisa_bulan_lalu": 0, "masuk": {}, "tidak_ditindaklanjuti": 0, "harus_ditindaklanjuti": 0}
    data = read_complaints(office(tmp_path / "data", {"2022-01": nothing | {"diproses": 0, "selesai": 0}}), "data")
    assert data.raw[0].isi.masuk.jumlah == 0


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (
            {"2022-01": {}, "2022-02": {"sisa_bulan_lalu": 3, "tidak_ditindaklanjuti": 2}},
            "2022/pengaduan/02.yml:2:",
        ),
        (
            {"2022-12": {}, "2023-01": {"sisa_bulan_lalu": 3, "tidak_ditindaklanjuti": 2}},
            "2023/pengaduan/01.yml:2:",
        ),
    ],
)
def test_carry_over(months: dict[str, dict[str, Any]], expected: str, tmp_path: Path) -> None:
    """What a month leaves is what the next begins with, also from December to January."""
    (problem,) = problems(office(tmp_path / "data", months, years=(2022, 2023)))
    assert problem.startswith(f"data-tertutup/{expected}")
    assert "masih diproses 2" in problem


@pytest.mark.parametrize(
    ("before", "after", "directly"),
    [
        ("2026-09", "2026-10", True), ("2026-10", "2026-11", True), ("2026-12", "2027-01", True), ("2026-01", "2026-02", True),
        ("2026-01", "2026-03", False), ("2026-12", "2027-02", False), ("2026-11", "2027-01", False),
        ("2026-02", "2026-01", False), ("2026-03", "2027-04", False), ("2026-01", "2026-01", False),
    ],
)  # fmt: skip
def test_the_next_month(before: str, after: str, directly: bool) -> None:
    """A month is directly followed by the next one, in the same year or from December to January."""
    assert follows(before, after) == directly


def test_gap_breaks_the_chain(tmp_path: Path) -> None:
    """After a month without a file, the carry-over can't be compared, and is no problem."""
    months = {"2022-01": {}, "2022-03": {"sisa_bulan_lalu": 3, "tidak_ditindaklanjuti": 2}}
    assert read_complaints(office(tmp_path / "data", months), "data")


def test_channels_are_known(tmp_path: Path) -> None:
    """Where the office has a list of channels, complaints came through those; where it has none, any key will do."""
    root = office(tmp_path / "data", {"2022-01": {}})
    (root / "kanal.yml").write_text(
        "kanal:\n  - {kunci: langsung, nama: Uji, pemilik: Uji, milik_kantor: true, untuk: [Uji], cara: [{jenis: telepon}]}\n",
        encoding="utf-8",
    )
    found = [line for line in problems(root) if "pengaduan" in line]
    assert found == [
        "data-tertutup/2022/pengaduan/01.yml:5: saluran “whatsapp” tidak ada dalam kanal.yml; yang dikenal: langsung"
    ]


def test_no_place_for_a_person_or_a_complaint() -> None:
    """The model has no field for a name, a date of birth, an address or the text of a complaint, and its keys are closed:
    only roles, what was improved and notes are free text."""
    fields = PengaduanBulan.model_fields
    texts = [name for name, field in fields.items() if "str" in str(field.annotation) and name != "masuk"]
    assert texts == ["bulan", "tindak_lanjut", "catatan", "dicatat_oleh"]
    for more in ({"nama": "x"}, {"masuk": {"kanal": {"budi santoso": 1}}}):
        with pytest.raises(ValidationError):
            PengaduanBulan.model_validate({"bulan": "2022-01"} | BULAN | more)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dua pengaduan selesai ditangani.", True),
        ("Permintaan maaf kepada 3 (tiga) orang pelapor.", True),
        ("Seorang petugas dipindahkan.", True),
        ("Loket kedua dibuka dan 2 papan petunjuk dipasang.", False),
        ("Alur pengaduan dicetak ulang.", False),
        ("SOP pengaduan diubah menjadi tiga langkah.", False),
    ],
)
@pytest.mark.parametrize("key", ["tindak_lanjut", "catatan"])
def test_follow_up_tells_no_number_of_people(key: str, text: str, told: bool, tmp_path: Path) -> None:
    """What was improved or noted is told without how many complained, which would undo the hiding of small counts."""
    root = office(tmp_path / "data", {"2022-01": {key: [text] if key == "tindak_lanjut" else text}})
    if told:
        (problem,) = problems(root)
        assert "tulis perbaikannya saja, tanpa jumlah" in problem
    else:
        assert read_complaints(root, "data").raw


def test_categories_have_names() -> None:
    """Every category of every pack has a name of its own for citizens; what fits nowhere else stands last."""
    known = packs_of(tuple(pack_heads())).kategori
    assert [*known][-1] == "lainnya"
    names = [*known.values()]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and "_" not in name for name in names)
