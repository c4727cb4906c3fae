"""Correcting and withdrawing: a new record that names the earlier one, with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.recording import PERAN, office, options, record_of, records, run, tree, verify
from zona.findings.judge import judge
from zona.findings.keadaan import Keadaan
from zona.records.capaian.capaian import Hasil
from zona.records.load import load_data


def state(data: Path) -> Keadaan:
    """The state of the one period that was recorded."""
    (periode,) = [item for item in judge(load_data(data), date(2026, 11, 24)).terbaru.periode if item.capaian]
    return periode.keadaan


@pytest.fixture
def fulfilled(data: Path, bukti: list[Path]) -> str:
    """The name of a record that is verified."""
    run(data, *options(bukti))
    run(data, *verify(data))
    return Path(record_of(data)).name


def test_a_mended_word_costs_nothing(data: Path, fulfilled: str) -> None:
    """A correction says what the old record said but for what is given, evidence included; the period stays fulfilled before
    and after its verification, and the old record is as it was."""
    before = tree(data)
    said = [
        "--mengoreksi",
        fulfilled,
        "--uraian",
        "Rapat: hasilnya baik.",
        "--alasan",
        "Salah ketik.",
        "--dicatat-oleh",
        PERAN[0],
    ]
    done = run(data, *said, "--ya")
    assert done.exit_code == 0, done.output
    assert "Belum dihitung sebelum diverifikasi peran lain: zi.py catat --verifikasi" in done.output
    assert before.items() <= tree(data).items()
    (new,) = [record for record in records(data) if record.mengoreksi]
    (old,) = [record for record in records(data) if not record.mengoreksi]
    assert (new.mengoreksi, new.alasan, new.uraian) == (fulfilled, "Salah ketik.", "Rapat: hasilnya baik.")
    assert (new.tanggal, new.hasil, new.bukti) == (old.tanggal, old.hasil, old.bukti)
    assert state(data) is Keadaan.TERPENUHI
    assert run(data, "--verifikasi", new.nama_berkas, "--diverifikasi-oleh", PERAN[1], "--ya").exit_code == 0
    assert state(data) is Keadaan.TERPENUHI


def test_a_withdrawal(data: Path, fulfilled: str) -> None:
    """A withdrawal counts from its verification on; it can't say that the work is done."""
    said = ["--mencabut", fulfilled, "--alasan", "Bukti keliru.", "--dicatat-oleh", PERAN[0], "--tanggal", "2026-02-01"]
    refused = run(data, *said, "--hasil", "selesai", "--uraian", "Dicabut.", "--ya")
    assert (refused.exit_code, "hasil “selesai” tidak dikenal; yang dikenal: berjalan, kendala" in refused.output) == (1, True)
    assert run(data, *said, "--hasil", "kendala", "--uraian", "Dicabut.", "--ya").exit_code == 0
    assert state(data) is Keadaan.TERPENUHI
    (new,) = [record for record in records(data) if record.mencabut]
    run(data, "--verifikasi", new.nama_berkas, "--diverifikasi-oleh", PERAN[1], "--ya")
    assert state(data) is Keadaan.TERLAMBAT


def test_by_dialogue(data: Path, fulfilled: str) -> None:
    """Where a period has a record, the dialogue asks whether this one tells something new, corrects it or withdraws it."""
    typed = ["I.1", "2026-01", "2", "selesai", "", "Rapat kedua", "ya", "", "1", "Salah tulis", "ya"]
    done = run(data, answers="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "baru  melaporkan hal baru" in done.output
    (new,) = [record for record in records(data) if record.mengoreksi]
    assert (new.mengoreksi, new.tanggal, new.uraian, len(new.bukti)) == (fulfilled, date(2026, 1, 20), "Rapat kedua", 2)
    typed = ["I.1", "2026-01", "1", "berjalan", "", "Kegiatan lain", "", "1", "ya"]
    assert run(data, answers="\n".join(typed) + "\n").exit_code == 0
    assert [record.uraian for record in records(data) if record.hasil is Hasil.BERJALAN] == ["Kegiatan lain"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--mengoreksi", "{}", "--mencabut", "{}", "--alasan", "x"], "--mengoreksi tidak dipakai bersama --mencabut"),
        (["--alasan", "x"], "--alasan dipakai bersama --mengoreksi atau --mencabut"),
        (["--mengoreksi", "{}", "--dicatat-oleh", PERAN[0]], "--alasan belum ditulis"),
        (["--mengoreksi", "lain.yml", "--alasan", "x"], "laporan “lain.yml” tidak ada"),
        (["--mengoreksi", "{}", "--aksi", "I.2", "--alasan", "x"], "--aksi I.2 bukan milik laporan itu (I.1)"),
        (["--mencabut", "{}", "--alasan", "Hubungi 0812 3456 7890", "--hasil", "kendala", "--tanggal", "2026-02-01",
          "--uraian", "x", "--dicatat-oleh", PERAN[0]], "nomor telepon"),
    ],
)  # fmt: skip
def test_refused(data: Path, fulfilled: str, arguments: list[str], sentence: str) -> None:
    """What does not fit together is refused in one sentence, and nothing is written."""
    before = tree(data)
    done = run(data, *(word.format(fulfilled) for word in arguments), "--ya")
    assert (done.exit_code, tree(data)) == (1, before), done.output
    assert sentence in done.output


def test_two_who_say_the_same(data: Path, bukti: list[Path], tmp_path: Path) -> None:
    """Two people who record the same on their own copies make the same file; who says something else makes another."""
    names = []
    for copy, uraian in (("a", "Rapat."), ("b", "Rapat."), ("c", "Rapat lain.")):
        root = tmp_path / copy
        for name, content in tree(data).items():
            (root / name).mkdir(parents=True, exist_ok=True) if content is None else None
        for name, content in tree(data).items():
            (root / name).write_bytes(content) if content is not None else None
        assert run(root, *options(bukti, uraian=uraian)).exit_code == 0
        names.append(sorted(set(tree(root)) - set(tree(data))))
    assert names[0] == names[1]
    assert len({*names[0]} & {*names[2]}) == len(names[0]) - 1


def test_a_contradiction_can_be_corrected(data: Path, bukti: list[Path], tmp_path: Path) -> None:
    """Two people recorded different things of one day, and git merged them: one of the records is corrected by the command."""
    run(data, *options(bukti))
    first = Path(record_of(data)).name
    other = office(tmp_path / "lain")
    run(other, *options([], hasil="berjalan"))
    (path,) = (other / "2026" / "capaian").iterdir()
    (data / "2026" / "capaian" / path.name).write_bytes(path.read_bytes())
    assert "bertentangan dengan" in run(data, *options([], hasil="berjalan", aksi="I.2", periode="2026-TW1")).output
    said = ["--mengoreksi", path.name, "--hasil", "selesai", "--tanggal", "2026-01-20", "--uraian", "Sudah selesai hari itu."]
    said += [
        "--tautan",
        "https://contoh.go.id/n",
        "--judul-bukti",
        "Berita",
        "--jenis-bukti",
        "tampilan",
        "--dilihat",
        "2026-11-23",
    ]
    done = run(data, *said, "--alasan", "Selesai sore harinya.", "--dicatat-oleh", PERAN[0], "--ya")
    assert done.exit_code == 0, done.output
    assert len(records(data)) == 3
    seen = [item.dilihat for record in records(data) for item in record.bukti if item.tautan]
    assert seen == [date(2026, 11, 23)]
    assert first in {record.nama_berkas for record in records(data)}


def test_a_link_is_seen_again(data: Path) -> None:
    """A correction that only says when a link was seen again keeps the rest; without a link the day is refused."""
    link = ["--tautan", "https://contoh.go.id/n", "--judul-bukti", "Berita", "--jenis-bukti", "tampilan"]
    run(data, *options([])[:-1], *link, "--ya")
    again = ["--mengoreksi", Path(record_of(data)).name, "--alasan", "Tautan dibuka lagi.", "--dicatat-oleh", PERAN[0], "--ya"]
    assert run(data, *again, "--dilihat", "2026-11-23").exit_code == 0
    (new,) = [record for record in records(data) if record.mengoreksi]
    assert (new.bukti[0].judul, new.bukti[0].dilihat) == ("Berita", date(2026, 11, 23))
    refused = run(data, *options([], hasil="berjalan", aksi="I.2", periode="2026-TW1", dilihat="2026-11-23"))
    assert (refused.exit_code, "--dilihat dipakai bersama bukti berupa tautan" in refused.output) == (1, True)
