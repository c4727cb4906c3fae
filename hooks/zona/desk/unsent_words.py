"""What a sending is about, in words: for its line in the history, and for the desk."""

from collections.abc import Iterable, Iterator

from zona.findings.changes import Perubahan, PerubahanCapaian
from zona.findings.scrutiny import BUKTI, BerkasBerubah
from zona.outputs.wording import periode

_NAMED = 3


def subject_of(found: Perubahan, files: Iterable[BerkasBerubah]) -> str:
    """One line for the history: “Catat I.3 Triwulan II 2026; verifikasi II.2 Oktober 2026; dan 2 lagi”."""
    records = {f"data/{item.path}" for item in found.capaian}
    others = [item.path for item in files if item.path not in records and not item.path.startswith(BUKTI)]
    words = [*_records(found.capaian), *(f"ubah {path.removeprefix('data/')}" for path in others)] or ["ubah bukti"]
    more = [f"dan {len(words) - _NAMED} lagi"] if len(words) > _NAMED else []
    line = "; ".join([*words[:_NAMED], *more])
    return line[:1].upper() + line[1:]


def _records(items: Iterable[PerubahanCapaian]) -> Iterator[str]:
    for item in items:
        named = f"{item.isi.aksi} {periode(item.isi.periode)}"
        if item.diverifikasi:
            yield f"verifikasi {named}"
        elif item.menjadi is None:
            yield f"hapus laporan {named}"
        else:
            yield f"{'betulkan' if item.isi.mengoreksi else 'cabut' if item.isi.mencabut else 'catat'} {named}"
