"""Nothing can leave a record half done: `zi.py catat` killed, refused or overtaken at any of its changes on disk."""

from __future__ import annotations

import errno
import hashlib
import itertools
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from support.recording import office, options, record_of, records, run, tree, verify
from support.stopped import numbers, stopped
from zona.desk import write_record
from zona.desk.office import Office
from zona.disk import new_files
from zona.disk.private_folder import alone
from zona.problems import NotTaken

Fresh = Callable[[], Path]
WORK = pytest.mark.parametrize("work", ["catat", "verifikasi"])


@pytest.fixture
def fresh(work: str, tmp_path: Path, bukti: list[Path]) -> Fresh:
    """Makes the office before the work, always the same and always at the same place."""
    before, data = office(tmp_path / "awal"), tmp_path / "data"
    if work == "verifikasi":
        run(before, *options(bukti))

    def make() -> Path:
        shutil.rmtree(data, ignore_errors=True)
        return Path(shutil.copytree(before, data))

    return make


def arguments_of(work: str, data: Path, bukti: list[Path]) -> list[str]:
    return verify(data) if work == "verifikasi" else options(bukti)


def files(data: Path) -> dict[str, bytes]:
    """Every file that is not hidden."""
    return {name: content for name, content in tree(data).items() if content is not None and ".zi-catat-" not in name}


@WORK
def test_killed_at_every_change(work: str, fresh: Fresh, bukti: list[Path]) -> None:
    """Killed at any change, or with a file half written, the data still load and hold the record wholly or not at all; the next
    run tidies up and succeeds."""
    data = fresh()
    old, arguments = files(data), arguments_of(work, data, bukti)
    assert run(data, *arguments).exit_code == 0
    new, record = files(data), record_of(data)
    for number in itertools.count():
        code = stopped(lambda: run(data, *arguments).exit_code, fresh(), number, "SIGKILL")
        if code == 0:
            break
        assert code == -signal.SIGKILL
        assert files(data).get(record) in (old.get(record), new[record])
        assert len(records(data)) == (record in files(data))
        write_record.clean_up(data)
        assert files(data) in (old, new)
        assert not list(data.rglob(".*"))
        run(data, *arguments)
        assert files(data) == new
    assert number > (10 if work == "catat" else 5)


@WORK
@pytest.mark.parametrize("how", ["ENOSPC", "EDQUOT EACCES", "SIGTERM SIGINT SIGHUP"])
def test_refused_or_ended_at_every_change(work: str, how: str, fresh: Fresh, bukti: list[Path]) -> None:
    """Where the system refuses a change, or a signal to end comes, every byte and folder is as before; or the record is
    written wholly, as where only the tidying up is met. The next run succeeds."""
    data, hows = fresh(), how.split()
    before, arguments = tree(data), arguments_of(work, data, bukti)
    for number in range(numbers(lambda: run(data, *arguments).exit_code, fresh())):
        code = stopped(lambda: run(data, *arguments).exit_code, fresh(), number, hows[number % len(hows)])
        assert code in ((130, 0) if how.startswith("SIG") else (1, 0))
        assert code == 0 or tree(data) == before, (number, code)
        assert code or record_of(data)
        run(data, *arguments)
        assert len(records(data)) == 1


@pytest.mark.parametrize("refusal", [errno.EEXIST, errno.EPERM])
def test_a_name_taken_meanwhile(refusal: int, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes the record's name at that moment is not overwritten, and nothing is left of the record. Where the disk
    has no hard links it is the same."""
    other = office(tmp_path / "lain")
    run(other, *options([], hasil="berjalan"))
    record = record_of(other)

    def meanwhile(path: Path, written: Path) -> None:
        (data / record).write_text("# milik orang lain", encoding="utf-8")
        raise OSError(refusal, "refused", str(written), None, str(path))

    before = tree(data)
    monkeypatch.setattr(Path, "hardlink_to", meanwhile)
    done = run(data, *options([], hasil="berjalan"))
    assert (done.exit_code, "baru saja dipakai berkas lain" in done.output) == (1, True)
    assert tree(data) == before | {"2026/capaian": None, record: b"# milik orang lain"}


def test_a_disk_without_hard_links(data: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """There a record is renamed to its name instead, and nothing hidden is left."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert run(data, *options(bukti)).exit_code == 0
    assert (len(records(data)), list(data.rglob(".*"))) == (1, [])


def test_a_record_changed_meanwhile(data: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that someone changes while another verifies it keeps the change, and is not verified."""
    run(data, *options(bukti))
    record = data / record_of(data)

    def meanwhile(path: Path, *arguments: object) -> Path:
        record.write_bytes(record.read_bytes() + b"# lagi\n")
        return create(path, *arguments)  # type: ignore[arg-type]

    create = new_files.create
    monkeypatch.setattr(new_files, "create", meanwhile)
    done = run(data, *verify(data))
    assert (done.exit_code, "baru saja diubah orang lain; ulangi" in done.output) == (1, True)
    assert b"\nverifikasi" not in record.read_bytes()
    assert record.read_bytes().endswith(b"# lagi\n")


def test_a_refused_check_takes_everything_back(data: Path, bukti: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the data do not load with the record, or its verification, both are as before; what can't be removed is named."""

    def refuse(_: object) -> None:
        raise OSError(errno.EIO, "broken")

    for step in ("catat", "verifikasi"):
        before, arguments = tree(data), arguments_of(step, data, bukti)
        with monkeypatch.context() as patch:
            patch.setattr(Office, "load", refuse)
            done = run(data, *arguments)
        assert (done.exit_code, tree(data)) == (1, before)
        assert "disk rusak atau terputus. Tidak ada yang ditulis." in done.output
        run(data, *options(bukti))
    monkeypatch.setattr(Office, "load", refuse)
    monkeypatch.setattr("os.unlink", lambda *_, **__: refuse(None))
    done = run(data, *options([], hasil="berjalan", uraian="Lagi"))
    assert (done.exit_code, "belum bisa dihapus kembali" in done.output, "i-1_2026-01_" in done.output) == (1, True, True)


def test_foreign_hidden_files_stay(data: Path, bukti: list[Path]) -> None:
    """Tidying up touches nothing but what a run of this command left: no record or file that somebody changed, none outside the
    data folder, no evidence that a record names."""
    run(data, *options(bukti))
    record, photo = data / record_of(data), next((data / "bukti/2026").glob("*.jpg")).name
    by_hand = record.read_text(encoding="utf-8").replace(f"berkas: {photo}", f'berkas: "{photo}"')
    record.write_text(by_hand, encoding="utf-8")
    (data / "2026/capaian/.zi-catat-surat.yml").write_text("milik orang", encoding="utf-8")
    (data / "bukti/2026/i-1_2026-01_00000003.pdf").write_bytes(b"%PDF-")
    (data.parent / "2026/bukti").mkdir(parents=True)
    (data.parent / "2026/bukti/lain.pdf").write_bytes(b"%PDF-")
    written = {name: (data / name).read_bytes() for name in (f"bukti/2026/{photo}", "bukti/2026/i-1_2026-01_00000003.pdf")}
    written |= {f"2026/capaian/{record.name}": b"as the run wrote it", "../2026/bukti/lain.pdf": b"%PDF-"}
    left = "".join(f"{hashlib.sha256(content).hexdigest()} {name}\n" for name, content in written.items())
    (data / ".zi-catat-0123abcd-daftar").write_text(left, encoding="utf-8")
    before = files(data)
    assert run(data, *options([], hasil="berjalan", aksi="I.2", periode="2026-TW1")).exit_code == 0
    assert [name[:-13] for name in files(data).keys() - before.keys()] == ["2026/capaian/i-2_2026-TW1"]
    assert before.keys() - files(data).keys() == {"bukti/2026/i-1_2026-01_00000003.pdf"}
    assert [name for name in tree(data) if "/." in name] == ["2026/capaian/.zi-catat-surat.yml"]
    assert (data.parent / "2026/bukti/lain.pdf").exists()


def test_what_is_at_work_stays(data: Path) -> None:
    """Tidying up beside a run that is at work takes nothing from it; the second program that writes waits, or is told."""
    hidden = data / ".zi-catat-0123abcd-daftar"
    hidden.touch()
    with alone(data):
        write_record.clean_up(data)
        assert hidden.exists()
        with pytest.raises(NotTaken, match="program lain sedang menulis ke data ini"), alone(data, wait=0):
            pass
    write_record.clean_up(data)
    assert not hidden.exists()
