"""The budgets of `tests/anggaran.yml`: one default, and exceptions that each give a reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).resolve().parents[1] / "anggaran.yml"


@dataclass(frozen=True)
class Budget:
    """What one page may cost. `first_kb` and `later_kb` in kilobytes of 1,000 on the wire, `shift` as CLS counts it."""

    first_kb: float
    requests: int
    later_kb: float
    shift: float


def read() -> dict[str, Any]:
    """The whole file."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def of(path: str) -> Budget:
    """The budget of the page at `path` below the site."""
    file = read()
    numbers = dict(file["bawaan"])
    for exception in file["kecuali"]:
        assert exception["alasan"], exception
        if exception["halaman"] == path:
            numbers |= {key: value for key, value in exception.items() if key in numbers}
    names = ("kunjungan_pertama_kb", "permintaan", "kunjungan_berikut_kb", "geser")
    return Budget(*(numbers[name] for name in names))


def lighthouse(kind: str) -> dict[str, float]:
    """The least marks and longest times for pages of a kind."""
    file = read()
    numbers = dict(file["lighthouse"])
    for exception in file["lighthouse_kecuali"]:
        assert exception["alasan"], exception
        if exception["jenis"] == kind:
            numbers |= {key: value for key, value in exception.items() if key in numbers}
    return numbers
