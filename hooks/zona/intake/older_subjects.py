"""Files from before rows had subjects: subjects for the rows of a plan, and pages of prose that named rows by their codes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from zona.intake.proposed_tema import proposed_for
from zona.records.informasi.prosa import subjects_of
from zona.records.load import RENCANA_AKSI, SITUS
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.rencana.rencana_aksi import RencanaAksi
from zona.records.rencana.tema import about, daftar_tema, keluarga

TemaAksi = dict[str, tuple[str, ...]]  # subjects by the codes of rows

_ROW = re.compile(r"^(?P<before> *)- kode: [\"']?(?P<kode>[^\s\"'#]+)[\"']?[ \t]*(?P<end>\r?)$", re.MULTILINE)
_PROMISES = re.compile(r"^(?:#.*\n)*halaman_janji:.*\n(?:[ -].*\n?)*", re.MULTILINE)
_NAMED_ROWS = re.compile(r"\Abaris:.*\n(?:[ -].*\n)*|(?<=\n)baris:.*\n(?:[ -].*\n)*")
_ACTIVITIES = re.compile(r"\[\[kegiatan +([^\[\]]+?)\]\]")
_KEPT_BY = {"rencana-aksi": "rencana-aksi", "triwulan": "pemantauan"}  # pages of the site, and the subject each keeps


@dataclass
class RenewedSubjects:
    """Files by their path, as they are and as they will be; and what only a person can write."""

    files: dict[Path, tuple[bytes, bytes]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def with_tema(text: str, tema: Mapping[str, Sequence[str]]) -> str:
    """The text of a plan's file with these subjects below the codes of its rows."""

    def row(found: re.Match[str]) -> str:
        own = tema.get(found["kode"], ())
        return f"{found[0]}\n{found['before']}  tema: [{', '.join(own)}]{found['end']}" if own else found[0]

    return _ROW.sub(row, text)


def subjects_of_rows(codes: Collection[str], tema: TemaAksi) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fewest subjects of which a plan has rows of these codes alone, and the codes that have none such."""
    known = {kunci for own in tema.values() for name in own for kunci in keluarga(name)}
    rows = {kunci: {kode for kode, own in tema.items() if about(own, (kunci,))} for kunci in daftar_tema() if kunci in known}
    fitting = [kunci for kunci, found in rows.items() if found <= set(codes)]
    chosen, covered = list[str](), set[str]()
    for kunci in sorted(fitting, key=lambda kunci: (-len(rows[kunci]), -len(keluarga(kunci)))):
        if not rows[kunci] <= covered:
            chosen.append(kunci)
            covered |= rows[kunci]
    return tuple(kunci for kunci in rows if kunci in chosen), tuple(kode for kode in codes if kode not in covered)


def renew_subjects(root: Path, label: str, prosa: Path) -> RenewedSubjects:
    """What of an office's files is to be written: `root` is its data folder, `prosa` the folder of its pages of prose."""
    found = RenewedSubjects()
    promised = _promises(root / SITUS, found)
    newest: TemaAksi = {}
    for path in sorted(root.glob(f"20[0-9][0-9]/{RENCANA_AKSI}")):
        newest = _plan(path, root, label, promised, found) or newest
    for path in sorted(prosa.glob("*.md")):
        _page(path, newest, found)
    return found


def _promises(path: Path, found: RenewedSubjects) -> TemaAksi:
    """The subjects of rows that the site's own pages keep, as `halaman_janji` says, which is taken out."""
    if not path.is_file():
        return {}
    before = path.read_bytes()
    text = before.decode(errors="replace")
    block = _PROMISES.search(text.replace("\r\n", "\n"))
    if not block:
        return {}
    rest = text.replace("\r\n", "\n").replace(block[0], "").rstrip("\n") + "\n"
    found.files[path] = (before, rest.encode())
    items = (yaml.safe_load(block[0]) or {}).get("halaman_janji") or ()
    return {kode: (_KEPT_BY[item["halaman"]],) for item in items for kode in item["baris"] if item["halaman"] in _KEPT_BY}


def _plan(path: Path, root: Path, label: str, promised: TemaAksi, found: RenewedSubjects) -> TemaAksi:
    """The subjects of a plan's rows; where nobody has written any, those that are proposed, which are written."""
    name = path.relative_to(root).as_posix()
    source = FileReader(root, label).read(name, RencanaAksi, Surroundings(tahun=int(path.parent.name)))
    if source is None:
        return {}
    own = {row.kode: row.tema for row in source.isi.semua_aksi()}
    if any(own.values()):
        return own
    proposed = proposed_for(source.isi.kelompok)
    tema = {kode: subjects or promised.get(kode, ()) for kode, subjects in proposed.items()}
    text = with_tema(source.raw.decode(), tema)
    if text != source.raw.decode():
        found.files[path] = (source.raw, text.encode())
    return tema


def _page(path: Path, tema: TemaAksi, found: RenewedSubjects) -> None:
    """A page with subjects in place of codes, in its head and its marks."""
    before = path.read_bytes()
    text = before.decode(errors="replace").replace("\r\n", "\n")
    parts = text.split("---\n", 2)
    named = _NAMED_ROWS.search(parts[1]) if len(parts) == 3 and not parts[0] else None
    if not named:
        return
    left = dict[str, None]()

    def subjects(codes: Sequence[str]) -> str:
        chosen, without = subjects_of_rows(codes, tema)
        left.update(dict.fromkeys(without))
        return ", ".join(chosen)

    def activities(mark: re.Match[str]) -> str:
        named = subjects_of(mark[1])
        chosen = "" if daftar_tema().keys() >= set(named) else subjects(named)
        return f"[[kegiatan {chosen}]]" if chosen else mark[0]

    parts[1] = parts[1].replace(named[0], f"tema: [{subjects(yaml.safe_load(named[0])['baris'] or ())}]\n")
    parts[2] = _ACTIVITIES.sub(activities, parts[2])
    found.files[path] = (before, "---\n".join(parts).encode())
    if left:
        found.told.append(
            f"{path.name}: tulis sendiri tema untuk baris {', '.join(left)}; daftarnya ada dalam panduan, “Tema aksi”"
        )
