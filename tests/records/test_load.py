"""A whole data folder: every problem at once, or a frozen value."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from small.office_data import Row, row, write_kantor
from small.records import put_fulfilled
from zona.records.load import Data, load_data
from zona.records.reading.data_error import DataError
from zona.records.rencana.rencana_aksi import Target

KASUS = Path(__file__).resolve().parents[1] / "cases"


def problems(root: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(root)
    return [str(problem) for problem in raised.value.problems]


def problems_of_row(tmp_path: Path, **cells: Any) -> list[str]:
    return problems(write_kantor(tmp_path / "data", {2026: [row("I.1", **cells)]}))


def test_terrible_office() -> None:
    """One folder with every slip we know gives this whole list, in this order, and no traceback."""
    assert problems(KASUS / "buruk") == (KASUS / "buruk.txt").read_text(encoding="utf-8").splitlines()


def test_real_data_is_clean(data: Data) -> None:
    """The published data have no problem."""
    assert [year.tahun for year in data.tahun] == [2026]


def test_records_are_frozen(data: Data) -> None:
    """What was read can't be changed afterwards."""
    with pytest.raises(ValidationError, match="frozen"):
        data.situs.isi.kantor = "lain"  # type: ignore[misc]


def test_every_year_is_read(tmp_path: Path) -> None:
    """Each folder named after a year is a year, the oldest first; an office needs no special code for a second one."""
    data = load_data(write_kantor(tmp_path, {2027: [row("I.1")], 2026: [row("I.1"), row("I.2")]}))
    assert [(year.tahun, len(year.rencana_aksi.isi.kelompok[0].aksi)) for year in data.tahun] == [(2026, 2), (2027, 1)]


def test_a_file_is_checked_again_beside_others(tmp_path: Path) -> None:
    """A file that has not changed is refused as soon as what it rests on says something else, at its own place in each office,
    and taken again after that."""
    for folder in ("a", "b"):
        root = write_kantor(tmp_path / folder, {2026: [row("I.1")]}, situs={"peran": ["Tim", "Sekretaris"]})
        record = put_fulfilled(root).relative_to(tmp_path).as_posix()
        situs = (root / "situs.yml").read_text(encoding="utf-8")
        for name in ("Tim", "Ketua", "Tim"):
            (root / "situs.yml").write_text(situs.replace("Tim", name), encoding="utf-8")
            if name == "Tim":
                assert load_data(root, label=folder).tahun[0].capaian
                continue
            with pytest.raises(DataError, match=rf"^{record}:\d+: peran “Tim” tidak ada"):
                load_data(root, label=folder)


def test_desktop_litter_is_no_problem(tmp_path: Path) -> None:
    """Files that Windows and macOS leave behind are not the writer's fault."""
    root = write_kantor(tmp_path, {2026: [row("I.1")]})
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini"):
        (root / "2026" / name).write_text("", encoding="utf-8")
    assert load_data(root)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("I.1"), row("I.1")], "dipakai dua kali"),
        ([row("I.1"), row("I.3")], "setelah I.1 harus I.2 atau I.2.a"),
        ([row("I.2")], "mulai dengan I.1 atau I.1.a"),
        ([row("II.1")], "berada di kelompok I"),
        ([row("I.1.a"), row("I.1.c")], "setelah I.1.a harus I.1.b atau I.2 atau I.2.a"),
        ([row("I,1")], "kode aksi tidak sah"),
        ([row("i.1")], "maksud Anda “I.1”?"),
    ],
)
def test_numbering(rows: list[Row], expected: str, tmp_path: Path) -> None:
    """Rows are numbered as the print numbers them: in their group, once each, without a gap; one slip, one problem."""
    (problem,) = problems(write_kantor(tmp_path, {2026: rows}))
    assert expected in problem


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"target_waktu": "Juli 2025"}, ["tulis jadwal"]),
        ({"alasan_jadwal": "Sebab."}, ["alasan_jadwal tanpa jadwal"]),
        ({"jadwal": [{"periode": "2026-13", "tenggat": "2026-01-31"}]}, ["tanpa kutip", "tidak sah", "tanpa alasan"]),
        ({"jadwal": []}, ["tidak berisi apa pun"]),
        ({"komponen": "   "}, ["“komponen” kosong"]),
        ({"komponen": "a\u202eb"}, ["tanda tersembunyi U+202E"]),
        ({"komponen": "x" * 5001}, ["terlalu panjang"]),
        ({"komponen": {"a": 1}}, ["bukan satu nilai"]),
        ({"komponnen": "x"}, ["maksud Anda “komponen”?"]),
        ({"warna": "x"}, ["yang dikenal: catatan, singkat, nomor_tercetak, kode"]),
    ],
)
def test_cells(cells: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    """A bad cell gives its own sentence."""
    found = sorted(problems_of_row(tmp_path, **cells))
    assert len(found) == len(expected)
    assert all(any(part in problem for problem in found) for part in expected)


def test_written_schedule(tmp_path: Path) -> None:
    """An explicit schedule with its reason stands in for a time that can't be read; deadlines come out in order."""
    root = write_kantor(tmp_path, {2026: [row("I.1", "Sesuai kebutuhan")]})
    path = root / "2026" / "rencana-aksi.yml"
    extra = "    jadwal:\n    - {periode: 2026-07, tenggat: 2026-08-14}\n    - {periode: 2026-TW1, tenggat: 2026-03-31}\n"
    path.write_text(path.read_text(encoding="utf-8") + extra + "    alasan_jadwal: Rapat pleno.\n", encoding="utf-8")
    (aksi,) = load_data(root).tahun[0].rencana_aksi.isi.kelompok[0].aksi
    assert [item.periode for item in aksi.tenggat] == ["2026-TW1", "2026-07"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("1 (satu) Dokumen", Target(1, "Dokumen")),
        ("12 (dua belas) bulan", Target(12, "bulan")),
        ("3 Laporan Hasil", Target(3, "Laporan Hasil")),
        ("Dokumen", None),
        ("100%", None),
        (None, None),
    ],
)
def test_target(text: str | None, target: Target | None, tmp_path: Path) -> None:
    """A printed target is a number and a unit, or nothing; it is never guessed."""
    cells = {} if text is None else {"target_capaian": text}
    (aksi,) = load_data(write_kantor(tmp_path, {2026: [row("I.1", **cells)]})).tahun[0].rencana_aksi.isi.kelompok[0].aksi
    assert aksi.target() == target


def test_only_slips_are_read_otherwise(data: Data) -> None:
    """A noted typing slip is read as noted; a doubt is not, and the print stays as it is in both."""
    aksi = {item.kode: item for item in data.tahun[0].rencana_aksi.isi.semua_aksi()}
    assert (aksi["VI.3"].target_waktu, aksi["VI.3"].reading_of("target_waktu")) == ("Agustsus 2026", "Agustus 2026")
    assert aksi["I.4.b"].reading_of("target_waktu") == "Juli 2025"


@pytest.mark.parametrize(
    "address",
    ["http://kpu.go.id", "javascript:alert(1)", "https://", "https://a b.id", "https://x", "//kpu.go.id", "../rahasia",
     "https://u:p@kpu", "https://kpu.go.id:8443", 'https://kpu.go.id/"onclick="x', "https://[kpu"],
)  # fmt: skip
def test_addresses(address: str, tmp_path: Path) -> None:
    """Only a plain https address is one."""
    (problem,) = problems(write_kantor(tmp_path, {2026: [row("I.1")]}, situs={"situs_resmi": address}))
    assert "https://" in problem


@pytest.mark.parametrize("path", ["/a;internal;/", "/a?b", "/a#b", "/$cookie", "/a b", "/a//b", "/é", "/%0a", "/{x}", "/'"])
def test_the_sites_own_address_is_plain(path: str, tmp_path: Path) -> None:
    """It stands in the configuration of servers: nothing in it may be a command there."""
    found = problems(write_kantor(tmp_path, {2026: [row("I.1")]}, situs={"alamat_situs": f"https://zi.go.id{path}"}))
    assert len(found) == 1


@pytest.mark.parametrize(
    "address", ["https://kpu.go.id", "https://kpu.go.id:443/a?b=c#d", "https://xn--a.id/%20", "https://KPU.go.id/é"]
)
def test_good_addresses(address: str, tmp_path: Path) -> None:
    """Any https address of a host with a dot is taken as it is written, also with the port that https has anyway."""
    data = load_data(write_kantor(tmp_path, {2026: [row("I.1")]}, situs={"situs_resmi": address}))
    assert data.situs.isi.situs_resmi == address


def test_link_out_of_the_data(tmp_path: Path) -> None:
    """A year that is a link to another place is not read."""
    write_kantor(tmp_path / "lain", {2026: [row("I.1")]})
    root = write_kantor(tmp_path / "data", {2025: [row("I.1")]})
    (root / "2026").symlink_to(tmp_path / "lain" / "2026")
    assert all("menunjuk ke luar folder data" in problem for problem in problems(root))


def test_nothing_there(tmp_path: Path) -> None:
    """No folder, and a folder without a year, are each one plain sentence."""
    assert "folder data tidak ada" in problems(tmp_path / "tidak-ada")[0]
    root = write_kantor(tmp_path / "data", {2026: [row("I.1")]})
    shutil.rmtree(root / "2026")
    assert "belum ada folder tahun" in problems(root)[0]
