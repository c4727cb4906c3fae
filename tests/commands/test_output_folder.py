"""Results on disk: whole or not at all, whoever is killed and however many run at once."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from support.stopped import stopped
from zona.disk import output_folder
from zona.disk.output_folder import Busy, NotAResult, fresh_folder, held, new_folder

BEFORE = 4  # changes before names are exchanged: the folder around, the hidden one, the one in it, and the file


def killed(target: Path, maker: str, number: int) -> None:
    """Run a maker of folders that is killed just before one of its changes on disk."""

    def work() -> int:
        with getattr(output_folder, maker)(target) as new:
            (new / "sitemap.xml").write_text("baru", encoding="utf-8")
        return 0

    assert stopped(work, target.parent, number, "SIGKILL") == -signal.SIGKILL


def site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "sitemap.xml").write_text(text, encoding="utf-8")
    return folder


def texts(parent: Path) -> dict[str, str]:
    """Every file, and every folder that is empty."""
    return {
        path.relative_to(parent).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in parent.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


@pytest.mark.parametrize("where", [BEFORE - 1, BEFORE, BEFORE + 1], ids=["filled", "whole", "between"])
def test_a_killed_build_leaves_nothing_for_good(where: int, tmp_path: Path) -> None:
    """What killed builds left is gone after the next, also where that one fails; and no moment leaves the place empty for
    good: the next build brings the old site back before it begins."""
    target = site(tmp_path / "site", "lama")
    killed(target, "fresh_folder", where)
    assert len(list(tmp_path.iterdir())) == (1 if where == BEFORE + 1 else 2)
    killed(target, "fresh_folder", where)
    with pytest.raises(KeyboardInterrupt), fresh_folder(target):
        raise KeyboardInterrupt
    assert texts(tmp_path) == {"site/sitemap.xml": "lama"}
    killed(target, "fresh_folder", where)
    with fresh_folder(target) as new:
        (new / "sitemap.xml").write_text("baru", encoding="utf-8")
    assert texts(tmp_path) == {"site/sitemap.xml": "baru"}


@pytest.mark.parametrize("where", [BEFORE - 1, BEFORE], ids=["filled", "whole"])
def test_a_killed_new_folder_leaves_nothing_for_good(where: int, tmp_path: Path) -> None:
    """The same for a folder that is to be new."""
    killed(tmp_path / "baru", "new_folder", where)
    assert not (tmp_path / "baru").exists()
    with new_folder(tmp_path / "baru") as new:
        (new / "a").write_text("x", encoding="utf-8")
    assert texts(tmp_path) == {"baru/a": "x"}


def test_runs_at_once_leave_each_other_alone(tmp_path: Path) -> None:
    """A run never takes another's folder for that of a killed one; the later one's site stands in the end."""
    target = site(tmp_path / "site", "lama")
    with fresh_folder(target) as first:
        (first / "sitemap.xml").write_text("satu", encoding="utf-8")
        with fresh_folder(target) as second:
            (second / "sitemap.xml").write_text("dua", encoding="utf-8")
            assert first.is_dir()
        assert (target / "sitemap.xml").read_text(encoding="utf-8") == "dua"
    assert texts(tmp_path) == {"site/sitemap.xml": "satu"}


def test_what_looks_alike_stays(tmp_path: Path) -> None:
    """Other hidden folders beside a result, links among them, and folders of other results are not tidied up."""
    for name in (".site", ".site-siap", ".situs-baru-x", "site-baru-x"):
        site(tmp_path / name, "x")
    (tmp_path / ".site-baru-tautan").symlink_to(tmp_path / ".site-siap")
    before = sorted(tmp_path.iterdir())
    with fresh_folder(tmp_path / "site") as new:
        (new / "sitemap.xml").write_text("x", encoding="utf-8")
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "site"])


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    """A held folder is nobody else's until it is let go."""
    with held(tmp_path, "kunci"), pytest.raises(Busy), held(tmp_path, "kunci"):
        pass
    with held(tmp_path, "kunci"):
        pass
    assert not list(tmp_path.iterdir())


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There results are made all the same, and what a killed run left stays, as nobody can know that it was killed."""
    fcntl = pytest.importorskip("fcntl")
    target = site(tmp_path / "site", "lama")
    killed(target, "fresh_folder", BEFORE - 1)

    def refuse(*_: object) -> None:
        raise OSError(37, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with fresh_folder(target) as new:
        (new / "sitemap.xml").write_text("baru", encoding="utf-8")
    assert (target / "sitemap.xml").read_text(encoding="utf-8") == "baru"
    assert len(list(tmp_path.iterdir())) == 2


def test_failures_name_the_place_that_people_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the hidden folder is one of its target; one elsewhere keeps its name; other people's files stay."""
    for given, named in (((28, "x"), tmp_path / "a"), ((13, "x", "/lain"), "/lain")):
        with pytest.raises(OSError, match="x") as raised, new_folder(tmp_path / "a"):
            raise OSError(*given)
        assert raised.value.filename == str(named)
    with pytest.raises(FileNotFoundError) as found, new_folder(tmp_path / "a") as new:
        (new / "tiada").read_bytes()
    assert found.value.filename == str(tmp_path / "a")
    with monkeypatch.context() as patch:
        patch.setattr(output_folder.tempfile, "mkdtemp", lambda prefix, dir: Path(dir, f"{prefix}x", "y").mkdir())  # noqa: A006
        with pytest.raises(FileNotFoundError) as found, new_folder(tmp_path / "a"):
            pass
    assert found.value.filename == str(tmp_path / "a")
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "surat").write_text("x", encoding="utf-8")
    with pytest.raises(NotAResult), fresh_folder(tmp_path / "lain"):
        pass
    assert texts(tmp_path) == {"lain/surat": "x"}
