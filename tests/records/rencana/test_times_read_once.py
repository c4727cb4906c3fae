"""A printed time is read when its plan is, and never again."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from support.zi_command import CONTOH, PER_TANGGAL
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.records.load import load_data
from zona.records.rencana import rencana_aksi
from zona.records.rencana.jadwal import Tenggat
from zona.records.rencana.target_waktu import read_target_waktu

pytestmark = pytest.mark.lambat


def test_times_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, judging and presenting an office reads the time of each row once; a row with a schedule of its own has none
    to read."""
    read = Counter[str]()

    def counted(text: str, tahun: int) -> tuple[Tenggat, ...]:
        read[text] += 1
        return read_target_waktu(text, tahun)

    monkeypatch.setattr(rencana_aksi, "read_target_waktu", counted)
    shutil.copytree(CONTOH / "data", tmp_path / "data")
    for plan in tmp_path.glob("data/*/rencana-aksi.yml"):  # as in no other test: a text that was parsed is not parsed again
        plan.write_text(f"{plan.read_text(encoding='utf-8')}# dibaca sekali\n", encoding="utf-8")
    data = load_data(tmp_path / "data")
    assert list(present(judge(data, PER_TANGGAL)))
    rows = [row for year in data.tahun for row in year.rencana_aksi.isi.semua_aksi()]
    assert all(row.tenggat for row in rows)
    assert read == Counter(row.reading_of("target_waktu") for row in rows if row.jadwal is None)
