"""`zi.py perbarui-versi`: an office takes another version of the program, wholly or not at all, and hears what changes."""

from __future__ import annotations

import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

import app
import environment
import pytest
from cli.indonesian_click import Refused
from cli.verifikasi import Served
from cli.versi import perbarui_versi
from cli.versi.version_news import news
from cli.versi.wheel_file import WheelFile, pinned_wheel
from cli.versi.written_repository import write_repository
from click.testing import CliRunner, Result
from packaging.version import Version
from small.written_office import WrittenOffice, house_copy, wheel_of, written_office
from support.same_tree import sums
from support.zi_command import LAIN, PER_TANGGAL_LAIN
from zona.problems import NotTaken
from zona.records.situs import ZonaWaktu

CHANGELOG = """\
# Changelog

## Unreleased

### Untuk kantor

- Belum bernomor.

### For readers

- English.

## 1.1 – 2030-01-01

### Untuk kantor

Words between.

- Baru di satu titik satu.

## 1.0 – 2029-01-01

### Untuk kantor

- Sudah lama.
"""


def wheel(version: str, *, inside: str | None = None, changelog: str = CHANGELOG) -> WheelFile:
    """A wheel with nothing in it but what the command reads; `inside` is the version that it says of itself."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        metadata = f"Metadata-Version: 2.4\nName: zona-integritas\nVersion: {inside or version}\n"
        for path, text in (
            (f"zona_integritas-{version}.dist-info/METADATA", metadata),
            ("zona_integritas/requirements.lock", "satu==1\n"),
            ("zona_integritas/CHANGELOG.md", changelog),
        ):
            archive.writestr(zipfile.ZipInfo(path), text)
    return WheelFile(f"zona_integritas-{version}-py3-none-any.whl", stream.getvalue())


class Office:
    """An office's repository of version 1.0, and what the next version is asked to do there; `fails` is where it fails."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.asked, self.fails = root, list[tuple[str, ...]](), ""
        write_repository(root, wheel("1.0"), ZonaWaktu.WIT)
        shutil.copytree(LAIN / "data", root / "data")
        for name, value in (("ROOT", root), ("FROM_SOURCE", False), ("run_new", self.run_new)):
            monkeypatch.setattr(perbarui_versi, name, value)

    def run_new(self, *arguments: str) -> None:
        """Be the next version."""
        self.asked.append(arguments)
        assert pinned_wheel(self.root).version > Version("1.0")
        if arguments[0] == self.fails:
            raise Refused(perbarui_versi.UNCHANGED)

    def zi(self, *arguments: str) -> Result:
        """Run the command."""
        return CliRunner().invoke(app.zi, ["perbarui-versi", *arguments])

    def put(self, *wheels: WheelFile) -> None:
        """Lay files into the folder of versions."""
        for item in wheels:
            (self.root / item.path).write_bytes(item.content)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path / "kantor", monkeypatch)


def test_the_newest_of_the_folder_is_taken(office: Office) -> None:
    """A newer file that lies in the folder is taken; the lock names it, the old one goes, the data are brought up to date, as
    are the files that the office left alone; what changes is told in Indonesian, of what is newer only."""
    office.put(wheel("1.1"), wheel("1.0.5"))
    workflow = office.root / ".github/workflows/terbit.yml"
    workflow.write_text(workflow.read_text(encoding="utf-8").replace("10 15", "30 15"), encoding="utf-8")
    done = office.zi("--ya")
    assert done.exit_code == 0, done.output
    assert "Sekarang: versi 1.0. Yang baru: versi 1.1" in done.output
    assert "  - Belum bernomor.\n  - Baru di satu titik satu.\n" in done.output
    assert not re.search("lama|English|Words", done.output)
    assert "Diubah kantor, jadi dibiarkan: .github/workflows/terbit.yml\nVersi 1.1 dipakai." in done.output
    assert pinned_wheel(office.root) == wheel("1.1")
    assert {path.name for path in (office.root / "versi").iterdir()} == {wheel("1.1").name, wheel("1.0.5").name}
    assert office.asked[0] == ("perbarui-data", "--ya")
    refreshed = office.asked[1][2::2]
    assert ".github/workflows/terbit.yml" not in refreshed
    assert {"zi.py", "zi.cmd", "hooks/situs.py", ".github/workflows/usulan.yml"} <= set(refreshed)


@pytest.mark.parametrize("fails", ["perbarui-data", "perbarui-versi"])
def test_where_the_new_version_fails_nothing_is_changed(fails: str, office: Office, tmp_path: Path) -> None:
    """Whatever the new version can't do, every byte of the repository is as it was."""
    new = wheel("1.1")
    (tmp_path / new.name).write_bytes(new.content)
    before, office.fails = sums(office.root), fails
    done = office.zi(str(tmp_path / new.name), "--ya")
    assert (done.exit_code, done.stderr) == (1, "Versi yang dipakai tidak berubah.\n")
    assert sums(office.root) == before
    office.fails = ""
    assert office.zi(str(tmp_path / new.name), "--ya").exit_code == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (wheel("1.0"), "versi 1.0 dari berkas ini sudah dipakai"),
        (wheel("0.9"), "versi 0.9 tidak lebih baru daripada yang dipakai (1.0)"),
        (wheel("1.0", changelog="lain"), "versi 1.0 tidak lebih baru daripada yang dipakai (1.0)"),
    ],
)
def test_what_is_not_newer_is_refused(given: WheelFile, said: str, office: Office, tmp_path: Path) -> None:
    """The same file and an older version are refused; an older one is taken where that is asked for."""
    (tmp_path / given.name).write_bytes(given.content)
    before = sums(office.root)
    done = office.zi(str(tmp_path / given.name), "--ya")
    assert done.exit_code == 1
    assert said in done.stderr
    assert sums(office.root) == before
    if given.content != wheel("1.0").content:
        perbarui_versi.run_new = lambda *_: None  # type: ignore[assignment]
        assert office.zi(str(tmp_path / given.name), "--lama", "--ya").exit_code == 0
        assert pinned_wheel(office.root) == given
        assert [path.name for path in (office.root / "versi").iterdir()] == [given.name]


def test_what_is_no_version_is_refused(office: Office, tmp_path: Path) -> None:
    """A file that is not there, of another program, with another name than it says, or broken: one sentence each; so too where
    nothing newer lies in the folder, and where the program runs from source."""
    before = sums(office.root)
    assert "berkas tiada.whl tidak ada" in office.zi("tiada.whl").stderr
    assert "tidak ada yang lebih baru" in office.zi().stderr
    (tmp_path / "catatan.txt").write_text("x", encoding="utf-8")
    assert "catatan.txt bukan berkas versi" in office.zi(str(tmp_path / "catatan.txt")).stderr
    for name, content, said in (
        ("lain-1.1-py3-none-any.whl", wheel("1.1").content, "berisi program lain"),
        ("zona_integritas-1.2-py3-none-any.whl", wheel("1.1").content, "rusak atau tidak lengkap"),
        (wheel("1.1").name, wheel("1.1").content[:-30], "rusak atau tidak lengkap"),
    ):
        (tmp_path / name).write_bytes(content)
        assert said in office.zi(str(tmp_path / name)).stderr
    with pytest.raises(NotTaken, match="tidak cocok dengan namanya"):
        wheel("1.1", inside="1.2")
    assert sums(office.root) == before
    perbarui_versi.FROM_SOURCE = True
    assert "diperbarui dengan git" in office.zi().stderr


def test_a_version_comes_from_an_address(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an office names an https address, the file comes from there, and its SHA-256 is told before anything is changed."""
    asked: list[tuple[str, str]] = []

    def read(served: Served, name: str, most: int) -> bytes:
        asked.append((served.address, name))
        return wheel("1.1").content if most >= 2_000_000 else b""

    monkeypatch.setattr(Served, "read", read)
    done = office.zi(f"https://contoh.example/versi/{wheel('1.1').name}", "--ya")
    assert done.exit_code == 0, done.output
    assert asked == [("https://contoh.example/versi", wheel("1.1").name)]
    assert f"sidik SHA-256 {wheel('1.1').sidik}" in done.output
    assert pinned_wheel(office.root) == wheel("1.1")


def test_a_no_changes_nothing(office: Office) -> None:
    """Who is asked and says no keeps everything; what a killed run left beside is removed."""
    office.put(wheel("1.1"))
    before = sums(office.root)
    (office.root / ".zi-catat-0123abcd-requirements.lock").write_bytes(b"x")
    done = CliRunner().invoke(app.zi, ["perbarui-versi"], input="tidak\n")
    assert done.exit_code == 130
    assert "Versi yang dipakai tidak berubah." in done.output
    assert sums(office.root) == before


def test_news_without_words_for_offices() -> None:
    """Where nobody wrote for the office, it is told where the whole list is."""
    (line,) = news(wheel("2.0", changelog="# Changelog\n\n## 2.0\n\n- English.\n"), Version("1.0"))
    assert "CHANGELOG.md" in line


@pytest.mark.lambat
@pytest.mark.skipif(sys.platform == "win32", reason="links an environment's Python")
def test_a_whole_move(tmp_path: Path) -> None:
    """For real: an office with one wheel installed takes the next one, whose environment is ready; the new program runs the old
    data, its `zi.py` is the new one, and the environment before is removed by the first command after."""
    office = WrittenOffice(shutil.copytree(written_office().root, tmp_path / "kantor", symlinks=True))
    house = house_copy(tmp_path / "rumah")
    for path, old, new in (
        ("pyproject.toml", r'^version = "[^"]+"', 'version = "99.1"'),
        ("scripts/zi.py", r"^import hashlib", "# Versi baru.\nimport hashlib"),
    ):
        text = (house / path).read_text(encoding="utf-8")
        (house / path).write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    newer = wheel_of(house, tmp_path)
    office.install(newer)
    kept = {environment.MOVING: "1"}  # else the environment that nobody runs in yet would be tidied up
    done = office.zi("perbarui-versi", str(tmp_path / newer.name), "--ya", **kept)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Versi 99.1 dipakai." in done.stdout
    assert pinned_wheel(office.root).sidik == newer.sidik
    assert "# Versi baru." in (office.root / "zi.py").read_text(encoding="utf-8")
    assert len(list((office.root / ".venv").iterdir())) == 2
    done = office.zi("periksa", "--per-tanggal", PER_TANGGAL_LAIN.isoformat())
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((office.root / ".venv").iterdir())) == 1
