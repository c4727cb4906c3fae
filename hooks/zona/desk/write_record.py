"""Putting records and their evidence on disk: all of them wholly, or nothing.

A list of the records is written first under a hidden name, then the evidence, the records, and last the list is removed. While
it is there the loader does not ask for what evidence is used, and whoever writes next removes what a killed run left: the
records on the list, and evidence that no other names. A run that takes records out has such a list too: killed, it is ended."""

import errno
import hashlib
import re
import secrets
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import yaml

from zona.desk.evidence_answers import Answer
from zona.disk.new_files import Changed, create, make_folder, put_in_place, replace_all, signals_wait, taking_back
from zona.disk.private_folder import alone
from zona.problems import NotTaken
from zona.records.capaian.capaian import Bukti, Capaian, Verifikasi, file_stem
from zona.records.json_schema import binding_of
from zona.records.load import BUKTI, CAPAIAN, PENGADUAN, SURVEI, UNFINISHED, Tahun
from zona.records.reading.file_reader import Source

PREFIX = UNFINISHED
COMMENT = "# Satu catatan capaian. Koreksi dan pencabutan ditulis sebagai berkas baru; di sini hanya ditambahkan verifikasi."

_HIDDEN = re.compile(rf"{re.escape(PREFIX)}[0-9a-f]{{8}}-.+")
_LIST = "daftar"
_LISTED = re.compile(rf"^([0-9a-f]{{64}}) (\d+/{CAPAIAN}/[\w.-]+\.yml|{BUKTI}/\d+/[\w.-]+)$", re.MULTILINE)


def clean_up(root: Path) -> None:
    """Remove what killed runs left below a data folder: their hidden files, and what their lists name. What a run has there
    that is still at work stays."""
    if not _left(root):
        return
    with suppress(NotTaken), alone(root, wait=0):
        hidden = _left(root)
        for path in hidden:
            if path.name.endswith(f"-{_LIST}"):
                _remove_unfinished(root, _LISTED.findall(_text(path)))
        for path in hidden:
            path.unlink(missing_ok=True)


def _left(root: Path) -> list[Path]:
    folders = ("", "*/", f"{BUKTI}/*/", *(f"*/{name}/" for name in (CAPAIAN, SURVEI, PENGADUAN)))
    patterns = [f"{folder}{PREFIX}*" for folder in folders]
    return [path for pattern in patterns for path in root.glob(pattern) if _HIDDEN.fullmatch(path.name)]


def _remove_unfinished(root: Path, listed: Sequence[tuple[str, str]]) -> None:
    """Remove the records on a list (fingerprint, path), and its evidence that no other record mentions in whatever form: files
    that hold what the run wrote."""
    own = [root / name for key, name in listed if _is(root / name, key)]
    for path in [path for path in own if path.suffix == ".yml"]:
        path.unlink()
    texts = [_text(path) for path in root.glob(f"*/{CAPAIAN}/*.yml") if not path.name.startswith(".")]
    for path in [path for path in own if path.suffix != ".yml"]:
        if not any(path.name in text for text in texts):
            path.unlink()


def _is(path: Path, key: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == key


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@dataclass(frozen=True)
class Plan:
    """What will be written where: the record, the new evidence with its content, and the evidence that is there already."""

    record: Path
    capaian: Capaian
    new: dict[Path, bytes]
    reused: tuple[Path, ...]


def existing_record(said: Capaian, bukti: Sequence[Answer], year: Tahun) -> Source[Capaian] | None:
    """The record that says the same already, with the same evidence by content."""
    words = sorted((item.key, *map(str, item.words.values()), str(item.dilihat)) for item in bukti)
    for record in year.capaian:
        same = record.isi.model_copy(update={"bukti": (), "verifikasi": None}) == said
        own = (
            (item.tautan or item.sha256 or "", item.judul, str(item.jenis), str(item.membuktikan), str(item.dilihat))
            for item in record.isi.bukti
        )
        if same and sorted(own) == words:
            return record
    return None


def plan_records(root: Path, wanted: Iterable[tuple[Capaian, Sequence[Answer], Tahun]]) -> list[Plan]:
    """How to write new records of what was said, each with its evidence, in its year; what several cite is one file."""
    names: dict[int, dict[str, str]] = {}
    return [plan_record(root, said, bukti, year, names.setdefault(year.tahun, {})) for said, bukti, year in wanted]


def plan_record(root: Path, said: Capaian, bukti: Sequence[Answer], year: Tahun, planned: dict[str, str] | None = None) -> Plan:
    """How to write a new record of what was said, with this evidence. `planned` are the names that other plans give to evidence
    of the year, by fingerprint; those of this plan join it."""
    evidence = root / BUKTI / str(year.tahun)
    stem, names = file_stem(said.aksi, said.periode).lower(), {} if planned is None else planned
    names |= {item.sha256: item.nama for item in year.bukti.values()}
    named: list[Bukti] = []
    new: dict[Path, bytes] = {}
    for item in bukti:
        if item.tautan is not None:
            named.append(Bukti(tautan=item.tautan, dilihat=item.dilihat, **item.words))
            continue
        if item.key not in names:
            names[item.key] = f"{stem}_{item.key[:8]}.{item.akhiran}"
            new[evidence / names[item.key]] = item.content
        named.append(Bukti(berkas=names[item.key], sha256=item.key, **item.words))
    reused = {evidence / item.berkas for item in named if item.berkas} - set(new)
    capaian = said.model_copy(update={"bukti": tuple(named)})
    return Plan(root / str(year.tahun) / CAPAIAN / capaian.nama_berkas, capaian, new, tuple(sorted(reused)))


def write_records(root: Path, plans: Sequence[Plan], check: Callable[[], object]) -> None:
    """Write the evidence, then the records, then have the result checked; nothing is left where any of it fails."""
    with alone(root), signals_wait() as stop_if_asked, taking_back() as made:
        evidence = {path: content for plan in plans for path, content in plan.new.items() if not path.exists()}
        contents = evidence | {plan.record: record_text(plan.capaian).encode() for plan in plans}
        for folder in dict.fromkeys(folder for path in contents for folder in (path.parent.parent, path.parent)):
            make_folder(folder, made)
        if taken := [str(path) for path in contents if path.exists()]:
            raise FileExistsError(errno.EEXIST, "exists", taken[0])
        written = write_list(root, contents, made)
        for path, content in contents.items():
            stop_if_asked()
            put_in_place(create(hidden(path), content, made), path, made)
        check()
        stop_if_asked()
        written.unlink()


def write_list(root: Path, contents: Mapping[Path, bytes], made: list[Path]) -> Path:
    """Write the list of records and evidence, with what they hold, that are to go where this run is killed; its path. It is a
    list once it is whole: half of one would take half of the records."""
    named = ((path.relative_to(root).as_posix(), content) for path, content in contents.items())
    listed = (f"{hashlib.sha256(content).hexdigest()} {name}\n" for name, content in named)
    made.append(create(hidden(root / "baru"), "".join(listed).encode(), made).replace(hidden(root / _LIST)))
    return made[-1]


def hidden(path: Path) -> Path:
    """A name beside a file that nobody reads, and that `clean_up` finds."""
    return path.with_name(f"{PREFIX}{secrets.token_hex(4)}-{path.name}")


def write_verification(path: Path, record: Source[Capaian], found: Verifikasi, check: Callable[[], object]) -> None:
    """Add its verification to a record and have the result checked; the record stays as it was where any of it fails. Raises
    `NotTaken` where it is no longer what was read."""
    end = b"\r\n" if b"\r\n" in record.raw else b"\n"
    gap = b"" if record.raw.endswith(b"\n") else end
    verified = record.raw + gap + verification_text(found).encode().replace(b"\n", end)
    try:
        with alone(path.parents[2]):
            replace_all({path: (record.raw, verified)}, hidden, check)
    except Changed:
        raise NotTaken("laporan itu baru saja diubah orang lain; ulangi") from None


def verification_text(found: Verifikasi) -> str:
    """The lines that a verification adds to its record."""
    return f"{_lines('verifikasi', found.model_dump())}\n"


def record_text(capaian: Capaian) -> str:
    """The record as YAML, with its keys in the order of the model."""
    binding = binding_of(f"{capaian.periode[:4]}/{CAPAIAN}/{capaian.aksi}.yml")
    lines = [binding, COMMENT, f"aksi: {capaian.aksi}", f'periode: "{capaian.periode}"', f"tanggal: {capaian.tanggal}"]
    lines += [f"hasil: {capaian.hasil.value}", _lines("uraian", capaian.uraian)]
    lines += ["bukti:", *map(_evidence_lines, capaian.bukti)] if capaian.bukti else []
    last = ("dicatat_oleh", "mengoreksi", "mencabut", "alasan")
    lines += [_lines(key, value) for key in last if (value := getattr(capaian, key)) is not None]
    return "\n".join(lines) + "\n"


def _evidence_lines(item: Bukti) -> str:
    said = item.model_dump(mode="python", exclude_none=True) | {"jenis": item.jenis.value}
    lines = "\n".join(_lines(key, value) for key, value in said.items())
    return "  - " + textwrap.indent(lines, "    ").strip()


def _lines(key: str, value: object) -> str:
    """`key: value`, quoted where YAML would take the text for something else."""
    return str(yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=10**9)).rstrip("\n")
