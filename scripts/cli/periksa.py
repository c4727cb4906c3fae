"""`zi.py periksa`: every problem of the data, in the forms that code hosts show too, and of what was built from them."""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import click
from zona.drawing.sign_notices import sign_notices
from zona.findings.upkeep.notices import notices
from zona.findings.year_findings import Findings
from zona.problems import Line, Problem, on_one_line
from zona.records.pengaduan.pengaduan import closed_folder
from zona.records.reading.data_error import DataError

from cli.indonesian_click import Command, Refused
from cli.options import CACHE, ROOT, keluaran_name, problems_refused, read_findings, say, summary, with_data, with_kit


@click.command(cls=Command)
@with_data
@click.option("--terbit", is_flag=True, help="Periksa juga hasil bangun di --keluaran: halaman, tautan, isi, dan jumlahnya.")
@click.option("--keluaran", metavar="FOLDER", default=str(ROOT / "site"), help="Hasil bangun itu (bawaan: site/).")
@click.option("--anotasi", type=click.Choice(("github", "gitlab")), help="Tulis juga masalahnya untuk tampilan github/gitlab.")
def periksa(data: str | None, per_tanggal: str | None, terbit: bool, keluaran: str, anotasi: str | None) -> None:
    """Periksa semua berkas data; sebutkan setiap masalah dan cara memperbaikinya."""
    try:
        findings = read_checked(data, per_tanggal)
    except Refused as refused:
        if anotasi and refused.problems:
            write = for_github if anotasi == "github" else for_gitlab
            click.echo(write(refused.problems), nl=False)
        raise
    if anotasi == "gitlab":  # it wants a report in any case: the whole of standard output, with nothing beside it
        click.echo(for_gitlab(()), nl=False)
    told = [*notices(findings, data or "data"), *sign_notices(findings, data or "data")]
    if told:
        told.insert(0, "Perlu diperiksa kantor (bukan kesalahan; situs tetap terbit):")
    for line in (f"Data baik: {summary(findings)}", *told):
        click.echo(on_one_line(line), err=anotasi == "gitlab")
    if terbit:
        # Only looking at data goes without what makes and reads pages.
        from zona.whole_site import paths_of

        from cli.last_look import check_result, not_drawn

        folder = Path(keluaran).resolve()
        paths = paths_of(findings, cache=CACHE, kit=with_kit())
        counts = check_result(folder, keluaran_name(folder), paths.always, paths.drawn)
        say(not_drawn(folder, paths.drawn))
        click.echo(f"Siap terbit: {counts} di {keluaran_name(folder)}", err=anotasi == "gitlab")


def read_checked(data: str | None, per_tanggal: str | None) -> Findings:
    """Read and judge; stops with every problem, and with what git must not keep."""
    with problems_refused():
        refuse_tracked_cache(ROOT)
        refuse_tracked_counts(ROOT / "data")
        findings = read_findings(data, per_tanggal)
        if data and not findings.situs.isi.contoh:  # made-up counts are in a repository on purpose
            refuse_tracked_counts(Path(data))
    return findings


def refuse_tracked_cache(root: Path) -> None:
    """Raise `DataError` where git keeps the cache, or a file in it: a proposal would bring what nobody can review, and what
    builds would publish as photos and drawings of the office."""
    _refuse_tracked(root / CACHE.name, "simpanan sementara ikut disimpan git")


def refuse_tracked_counts(data: Path) -> None:
    """Raise `DataError` where git keeps true counts of an office's complaints, which are for its own computer only."""
    masalah = "angka pengaduan sebenarnya ikut disimpan git, sehingga terbuka bagi siapa pun yang melihat repositorinya"
    more = "; yang sudah terkirim tinggal di riwayat: baca “Melaporkan jumlah pengaduan” dalam panduan"
    _refuse_tracked(closed_folder(data), masalah, more)


def _refuse_tracked(folder: Path, masalah: str, more: str = "") -> None:
    """Nothing is said where git keeps nothing here."""
    command = ["git", "ls-files", "-z", "--", folder.name]
    try:
        done = subprocess.run(
            command, cwd=folder.parent, capture_output=True, encoding="utf-8", errors="surrogateescape", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return  # without git, or outside a checkout, there is no commit to refuse
    if found := [name for name in done.stdout.split("\0") if name]:
        hint = f"jalankan git rm -r --cached {folder.name}, lalu kirim (commit){more}"
        raise DataError([Problem(Line(found[0]), f"{masalah} ({len(found)} berkas)", hint)])


def for_github(problems: Iterable[Problem[Line]]) -> str:
    """One `::error` command a problem; GitHub wants "%", line ends, and in properties ":" and "," written as codes."""
    return "".join(
        f"::error file={_code(item.place.path, more=True)},line={item.place.line},"
        f"title=Data perlu diperbaiki::{_code(item.words)}\n"
        for item in problems
    )


def _code(text: str, *, more: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if more else {})
    return "".join(signs.get(sign, sign) for sign in text)


def for_gitlab(problems: Iterable[Problem[Line]]) -> str:
    """The Code Quality report (a JSON list); a fingerprint stays the same as long as the problem does."""
    issues = [
        {
            "description": item.words,
            "check_name": "data",
            "fingerprint": hashlib.sha256(str(item).encode()).hexdigest(),
            "severity": "blocker",
            "location": {"path": item.place.path, "lines": {"begin": item.place.line}},
        }
        for item in problems
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
