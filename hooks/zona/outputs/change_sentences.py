"""What changed on a day, in sentences for those who read the history."""

import re
from collections import Counter

from zona.findings.changes import HariBerubah
from zona.findings.laporan.laporan_results import NAMA_LAPORAN

# What became of a file, by whether it was there before and is after.
_CHANGES = {(False, True): "ditambahkan", (True, True): "diubah", (True, False): "dihapus"}
_YEAR = re.compile(r"20[0-9]{2}")
_ROW = re.compile(r"([ivx]+)((?:-[0-9a-z]+)+)_20[0-9]{2}-")


def of_day(hari: HariBerubah) -> list[str]:
    """“Capaian aksi I.3 tahun 2026: 1 ditambahkan, 2 diubah”, by the folder or name of the files."""
    subjects: dict[str, list[str]] = {}
    for path, ends in hari.berkas.items():
        subjects.setdefault(_subject(path), []).append(_CHANGES[ends])
    counts = {name: Counter(changes) for name, changes in subjects.items()}
    return [f"{name}: {', '.join(f'{n} {what}' for what, n in sorted(own.items()))}" for name, own in counts.items()]


def _subject(path: str) -> str:
    *folders, name = path.split("/")
    years = [item for item in folders if _YEAR.fullmatch(item)]
    kind = next((item for item in folders if item not in years), name.removesuffix(".yml"))
    words = NAMA_LAPORAN.get(kind.replace("-", "_"), kind.replace("-", " ").capitalize())
    row = [f"aksi {found[1].upper()}{found[2].replace('-', '.')}"] if (found := _ROW.match(name)) else []
    return " ".join([words, *row, *(f"tahun {item}" for item in years)])
