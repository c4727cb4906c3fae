"""Records in their surroundings: what is refused, and what is let through."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from small.office_data import row, write_kantor
from support.zi_command import CONTOH
from zona.findings.judge import judge
from zona.records.capaian.capaian import file_order, file_stem
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

PDF = CONTOH / "data" / "bukti" / "2026"
PERAN = ["Tim", "Sekretaris"]


def office(tmp_path: Path, **situs: Any) -> Path:
    """An office with one quarterly action, roles, and one PDF among the evidence."""
    root = write_kantor(tmp_path / "data", {2026: [row("I.1", "Per Triwulan")]}, situs={"peran": PERAN} | situs)
    (root / "bukti" / "2026").mkdir(parents=True)
    pdf = next(iter(sorted(PDF.glob("*.pdf"))))
    (root / "bukti" / "2026" / "laporan.pdf").write_bytes(pdf.read_bytes())
    return root


def write(root: Path, name: str = "i-1_2026-TW1.yml", **cells: Any) -> Path:
    """Write one record, complete and verified unless told otherwise."""
    bukti = [{"berkas": "laporan.pdf", "judul": "Laporan", "jenis": "laporan"}]
    record: dict[str, Any] = {
        "aksi": "I.1", "periode": "2026-TW1", "tanggal": date(2026, 3, 30), "hasil": "selesai", "uraian": "Rapat.",
        "bukti": bukti, "dicatat_oleh": "Tim", "diverifikasi_oleh": "Sekretaris",
    }  # fmt: skip
    path = root / "2026" / "capaian" / name
    path.parent.mkdir(exist_ok=True)
    record = {key: value for key, value in (record | cells).items() if value is not None}
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def test_a_role_that_ends(tmp_path: Path) -> None:
    """What a role recorded and verified up to its last day stays valid; what it records of a later day is refused."""
    ended = {"nama": "Sekretaris", "sampai": date(2026, 3, 30)}
    root = office(tmp_path, peran=["Tim", "Sekretaris", ended])
    write(root)
    assert load_data(root).tahun[0].capaian
    write(root, "i-1_2026-TW2.yml", periode="2026-TW2", tanggal=date(2026, 3, 31))
    assert problems(root) == [
        "data/2026/capaian/i-1_2026-TW2.yml:11: peran “Sekretaris” berakhir 2026-03-30; "
        "pakai peran yang berlaku pada hari itu, atau betulkan sampai di situs.yml"
    ]


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return [str(problem) for problem in raised.value.problems]


def test_a_good_record(tmp_path: Path) -> None:
    """A complete record is read with its evidence."""
    root = office(tmp_path)
    write(root)
    (record,) = load_data(root).tahun[0].capaian
    assert (record.path, record.isi.aksi, list(load_data(root).tahun[0].bukti)) == (
        "2026/capaian/i-1_2026-TW1.yml", "I.1", ["laporan.pdf"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "line", "expected"),
    [
        ({"aksi": "I.2"}, 1, "aksi “I.2” tidak ada dalam rencana"),
        ({"periode": "2026-03"}, 2, "tidak punya periode “2026-03”"),
        ({"tanggal": date(2026, 1, 1)}, 3, "mendahului keputusan (2026-01-02)"),
        ({"hasil": "selesai", "bukti": None}, 4, "hasil “selesai” tanpa bukti"),
        ({"diverifikasi_oleh": "Tim"}, 11, "pencatat dan pemverifikasi berperan sama"),
        ({"diverifikasi_oleh": "Sekertaris"}, 11, "maksud Anda “Sekretaris”?"),
        ({"dicatat_oleh": "Budi"}, 10, "peran “Budi” tidak ada dalam situs.yml"),
        ({"uraian": "Hubungi 0812-3456-7890."}, 5, "tampaknya ada nomor telepon"),
        ({"uraian": "x" * 2001}, 5, "terlalu panjang"),
    ],
)
def test_refused(cells: dict[str, Any], line: int, expected: str, tmp_path: Path) -> None:
    """What a record may not say is refused at its line, in one sentence with its mend."""
    root = office(tmp_path)
    write(root, **cells)
    found = [problem for problem in problems(root) if expected in problem]
    assert len(found) == 1
    assert found[0].startswith(f"data/2026/capaian/i-1_2026-TW1.yml:{line}: ")


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("i-1_2026-TW1.yml", {"tanggal": date(2026, 1, 2)}),
        ("i-1_2026-TW1_2.yml", {"hasil": "berjalan", "bukti": None, "diverifikasi_oleh": None}),
        ("i-1_2026-TW1_99.yml", {"hasil": "kendala", "uraian": "x" * 2000}),
    ],
)
def test_let_through(name: str, cells: dict[str, Any], tmp_path: Path) -> None:
    """A record of the decree's own day, one without evidence that claims nothing, the longest text, the last number."""
    root = office(tmp_path)
    write(root, "i-1_2026-TW4.yml", periode="2026-TW4")
    write(root, name, **cells)
    assert len(load_data(root).tahun[0].capaian) == 2


@pytest.mark.parametrize(
    "name", ["i-1_2026-TW2.yml", "i-1.yml", "I-1_2026-TW1.yml", "i-1_2026-TW1_1.yml", "i-1_2026-TW1 (2).yml"]
)
def test_file_names(name: str, tmp_path: Path) -> None:
    """A record's file is named after its action and period, so that two people never edit the same file."""
    root = office(tmp_path)
    write(root, name)
    assert any("tidak cocok dengan isinya" in problem and "i-1_2026-TW1.yml" in problem for problem in problems(root))


def test_contradiction(tmp_path: Path) -> None:
    """Two records of one day that say different things of one period are a problem; on different days they are a correction."""
    root = office(tmp_path)
    write(root)
    second = write(root, "i-1_2026-TW1_2.yml", hasil="kendala")
    assert "bertentangan dengan i-1_2026-TW1.yml" in problems(root)[0]
    second.write_text(second.read_text(encoding="utf-8").replace("2026-03-30", "2026-03-31"), encoding="utf-8")
    assert len(load_data(root).tahun[0].capaian) == 2


def test_unused_evidence(tmp_path: Path) -> None:
    """Evidence that no record cites is a problem: its giver thinks that it is published."""
    assert problems(office(tmp_path)) == [
        "data/bukti/2026/laporan.pdf:1: berkas bukti tidak dipakai catatan mana pun; sebut di catatan, atau hapus"
    ]


def test_own_contacts_are_allowed(tmp_path: Path) -> None:
    """The office's published contacts may stand in a text; another number may not."""
    root = office(tmp_path, kontak_resmi=["0812-3456-7890", "kantor@contoh.go.id"])
    path = write(root, uraian="Aduan ke +62 812 3456 7890 atau kantor@contoh.go.id.")
    assert load_data(root)
    path.write_text(path.read_text(encoding="utf-8").replace("7890", "7891"), encoding="utf-8")
    assert "nomor telepon" in problems(root)[0]


def test_future_record(tmp_path: Path) -> None:
    """A record dated after the date of the pages is refused with its line; on that day it counts."""
    root = office(tmp_path)
    write(root)
    data = load_data(root)
    with pytest.raises(DataError, match=r"i-1_2026-TW1\.yml:3: tanggal 2026-03-30 belum terjadi per 2026-03-29"):
        judge(data, date(2026, 3, 29))
    assert judge(data, date(2026, 3, 30)).terbaru.hitungan.terpenuhi == 1


def test_names_and_their_order() -> None:
    """Files are named after action and period; of several, the number at the end decides, not the alphabet."""
    assert file_stem("I.4.a", "2026-TW1") == "i-4-a_2026-TW1"
    names = ["i-1_2026-01-sd-03_10.yml", "i-1_2026-01-sd-03.yml", "i-1_2026-01-sd-03_2.yml"]
    assert sorted(names, key=file_order) == [names[1], names[2], names[0]]
