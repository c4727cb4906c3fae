"""A plan as the text of its data file, in the look of files written by hand: short values on their line, long ones folded."""

import textwrap
from collections.abc import Iterable, Iterator

import yaml

from zona.records.reading.fields import Record
from zona.records.rencana.rencana_aksi import KOLOM, Aksi, Kelompok

WIDTH = 100


def plan_yaml(tahun: int, judul: str, kelompok: Iterable[Kelompok]) -> str:
    """The lines of `rencana-aksi.yml` below its comment. Where no `judul` is printed, it is
    called what it is."""
    lines = [f"tahun: {tahun}", *value("judul", judul or untitled(tahun)), "", "kelompok:"]
    for index, group in enumerate(kelompok):
        lines += [""] * bool(index)
        lines += _item([*_values(group, ("kode", "nomor_tercetak", "judul"), 4), "    aksi:"], 2)
        for number, aksi in enumerate(group.aksi):
            lines += [""] * bool(number)
            lines += _item(list(_action_lines(aksi)), 6)
    return "\n".join(lines) + "\n"


def untitled(tahun: int) -> str:
    """What a plan is called above which no title is printed."""
    return f"Rencana aksi {tahun}"


def _action_lines(aksi: Aksi) -> Iterator[str]:
    """The lines of one row. A time that is not printed is said to be none; other empty cells have no line."""
    yield from _values(aksi, ("kode",), 8)
    if aksi.tema:
        yield f"        tema: [{', '.join(aksi.tema)}]"
    for key in ("nomor_tercetak", *KOLOM):
        if key == "target_waktu" and aksi.target_waktu is None:
            yield "        target_waktu: null"
        yield from _values(aksi, (key,), 8)
    if isinstance(aksi.jadwal, tuple):
        yield "        jadwal:"
        for item in aksi.jadwal:
            yield from (f'          - periode: "{item.periode}"', f"            tenggat: {item.tenggat}")
    else:
        yield from _values(aksi, ("jadwal",), 8)
    yield from _values(aksi, ("alasan_jadwal", "penanggung_jawab"), 8)


def _values(record: Record, keys: Iterable[str], indent: int) -> Iterator[str]:
    for key in keys:
        if (text := getattr(record, key)) is not None:
            yield from value(key, text, indent)


def _item(lines: list[str], indent: int) -> list[str]:
    """The lines of a list's item: the first carries the dash."""
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def value(key: str, text: str, indent: int = 0) -> list[str]:
    """The lines of `key: text`. Text with line breaks is a literal block; what is too long for a line is folded."""
    return text_lines(f"{' ' * indent}{key}: ", text, indent + 2)


def text_lines(head: str, text: str, inside: int) -> list[str]:
    """The same of a text behind any `head`; the lines of a block stand at the column `inside`."""
    if "\n" in text:
        return [f"{head}|-", *(f"{' ' * inside}{line}".rstrip() for line in text.split("\n"))]
    line = f"{head}{scalar(text)}"
    folded = textwrap.wrap(text, WIDTH - inside, break_long_words=False, break_on_hyphens=False)
    # Folding keeps single spaces only, and YAML reads a block's first character as it stands.
    if len(line) <= WIDTH or " ".join(folded) != text:
        return [line]
    return [f"{head}>-", *(f"{' ' * inside}{part}" for part in folded)]


def scalar(text: str) -> str:
    """A text on one line, quoted where YAML would take it for something else."""
    plain = str(yaml.safe_dump(text, allow_unicode=True, width=10**9)).removesuffix("...\n").rstrip("\n")
    if plain == text:
        return text
    return str(yaml.safe_dump(text, allow_unicode=True, width=10**9, default_style='"')).rstrip("\n")
