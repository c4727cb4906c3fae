"""What commands share: whose data they read and on which date, and how they name a folder and tell what was read."""

import functools
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import places
from working import working
from zona.findings.judge import findings_of
from zona.findings.per_tanggal import UnreadableDate
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.wording import tanggal
from zona.problems import on_one_line
from zona.records.reading.data_error import DataError

from cli.indonesian_click import Refused

ROOT, CACHE = places.ROOT, places.ROOT / ".zi-cache"
CONTOH = places.HOUSE / "tests" / "offices" / "contoh" / "data"


def with_data(function: Callable[..., None]) -> Callable[..., None]:
    """The options that say whose data, and on which date; the function gets `data` and `per_tanggal`."""

    @click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
    @click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/).")
    @click.option("--contoh", is_flag=True, help="Pakai data contoh, bukan data kantor.")
    @functools.wraps(function)
    def command(*args: Any, contoh: bool, data: str | None, **more: Any) -> None:
        if contoh and data:
            raise Refused("Pakai salah satu: --contoh atau --data.")
        function(*args, data=str(CONTOH) if contoh else data, **more)

    return command


def read_findings(data: str | None, per_tanggal: str | None) -> Findings:
    """Read and judge; stops with every problem of the data, or with how to write a date."""
    folder, asked = Path(data) if data else ROOT / "data", per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    with problems_refused():
        return findings_of(
            folder,
            label=data or "data",
            cache=CACHE,
            project=ROOT,
            taken=TAKEN,
            asked=asked,
            now=datetime.now(UTC),
        )


@contextmanager
def problems_refused(consequence: str = "Situs tidak dibangun sebelum semuanya diperbaiki.") -> Iterator[None]:
    """Problems of the data, with their consequence, and a date that is none, become `Refused`."""
    try:
        yield
    except DataError as error:
        raise Refused(consequence, error.problems) from None
    except UnreadableDate as error:
        raise Refused(str(error)) from None


@contextmanager
def steps(first: str) -> Iterator[None]:
    """While it runs, a terminal shows what the core is at, from `first` on."""
    handler, logger, now = logging.Handler(), logging.getLogger("zona"), [first]
    handler.emit = lambda record: now.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        with working(lambda: now[-1]):
            yield
    finally:
        logger.removeHandler(handler)


def say(notices: Iterable[object]) -> None:
    """Notices that stop nothing: one a line, beside the result."""
    for notice in notices:
        click.echo(on_one_line(str(notice)), err=True)


def with_kit() -> bool:
    """Whether pictures, posters and reports are drawn: `ZI_KIT=0` leaves them out, as the adapter does."""
    return os.environ.get("ZI_KIT") != "0"


def summary(findings: Findings) -> str:
    """One line of counts."""
    years = "; ".join(
        f"{year.tahun}: {len(year.kelompok)} kelompok, {len(year.aksi)} aksi, {year.jumlah_tenggat} janji, "
        f"{year.jumlah_catatan} catatan naskah, {len(year.capaian)} laporan, {len(year.bukti)} berkas bukti"
        for year in findings.tahun
    )
    return f"{years} (per {tanggal(findings.per_tanggal)})"


def keluaran_name(target: Path) -> str:
    """The output folder as people name it: relative to the project where it lies inside."""
    return f"{target.relative_to(ROOT).as_posix()}/" if target.is_relative_to(ROOT) else str(target)
