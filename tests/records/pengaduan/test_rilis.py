"""Releases of complaints as files: what they can hold, what is refused, and the text that the desk writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError
from small.office_data import row, write_kantor
from small.pengaduan_months import months, releases, write_releases
from zona.records.load import load_data
from zona.records.pengaduan.rilis import RilisPengaduan
from zona.records.reading.data_error import DataError

KASUS = Path(__file__).resolve().parents[2] / "cases"


def office(root: Path) -> Path:
    return write_kantor(root, {year: [row("I.1")] for year in (2022, 2023)}, situs={"peran": ["Tim", "Tim Uji"]})


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return [str(problem) for problem in raised.value.problems]


def test_bad_releases(tmp_path: Path) -> None:
    """Every slip we know gives its message, at its line, in Indonesian: above all a count of 1 to 4, and a month with its true
    counts."""
    root = office(tmp_path / "data")
    shutil.copytree(KASUS / "buruk-rilis", root / "2022" / "pengaduan")
    assert problems(root) == (KASUS / "buruk-rilis.txt").read_text(encoding="utf-8").splitlines()


def test_written_and_read_again(tmp_path: Path) -> None:
    """What the desk writes reads as the same releases: months, half-years, years, columns and what became readable."""
    items = [*months([(20, 6, 10)] * 12, 2022), *months([(1, 0, 1), (0, 0, 0), (3, 1, 1)] * 4, 2023, sisa=48)]
    found = releases(items)
    assert any(item.setahun for item in found)
    write_releases(office(tmp_path / "data"), items)
    data = load_data(tmp_path / "data")
    assert [source.isi for year in data.tahun for source in year.pengaduan] == found


@pytest.mark.parametrize("count", [1, 4, -1, 5.0, True, "5", "< 5", None])
def test_no_such_count(count: object) -> None:
    """A count is a whole number that may be public, or one of two words."""
    (good,) = releases(months([(20, 6, 10)]))
    value = good.model_dump(exclude_none=True)
    assert RilisPengaduan.model_validate(value) == good
    with pytest.raises(ValidationError):
        RilisPengaduan.model_validate(value | {"masuk": count})


def test_spans_stand_where_they_belong(tmp_path: Path) -> None:
    """A half-year is released once, with all its months: a month taken away, a sum taken away or told twice is found."""
    root = office(tmp_path / "data")
    write_releases(root, months([(20, 6, 10)] * 6, 2022))
    may, june = (root / "2022" / "pengaduan" / name for name in ("05.yml", "06.yml"))
    before, text = may.read_text(encoding="utf-8"), june.read_text(encoding="utf-8")
    span = text[text.index("semester_1:") : text.index("dicatat_oleh")]
    (root / "2022" / "pengaduan" / "02.yml").rename(tmp_path / "02.yml")
    assert first_words(root) == ["data/2022/pengaduan/06.yml:10: jumlah semester_1 tidak semestinya di sini"]
    (tmp_path / "02.yml").rename(root / "2022" / "pengaduan" / "02.yml")
    june.write_text(text.replace(span, ""), encoding="utf-8")
    assert first_words(root) == ["data/2022/pengaduan/06.yml:3: jumlah semester_1 tidak ada di rilis mana pun"]
    june.write_text(text, encoding="utf-8")
    may.write_text(before.replace("dicatat_oleh", f"{span}dicatat_oleh"), encoding="utf-8")
    assert first_words(root) == ["data/2022/pengaduan/06.yml:10: jumlah semester_1 tidak semestinya di sini"]


def first_words(root: Path) -> list[str]:
    return [text.partition("; ")[0] for text in problems(root)]
