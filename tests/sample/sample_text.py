"""What every file of the sample office shares: its year, its last day, and the comment that it begins with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

TAHUN = 2026
LAST = date(2026, 11, 24)
HEADER = "# DATA CONTOH: semua isi folder ini karangan untuk uji, bukan data kantor mana pun.\n"


def write_text(path: Path, text: str) -> None:
    """Write with the same line ends everywhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
