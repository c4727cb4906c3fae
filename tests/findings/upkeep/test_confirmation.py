"""How old confirmations are, what is told about it, and which pages keep which rows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import ATURAN, KANAL, KEPALA, SITUASI, write_informasi
from small.office_data import row, write_kantor
from zona.findings.janji import kept_by
from zona.findings.judge import judge
from zona.findings.upkeep import work
from zona.findings.upkeep.confirmation import KeadaanPemeriksaan, Pemeriksaan
from zona.findings.upkeep.missing import missing
from zona.findings.upkeep.notices import notices
from zona.findings.year_findings import Findings
from zona.outputs.present import present
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

TODAY = date(2026, 11, 24)


def office(root: Path, **given: Any) -> Findings:
    data, prosa = write_informasi(root, **given)
    return judge(load_data(data, prosa=prosa), TODAY)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, "baru"), (90, "baru"), (91, "perlu_diperiksa"), (180, "perlu_diperiksa"), (181, "peringatan"),
        (None, "belum_pernah"),
    ],
)  # fmt: skip
def test_edges(days: int | None, state: str) -> None:
    """Day 90 is still new and day 91 is not; day 180 is only to be checked and day 181 is to be doubted."""
    checked = None if days is None else TODAY - timedelta(days=days)
    age = Pemeriksaan(checked, TODAY)
    assert (age.hari, age.keadaan) == (days, KeadaanPemeriksaan(state))


def test_only_a_new_confirmation_is_new() -> None:
    """A confirmation is new in its first 90 days, and at no other time."""
    ages = [Pemeriksaan(TODAY - timedelta(days=days), TODAY) for days in (0, 90, 91, 181)]
    assert [age.baru for age in (*ages, Pemeriksaan(None, TODAY))] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"kanal": [KANAL | {"diperiksa": date(2026, 11, 25)}]}, "data/kanal.yml:20"),
        ({"situasi": [SITUASI | {"diperiksa": date(2026, 11, 25)}]}, "data/lapor.yml:16"),
        ({"aturan": [ATURAN | {"diperiksa": date(2026, 11, 25)}]}, "data/dasar-hukum.yml:10"),
        ({"kepala": {"sumber": [KEPALA["sumber"][0] | {"diperiksa": date(2026, 11, 25)}]}}, "docs/informasi/uji.md:13"),
    ],
)
def test_nobody_confirms_tomorrow(given: dict[str, Any], place: str, tmp_path: Path) -> None:
    """A confirmation dated after the day that the pages are about stops the build, at its line; one of that day does not."""
    with pytest.raises(DataError) as raised:
        office(tmp_path / "a", **given)
    (told,) = raised.value.problems
    assert str(told).startswith(f"{place}: diperiksa 2026-11-25 belum terjadi per 2026-11-24")
    assert office(tmp_path / "b", kanal=[KANAL | {"diperiksa": TODAY}])


def test_nobody_tries_tomorrow(tmp_path: Path) -> None:
    """A way to reach a channel that was tried after the day that the pages are about stops the build, at its line; the page
    shows when one was tried."""
    ways = [{"jenis": "telepon", "nilai": "198"}, {"jenis": "sms", "nilai": "1708", "dicoba": date(2026, 11, 25)}]
    with pytest.raises(DataError) as raised:
        office(tmp_path / "a", kanal=[KANAL | {"cara": ways}])
    (told,) = raised.value.problems
    assert str(told).startswith("data/kanal.yml:12: dicoba 2026-11-25 belum terjadi per 2026-11-24")
    ways[1] |= {"dicoba": TODAY}
    found = office(tmp_path / "b", kanal=[KANAL | {"cara": ways}])
    (page,) = [item for item in present(found) if item.path == "kanal/index.html"]
    assert str(page.content).count("Kami coba 24 November 2026") == 1


def test_notices(tmp_path: Path) -> None:
    """Each channel that was not confirmed for 90 days is told with its file and line; rules and sources in one line each."""
    ages = {"baru": 90, "tua": 91, "usang": 181, "lupa": None}
    channels = [
        KANAL | {"kunci": name, "diperiksa": None if days is None else TODAY - timedelta(days=days)}
        for name, days in ages.items()
    ]
    found = office(tmp_path, kanal=channels, situasi=[SITUASI | {"kanal": ["tua"]}], isi="## Uji\n")
    told = list(notices(found, "data"))
    assert [line.partition(": ")[2] for line in told[:3]] == [
        "saluran tua dipastikan lebih dari 90 hari lalu (91 hari)",
        "saluran usang dipastikan lebih dari 180 hari lalu (181 hari)",
        "saluran lupa belum pernah dipastikan",
    ]
    assert told[0].startswith("data/kanal.yml:39: ")
    assert told[3:] == [
        "data/lapor.yml: 1 situasi belum pernah dipastikan: dimintai",
        "data/dasar-hukum.yml: 1 aturan belum pernah dipastikan: uu-1-2001",
        "docs/informasi/uji.md: 1 sumber belum pernah dipastikan: satu",
    ]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (31, []), (30, ["kontak_keamanan berlaku 30 hari lagi"]), (0, ["kontak_keamanan berlaku 0 hari lagi"]),
        (-1, ["kontak_keamanan habis masa berlakunya; security.txt tidak terbit"]),
    ],
)  # fmt: skip
def test_a_security_contact_that_runs_out_is_told(left: int, said: list[str], tmp_path: Path) -> None:
    """From 30 days before its last day on, with the line to change; after it the published file is gone, and that is said."""
    ends = TODAY + timedelta(days=left)
    contact = {"kontak": "mailto:uji@contoh.example", "berlaku_sampai": ends}
    root = write_kantor(tmp_path, {2026: [row("I.1")]}, situs={"kontak_keamanan": contact})
    told = list(notices(judge(load_data(root), TODAY), "data"))
    written = (root / "situs.yml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(written, 1) if str(ends) in text)
    assert told == [f"data/situs.yml:{line}: {words}; pastikan kontaknya, lalu majukan berlaku_sampai" for words in said]


def test_what_is_missing(tmp_path: Path) -> None:
    """What waits for the office is listed: ways without a value, old channels, what pages wait for, rows without a page."""
    found = {part.pekerjaan: [item.teks for item in part.butir] for part in missing(office(tmp_path))}
    assert found[work.KANAL_LAIN] == ["surel belum diisi"]
    assert found[work.PASTIKAN] == ["belum pernah dipastikan"]
    assert found[work.HALAMAN] == ["Data uji."]
    assert found[work.TANPA_HALAMAN] == ["komponen I.2"]


def test_what_keeps_a_row(tmp_path: Path) -> None:
    """The page that keeps a row, with how many things it waits for; a row that nothing keeps waits for nothing."""
    kept = kept_by(office(tmp_path, kepala={"menunggu": ["Data uji.", "Data lain."]}))
    assert {kode: (item.ada, item.menunggu) for kode, item in kept.items()} == {"I.1": (True, 2), "I.2": (False, 0)}


def test_office_without_channels_says_so(temuan: Findings) -> None:
    """Without the three files, the absence of each is listed."""
    bare = Findings(temuan.situs, temuan.per_tanggal, temuan.tahun)
    (part,) = [part for part in missing(bare) if part.pekerjaan is work.BERKAS]
    assert len(part.butir) == 3


def test_every_row_is_kept_by_a_page(temuan: Findings) -> None:
    """All 43 rows of the decree lead to a page: the plan keeps I.2, the quarters' sheets keep I.3, prose keeps the others."""
    kept = kept_by(temuan)
    assert len(kept) == 43
    assert [kode for kode, item in kept.items() if not item.ada] == []
    assert [kode for kode, item in kept.items() if not item.prosa] == ["I.2", "I.3"]
    assert ([item.value for item in kept["I.2"].situs], [item.value for item in kept["I.3"].situs]) == (
        ["rencana-aksi"],
        ["triwulan"],
    )
