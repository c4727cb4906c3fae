"""What the history page says of the days, from real repositories."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from small.git_project import RECORD, commit, git, kept_project, shown, write_record
from zona.findings.judge import judge
from zona.outputs import addresses
from zona.outputs.present import present
from zona.records.load import load_data

pytestmark = pytest.mark.lambat


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """A project kept by git, with an office's data and one commit."""
    return kept_project(tmp_path / "proyek")


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


def test_a_replaced_record_is_told_as_one(proyek: Path) -> None:
    """A record that goes on the day on which another about the same period comes is replaced; what goes alone is told."""
    folder = proyek / "data" / "2026" / "capaian"
    folder.mkdir()
    for name in ("i-1_2026-01_00000000", "i-2_2026-01_00000000"):
        (folder / f"{name}.yml").write_text("x", encoding="utf-8")
    commit(proyek, at="2026-03-01T00:00:00+00:00")
    (folder / "i-1_2026-01_00000000.yml").rename(folder / "i-1_2026-01_11111111.yml")
    (folder / "i-2_2026-01_00000000.yml").unlink()
    commit(proyek, at="2026-03-02T00:00:00+00:00")
    assert shown(proyek)[0][1] == ["Laporan I.1 Januari 2026 diganti.", "Laporan I.2 Januari 2026 dihapus."]


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
