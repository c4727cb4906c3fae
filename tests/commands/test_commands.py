"""The commands, run as people run them."""

from __future__ import annotations

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import app
import pytest
from cli import bangun, options, susun
from click.testing import CliRunner, Result
from mkdocs.exceptions import Abort
from small.office_data import row, write_kantor
from support.zi_command import PER_TANGGAL, ROOT, project, zi

DAY = PER_TANGGAL.isoformat()


def test_periksa_good() -> None:
    """Good data: one line with counts, exit code 0; then what the office has to confirm, each at its place, as a notice."""
    done = zi("periksa", "--per-tanggal", DAY)
    assert (done.returncode, done.stderr) == (0, "")
    good, heading, *told = done.stdout.splitlines()
    assert re.fullmatch(
        r"Data baik: 2026: 7 kelompok, 43 aksi, 178 janji, \d+ catatan naskah, 1 laporan, 1 berkas bukti "
        r"\(per 24 November 2026\)",
        good,
    )
    assert "bukan kesalahan" in heading
    assert re.fullmatch(r"data/kanal\.yml:\d+: saluran kantor belum pernah dipastikan", told[0])
    assert all(re.match(r"(data|docs/informasi|paket/[a-z/]+)/[a-z-]+\.(yml|md)(:\d+)?: ", line) for line in told)


def test_periksa_bad() -> None:
    """Bad data: every problem as `path:line: what; what to write`, a count, exit code 1, no traceback."""
    done = zi("periksa", "--data", str(ROOT / "tests" / "cases" / "buruk"))
    *problems, last = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert all(re.match(r"[^:]+:\d+: .+; .+", line) for line in problems)
    assert last.startswith(f"{len(problems)} masalah")


@pytest.mark.parametrize("command", ["periksa", "bangun", "susun"])
def test_bad_date(command: str, tmp_path: Path) -> None:
    """A date that is none gets one sentence."""
    folder = [str(tmp_path / "x")] if command == "susun" else []
    done = zi(command, *folder, "--per-tanggal", "30-02-2026")
    assert done.returncode == 1
    assert done.stderr == "per tanggal “30-02-2026” bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-11-24\n"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Another office's data, and the site that `bangun` makes of them."""
    folder = tmp_path_factory.mktemp("lain")
    years = {2025: [row("I.1")], 2026: [row("I.1"), row("I.2", "Per Triwulan")]}
    data, target = write_kantor(folder / "data", years), folder / "situs"
    done = zi("bangun", "--data", str(data), "--per-tanggal", DAY, "--keluaran", str(target), ZI_KIT="0")
    assert done.returncode == 0, done.stderr
    return data, target


def test_failed_build_keeps_the_old_site(other: tuple[Path, Path], tmp_path: Path) -> None:
    """When the data are wrong, the site of before stays as it was, byte for byte, and nothing is left beside it."""
    data, target = other
    bad = shutil.copytree(data, tmp_path / "data")
    (bad / "situs.yml").write_text("kantor: [\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    done = zi("bangun", "--data", str(bad), "--keluaran", str(target))
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert {path: path.read_bytes() for path in target.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in target.parent.iterdir()) == ["data", "situs"]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office's project, in which the commands run."""
    root = tmp_path / "proyek"
    write_kantor(root / "data", {2026: [row("I.1")]})
    (root / "docs").mkdir()
    (root / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for module, name, value in (
        (options, "ROOT", root),
        (susun, "CACHE", root / ".zi-cache"),
        (bangun, "CONFIG", root / "mkdocs.yml"),
    ):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setenv("ZI_KIT", "0")
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app.zi, [*arguments, "--per-tanggal", DAY])


def test_failed_rendering_keeps_the_old_site(office: Path) -> None:
    """When MkDocs itself fails in strict mode, the old site stays as well."""
    (office / "docs" / "rusak.md").write_text("[ke mana](tidak-ada.md)\n", encoding="utf-8")
    (office / "site").mkdir()
    (office / "site" / "sitemap.xml").write_text("lama", encoding="utf-8")
    done = run("bangun", "--keluaran", str(office / "site"))
    assert done.exit_code == 1
    assert "docs/rusak.md: tautan “tidak-ada.md” tidak menuju halaman yang ada" in done.stderr
    assert "hasil yang lama tidak diubah" in done.stderr
    assert [path.name for path in (office / "site").iterdir()] == ["sitemap.xml"]


def test_a_script_planted_in_docs_stops_the_build(office: Path) -> None:
    """A hand-written page may hold HTML, but nothing that acts: with MkDocs and without, the build stops and names the page."""
    (office / "docs" / "lain").mkdir()
    (office / "docs" / "lain" / "titipan.md").write_text(
        "# Titipan\n\nTeks <b>tebal</b>.\n\n<script>alert(1)</script>\n", "utf-8"
    )
    for command in (("bangun", "--keluaran", str(office / "site")), ("susun", str(office / "susunan"))):
        done = run(*command)
        assert done.exit_code == 1
        assert done.stderr.startswith("lain/titipan/index.html: berisi skrip yang bukan milik situs ini (“alert(1)”)"), (
            done.stderr
        )
    assert not (office / "site").exists()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Abort("Pagefind gagal"), r"Pagefind gagal\n"),
        (OSError(errno.ENOSPC, "No space left on device"), r"Gagal membaca atau menyimpan \S+/site: disk penuh\. "),
        (
            RuntimeError("salah kami"),
            r"Program ini gagal karena .*: RuntimeError: salah kami \(.*:\d+\)\. Rinciannya di (\S+); .*\. ",
        ),
    ],
    ids=["pencarian", "disk", "lain"],
)
def test_a_fault_while_building_keeps_the_old_site(
    fault: Exception, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong within MkDocs is a sentence; the details of a fault of ours are in a file that it names. The old
    site stays, and nothing lies beside it."""

    def fail(_: object) -> None:
        raise fault

    monkeypatch.setattr(bangun, "build_site", fail)
    monkeypatch.setattr(options, "ROOT", project())
    for name, value in (("ZI_KIT", "1"), ("ZI_PER_TANGGAL", DAY)):  # `bangun` sets them: as before again after the test
        monkeypatch.setenv(name, value)
    target = tmp_path / "site"
    target.mkdir()
    (target / "sitemap.xml").write_text("lama", encoding="utf-8")
    done = CliRunner().invoke(app.zi, ["bangun", "--keluaran", str(target)])
    assert (done.exit_code, done.stdout) == (1, "")
    found = re.fullmatch(f"{said}Situs gagal dibangun; hasil yang lama tidak diubah\\.\n", done.stderr)
    assert found, done.stderr
    if found.groups():
        details = Path(found[1])
        assert "Traceback" in details.read_text(encoding="utf-8")
        details.unlink()
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == ["site", "site/sitemap.xml"]


def test_bangun_replaces_only_a_site(tmp_path: Path) -> None:
    """A folder of other people's files is never replaced."""
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    done = zi("bangun", "--keluaran", str(tmp_path))
    assert (done.returncode, (tmp_path / "surat.txt").read_text(encoding="utf-8")) == (1, "penting")
    assert "bukan hasil bangun" in done.stderr


def test_plain_mkdocs_stops_on_bad_data(tmp_path: Path) -> None:
    """Plain `mkdocs build --strict` also says what is wrong, without a traceback, before it empties the old site."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "lama.html").write_text("lama", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = {"ZI_DATA": str(ROOT / "tests" / "cases" / "buruk"), "PATH": "", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert "maksud Anda “kantor_lengkap”?" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert (target / "lama.html").exists()


def test_susun_writes_into_an_empty_folder_only(tmp_path: Path) -> None:
    """`susun` never writes into a folder that holds something."""
    data, target = write_kantor(tmp_path / "data", {2026: [row("I.1")]}), tmp_path / "situs"
    done = zi("susun", str(target), "--per-tanggal", DAY, "--data", str(data), ZI_KIT="0")
    assert done.returncode == 0, done.stderr
    again = zi("susun", str(target), "--data", str(data), "--per-tanggal", DAY)
    assert (again.returncode, "tidak ada yang tertimpa" in again.stderr) == (1, True)


def test_another_office(other: tuple[Path, Path]) -> None:
    """Another office's data build with the same code, and nothing of the first office is in the result."""
    _, target = other
    pages = {path.relative_to(target).as_posix(): path.read_text(encoding="utf-8") for path in target.rglob("*.html")}
    assert not [path for path, text in pages.items() if "tabalong" in text.lower()]
    assert "KPU Kota Uji" in pages["index.html"]
    assert 'content="0; url=2026/"' in pages["rencana-aksi/index.html"]
    switch = re.findall(r'<a href="([^"]+)"( aria-current="page")?>(\d{4})</a>', pages["rencana-aksi/2025/index.html"])
    assert switch == [("../2026/", "", "2026"), ("./", ' aria-current="page"', "2025")]


def test_every_command_is_in_the_readme() -> None:
    """The README tells of every command that there is."""
    commands = re.findall(r"^  ([\w-]+) ", zi("--bantuan").stdout.partition("Perintah:")[2], flags=re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = "bangun berkas-lke catat kantor-baru meja perbarui perbarui-data perbarui-versi periksa pratinjau rilis-pengaduan"
    assert sorted(commands) == [*known.split(), "susun", "tahun-baru", "terbitkan", "uji", "usulan", "verifikasi"]
    assert not [command for command in commands if f"zi.py {command}" not in readme]


def test_help_is_indonesian() -> None:
    """Help speaks to the humas team."""
    text = zi("bangun", "--bantuan").stdout
    assert "Folder data kantor lain" in text
    assert not re.search(r"Usage:|Options:|Show this message|Commands:", text)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bangunn"], "Perintah 'bangunn' tidak dikenal. Maksud Anda 'bangun'?"),
        (["bangun", "--keluarn", "x"], "Pilihan '--keluarn' tidak dikenal. Maksud Anda '--keluaran'?"),
        (["bangun", "--keluaran"], "Pilihan '--keluaran' memerlukan nilai."),
        (["susun"], "Belum ditulis: 'FOLDER'."),
        (["periksa", "sekarang"], "Ada kata yang berlebih: sekarang."),
        (["periksa", "--anotasi", "x"], "Nilai untuk '--anotasi' tidak sah: 'x' bukan salah satu dari 'github', 'gitlab'."),
        (["susun", "mkdocs.yml"], "Nilai untuk 'FOLDER' tidak sah: 'mkdocs.yml' adalah berkas, bukan folder."),
    ],
)
def test_slips_on_the_command_line(arguments: list[str], expected: str) -> None:
    """A slip on the command line gets an Indonesian sentence, where to find help, and exit code 2."""
    done = zi(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr
    assert "zi.py --bantuan" in done.stderr
