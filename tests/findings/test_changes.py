"""What differs between two readings of the data, and the sentences that tell it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.office_data import row, write_kantor
from small.records import put_record
from zona.findings.changes import Perubahan, changes
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.findings.scrutiny import BerkasBerubah, scrutiny
from zona.findings.year_findings import Findings
from zona.outputs.proposal import of_period, of_record, proposal
from zona.records.load import load_data

DAY = date(2026, 8, 1)
RECORD = {
    "aksi": "I.1",
    "periode": "2026-TW2",
    "tanggal": date(2026, 6, 20),
    "hasil": "selesai",
    "uraian": "Rapat evaluasi",
    "bukti": [{"tautan": "https://contoh.example/notulen", "judul": "Notulen", "jenis": "notulen"}],
    "dicatat_oleh": "Tim",
}


def office(root: Path, *records: dict[str, Any], verifier: str | None = None) -> Findings:
    """An office with one quarterly action and the given records, all verified where there is a verifier."""
    write_kantor(root, {2026: [row("I.1", "Per Triwulan")]}, situs={"peran": ["Tim", verifier or "Ketua"]})
    for record in records:
        put_record(root, record, verifier=verifier)
    return judge(load_data(root), DAY)


def summary(before: Findings | None, after: Findings, *files: BerkasBerubah) -> str:
    """The page for who approves it."""
    found = changes(before, after) if before else Perubahan((), ())
    return proposal(before, after, found, scrutiny(before, after, found, files))


@pytest.fixture
def empty(tmp_path: Path) -> Findings:
    """The office before anything was reported."""
    return office(tmp_path / "kosong")


def test_the_same_data_differ_in_nothing(empty: Findings) -> None:
    """Nothing changed: no change, and the summary says so."""
    found = changes(empty, empty)
    assert not found
    assert "Tidak ada berkas yang berubah" in summary(empty, empty)
    files = (BerkasBerubah("data/situs.yml", "M"), BerkasBerubah("zi\n.cmd", "D"))  # of the first only a comment
    text = summary(empty, empty, *files)
    assert "- `data/situs.yml` diubah" in text
    assert "- `zi .cmd` dihapus" in text
    assert "Tidak ada" not in text


def test_a_record_changes_its_period(empty: Findings, tmp_path: Path) -> None:
    """A new record is told, and its period's state before and after it, in words of the site."""
    after = office(tmp_path / "baru", RECORD)
    found = changes(empty, after)
    assert [of_period(item) for item in found.periode] == ["I.1 Triwulan II 2026: belum dilaporkan → menunggu verifikasi"]
    assert [of_record(item) for item in found.capaian] == ["I.1 Triwulan II 2026: laporan baru (selesai, 1 bukti)"]
    path = f"data/{after.terbaru.capaian[0].path}"
    text = summary(empty, after, BerkasBerubah(path, "A"))
    assert "Hanya laporan baru dan verifikasi" not in text  # a host that nobody named before
    assert f"- `contoh.example`, dalam `{path}`" in text
    assert "| 2026 | Belum dilaporkan | 2 | 1 |" in text
    assert "| 2026 | Terpenuhi dari semua tenggat | 0% | 0% |" in text


def test_either_kind_is_a_change(empty: Findings, tmp_path: Path) -> None:
    """A record whose period stays as it was is a change, and a period that is in another plan only."""
    running = RECORD | {"hasil": "berjalan", "tanggal": date(2026, 5, 1)}
    before = office(tmp_path / "lama", RECORD)
    after = office(tmp_path / "baru", RECORD, running)
    found = changes(before, after)
    assert (bool(found), len(found.periode), len(found.capaian)) == (True, 0, 1)
    found = changes(judge(load_data(write_kantor(tmp_path / "lain", {2027: [row("I.1")]})), DAY), empty)
    assert (bool(found), len(found.periode), len(found.capaian)) == (True, 5, 0)


def test_a_verification_is_told_as_one(tmp_path: Path) -> None:
    """The verifier's addition is told as a verification; any other change of a record as a change of its words."""
    before = office(tmp_path / "lama", RECORD)
    verified = office(tmp_path / "baru", RECORD, verifier="Ketua")
    root = tmp_path / "lain"
    office(root, RECORD)
    (path,) = (root / "2026" / "capaian").iterdir()
    name = path.name
    path.unlink()
    put_record(root, RECORD | {"uraian": "Lain"}, verifier="Ketua", name=name)
    reworded = judge(load_data(root), DAY)
    told = [of_record(item) for after in (verified, reworded) for item in changes(before, after).capaian]
    assert told == [
        "I.1 Triwulan II 2026: terpenuhi (selesai, 1 bukti, diverifikasi oleh `Ketua`, penulis commitnya tidak diketahui)",
        "I.1 Triwulan II 2026: isi laporan diubah (selesai, 1 bukti, diverifikasi oleh `Ketua`, "
        "penulis commitnya tidak diketahui)",
    ]
    assert changes(before, verified).periode[0].menjadi is Keadaan.TERPENUHI
    file = BerkasBerubah(f"data/2026/capaian/{name}", "M")
    assert "Hanya laporan baru dan verifikasi" in summary(before, verified, file)
    text = summary(before, reworded, file)
    assert "#### Catatan yang datang bersama verifikasinya" in text
    assert "- `uraian`: `Rapat evaluasi` → `Lain`" in text


def test_what_is_taken_away_is_told(empty: Findings, tmp_path: Path) -> None:
    """A record that is gone is told: nobody removes a report unseen."""
    before = office(tmp_path / "lama", RECORD)
    found = changes(before, empty)
    assert [of_record(item) for item in found.capaian] == ["I.1 Triwulan II 2026: laporan dihapus (selesai, 1 bukti)"]
    assert found.periode[0].menjadi is Keadaan.BELUM_DILAPORKAN


def test_a_row_that_comes_and_a_year_that_goes(empty: Findings, tmp_path: Path) -> None:
    """Periods that only one reading has are told as not in the other's plan."""
    root = write_kantor(tmp_path / "lain", {2027: [row("I.1")]})
    found = changes(empty, judge(load_data(root), DAY))
    assert [item.tahun for item in found.periode] == [2026] * 4 + [2027]
    assert of_period(found.periode[0]).endswith("→ tidak ada dalam rencana")
    assert of_period(found.periode[4]).endswith("tidak ada dalam rencana → belum jatuh tempo")


def test_unreadable_old_data_are_said(empty: Findings) -> None:
    """Where the old data can't be read, the summary says so and still shows the new numbers."""
    text = summary(None, empty)
    assert "tidak bisa dibandingkan" in text
    assert "| 2026 | Belum jatuh tempo | – | 2 |" in text


def test_words_are_no_marks(tmp_path: Path) -> None:
    """A role with marks of Markdown or HTML in its name stands in the summary as it was typed, between marks of code."""
    before = office(tmp_path / "lama", RECORD)
    after = office(tmp_path / "baru", RECORD, verifier="<b>*K*</b>")
    assert "diverifikasi oleh `<b>*K*</b>`" in summary(before, after)
