"""What the search answers above its hits: a sentence computed from findings, and the place that says more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from zona.findings.year_findings import Findings
from zona.own_data import beside
from zona.records.paket.paket import pack_tables


@dataclass(frozen=True)
class Jawaban:
    """One answer: its sentence, the address that it leads to (page and anchor), and the (label, link) of a number to call,
    where it names one."""

    kalimat: str
    ke: str
    hubungi: tuple[str, str] | None = None


# Who knows the answer to a question; None where the office has no data for one.
Penjawab = Callable[[Findings], Jawaban | None]


@cache
def questions(paket: tuple[str, ...] = ()) -> dict[str, Any]:
    """The questions, as questions.yml has them, with what these packs add. Any: each reader knows its own part."""
    found: dict[str, Any] = dict(beside(__file__, "questions.yml"))
    for table in pack_tables(paket, "pertanyaan.yml"):
        found["abaikan"] += f" {table.get('abaikan', '')}".rstrip()
        for part in ("situasi", "saluran"):
            found[part] = found[part] | table.get(part, {})
    return found
