"""The history of the data, read from real repositories."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from support.small_office import row, write_kantor
from zona.findings.history import days_of
from zona.findings.judge import judge
from zona.outputs.change_sentences import of_file, of_record
from zona.records.git_history import TERBANYAK, read_riwayat
from zona.records.load import load_data
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


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """A project kept by git, with an office's data and one commit."""
    root = tmp_path / "proyek"
    write_kantor(root / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Ketua"]})
    (root / "README.md").write_text("bukan data", encoding="utf-8")
    git(root, "init", "--quiet")
    commit(root)
    return root


def write_record(root: Path, text: str = RECORD) -> Path:
    path = root / "data" / "2026" / "capaian" / "i-1_2026-01.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(root: Path, per_tanggal: date = date(2026, 11, 24)) -> list[tuple[date, list[str]]]:
    """What the history page would tell of each day."""
    riwayat = read_riwayat(root / "data")
    assert riwayat
    days = days_of(riwayat, ZonaWaktu.WITA.tzinfo, per_tanggal)
    return [(day.tanggal, [*map(of_record, day.catatan), *map(of_file, day.berkas)]) for day in days]


def test_records_are_told_by_day(proyek: Path) -> None:
    """A new record and its verification are told on the office's own day, the newest first; other files by name."""
    write_record(proyek)
    commit(proyek, at="2026-02-02T15:59:00+00:00")
    write_record(proyek, f"{RECORD}diverifikasi_oleh: Ketua\n")
    commit(proyek, at="2026-02-02T16:00:00+00:00")  # midnight in WITA
    assert told(proyek) == [
        (date(2026, 2, 3), ["I.1 Januari 2026: terpenuhi, diverifikasi oleh Ketua"]),
        (date(2026, 2, 2), [
            "I.1 Januari 2026: catatan baru (selesai, 1 bukti)", "berkas keputusan.yml tahun 2026 ditambahkan",
            "berkas rencana-aksi.yml tahun 2026 ditambahkan", "berkas situs.yml ditambahkan",
        ]),
    ]  # fmt: skip


def test_changes_of_one_day_are_one(proyek: Path) -> None:
    """Written, corrected and taken away within a day is nothing to tell; the day then does not appear."""
    path = write_record(proyek)
    commit(proyek, at="2026-03-01T01:00:00+00:00")
    write_record(proyek, RECORD.replace("Rapat", "Rapat pleno"))
    commit(proyek, at="2026-03-01T02:00:00+00:00")
    assert told(proyek)[0] == (date(2026, 3, 1), ["I.1 Januari 2026: catatan baru (selesai, 1 bukti)"])
    path.unlink()
    commit(proyek, at="2026-03-01T03:00:00+00:00")
    assert [day for day, _ in told(proyek)] == [date(2026, 2, 2)]


def test_nothing_after_the_day_of_the_pages(proyek: Path) -> None:
    """A site that is built as of an earlier day tells nothing of later ones; the day itself counts, at the office."""
    write_record(proyek)
    commit(proyek, at="2026-03-01T16:00:00+00:00")  # midnight in WITA
    assert [day for day, _ in told(proyek, date(2026, 3, 2))] == [date(2026, 3, 2), date(2026, 2, 2)]
    assert [day for day, _ in told(proyek, date(2026, 3, 1))] == [date(2026, 2, 2)]


def test_only_years_are_years(proyek: Path) -> None:
    """Schemas, which the project makes, are no change of the data; a file outside a year is named by its path."""
    for path in ("skema/situs.json", "bukti/.gitkeep"):
        (proyek / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (proyek / "data" / path).write_text("{}", encoding="utf-8")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    (proyek / "data" / "skema" / "situs.json").write_text("{ }", encoding="utf-8")
    commit(proyek, at="2026-03-05T00:00:00+00:00")
    assert told(proyek)[0] == (date(2026, 3, 1), ["berkas bukti/.gitkeep ditambahkan"])


def test_only_the_data_count(proyek: Path) -> None:
    """Commits that leave the data alone are not in the history; the project's commit is the newest all the same."""
    (proyek / "README.md").write_text("lain", encoding="utf-8")
    newest = commit(proyek, at="2026-03-01T00:00:00+00:00")
    riwayat = read_riwayat(proyek / "data")
    assert riwayat
    assert (riwayat.kode, riwayat.bersih, riwayat.utuh, len(riwayat.komit)) == (newest, True, True, 1)
    (proyek / "data" / "baru.yml").write_text("x", encoding="utf-8")
    assert not (read_riwayat(proyek / "data") or riwayat).bersih


def test_a_merge_counts_when_it_is_merged(proyek: Path) -> None:
    """A proposal's commits are told once, on the day on which they came to the branch that is published."""
    git(proyek, "switch", "--quiet", "--create", "usulan")
    write_record(proyek)
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    git(proyek, "switch", "--quiet", "main")
    git(proyek, "merge", "--quiet", "--no-ff", "--message", "gabung", "usulan", at="2026-03-09T00:00:00+00:00")
    assert [day for day, _ in told(proyek)] == [date(2026, 3, 9), date(2026, 2, 2)]


def test_names_of_people_stay_in_git(proyek: Path) -> None:
    """Neither who committed nor what they wrote about it is in what is read."""
    assert not {"Uji", "rahasia"} & set(repr(read_riwayat(proyek / "data")).replace("'", " ").replace(":", " ").split())


def test_a_shallow_copy_says_so(proyek: Path, tmp_path: Path) -> None:
    """A copy without older commits is read as far as it goes, and known not to be whole."""
    write_record(proyek)
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{proyek}", "dangkal")
    riwayat = read_riwayat(tmp_path / "dangkal" / "data")
    assert riwayat
    assert (riwayat.utuh, len(riwayat.komit)) == (False, 1)


def test_no_history(proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git, or in a folder that git does not keep, there is no history, and the data load all the same."""
    alone = write_kantor(tmp_path / "sendiri", {2026: [row("I.1")]})
    assert judge(load_data(alone), date(2026, 3, 1)).riwayat is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_riwayat(proyek / "data") is None


def test_unreadable_old_records(proyek: Path) -> None:
    """A record that once was broken is told by its name, and does not stop anything."""
    path = write_record(proyek, "aksi: [")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    path.unlink()
    commit(proyek, at="2026-03-02T00:00:00+00:00")
    name = "berkas capaian/i-1_2026-01.yml tahun 2026"
    assert told(proyek)[:2] == [(date(2026, 3, 2), [f"{name} dihapus"]), (date(2026, 3, 1), [f"{name} ditambahkan"])]


def test_evidence_is_counted_and_not_read(proyek: Path) -> None:
    """Evidence files are counted by day; what they hold is not read into the history."""
    folder = proyek / "data" / "bukti" / "2026"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    (folder / "a.pdf").unlink()
    commit(proyek, at="2026-03-02T00:00:00+00:00")
    riwayat = read_riwayat(proyek / "data")
    assert riwayat
    days = days_of(riwayat, UTC, date(2026, 3, 2))
    assert [(day.bukti_ditambahkan, day.bukti_dihapus) for day in days] == [(0, 1), (2, 0), (0, 0)]
    assert not [
        file for item in riwayat.komit for file in item.berkas if file.path.endswith(".pdf") and (file.dari or file.menjadi)
    ]


def test_the_newest_commits_are_enough(proyek: Path) -> None:
    """A long history is cut at a number, and known not to be whole."""
    stream = "".join(
        f"commit refs/heads/main\ncommitter Uji <uji> {int(datetime(2026, 3, 1, tzinfo=UTC).timestamp()) + n} +0000\n"
        f"data 0\n{'from refs/heads/main^0' if n == 0 else ''}\nM 644 inline data/catatan.yml\ndata {len(str(n))}\n{n}\n\n"
        for n in range(TERBANYAK + 5)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=proyek, input=stream.encode(), check=True, capture_output=True)
    riwayat = read_riwayat(proyek / "data")
    assert riwayat
    assert (len(riwayat.komit), riwayat.utuh) == (TERBANYAK, False)
