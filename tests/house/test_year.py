"""A year and more of an office's ordinary life, with real git: each act is proposed, checked, merged and published by the
workflows' own lines, and no honest act closes the gate."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from diary.acts import Numbers
from diary.broken_acts import BROKEN
from diary.diary import DIARY
from diary.history_scan import private_in_history
from support.code_host import CodeHost, Desk, read_json
from support.evidence_files import phone_photo
from support.zi_command import LAIN, TABALONG, clone, git, repository
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.year_findings import Findings
from zona.outputs.pages.frame import TAKEN
from zona.outputs.present import present
from zona.records.informasi.prosa import PROSA
from zona.records.load import load_data

# Days at whose end pictures and papers are drawn as well: with every sign of a chat, and with a second plan.
DRAWN = ("2026-12-15", "2027-02-01")
# Days at whose end the main branch is published, each by which host's lines; each host publishes once with what is drawn.
PUBLISHED = {"2026-12-15": "github", "2027-01-01": "gitlab", "2027-02-01": "gitlab", "2028-02-29": "github"}


def test_every_act_leaves_the_whole_office_good(tmp_path: Path) -> None:
    """Done one after another to the whole office of the decree, with all its groups and pages, every act leaves data that are
    good on its day; and the last state can be presented."""
    root = clone(tmp_path / "kantor")
    for item in DIARY:
        item.do(Desk(root, item.day))
        data = load_data(root / "data", prosa=root / PROSA, taken=TAKEN)
        findings = judge(data, date.fromisoformat(item.day))
        assert {tahun: counted(findings, tahun) for tahun in item.numbers} == item.numbers, item.title
    assert present(findings)


def counted(findings: Findings, tahun: int) -> Numbers:
    """The same numbers, of findings."""
    (year,) = [item for item in findings.tahun if item.tahun == tahun]
    states = year.hitungan.keadaan
    return len(year.capaian), states[Keadaan.TERPENUHI], states[Keadaan.MENUNGGU_VERIFIKASI]


def numbers(site: Path, tahun: int) -> Numbers:
    """What a built site publishes of a year."""
    states = read_json(site, f"{tahun}/ringkasan.json")["hitungan_periode"]["keadaan"]
    records = read_json(site, f"{tahun}/capaian.json")["catatan_capaian"]
    return len(records), states["terpenuhi"], states["menunggu_verifikasi"]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[CodeHost]:
    """The host of the office of the decree as it was on the day of the freeze, with the first two groups of its plan, and
    without packs and pages of information yet: what is rehearsed is the way, and a third of the pages are built in a third of
    the time."""
    office = Path(shutil.copytree(TABALONG / "data", tmp_path / "kantor" / "data")).parent
    plan = office / "data" / "2026" / "rencana-aksi.yml"
    plan.write_text(plan.read_text(encoding="utf-8").partition("  - kode: III\n")[0], encoding="utf-8")
    plan.with_name("lke.yml").unlink()  # it names rows of the other groups, and pages
    for name, key in (("situs.yml", "paket"), ("kanal.yml", "dasar_hukum")):  # channels cite rules of packs
        path = office / "data" / name
        path.write_text(re.sub(rf"\b{key}: .*", f"{key}: []", path.read_text(encoding="utf-8")), encoding="utf-8")
    host = CodeHost(tmp_path, office, often=True)
    yield host
    host.stop()


@pytest.mark.skipif(shutil.which("bash") is None, reason="hosts run their lines in bash")
def test_no_honest_act_closes_the_gate(host: CodeHost) -> None:
    """What is dishonest or broken is stopped by the gate with its file, its line and what is wrong. Every act of the diary
    passes it, on GitHub's lines and GitLab's in turn; and what is published at the end of a day are the numbers worked out by
    hand. On the days of `PUBLISHED` it is built from the main branch by the lines of a host's publishing job; on others it is
    the site of the last check, of the very commit that became the main branch, made that day by the same lines. Only what is
    more than data and prose asks for the tests. Whoever clones the repository afterwards finds in its whole history no place of
    a photo, no small count, no number of a person."""
    stop_what_is_broken(host)
    for day, group in groupby(DIARY, key=lambda item: item.day):
        acts = list(group)
        for number, item in enumerate(acts):
            host.draws = day in DRAWN and item is acts[-1]
            desk = host.desk(item.who, item.day)
            item.do(desk)
            host.send(desk, item.title)
            verdict = host.check(day, ("github", "gitlab")[number % 2])
            assert verdict.green, f"{day}: {item.title}\n{verdict.output}"
            assert verdict.tested == item.code, item.title
            assert {tahun: numbers(host.checked, tahun) for tahun in item.numbers} == item.numbers, item.title
            host.merge()
        if day in PUBLISHED:
            host.publish(day, PUBLISHED[day])
        site = host.published if day in PUBLISHED else host.checked
        assert {tahun: numbers(site, tahun) for tahun in item.numbers} == item.numbers, item.title
        assert item.says in (site / "index.html").read_text(encoding="utf-8"), item.title
        assert read_json(site, "2026/ringkasan.json")["per_tanggal"] == day
    looked_at = host.folder / "dilihat"
    looked_at.mkdir()
    assert private_in_history(host.runner, looked_at) == []


def stop_what_is_broken(host: CodeHost) -> None:
    """Each broken act is red, with its sentence; none is merged."""
    for do, sentence in BROKEN.items():
        desk = host.desk("ani", DIARY[0].day)
        do(desk)
        host.send(desk, do.__doc__ or "")
        verdict = host.check(desk.day)
        assert not verdict.green, do.__doc__
        assert sentence in verdict.output, verdict.output
        assert "Traceback" not in verdict.output
        assert "titik dua" not in verdict.output


def test_what_is_looked_for_in_a_history_is_found(tmp_path: Path) -> None:
    """A photo as the telephone made it, true counts and a number, committed once and removed again, are found all the same."""
    root = repository(tmp_path / "kantor")
    files = {"data/bukti/2026/a.jpg": phone_photo(), "data/x.yml": b"# HP 0812 3456 7890", "data-tertutup/2026/01.yml": b"x"}
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--message", "keliru")
    git(root, "rm", "--quiet", "-r", *files)
    git(root, "commit", "--quiet", "--message", "dibuang")
    (tmp_path / "dilihat").mkdir()
    found = private_in_history(root, tmp_path / "dilihat")
    for sign in ("nomor telepon", "a.jpg: more than pixels", "data-tertutup/2026/01.yml: true counts"):
        assert any(sign in item for item in found), found


def test_the_diary_is_long_enough() -> None:
    """At least thirty ordinary acts of two people, from December 2026 into 2028, in the order of their days."""
    assert len(DIARY) >= 30
    assert [item.day for item in DIARY] == sorted(item.day for item in DIARY)
    assert {item.who for item in DIARY} == {"ani", "budi"}
    assert DIARY[0].day[:7] == "2026-12"
    assert DIARY[-1].day[:4] == "2028"
    assert all(item.title for item in DIARY)


def test_nights_with_nothing_changed(tmp_path: Path) -> None:
    """Nightly builds of a month with nothing changed, one after another and weeks apart: each is green and shows its own day,
    the numbers stay, and the project gathers nothing; its cache keeps but the workbook and what is drawn, which carry the day
    and go after a month (drawing/test_whole_site.py)."""
    host = CodeHost(tmp_path, LAIN, often=True)
    kept: list[set[str]] = []
    try:
        for number, night in enumerate((1, 2, 16, 30)):
            day, host.draws = f"2031-06-{night:02}", night == 30
            host.publish(day, "gitlab" if number % 2 else "github")
            assert read_json(host.published, "2031/ringkasan.json")["per_tanggal"] == day
            assert numbers(host.published, 2031) == (1, 1, 0)
            assert not [path.name for path in host.runner.iterdir() if path.name.startswith(".site")]
            kept.append({path.name for path in (host.runner / ".zi-cache").rglob("*")})
        more = [len(after - before) for before, after in pairwise(kept)]
        assert more[:2] == [1, 1]  # the workbook
        assert sum(path.stat().st_size for path in (host.runner / ".zi-cache").iterdir()) < 20_000_000
    finally:
        host.stop()
