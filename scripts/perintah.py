"""The commands behind `zi.py`, run inside the environment. Thin: each reads its options, calls the core, and speaks."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".zi-cache"
CONTOH = ROOT / "tests" / "contoh"
CEPAT = (*(f"tests/{name}" for name in ("records", "findings", "outputs", "delivery")), "-m", "not lambat")
# Three runs: what needs no browser; what does, its files apart, as the tests of a file share what is dear to make; and what
# measures times, alone.
PROSESOR = ("-n", "auto", "--maxprocesses", "4", "--dist")
PERAMBAN, WAKTU = "tests/browser", "tests/browser/test_lighthouse.py"
TANPA_PERAMBAN = (*PROSESOR, "worksteal", f"--ignore={PERAMBAN}")
DENGAN_PERAMBAN = (*PROSESOR, "loadfile", PERAMBAN, f"--ignore={WAKTU}")
sys.path.insert(0, str(ROOT / "hooks"))

import terbitkan  # noqa: E402
from alat_uji import prepare  # noqa: E402
from anotasi import for_github, for_gitlab  # noqa: E402
from bahasa_perintah import Group, Refused  # noqa: E402
from catat import catat  # noqa: E402
from kantor_baru import kantor_baru  # noqa: E402
from keluaran import NotAResult, fresh_folder, write_files  # noqa: E402
from tahun_baru import tahun_baru  # noqa: E402
from usulan import NoSuchCommit, data_at  # noqa: E402
from verifikasi import verifikasi  # noqa: E402
from zona.findings.from_folder import findings_of  # noqa: E402
from zona.findings.judge import Findings  # noqa: E402
from zona.findings.kanal import notices  # noqa: E402
from zona.findings.per_tanggal import UnreadableDate  # noqa: E402
from zona.findings.perubahan import Perubahan, changes  # noqa: E402
from zona.kit.lengkap import whole_site  # noqa: E402
from zona.outputs.bahasa import tanggal  # noqa: E402
from zona.outputs.perubahan import summary as summary_of_changes  # noqa: E402
from zona.records.load import PROSA  # noqa: E402
from zona.records.problems import DataError  # noqa: E402


def with_data(function: Callable[..., None]) -> Callable[..., None]:
    """The options that say whose data, and on which date; the function gets `data` and `per_tanggal`."""

    @functools.wraps(function)
    def command(*args: Any, contoh: bool, data: str | None, **more: Any) -> None:
        if contoh and data:
            raise Refused("Pakai salah satu: --contoh atau --data.")
        function(*args, data=str(CONTOH) if contoh else data, **more)

    options = (
        click.option("--contoh", is_flag=True, help="Pakai data contoh, bukan data kantor."),
        click.option("--data", metavar="FOLDER", help="Folder data kantor lain (bawaan: data/)."),
        click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor)."),
    )
    wrapped: Callable[..., None] = command
    for option in options:
        wrapped = option(wrapped)
    return wrapped


def read_findings(data: str | None, per_tanggal: str | None) -> Findings:
    """Read and judge; stops with every problem of the data, or with how to write a date."""
    folder, asked = Path(data) if data else ROOT / "data", per_tanggal or os.environ.get("ZI_PER_TANGGAL")
    try:
        return findings_of(folder, label=data or "data", cache=CACHE, prosa=ROOT / PROSA, asked=asked, now=datetime.now(UTC))
    except DataError as error:
        raise Refused(f"{error}\n{len(error.problems)} masalah. Situs tidak dibangun sebelum semuanya diperbaiki.") from error
    except UnreadableDate as error:
        raise Refused(str(error)) from None


@click.group(cls=Group, context_settings={"help_option_names": ["--bantuan", "--help"]})
def zi() -> None:
    """Situs Zona Integritas: dari berkas data menjadi situs web."""


@zi.command()
@with_data
@click.option("--terbit", is_flag=True, help="Periksa juga hasil bangun di --keluaran: halaman, tautan, isi, dan jumlahnya.")
@click.option("--keluaran", metavar="FOLDER", default=str(ROOT / "site"), help="Hasil bangun itu (bawaan: site/).")
@click.option("--anotasi", type=click.Choice(("github", "gitlab")), help="Tulis juga masalahnya untuk tampilan github/gitlab.")
def periksa(data: str | None, per_tanggal: str | None, terbit: bool, keluaran: str, anotasi: str | None) -> None:
    """Periksa semua berkas data; sebutkan setiap masalah dan cara memperbaikinya."""
    try:
        findings = read_findings(data, per_tanggal)
    except Refused as refused:
        if anotasi and isinstance(refused.__cause__, DataError):
            write = for_github if anotasi == "github" else for_gitlab
            click.echo(write(refused.__cause__.problems), nl=False)
        raise
    if anotasi == "gitlab":  # it wants a report in any case: the whole of standard output, with nothing beside it
        click.echo(for_gitlab(()), nl=False)
    told = list(notices(findings, data or "data"))
    if told:
        told.insert(0, "Perlu diperiksa kantor (bukan kesalahan; situs tetap terbit):")
    for line in (f"Data baik: {summary(findings)}", *told):
        click.echo(line, err=anotasi == "gitlab")
    if terbit:
        folder = Path(keluaran).resolve()
        counts = terbitkan.check_result(folder, keluaran_name(folder), whole_site(findings, cache=CACHE))
        click.echo(f"Siap terbit: {counts} di {keluaran_name(folder)}", err=anotasi == "gitlab")


@zi.command()
@click.option("--dasar", metavar="COMMIT", required=True, help="Commit atau cabang pembanding, misalnya origin/main.")
@click.option("--per-tanggal", metavar="TTTT-BB-HH", help="Tanggal hitungan (bawaan: hari ini di kantor).")
def usulan(dasar: str, per_tanggal: str | None) -> None:
    """Sebutkan apa yang berubah dari COMMIT pembanding: angka, keadaan, dan catatan."""
    after = read_findings(None, per_tanggal)
    try:
        with data_at(dasar, ROOT) as folder:
            before = read_older(folder, after.per_tanggal)
            found = changes(before, after) if before else Perubahan((), ())
            click.echo(summary_of_changes(before, after, found), nl=False)
    except NoSuchCommit as error:
        raise Refused(f"Commit pembanding “{dasar}” tidak bisa dibaca: {error}") from None


def read_older(folder: Path | None, per_tanggal: date) -> Findings | None:
    """An older state of the data, judged on the day of the new; None where there is none or it is not fit to be read."""
    if folder is None:
        return None
    try:
        return findings_of(folder, label="data", cache=CACHE, asked=per_tanggal.isoformat(), now=datetime.now(UTC))
    except DataError:
        return None


def summary(findings: Findings) -> str:
    """One line of counts."""
    years = "; ".join(
        f"{year.tahun}: {len(year.kelompok)} kelompok, {len(year.aksi)} aksi, {year.jumlah_tenggat} tenggat, "
        f"{year.jumlah_catatan} catatan teks, {len(year.capaian)} catatan capaian, {len(year.bukti)} berkas bukti"
        for year in findings.tahun
    )
    return f"{years} (per {tanggal(findings.per_tanggal)})"


@zi.command()
@with_data
@click.option("--keluaran", metavar="FOLDER", default=str(ROOT / "site"), help="Folder hasil (bawaan: site/).")
def bangun(data: str | None, per_tanggal: str | None, keluaran: str) -> None:
    """Bangun seluruh situs; bila gagal, hasil yang lama tidak disentuh."""
    findings = read_findings(data, per_tanggal)
    target = Path(keluaran).resolve()
    try:
        with fresh_folder(target) as work:
            build(work, data, findings.per_tanggal)
    except NotAResult:
        raise Refused(f"{keluaran} berisi berkas lain, bukan hasil bangun; pilih folder baru atau kosong.") from None
    pages = sum(1 for _ in target.rglob("*.html"))
    click.echo(f"Situs selesai: {pages} halaman di {keluaran_name(target)} — {summary(findings)}")


@zi.command(name="terbitkan")
@with_data
@click.option("--ke", metavar="FOLDER", required=True, help="Folder yang dibaca server web.")
@click.option("--dari", metavar="FOLDER", default=str(ROOT / "site"), help="Hasil bangun yang diterbitkan (bawaan: site/).")
@click.option("--kembalikan", is_flag=True, help="Terbitkan lagi situs sebelumnya.")
def terbitkan_(data: str | None, per_tanggal: str | None, ke: str, dari: str, kembalikan: bool) -> None:
    """Terbitkan hasil bangun ke folder server sendiri, utuh atau tidak sama sekali; yang lama disimpan."""
    if kembalikan:
        click.echo(terbitkan.roll_back(Path(ke), ke))
        return
    source = Path(dari).resolve()
    files = whole_site(read_findings(data, per_tanggal), cache=CACHE)
    click.echo(terbitkan.publish(source, Path(ke), (keluaran_name(source), ke), files))


@zi.command()
@with_data
@click.option("--kit", is_flag=True, help="Gambar juga kartu, poster, dan laporan (lebih lama).")
def pratinjau(data: str | None, per_tanggal: str | None, kit: bool) -> None:
    """Lihat situs di komputer ini; halaman berubah begitu berkas disimpan."""
    findings = read_findings(data, per_tanggal)
    fixed = findings.per_tanggal if per_tanggal else None
    click.echo("Buka http://127.0.0.1:8000/ di peramban. Hentikan dengan Ctrl+C.", err=True)
    command, environment = mkdocs("serve", "--dev-addr", "127.0.0.1:8000", data=data, per_tanggal=fixed)
    raise SystemExit(subprocess.call(command, env=environment | {"ZI_KIT": "1" if kit else "0"}))


@zi.command()
@click.argument("folder", type=click.Path(file_okay=False))
@with_data
def susun(folder: str, data: str | None, per_tanggal: str | None) -> None:
    """Tulis berkas-berkas sumber situs ke FOLDER (baru atau kosong), tanpa MkDocs."""
    findings = read_findings(data, per_tanggal)
    target = Path(folder)
    if target.exists() and any(target.iterdir()):
        raise Refused(f"{folder} sudah berisi; pilih folder baru atau kosong supaya tidak ada yang tertimpa.")
    files = whole_site(findings, cache=CACHE)
    write_files(target, files)
    click.echo(f"{len(files)} berkas ditulis ke {folder} — {summary(findings)}")


@zi.command(context_settings={"ignore_unknown_options": True})
@click.argument("pilihan", nargs=-1, type=click.UNPROCESSED)
@click.option("--cepat", is_flag=True, help="Hanya inti: data, hitungan, isi halaman; tanpa peramban.")
def uji(pilihan: tuple[str, ...], cepat: bool) -> None:
    """Jalankan semua uji (PILIHAN diteruskan ke pytest)."""
    if cepat:
        runs = [(*PROSESOR, "worksteal", *CEPAT, *pilihan)]
    else:
        prepare()
        runs = [pilihan] if pilihan else [TANPA_PERAMBAN, DENGAN_PERAMBAN, (WAKTU,)]
    raise SystemExit(max(subprocess.call([sys.executable, "-m", "pytest", *run], cwd=ROOT) for run in runs))


def mkdocs(*arguments: str, data: str | None, per_tanggal: date | None) -> tuple[list[str], dict[str, str]]:
    """The command that runs MkDocs strictly on the site's configuration, and its environment.

    Never with `--quiet`: it silences the warnings that a strict build counts.
    """
    environment = dict(os.environ)
    if data:
        environment["ZI_DATA"] = str(Path(data).resolve())
    if per_tanggal:
        environment["ZI_PER_TANGGAL"] = per_tanggal.isoformat()
    config = str(ROOT / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", arguments[0], "--strict", "--config-file", config, *arguments[1:]], environment


def build(folder: Path, data: str | None, per_tanggal: date) -> None:
    """Build the site into an empty folder, or stop and say why."""
    command, environment = mkdocs("build", "--site-dir", str(folder), data=data, per_tanggal=per_tanggal)
    done = subprocess.run(
        command, env={**environment, "ZI_KIT": "1"}, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode != 0:
        log = done.stdout + done.stderr
        reasons = "\n".join(in_indonesian(log)) or log[-2000:].strip()  # no warning: a fault of ours, told as it is
        raise Refused(f"{reasons}\nSitus gagal dibangun; hasil yang lama tidak diubah.")


def in_indonesian(log: str) -> Iterator[str]:
    """MkDocs' warnings about hand-written pages as `path: what is wrong; what to do`; others as they are."""
    for line in log.splitlines():
        text = line.partition(" -  ")[2] if line.startswith(("WARNING", "ERROR")) else ""
        link = re.search(r"Doc file '([^']+)' contains an? .*?link '([^']*)'", text)
        if link:
            yield f"docs/{link[1]}: tautan “{link[2]}” tidak menuju halaman yang ada; periksa alamatnya"
        elif text:
            yield f"MkDocs: {text}"
        elif "SearchFailed: " in line:
            yield line.partition("SearchFailed: ")[2]


def keluaran_name(target: Path) -> str:
    """The output folder as people name it: relative to the project where it lies inside."""
    return f"{target.relative_to(ROOT).as_posix()}/" if target.is_relative_to(ROOT) else str(target)


zi.add_command(catat)
zi.add_command(verifikasi)
zi.add_command(tahun_baru)
zi.add_command(kantor_baru)

if __name__ == "__main__":
    zi(prog_name="zi.py")
