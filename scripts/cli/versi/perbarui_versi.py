"""`zi.py perbarui-versi`: an office's repository takes another version of this program, wholly or not at all: the wheel and the
lock that pins it, the data, and the files around them that the office left as they were written."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from environment import MOVING
from places import FROM_SOURCE, ROOT
from zona.desk.write_record import PREFIX, hidden
from zona.disk.new_files import Changed, Contents, NotUndone, replace_all
from zona.problems import NotTaken
from zona.records.load import SITUS
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings
from zona.records.situs import Situs

from cli.dialogue.questions import Questions
from cli.indonesian_click import Command, Refused
from cli.verifikasi import WHOLE, Served
from cli.versi.version_news import news
from cli.versi.wheel_file import FOLDER, WheelFile, pinned_wheel, read_wheel
from cli.versi.written_repository import repository_bytes, version_bytes

UNCHANGED = "Versi yang dipakai tidak berubah."
LARGEST = 50_000_000  # bytes; a version has some 1.4 million


@click.command(cls=Command, name="perbarui-versi", unchanged=UNCHANGED)
@click.argument("berkas", required=False, metavar="[BERKAS]")
@click.option("--lama", is_flag=True, help="Boleh juga versi yang tidak lebih baru.")
@click.option("--ya", is_flag=True, help="Jangan bertanya.")
@click.option("--segarkan", multiple=True, hidden=True)  # how the version before has this one write the files around
def perbarui_versi(berkas: str | None, lama: bool, ya: bool, segarkan: Sequence[str]) -> None:
    """Pakai versi lain program ini: dari BERKAS .whl atau alamatnya (bawaan: yang terbaru di folder versi/)."""
    if FROM_SOURCE:
        raise Refused("Di sini program ini berjalan dari kode sumbernya, yang diperbarui dengan git.")
    if segarkan:
        replace({path: (read(path), content) for path, content in around().items() if path in segarkan})
        return
    tidy_up()
    now = pinned_wheel(ROOT)
    new = chosen(berkas, now)
    refuse_unfit(now, new, lama)
    click.echo(f"Sekarang: versi {now.version}. Yang baru: versi {new.version}, sidik SHA-256 {new.sidik}")
    for line in news(new, now.version):
        click.echo(line)
    Questions(ya).agree(f"Pakai versi {new.version}?")
    written = around()
    own = [path for path, content in written.items() if read(path) not in (content, None)]
    move(now, new, [path for path in written if path not in own])
    if own:
        click.echo(f"Diubah kantor, jadi dibiarkan: {', '.join(own)}")
    click.echo(f"Versi {new.version} dipakai. Jalankan zi.py periksa, lalu kirim (commit) semua perubahannya.")


def chosen(given: str | None, now: WheelFile) -> WheelFile:
    """The version that was given: a file, its address, or the newest that lies in the folder. Raises `NotTaken`."""
    if given and given.startswith("https://"):
        base, _, name = given.rpartition("/")
        return WheelFile(name, Served(base, time.monotonic() + WHOLE).read(name, LARGEST))
    if given:
        if not Path(given).is_file():
            raise NotTaken(f"berkas {given} tidak ada. {UNCHANGED}")
        return read_wheel(Path(given))
    newest = max((read_wheel(path) for path in (ROOT / FOLDER).glob("*.whl")), key=lambda wheel: wheel.version)
    if newest.version <= now.version:
        raise NotTaken(
            f"versi {now.version} sudah dipakai, dan di folder {FOLDER}/ tidak ada yang lebih baru. Minta berkas versi (.whl) "
            f"kepada pengelola program, simpan di folder itu, lalu ulangi"
        )
    return newest


def refuse_unfit(now: WheelFile, new: WheelFile, older: bool) -> None:
    """Raise `NotTaken` where the version is used already, or is older and nobody asked for that."""
    if new.content == now.content:
        raise NotTaken(f"versi {now.version} dari berkas ini sudah dipakai. {UNCHANGED}")
    if new.version <= now.version and not older:
        raise NotTaken(
            f"versi {new.version} tidak lebih baru daripada yang dipakai ({now.version}). {UNCHANGED} "
            "Bila memang itu yang diinginkan, ulangi dengan --lama"
        )


def around() -> dict[str, bytes]:
    """What this version writes around the data of an office of this time zone; nothing where that can't be read."""
    situs = FileReader(ROOT / "data", "data", []).read(SITUS, Situs, Surroundings())
    return repository_bytes(situs.isi.zona_waktu) if situs else {}


def move(now: WheelFile, new: WheelFile, untouched: Sequence[str]) -> None:
    """Put the new version in the place of the old, and have it bring the data and the untouched files up to date; all as it was
    where any of it fails."""

    def settle() -> None:
        run_new("perbarui-data", "--ya")
        run_new("perbarui-versi", *(word for path in untouched for word in ("--segarkan", path)))

    changes: dict[str, tuple[Contents, Contents]] = {
        path: (read(path), content) for path, content in version_bytes(new).items()
    }
    if now.path not in changes:
        changes[now.path] = (now.content, None)
    replace(changes, settle)


def replace(changes: Mapping[str, tuple[Contents, Contents]], check: Callable[[], object] = lambda: None) -> None:
    """Give files of the repository other contents (what each has, what it gets), and have that checked: all, or none."""
    different = {ROOT / path: change for path, change in changes.items() if change[0] != change[1]}
    try:
        replace_all(different, hidden, check)
    except Changed as error:
        raise Refused(f"{Path(str(error)).name} baru saja diubah orang lain; ulangi. {UNCHANGED}") from None
    except NotUndone as error:
        raise Refused(f"Gagal, dan yang ini belum bisa dikembalikan: {error}. Kembalikan dari git, lalu ulangi.") from None


def run_new(*arguments: str) -> None:
    """Have the new version do something, in an environment of its own. Raises `Refused`."""
    command = [sys.executable, str(ROOT / "zi.py"), *arguments]
    if subprocess.run(command, env=os.environ | {MOVING: "1"}, check=False).returncode:
        raise Refused(UNCHANGED)


def read(path: str) -> bytes | None:
    """A file of the repository, None where it is not there."""
    return (ROOT / path).read_bytes() if (ROOT / path).is_file() else None


def tidy_up() -> None:
    """Remove what a run that was killed left beside."""
    for folder in (ROOT, ROOT / FOLDER):
        for path in folder.glob(f"{PREFIX}*"):
            path.unlink()
