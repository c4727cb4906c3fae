"""`zi.py tahun-baru` and `zi.py kantor-baru`: what they write, that they never write over anything, and what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from recount.annex import HEADINGS, Grid, Look, grid_of
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL, zi
from zona.disk import output_folder
from zona.records.load import load_data

DAY = PER_TANGGAL.isoformat()
NAMES = ["--nama", "Balai Uji", "--nama-lengkap", "Balai Uji Mutu", "--provinsi", "Uji"]
OFFICE = [*NAMES, "--zona-waktu", "wit"]

DECREE = """\
tahun: 2030
nomor: Nomor 1 Tahun 2030
judul: KEPUTUSAN UJI
tentang: RENCANA AKSI UJI
tanggal: 2030-01-02
tempat: Uji
menimbang: [{huruf: a, teks: bahwa ini uji;}]
mengingat: [{nomor: 1, teks: Peraturan uji;}]
menetapkan: KEPUTUSAN UJI.
diktum: [{diktum: KESATU, teks: Menetapkan uji.}]
penandatangan: {jabatan: KETUA}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return write_kantor(tmp_path / "data", {2029: [row("I.1")]})


def table(folder: Path) -> Path:
    """A table of the sample office's plan, with a title above it."""
    plan = load_data(CONTOH / "data").tahun[-1].rencana_aksi.isi
    grid = grid_of(plan.kelompok, Look(title=("RENCANA AKSI CONTOH", "TAHUN 2030")))
    grid.rows = [[cell.replace("2026", "2030") for cell in cells] for cells in grid.rows]
    return grid.xlsx(folder / "rencana.xlsx")


def times(folder: Path) -> Path:
    """What that table's two unreadable times mean."""
    path = folder / "peta.yml"
    path.write_text("waktu:\n  Juli 2025: Juli\n  Agustsus 2030: nanti\n", encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_year_from_a_table(office: Path, tmp_path: Path) -> None:
    """A table becomes a year: what has to be filled is all that `periksa` still names, and with it the data are good."""
    before = files(office)
    peta = str(times(tmp_path))
    done = zi("tahun-baru", "2030", "--dari", str(table(tmp_path)), "--peta", peta, "--data", str(office))
    assert (done.returncode, done.stderr) == (0, "")
    assert "rencana-aksi.yml  7 kelompok, 43 aksi dari rencana.xlsx" in done.stdout
    assert re.search(r"^  F\d+: waktu “Agustsus 2030” belum punya jadwal", done.stdout, re.MULTILINE)
    assert {name: content for name, content in files(office).items() if not name.startswith("2030/")} == before
    named = {line.partition("/2030/")[2].partition(":")[0] for line in zi("periksa", "--data", str(office)).stderr.splitlines()}
    assert named == {"keputusan.yml", "rencana-aksi.yml", ""}
    (office / "2030" / "keputusan.yml").write_text(DECREE, encoding="utf-8")
    problems = zi("periksa", "--data", str(office)).stderr.splitlines()[:-1]
    assert problems
    assert all("target_waktu" in problem for problem in problems)  # told at once, and only a person can settle them
    assert "judul: RENCANA AKSI CONTOH TAHUN 2030\n" in (office / "2030" / "rencana-aksi.yml").read_text(encoding="utf-8")


def test_a_year_without_a_table(office: Path) -> None:
    """Without a table the year stands empty and says so."""
    done = zi("tahun-baru", "2030", "--data", str(office))
    assert done.returncode == 0
    assert f"Isi {office}/2030/rencana-aksi.yml" in done.stdout
    assert "BELUM DIISI" in (office / "2030" / "rencana-aksi.yml").read_text(encoding="utf-8")
    assert sorted(path.name for path in (office / "2030").iterdir()) == ["capaian", "keputusan.yml", "rencana-aksi.yml"]


@pytest.mark.parametrize(
    ("dasar", "there"), [("rencana-kerja", "jenis: rencana_kerja"), ("surat-edaran", "jenis: surat_edaran"), ("tanpa", None)]
)
def test_a_year_without_a_decree(dasar: str, there: str | None, office: Path) -> None:
    """A year may rest on another document, whose file says its kind and is valid as it is written, or on nothing written."""
    done = zi("tahun-baru", "2030", "--dasar", dasar, "--data", str(office))
    assert (done.returncode, done.stderr) == (0, "")
    assert "keputusan" not in done.stdout
    names = ["capaian", *(["dasar.yml"] if there else []), "rencana-aksi.yml"]
    assert sorted(path.name for path in (office / "2030").iterdir()) == names
    assert (f"2030/{names[1]} sejauh yang diketahui" in done.stdout) is bool(there)
    if there:
        assert there in (office / "2030" / "dasar.yml").read_text(encoding="utf-8").splitlines()
    assert {line.partition("/2030/")[2].partition(":")[0] for line in _problems(office)} == {"rencana-aksi.yml"}


def _problems(office: Path) -> list[str]:
    """What `periksa` names, without its last line."""
    return zi("periksa", "--data", str(office)).stderr.splitlines()[:-1]


def test_unreadable_cells_stop_it(office: Path, tmp_path: Path) -> None:
    """Every cell that can't be read is named with the file; nothing is written."""
    before = files(office)
    grid = Grid([HEADINGS, ["I", "Kelompok"], ["1", "a", "", "", "d", "Jan", "1"], ["2", "a\u202e", "", "c", "", "Jan"]])
    done = zi("tahun-baru", "2030", "--dari", str(grid.xlsx(tmp_path / "r.xlsx")), "--data", str(office))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "r.xlsx D3: LANGKAH AKSI kosong; tulis apa yang akan dikerjakan, atau gabungkan (merge) dengan sel di atasnya",
        "r.xlsx B4: KOMPONEN: ada tanda tersembunyi U+202E; ketik ulang teksnya di editor biasa",
        "2 masalah. Tidak ada yang ditulis.",
    ]
    assert files(office) == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["2029"], "2029 sudah ada, dan tidak ditimpa"),
        (["27"], "tahun “27” tidak sah; tulis empat angka"),
        (["2030", "--dari", "tiada.xlsx"], "berkas “tiada.xlsx” tidak ada"),
        (["2030", "--data", "tiada"], "tiada bukan folder data: situs.yml tidak ada"),
    ],
)
def test_refusals(arguments: list[str], why: str, office: Path) -> None:
    """What can't be done is one sentence, and changes nothing."""
    before = files(office)
    done = zi("tahun-baru", *arguments, *([] if "--data" in arguments else ["--data", str(office)]))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert why in done.stderr
    assert files(office) == before


def test_wholly_or_not_at_all(tmp_path: Path) -> None:
    """Broken off, nothing is left; what a killed run left goes with the next; what is there is never replaced."""
    (tmp_path / ".2030-baru-mati").mkdir()
    (tmp_path / ".2030-baru-mati" / "sisa").write_text("x", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), output_folder.new_folder(tmp_path / "2030"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
    with output_folder.new_folder(tmp_path / "2030") as folder:
        (folder / "a").write_text("x", encoding="utf-8")
    assert files(tmp_path) == {"2030/a": b"x"}
    with pytest.raises(FileExistsError), output_folder.new_folder(tmp_path / "2030"):
        pass


def test_a_new_office(tmp_path: Path) -> None:
    """A new office's folder builds as soon as what is empty is filled; all that this office said of itself stays behind."""
    folder, peta = tmp_path / "kantor" / "data", str(times(tmp_path))
    given = [*OFFICE, "--tahun", "2030", "--dari", str(table(tmp_path)), "--peta", peta, "--ya"]
    done = zi("kantor-baru", str(folder.parent), *given)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Langkah berikutnya:" in done.stdout
    assert "KPU" not in (folder / "situs.yml").read_text(encoding="utf-8") + (folder / "kanal.yml").read_text(encoding="utf-8")
    (folder / "2030" / "keputusan.yml").write_text(DECREE, encoding="utf-8")
    plan = folder / "2030" / "rencana-aksi.yml"
    text = re.sub(r"target_waktu: (Juli 2025|Agustsus 2030)", "target_waktu: Juli", plan.read_text(encoding="utf-8"))
    plan.write_text(text, encoding="utf-8")
    checked = zi("periksa", "--data", str(folder), "--per-tanggal", "2030-06-01")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "2030: 7 kelompok, 43 aksi" in checked.stdout


def test_a_new_office_overwrites_nothing(tmp_path: Path) -> None:
    """A folder with something in it is left alone; without an answer and with --ya, nothing is written."""
    (tmp_path / "a").write_text("x", encoding="utf-8")
    done = zi("kantor-baru", str(tmp_path), *OFFICE, "--tahun", "2030", "--ya")
    assert (done.returncode, done.stderr) == (1, f"{tmp_path} sudah ada, dan tidak ditimpa. Tidak ada yang ditulis.\n")
    done = zi("kantor-baru", str(tmp_path / "b"), *OFFICE, "--ya")
    assert (done.returncode, done.stderr) == (1, "--tahun belum ditulis. Tidak ada yang ditulis.\n")
    done = zi("kantor-baru", str(tmp_path / "b"), *NAMES, "--zona-waktu", "GMT", "--tahun", "2030", "--ya")
    assert done.stderr == "zona waktu “GMT” tidak dikenal; yang dikenal: WIB, WITA, WIT\n"
    assert files(tmp_path) == {"a": b"x"}


def test_a_new_office_chooses_its_packs(tmp_path: Path) -> None:
    """A court gets its own channels and roles; a pack that is not there is refused, and nothing is written."""
    folder = tmp_path / "kantor" / "data"
    done = zi("kantor-baru", str(folder.parent), *OFFICE, "--tahun", "2030", "--paket", "nasional,pengadilan", "--ya")
    assert (done.returncode, done.stderr) == (0, "")
    own = (folder / "situs.yml").read_text(encoding="utf-8")
    assert "paket: [nasional, pengadilan]" in own
    assert own.endswith("  - Ketua\n  - Panitera\n  - Sekretaris\n")
    channels = (folder / "kanal.yml").read_text(encoding="utf-8")
    assert channels.count("pemilik: Balai Uji\n") == channels.count("milik_kantor: true") == 4
    done = zi("kantor-baru", str(tmp_path / "b"), *OFFICE, "--tahun", "2030", "--paket", "pengadilam", "--ya")
    assert (done.returncode, done.stderr) == (1, "paket “pengadilam” tidak ada; maksud Anda “pengadilan”?\n")
    assert not (tmp_path / "b").exists()
