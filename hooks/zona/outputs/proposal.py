"""A proposal as the page in Markdown that whoever approves it reads: what to look at with care, the numbers, the records.

Nothing that people typed is Markdown here: it stands in code spans, on one line, with every sign that can't be seen or looks
like another one written as its number."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from zona.findings.changes import Perubahan, PerubahanCapaian, PerubahanPeriode
from zona.findings.differences import Beda
from zona.findings.hitungan import Hitungan
from zona.findings.keadaan import Keadaan
from zona.findings.scrutiny import DATA, BedaPeran, BerkasBerubah, Telaah
from zona.findings.year_findings import Findings
from zona.outputs.wording import desimal, periode
from zona.problems import Line, Problem, on_one_line
from zona.records.capaian.capaian import Hasil

# Signs of a value, and lines of a list: code hosts show no page of more than a megabyte.
_LONGEST, _BEFORE, _MOST = 160, 40, 60
_SEEN = frozenset("“”‘’–—…·→×°≥≤�")
_AUTHORS = {
    True: "commitnya oleh penulis lain dari pencatatnya",
    False: "commitnya oleh penulis yang sama dengan pencatatnya",
    None: "penulis commitnya tidak diketahui",
}
_JENIS = {"A": "ditambahkan", "D": "dihapus"}
_HILANG = "Berkas data yang dihapus"  # a plan without its decree is a plan all the same: nothing else may tell that it is gone
# Changed files by what they are; the first that fits.
_GROUPS = {
    "Alur kerja dan penerbitan": r"\.github/|\.gitlab|\.git",
    "Program yang dipasang": r"requirements|pyproject\.toml|tests/npm/|uv\.lock",
    "Kode": r"hooks/|scripts/|zi\.cmd|mkdocs\.yml",
    "Halaman dan berkas di docs/": r"docs/",
    "Bukti baru": r"data/bukti/",
    "Berkas data lain": r"data/",
    "Uji": r"tests/",
    "Berkas lain": r"",
}


def proposal(before: Findings | None, after: Findings, found: Perubahan, telaah: Telaah) -> str:
    """The page. `before` is None where the old data can't be read, or there are none."""
    lines = ["## Apa yang berubah bila usulan ini diterima", "", "### Yang perlu dilihat dengan teliti", ""]
    if before is None:
        lines += ["Data yang lama tidak ada atau tidak terbaca, jadi tidak bisa dibandingkan: lihat semuanya seperti baru.", ""]
    care = list(_care(telaah))
    if not telaah.ada:
        lines += ["Tidak ada berkas yang berubah.", ""]
    elif not care:
        lines += ["Hanya laporan baru dan verifikasi, yang disebut di bawah.", ""]
    lines += [*care, *_numbers(before, after)]
    lines += _list("### Status yang berubah", [of_period(item) for item in found.periode])
    lines += _list("### Laporan", [of_record(item) for item in found.capaian])
    return "\n".join(lines).rstrip() + "\n"


def unfit(problems: Iterable[Problem[Line]], files: Iterable[BerkasBerubah]) -> str:
    """The page of a proposal whose data can't be published: what is wrong, each with its file and line, and the files."""
    wrong = [f"{code(str(item.place))}: {code(item.masalah, most=600)}; {code(item.saran, most=600)}" for item in problems]
    lines = ["## Usulan ini belum bisa diterima: datanya salah", "", *_list("### Yang salah", wrong)]
    return "\n".join([*lines, *_list("### Berkas yang berubah", map(_file, sorted(files)))]).rstrip() + "\n"


def _care(telaah: Telaah) -> Iterator[str]:
    contacts = [f"{code(owner)}: {_pair(item)}" for owner, item in telaah.kontak]
    yield from _list("#### Cara menghubungi", contacts)
    hosts = [f"{code(host)}, dalam {code(path)}" for host, path in telaah.host]
    yield from _list("#### Alamat internet yang belum pernah disebut", hosts)
    yield from _list("#### Peran", [_role(item) for item in telaah.peran])
    for path, own in telaah.isi:
        yield from _list(f"#### Isi {code(f'data/{path}')}", [f"{code('.'.join(item.tempat))}: {_pair(item)}" for item in own])
    yield from _list("#### Laporan yang diubah atau dihapus", [of_record(item) for item in telaah.catatan])
    yield from _list("#### Laporan yang datang bersama verifikasinya", [of_record(item) for item in telaah.sekaligus])
    yield from _list("#### Diverifikasi oleh peran yang sudah berakhir", [of_record(item) for item in telaah.berakhir])
    evidence = [f"{_file(item)}{_cited(citing)}" for item, citing in telaah.bukti]
    yield from _list("#### Bukti yang isinya berubah atau hilang", evidence)
    groups: dict[str, list[str]] = {name: [] for name in (_HILANG, *_GROUPS)}
    for item in telaah.berkas:
        groups[_group(item)].append(_file(item))
    for name, files in groups.items():
        yield from _list(f"#### {name}", files)


def _group(item: BerkasBerubah) -> str:
    if item.jenis == "D" and item.path.startswith(DATA):
        return _HILANG
    return next(name for name, start in _GROUPS.items() if re.match(start, item.path))


def _role(item: BedaPeran) -> str:
    if item.dari is None:
        return f"{code(item.nama)} ditambahkan" + (f", berakhir {item.menjadi}" if item.menjadi else "")
    if item.menjadi is None:
        return f"{code(item.nama)} dihapus"
    return f"{code(item.nama)} berakhir {item.menjadi}" if item.menjadi else f"{code(item.nama)} tidak lagi berakhir"


def _file(item: BerkasBerubah) -> str:
    return f"{code(item.path)} {_JENIS.get(item.jenis, 'diubah')}"


def _cited(paths: tuple[str, ...]) -> str:
    return f", dipakai {code(paths[0])}" + (f" dan {len(paths) - 1} laporan lain" if paths[1:] else "") if paths else ""


def of_period(item: PerubahanPeriode) -> str:
    """“I.3 Triwulan II 2026: belum dilaporkan → terpenuhi”"""
    return f"{item.aksi} {periode(item.periode)}: {_state(item.dari)} → {_state(item.menjadi)}"


def of_record(item: PerubahanCapaian) -> str:
    """“I.3 Triwulan II 2026: laporan baru (selesai, 2 bukti)”"""
    isi = item.isi
    said = f"{isi.hasil.label.lower()}, {len(isi.bukti)} bukti"
    if isi.menyasar:
        said += f", {'mengoreksi' if isi.mengoreksi else 'mencabut'} {code(isi.menyasar)}: {code(isi.alasan or '')}"
    if isi.verifikasi:
        said += f", diverifikasi oleh {code(isi.verifikasi.oleh)}, {_AUTHORS[item.penulis_lain]}"
    if item.diverifikasi:
        what = "terpenuhi" if isi.hasil is Hasil.SELESAI else "diverifikasi"
    elif item.dari is None:
        what = "laporan baru"
    else:
        what = "laporan dihapus" if item.menjadi is None else "isi laporan diubah"
    return f"{isi.aksi} {periode(isi.periode)}: {what} ({said})"


def _state(state: Keadaan | None) -> str:
    return state.label.lower() if state else "tidak ada dalam rencana"


def _numbers(before: Findings | None, after: Findings) -> list[str]:
    old = {tahun.tahun: tahun.hitungan for tahun in before.tahun} if before else {}
    lines = ["### Angka", "", "| Tahun | Status | Sebelum | Sesudah |", "|---|---|--:|--:|"]
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


def _list(title: str, items: Iterable[str]) -> list[str]:
    items = list(items)
    more = [f"dan {len(items) - _MOST} lagi: bandingkan berkasnya sendiri"] if len(items) > _MOST else []
    return [title, "", *(f"- {item}" for item in (*items[:_MOST], *more)), ""] if items else []


def _pair(item: Beda) -> str:
    """The value before and after: of long ones the part where they begin to differ."""
    signs = zip(_flat(item.dari or ""), _flat(item.menjadi or ""), strict=False)
    start = max(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], signs)) - _BEFORE, 0)
    before = "tidak ada" if item.dari is None else code(item.dari, start)
    return f"{before} → {'dihapus' if item.menjadi is None else code(item.menjadi, start)}"


def _flat(text: str) -> str:
    """The text on one line, with what can't be seen, or looks like another sign, written as its number."""
    text = on_one_line(" ".join(text.split()))
    return "".join(sign if sign.isascii() or sign in _SEEN else f"‹U+{ord(sign):04X}›" for sign in text)


def code(text: str, start: int = 0, most: int = _LONGEST) -> str:
    """Any text as a code span of Markdown, which nothing in it can end; from a place in it on, and cut where it is long."""
    text = _flat(text)
    if len(text) > most:
        end = start + most
        text = f"{'…' if start else ''}{text[start:end]}{'…' if text[end:] else ''}"
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
