"""An office with one action, and one record of it, complete and verified unless a test says otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from support.zi_command import CONTOH
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

PDF = CONTOH / "data" / "bukti" / "2026"
PERAN = ["Tim", "Sekretaris"]


def office(tmp_path: Path, **situs: Any) -> Path:
    """An office with one quarterly action, roles, and one PDF among the evidence."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1", "Per Triwulan")]}, situs={"peran": PERAN} | situs)
    (root / "bukti" / "2026").mkdir(parents=True)
    pdf = next(iter(sorted(PDF.glob("*.pdf"))))
    (root / "bukti" / "2026" / "laporan.pdf").write_bytes(pdf.read_bytes())
    return root


def write(root: Path, *, verifier: str | None = "Sekretaris", on: date | None = None, name: str = "", **cells: Any) -> Path:
    """Write one record, complete and verified unless told otherwise."""
    record: dict[str, Any] = {
        "aksi": "I.1", "periode": "2026-TW1", "tanggal": date(2026, 3, 30), "hasil": "selesai", "uraian": "Rapat.",
        "bukti": [{"berkas": "laporan.pdf", "judul": "Laporan", "jenis": "laporan"}], "dicatat_oleh": "Tim",
    }  # fmt: skip
    return put_record(root, record | cells, verifier=verifier, on=on, name=name)


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return [str(problem) for problem in raised.value.problems]
