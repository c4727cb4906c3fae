"""`zi.py rilis-pengaduan`: the counts of complaints that may be published, from the true ones, which stay on this computer."""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
from zona.desk.write_record import PREFIX, hidden
from zona.disk.new_files import create, make_folder, put_in_place, signals_wait, taking_back
from zona.findings.per_tanggal import read_per_tanggal
from zona.outputs.wording import JUDUL_CACAH, NAMA_JANGKA
from zona.records.load import PENGADUAN
from zona.records.pengaduan.rilis import KOLOM, HitunganRilis, JangkaRilis, RilisPengaduan, month_name
from zona.release.complaint_files import read_complaints
from zona.release.release_text import release_path, release_text

from cli.dialogue.questions import NOTHING_WRITTEN, Questions
from cli.indonesian_click import Command, Refused
from cli.options import ROOT, problems_refused, with_data

MEANING = """“<5”: kurang dari lima (pada angka bulanan bisa juga nol), supaya tidak menunjuk orang.
“disembunyikan”: supaya angka kecil yang lain tidak bisa dihitung darinya."""


@click.command(cls=Command, name="rilis-pengaduan", unchanged=NOTHING_WRITTEN)
@with_data
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
def rilis_pengaduan(data: str | None, per_tanggal: str | None, ya: bool) -> None:
    """Buat rilis angka pengaduan yang boleh terbit; ditunjukkan dulu, lalu ditulis semuanya atau tidak sama sekali."""
    root, label = Path(data) if data else ROOT / "data", (data or "data").rstrip("/\\")
    with problems_refused(NOTHING_WRITTEN):
        files = read_complaints(root, label)
        asked = per_tanggal or os.environ.get("ZI_PER_TANGGAL")
        day = read_per_tanggal(asked, now=datetime.now(UTC), zona_waktu=files.situs.zona_waktu)
        releases = files.missing_releases(day)
    if waiting := files.waiting(day):
        click.echo(f"Belum dirilis, karena belum berakhir: {', '.join(map(month_name, waiting))}.")
    if not releases:
        click.echo(f"Tidak ada yang perlu dirilis: {len(files.raw)} bulan di {files.closed_label}, semuanya sudah dirilis.")
        return
    show(releases, label)
    Questions(ya).agree(f"Tulis {len(releases)} rilis? Yang sudah dikirim tidak bisa ditarik kembali.")
    new = {root / release_path(item): release_text(item, contoh=files.situs.contoh) for item in releases}
    with problems_refused(NOTHING_WRITTEN):
        write(new, root, label)
    click.echo(f"{len(new)} rilis ditulis. Kirim (commit) folder {label}; {files.closed_label} tidak ikut dikirim.")


def show(releases: list[RilisPengaduan], label: str) -> None:
    """Say what will be public, and what will not and why."""
    click.echo("Yang akan terbit untuk umum:")
    for item in releases:
        click.echo("\n".join([f"\n{label}/{release_path(item)}, {month_name(item.bulan)}", *told(item)]))
    click.echo(f"\n{MEANING}")


def told(item: RilisPengaduan) -> Iterator[str]:
    """A release in lines that people read before it is written."""
    for key in KOLOM:
        yield f"  {JUDUL_CACAH[key]:<22} {getattr(item, key):>6}"
    for kode, span in item.jangka.items():
        yield f"  {NAMA_JANGKA[kode]}: {_counts(span)}"
        yield from (f"    {line}" for line in _beside(span))
    for period, counts in item.terbaca.items():
        names = ", ".join(f"{JUDUL_CACAH[key].lower()} {number}" for key, number in counts.items())
        yield f"  Kini terbaca dari angka-angka lain, {_period(period)}: {names}"
    yield from (f"  Perbaikan: {text}" for text in item.tindak_lanjut)
    yield from (f"  Catatan: {text}" for text in (item.catatan,) if text)


def _counts(counts: HitunganRilis) -> str:
    return ", ".join(f"{JUDUL_CACAH[key].lower()} {getattr(counts, key)}" for key in KOLOM)


def _beside(span: JangkaRilis) -> Iterator[str]:
    if span.median_hari_kerja is not None:
        yield f"lama penyelesaian (hari kerja): median {span.median_hari_kerja}, terlama {span.terlama_hari_kerja}"
    for name in ("kanal", "kategori"):
        column: Mapping[str, int | str] | None = getattr(span, name)
        shown = ", ".join(f"{key} {count}" for key, count in column.items()) if column else "tidak terbit"
        yield f"menurut {name}: {shown}"


def _period(name: str) -> str:
    tahun, _, kode = name.partition(" ")
    return f"{NAMA_JANGKA[kode]} {tahun}" if kode else month_name(name)


def tidy(root: Path) -> None:
    """Remove what a run that was killed left beside the releases."""
    for left in root.glob(f"*/{PENGADUAN}/{PREFIX}*"):
        left.unlink(missing_ok=True)


def write(new: Mapping[Path, str], root: Path, label: str) -> None:
    """Write all releases and have them read again; nothing is left of them where any of it fails."""
    tidy(root)
    with signals_wait() as stop_if_asked, taking_back() as made:
        for path, text in new.items():
            make_folder(path.parent, made)
            stop_if_asked()
            try:
                put_in_place(create(hidden(path), text.encode(), made), path, made)
            except FileExistsError:
                raise Refused(f"{path.name} baru saja ditulis orang lain; ulangi. {NOTHING_WRITTEN}") from None
        read_complaints(root, label)
        stop_if_asked()
