"""What differs between two readings of the data, in sentences for those who approve it and those who read the history."""

import re
from collections import Counter

from zona.findings.changes import HariBerubah, Perubahan, PerubahanCapaian, PerubahanPeriode
from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.laporan_results import NAMA_LAPORAN
from zona.findings.year_findings import Findings
from zona.outputs.wording import desimal, periode

# What became of a file, by whether it was there before and is after.
_CHANGES = {(False, True): "ditambahkan", (True, True): "diubah", (True, False): "dihapus"}
_YEAR = re.compile(r"20[0-9]{2}")
_ROW = re.compile(r"([ivx]+)((?:-[0-9a-z]+)+)_20[0-9]{2}-")


def of_period(item: PerubahanPeriode) -> str:
    """“I.3 Triwulan II 2026: belum dilaporkan → terpenuhi”"""
    return f"{item.aksi} {periode(item.periode)}: {_state(item.dari)} → {_state(item.menjadi)}"


def of_record(item: PerubahanCapaian) -> str:
    """“I.3 Triwulan II 2026: catatan baru (selesai, 2 bukti)”"""
    isi = item.isi
    said = f"{isi.hasil.label.lower()}, {len(isi.bukti)} bukti"
    if item.diverifikasi:
        what = f"{isi.hasil.label.lower()}, diverifikasi oleh {isi.verifikasi.oleh if isi.verifikasi else ''}"
    elif item.dari is None:
        what = f"catatan baru ({said})"
    elif item.menjadi is None:
        what = f"catatan dihapus ({said})"
    else:
        what = f"isi catatan diubah ({said})"
    return f"{isi.aksi} {periode(isi.periode)}: {what}"


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


def summary(before: Findings | None, after: Findings, found: Perubahan) -> str:
    """A page in Markdown for whoever approves the proposal: numbers before and after, and what makes the difference. `before`
    is None where the old data can't be read, or there are none."""
    lines = ["## Apa yang berubah bila usulan ini diterima", ""]
    if before is None:
        lines += ["Data yang lama tidak ada atau tidak terbaca, jadi tidak bisa dibandingkan.", ""]
    elif not found:
        lines += ["Tidak ada catatan atau keadaan yang berubah.", ""]
    lines += _numbers(before, after)
    lines += _list("Keadaan yang berubah", [of_period(item) for item in found.periode])
    lines += _list("Catatan", [of_record(item) for item in found.capaian])
    return "\n".join(lines).rstrip() + "\n"


def _numbers(before: Findings | None, after: Findings) -> list[str]:
    old = {tahun.tahun: tahun.hitungan for tahun in before.tahun} if before else {}
    lines = ["| Tahun | Keadaan | Sebelum | Sesudah |", "|---|---|--:|--:|"]
    for tahun in after.tahun:
        was, now = old.get(tahun.tahun), tahun.hitungan
        lines += [
            f"| {tahun.tahun} | {state.label} | {was.keadaan[state] if was else '–'} | {now.keadaan[state]} |"
            for state in Keadaan
            if now.keadaan[state] or (was and was.keadaan[state])
        ]
        lines.append(f"| {tahun.tahun} | Terpenuhi dari semua tenggat | {_percent(was)} | {_percent(now)} |")
    return [*lines, ""]


def _percent(counts: Hitungan | None) -> str:
    return "–" if counts is None or counts.persen_semua is None else f"{desimal(counts.persen_semua)}%"


def _list(title: str, items: list[str]) -> list[str]:
    return [f"### {title}", "", *[f"- {_plain(item)}" for item in items], ""] if items else []


def _plain(text: str) -> str:
    """People's words as words: what Markdown and HTML would read as marks stands as it was typed."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>|#@" else sign for sign in text)


def _state(state: Keadaan | None) -> str:
    return state.label.lower() if state else "tidak ada dalam rencana"
