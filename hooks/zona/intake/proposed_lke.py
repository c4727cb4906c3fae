"""An office's mapping of the LKE's items to the rows of its plan, as the rows' subjects propose it: a first `lke.yml`, which
counts for nothing until it lies in the office's folder, and stays a proposal there until the office confirms it."""

from collections.abc import Iterator, Mapping, Sequence

from zona.intake.yaml_text import value
from zona.records.lke.formulir import ButirLke, butir_menurut_kode
from zona.records.lke.pemetaan import Hubungan, PetaButir
from zona.records.rencana.tema import about, daftar_tema

_HEAD = """# yaml-language-server: $schema=../skema/lke.json
# Butir LKE dan baris rencana aksi yang berkaitan, diusulkan menurut tema aksi. Tidak satu pun menyatakan bahwa butir itu
# terpenuhi. Ini usulan, sampai ditegaskan di sini dengan peran dan tanggal:
#   ditegaskan:
#     oleh: nama peran
#     tanggal: tahun-bulan-hari
"""


def proposed_mapping(tema: Mapping[str, Sequence[str]]) -> tuple[PetaButir, ...]:
    """The entries for rows of these subjects, by their codes; the nearest relation of a row to an item alone is there."""
    return tuple(entry for item in butir_menurut_kode().values() for entry in _entries(item, tema))


def _entries(item: ButirLke, tema: Mapping[str, Sequence[str]]) -> Iterator[PetaButir]:
    taken = set[str]()
    for kind, asked in ((Hubungan.LANGSUNG, item.butir.langsung), (Hubungan.MENDUKUNG, item.butir.mendukung)):
        rows = tuple(kode for kode, own in tema.items() if kode not in taken and about(own, asked))
        taken.update(rows)
        if rows:
            names = ", ".join(daftar_tema()[kunci].sebutan for kunci in asked)
            yield PetaButir(butir=item.kode, baris=rows, hubungan=kind, alasan=f"Usulan menurut tema: {names}.")


def proposed_lke(tahun: int, tema: Mapping[str, Sequence[str]]) -> str | None:
    """The text of `lke.yml` for a plan's rows with their subjects; None where no item asks for any of them."""
    lines = list[str]()
    for entry in proposed_mapping(tema):
        lines += [f"  - butir: {entry.butir}", f"    baris: [{', '.join(entry.baris)}]", f"    hubungan: {entry.hubungan}"]
        lines += value("alasan", entry.alasan, 4)
    return f"{_HEAD}tahun: {tahun}\n\npemetaan:\n" + "\n".join(lines) + "\n" if lines else None
