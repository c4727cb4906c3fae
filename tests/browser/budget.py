"""The budgets of `tests/browser/budget.yml`: one default, and exceptions that each give a reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("budget.yml")


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
    numbers = _numbers("bawaan", "kecuali", "halaman", path)
    names = ("kunjungan_pertama_kb", "permintaan", "kunjungan_berikut_kb", "geser")
    return Budget(*(numbers[name] for name in names))


def screens(kind: str) -> float:
    """How many screens of a phone a page of this kind may be long."""
    lengths = read()["panjang"]
    usual = lengths["daftar" if kind in lengths["jenis_daftar"] else "nasihat"]
    return next((item["layar"] for item in read()["panjang_kecuali"] if item["jenis"] == kind), usual)


def verbatim() -> str:
    """The selector of text that may break anywhere."""
    return ", ".join(item["pemilih"] for item in read()["patah_di_mana_saja"])


def lighthouse(kind: str) -> dict[str, float]:
    """The least marks and longest times for pages of a kind."""
    return _numbers("lighthouse", "lighthouse_kecuali", "jenis", kind)


def _numbers(default: str, exceptions: str, key: str, name: str) -> dict[str, float]:
    """The numbers of a part of the file, with those of the exceptions that name `name` under `key`."""
    file = read()
    numbers: dict[str, float] = dict(file[default])
    for exception in file[exceptions]:
        assert exception["alasan"], exception
        if exception[key] == name:
            numbers |= {what: value for what, value in exception.items() if what in numbers}
    return numbers
