"""Putting a record and its evidence on disk: wholly, or not at all.

The record is written first under a hidden name, then its evidence, and last the record gets its own name. A run that is killed
in between leaves evidence that only the hidden file names: while it is there the loader does not ask for what evidence is
used, and `clean_up` of the next run removes both."""

import re
import secrets
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from zona.desk.evidence_answers import Answer
from zona.disk.new_files import Changed, create, make_folder, put_in_place, replace_all, signals_wait, taking_back
from zona.problems import NotTaken
from zona.records.capaian.capaian import Bukti, Capaian, Verifikasi, file_stem
from zona.records.json_schema import binding_of
from zona.records.load import BUKTI, CAPAIAN, Tahun
from zona.records.reading.file_reader import Source

PREFIX = ".zi-catat-"
COMMENT = "# Satu catatan capaian. Koreksi dan pencabutan ditulis sebagai berkas baru; di sini hanya ditambahkan verifikasi."

_HIDDEN = re.compile(rf"{re.escape(PREFIX)}[0-9a-f]{{8}}-.+")
_NAMED = re.compile(r"^ +(?:- )?berkas: (\w[\w.-]*)$", re.MULTILINE)


def clean_up(root: Path) -> None:
    """Remove the hidden files of killed runs below a data folder, and evidence that only the record among them names."""
    for pattern in (f"*/{CAPAIAN}/{PREFIX}*", f"{BUKTI}/*/{PREFIX}*"):
        for hidden in [path for path in root.glob(pattern) if _HIDDEN.fullmatch(path.name)]:
            if hidden.parent.name == CAPAIAN:
                _remove_unfinished(root / BUKTI / hidden.parent.parent.name, hidden)
            hidden.unlink(missing_ok=True)


def _remove_unfinished(evidence: Path, hidden: Path) -> None:
    """Remove the evidence that a hidden record names, perhaps half written, and no record mentions in whatever form."""
    texts = [_text(path) for path in hidden.parent.glob("*.yml") if not path.name.startswith(".")]
    for name in _NAMED.findall(_text(hidden)):
        if not any(name in text for text in texts):
            (evidence / name).unlink(missing_ok=True)


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
    words = sorted((item.key, item.judul, item.jenis, str(item.dilihat)) for item in bukti)
    for record in year.capaian:
        same = record.isi.model_copy(update={"bukti": (), "verifikasi": None}) == said
        own = ((item.tautan or item.sha256 or "", item.judul, item.jenis, str(item.dilihat)) for item in record.isi.bukti)
        if same and sorted(own) == words:
            return record
    return None


def plan_record(root: Path, said: Capaian, bukti: Sequence[Answer], year: Tahun) -> Plan:
    """How to write a new record of what was said, with this evidence."""
    evidence = root / BUKTI / str(year.tahun)
    stem, names = file_stem(said.aksi, said.periode).lower(), {item.sha256: item.nama for item in year.bukti.values()}
    named: list[Bukti] = []
    new: dict[Path, bytes] = {}
    for item in bukti:
        if item.tautan is not None:
            named.append(Bukti(tautan=item.tautan, dilihat=item.dilihat, judul=item.judul, jenis=item.jenis))
            continue
        if item.key not in names:
            names[item.key] = f"{stem}_{item.key[:8]}.{item.akhiran}"
            new[evidence / names[item.key]] = item.content
        named.append(Bukti(berkas=names[item.key], sha256=item.key, judul=item.judul, jenis=item.jenis))
    reused = {evidence / item.berkas for item in named if item.berkas} - set(new)
    capaian = said.model_copy(update={"bukti": tuple(named)})
    return Plan(root / str(year.tahun) / CAPAIAN / capaian.nama_berkas, capaian, new, tuple(sorted(reused)))


def write_record(plan: Plan, check: Callable[[], object]) -> None:
    """Write the evidence, then the record, then have the result checked; nothing is left of it where any of it fails."""
    with signals_wait() as stop_if_asked, taking_back() as made:
        for folder in [folder for path in plan.new for folder in (path.parent.parent, path.parent)]:
            make_folder(folder, made)
        make_folder(plan.record.parent, made)
        written = create(hidden(plan.record), record_text(plan.capaian).encode(), made)
        for path, content in plan.new.items():
            stop_if_asked()
            if not path.exists():  # else it is the same: its name says what it holds
                put_in_place(create(hidden(path), content, made), path, made)
        put_in_place(written, plan.record, made)
        check()
        stop_if_asked()


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
        replace_all({path: (record.raw, verified)}, hidden, check)
    except Changed:
        raise NotTaken("catatan itu baru saja diubah orang lain; ulangi") from None


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
