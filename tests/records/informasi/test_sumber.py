"""What is said of law rests on the government's sites, or its source says what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import ATURAN, KEPALA, write_informasi
from zona.records.informasi.sumber import is_official
from zona.records.load import Data, load_data
from zona.records.reading.data_error import DataError

NEWS = "https://koran.example.org/uu"


def told(root: Path, **given: Any) -> list[str]:
    data, prosa = write_informasi(root, **given)
    try:
        load_data(data, prosa=prosa)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("alamat", "official"),
    [
        ("https://kpk.go.id/x", True), ("https://jdih.kpu.go.id", True), ("https://go.id", True),
        ("https://kpk.go.id.example.org", False), ("https://kpkgo.id", False), ("https://un.org/go.id", False),
    ],
)  # fmt: skip
def test_what_is_official(alamat: str, official: bool) -> None:
    """A host below go.id is the government's; one that only looks alike is not."""
    assert is_official(alamat) is official


@pytest.mark.parametrize("jenis", ["berita", "lembaga"])
def test_labels_are_the_way_out(jenis: str, tmp_path: Path) -> None:
    """A rule's or page's source outside go.id is refused where it has no label, with how to write one; labelled it is good."""
    (line,) = told(tmp_path / "a", aturan=[ATURAN | {"sumber": [NEWS]}])
    assert line.startswith("data/dasar-hukum.yml:9: sumber di luar go.id (koran.example.org) tanpa keterangan; tulis alamat: …")
    assert not told(tmp_path / "b", aturan=[ATURAN | {"sumber": [{"alamat": NEWS, "jenis": jenis}]}])
    own = KEPALA["sumber"][0] | {"alamat": NEWS}
    (line,) = told(tmp_path / "c", kepala={"sumber": [own]})
    assert line.startswith("docs/informasi/uji.md:10: sumber di luar go.id (koran.example.org) tanpa keterangan; ")
    assert not told(tmp_path / "d", kepala={"sumber": [own | {"jenis": jenis}]})


def test_pages_about_other_things(tmp_path: Path) -> None:
    """A page that cites no rule, in its head or its text, may rest on any site."""
    free = {"dasar_hukum": [], "sumber": [KEPALA["sumber"][0] | {"alamat": NEWS}]}
    assert not told(tmp_path / "a", kepala=free, isi="Kata [[s:satu]].\n")
    assert len(told(tmp_path / "b", kepala=free, isi="Kata [[s:satu]] [[h:uu-1-2001]].\n")) == 1


def test_no_source_of_the_real_office_is_a_person(data: Data) -> None:
    """The real office's rules and pages rest on no blog, no repository and no copy of somebody's."""
    assert data.dasar_hukum
    cited = [item for aturan in data.dasar_hukum.isi.aturan for item in aturan.sumber]
    cited += [item for page in data.prosa for item in page.kepala.sumber]
    for item in cited:
        alamat = item if isinstance(item, str) else item.alamat
        assert not any(host in alamat for host in ("blogspot", "scribd", "github", "studylib", "wikisource")), alamat
