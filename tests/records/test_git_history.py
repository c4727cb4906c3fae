"""The history of the data, read from real repositories."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from small.git_project import RECORD, commit, git, kept_project, shown, write_record
from small.office_data import row, write_kantor
from zona.findings.changes import days_of
from zona.findings.judge import judge
from zona.records.git_history import read_riwayat
from zona.records.load import load_data


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """A project kept by git, with an office's data and one commit."""
    return kept_project(tmp_path / "proyek")


def test_nothing_after_the_day_of_the_pages(proyek: Path) -> None:
    """A site that is built as of an earlier day shows nothing of later ones; the day itself counts, at the office."""
    write_record(proyek)
    commit(proyek, at="2026-03-01T16:00:00+00:00")  # midnight in WITA
    assert [day for day, _ in shown(proyek, date(2026, 3, 2))] == [date(2026, 3, 2), date(2026, 2, 2)]
    assert [day for day, _ in shown(proyek, date(2026, 3, 1))] == [date(2026, 2, 2)]


def test_only_years_are_years(proyek: Path) -> None:
    """Schemas, which the project makes, are no change of the data; only the folder of a year is one."""
    for path in ("skema/situs.json", "bukti/.gitkeep"):
        (proyek / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (proyek / "data" / path).write_text("{}", encoding="utf-8")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    (proyek / "data" / "skema" / "situs.json").write_text("{ }", encoding="utf-8")
    commit(proyek, at="2026-03-05T00:00:00+00:00")
    assert shown(proyek)[0] == (date(2026, 3, 1), ["1 berkas bukti ditambahkan."])


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
    """A proposal's commits are shown once, on the day on which they came to the branch that is published."""
    git(proyek, "switch", "--quiet", "--create", "usulan")
    write_record(proyek)
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    git(proyek, "switch", "--quiet", "main")
    git(proyek, "merge", "--quiet", "--no-ff", "--message", "gabung", "usulan", at="2026-03-09T00:00:00+00:00")
    assert [day for day, _ in shown(proyek)] == [date(2026, 3, 9), date(2026, 2, 2)]


def test_names_of_people_stay_in_git(proyek: Path) -> None:
    """Neither who committed nor what they wrote about it is in what is read."""
    assert not {"Uji", "rahasia"} & set(repr(read_riwayat(proyek / "data")).replace("'", " ").replace(":", " ").split())


def test_a_shallow_copy_says_so(proyek: Path, tmp_path: Path) -> None:
    """A copy without older commits is read as far as it goes, and known not to be whole; its oldest commit, in which git
    sees every file as new, is left out."""
    write_record(proyek)
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    for depth, days in (("1", []), ("2", [date(2026, 3, 1)])):
        if depth == "2":  # or all two commits would be there
            write_record(proyek, RECORD.replace("Rapat", "Rapat pleno"))
            commit(proyek, at="2026-03-01T01:00:00+00:00")
        git(tmp_path, "clone", "--quiet", "--depth", depth, f"file://{proyek}", depth)
        riwayat = read_riwayat(tmp_path / depth / "data")
        assert riwayat
        assert not riwayat.utuh
        assert [day.tanggal for day in days_of(riwayat, UTC, date(2026, 11, 24))] == days
    assert shown(tmp_path / "2") == [(date(2026, 3, 1), ["Laporan I.1 Januari 2026 diperbarui."])]


def test_no_history(proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git, or in a folder that git does not keep, there is no history, and the data load all the same."""
    alone = write_kantor(tmp_path / "sendiri", {2026: [row("I.1")]})
    assert judge(load_data(alone), date(2026, 3, 1)).riwayat is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_riwayat(proyek / "data") is None


def test_what_files_held_is_not_read(proyek: Path) -> None:
    """A record that once was broken stops nothing, and no word of any file is in what is read."""
    path = write_record(proyek, "aksi: [rahasia")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    path.unlink()
    commit(proyek, at="2026-03-02T00:00:00+00:00")
    assert [sentences for _, sentences in shown(proyek)[:2]] == [
        ["Laporan I.1 Januari 2026 dihapus."], ["Laporan I.1 Januari 2026 masuk."]
    ]  # fmt: skip
    assert "rahasia" not in repr(read_riwayat(proyek / "data"))


def write_commits(proyek: Path, number: int) -> None:
    """That many changes of a data file, one commit each."""
    stream = "".join(
        f"commit refs/heads/main\ncommitter Uji <uji> {int(datetime(2026, 3, 1, tzinfo=UTC).timestamp()) + n} +0000\n"
        f"data 0\n{'from refs/heads/main^0' if n == 0 else ''}\nM 644 inline data/catatan.yml\ndata {len(str(n))}\n{n}\n\n"
        for n in range(number)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=proyek, input=stream.encode(), check=True, capture_output=True)


@pytest.mark.parametrize(("commits", "shown", "whole"), [(300, 300, True), (301, 300, False), (305, 300, False)])
def test_the_newest_commits_are_enough(commits: int, shown: int, whole: bool, proyek: Path) -> None:
    """A history of more than 300 commits is cut there, and known not to be whole."""
    before = read_riwayat(proyek / "data")
    assert before
    write_commits(proyek, commits - len(before.komit))
    riwayat = read_riwayat(proyek / "data")
    assert riwayat
    assert (len(riwayat.komit), riwayat.utuh) == (shown, whole)
