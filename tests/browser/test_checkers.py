"""The Nu checker reads every built page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from site_pages_of import file_of, one_of_each_kind, pages_of
from support.system_tools import module, program

# Messages of the Nu checker that say nothing about our pages, each with its reason. Everything else fails the test.
NOT_FAULTS = (
    # It reads files, for which 'self' in a policy matches nothing; the browser tests hold the policy on served pages.
    "Resource violates Content Security Policy (meta tag)",
    # It takes JSON-LD for a script; browsers run no data block, and the browser tests see no breach of the policy.
    "Inline script violates Content Security Policy (meta tag)",
)


def test_valid_html(contoh: Path, situs: Path) -> None:
    """The Nu checker finds neither error nor warning on any page of the sample, nor on one of each kind of the office's."""
    jar, java = module("vnu-jar/build/dist/vnu.jar"), program("java")
    paths = [(contoh, path) for path in pages_of(contoh)] + [(situs, path) for path in one_of_each_kind(situs).values()]
    pages = [str(file_of(site, path)) for site, path in paths]
    command = [java, "-jar", str(jar), "--format", "json", "--asciiquotes", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(done.stderr)["messages"]
    faults = [f"{said['url']}: {said['message']}" for said in messages if not said["message"].startswith(NOT_FAULTS)]
    assert faults == []
