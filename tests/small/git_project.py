"""An office's data kept by a real git repository, and what its history page says of each day."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from small.office_data import row, write_kantor
from zona.findings.changes import days_of
from zona.outputs.change_sentences import KalimatHari, of_day
from zona.records.git_history import read_riwayat
from zona.records.situs import ZonaWaktu

RECORD = """aksi: I.1
periode: 2026-01
tanggal: 2026-01-20
hasil: selesai
uraian: Rapat
bukti:
  - tautan: https://contoh.example/notulen
    judul: Notulen
    jenis: notulen
dicatat_oleh: Tim
"""


def git(root: Path, *arguments: str, at: str = "2026-02-01T20:00:00+00:00") -> str:
    """Run git as nobody in particular, at a set time."""
    identity = {f"GIT_{who}_{what}": "Uji" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, "GIT_CONFIG_GLOBAL": "", "GIT_CONFIG_SYSTEM": ""}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(command, cwd=root, env=identity | dates | {"PATH": "/usr/bin:/bin"}, capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit(root: Path, *, at: str = "2026-02-01T20:00:00+00:00") -> str:
    """Commit everything."""
    git(root, "add", "--all", at=at)
    git(root, "commit", "--quiet", "--allow-empty", "--message", "rahasia: nama orang", at=at)
    return git(root, "rev-parse", "HEAD")


def kept_project(root: Path) -> Path:
    """A project kept by git, with an office's data and one commit; its folder."""
    write_kantor(root / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Ketua"]})
    (root / "README.md").write_text("bukan data", encoding="utf-8")
    git(root, "init", "--quiet")
    commit(root)
    return root


def write_record(root: Path, text: str = RECORD) -> Path:
    """Write the record of I.1; its path."""
    path = root / "data" / "2026" / "capaian" / "i-1_2026-01.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(root: Path, per_tanggal: date = date(2026, 11, 24)) -> list[tuple[date, list[str]]]:
    """What the history page shows of each day."""
    riwayat = read_riwayat(root / "data")
    assert riwayat
    return [(day.tanggal, [_whole(one) for one in of_day(day)]) for day in days_of(riwayat, ZonaWaktu.WITA.tzinfo, per_tanggal)]


def _whole(kalimat: KalimatHari) -> str:
    return kalimat.teks + "".join(f" [{name}]" for name in kalimat.rincian)
