"""An office on a code host, and two people who send to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.host.sending_office import RECORD, Office, Person


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The host; its repository is sound when the test ends."""
    made = Office(tmp_path)
    yield made
    wrong = made.host.fsck()
    made.host.stop()
    assert wrong == ""


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
