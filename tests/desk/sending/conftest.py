"""An office on a code host, and two people who send to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.host.git_server import GitServer
from support.host.sending_office import RECORD, Begun, Office, Person


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """How the office's repository begins."""
    return Begun(tmp_path_factory.mktemp("awal"))


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitServer]:
    """The host's servers, which start once."""
    made = GitServer(tmp_path_factory.mktemp("tuan") / "rumah")
    yield made
    made.stop()


@pytest.fixture
def office(tmp_path: Path, host: GitServer, begun: Begun) -> Iterator[Office]:
    """The office at the host; its repository is sound when the test ends."""
    yield Office(tmp_path, host, begun)
    assert host.fsck() == ""


@pytest.fixture
def ana(office: Office) -> Person:
    """Ana, who may send."""
    return office.person("ana")


@pytest.fixture
def budi(office: Office) -> Person:
    """Budi, who may send."""
    return office.person("budi")


@pytest.fixture
def ready(ana: Person) -> Person:
    """Ana, with a record to send."""
    ana.write(RECORD, b"aksi: I.1\n")
    return ana
