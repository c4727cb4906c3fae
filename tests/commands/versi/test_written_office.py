"""A new office's repository: what `kantor-baru` writes, and that it builds by itself, out of the wheel that it carries."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from cli.versi.wheel_file import own_wheel
from small.written_office import NAMES, WrittenOffice, house_copy, wheel_of, written_office
from support.code_host import lines_of
from support.host_schemas import checked
from support.same_tree import differing, sums
from support.zi_command import PER_TANGGAL, PER_TANGGAL_LAIN, ROOT, zi
from zona.intake.repository_files import repository_files
from zona.records.situs import ZonaWaktu

DAY = PER_TANGGAL_LAIN.isoformat()
WORKFLOWS = (".github/workflows/terbit.yml", ".github/workflows/usulan.yml", ".gitlab-ci.yml")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links an environment's Python, and runs lines in bash")


@pytest.fixture(scope="module")
def office() -> WrittenOffice:
    return written_office()


def tracked(office: WrittenOffice) -> set[str]:
    """What git keeps of the repository."""
    done = subprocess.run(["git", "ls-files"], cwd=office.root, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_what_the_repository_holds(office: WrittenOffice) -> None:
    """Data, pages, configuration, a hook of three lines, workflows, what git must know, the command, and one wheel that the
    lock names by its SHA-256; none of the program's code."""
    (wheel,) = (office.root / "versi").iterdir()
    around = {
        *WORKFLOWS,
        ".gitattributes",
        ".gitignore",
        "hooks/situs.py",
        "mkdocs.yml",
        "requirements.lock",
        "zi.cmd",
        "zi.py",
    }
    assert {path for path in tracked(office) if not path.startswith(("data/", "docs/"))} == around | {f"versi/{wheel.name}"}
    assert (office.root / "docs" / "README.md").is_file()
    assert len((office.root / "hooks" / "situs.py").read_text(encoding="utf-8").splitlines()) == 3
    lock = (office.root / "requirements.lock").read_text(encoding="utf-8")
    sidik = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert f"\n./versi/{wheel.name} --hash=sha256:{sidik}\n" in lock
    assert lock.endswith((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    command = (office.root / "zi.cmd").read_bytes()
    assert b'"%~dp0zi.py" %*\r\n' in command
    assert b"scripts" not in command


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 17), ("WITA", 16), ("WIT", 15)])
def test_each_zone_has_its_hours(zone: str, hour: int) -> None:
    """The nightly build is at ten past midnight of the office, and the comment says so."""
    found = repository_files(ROOT, ZonaWaktu(zone))
    assert f'    - cron: "10 {hour} * * *" # 00.10 {zone} (cron memakai UTC)\n' in found[WORKFLOWS[0]]
    assert f"10 0 * * *, zona waktu {zone} (UTC+{24 - hour})." in found[WORKFLOWS[2]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_hosts_accept_its_workflows(name: str, office: WrittenOffice) -> None:
    """GitHub's and GitLab's own schemas accept them; they call nothing but `zi.py`, never the tests, which a wheel has not."""
    done = checked(office.root / name)
    assert done.exit_code == 0, done.output
    text = (office.root / name).read_text(encoding="utf-8")
    called = re.findall(r"python3? (\S+ \S+)", text)
    assert {word.partition(" ")[0] for word in called} == {"zi.py"}
    assert {"zi.py periksa", "zi.py bangun"} <= set(called) <= {"zi.py periksa", "zi.py bangun", "zi.py usulan"}
    assert not re.search(r"\buji\b|requirements-uji|scripts/", text)


@pytest.mark.lambat
def test_its_jobs_build_the_same_site(office: WrittenOffice, tmp_path: Path) -> None:
    """The lines for a proposal, with the program installed from the wheel, say what it changes, and make every byte that MkDocs
    alone makes by the repository's hook, and `bangun --data` from source: what is drawn, the office's own pages and files, and
    its own command to build it anew. The jobs that publish have the same lines; GitLab's moves the site to where it asks."""
    copy = WrittenOffice(shutil.copytree(office.root, tmp_path / "kantor", symlinks=True))
    page = copy.root / "docs" / "kunjungan.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Jumat", "Kamis"), encoding="utf-8")
    copy.commit()
    given = {"ZI_PER_TANGGAL": DAY, "DASAR": "HEAD~1", "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan.md")}
    proposed = lines_of(copy.root / WORKFLOWS[1], "periksa")
    assert "Siap terbit" in copy.run(proposed, **given)
    assert "docs/kunjungan.md" in (tmp_path / "ringkasan.md").read_text(encoding="utf-8")

    built = [line for line in proposed if "zi.py usulan" not in line]
    assert lines_of(copy.root / WORKFLOWS[0], "bangun") == built
    *same, moved = lines_of(copy.root / WORKFLOWS[2], "pages")
    assert same == [line.removesuffix(" --anotasi github") for line in built]
    copy.run([moved])

    (python,) = (copy.root / ".venv").glob("*/bin/python")
    command = [str(python), "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "mkdocs")]
    known = {"ZI_PER_TANGGAL": DAY, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=copy.root, env=known, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    source = ("--data", str(copy.root / "data"), "--per-tanggal", DAY, "--keluaran", str(tmp_path / "situs"))
    done = zi("bangun", *source)
    assert done.returncode == 0, done.stderr
    made = sums(copy.root / "public")
    assert [differing(made, sums(tmp_path / name)) for name in ("mkdocs", "situs")] == [set(), set()]
    assert "python3 zi.py bangun" in (tmp_path / "situs" / "keaslian" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "situs" / "aset" / "formulir.txt").is_file()
    assert (tmp_path / "situs" / "kunjungan" / "index.html").is_file()


@pytest.mark.lambat
def test_people_record_with_it(office: WrittenOffice, tmp_path: Path) -> None:
    """`catat` writes a record into the office's own data, and the desk opens, from any folder; a wheel has no tests to run."""
    copy = WrittenOffice(shutil.copytree(office.root, tmp_path / "kantor", symlinks=True))
    before = set((copy.root / "data" / "2031" / "capaian").iterdir())
    record = ("--aksi", "I.1", "--periode", "2031-03", "--hasil", "berjalan", "--tanggal", "2031-04-02", "--uraian", "Uji.")
    done = copy.zi("catat", *record, "--dicatat-oleh", "Tim Contoh", "--ya", "--per-tanggal", DAY)
    assert done.returncode == 0, done.stderr
    assert len(set((copy.root / "data" / "2031" / "capaian").iterdir()) - before) == 1
    assert "uji" not in re.findall(r"^  ([\w-]+) ", copy.zi("--bantuan").stdout, flags=re.MULTILINE)
    command = [sys.executable, str(copy.root / "zi.py"), "meja", "--tanpa-peramban", "--per-tanggal", DAY]
    # zi.py starts the program from the wheel: both are ended together
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True) as desk:
        try:
            assert desk.stdout
            address = desk.stdout.readline().rpartition(" ")[2].strip()
            with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(address, timeout=20) as answer:
                assert "Balai Uji Contoh" in answer.read().decode()
        finally:
            os.killpg(desk.pid, signal.SIGTERM)


@pytest.mark.lambat
def test_it_makes_the_next_office(office: WrittenOffice, tmp_path: Path) -> None:
    """Where the program runs from a wheel, `kantor-baru` gives that very wheel on, and all else is the same as from source; the
    sample office to practise with is there too."""
    done = office.zi("kantor-baru", str(tmp_path / "wheel"), *NAMES, "--tahun", "2031", "--ya")
    assert (done.returncode, done.stderr) == (0, "")
    done = zi("kantor-baru", str(tmp_path / "sumber"), *NAMES, "--tahun", "2031", "--ya")
    assert done.returncode == 0
    assert differing(sums(tmp_path / "wheel"), sums(tmp_path / "sumber")) == set()
    done = office.zi("periksa", "--contoh", "--per-tanggal", PER_TANGGAL.isoformat())
    assert (done.returncode, done.stdout[:9]) == (0, "Data baik")


def test_a_changed_wheel_runs_nothing(office: WrittenOffice, tmp_path: Path) -> None:
    """A wheel that is not the locked one, is not there, or is not named: a sentence, before anything in it is run."""
    copy = WrittenOffice(tmp_path / "kantor")
    for name in ("zi.py", "requirements.lock", "versi"):
        path = office.root / name
        copy.root.mkdir(exist_ok=True)
        shutil.copytree(path, copy.root / name) if path.is_dir() else shutil.copy(path, copy.root / name)
    (wheel,) = (copy.root / "versi").iterdir()
    with wheel.open("ab") as stream:
        stream.write(b" ")
    done = copy.zi("periksa")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"versi/{wheel.name} tidak sama dengan yang dikunci di requirements.lock; kembalikan dari riwayat.\n"
    wheel.unlink()
    assert copy.zi("periksa").stderr == f"{wheel} tidak bisa dibaca; kembalikan dari riwayat.\n"
    (copy.root / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    assert copy.zi("periksa").stderr.startswith("requirements.lock tidak menyebut berkas versi")


def test_the_same_source_makes_the_same_wheel(tmp_path: Path) -> None:
    """Two builds of the same files are the same bytes, wherever and whenever they lie; nothing of this office, and of the tests
    only the sample office, goes along."""
    ours = own_wheel(ROOT)
    theirs = wheel_of(house_copy(tmp_path / "rumah"), tmp_path)
    assert (theirs.name, theirs.sidik) == (ours.name, ours.sidik)
    with zipfile.ZipFile(tmp_path / theirs.name) as archive:
        names = archive.namelist()
        inside = [name.removeprefix("zona_integritas/") for name in names if name.startswith("zona_integritas/")]
    assert not [
        name for name in inside if name.startswith(("data/", "docs/informasi", "docs/panduan")) or "__pycache__" in name
    ]
    assert {"/".join(name.split("/")[:3]) for name in inside if name.startswith("tests/")} == {"tests/offices/contoh"}
    assert {"__init__.py", "hooks/theme/main.html", "hooks/zona/templates/frame.html", "docs/aset/ikon.svg"} <= set(inside)
    assert len((tmp_path / theirs.name).read_bytes()) < 2_000_000
