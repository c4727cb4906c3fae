"""Workflows against the code hosts' own schemas, which the checker carries."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from click.testing import CliRunner, Result


def checked(workflow: Path) -> Result:
    """What the checker says of a workflow: its exit code is 0 where the host accepts it."""
    schema = "vendor.gitlab-ci" if workflow.name.startswith(".gitlab") else "vendor.github-workflows"
    checker = import_module("check_jsonschema")  # takes half a second, which only those wait that ask
    return CliRunner().invoke(checker.main, ["--builtin-schema", schema, str(workflow)])
