"""What the system refuses a command is one Indonesian sentence with the place and the reason; what was there stays.

Full disks are small file systems in memory; rights are those of an ordinary user.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import app
import pytest
from cli import terbitkan
from click.testing import CliRunner
from pypdf import PdfWriter
from small.office_data import row, write_kantor
from support.evidence_files import GOOD
from support.nobody import refuse_to_nobody, run_as_nobody
from support.zi_command import PER_TANGGAL, ROOT, zi
from zona.whole_site import SitePaths

DAY = ("--per-tanggal", PER_TANGGAL.isoformat())
SENTENCE = re.compile(r"Gagal membaca atau menyimpan( \S+)?: [^.]+\.( [^.]+[.;][^.]*)?\n?")
OFFICE = (
    "--nama",
    "KPU Kota Uji",
    "--nama-lengkap",
    "Komisi Pemilihan Umum Kota Uji",
    "--provinsi",
    "Uji",
    "--zona-waktu",
    "WIB",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office's data folder."""
    return write_kantor(
        tmp_path_factory.mktemp("kantor") / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Sekretaris"]}
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KB, half of it taken."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "x", folder]).returncode:
        pytest.skip("a small disk can't be mounted here")
    (folder / "isi").write_bytes(bytes(200_000))
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(disk: Path) -> None:
    """Take what is left of a small disk."""
    with (disk / "penuh").open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            pass


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(done: subprocess.CompletedProcess[str], place: Path, why: str = "disk penuh") -> bool:
    """Whether a command ended in the sentence, with this place and reason."""
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr), done.stderr
    return f" {place}: {why}. " in done.stderr


def test_full_disk(small_disk: Path, office: Path) -> None:
    """`bangun`, `susun`, `tahun-baru`, `kantor-baru` and `catat` on a full disk: the sentence, and all as before."""
    (small_disk / "site").mkdir()
    (small_disk / "site" / "sitemap.xml").write_text("lama", encoding="utf-8")
    shutil.copytree(office, small_disk / "data")
    before = files(small_disk)
    done = zi("bangun", "--data", str(office), *DAY, "--keluaran", str(small_disk / "site"), ZI_KIT="0")
    assert refused(done, small_disk / "site")
    assert files(small_disk) == before
    done = zi("susun", str(small_disk / "sumber"), "--data", str(office), *DAY, ZI_KIT="0")
    assert SENTENCE.fullmatch(done.stderr), done.stderr
    assert f" {small_disk}/sumber/" in done.stderr
    shutil.rmtree(small_disk / "sumber")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(small_disk.parent / "a.pdf")
    fill(small_disk)
    before = files(small_disk)
    assert refused(zi("tahun-baru", "2027", "--data", str(small_disk / "data")), small_disk / "data" / "2027")
    assert refused(zi("kantor-baru", str(small_disk / "lain"), *OFFICE, "--tahun", "2027", "--ya"), small_disk / "lain")
    record = ["--aksi", "I.1", "--periode", "2026-01", "--tanggal", "2026-02-01", "--uraian", "Uji.", "--dicatat-oleh", "Tim"]
    proof = str(small_disk.parent / "a.pdf")
    evidence = ["--hasil", "selesai", "--bukti", proof, "--judul-bukti", "Uji", "--jenis-bukti", "dokumen"]
    done = zi("catat", *record, *evidence, "--ya", "--data", str(small_disk / "data"), *DAY)
    assert "disk penuh. Tidak ada yang ditulis." in done.stderr
    assert SENTENCE.fullmatch(done.stderr)
    assert {name: content for name, content in files(small_disk).items() if not name.startswith(".zi-meja/")} == before


def test_nothing_temporary_is_needed(small_disk: Path, tmp_path: Path) -> None:
    """Where the system's temporary folder is full, a record with evidence can be written all the same."""
    office = write_kantor(tmp_path / "kantor", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Sekretaris"]})
    (small_disk.parent / "a.pdf").write_bytes(GOOD["a.pdf"])
    given = ["--aksi", "I.1", "--periode", "2026-01", "--tanggal", "2026-02-01", "--uraian", "Uji.", "--hasil", "selesai"]
    given += ["--bukti", str(small_disk.parent / "a.pdf"), "--judul-bukti", "Uji", "--jenis-bukti", "dokumen"]
    given += ["--dicatat-oleh", "Tim", "--ya", "--data", str(office)]
    done = zi("catat", *given, *DAY, TMPDIR=str(small_disk))
    assert done.returncode == 0, done.stderr


def test_publishing_to_a_full_disk(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`terbitkan` on a full disk: the sentence, and what is served is served still."""
    paths = SitePaths(frozenset(), frozenset())
    for name, given in (("check_result", ""), ("read_findings", None), ("sign_notices", ()), ("paths_of", paths)):
        monkeypatch.setattr(terbitkan, name, lambda *_, given=given, **__: given)
    source, target = small_disk.parent / "site", small_disk / "www"
    for folder, size in ((source, 300_000), (target, 10)):
        folder.mkdir()
        (folder / "sitemap.xml").write_bytes(bytes(size))
    done = CliRunner().invoke(app.zi, ["terbitkan", "--ke", str(target), "--dari", str(source), *DAY])
    assert SENTENCE.fullmatch(done.stderr), done.stderr
    assert done.stderr.endswith("disk penuh. Situs yang terbit tidak berubah.\n")
    assert files(target) == {"sitemap.xml": bytes(10)}
    assert sorted(path.name for path in small_disk.iterdir()) == ["isi", "www"]


# A build that may write no file larger than 20 KB: what `ulimit -f` does.
LIMITED = (
    "import resource as r, runpy, sys; r.setrlimit(r.RLIMIT_FSIZE, (20_000, 20_000)); sys.argv = sys.argv[1:]; "
    "sys.path.insert(0, sys.argv[0].rpartition('/')[0]); runpy.run_path(sys.argv[0], run_name='__main__')"
)


def test_a_limit_on_the_size_of_files(office: Path, tmp_path: Path) -> None:
    """Files that may not grow: the same sentence."""
    command = [str(ROOT / "scripts" / "app.py"), "susun", str(tmp_path / "s"), "--data", str(office), *DAY]
    known = os.environ | {"ZI_KIT": "0"}
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *command], env=known, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr), done.stderr
    assert "melampaui batas ukuran" in done.stderr


@pytest.mark.lambat
def test_a_checkout_and_a_cache_of_another_user(office: Path, tmp_path: Path) -> None:
    """For a user who may only read the project, and not even look into its cache, `periksa` works, `bangun` works to a folder
    of their own, and says of any other, by its name, that there is no right."""
    copy = tmp_path / "proyek"
    for name in ("docs", "hooks", "scripts"):  # with what Python compiled: nobody can keep that here
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("informasi") if name == "docs" else None)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / ".zi-cache").mkdir()
    (copy / ".zi-cache" / "a.kept").write_bytes(b"x")
    refuse_to_nobody(copy / ".zi-cache")
    own = Path(tempfile.mkdtemp(dir="/tmp"))
    own.chmod(0o777)
    shutil.copytree(office, own / "data")
    program = str(copy / "scripts" / "app.py")
    try:
        done = run_as_nobody(program, "periksa", "--data", str(own / "data"), *DAY)
        assert (done.returncode, done.stderr, done.stdout[:9]) == (0, "", "Data baik")
        build = (program, "bangun", "--data", str(own / "data"), *DAY)
        done = run_as_nobody(*build, "--keluaran", str(own / "situs"), ZI_KIT="0")
        assert (done.returncode, done.stderr) == (0, "")
        done = run_as_nobody(*build, ZI_KIT="0")
        if os.geteuid() == 0:  # else the copy is their own
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr.startswith(
                f"Gagal membaca atau menyimpan {copy / 'site'}: tidak ada izin. Situs gagal dibangun; "
            )
    finally:
        shutil.rmtree(own)


@pytest.mark.parametrize(
    "command", ["periksa", "bangun", "susun", "catat", "tahun-baru", "usulan", "verifikasi", "terbitkan", "uji"]
)
@pytest.mark.parametrize("fault", [PermissionError(13, "x", "a\nb"), RuntimeError("Symlink loop from '/a'"), ValueError("x")])
def test_no_command_ends_in_a_traceback(command: str, fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is raised in a command is a sentence on one line."""

    def fail(*_: object, **__: object) -> None:
        raise fault

    found = app.zi.get_command(None, command)  # type: ignore[arg-type]
    assert found
    monkeypatch.setattr(found, "callback", fail)
    for parameter in found.params:
        monkeypatch.setattr(parameter, "required", False)
    done = CliRunner().invoke(app.zi, [command])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("Program ini gagal" if isinstance(fault, ValueError) else "Gagal membaca atau menyimpan ")
    for left in re.findall(r"Rinciannya di (\S+);", done.stderr):
        Path(left).unlink()
