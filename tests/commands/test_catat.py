"""Recording and verifying: what `zi.py catat` writes, what it refuses, and that nothing can leave it half done."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from app import zi
from cli.catat import write_record
from click.testing import CliRunner, Result
from disk import transaction
from PIL import Image
from pypdf import PdfWriter
from support.small_office import row, write_kantor
from support.zi_command import ROOT
from zona.records.capaian.capaian import Capaian, Hasil, JenisBukti
from zona.records.load import load_data

PERAN = ["Pengelola situs", "Sekretaris"]
RECORD = "2026/capaian/i-1_2026-01.yml"
# The program that is killed: the command as it is, with a step that ends the process at a given count.
KILLED = """
import itertools, os, signal, sys
sys.path[:0] = [sys.argv[1] + "/hooks", sys.argv[1] + "/scripts"]
from cli.catat import write_record
from disk import transaction
from cli.catat.catat import catat
count, how, step = itertools.count(), sys.argv[3], transaction.step
def stop(name):
    if next(count) == int(sys.argv[2]):
        os._exit(99) if how == "exit" else os.kill(os.getpid(), getattr(signal, how))
    step(name)
transaction.step = stop
catat(sys.argv[4:])
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with two actions and two roles."""
    return write_kantor(tmp_path / "data", {2026: [row("I.1"), row("I.2", "Per Triwulan")]}, situs={"peran": PERAN})


@pytest.fixture
def bukti(tmp_path: Path) -> list[Path]:
    """A PDF and a photo."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "Laporan Rapat.PDF")
    Image.new("RGB", (8, 8), "red").save(tmp_path / "foto.jpg")
    return [tmp_path / "Laporan Rapat.PDF", tmp_path / "foto.jpg"]


def options(files: list[Path], /, **changed: str | None) -> list[str]:
    """The options of a complete record with the given files as evidence."""
    given: dict[str, str | None] = {"aksi": "I.1", "periode": "2026-01", "hasil": "selesai", "tanggal": "2026-01-20"}
    given |= {"uraian": "Rapat: hasilnya # baik", "dicatat-oleh": PERAN[0]} | changed
    words = [word for key, value in given.items() if value is not None for word in (f"--{key}", value)]
    for path in files:
        words += ["--bukti", str(path), "--judul-bukti", f"Bukti {path.stem}", "--jenis-bukti", "dokumen"]
    return [*words, "--ya"]


def run(data: Path, *arguments: str, answers: str = "") -> Result:
    """Run the command in this process; `answers` are typed."""
    fixed = ["--data", str(data), "--per-tanggal", "2026-11-24"]
    result = CliRunner().invoke(zi, ["catat", *fixed, *arguments], input=answers)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(data: Path) -> dict[str, bytes | None]:
    """Every file and folder of a data folder, byte for byte."""
    return {path.relative_to(data).as_posix(): path.read_bytes() if path.is_file() else None for path in data.rglob("*")}


def records(data: Path) -> list[Capaian]:
    return [record.isi for year in load_data(data).tahun for record in year.capaian]


# --- what is written ---


def test_with_options(data: Path, bukti: list[Path]) -> None:
    """With options alone the record and its evidence are written, load, and the line to commit with is shown."""
    done = run(data, *options(bukti), "--tautan", "https://kpu.go.id/a", "--judul-bukti", "Berita", "--jenis-bukti", "tampilan")
    assert done.exit_code == 0, done.output
    (record,) = records(data)
    assert (record.aksi, record.periode, record.tanggal, record.hasil) == ("I.1", "2026-01", date(2026, 1, 20), Hasil.SELESAI)
    assert [item.berkas for item in record.bukti] == ["i-1_2026-01_1.pdf", "i-1_2026-01_2.jpg", None]
    assert [item.judul for item in record.bukti] == ["Bukti Laporan Rapat", "Bukti foto", "Berita"]
    assert [item.jenis for item in record.bukti][-1] is JenisBukti.TAMPILAN
    assert (data / "bukti/2026/i-1_2026-01_2.jpg").read_bytes() == bukti[1].read_bytes()
    assert f'{RECORD} {data}/bukti/2026/i-1_2026-01_1.pdf {data}/bukti/2026/i-1_2026-01_2.jpg && git commit -m "' in done.output
    assert not [name for name in tree(data) if "/." in name]


def test_by_dialogue(data: Path, bukti: list[Path]) -> None:
    """Typed answers do the same; choices are shown with numbers, and a wrong answer can be corrected."""
    typed = ["I.9", "2", "2026-tw1", "selesai", "", "Rapat", "", f'"{bukti[0]}"', "Laporan", "laporan", "", "1", "ya"]
    done = run(data, answers="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "    2  I.2  komponen I.2" in done.output
    assert "2026-TW1  Triwulan I 2026, tenggat 31 Maret 2026" in done.output
    assert "aksi “I.9” tidak dikenal; maksud Anda" in done.output
    assert "memerlukan sedikitnya satu bukti" in done.output
    (record,) = records(data)
    assert (record.periode, record.tanggal, record.dicatat_oleh) == ("2026-TW1", date(2026, 11, 24), PERAN[0])
    assert sorted(name for name in tree(data) if "_" in name) == [
        "2026/capaian/i-2_2026-TW1.yml",
        "bukti/2026/i-2_2026-tw1_1.pdf",
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
    text = (data / RECORD).read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, flags=re.MULTILINE)
    assert text.startswith("# ")
    assert keys == [key for key in Capaian.model_fields if key != "diverifikasi_oleh"]


def test_periods_of_every_year(tmp_path: Path) -> None:
    """A period of last year can be recorded when this year's plan is there; a slip is met with the newest year's."""
    plans = {2025: [row("I.1"), row("I.2")], 2026: [row("I.1")]}
    data = write_kantor(tmp_path / "data", plans, situs={"peran": PERAN})
    assert "maksud Anda “2026-01”?" in run(data, *options([], periode="2026-02")).output
    for aksi in ("I.1", "I.2"):
        done = run(data, *options([], aksi=aksi, periode="2025-01", hasil="berjalan", tanggal="2025-01-20"))
        assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (data / "2025/capaian").iterdir()) == ["i-1_2025-01.yml", "i-2_2025-01.yml"]


def test_only_open_roles_are_offered(tmp_path: Path) -> None:
    """A role that has ended can't record or verify any more."""
    peran = [*PERAN, {"nama": PERAN[0], "sampai": date(2026, 1, 31)}]
    data = write_kantor(tmp_path / "data", {2026: [row("I.1")]}, situs={"peran": peran})
    done = run(data, *options([], hasil="berjalan", **{"dicatat-oleh": PERAN[0]}))
    assert done.exit_code == 1
    assert f"“{PERAN[0]}” tidak dikenal" in done.output


def test_never_overwrites(data: Path, bukti: list[Path]) -> None:
    """A further record of a period, and its evidence, get the next number; what was there stays."""
    run(data, *options(bukti[:1]))
    before = tree(data)
    assert run(data, *options(bukti[1:], uraian="Rapat kedua")).exit_code == 0
    after = tree(data)
    assert before.items() <= after.items()
    assert after.keys() - before.keys() == {"2026/capaian/i-1_2026-01_2.yml", "bukti/2026/i-1_2026-01_2.jpg"}


def test_a_name_taken_meanwhile(data: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears under the chosen name at the last moment is not overwritten, and nothing is left beside it."""

    def meanwhile(name: str) -> None:
        if name == "Link i-1_2026-01.yml":
            (data / RECORD).write_text("# milik orang lain", encoding="utf-8")

    monkeypatch.setattr(transaction, "step", meanwhile)
    before = tree(data)
    done = run(data, *options(bukti))
    assert (done.exit_code, "baru saja dipakai berkas lain" in done.output) == (1, True)
    assert tree(data) == before | {"2026/capaian": None, RECORD: b"# milik orang lain"}


def test_reuses_identical_evidence(data: Path, bukti: list[Path]) -> None:
    """A file whose content is in the folder already is not stored twice."""
    run(data, *options(bukti[:1]))
    done = run(data, *options([*bukti[:1], *bukti[:1]], uraian="Lagi"))
    assert "i-1_2026-01_1.pdf (sudah ada, dipakai lagi)" in done.output
    assert [item.berkas for item in records(data)[1].bukti] == ["i-1_2026-01_1.pdf"] * 2
    assert len(list((data / "bukti/2026").iterdir())) == 1


def test_said_already(data: Path, bukti: list[Path]) -> None:
    """The same answers again write nothing and name the record that is there, also once it is verified."""
    run(data, *options(bukti))
    run(data, "--verifikasi", RECORD, "--diverifikasi-oleh", PERAN[1], "--ya")
    before = tree(data)
    done = run(data, *options(bukti[::-1]))
    assert (done.exit_code, done.output, tree(data)) == (0, f"Catatan itu sudah ada: {data}/{RECORD}\n", before)


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
        ({"tanggal": "20-01-2026"}, "“20-01-2026” bukan tanggal; tulis tahun-bulan-hari"),
        ({"tanggal": "2026-11-25"}, "tanggal 2026-11-25 belum tiba"),
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


# --- verification ---


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
    verify = ["--verifikasi", RECORD, "--diverifikasi-oleh", PERAN[1], "--ya"]
    run(data, *verify)
    before = tree(data)
    done = run(data, *verify)
    assert (done.exit_code, tree(data)) == (1, before)
    assert "sudah diverifikasi oleh Sekretaris" in done.output


# --- broken off at every step ---


def steps(data: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all steps of a run that goes well."""
    names: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "step", names.append)
        assert run(data, *arguments).exit_code == 0
    return names


def prepared(tmp_path: Path, name: str, work: str, bukti: list[Path]) -> tuple[Path, list[str]]:
    """A fresh office, and the options of the work to be broken off in it."""
    data = write_kantor(tmp_path / name, {2026: [row("I.1")]}, situs={"peran": PERAN})
    if work == "catat":
        return data, options(bukti)
    run(data, *options(bukti))
    return data, ["--verifikasi", RECORD, "--diverifikasi-oleh", PERAN[1], "--ya"]


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), SystemExit(3)], ids=repr)
@pytest.mark.parametrize("work", ["catat", "verifikasi"])
def test_fault_at_every_step(
    work: str, fault: BaseException, tmp_path: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault before, in or after any operation on disk leaves every byte and folder as before, and the next run succeeds."""
    total = len(steps(*prepared(tmp_path, "utuh", work, bukti), monkeypatch))
    assert total >= (15 if work == "catat" else 6)
    for stop in range(total):
        data, arguments = prepared(tmp_path, f"data{stop}", work, bukti)
        before, count = tree(data), iter(range(total))

        def fail(name: str, stop: int = stop, count: object = count) -> None:
            if next(count) == stop:  # type: ignore[call-overload]
                raise fault

        with monkeypatch.context() as patch:
            patch.setattr(transaction, "step", fail)
            done = run(data, *arguments)
        assert (done.exit_code, tree(data)) == ({OSError: 1, KeyboardInterrupt: 130, SystemExit: 3}[type(fault)], before)
        assert not isinstance(fault, OSError) or "disk penuh. Tidak ada yang ditulis." in done.output
        assert run(data, *arguments).exit_code == 0


@pytest.mark.parametrize("call", ["os.fsync", "os.link", "os.unlink", "pathlib.Path.mkdir"])
def test_failing_system_call(data: Path, bukti: list[Path], call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a disk without links, met inside an operation, leaves everything as before."""
    before, real = tree(data), []

    def refuse(*arguments: object, **more: object) -> None:
        real.append(arguments)
        monkeypatch.undo()  # only the first one
        raise OSError(errno.EDQUOT, "quota", str(arguments[0]))

    monkeypatch.setattr(call, refuse)
    if call in ("os.unlink", "pathlib.Path.mkdir"):  # the check of the evidence uses both before
        monkeypatch.setattr("cli.catat.catat._accept_file", lambda *_: None)
    done = run(data, *options(bukti))
    assert (done.exit_code, len(real), tree(data)) == (1, 1, before)
    assert "jatah disk habis" in done.output


def killed(data: Path, arguments: list[str], stop: int, how: str) -> int:
    """Run the command in a process of its own that ends itself at a step; its exit code."""
    fixed = ["--data", str(data), "--per-tanggal", "2026-11-24"]
    command = [sys.executable, "-c", KILLED, str(ROOT), str(stop), how, *fixed, *arguments]
    environment = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=60).returncode


@pytest.mark.parametrize("work", ["catat", "verifikasi"])
def test_killed_at_every_step(work: str, tmp_path: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed at any step, the data still load and hold the record wholly or not at all; the next run tidies up and succeeds.

    Evidence without its record stays only beside the hidden file of that record, and goes with it.
    """
    whole, arguments = prepared(tmp_path, "utuh", work, bukti)
    total = len(steps(whole, arguments, monkeypatch))
    for stop in range(total):
        data, arguments = prepared(tmp_path, f"data{stop}", work, bukti)
        before = tree(data)
        assert killed(data, arguments, stop, "SIGKILL" if stop % 2 else "exit") in (-signal.SIGKILL, 99)
        left = {name: content for name, content in tree(data).items() if content is not None and "/.zi-catat-" not in name}
        old = {name: content for name, content in before.items() if content is not None}
        new = {name: content for name, content in tree(whole).items() if content is not None}
        assert left.items() <= (old | new).items() or left == old
        assert left.get(RECORD) in (old.get(RECORD), new[RECORD])
        assert len(records(data)) == (RECORD in left)
        write_record.clean_up(data)
        tidy = {name: content for name, content in tree(data).items() if content is not None}
        assert tidy in (old, new)
        run(data, *arguments)
        assert tree(data) == tree(whole)


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_signal_to_end(how: str, data: Path, bukti: list[Path]) -> None:
    """A signal to end, whenever it comes while files are written, leaves everything as before."""
    before = tree(data)
    for stop in (0, 4, 9, 14):
        assert killed(data, options(bukti), stop, how) == 130
        assert tree(data) == before


def test_what_can_not_be_undone_is_named(data: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even taking away fails, the files that are left are named."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    def break_off(name: str) -> None:
        if name.startswith("Check"):
            monkeypatch.setattr(os, "unlink", refuse)
            raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(transaction, "step", break_off)
    done = run(data, *options(bukti))
    monkeypatch.undo()
    assert (done.exit_code, "belum dapat dihapus kembali" in done.output) == (1, True)
    assert RECORD in done.output


def test_foreign_hidden_files_stay(data: Path, bukti: list[Path]) -> None:
    """Tidying up touches nothing but what a run of this command left."""
    (data / "2026/capaian").mkdir()
    (data / "2026/capaian/.zi-catat-surat.yml").write_text("milik orang", encoding="utf-8")
    (data / "2026/capaian/.zi-catat-0123abcd-i-1_2026-01.yml").write_text("aks", encoding="utf-8")
    assert run(data, *options(bukti)).exit_code == 0
    assert [name for name in tree(data) if "/." in name] == ["2026/capaian/.zi-catat-surat.yml"]
