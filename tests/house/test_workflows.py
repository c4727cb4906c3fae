"""What the workflows may do, and what they may not; `test_setahun.py` runs their lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.code_host import GITLAB, JOBS, lines_of
from support.host_schemas import checked
from support.zi_command import ROOT

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of every job, in order."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def jobs(path: Path) -> dict[str, list[str]]:
    """Every line that the hosts run, by job."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path == GITLAB:
        return {name: job["script"] for name, job in content.items() if isinstance(job, dict) and "script" in job}
    return {name: lines_of(path, name) for name in content["jobs"]}


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_hosts_accept_them(path: Path) -> None:
    """GitHub's and GitLab's own schemas accept the files."""
    done = checked(path)
    assert done.exit_code == 0, done.output


def test_a_wrong_workflow_is_refused(tmp_path: Path) -> None:
    """The check above can fail."""
    (tmp_path / "w.yml").write_text("on: push\njobs: {a: {steps: []}}\n", encoding="utf-8")
    assert checked(tmp_path / "w.yml").exit_code == 1


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_least_that_is_needed(path: Path) -> None:
    """Actions are pinned by hash, secrets are not used, and only the job that publishes may write, and only pages."""
    text = path.read_text(encoding="utf-8")
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used)
    assert "secrets." not in text
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "concurrency" in workflow
    granted = [job["permissions"] for job in workflow["jobs"].values() if "permissions" in job]
    assert granted in ([], [{"pages": "write", "id-token": "write"}])
    assert not re.search(r"\$\{\{[^}]*(title|body|head_ref|head\.ref|message)", text)  # people's words stay out of shells


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_they_only_call_zi(path: Path) -> None:
    """Whatever a host does beside moving the result is a command that anyone can type."""
    moving = ("rm -rf public && mv site public",)
    lines = [line for job in jobs(path).values() for line in job if line not in moving]
    assert lines
    assert all(re.search(r"python3? scripts/zi\.py ", line) for line in lines)  # on Windows there is no python3


@pytest.mark.parametrize("host", sorted(JOBS))
def test_what_is_published_comes_from_a_job_without_tests(host: str) -> None:
    """The job whose result is published builds and looks, and never runs the tests: their tools are not installed there. Before
    a merge the tests run in a job of their own, and only for more than data and prose."""
    proposal, publishing = JOBS[host]
    assert [re.findall(r"zi\.py (\w+)", line)[0] for line in lines_of(*publishing) if "zi.py" in line] == [
        "periksa",
        "bangun",
        "periksa",
    ]
    with_tests = [(path, job) for path, job in proposal if any("zi.py uji" in line for line in lines_of(path, job))]
    assert with_tests == [proposal[1]]
    assert [line.partition("zi.py ")[2].rpartition(" ")[0] for line in lines_of(*proposal[1])] == ["uji --bila-kode-berubah"]
    everywhere = [line for path in (*GITHUB, GITLAB) for job in jobs(path).values() for line in job if "zi.py uji" in line]
    assert [line for line in everywhere if "--cepat" not in line] == [lines_of(*jobs[1])[-1] for jobs, _ in JOBS.values()]


def test_windows_is_tried_too() -> None:
    """Where code changes, a Windows runs the fast tests, `catat`, and the desk over HTTP with a clone that is compared."""
    (line,) = lines_of(ROOT / ".github" / "workflows" / "usulan.yml", "windows")
    paths = [word for word in line.split() if word.startswith("tests/")]
    assert paths == ["tests/commands/catat/test_catat.py", "tests/commands/meja"]
    assert all((ROOT / path).exists() for path in paths)
    assert (ROOT / paths[1] / "test_desk_over_http.py").is_file()
