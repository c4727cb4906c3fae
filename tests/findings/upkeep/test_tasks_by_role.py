"""What is missing as a list of tasks: in order, with counts and minutes, for whom, and what a week changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import ATURAN, KANAL, KEPALA, SITUASI, write_informasi
from small.office_data import row, write_kantor
from small.one_record import office, write
from small.records import write_yaml
from zona.findings.judge import judge
from zona.findings.upkeep import work
from zona.findings.upkeep.missing import PERAN_LAIN, Sepekan, by_role, missing, since_last_week
from zona.findings.upkeep.work import Pekerjaan
from zona.findings.year_findings import Findings
from zona.outputs.pages.kelengkapan_page import kelengkapan
from zona.outputs.present import present
from zona.records.load import load_data

TODAY = date(2026, 8, 1)
WHOLE = {
    "situs_resmi": "https://kantor.example/", "alamat_situs": "https://zi.kantor.example/",
    "repositori": "https://git.kantor.example/zi", "lisensi_data": "CC-BY-4.0",
}  # fmt: skip


def listed(findings: Findings) -> list[tuple[str | None, list[tuple[Pekerjaan, int, int]]]]:
    """The roles with their kinds of work, how often each, and for how many minutes."""
    parts = by_role(missing(findings), findings)
    return [(part.peran, [(item.pekerjaan, item.kerja, item.menit) for item in part.kekurangan]) for part in parts]


def test_order_counts_and_minutes(tmp_path: Path) -> None:
    """Verification stands first, for any other role; then roles in the office's order, other posts, and last what nobody was
    named for, in the order in which to do it; minutes are the count times those of one."""
    root = office(tmp_path, alamat_situs="https://zi.kantor.example/")
    own = {"target_capaian": "1 Dokumen"}
    rows = [
        row("I.1", "Per Triwulan", **own),
        row("I.2", "Januari", **own, penanggung_jawab="Bendahara"),
        row("I.3", "Bulanan", **own, penanggung_jawab="Sekretaris"),
        row("I.4", "Juni"),
    ]
    plan = {"tahun": 2026, "judul": "RENCANA", "kelompok": [{"kode": "I", "judul": "Kelompok", "aksi": rows}]}
    write_yaml(root / "2026" / "rencana-aksi.yml", plan)
    write(root, verifier=None)
    found = listed(judge(load_data(root), TODAY))
    assert found[0] == (PERAN_LAIN, [(work.VERIFIKASI, 1, 2)])
    assert found[1] == ("Sekretaris", [(work.BERULANG, 7, 14)])
    assert found[2] == ("Bendahara", [(work.SEKALI, 1, 3)])
    nobody, rest = found[3]
    assert nobody is None
    assert [(kind, count) for kind, count, _ in rest[:4]] == [
        (work.BERKAS, 3),
        (work.IDENTITAS, 3),
        (work.SEKALI, 2),
        (work.NASKAH, 1),
    ]
    assert all(minutes == count * kind.menit > 0 for _, own_work in found for kind, count, minutes in own_work)


def test_the_action_page_names_who_answers(tmp_path: Path) -> None:
    """A row's post stands on the action's page, and is said not to be printed; without one there is no such line."""
    rows = [row("I.1", penanggung_jawab="Bendahara"), row("I.2")]
    findings = judge(load_data(write_kantor(tmp_path / "data", {2026: rows})), TODAY)
    files = {file.path: file for file in present(findings)}
    one, two = (bytes(files[f"rencana-aksi/2026/i-{number}/index.html"].content).decode() for number in (1, 2))
    assert "dari kami)</dt><dd>Bendahara</dd>" in one
    assert "Penanggung jawab" not in two


def test_a_channel_goes_to_who_answers_for_it(tmp_path: Path) -> None:
    """Contacts and their confirmation are the work of the role that the channel names."""
    own = KANAL | {"milik_kantor": True, "penanggung_jawab": "Tim", "jam": "08.00"}
    data, prosa = write_informasi(tmp_path, kanal=[own])
    found = dict(listed(judge(load_data(data, prosa=prosa), TODAY)))
    assert found["Tim"] == [(work.KONTAK, 1, 3), (work.PASTIKAN, 1, 3)]


def complete(root: Path) -> Findings:
    """An office that lacks nothing but yearly reports and months of complaints, early in its year."""
    fresh: dict[str, Any] = {"diperiksa": date(2026, 1, 3)}
    kanal = KANAL | {"cara": [{"jenis": "telepon", "nilai": "198"}]} | fresh
    kepala = {"sumber": [KEPALA["sumber"][0] | fresh], "menunggu": [], "tema": ["wbs"]}
    data, prosa = write_informasi(root, aturan=[ATURAN | fresh], kanal=[kanal], situasi=[SITUASI | fresh], kepala=kepala)
    situs = {"kantor": "KPU Uji", "kantor_lengkap": "KPU Uji", "provinsi": "Uji", "zona_waktu": "WIB", **WHOLE}
    write_yaml(data / "situs.yml", situs)
    rows = [row(kode, "Desember", target_capaian="1 Dokumen", tema=["wbs"]) for kode in ("I.1", "I.2")]
    sure = {"oleh": "Tim", "tanggal": date(2026, 1, 3)}
    plan = {
        "tahun": 2026,
        "judul": "RENCANA",
        "tema_ditegaskan": sure,
        "kelompok": [{"kode": "I", "judul": "Kelompok", "aksi": rows}],
    }
    write_yaml(data / "2026" / "rencana-aksi.yml", plan)
    return judge(load_data(data, prosa=prosa), date(2026, 1, 20))


def test_nothing_that_is_complete_is_listed(tmp_path: Path) -> None:
    """A kind without a case is not there, neither as a finding nor as words on the page."""
    findings = complete(tmp_path)
    assert [part.pekerjaan for part in missing(findings)] == [work.LAPORAN]
    page = kelengkapan(findings, ()).view.render(findings, "kelengkapan/")
    assert page.count("<h3>") == 1
    for absent in (work.VERIFIKASI.judul, work.NASKAH.judul, "Lengkap.", "(0)", "surat/"):
        assert absent not in page


@pytest.mark.parametrize(
    ("verified", "today", "expected"),
    [
        (date(2026, 7, 5), date(2026, 7, 9), Sepekan(2, 1, 0)),  # within the week
        (date(2026, 7, 2), date(2026, 7, 9), Sepekan(1, 1, 0)),  # a week ago already
        (date(2026, 7, 3), date(2026, 7, 6), Sepekan(1, 1, 1)),  # one more deadline has passed, and one was fulfilled
        (None, date(2026, 7, 9), Sepekan(2, 2, 0)),  # a record that waits changes nothing
    ],
)
def test_since_last_week(verified: date | None, today: date, expected: Sepekan, tmp_path: Path) -> None:
    """How many deadlines had passed unfulfilled seven days ago and now, by days of verification: a deed of March that is
    verified in July was not fulfilled before."""
    root = office(tmp_path)
    write(root, verifier="Sekretaris" if verified else None, on=verified)
    assert since_last_week(judge(load_data(root), today).terbaru) == expected


def test_a_plan_of_this_week(tmp_path: Path) -> None:
    """Where the decree, of 2 January, is not a week old there is nothing to compare with."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    assert since_last_week(judge(load_data(root), date(2026, 1, 8)).terbaru) is None
    assert since_last_week(judge(load_data(root), date(2026, 1, 9)).terbaru) == Sepekan(0, 0, 0)


def test_years_that_are_over_stay_to_do(tmp_path: Path) -> None:
    """What an earlier year's plan still lacks is listed beside the newest, each with its year; a plan that is loaded before
    its year asks for nothing."""
    rows = [row("I.1", target_capaian="1 Dokumen")]
    root = write_kantor(tmp_path / "data", {2025: rows, 2026: rows, 2027: rows})
    found = {part.pekerjaan: part.butir for part in missing(judge(load_data(root), TODAY))}
    assert [item.tahun for item in found[work.SEKALI]] == [2025, 2026]
