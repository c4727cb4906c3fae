"""Evidence on the built site: the very bytes that the office verified, under the fingerprint that its record names."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader
from recount.published_data import api, page_of, rows_of
from recount.published_page import words
from recount.status_again import TAHUN
from support.evidence_files import opened
from support.zi_command import CONTOH, TABALONG

PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def cited(site: Path, office: Path) -> list[tuple[str, dict[str, Any], dict[str, Any], Path]]:
    """Of each file that a record cites: the action, the piece in the record, the same in capaian.json, and the file in the
    data."""
    found = []
    for item in api(site, f"{TAHUN}/capaian")["catatan_capaian"]:
        record = yaml.safe_load((office / item["berkas"]).read_text(encoding="utf-8"))
        for piece, published in zip(record.get("bukti", ()), item["bukti"], strict=True):
            if "berkas" in piece:
                found.append((record["aksi"], piece, published, office / "data/bukti" / str(TAHUN) / piece["berkas"]))
    return found


@pytest.fixture(scope="module", params=[("situs", TABALONG), ("contoh", CONTOH)], ids=["kantor", "contoh"])
def site(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The built site of an office, and the office."""
    name, office = request.param
    return request.getfixturevalue(name), office


def test_published_byte_for_byte(site: tuple[Path, Path]) -> None:
    """Every evidence file, a photo too, is published byte for byte: the record, the action's page, capaian.json, the table and
    the list of sums name one SHA-256, which is that of the file in the data and of the published one."""
    root, office = site
    lines = (root / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: value for value, name in (line.split("  ", 1) for line in lines)}
    rows = {(row["alamat"], row["sha256"]) for row in rows_of(root, "bukti")}
    for aksi, piece, published, path in cited(root, office):
        address = published["alamat"]
        page = list(page_of(root, f"rencana-aksi/{TAHUN}/{aksi.lower().replace('.', '-')}").walk())
        linked = {item.attributes.get("href", "").removeprefix("../../../") for item in page if item.name == "a"}
        told = {item.attributes["title"] for item in page if item.attributes.get("class") == "zi-sidik"}
        assert (root / address).read_bytes() == path.read_bytes(), piece["berkas"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == piece["sha256"] == published["sha256"] == listed[address]
        assert address in linked, piece["berkas"]
        assert piece["sha256"] in told, piece["berkas"]
        assert (address, piece["sha256"]) in rows, piece["berkas"]


def test_pages_of_a_pdf(site: tuple[Path, Path]) -> None:
    """How many pages a PDF has is what the published file has: in capaian.json, in the table, and on the action's page beside
    its size. Pictures have none."""
    root, office = site
    rows = {row["alamat"]: row["jumlah_halaman"] for row in rows_of(root, "bukti") if row["sha256"]}
    for aksi, piece, published, path in cited(root, office):
        address = published["alamat"]
        pages = None if path.suffix in PICTURES else len(PdfReader(root / address).pages)
        assert published["jumlah_halaman"] == pages, piece["berkas"]
        assert rows[address] == pages
        told = words(page_of(root, f"rencana-aksi/{TAHUN}/{aksi.lower().replace('.', '-')}"))
        assert pages is None or f"PDF, {pages} halaman, {round(path.stat().st_size / 1000) or 1} kB" in told


def test_the_sample_has_every_kind(contoh: Path) -> None:
    """The sample office cites files of every kind, so that the comparison above tells something of each."""
    kinds = {path.suffix for *_, path in cited(contoh, CONTOH)}
    assert {".pdf", ".jpg", ".png", ".webp"} <= kinds


def test_nothing_else_is_published(site: tuple[Path, Path]) -> None:
    """Beside the evidence itself there is a small picture of each photo, at most 320 pixels wide and high, and nothing else."""
    root, office = site
    files = {path for *_, path in cited(root, office)}
    own = {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    others = [path for path in (root / "bukti").rglob("*") if path.is_file()]
    small = [path for path in others if hashlib.sha256(path.read_bytes()).hexdigest() not in own]
    assert len(others) == len(own) + len(small)
    assert len(small) == len({path.read_bytes() for path in files if path.suffix in PICTURES})
    assert all(max(opened(path.read_bytes()).size) <= 320 and path.suffix == ".webp" for path in small)
