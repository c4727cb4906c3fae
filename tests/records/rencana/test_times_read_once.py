"""A printed time is read when its plan is, and never again."""

from __future__ import annotations

from collections import Counter

import pytest
from support.zi_command import CONTOH, PER_TANGGAL
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.records.load import load_data
from zona.records.rencana import rencana_aksi
from zona.records.rencana.jadwal import Tenggat
from zona.records.rencana.target_waktu import read_target_waktu

pytestmark = pytest.mark.lambat


def test_times_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, judging and presenting an office reads the time of each row once; a row with a schedule of its own has none
    to read."""
    read = Counter[str]()

    def counted(text: str, tahun: int) -> tuple[Tenggat, ...]:
        read[text] += 1
        return read_target_waktu(text, tahun)

    monkeypatch.setattr(rencana_aksi, "read_target_waktu", counted)
    data = load_data(CONTOH / "data", label="sekali")  # as no other test calls it: an unchanged file is not parsed again
    assert list(present(judge(data, PER_TANGGAL)))
    rows = [row for year in data.tahun for row in year.rencana_aksi.isi.semua_aksi()]
    assert all(row.tenggat for row in rows)
    assert read == Counter(row.reading_of("target_waktu") for row in rows if row.jadwal is None)
