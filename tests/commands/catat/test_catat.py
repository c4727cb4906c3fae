"""Recording: what `zi.py catat` writes, and what it refuses."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from small.office_data import row, write_kantor
from support.evidence_files import phone_photo
from support.recording import PERAN, options, record_of, records, run, tree, verify
from zona.desk.clean_evidence import clean
from zona.records.capaian.capaian import Capaian, Hasil, JenisBukti

# --- what is written ---


def test_with_options(data: Path, bukti: list[Path]) -> None:
    """With options alone the record and its evidence are written, load, and the line to commit with is shown."""
    done = run(data, *options(bukti), "--tautan", "https://kpu.go.id/a", "--judul-bukti", "Berita", "--jenis-bukti", "tampilan")
    assert done.exit_code == 0, done.output
    (record,) = records(data)
    assert (record.aksi, record.periode, record.tanggal, record.hasil) == ("I.1", "2026-01", date(2026, 1, 20), Hasil.SELESAI)
    contents = [clean(bukti[0].read_bytes(), "pdf").content, clean(bukti[1].read_bytes(), "jpg").content]
    sums = [hashlib.sha256(content).hexdigest() for content in contents]
    names = [f"i-1_2026-01_{sums[0][:8]}.pdf", f"i-1_2026-01_{sums[1][:8]}.jpg"]
    assert [(item.berkas, item.sha256) for item in record.bukti] == [*zip(names, sums, strict=True), (None, None)]
    assert [item.judul for item in record.bukti] == ["Bukti Laporan Rapat", "Bukti foto", "Berita"]
    assert [item.jenis for item in record.bukti][-1] is JenisBukti.TAMPILAN
    assert [(data / "bukti/2026" / name).read_bytes() for name in names] == contents
    assert record_of(data) == f"2026/capaian/i-1_2026-01_{record.sidik[:8]}.yml"
    assert f'{record_of(data)} {data}/bukti/2026/{names[0]} {data}/bukti/2026/{names[1]} && git commit -m "' in done.output
    assert not [name for name in tree(data) if "/." in name]


def test_by_dialogue(data: Path, bukti: list[Path]) -> None:
    """Typed answers do the same; choices are shown with numbers, and a wrong answer can be corrected."""
    typed = ["I.9", "2", "2026-tw1", "selesai", "", "Rapat", "", f'"{bukti[0]}"', "Laporan", "laporan", "", "", "1", "ya"]
    done = run(data, answers="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "    2  I.2  komponen I.2" in done.output
    assert "2026-TW1  Triwulan I 2026, tenggat 31 Maret 2026" in done.output
    assert "aksi “I.9” tidak dikenal; maksud Anda" in done.output
    assert "memerlukan sedikitnya satu bukti" in done.output
    (record,) = records(data)
    assert (record.periode, record.tanggal, record.dicatat_oleh) == ("2026-TW1", date(2026, 11, 24), PERAN[0])
    assert [re.sub(r"[0-9a-f]{8}", "#", name) for name in sorted(tree(data)) if "_" in name] == [
        "2026/capaian/i-2_2026-TW1_#.yml",
        "bukti/2026/i-2_2026-tw1_#.pdf",
    ]


@pytest.mark.parametrize("typed", ["", "I.1\n", "I.1\n1\nberjalan\n\nRapat\n\n1\ntidak\n"])
def test_dialogue_left(data: Path, typed: str) -> None:
    """A dialogue that ends early, or in a no, writes nothing."""
    before = tree(data)
    done = run(data, answers=typed)
    assert (done.exit_code, tree(data)) == (130, before)
    assert "Dibatalkan. Tidak ada yang ditulis." in done.output


@pytest.mark.parametrize("text", ["a: b # c", "- ya", "'\"\\", "2026-01-01", "null", "x\n\ny: z\n  w", "😀 @ ` %", "no"])
def test_any_text_reads_back(data: Path, text: str) -> None:
    """Whatever the description says, the file reads back as it was said."""
    assert run(data, *options([], uraian=text, hasil="berjalan")).exit_code == 0
    assert [record.uraian for record in records(data)] == [text]


def test_keys_in_order(data: Path, bukti: list[Path]) -> None:
    """The file starts with a comment and has its keys in the order of the model."""
    run(data, *options(bukti[:1]))
    text = (data / record_of(data)).read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, flags=re.MULTILINE)
    assert text.startswith("# ")
    assert keys == [key for key in Capaian.model_fields if key not in ("mengoreksi", "mencabut", "alasan", "verifikasi")]


def test_periods_of_every_year(tmp_path: Path) -> None:
    """A period of last year can be recorded when this year's plan is there; a slip is met with the newest year's."""
    plans = {2025: [row("I.1"), row("I.2")], 2026: [row("I.1")]}
    data = write_kantor(tmp_path / "data", plans, situs={"peran": PERAN})
    assert "maksud Anda “2026-01”?" in run(data, *options([], periode="2026-02")).output
    for aksi in ("I.1", "I.2"):
        done = run(data, *options([], aksi=aksi, periode="2025-01", hasil="berjalan", tanggal="2025-01-20"))
        assert done.exit_code == 0, done.output
    assert sorted(path.name[:-13] for path in (data / "2025/capaian").iterdir()) == ["i-1_2025-01", "i-2_2025-01"]


def test_only_open_roles_are_offered(tmp_path: Path) -> None:
    """A role that has ended can't record or verify any more."""
    peran = [*PERAN, {"nama": PERAN[0], "sampai": date(2026, 1, 31)}]
    data = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": peran})
    done = run(data, *options([], hasil="berjalan", **{"dicatat-oleh": PERAN[0]}))
    assert done.exit_code == 1
    assert f"“{PERAN[0]}” tidak dikenal" in done.output


def test_evidence_is_cleaned(data: Path, tmp_path: Path) -> None:
    """A photo with its place and a document with its author enter without them, and what was taken out is said; a Word file is
    refused with the way to a PDF, and nothing is written."""
    (tmp_path / "IMG_1.JPG").write_bytes(phone_photo())
    done = run(data, *options([tmp_path / "IMG_1.JPG"]))
    assert "Dibuang dari IMG_1.JPG: tempat foto dibuat (GPS), merek dan jenis kamera" in done.output
    assert b"Kamera Contoh" not in next((data / "bukti/2026").iterdir()).read_bytes()
    before = tree(data)
    (tmp_path / "surat.docx").write_bytes(b"PK")
    done = run(data, *options([tmp_path / "surat.docx"], uraian="Lagi"))
    assert (done.exit_code, tree(data)) == (1, before)
    assert "bukti “surat.docx”: berkas DOCX tidak bisa menjadi bukti; buka berkasnya, pilih Simpan sebagai" in done.output


def test_never_overwrites(data: Path, bukti: list[Path]) -> None:
    """A further record of a period, and its evidence, get names of their own; what was there stays."""
    run(data, *options(bukti[:1]))
    before = tree(data)
    assert run(data, *options(bukti[1:], uraian="Rapat kedua")).exit_code == 0
    after = tree(data)
    assert before.items() <= after.items()
    assert len(after.keys() - before.keys()) == 2


def test_reuses_identical_evidence(data: Path, bukti: list[Path]) -> None:
    """A file whose content is in the folder already is not stored twice."""
    run(data, *options(bukti[:1]))
    done = run(data, *options([*bukti[:1], *bukti[:1]], uraian="Lagi"))
    (name,) = [path.name for path in (data / "bukti/2026").iterdir()]
    assert f"{name} (sudah ada, dipakai lagi)" in done.output
    assert sorted(len(record.bukti) for record in records(data)) == [1, 2]


def test_said_already(data: Path, bukti: list[Path]) -> None:
    """The same answers again write nothing and name the record that is there, also once it is verified."""
    run(data, *options(bukti))
    run(data, *verify(data))
    before = tree(data)
    done = run(data, *options(bukti[::-1]))
    assert (done.exit_code, tree(data)) == (0, before)
    assert done.output.endswith(f"\nLaporan itu sudah ada: {data}/{record_of(data)}\n")


# --- what is refused ---


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"aksi": "I.3"}, "aksi “I.3” tidak dikenal; maksud Anda “I.2”?"),
        ({"aksi": "xyz"}, "aksi “xyz” tidak dikenal; yang dikenal: I.1, I.2"),
        ({"periode": "2026-02"}, "periode “2026-02” tidak dikenal; maksud Anda “2026-01”?"),
        ({"dicatat-oleh": "sekertaris"}, "maksud Anda “Sekretaris”?"),
        ({"dicatat-oleh": "Budi"}, "yang dikenal: Pengelola situs, Sekretaris"),
        ({"hasil": "beres"}, "yang dikenal: selesai, berjalan, kendala"),
        ({"hasil": "selesai"}, "hasil “selesai” tanpa bukti"),
        ({"tanggal": "kemarin"}, "“kemarin” bukan tanggal; tulis hari, bulan, dan tahun, misalnya 24 November 2026"),
        ({"tanggal": "2026-11-25"}, "25 November 2026 belum tiba (hari ini 24 November 2026)"),
        ({"tanggal": "2025-12-31"}, "mendahului keputusan"),
        ({"uraian": " "}, "“uraian” kosong"),
        ({"uraian": "x" * 2001}, "“uraian” t"),
        ({"uraian": "Hubungi 0812 3456 7890"}, "nomor telepon"),
        ({"uraian": "a\u202eb"}, "tanda tersembunyi U+202E"),
        ({"uraian": None}, "--uraian belum ditulis"),
        ({"tautan": "http://x"}, "alamat web tidak sah"),
        ({"tautan": "https://kpu.go.id"}, "--judul-bukti belum ditulis"),
        ({"judul-bukti": "Lebih"}, "--judul-bukti ditulis 1 kali, buktinya 0"),
        ({"bukti": "tidak-ada.pdf"}, "berkas bukti “tidak-ada.pdf” tidak ada"),
        ({"per-tanggal": "kemarin"}, "“kemarin” bukan tanggal"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refuses(data: Path, changed: dict[str, str | None], sentence: str) -> None:
    """A bad or missing answer gets one sentence, exit code 1, and nothing is written."""
    before = tree(data)
    done = run(data, *options([], **{"hasil": "berjalan"} | changed))
    assert (done.exit_code, done.output.count("\n"), tree(data)) == (1, 1, before)
    assert sentence in done.output


@pytest.mark.parametrize(("name", "content"), [("a.jpg", b"%PDF-1.4"), ("a.exe", b"MZ"), ("a.pdf", b""), ("a.png", b"\x89PNG")])
def test_refuses_bad_evidence(data: Path, tmp_path: Path, name: str, content: bytes) -> None:
    """A file of a wrong kind, an empty or a broken one leaves the data as they were."""
    before = tree(data)
    (tmp_path / name).write_bytes(content)
    done = run(data, *options([tmp_path / name]))
    assert (done.exit_code, tree(data)) == (1, before)
    assert f"bukti “{name}”" in done.output


def test_refuses_contradiction(data: Path, bukti: list[Path]) -> None:
    """A problem that only the whole data show takes back what was written, and is shown."""
    run(data, *options(bukti[:1]))
    before = tree(data)
    done = run(data, *options(bukti[1:], hasil="kendala"))
    assert (done.exit_code, tree(data)) == (1, before)
    assert "hari yang sama, hasil yang lain" in done.output


def test_refuses_bad_data(data: Path) -> None:
    """Where the data are wrong already, their problems are shown and nothing is asked."""
    (data / "situs.yml").write_text("kantor: [\n", encoding="utf-8")
    done = run(data, *options([], hasil="berjalan"))
    assert (done.exit_code, "situs.yml:1: " in done.output) == (1, True)


def test_refuses_without_roles(tmp_path: Path) -> None:
    """Where the office named no roles, nobody can record."""
    done = run(write_kantor(tmp_path / "data", {2026: [row("I.1")]}), *options([], hasil="berjalan"))
    assert (done.exit_code, "belum menyebut peran" in done.output) == (1, True)
