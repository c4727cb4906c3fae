"""What changed, in sentences: on a day, for those who read the history; in the last days, for those who follow the office."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from zona.findings.changes import HariBerubah
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.laporan_results import NAMA_LAPORAN
from zona.findings.recent import HariTerakhir, KabarAksi
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.outputs.wording import angka, listing, periode, rentang
from zona.records.informasi.information_files import KANAL, LAPOR
from zona.records.load import BUKTI, CAPAIAN, LKE, PENGADUAN, SITUS, SURVEI
from zona.records.rencana.jadwal import BULAN

# What became of a file, by whether it was there before and is after.
_CHANGES = {(False, True): "ditambahkan", (True, True): "diperbarui", (True, False): "dihapus"}
_REPORT, _BASE, _EVIDENCE = "laporan", "data dasar", "berkas bukti"
# What files are called, by their folder or their name; the rest is what every year and page rests on.
_FOLDERS = {CAPAIAN: _REPORT, BUKTI: _EVIDENCE, PENGADUAN: "angka pengaduan", SURVEI: "survei"}
_BASES = {SITUS: "identitas situs", KANAL: "saluran pengaduan", LAPOR: "pemilih saluran pengaduan", LKE: "pemetaan LKE"}
_KINDS = (_REPORT, "laporan tahunan", "survei", "angka pengaduan", _EVIDENCE, _BASE)
_YEAR = re.compile(r"20[0-9]{2}")
_RECORD = re.compile(r"([ivx]+)((?:-[0-9a-z]+)+)_(20[0-9]{2}-(?:TW[1-4]|[01][0-9](?:-sd-[01][0-9])?))(?![0-9-])")
NAMA_SEKALIMAT = 3  # so many things are named in a sentence; more are counted, and named below it
# A text to send: WhatsApp folds what is longer; so many names of actions at the most, and of each so many signs.
KIRIMAN_TERPANJANG, NAMA_TERBANYAK, NAMA_TERPANJANG = 700, 3, 40


@dataclass(frozen=True)
class KalimatHari:
    """What a day brought of one kind: a sentence, and the names that it only counts."""

    teks: str
    rincian: tuple[str, ...] = ()


def of_day(hari: HariBerubah) -> list[KalimatHari]:
    """“Laporan I.3 Triwulan I 2026 masuk.”, “12 laporan diperbarui.”, by the folder and the name of the files. What every
    page rests on is one sentence."""
    found: dict[tuple[str, str], list[str]] = {}
    for path, ends in hari.berkas.items():
        kind, name = _named_file(path)
        found.setdefault((kind, _CHANGES[ends]), []).append(name)
    # A record that goes while another about the same period comes is replaced: its name comes from what it says.
    come, gone = (Counter(found.get((_REPORT, change), ())) for change in ("ditambahkan", "dihapus"))
    both = come & gone
    reports = {"ditambahkan": come - both, "diganti": both, "dihapus": gone - both}
    found |= {(_REPORT, change): list(names.elements()) for change, names in reports.items()}
    order = [(kind, change) for kind in _KINDS for change in ("ditambahkan", "diperbarui", "diganti", "dihapus")]
    return [_of_files(*key, found[key]) for key in order if found.get(key)]


def _of_files(kind: str, change: str, names: list[str]) -> KalimatHari:
    verb = "masuk" if (kind, change) == (_REPORT, "ditambahkan") else change
    different, many = tuple(dict.fromkeys(names)), f"{angka(len(names))} {kind} {verb}"
    if kind == _EVIDENCE:
        return KalimatHari(f"{many}.")
    if kind == _BASE:
        return KalimatHari(f"Data dasar {verb}: {listing(different)}.")
    if len(names) == 1:
        return KalimatHari(f"{kind.capitalize()} {names[0]} {verb}.")
    return (
        KalimatHari(f"{many}: {listing(different)}.")
        if len(different) <= NAMA_SEKALIMAT
        else KalimatHari(f"{many}.", different)
    )


def _named_file(path: str) -> tuple[str, str]:
    """What kind of file it is, and what it is about: (“laporan”, “I.3 Triwulan I 2026”)."""
    *folders, file = path.split("/")
    year = next((item for item in folders if _YEAR.fullmatch(item)), "")
    kind = next((_FOLDERS[item] for item in folders if item in _FOLDERS), _BASE)
    name = file.removesuffix(".yml")
    words = name.replace("-", " ")
    if kind == _REPORT and (record := _RECORD.match(name)):
        return kind, f"{record[1].upper()}{record[2].replace('-', '.')} {periode(record[3])}"
    if kind == "angka pengaduan" and re.fullmatch("0[1-9]|1[0-2]", name):
        return kind, f"{BULAN[int(name) - 1]} {year}"
    if kind == _BASE and (report := NAMA_LAPORAN.get(name.replace("-", "_"))):
        kind, words = "laporan tahunan", report
    elif kind == "survei":
        words = words.upper()
    return kind, f"{_BASES.get(file, words)} {year}".strip()


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
    # Rows that are printed as an earlier one say nothing new: they are named last.
    rows = [item.aksi for item in sorted(items, key=lambda item: item.salinan is not None)]
    codes = dict.fromkeys((aksi.kode, shorten(aksi.sebutan, NAMA_TERPANJANG, placeholder=" …")) for aksi in rows)
    shown, more = [" ".join(one) for one in codes][:names], len(codes) - names
    return f": {listing([*shown, *([f'{angka(more)} aksi lain'] if more > 0 else [])])}" if shown else ""


def _sum(items: Sequence[KabarAksi]) -> int:
    return sum(item.jumlah for item in items)
