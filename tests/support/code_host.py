"""A code host on this machine, for rehearsals: a bare repository, people's clones of it, and a runner that checks proposals
and publishes the main branch by the very lines of the workflows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from cli.uji.needs_tests import changed_code
from support.warm import warm_client
from support.warm.warm_python import WarmPython
from support.zi_command import ROOT, git, repository, zi

GITHUB = ROOT / ".github" / "workflows"
GITLAB = ROOT / ".gitlab-ci.yml"
LATER = "2040-01-01"  # a day after everything that any frozen office records
# Of each host: the jobs that a proposal goes through, and the one that publishes, as (file, job).
JOBS = {
    "github": (((GITHUB / "usulan.yml", "periksa"), (GITHUB / "usulan.yml", "uji")), (GITHUB / "terbit.yml", "bangun")),
    "gitlab": (((GITLAB, "usulan"), (GITLAB, "uji")), (GITLAB, "pages")),
}


def lines_of(path: Path, job: str) -> list[str]:
    """The shell lines of a job, in order."""
    return [line for line, _ in steps_of(path, job)]


def steps_of(path: Path, job: str) -> list[tuple[str, bool]]:
    """The shell lines of a job, in order, each with whether it runs also after one that failed."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.name == GITLAB.name:
        after = content[job].get("after_script", ())
        return [*((line, False) for line in content[job]["script"]), *((line, True) for line in after)]
    steps = content["jobs"][job]["steps"]
    return [(line, "!cancelled()" in step.get("if", "")) for step in steps for line in step.get("run", "").splitlines()]


@dataclass(frozen=True)
class Desk:
    """A person's clone, and the day on which the person works."""

    root: Path
    day: str

    def catat(self, *evidence: str | Path, **given: str) -> None:
        """Record with `zi.py catat`: evidence is a file, or an https address."""
        words = [word for key, value in given.items() for word in (f"--{key.replace('_', '-')}", value)]
        for item in evidence:
            kind = "--tautan" if str(item).startswith("https:") else "--bukti"
            words += [kind, str(item), "--judul-bukti", "Bukti kegiatan", "--jenis-bukti", "dokumen"]
        self.zi("catat", *words, "--ya")

    def zi(self, command: str, *arguments: str) -> None:
        """Run a command of `zi.py` on this clone's data."""
        day = ("--per-tanggal", self.day) if command in ("catat", "rilis-pengaduan") else ()
        done = zi(command, *arguments, *day, "--data", str(self.root / "data"))
        assert done.returncode == 0, done.stdout + done.stderr

    def write(self, path: str, text: str) -> None:
        """Write a file of the clone."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")

    def change(self, path: str, old: str, new: str) -> None:
        """Put other words in the place of the first such words of a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} holds no {old!r}"
        self.write(path, text.replace(old, new, 1))

    def add(self, path: str, text: str) -> None:
        """Write below what a file holds."""
        self.write(path, (self.root / path).read_text(encoding="utf-8") + text)


@dataclass(frozen=True)
class Verdict:
    """What the gate says of a proposal: whether it is green, everything that the lines printed, and whether the tests of the
    code would run too."""

    green: bool
    output: str
    tested: bool


class CodeHost:
    """The host, with its repository begun as the frozen office stood. `checked` is the site of the newest check,
    `published` the folder that it serves. `often`: its Python builds a site before it waits for lines, for many builds."""

    def __init__(self, folder: Path, office: Path, *, often: bool = False) -> None:
        self.folder, self.central = folder, folder / "pusat.git"
        self.draws = True  # drawing takes half of a build's time on each new day: a rehearsal may leave it to some days
        seed = repository(folder / "awal", office, without=("tests",))  # half of all files, which no line reads here
        self.git(folder, "clone", "--quiet", "--bare", str(seed), str(self.central))
        self.runner, self.published = self.clone("pelari"), folder / "terbit"
        self.checked = self.runner / "site"
        first = ("bangun", "--per-tanggal", LATER, "--keluaran", str(folder / "hangat")) if often else ()
        self.python = WarmPython(self.runner, *first)
        shim = folder / "alat" / "python3"
        shim.parent.mkdir()
        client = f'ZI_HANGAT="{self.python.socket}" exec "{sys.executable}" -S -E "{warm_client.__file__}"'
        shim.write_text(f'#!/bin/sh\n{client} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)

    def git(self, root: Path, *arguments: str, day: str = "2026-11-24") -> str:
        """Run git at nine in the morning of a day."""
        moment = f"{day}T09:00:00+08:00"
        return git(root, *arguments, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)

    def clone(self, name: str) -> Path:
        """Somebody's clone."""
        self.git(self.folder, "clone", "--quiet", str(self.central), name)
        return self.folder / name

    def desk(self, name: str, day: str) -> Desk:
        """A person's clone with the newest main branch."""
        root = self.folder / name
        if not root.exists():
            self.clone(name)
        self.git(root, "fetch", "--quiet", "origin")
        self.git(root, "checkout", "--quiet", "--force", "-B", "kerja", "origin/main")
        self.git(root, "clean", "--quiet", "-ffd")
        return Desk(root, day)

    def send(self, desk: Desk, message: str, branch: str = "kerja") -> None:
        """Commit everything and push it as a proposal."""
        self.git(desk.root, "add", "--all", day=desk.day)
        self.git(desk.root, "commit", "--quiet", "--message", message, day=desk.day)
        self.git(desk.root, "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")

    def check(self, day: str, host: str = "github", branch: str = "kerja") -> Verdict:
        """Put the proposal on top of the main branch, as hosts do, and run the lines of its jobs until one fails."""
        self._check_out("origin/main")
        base = self.git(self.runner, "rev-parse", "HEAD")
        self.git(self.runner, "merge", "--quiet", "--no-ff", "--message", "gabung", f"origin/{branch}", day=day)
        (path, job), (tests_path, tests_job) = JOBS[host][0]
        green, output = self._run(path, job, day, base)
        tested = changed_code(self.runner, base) != []
        if not tested:  # else the tests would run here, within themselves
            fine, more = self._run(tests_path, tests_job, day, base)
            assert "kode tidak perlu diuji" in more
            green, output = green and fine, output + more
        return Verdict(green, output, tested)

    def merge(self) -> None:
        """Make what was checked the main branch."""
        self.git(self.runner, "push", "--quiet", "origin", "HEAD:main")

    def publish(self, day: str, host: str = "github") -> str:
        """Build the main branch and serve the result; what the lines printed. Raises `AssertionError` where one fails."""
        self._check_out("origin/main")
        green, output = self._run(*JOBS[host][1], day, "HEAD")
        assert green, output
        built = self.runner / ("public" if host == "gitlab" else "site")
        shutil.rmtree(self.published, ignore_errors=True)
        shutil.copytree(built, self.published)
        return output

    def stop(self) -> None:
        """End what was started."""
        self.python.stop()

    def _check_out(self, commit: str) -> None:
        self.git(self.runner, "fetch", "--quiet", "origin")
        self.git(self.runner, "checkout", "--quiet", "--force", "--detach", commit)
        self.git(self.runner, "clean", "--quiet", "-ffdx", "--exclude", ".zi-cache")

    def _run(self, path: Path, job: str, day: str, base: str) -> tuple[bool, str]:
        output = ""
        known = {
            "PATH": f"{self.folder / 'alat'}{os.pathsep}/usr/bin:/bin",
            "ZI_PER_TANGGAL": day,
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "GITHUB_STEP_SUMMARY": str(self.folder / "ringkasan.md"),
            "DASAR": base,
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "ZI_KIT": "1" if self.draws else "0",
        }
        green = True
        for line, always in steps_of(path, job):
            if green or always:
                command = ["bash", "-e", "-o", "pipefail", "-c", line]
                done = subprocess.run(command, cwd=self.runner, env=known, capture_output=True, encoding="utf-8", check=False)
                output += f"$ {line}\n{done.stdout}{done.stderr}"
                green = green and done.returncode == 0
        return green, output


def read_json(site: Path, path: str) -> Any:
    """A published file of the API."""
    return json.loads((site / "api" / "v1" / path).read_text(encoding="utf-8"))
