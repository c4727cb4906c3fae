"""A year's evidence folder → its files, and what is wrong with their names, sizes and places."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from support.evidence_files import GOOD, TELLING, faults, pdf, phone_photo, quarters, saved, swapped_profile
from support.zi_command import ROOT
from zona.cache import keep
from zona.records.capaian import bukti
from zona.records.capaian.bukti import read_evidence
from zona.records.capaian.capaian import BENTUK_BUKTI


def test_good_files(folder: Path) -> None:
    """A good file of every accepted kind is taken, with its size and SHA-256, ordered by name."""
    for name, content in reversed(GOOD.items()):
        (folder / name).write_bytes(content)
    files, problems = read_evidence(folder, root=folder.parent)
    assert problems == []
    assert list(files) == list(GOOD)
    assert {name.rpartition(".")[2] for name in files} == set(BENTUK_BUKTI)
    for name, item in files.items():
        assert (item.nama, item.path, item.ukuran) == (name, folder / name, len(GOOD[name]))
        assert item.sha256 == hashlib.sha256(GOOD[name]).hexdigest()
        assert item.jumlah_halaman == (1 if name.endswith(".pdf") else None)


def test_missing_folder(tmp_path: Path) -> None:
    """A year without an evidence folder has no evidence and no problem."""
    assert read_evidence(tmp_path / "tiada", root=tmp_path) == ({}, [])


@pytest.mark.parametrize("name", [".DS_Store", "._a.jpg", "Thumbs.db", "desktop.ini", "Desktop.ini"])
def test_ignored(folder: Path, name: str) -> None:
    """What operating systems leave in folders is nobody's evidence."""
    (folder / name).write_bytes(b"x")
    assert read_evidence(folder, root=folder.parent) == ({}, [])


def test_empty(folder: Path) -> None:
    """An empty file is one problem, not several."""
    assert faults(folder, "a.pdf", b"") == ["berkas kosong"]


def test_too_large(folder: Path) -> None:
    """A file over 10 MB is refused, and not opened; its size is told to the nearest tenth."""
    assert faults(folder, "a.pdf", bytes(10_050_001)) == ["ukuran berkas 10,1 MB, lebih dari 10 MB"]
    assert faults(folder, "a.pdf", bytes(10_000_001)) == ["ukuran berkas 10,0 MB, lebih dari 10 MB"]


def test_largest(folder: Path) -> None:
    """A file of exactly 10 MB is taken."""
    content = pdf(Filler="x" * 1000)
    content = content.replace(b"x" * 1000, b"x" * (10_000_000 - len(content) + 1000))
    assert len(content) == 10_000_000
    assert "ukuran" not in str(faults(folder, "a.pdf", content))


@pytest.mark.parametrize(
    "name", ["Foto.jpg", "foto rapat.jpg", "foto.JPG", "fotó.jpg", "-foto.jpg", "foto.kecil.jpg", "foto.heic", "foto"]
)
def test_bad_name(folder: Path, name: str) -> None:
    """A name outside the pattern, or with an ending that is not accepted, is refused."""
    assert faults(folder, name, GOOD["b.jpg"]) == [f"nama berkas bukti “{name}” tidak sah"]


@pytest.mark.parametrize("name", ["daftar.docx", "rekap.xlsx", "rekap.ods", "Surat Tugas.doc"])
def test_office_files(folder: Path, name: str) -> None:
    """What Word and Excel write is no evidence; how to make a PDF of it is said."""
    (folder / name).write_bytes(b"PK\x03\x04")
    (problem,) = read_evidence(folder, root=folder.parent)[1]
    assert problem.masalah == f"berkas {name.rpartition('.')[2].upper()} tidak bisa menjadi bukti"
    assert "pilih PDF" in problem.saran


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_photos_with_more_than_pixels(folder: Path, name: str) -> None:
    """A photo that still says where, when and with what it was taken is refused: the repository is public."""
    kind = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    (found,) = faults(folder, name, phone_photo(kind))
    assert found.startswith("foto membawa keterangan tersembunyi")


@pytest.mark.parametrize("name", TELLING)
def test_parts_that_tell_something(folder: Path, name: str) -> None:
    """A part of a picture that shows nothing is refused, also where Pillow knows nothing of it."""
    (found,) = faults(folder, name, TELLING[name])
    assert found.startswith("foto membawa keterangan tersembunyi")


def moving(kind: str) -> bytes:
    """A picture of two, one after the other."""
    more = [Image.effect_noise((40, 30), 50).convert("RGB")]
    return saved(quarters(40, 30), kind, save_all=True, append_images=more, duration=500)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", saved(quarters(400, 300), "JPEG", progressive=True, icc_profile=swapped_profile(), dpi=(300, 300))),
        ("a.jpg", saved(quarters(400, 300), "JPEG", restart_marker_rows=1, quality=100, subsampling=0)),
        ("a.jpg", saved(quarters(40, 30).convert("CMYK"), "JPEG")),
        ("a.jpg", GOOD["b.jpg"] + bytes(9)),
        ("a.png", saved(quarters(40, 30).convert("P"), "PNG", transparency=0, icc_profile=swapped_profile(), dpi=(300, 300))),
        ("a.png", moving("PNG")),
        ("a.webp", saved(quarters(40, 30).convert("RGBA"), "WEBP", lossless=True, icc_profile=swapped_profile())),
        ("a.webp", moving("WEBP")),
    ],
)
def test_parts_that_show(folder: Path, name: str, content: bytes) -> None:
    """Scans, restarts, palettes, transparency, colour profiles, resolution, pictures that move, and zeros that fill up a file
    belong to the pixels."""
    assert faults(folder, name, content) == []


def test_within_a_moving_picture(folder: Path) -> None:
    """A part that tells something is found within one picture of a moving one as well."""
    content = moving("WEBP")
    at = content.index(b"ANMF")
    size = int.from_bytes(content[at + 4 : at + 8], "little")
    told = b"RAHA" + (8).to_bytes(4, "little") + b"RAHASIA!"
    frame = b"ANMF" + (size + len(told)).to_bytes(4, "little") + content[at + 8 : at + 8 + size] + told
    content = content[:at] + frame + content[at + 8 + size :]
    content = content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8:]
    assert len(faults(folder, "a.webp", content)) == 1


@pytest.mark.parametrize("name", ["b.jpg", "d.png", "e.webp"])
def test_something_behind_a_picture(folder: Path, name: str) -> None:
    """A film, an archive or a page that follows a picture in its file is refused."""
    assert len(faults(folder, name, GOOD[name] + b"PK\x03\x04" + bytes(range(256)) * 4)) == 1


def test_link_out(folder: Path, tmp_path: Path) -> None:
    """A link that leaves the data folder is refused, and nothing of its target is read."""
    (tmp_path / "luar.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "a.pdf").symlink_to(tmp_path / "luar.pdf")
    files, problems = read_evidence(folder, root=folder.parent)
    assert [problem.masalah for problem in problems] == ["berkas menunjuk ke luar folder data"]
    assert (files["a.pdf"].ukuran, files["a.pdf"].sha256) == (0, "")


def test_link_inside(folder: Path) -> None:
    """A link to a file inside the data folder is as good as the file."""
    (folder.parent / "a.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "a.pdf").symlink_to(folder.parent / "a.pdf")
    files, problems = read_evidence(folder, root=folder.parent)
    assert problems == []
    assert files["a.pdf"].ukuran == len(GOOD["a.pdf"])


@pytest.mark.parametrize("target", ["tiada.pdf", "a.pdf"])
def test_link_to_nothing(folder: Path, target: str) -> None:
    """A link to nothing, or to itself, is one problem and stops nothing."""
    (folder / "a.pdf").symlink_to(folder / target)
    files, problems = read_evidence(folder, root=folder.parent)
    assert list(files) == ["a.pdf"]
    assert len(problems) == 1


def test_pipe(folder: Path) -> None:
    """What is no file is refused without waiting for it."""
    os.mkfifo(folder / "a.pdf")
    assert [item.masalah for item in read_evidence(folder, root=folder.parent)[1]] == ["ini bukan berkas biasa"]


def test_folder_inside(folder: Path) -> None:
    """A folder in the evidence folder is a problem, and no evidence."""
    (folder / "rapat").mkdir()
    files, problems = read_evidence(folder, root=folder.parent)
    assert files == {}
    assert [(item.place, item.masalah) for item in problems] == [("rapat", "folder tidak boleh ada di dalam folder bukti")]


def test_every_file_is_judged(folder: Path) -> None:
    """One bad file hides no other: all problems come at once, ordered by name."""
    for name in ("c.pdf", "a.pdf"):
        (folder / name).write_bytes(b"")
    (folder / "b.pdf").write_bytes(GOOD["a.pdf"])
    assert [item.place for item in read_evidence(folder, root=folder.parent)[1]] == ["a.pdf", "c.pdf"]


def test_good_files_are_remembered(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A content found good is not opened again under the same ending, with as many pages, until the check becomes stricter; a
    broken one is never remembered. What is kept in another form than ours counts as nothing."""
    (folder / "a.pdf").write_bytes(pdf(pages=3))
    (folder / "b.jpg").write_bytes(GOOD["b.jpg"][:-200])
    first = read_evidence(folder, root=folder.parent, cache=tmp_path / "cache")
    opened: list[str] = []
    assert (first[0]["a.pdf"].jumlah_halaman, first[0]["b.jpg"].jumlah_halaman) == (3, None)
    monkeypatch.setattr(bukti, "look_into", lambda path, akhiran: opened.append(path.name) or bukti._RUSAK)
    assert read_evidence(folder, root=folder.parent, cache=tmp_path / "cache") == first
    assert opened == ["b.jpg"]
    monkeypatch.setattr(bukti, "PEMERIKSAAN", bukti.PEMERIKSAAN + 1)
    read_evidence(folder, root=folder.parent, cache=tmp_path / "cache")
    assert opened == ["b.jpg", "a.pdf", "b.jpg"]
    keep(tmp_path / "cache", f"bukti baik {bukti.PEMERIKSAAN} {first[0]['a.pdf'].sha256}.pdf", b"tiga")
    read_evidence(folder, root=folder.parent, cache=tmp_path / "cache")
    assert opened[3:] == ["a.pdf", "b.jpg"]


def test_light_without_evidence() -> None:
    """Reading data and outputs without evidence imports neither Pillow's decoders nor pypdf."""
    modules = "zona.records.capaian.bukti, zona.outputs.evidence.photo"
    code = f"import sys, {modules}; print(*({{'PIL', 'PIL.Image', 'pypdf'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
