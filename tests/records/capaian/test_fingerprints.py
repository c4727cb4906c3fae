"""What was recorded and approved stays what it was: fingerprints of records and of their evidence."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

from small.one_record import office, problems, write
from support.evidence_files import GOOD
from zona.records.load import load_data


def test_a_name_stays_when_a_word_is_mended(tmp_path: Path) -> None:
    """An unverified record whose words somebody mends by hand keeps the name that it has."""
    root = office(tmp_path)
    path = write(root, verifier=None)
    path.write_text(path.read_text("utf-8").replace("Rapat.", "Rapat evaluasi."), "utf-8")
    assert load_data(root)


def test_a_verified_record_stays_what_it_was(tmp_path: Path) -> None:
    """Any word of a verified record that is changed afterwards is an error at its verification; its layout and its comments
    are nobody's approval."""
    root = office(tmp_path)
    path = write(root)
    text = path.read_text("utf-8")
    path.write_text("# catatan rapat\n" + text.replace("uraian: Rapat.", "uraian: >-\n  Rapat."), "utf-8", newline="\r\n")
    assert load_data(root)
    for was, becomes in (
        ("Rapat.", "Rapat besar."),
        ("2026-03-30\nhasil", "2026-03-29\nhasil"),
        ("jenis: laporan", "jenis: foto"),
    ):
        assert was in text
        path.write_text(text.replace(was, becomes), "utf-8")
        assert problems(root) == [
            f"data/2026/capaian/{path.name}:15: isi laporan bukan lagi yang diverifikasi; kembalikan isinya seperti saat "
            "diverifikasi; pembetulan ditulis lewat zi.py catat --mengoreksi"
        ]


def test_a_fingerprint_stays_what_it_is(tmp_path: Path) -> None:
    """Every version of the program gives a record the same fingerprint: else each verification of an office would be lost."""
    path = write(office(tmp_path), uraian="Rapat “evaluasi” – 👍", verifier=None)
    record = load_data(tmp_path / "data").tahun[0].capaian[0].isi
    said = {
        "aksi": "I.1", "periode": "2026-TW1", "tanggal": "2026-03-30", "hasil": "selesai", "uraian": "Rapat “evaluasi” – 👍",
        "bukti": [{"berkas": "laporan.pdf", "sha256": record.bukti[0].sha256, "judul": "Laporan", "jenis": "laporan"}],
        "dicatat_oleh": "Tim",
    }  # fmt: skip
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    assert record.sidik == hashlib.sha256(text.encode()).hexdigest()
    assert path.name == f"i-1_2026-TW1_{record.sidik[:8]}.yml"


def test_composed_accents_are_the_same(tmp_path: Path) -> None:
    """Whether é is one sign or two changes nothing that a reader sees, and so nothing of the fingerprint."""
    root = office(tmp_path)
    path = write(root, uraian="Kafé.")
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")
    assert load_data(root)


def test_a_verification_without_its_fingerprint(tmp_path: Path) -> None:
    """A verification that somebody types without the fingerprint is refused, and so is one with another."""
    root = office(tmp_path)
    path = write(root)
    text = path.read_text("utf-8")
    for sidik in ("", "  sidik: abc\n"):
        path.write_text(text[: text.index("  sidik:")] + sidik, "utf-8")
        assert "verifikasi tanpa sidik laporan" in problems(root)[0]
        assert f"{path.name}:1" in problems(root)[0]


def test_swapped_evidence(tmp_path: Path) -> None:
    """Evidence that is replaced under its name is an error at the record that cites it, verified or not."""
    root = office(tmp_path)
    path = write(root)
    (root / "bukti" / "2026" / "laporan.pdf").write_bytes(GOOD["a.pdf"])
    assert [problem.partition(";")[0] for problem in problems(root)] == [
        f"data/2026/capaian/{path.name}:8: isi berkas bukti “laporan.pdf” bukan lagi yang dicatat"
    ]


def test_evidence_without_its_fingerprint(tmp_path: Path) -> None:
    """A record that names a file and not what it holds is told what to write."""
    root = office(tmp_path)
    path = write(root, verifier=None)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "sha256" not in line), "utf-8")
    (line,) = [line.strip() for line in lines if "sha256" in line]
    assert problems(root) == [
        f"data/2026/capaian/{path.name}:7: sidik isi berkas bukti “laporan.pdf” belum ada; tulis di bawahnya {line}"
    ]
