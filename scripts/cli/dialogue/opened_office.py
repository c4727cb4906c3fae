"""The office that commands record for, and how what was written is sent."""

import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from zona.desk.office import Office, read_office

from cli.options import CACHE, ROOT


def open_office(data: str | None, per_tanggal: str | None) -> Office:
    """The office in a folder, as of a day. Raises `DataError` and `UnreadableDate`."""
    root, asked = Path(data) if data else ROOT / "data", per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    return read_office(root, (data or "data").rstrip("/\\"), CACHE, asked, datetime.now(UTC))


def tell_commit(office: Office, paths: Sequence[Path], message: str) -> None:
    """The line to commit with, and how it goes in a browser."""
    names = [office.name(path) for path in paths]
    quoted = " ".join(f'"{name}"' if re.search(r"[^\w./-]", name) else name for name in names)
    click.echo(f'Kirim (commit):\n  git add {quoted} && git commit -m "{message}"')
    where = office.data.situs.isi.repositori or "halaman repositori"
    folders = " dan ".join(dict.fromkeys(name.rpartition("/")[0] for name in names))
    click.echo(f"Tanpa git: buka {where} di peramban, masuk ke folder {folders},")
    click.echo("  pilih Add file → Upload files, unggah berkas di atas, lalu Commit changes.")
