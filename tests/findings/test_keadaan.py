"""The rules of status: golden cases that a lawyer can read, and the day as the office counts it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from small.judged_year import BUKTI, source, year_of
from small.records import verified
from support.zi_command import ROOT
from zona.findings.judge import judge_year
from zona.findings.keadaan import Keadaan, KeadaanAksi
from zona.findings.per_tanggal import read_per_tanggal
from zona.records.capaian.capaian import Capaian, Hasil
from zona.records.load import Tahun
from zona.records.rencana.target_waktu import read_target_waktu
from zona.records.situs import ZonaWaktu

KASUS = sorted((ROOT / "tests" / "cases" / "keadaan").glob("*.yml"))
KUNCI = {"judul", "aturan", "menguji", "tahun", "aksi", "catatan", "keadaan"}
DIUJI = {
    "hari tenggat",
    "sehari setelah tenggat",
    "februari kabisat",
    "akhir tahun",
    "terlambat dipenuhi",
    "menunggu sebelum tenggat",
    "menunggu sesudah tenggat",
    "verifikasi peran sendiri",
    "selesai tanpa bukti",
    "berjalan berbukti",
    "koreksi naik",
    "koreksi turun",
    "koreksi ejaan",
    "koreksi belum diverifikasi",
    "koreksi berantai",
    "koreksi tanpa verifikasi lama",
    "koreksi menjadi tidak selesai",
    "pencabutan",
    "pencabutan belum diverifikasi",
    "selesai lagi sesudah dicabut",
    "verifikasi menyusul",
    "keadaan tanggal lampau",
    "dua catatan sehari",
    "catatan belum terjadi",
    "kendala",
    "urutan terlambat",
    "urutan belum dilaporkan",
    "urutan menunggu verifikasi",
    "urutan berjalan",
    "sebagian terpenuhi",
    "semua terpenuhi",
    "semua belum jatuh tempo",
}


def case_of(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def year_of_case(case: dict[str, Any]) -> Tahun:
    """A case's plan and records. A record without `berkas` is named by its place in the list (`00.yml`); one with
    `diverifikasi_oleh` was verified on its own day, unless `diverifikasi` says when."""
    tahun, target_waktu = case.get("tahun", 2026), case["aksi"]["target_waktu"]
    only = read_target_waktu(target_waktu, tahun)[0].periode
    records = []
    for index, item in enumerate(case["catatan"]):
        target = {key: item[key] for key in ("mengoreksi", "mencabut") if key in item}
        isi = Capaian(
            aksi="I.1",
            periode=item.get("periode", only),
            tanggal=item["tanggal"],
            hasil=Hasil(item["hasil"]),
            uraian="Uraian uji.",
            bukti={"ada": (BUKTI,), "tidak": ()}[item["bukti"]],
            dicatat_oleh=item["dicatat_oleh"],
            **target | {"alasan": "Uji."} if target else {},
        )
        if role := item.get("diverifikasi_oleh"):
            isi = verified(isi, role, item.get("diverifikasi"))
        records.append(source(isi, f"{tahun}/capaian/{item.get('berkas', f'{index:02}.yml')}"))
    return year_of(tahun, {"I.1": target_waktu}, tuple(records))


@pytest.mark.parametrize("path", KASUS, ids=lambda path: path.stem)
def test_golden_case(path: Path) -> None:
    """On each date of the case, every period, the action, the days and the lateness are what the table says."""
    case = case_of(path)
    assert set(case) | {"tahun"} == KUNCI
    tahun = year_of_case(case)
    for line in case["keadaan"]:
        assert set(line) <= {"per_tanggal", "periode", "aksi", "terlambat_dipenuhi", "hari_lewat"}
        (aksi,) = judge_year(tahun, line["per_tanggal"]).aksi
        periods = {item.periode: item for item in aksi.periode}
        states = {key: item.keadaan.value for key, item in periods.items()}
        assert states == spread(line["periode"], periods), line["per_tanggal"]
        assert aksi.keadaan.value == line["aksi"], line["per_tanggal"]
        late = {key: "ya" if item.terlambat_dipenuhi else "tidak" for key, item in periods.items()}
        if "terlambat_dipenuhi" in line:
            assert late == spread(line["terlambat_dipenuhi"], periods), line["per_tanggal"]
        if "hari_lewat" in line:
            asked = spread(line["hari_lewat"], periods)
            assert {key: periods[key].hari_lewat for key in asked} == asked, line["per_tanggal"]


def spread(value: Any, periods: dict[str, Any]) -> dict[str, Any]:
    """What a table says of each period: itself, or one value for all."""
    return value if isinstance(value, dict) else dict.fromkeys(periods, value)


def test_cases_cover_every_edge() -> None:
    """The cases name exactly the edges that must be tested."""
    assert {edge for path in KASUS for edge in case_of(path)["menguji"]} == DIUJI


def test_cases_cover_every_state() -> None:
    """The cases' tables hold every state of a period, and of an action every state that comes of periods."""
    lines = [line for path in KASUS for line in case_of(path)["keadaan"]]
    of_periods = {state for line in lines for state in spread(line["periode"], {"": None}).values()}
    assert of_periods == {state.value for state in Keadaan}
    assert {line["aksi"] for line in lines} == {state.value for state in KeadaanAksi if state is not KeadaanAksi.TANPA_TENGGAT}


def test_office_day_in_wita() -> None:
    """At 23:30 UTC on 31 March it is 1 April in WITA, so a deadline of 31 March has passed."""
    per_tanggal = read_per_tanggal(None, now=datetime(2026, 3, 31, 23, 30, tzinfo=UTC), zona_waktu=ZonaWaktu.WITA)
    assert per_tanggal == date(2026, 4, 1)
    (periode,) = judge_year(year_of(2026, {"I.1": "Maret 2026"}), per_tanggal).periode
    assert periode.keadaan is Keadaan.BELUM_DILAPORKAN


def test_office_day_before_midnight_in_wita() -> None:
    """At 15:59 UTC it is still the same day in WITA, and at 16:00 UTC the next."""
    times = [datetime(2026, 3, 31, 15, 59, tzinfo=UTC), datetime(2026, 3, 31, 16, 0, tzinfo=UTC)]
    found = [read_per_tanggal(None, now=now, zona_waktu=ZonaWaktu.WITA) for now in times]
    assert found == [date(2026, 3, 31), date(2026, 4, 1)]
