"""What an office decides about printed times that no rule reads: one decision a word, for every row in which it stands.

waktu:
  Insidentil: tanpa_tenggat
  Harian: setiap bulan
  Awal tahun: [2027-01]
  Setiap rapat: {jadwal: tanpa_tenggat, alasan: Rapat diadakan bila ada yang dibahas.}
  tidak tercetak: [{periode: 2027-06, tenggat: 2027-06-15}]
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from zona.problems import Problem
from zona.records.reading.data_error import quoted
from zona.records.reading.rules import Surroundings, faults
from zona.records.rencana.jadwal import POLA_PERIODE, Tenggat, tenggat_of
from zona.records.rencana.rencana_aksi import TANPA_TENGGAT, Jadwal, JadwalTertulis
from zona.records.rencana.target_waktu import UnreadableTime, read_target_waktu

TAK_TERCETAK = "tidak tercetak"
_HOW = f"tulis {TANPA_TENGGAT}, kata waktu yang terbaca seperti setiap bulan, atau daftar periode seperti [{{tahun}}-01]"


@dataclass(frozen=True)
class KeputusanWaktu:
    """The `jadwal` and the `alasan_jadwal` that a row with the decided word is given."""

    jadwal: JadwalTertulis
    alasan_jadwal: str


class NoDecision(ValueError):
    """What is written is no schedule; the message says why."""


def decided_word(target_waktu: str | None) -> str:
    """A printed time as decisions are looked up by: without capitals, doubled spaces and marks at its ends. Nothing printed
    is “tidak tercetak”."""
    return " ".join((target_waktu or "").casefold().split()).strip(" .,;:") or TAK_TERCETAK


def read_decisions(waktu: Mapping[str, object], tahun: int) -> tuple[dict[str, KeputusanWaktu], tuple[Problem[str], ...]]:
    """The decisions by `decided_word`, in a plan for `tahun`, and what is wrong with others; the place is the word as written.
    A decision is `tanpa_tenggat`, a time that a rule reads, a list of such times, of codes of periods and of `periode` with
    `tenggat`; or a mapping with one of these as `jadwal`, and an `alasan`."""
    found, problems = dict[str, KeputusanWaktu](), list[Problem[str]]()
    for word, decision in waktu.items():
        alasan = None
        if isinstance(decision, dict) and "jadwal" in decision:
            decision, alasan = decision["jadwal"], decision.get("alasan")
        try:
            jadwal = _schedule(decision, tahun)
        except NoDecision as error:
            problems.append(Problem(str(word), f"keputusan waktu {quoted(word)}: {error}", _HOW.format(tahun=tahun)))
            continue
        found[decided_word(str(word))] = KeputusanWaktu(jadwal, str(alasan or _reason(str(word), jadwal)))
    return found, tuple(problems)


def _reason(word: str, jadwal: JadwalTertulis) -> str:
    """What the row's page says where the office gave no reason of its own: what was printed, and that it decided."""
    printed = "Waktunya tidak tercetak" if decided_word(word) == TAK_TERCETAK else f"Tercetak {quoted(word)}"
    decided = "tidak ada tenggatnya, jadi dicatat bila terjadi" if jadwal == TANPA_TENGGAT else "jadwal ini kami tetapkan"
    return f"{printed}: {decided}."


def _schedule(decision: object, tahun: int) -> JadwalTertulis:
    if isinstance(decision, str) and decision.strip().lower().replace(" ", "_") == TANPA_TENGGAT:
        return TANPA_TENGGAT
    items = decision if isinstance(decision, list | tuple) else [decision]
    found = tuple(one for item in items for one in _items(item, tahun))
    codes = [item.periode for item in found]
    if not found or len(set(codes)) < len(codes):
        raise NoDecision("tidak berisi periode, atau periodenya berulang")
    for item in found:
        for problem in faults(item, Surroundings(tahun=tahun)):
            raise NoDecision(problem.masalah)
    return tuple(sorted(found, key=lambda item: (item.tenggat, item.periode)))


def _items(item: object, tahun: int) -> Iterator[Jadwal]:
    """The periods that one item of a decision means."""
    if isinstance(item, dict):
        try:
            yield Jadwal.model_validate(item)
        except ValidationError as error:
            raise NoDecision(f"{quoted(item)} bukan periode dengan tenggatnya") from error
        return
    if not isinstance(item, str):
        raise NoDecision(f"{quoted(item)} bukan periode")
    yield from (Jadwal(periode=one.periode, tenggat=one.tenggat) for one in _times(item.strip(), tahun))


def _times(text: str, tahun: int) -> tuple[Tenggat, ...]:
    if re.fullmatch(POLA_PERIODE, text):
        return (tenggat_of(text),)
    try:
        return read_target_waktu(text, tahun)
    except UnreadableTime as error:
        raise NoDecision(f"{quoted(text)} tidak terbaca: {error}") from error
