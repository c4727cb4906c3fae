"""`zi.py catat` on a small office, in this process."""

from __future__ import annotations

from pathlib import Path

from app import zi
from click.testing import CliRunner, Result
from PIL import Image
from pypdf import PdfWriter
from small.office_data import row, write_kantor
from zona.records.capaian.capaian import Capaian
from zona.records.load import load_data

PERAN = ["Pengelola situs", "Sekretaris"]


def record_of(data: Path) -> str:
    """The path of the office's one record, below its data folder."""
    (path,) = data.glob("*/capaian/[!.]*.yml")
    return path.relative_to(data).as_posix()


def verify(data: Path) -> list[str]:
    """The options that verify it."""
    return ["--verifikasi", record_of(data), "--diverifikasi-oleh", PERAN[1], "--ya"]


def office(folder: Path) -> Path:
    """An office with two actions and two roles."""
    return write_kantor(folder, {2026: [row("I.1"), row("I.2", "Per Triwulan")]}, situs={"peran": PERAN})


def evidence(folder: Path) -> list[Path]:
    """A PDF and a photo."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(folder / "Laporan Rapat.PDF")
    Image.new("RGB", (8, 8), "red").save(folder / "foto.jpg")
    return [folder / "Laporan Rapat.PDF", folder / "foto.jpg"]


def options(files: list[Path], /, **changed: str | None) -> list[str]:
    """The options of a complete record with the given files as evidence."""
    given: dict[str, str | None] = {"aksi": "I.1", "periode": "2026-01", "hasil": "selesai", "tanggal": "2026-01-20"}
    given |= {"uraian": "Rapat: hasilnya # baik", "dicatat-oleh": PERAN[0]} | changed
    words = [word for key, value in given.items() if value is not None for word in (f"--{key}", value)]
    for path in files:
        words += ["--bukti", str(path), "--judul-bukti", f"Bukti {path.stem}", "--jenis-bukti", "dokumen"]
    return [*words, "--ya"]


def run(data: Path, *arguments: str, answers: str = "") -> Result:
    """Run the command in this process; `answers` are typed."""
    fixed = ["--data", str(data), "--per-tanggal", "2026-11-24"]
    result = CliRunner().invoke(zi, ["catat", *fixed, *arguments], input=answers)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(data: Path) -> dict[str, bytes | None]:
    """Every file and folder of a data folder, byte for byte."""
    return {path.relative_to(data).as_posix(): path.read_bytes() if path.is_file() else None for path in data.rglob("*")}


def records(data: Path) -> list[Capaian]:
    return [record.isi for year in load_data(data).tahun for record in year.capaian]
