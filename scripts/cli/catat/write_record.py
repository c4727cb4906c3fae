"""Putting a record and its evidence on disk: wholly, or not at all. Plan → perform → undo; what is asked of people is not here.

A plan is a row of operations of `simpan_langkah`, which performs or undoes them. Hidden names start with `.zi-catat-`.

Nothing can undo after a SIGKILL or a power cut. So the record's hidden file comes first and goes last: while it is there,
the loader does not ask for what evidence is used, and `clean_up` of a later run sees from it what was finished.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from disk.transaction import Check, Forget, Keep, Link, MakeFolder, Operation, Replace, Write, identity_of
from zona.records.capaian.capaian import Bukti, Capaian, Hasil, JenisBukti, file_stem
from zona.records.json_schema import binding_of
from zona.records.load import BUKTI, CAPAIAN, Tahun
from zona.records.reading.file_reader import Source

PREFIX = ".zi-catat-"
COMMENT = "# Satu catatan capaian. Koreksi ditulis sebagai berkas baru; yang boleh ditambahkan di sini hanya diverifikasi_oleh."
MOST = 99  # records of one period: what the loader lets their files be called

_LEFTOVER = re.compile(rf"{re.escape(PREFIX)}([0-9a-f]{{8}})-(.+)")


class NoNumberLeft(Exception):
    """A period has as many records as there can be; the message is the stem of their names."""


# --- what a run that was killed left behind ---


def clean_up(root: Path) -> None:
    """Remove the hidden files of killed runs below a data folder, and evidence that such a run placed without its record."""
    found: dict[str, list[Path]] = {}
    for pattern in (f"{BUKTI}/*/{PREFIX}*", f"*/{CAPAIAN}/{PREFIX}*"):  # evidence first: the record's hidden file goes last
        for path in sorted(root.glob(pattern)):
            if match := _LEFTOVER.fullmatch(path.name):
                found.setdefault(match[1], []).append(path)
    for group in found.values():
        _clean_up_run(group)


def _clean_up_run(leftovers: Sequence[Path]) -> None:
    placed = {path: _own_name(path) for path in leftovers if identity_of(_own_name(path)) == identity_of(path)}
    if not any(path.parent.name == CAPAIAN for path in placed):
        for path in placed.values():
            path.unlink(missing_ok=True)
    for path in leftovers:
        path.unlink(missing_ok=True)


def _own_name(leftover: Path) -> Path:
    """The name that a hidden file was to get."""
    match = _LEFTOVER.fullmatch(leftover.name)
    return leftover.with_name(match[2]) if match else leftover


@dataclass(frozen=True)
class Answer:
    """One piece of evidence as it was given: the content and ending of a file, or a link."""

    judul: str
    jenis: JenisBukti
    tautan: str | None = None
    content: bytes = b""
    akhiran: str = ""

    @property
    def key(self) -> str:
        """What makes it the same evidence as another."""
        return self.tautan or hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Answers:
    """Everything that was said of one period."""

    aksi: str
    periode: str
    tanggal: date
    hasil: Hasil
    uraian: str
    dicatat_oleh: str
    bukti: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What will be written where: the record, the new evidence, the evidence that is there already, and the operations."""

    record: Path
    capaian: Capaian
    new: tuple[Path, ...]
    reused: tuple[Path, ...]
    operations: tuple[Operation, ...] = field(repr=False)


def existing_record(answers: Answers, year: Tahun) -> Source[Capaian] | None:
    """The record that says the same already, with the same evidence by content."""
    keys = sorted(item.key for item in answers.bukti)
    for record in year.capaian:
        isi = record.isi
        same = all(getattr(isi, name) == getattr(answers, name) for name in ("aksi", "periode", "tanggal", "hasil", "uraian"))
        if same and isi.dicatat_oleh == answers.dicatat_oleh and sorted(_keys(isi, year)) == keys:
            return record
    return None


def _keys(capaian: Capaian, year: Tahun) -> Iterator[str]:
    for item in capaian.bukti:
        yield item.tautan or year.bukti[item.berkas or ""].sha256


def plan_record(root: Path, answers: Answers, year: Tahun, check: Callable[[], object]) -> Plan:
    """How to write a new record: its evidence first, then the record, then `check`. Raises `NoNumberLeft`."""
    evidence, records = root / BUKTI / str(year.tahun), root / str(year.tahun) / CAPAIAN
    named, new = _name_evidence(answers, year, evidence)
    capaian = Capaian(
        **{name: getattr(answers, name) for name in ("aksi", "periode", "tanggal", "hasil", "uraian", "dicatat_oleh")},
        bukti=tuple(named),
    )
    record = records / _record_name(answers, records)
    token = secrets.token_hex(4)
    writes = [Write(_hidden(record, token), record_text(capaian).encode())]
    writes += [Write(_hidden(path, token), content) for path, content in new.items()]
    links = [Link(write, path) for write, path in zip(writes, (record, *new), strict=True)]
    folders = ([evidence.parent, evidence] if new else []) + [records]
    operations: list[Operation] = [*map(MakeFolder, folders), *writes, *links[1:], links[0], Check(record, check)]
    operations += [Forget(write.path) for write in reversed(writes)]
    reused = {evidence / (item.berkas or "") for item in named if item.berkas} - set(new)
    return Plan(record, capaian, tuple(new), tuple(sorted(reused)), tuple(operations))


def _hidden(path: Path, token: str) -> Path:
    return path.with_name(f"{PREFIX}{token}-{path.name}")


def _name_evidence(answers: Answers, year: Tahun, folder: Path) -> tuple[list[Bukti], dict[Path, bytes]]:
    """The evidence with the names of its files, and the content of those files that are not in the folder yet."""
    names = {item.sha256: item.nama for item in year.bukti.values()}
    stem = file_stem(answers.aksi, answers.periode).lower()
    number = max(_numbers(folder, rf"{re.escape(stem)}_([0-9]+)\..*"), default=0)
    named, new = [], {}
    for item in answers.bukti:
        if item.tautan is None and item.key not in names:
            number += 1
            names[item.key] = f"{stem}_{number}.{item.akhiran}"
            new[folder / names[item.key]] = item.content
        berkas = None if item.tautan else names[item.key]
        named.append(Bukti(berkas=berkas, tautan=item.tautan, judul=item.judul, jenis=item.jenis))
    return named, new


def _record_name(answers: Answers, folder: Path) -> str:
    stem = file_stem(answers.aksi, answers.periode)
    number = max(_numbers(folder, rf"{re.escape(stem)}(?:_([0-9]+))?\.yml"), default=0) + 1
    if number > MOST:
        raise NoNumberLeft(stem)
    return f"{stem}_{number}.yml" if number > 1 else f"{stem}.yml"


def _numbers(folder: Path, form: str) -> Iterator[int]:
    """The numbers in the names of a folder; a name without one counts as 1."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if match := re.fullmatch(form, path.name, re.IGNORECASE):
            yield int(match[1] or 1)


def plan_verification(root: Path, record: Source[Capaian], peran: str, check: Callable[[], object]) -> tuple[Operation, ...]:
    """How to add a verification to a record: the new file takes the place of the kept one, which goes when all is well."""
    path, token = root / record.path, secrets.token_hex(4)
    write = Write(path.with_name(f"{PREFIX}{token}-baru-{path.name}"), with_verification(record.raw, peran))
    keep = Keep(path, path.with_name(f"{PREFIX}{token}-lama-{path.name}"))
    return write, keep, Replace(write, keep), Check(path, check), Forget(keep.second)


def record_text(capaian: Capaian) -> str:
    """The record as YAML, with its keys in the order of the model."""
    binding = binding_of(f"{capaian.periode[:4]}/{CAPAIAN}/{capaian.aksi}.yml")
    lines = [
        binding,
        COMMENT,
        f"aksi: {capaian.aksi}",
        f'periode: "{capaian.periode}"',
        f"tanggal: {capaian.tanggal.isoformat()}",
    ]
    lines += [f"hasil: {capaian.hasil.value}", _line("uraian", capaian.uraian)]
    lines += ["bukti:", *map(_evidence_lines, capaian.bukti)] if capaian.bukti else []
    return "\n".join([*lines, _line("dicatat_oleh", capaian.dicatat_oleh)]) + "\n"


def _evidence_lines(item: Bukti) -> str:
    source = _line("berkas", item.berkas) if item.berkas else _line("tautan", item.tautan)
    lines = "\n".join([source, _line("judul", item.judul), f"jenis: {item.jenis.value}"])
    return "  - " + textwrap.indent(lines, "    ").strip()


def _line(key: str, value: Any) -> str:
    """`key: value`, quoted where YAML would take the text for something else."""
    return str(yaml.safe_dump({key: value}, allow_unicode=True, width=10**9)).rstrip("\n")


def with_verification(raw: bytes, peran: str) -> bytes:
    """A record's bytes and one more line."""
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    gap = b"" if raw.endswith(b"\n") else end
    return raw + gap + _line("diverifikasi_oleh", peran).encode() + end
