"""The history of the data, read from real repositories."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from zona.findings.changes import days_of
from zona.findings.judge import judge
from zona.outputs import addresses
from zona.outputs.change_sentences import KalimatHari, of_day
from zona.outputs.present import present
from zona.records.git_history import read_riwayat
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


def shown(root: Path, per_tanggal: date = date(2026, 11, 24)) -> list[tuple[date, list[str]]]:
    """What the history page shows of each day."""
    riwayat = read_riwayat(root / "data")
    assert riwayat
    return [(day.tanggal, [_whole(one) for one in of_day(day)]) for day in days_of(riwayat, ZonaWaktu.WITA.tzinfo, per_tanggal)]


def _whole(kalimat: KalimatHari) -> str:
    return kalimat.teks + "".join(f" [{name}]" for name in kalimat.rincian)


def test_changes_are_shown_by_day(proyek: Path) -> None:
    """A new record and its verification are shown on the office's own day, the newest first, with the row of the plan that
    they are about; other files by their names."""
    write_record(proyek)
    commit(proyek, at="2026-02-02T15:59:00+00:00")
    write_record(proyek, f"{RECORD}verifikasi: Ketua\n")
    commit(proyek, at="2026-02-02T16:00:00+00:00")  # midnight in WITA
    assert shown(proyek) == [
        (date(2026, 2, 3), ["Laporan I.1 Januari 2026 diperbarui."]),
        (
            date(2026, 2, 2),
            [
                "Laporan I.1 Januari 2026 masuk.",
                "Data dasar ditambahkan: keputusan 2026, rencana aksi 2026, dan identitas situs.",
            ],
        ),
    ]


def test_changes_of_one_day_are_one(proyek: Path) -> None:
    """A day says what it came to: written and corrected is new; with what came and went, and a day of only that, nothing."""
    path = write_record(proyek)
    commit(proyek, at="2026-03-01T01:00:00+00:00")
    write_record(proyek, RECORD.replace("Rapat", "Rapat pleno"))
    commit(proyek, at="2026-03-01T02:00:00+00:00")
    assert shown(proyek)[0] == (date(2026, 3, 1), ["Laporan I.1 Januari 2026 masuk."])
    path.unlink()
    commit(proyek, at="2026-03-01T03:00:00+00:00")
    assert [day for day, _ in shown(proyek)] == [date(2026, 2, 2)]
    write_record(proyek)
    commit(proyek, at="2026-03-02T01:00:00+00:00")
    path.unlink()
    commit(proyek, at="2026-03-03T01:00:00+00:00")
    write_record(proyek)
    commit(proyek, at="2026-03-03T02:00:00+00:00")
    assert shown(proyek)[0] == (date(2026, 3, 3), ["Laporan I.1 Januari 2026 diperbarui."])


def test_kinds_are_named_in_plain_words(proyek: Path) -> None:
    """Files of one kind are one sentence: a record by its row and its period as people write them, a month, a report and a
    survey by their names, evidence by its number, and whatever every page rests on together."""
    paths = (
        "2026/capaian/iv-2-a_2026-TW1_0bd22b17.yml", "2026/capaian/iv-2-a_2026-TW1_2aa22b17.yml", "2026/capaian/lain.yml",
        "2026/spip.yml", "2026/laporan-harta.yml", "2026/pengaduan/01.yml", "2026/survei/ikm.yml", "dasar-hukum.yml",
        "kanal.yml", "bukti/2027/i-1_2027-01.pdf", "bukti/2027/foto.jpg",
    )  # fmt: skip
    for path in paths:
        (proyek / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (proyek / "data" / path).write_text("x", encoding="utf-8")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    (proyek / "data" / paths[0]).unlink()
    (proyek / "data" / paths[1]).write_text("y", encoding="utf-8")
    commit(proyek, at="2026-03-04T00:00:00+00:00")
    assert [sentences for _, sentences in shown(proyek)[:2]] == [
        ["Laporan IV.2.a Triwulan I 2026 diperbarui.", "Laporan IV.2.a Triwulan I 2026 dihapus."],
        [
            "3 laporan masuk: IV.2.a Triwulan I 2026 dan lain 2026.",
            "2 laporan tahunan ditambahkan: Pelaporan LHKPN, LHKASN, dan SPT 2026 dan SPIP 2026.",
            "Survei IKM 2026 ditambahkan.",
            "Angka pengaduan Januari 2026 ditambahkan.",
            "2 berkas bukti ditambahkan.",
            "Data dasar ditambahkan: dasar hukum dan saluran pengaduan.",
        ],
    ]


def test_many_are_counted(proyek: Path) -> None:
    """More than three different records of a day are counted, and named below; a range of months is one period."""
    folder = proyek / "data" / "2026" / "capaian"
    folder.mkdir()
    for name in ("i-1_2026-01-sd-03_00000000", "i-1_2026-04_00000000", "ii-3-b_2026-TW4_00000000", "vii-10_2026-12_00000000"):
        (folder / f"{name}.yml").write_text("x", encoding="utf-8")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    assert shown(proyek)[0][1] == [
        "4 laporan masuk. [I.1 Januari s.d. Maret 2026] [I.1 April 2026] [II.3.b Triwulan IV 2026] [VII.10 Desember 2026]"
    ]


def test_a_renamed_file_goes_and_comes(proyek: Path) -> None:
    """A file under another name is one that is gone and one that is new."""
    path = write_record(proyek)
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    path.rename(path.with_name("i-2_2026-01.yml"))
    commit(proyek, at="2026-03-02T00:00:00+00:00")
    assert shown(proyek)[0] == (
        date(2026, 3, 2),
        ["Laporan I.2 Januari 2026 masuk.", "Laporan I.1 Januari 2026 dihapus."],
    )


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


def test_the_page_links_the_commits(proyek: Path) -> None:
    """Where the repository is known, each day links its commits at the host, GitLab's way or the others'; else none."""
    assert (
        addresses.repository_address("https://gitlab.example/kpu/situs/", "commit/")
        == "https://gitlab.example/kpu/situs/-/commit/"
    )
    situs = proyek / "data" / "situs.yml"
    first, pages = git(proyek, "rev-parse", "HEAD"), []
    for line in ("", "repositori: https://git.example/kpu/situs\n"):
        situs.write_text(situs.read_text("utf-8") + line, encoding="utf-8")
        newest = commit(proyek, at="2026-02-05T00:00:00+00:00")
        files = present(judge(load_data(proyek / "data"), date(2026, 3, 1)))
        pages += [str(file.content) for file in files if file.path.startswith("riwayat")]
    assert ["/commit/" in page for page in pages] == [False, True]
    assert [pages[1].count(f'href="https://git.example/kpu/situs/commit/{kode}"') for kode in (first, newest)] == [1, 1]


def test_older_days_are_folded(proyek: Path) -> None:
    """The twelve newest days stand open, the rest below the name of its month: each day once, the newest first."""
    situs = proyek / "data" / "situs.yml"
    for day in range(1, 31):
        situs.write_text(f"{situs.read_text('utf-8')}# {day}\n", encoding="utf-8")
        commit(proyek, at=f"2026-0{3 + day // 16}-{day:02}T00:00:00+00:00")
    files = present(judge(load_data(proyek / "data"), date(2026, 5, 1)))
    (page,) = (file.read().decode() for file in files if file.path.startswith("riwayat"))
    begin, *months = page.split('<details class="zi-rinci"')
    days = [re.findall(r'<time datetime="([^"]+)">', part) for part in (begin, *months)]
    assert len(days[0]) == 12
    every = [day for part in days for day in part]
    assert every == sorted(set(every), reverse=True)
    assert len(every) == 31
    assert [re.findall(r"<summary>([^<]+)<", part)[0] for part in months] == [
        "April 2026 (3 hari)", "Maret 2026 (15 hari)", "Februari 2026 (1 hari)",
    ]  # fmt: skip


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
