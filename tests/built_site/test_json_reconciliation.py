"""The numbers of the published JSON, counted again from its own records.

Nothing here asks the core: the rules are written a second time, from the records that the site publishes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date

from recount.status_again import (
    KEADAAN,
    LEWAT,
    TAHUN,
    Terbitan,
    counts,
    deciding_records,
    groups,
    month_ends,
    series,
    states,
    states_of_actions,
)
from support.zi_command import CONTOH, TABALONG


def test_periods_are_the_plan(terbitan: Terbitan) -> None:
    """capaian.json holds every period of rencana-aksi.json exactly once, in its order, with the same deadline."""
    plan = json.loads((terbitan.root / f"api/v1/{TAHUN}/rencana-aksi.json").read_text(encoding="utf-8"))
    printed = [
        (aksi["kode"], item["periode"], item["tenggat"])
        for kelompok in plan["kelompok"]
        for aksi in kelompok["aksi"]
        for item in aksi["jadwal"]
    ]
    assert [(item["aksi"], item["periode"], item["tenggat"]) for item in terbitan.periode] == printed
    assert len(set(printed)) == len(printed) > 0


def test_states_follow_from_the_published_records(terbitan: Terbitan) -> None:
    """Every period's state in capaian.json is what its published records give."""
    assert [item["keadaan"] for item in terbitan.periode] == states(terbitan, terbitan.per_tanggal)


def test_days_and_lateness_follow_from_the_published_records(terbitan: Terbitan) -> None:
    """Days past, lateness and the number of records of every period are what its dates and records give."""
    last = deciding_records(terbitan.catatan, terbitan.per_tanggal)
    own = Counter((item["aksi"], item["periode"]) for item in terbitan.catatan)
    assert own.total() == len(terbitan.catatan)
    for item in terbitan.periode:
        key = (item["aksi"], item["periode"])
        passed = (terbitan.per_tanggal - date.fromisoformat(item["tenggat"])).days
        assert item["hari_lewat"] == (passed if item["keadaan"] in LEWAT else 0), key
        assert item["terlambat_dipenuhi"] == (item["keadaan"] == "terpenuhi" and last[key]["tanggal"] > item["tenggat"]), key
        assert item["jumlah_catatan"] == own[key], key


def test_summary_of_the_whole(terbitan: Terbitan) -> None:
    """ringkasan.json's counts, both percentages and the states of actions are those of capaian.json's periods."""
    expected = counts(terbitan.periode, terbitan.per_tanggal)
    assert {key: terbitan.ringkasan[key] for key in expected} == expected
    actions = states_of_actions(terbitan.periode)
    assert terbitan.ringkasan["hitungan_aksi"] == {
        "jumlah": len({item["aksi"] for item in terbitan.periode}),
        "keadaan": actions,
    }
    assert sum(actions.values()) == terbitan.ringkasan["hitungan_aksi"]["jumlah"]


def test_summary_of_groups(terbitan: Terbitan) -> None:
    """ringkasan.json counts every group from its own actions' periods, and the groups sum to the whole."""
    expected = [
        {
            "kode": kode,
            "hitungan_aksi": {"jumlah": len({item["aksi"] for item in periods}), "keadaan": states_of_actions(periods)},
            **counts(periods, terbitan.per_tanggal),
        }
        for kode, periods in groups(terbitan).items()
    ]
    assert terbitan.ringkasan["kelompok"] == expected
    sums = Counter()
    for item in terbitan.ringkasan["kelompok"]:
        sums.update(item["hitungan_periode"]["keadaan"])
    assert {key: sums[key] for key in KEADAAN} == terbitan.ringkasan["hitungan_periode"]["keadaan"]


def test_summary_of_months(terbitan: Terbitan) -> None:
    """ringkasan.json's monthly series follows from the deadlines and from the states at the months' ends."""
    assert terbitan.ringkasan["bulanan"] == series(terbitan)


def test_summary_of_month_ends(terbitan: Terbitan) -> None:
    """ringkasan.json's counts as of each month's end so far are what the records up to that day give."""
    expected = []
    for end in month_ends():
        if end <= terbitan.per_tanggal:
            then = [item | {"keadaan": found} for item, found in zip(terbitan.periode, states(terbitan, end), strict=True)]
            expected.append({"tanggal": end.isoformat(), **counts(then, end)})
    assert terbitan.ringkasan["akhir_bulan"] == expected


def test_nothing_finished_without_evidence(terbitan: Terbitan) -> None:
    """No published record says finished and cites no evidence, and ringkasan.json says so."""
    bare = [item["berkas"] for item in terbitan.catatan if item["hasil"] == "selesai" and not item["bukti"]]
    assert (bare, terbitan.ringkasan["selesai_tanpa_bukti"]) == ([], 0)


def test_evidence_is_published_as_stated(terbitan: Terbitan) -> None:
    """Every evidence file that capaian.json names is in the site, with the stated size and SHA-256; a link has no file."""
    named = [bukti for item in terbitan.catatan for bukti in item["bukti"]]
    assert named
    for bukti in named:
        if bukti["tautan"] is not None:
            assert (bukti["alamat"], bukti["ukuran"], bukti["sha256"]) == (None, None, None)
            assert bukti["tautan"].startswith("https://")
            continue
        content = (terbitan.root / bukti["alamat"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (bukti["ukuran"], bukti["sha256"]), bukti["alamat"]


def test_records_name_their_files(terbitan: Terbitan) -> None:
    """capaian.json names the file of every record, which is kept in the repository and not published."""
    folder = (CONTOH if terbitan.contoh else TABALONG) / "data"
    files = {f"data/{path.relative_to(folder).as_posix()}" for path in (folder / str(TAHUN) / "capaian").glob("*.yml")}
    assert {item["berkas"] for item in terbitan.catatan} == files
    assert not (terbitan.root / "data").exists()
