"""Pages of prose name subjects of the closed list, in their heads and in their marks; slips are told with their line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import write_informasi
from zona.records.load import load_data
from zona.records.reading.data_error import DataError


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kepala": {"tema": ["wsb"]}}, ":6: “tema butir ke-1”: tema tidak dikenal: “wsb”; maksud Anda “wbs”?"),
        ({"kepala": {"tema": ["xyz"]}}, ": tema tidak dikenal: “xyz”; daftarnya ada dalam panduan, “Tema aksi”"),
        ({"kepala": {"baris": ["I.1"]}}, ":15: kunci “baris” tidak dikenal; tulis tema: [tema halaman ini]; zi.py perbar"),
        ({"isi": "Baris [[aksi:wbs-evaluas]].\n"}, ":16: tema “wbs-evaluas” tidak dikenal; maksud Anda “wbs-evaluasi”?"),
        ({"isi": "[[kegiatan VII.1.a]]\n"}, ":16: tema “VII.1.a” tidak dikenal; daftarnya ada"),
        ({"isi": "[[tanpa:]]Kata.\n"}, ":16: tema “” tidak dikenal"),
        ({"isi": "[[ada:wbs]]Kata.\n"}, ":16: tanda “[[ada:wbs]]” tidak dikenal"),
    ],
)
def test_slips_about_subjects(given: dict[str, Any], told: str, tmp_path: Path) -> None:
    """A subject that is not in the list, and a head that still names rows, stop the build with the place and what to write."""
    data, prosa = write_informasi(tmp_path, **given)
    with pytest.raises(DataError) as raised:
        load_data(data, prosa=prosa)
    assert any(told in str(problem) for problem in raised.value.problems), [*map(str, raised.value.problems)]
