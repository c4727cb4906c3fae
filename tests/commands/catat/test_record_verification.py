"""Verifying: what `zi.py catat --verifikasi` adds to a record, and what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.recording import PERAN, options, record_of, records, run, tree, verify


@pytest.mark.parametrize("ending", ["\n", "", "\r\n", "\n# penutup\n"], ids=repr)
def test_verification_adds_its_lines(data: Path, bukti: list[Path], ending: str) -> None:
    """A verification adds who, when and the fingerprint of the record at the end, and keeps every other byte and the rights."""
    run(data, *options(bukti))
    path = data / record_of(data)
    text = path.read_text(encoding="utf-8").rstrip("\n")
    raw = (text.replace("\n", "\r\n") if ending == "\r\n" else text).encode() + ending.encode()
    path.write_bytes(raw)
    path.chmod(0o640)
    before, (record,) = tree(data), records(data)
    done = run(data, "--verifikasi", path.name, "--diverifikasi-oleh", "sekretaris", "--ya")
    assert done.exit_code == 0, done.output
    end = "\r\n" if ending == "\r\n" else "\n"
    lines = ["verifikasi:", "  oleh: Sekretaris", "  tanggal: 2026-11-24", f"  sidik: {record.sidik}"]
    added = ("" if ending else end) + "".join(line + end for line in lines)
    assert (tree(data), path.stat().st_mode & 0o777) == (before | {record_of(data): raw + added.encode()}, 0o640)
    assert [found.verified_by(date(2026, 11, 24)) for found in records(data)] == [True]


def test_verification_by_dialogue(data: Path, bukti: list[Path]) -> None:
    """Without a file, those that wait are offered, and without a role, the other roles."""
    run(data, *options(bukti))
    done = run(data, "--verifikasi", str(data / record_of(data)), answers="Pengelola situs\n1\nya\n")
    assert (done.exit_code, records(data)[0].verifikasi is not None) == (0, True), done.output
    assert "“Pengelola situs” tidak dikenal" in done.output
    done = run(data, "--diverifikasi-oleh", "Sekretaris")
    assert "tidak ada laporan yang menunggu verifikasi" in done.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--verifikasi", "{}", "--diverifikasi-oleh", PERAN[0]], "pencatat dan pemverifikasi berperan sama"),
        (["--verifikasi", "{}", "--diverifikasi-oleh", "Ketua"], "yang dikenal: "),
        (["--verifikasi", "{}"], "--diverifikasi-oleh belum ditulis"),
        (["--verifikasi", "i-1_2026-02.yml", "--diverifikasi-oleh", PERAN[1]], "maksud Anda “i-1_2026-01_"),
        (["--verifikasi", "{}", "--hasil", "kendala"], "--hasil tidak dipakai bersama --verifikasi"),
    ],
)
def test_verification_refused(data: Path, bukti: list[Path], arguments: list[str], sentence: str) -> None:
    """The recorder's role, an unknown role or record, and any other change are refused."""
    run(data, *options(bukti))
    before = tree(data)
    done = run(data, *(word.format(record_of(data)) for word in arguments), "--ya")
    assert (done.exit_code, tree(data)) == (1, before)
    assert sentence in done.output


def test_verified_already(data: Path, bukti: list[Path]) -> None:
    """A record is verified once."""
    run(data, *options(bukti))
    run(data, *verify(data))
    before = tree(data)
    done = run(data, *verify(data))
    assert (done.exit_code, tree(data)) == (1, before)
    assert "sudah diverifikasi oleh Sekretaris" in done.output
