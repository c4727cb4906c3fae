"""What the tests of many records share: a small office, and sheets as people fill them in."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from small.office_data import row, write_kantor
from support.recording import PERAN
from zona.desk.office import Office, read_office

ROWS = [row("I.1", "Bulanan"), row("I.2", "Per Triwulan"), row("I.3", "Januari dan Juli"), row("I.4.a", "Januari s.d Maret")]
HEADS = ["aksi", "periode", "tanggal", "hasil", "uraian", "bukti", "judul bukti", "jenis bukti"]

Opened = Callable[[], Office]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens a small office as it is now, on 24 November 2026."""
    root = write_kantor(tmp_path / "data", {2026: ROWS}, situs={"peran": PERAN})
    now = datetime(2026, 11, 24, 5, tzinfo=UTC)
    return lambda: read_office(root, "data", tmp_path / "cache", None, now)


@pytest.fixture
def sheet() -> Callable[..., bytes]:
    """Writes a workbook of rows, under our heading unless another is given."""
    return written


def written(*rows: list[Any], heads: list[Any] | None = None) -> bytes:
    book = Workbook()
    assert book.active is not None
    for cells in (heads or HEADS, *rows):
        book.active.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
