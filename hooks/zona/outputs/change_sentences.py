"""What changed, in sentences: on a day, for those who read the history; in the last days, for those who follow the office."""

import re
from collections import Counter
from collections.abc import Sequence
from textwrap import shorten

from zona.findings.changes import HariBerubah
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.laporan_results import NAMA_LAPORAN
from zona.findings.recent import HariTerakhir, KabarAksi
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.wording import angka, listing, rentang

# What became of a file, by whether it was there before and is after.
_CHANGES = {(False, True): "ditambahkan", (True, True): "diubah", (True, False): "dihapus"}
_YEAR = re.compile(r"20[0-9]{2}")
# A text to send: WhatsApp folds what is longer; so many names of actions at the most, and of each so many signs.
KIRIMAN_TERPANJANG, NAMA_TERBANYAK, NAMA_TERPANJANG = 700, 3, 40

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


def of_recent(jangka: HariTerakhir) -> str:
    """What happened in some days, in one sentence or two; where nothing happened, that."""
    counts = {"laporan": jangka.laporan, "verifikasi": jangka.verifikasi, "koreksi": jangka.koreksi}
    told = listing(f"{angka(_sum(items))} {name}" for name, items in counts.items() if items)
    happened = f"Ada {told}." if told else "Tidak ada laporan, verifikasi, atau koreksi."
    return f"{happened} {angka(_sum(jangka.lewat))} janji lewat tenggat tanpa terpenuhi." if jangka.lewat else happened


def of_soon(nanti: Sequence[KabarAksi], days: int) -> str:
    """How many promises fall due in the next days."""
    return f"{f'{angka(_sum(nanti))} janji' if nanti else 'Tidak ada janji yang'} jatuh tempo dalam {days} hari ke depan."


def of_due(findings: Findings) -> str:
    """How many of the newest plan's due promises are fulfilled; and, where some were never reported, what that means."""
    counts = findings.terbaru.hitungan
    if not counts.jatuh_tempo:
        return "Belum ada janji yang jatuh tempo."
    done = f"{angka(counts.terpenuhi_jatuh_tempo)} terpenuhi" if counts.terpenuhi_jatuh_tempo else "belum ada yang terpenuhi"
    said = f"Dari {angka(counts.jatuh_tempo)} janji yang sudah jatuh tempo, {done}."
    unreported = counts.keadaan[Keadaan.BELUM_DILAPORKAN]
    return f"{said} Belum dilaporkan bukan berarti belum dikerjakan." if unreported else said


def message_of(findings: Findings, pekan: HariTerakhir, nanti: Sequence[KabarAksi]) -> str:
    """The week as plain text to send, at most 700 characters: fewer actions are named where names are long."""
    texts = (_message(findings, pekan, nanti, names) for names in range(NAMA_TERBANYAK, -1, -1))
    return next((text for text in texts if len(text) <= KIRIMAN_TERPANJANG), "")


def _message(findings: Findings, pekan: HariTerakhir, nanti: Sequence[KabarAksi], names: int) -> str:
    situs = findings.situs.isi
    parts = {
        "Laporan": pekan.laporan,
        "Diverifikasi": pekan.verifikasi,
        "Dikoreksi": pekan.koreksi,
        "Lewat tenggat": pekan.lewat,
        "Jatuh tempo 7 hari ke depan": nanti,
    }
    mark, office = "DATA CONTOH. " if situs.contoh else "", shorten(situs.kantor, 100, placeholder=" …")
    lines = [f"{mark}Zona Integritas {office}, {rentang(pekan.dari, pekan.sampai)}", ""]
    if pekan.sepi:
        lines.append("Pekan ini tidak ada laporan, verifikasi, atau koreksi.")
    lines += [f"{name} ({angka(_sum(items))}){_named(items, names)}" for name, items in parts.items() if items]
    lines += ["", of_due(findings)]
    if root := addresses.site_address_of(situs):
        lines.append(f"Selengkapnya: {root}{addresses.PEKAN_INI}")
    return "\n".join(lines)


def _named(items: Sequence[KabarAksi], names: int) -> str:
    """“: I.3 Pemantauan, II.1 Kampanye, dan 4 aksi lain”, with at most so many names; none: nothing."""
    codes = dict.fromkeys((item.aksi.kode, shorten(item.aksi.sebutan, NAMA_TERPANJANG, placeholder=" …")) for item in items)
    shown, more = [" ".join(one) for one in codes][:names], len(codes) - names
    return f": {listing([*shown, *([f'{angka(more)} aksi lain'] if more > 0 else [])])}" if shown else ""


def _sum(items: Sequence[KabarAksi]) -> int:
    return sum(item.jumlah for item in items)
