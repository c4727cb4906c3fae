"""What charts say in words: each `<desc>`, and the alternative text of every picture made from the same counts."""

from __future__ import annotations

from collections.abc import Iterable

from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.outputs.wording import angka, desimal


def of_counts(hitungan: Hitungan) -> str:
    """How far: “105 dari 178 tenggat terpenuhi (58,9%); 9 menunggu verifikasi, 7 terlambat.” States without periods stay
    unsaid."""
    if not hitungan.jumlah:
        return "Belum ada tenggat."
    if hitungan.terpenuhi == hitungan.jumlah > 1:
        return f"Semua {angka(hitungan.jumlah)} tenggat terpenuhi."
    if hitungan.terpenuhi == 1 == hitungan.jumlah:
        return "Satu-satunya tenggat terpenuhi."
    rest = listing(
        f"{angka(n)} {of_state(state)}" for state, n in hitungan.keadaan.items() if n and state is not Keadaan.TERPENUHI
    )
    return f"{part_of(hitungan)} tenggat terpenuhi ({desimal(hitungan.persen_semua or 0)}%); {rest}."


def part_of(hitungan: Hitungan) -> str:
    """“105 dari 178”: fulfilled of all."""
    return f"{angka(hitungan.terpenuhi)} dari {angka(hitungan.jumlah)}"


def of_state(keadaan: Keadaan) -> str:
    """The state's word inside a sentence."""
    return keadaan.label.lower()


def listing(words: Iterable[str]) -> str:
    """“a”, “a dan b”, “a, b, dan c”."""
    items = list(words)
    if len(items) < 3:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + f", dan {items[-1]}"
