"""A plan as the text of its data file, in the look of files written by hand: short values on their line, long ones folded."""

import textwrap
from collections.abc import Iterable

import yaml

from zona.records.rencana.rencana_aksi import KOLOM, Kelompok

WIDTH = 100


def plan_yaml(tahun: int, judul: str, kelompok: Iterable[Kelompok]) -> str:
    """The lines of `rencana-aksi.yml` below its comment. An empty `judul` leaves its line to be filled."""
    lines = [f"tahun: {tahun}", *(value("judul", judul) if judul else ["judul:"]), "", "kelompok:"]
    for index, group in enumerate(kelompok):
        lines += [""] * bool(index)
        lines += _item([*value("kode", group.kode, 4), *value("judul", group.judul, 4), "    aksi:"], 2)
        for number, aksi in enumerate(group.aksi):
            lines += [""] * bool(number)
            cells = ((key, getattr(aksi, key)) for key in ("kode", *KOLOM))
            lines += _item([line for key, text in cells if text is not None for line in value(key, text, 8)], 6)
    return "\n".join(lines) + "\n"


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
