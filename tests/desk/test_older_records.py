"""`perbarui-data`: records that were written before their evidence was bound to them."""

from __future__ import annotations

import hashlib
import itertools
import shutil
from datetime import date
from pathlib import Path

import app
import pytest
from click.testing import CliRunner, Result
from small.office_data import row, write_kantor
from small.records import put_record
from support.evidence_files import GOOD, pdf, phone_photo
from support.stopped import stopped
from support.zi_command import git
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

OLD = """# yaml-language-server: $schema=../../skema/capaian.json
# Satu catatan capaian. Koreksi ditulis sebagai berkas baru; yang boleh ditambahkan di sini hanya diverifikasi_oleh.
aksi: I.1
periode: "2026-01"
tanggal: 2026-01-20
hasil: selesai
uraian: >-
  Rapat bersama
  semua subbagian.
bukti:
  # disimpan Ani
  - {berkas: a.pdf, judul: Notulen, jenis: notulen}
  - {berkas: b.jpg, judul: Rapat, jenis: foto}
  - {tautan: "https://contoh.example/a", judul: Berita, jenis: tampilan}
dicatat_oleh: Tim
"""
VERIFIED = "diverifikasi_oleh: Ketua # dilihat bersama\n"
NAME = "2026/capaian/i-1_2026-01.yml"


def run(data: Path, *options: str, given: str = "") -> Result:
    return CliRunner().invoke(app.zi, ["perbarui-data", "--data", str(data), *options], input=given)


def commit(root: Path, day: str) -> None:
    git(root, "add", "--all")
    moment = f"{day}T15:30:00+00:00"  # half past ten in the evening in Jakarta
    git(root, "commit", "--quiet", "--message", "x", GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office in git with an older record that was verified on 2 February, and one that never was."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1"), row("I.2")]}, situs={"peran": ["Tim", "Ketua"]})
    folder = root / "bukti" / "2026"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(GOOD["a.pdf"])
    (folder / "b.jpg").write_bytes(phone_photo())
    (root / NAME).parent.mkdir()
    (root / NAME).write_text(OLD, encoding="utf-8")
    running = OLD.partition("bukti:")[0].replace("I.1", "I.2").replace("selesai", "berjalan") + "dicatat_oleh: Tim\n"
    (root / "2026/capaian/i-2_2026-01.yml").write_text(running, encoding="utf-8")
    git(root, "init", "--quiet")
    commit(root, "2026-01-21")
    (root / NAME).write_text(OLD + VERIFIED, encoding="utf-8")
    commit(root, "2026-02-02")
    return root


def files(data: Path) -> dict[str, bytes]:
    found = (path for path in sorted(data.rglob("*")) if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in found}


def test_it_is_told_what_to_do(data: Path) -> None:
    """The loader names the command for an older name and an older key."""
    with pytest.raises(DataError) as raised:
        load_data(data)
    told = [str(item) for item in raised.value.problems]
    assert any("i-1_2026-01.yml:3: nama berkas" in item and "jalankan zi.py perbarui-data, atau" in item for item in told)
    assert any("“diverifikasi_oleh” tidak dikenal; jalankan zi.py perbarui-data" in item for item in told)


def test_older_records_are_bound(data: Path) -> None:
    """What will be written is shown; after a yes the records say what they said, with the fingerprints of their evidence as it
    is now, the day of the verification from git, and every comment; the period is fulfilled as it was."""
    done = run(data, given="ya\n")
    assert done.exit_code == 0, done.output
    assert "Tulis ulang 1 berkas dan 2 laporan itu?" in done.output
    (first, second) = load_data(data).tahun[0].capaian
    assert f"{data}/{NAME} → {Path(first.path).name}" in done.output
    isi = first.isi
    assert (isi.uraian, isi.dicatat_oleh) == ("Rapat bersama semua subbagian.", "Tim")
    evidence = [hashlib.sha256((data / "bukti/2026" / name).read_bytes()).hexdigest() for name in ("a.pdf", "b.jpg")]
    assert [(item.berkas, item.sha256) for item in isi.bukti] == [*zip(("a.pdf", "b.jpg"), evidence, strict=True), (None, None)]
    assert isi.verifikasi
    assert (isi.verifikasi.oleh, isi.verifikasi.tanggal, isi.verifikasi.sidik) == ("Ketua", date(2026, 2, 2), isi.sidik)
    assert second.isi.verifikasi is None
    text = first.raw.decode()
    assert "# disimpan Ani\n" in text
    assert "# dilihat bersama\n" in text
    assert "diverifikasi_oleh" not in text
    states = {item.kode: item.keadaan for item in judge(load_data(data), date(2026, 8, 1)).terbaru.periode}
    assert states == {"I.1": Keadaan.TERPENUHI, "I.2": Keadaan.TERLAMBAT}
    assert run(data, "--ya").output == "Tidak ada yang perlu diperbarui.\n"


def test_a_day_that_nobody_knows(data: Path) -> None:
    """Where git does not know when a record was verified, no day is made up: it waits to be verified again, and is named."""
    (data / ".git").rename(data.parent / "git")
    done = run(data, "--ya")
    assert done.exit_code == 0, done.output
    (first, _) = load_data(data).tahun[0].capaian
    assert first.isi.verifikasi is None
    told = done.output.partition("perlu diverifikasi lagi")[2]
    assert Path(first.path).name in told
    assert told.count("i-2_2026-01_") == 0


def test_a_copy_without_older_commits_knows_no_day(data: Path, tmp_path: Path) -> None:
    """In a shallow clone the oldest commit seems to bring everything: no day is taken from it."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{data}", "dangkal")
    done = run(tmp_path / "dangkal", "--ya")
    assert done.exit_code == 0, done.output
    assert "perlu diverifikasi lagi" in done.output
    assert not any(record.isi.verifikasi for record in load_data(tmp_path / "dangkal").tahun[0].capaian)


ENDED = "- {nama: Ketua, sampai: 2026-02-01}"


@pytest.mark.parametrize(("was", "becomes"), [("dicatat_oleh: Tim", "dicatat_oleh: Ketua"), ("- Ketua", ENDED)])
def test_a_verification_that_could_not_be_given(was: str, becomes: str, data: Path) -> None:
    """One by the recorder, or by a role that had ended by then, is not carried over; its record is named, all are written."""
    path = data / ("situs.yml" if "nama" in becomes else NAME)
    path.write_text(path.read_text("utf-8").replace(was, becomes), "utf-8")
    done = run(data, "--ya")
    assert done.exit_code == 0, done.output
    assert "i-1_2026-01_" in done.output.partition("perlu diverifikasi lagi")[2]


def test_twins(data: Path) -> None:
    """Two files that say the same become one, which keeps the verification that one of them has."""
    twin = (data / NAME).read_text("utf-8").replace(VERIFIED, "")
    (data / NAME.replace(".yml", "_2.yml")).write_text(twin, "utf-8")
    assert run(data, "--ya").exit_code == 0
    (first, _) = load_data(data).tahun[0].capaian
    assert first.isi.verifikasi


def test_a_file_with_a_problem_is_left(data: Path) -> None:
    """A record with a key twice would lose one of the two: nothing is written, and `periksa` goes on to name it."""
    (data / NAME).write_text((data / NAME).read_text("utf-8") + "uraian: TEKS KEDUA\n", "utf-8")
    before = files(data)
    done = run(data, "--ya")
    assert (done.exit_code, files(data)) == (1, before)
    assert "uraian" in done.output


def test_somebody_renewed_it_already(data: Path) -> None:
    """After a merge both the older and the new file are there: the older one's verification joins the new one."""
    older, verified = (data / NAME).read_bytes(), VERIFIED.encode()
    assert run(data, "--ya").exit_code == 0
    (path,) = (data / "2026/capaian").glob("i-1*")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("verifikasi:")], "utf-8")
    (data / NAME).write_bytes(older)
    assert verified in older
    done = run(data, "--ya")
    assert done.exit_code == 0, done.output
    assert load_data(data).tahun[0].capaian[0].isi.verifikasi


def test_wholly_or_not_at_all(data: Path) -> None:
    """Where the result would not load, everything is as before, and what is wrong is named."""
    (data / "2026/capaian/i-2_2026-01.yml").write_text(OLD.replace("I.1", "I.2").replace("a.pdf", "c.pdf"), encoding="utf-8")
    before = files(data)
    done = run(data, "--ya")
    assert (done.exit_code, files(data)) == (1, before)
    assert "berkas bukti “c.pdf” tidak ada" in done.output
    assert done.output.endswith("Tidak ada yang ditulis.\n")


def test_killed_at_every_change(data: Path, tmp_path: Path) -> None:
    """Killed at any change, every record and every piece of evidence is there under one of its names, and the next run ends the
    work."""
    whole, copy = tmp_path / "utuh", tmp_path / "kerja"
    shutil.copytree(data, whole)
    assert run(whole, "--ya").exit_code == 0

    def fresh() -> Path:
        shutil.rmtree(copy, ignore_errors=True)
        return Path(shutil.copytree(data, copy))

    for number in itertools.count():
        code = stopped(lambda: run(copy, "--ya").exit_code, fresh(), number, "SIGKILL")
        if code == 0:
            break
        done = run(copy, "--ya")
        assert done.exit_code == 0, f"{number}: {done.output}"
        assert files(copy) == files(whole), number
    assert number > 5


def test_what_can_not_be_read_is_left(data: Path) -> None:
    """A record that is no record is left to `periksa`, and stops the others from being written."""
    (data / "2026/capaian/i-2_2026-01.yml").write_text("aksi: [", encoding="utf-8")
    before = files(data)
    assert run(data, "--ya").exit_code == 1
    assert files(data) == before


def test_a_document_that_names_its_author(tmp_path: Path) -> None:
    """Evidence that came in another way is cleaned: an unverified record gets the new fingerprint under its name; what a
    verified record cites stays, and is named."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1"), row("I.2")]}, situs={"peran": ["Tim", "Ketua"]})
    folder = root / "bukti" / "2026"
    folder.mkdir(parents=True)
    for kode, verifier in (("I.1", None), ("I.2", "Ketua")):
        name = f"{kode[-1]}.pdf"
        (folder / name).write_bytes(pdf(author=f"Fulan {kode}"))
        cells = {"aksi": kode, "periode": "2026-01", "tanggal": date(2026, 1, 20), "hasil": "selesai", "uraian": "Rapat."}
        evidence = [{"berkas": name, "judul": "Notulen", "jenis": "notulen"}]
        put_record(root, cells | {"bukti": evidence, "dicatat_oleh": "Tim"}, verifier=verifier)
    before = files(root)
    (open_record, approved) = sorted(name for name in before if "capaian" in name)
    done = run(root, "--ya")
    assert "1.pdf: penulis: Fulan I.1" in done.output
    assert (done.exit_code, files(root)) == (1, before)  # the other one is still not fit
    (folder / "2.pdf").unlink()
    (root / approved).unlink()
    assert run(root, "--ya").exit_code == 0
    (record,) = load_data(root).tahun[0].capaian
    assert record.path == open_record
    assert record.isi.bukti[0].sha256 == hashlib.sha256((folder / "1.pdf").read_bytes()).hexdigest()
    assert b"Fulan" not in (folder / "1.pdf").read_bytes()
