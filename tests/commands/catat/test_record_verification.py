"""Verifying: what `zi.py catat --verifikasi` adds to a record, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.recording import PERAN, RECORD, VERIFY, options, records, run, tree


@pytest.mark.parametrize("ending", ["\n", "", "\r\n", "\n# penutup\n"], ids=repr)
def test_verification_adds_one_line(data: Path, bukti: list[Path], ending: str) -> None:
    """A verification adds one line at the end and keeps every other byte, and the file's rights."""
    run(data, *options(bukti))
    path = data / RECORD
    text = path.read_text(encoding="utf-8").rstrip("\n")
    raw = (text.replace("\n", "\r\n") if ending == "\r\n" else text).encode() + ending.encode()
    path.write_bytes(raw)
    path.chmod(0o640)
    before = tree(data)
    done = run(data, "--verifikasi", path.name, "--diverifikasi-oleh", "sekretaris", "--ya")
    assert done.exit_code == 0, done.output
    end = b"\r\n" if ending == "\r\n" else b"\n"
    line = (b"" if ending else end) + b"diverifikasi_oleh: Sekretaris" + end
    assert (tree(data), path.stat().st_mode & 0o777) == (before | {RECORD: raw + line}, 0o640)
    assert [record.diverifikasi_oleh for record in records(data)] == ["Sekretaris"]


def test_verification_by_dialogue(data: Path, bukti: list[Path]) -> None:
    """Without a file, those that wait are offered, and without a role, the other roles."""
    run(data, *options(bukti))
    done = run(data, "--verifikasi", str(data / RECORD), answers="Pengelola situs\n1\nya\n")
    assert (done.exit_code, records(data)[0].diverifikasi_oleh) == (0, "Sekretaris"), done.output
    assert "“Pengelola situs” tidak dikenal" in done.output
    done = run(data, "--diverifikasi-oleh", "Sekretaris")
    assert "tidak ada catatan yang menunggu verifikasi" in done.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--verifikasi", RECORD, "--diverifikasi-oleh", PERAN[0]], "pencatat dan pemverifikasi berperan sama"),
        (["--verifikasi", RECORD, "--diverifikasi-oleh", "Ketua"], "yang dikenal: "),
        (["--verifikasi", RECORD], "--diverifikasi-oleh belum ditulis"),
        (["--verifikasi", "i-1_2026-02.yml", "--diverifikasi-oleh", PERAN[1]], "maksud Anda “i-1_2026-01.yml”?"),
        (["--verifikasi", RECORD, "--hasil", "kendala"], "--hasil tidak dipakai bersama --verifikasi"),
    ],
)
def test_verification_refused(data: Path, bukti: list[Path], arguments: list[str], sentence: str) -> None:
    """The recorder's role, an unknown role or record, and any other change are refused."""
    run(data, *options(bukti))
    before = tree(data)
    done = run(data, *arguments, "--ya")
    assert (done.exit_code, tree(data)) == (1, before)
    assert sentence in done.output


def test_verified_already(data: Path, bukti: list[Path]) -> None:
    """A record is verified once."""
    run(data, *options(bukti))
    run(data, *VERIFY)
    before = tree(data)
    done = run(data, *VERIFY)
    assert (done.exit_code, tree(data)) == (1, before)
    assert "sudah diverifikasi oleh Sekretaris" in done.output
