"""Evidence by the items of the LKE, by small examples: which evidence counts, what an item lacks, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.judged_year import BUKTI, PERAN, record, source, year_of
from small.office_data import row, write_kantor
from small.records import put_fulfilled, write_yaml
from support.zi_command import TABALONG
from zona.findings.judge import judge, judge_year
from zona.findings.lke.lke_findings import ButirFinding, KurangButir, LkeFinding
from zona.findings.year_findings import Findings
from zona.records.capaian.capaian import Hasil
from zona.records.capaian.corrections import name_of
from zona.records.informasi.prosa import PROSA
from zona.records.lke.pemetaan import Hubungan, PemetaanLke, PetaButir
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import Source

PLAN = {"I.1": "Bulanan", "I.2": "Maret"}
ITEM, OTHER = "A.1.I.i.a", "A.1.IV.i.a"
NOW = date(2026, 11, 24)


def peta(butir: str, *baris: str, hubungan: Hubungan = Hubungan.LANGSUNG, halaman: str | None = None) -> PetaButir:
    """An entry of a mapping."""
    return PetaButir(butir=butir, baris=baris, hubungan=hubungan, alasan="Uji.", halaman=halaman)


def judged(*records: Any, entries: tuple[PetaButir, ...] = (peta(ITEM, "I.1"),), day: date = NOW) -> LkeFinding:
    """The evidence by items of a small year with these records and entries."""
    mapping = source(PemetaanLke(tahun=2026, pemetaan=entries), "2026/lke.yml")
    found = judge_year(replace(year_of(2026, PLAN, records), lke=mapping), day).lke
    assert found
    return found


def item_of(found: LkeFinding, kode: str = ITEM) -> ButirFinding:
    """What is found of one item."""
    return next(item for item in found.butir if item.kode == kode)


def lacks(*records: Any, day: date = NOW) -> KurangButir | None:
    """What the item that row I.1 stands at lacks."""
    return item_of(judged(*records, day=day)).kekurangan


def done(day: date = date(2026, 1, 20), number: int = 1, **more: Any) -> Source[Any]:
    """A record of January with one piece of evidence, verified on its day."""
    return record("I.1", "2026-01", day, number, **more)


def test_a_year_without_mapping_has_none(sample: Findings, temuan: Findings) -> None:
    """Without the office's mapping there is nothing to show; the frozen offices have one, one of them confirmed."""
    assert judge_year(year_of(2026, PLAN), NOW).lke is None
    assert temuan.terbaru.lke
    assert sample.terbaru.lke
    assert (temuan.terbaru.lke.usulan, sample.terbaru.lke.usulan) == (True, False)


def test_what_an_item_lacks() -> None:
    """No row; a row without evidence; evidence that nobody verified, or not by the day; evidence of an earlier year; nothing
    once there is verified evidence of the year."""
    assert item_of(judged(), OTHER).kekurangan is KurangButir.TANPA_BARIS
    assert lacks() is KurangButir.TANPA_BUKTI
    assert lacks(done(hasil=Hasil.BERJALAN, bukti=())) is KurangButir.TANPA_BUKTI
    assert lacks(done(verifier=None)) is KurangButir.BELUM_DIVERIFIKASI
    assert lacks(done(on=date(2026, 3, 1)), day=date(2026, 2, 28)) is KurangButir.BELUM_DIVERIFIKASI
    assert lacks(done(on=date(2026, 3, 1)), day=date(2026, 3, 1)) is None
    assert lacks(done(date(2025, 12, 31))) is KurangButir.BUKTI_LAMA
    assert lacks(done(date(2026, 1, 1))) is None


def test_a_page_alone_is_no_row() -> None:
    """An item for which only a page of the site stands still lacks a row, and keeps its page."""
    found = item_of(judged(entries=(peta(ITEM, halaman="tim", hubungan=Hubungan.MENDUKUNG),)))
    assert found.kekurangan is KurangButir.TANPA_BARIS
    assert [item.halaman for item in found.halaman] == ["tim"]


def test_withdrawn_evidence_counts_no_more() -> None:
    """Evidence of a record that a verified withdrawal takes back is gone, and what the withdrawal cites is none; a withdrawal
    that nobody verified takes nothing back yet. The evidence of a correction takes the place of the corrected one's."""
    first = done()
    back: dict[str, Any] = {"mencabut": name_of(first), "alasan": "Uji.", "hasil": Hasil.KENDALA}
    assert lacks(first, done(date(2026, 2, 1), 2, **back)) is KurangButir.TANPA_BUKTI
    assert lacks(first, done(date(2026, 2, 1), 2, verifier=None, **back)) is None
    mended = BUKTI.model_copy(update={"judul": "Bukti pembetulan"})
    correction = done(date(2026, 2, 1), 3, mengoreksi=name_of(first), alasan="Uji.", bukti=(mended, BUKTI))
    assert [item.bukti.judul for item in item_of(judged(first, correction)).bukti] == ["Bukti pembetulan", "Bukti uji"]


def test_newest_first_of_all_rows() -> None:
    """The evidence of all rows of an item stands together, the newest first; what waits for verification is counted apart; a
    row of another item adds nothing."""
    records = (
        done(),
        record("I.2", "2026-03", date(2026, 3, 5), 2),
        record("I.1", "2026-02", date(2026, 2, 9), 3, verifier=None),
    )
    entries = (peta(ITEM, "I.2", hubungan=Hubungan.MENDUKUNG), peta(ITEM, "I.1"), peta(OTHER, "I.2"))
    item, other = (item_of(judged(*records, entries=entries), kode) for kode in (ITEM, OTHER))
    assert [(found.baris.kode, found.tanggal) for found in item.bukti] == [
        ("I.2", date(2026, 3, 5)),
        ("I.1", date(2026, 1, 20)),
    ]
    assert (item.menunggu, len(other.bukti), other.menunggu) == (1, 1, 0)
    assert [(found.kode, found.hubungan.value) for found in item.baris] == [("I.1", "langsung"), ("I.2", "mendukung")]
    assert item.terbaru is item.bukti[0]


def test_counts() -> None:
    """The figures are of the 110 items that evidence answers: results are counted apart. Every item is in one kind of lack, or
    lacks nothing; evidence by supporting rows alone is told."""
    entries = (peta(ITEM, "I.1", hubungan=Hubungan.MENDUKUNG), peta(OTHER, "I.2"), peta("B.I.a", "I.1"))
    found = judged(done(), entries=entries)
    assert (len(found.butir), found.hitungan.jumlah) == (113, 110)
    assert (found.hitungan.ada_bukti, found.hitungan.ada_bukti_mendukung, found.hitungan.tanpa_baris) == (1, 1, 108)
    assert found.hitungan.kekurangan[KurangButir.TANPA_BUKTI] == 1
    assert sum(found.hitungan.kekurangan.values()) == 109
    assert [area.hitungan.ada_bukti for area in found.hasil] == [1, 0]
    assert {kode: [(item.kode, near.value) for item, near in items] for kode, items in found.menurut_baris.items()} == {
        "I.1": [(ITEM, "mendukung"), ("B.I.a", "langsung")],
        "I.2": [(OTHER, "langsung")],
    }


def test_the_heaviest_lack_first() -> None:
    """What an area lacks stands by the weight of its sub, in the form's order where that is the same; what lacks nothing is not
    there."""
    area = next(item for item in judged(done()).area if item.kode == "A.1.I")
    assert [item.lke.bobot for item in area.kurang] == [1.5] * 4 + [1] * 6 + [0.5]
    assert [item.kode for item in area.kurang][4:8] == ["A.1.I.ii.a", "A.1.I.ii.b", "A.1.I.ii.c", "A.1.I.iii.a"]
    assert ITEM not in [item.kode for item in area.kurang]


def office(root: Path, lke: dict[str, Any]) -> Path:
    """A small office with a plan of one row, a record of it, and a mapping."""
    write_kantor(root, {2026: [row("I.1")]}, situs={"peran": ["Tim", *PERAN]})
    put_fulfilled(root)
    write_yaml(root / "2026" / "lke.yml", {"tahun": 2026} | lke)
    return root


def problems(root: Path, day: date = NOW, **more: Any) -> list[str]:
    """What stops a build of this office."""
    with pytest.raises(DataError) as raised:
        judge(load_data(root, **more), day)
    return [str(item) for item in raised.value.problems]


def test_a_mapping_of_the_future_is_refused(tmp_path: Path) -> None:
    """Nobody confirms a mapping on a day that has not come; on the day itself it is confirmed."""
    entry = {"butir": ITEM, "baris": ["I.1"], "hubungan": "langsung", "alasan": "Uji."}
    root = office(tmp_path, {"ditegaskan": {"oleh": PERAN[1], "tanggal": NOW}, "pemetaan": [entry]})
    found = judge(load_data(root), NOW).terbaru.lke
    assert found
    assert not found.usulan
    assert found.hitungan.ada_bukti == 1
    told = problems(root, date(2026, 11, 23))
    hint = "tulis tanggal pemetaan sungguh ditegaskan"
    assert told == [f"data/2026/lke.yml:4: tanggal penegasan 2026-11-24 belum terjadi per 2026-11-23; {hint}"]


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A page that the mapping names is one of the site's pages of prose."""
    entry = {"butir": ITEM, "hubungan": "mendukung", "alasan": "Uji.", "halaman": "wbss"}
    root = office(tmp_path, {"pemetaan": [entry]})
    assert judge(load_data(root), NOW).terbaru.lke
    for name in ("situs.yml", "kanal.yml", "dasar-hukum.yml"):
        (root / name).write_bytes((TABALONG / "data" / name).read_bytes())
    told = problems(root, prosa=TABALONG / PROSA)
    assert [item for item in told if "wbss" in item] == ["data/2026/lke.yml:6: halaman “wbss” tidak ada; maksud Anda “wbs”?"]


def test_a_row_that_left_the_plan(tmp_path: Path) -> None:
    """A mapping to a row that the plan no longer has stops the build, with its line; without that entry the figures fall."""
    entries = [{"butir": item, "baris": ["I.1"], "hubungan": "langsung", "alasan": "Uji."} for item in (ITEM, OTHER)]
    whole = judge(load_data(office(tmp_path / "a", {"pemetaan": entries})), NOW).terbaru.lke
    fewer = judge(load_data(office(tmp_path / "b", {"pemetaan": entries[:1]})), NOW).terbaru.lke
    assert whole
    assert fewer
    assert (whole.hitungan.ada_bukti, fewer.hitungan.ada_bukti) == (2, 1)
    assert (whole.hitungan.tanpa_baris, fewer.hitungan.tanpa_baris) == (108, 109)
    gone = office(tmp_path / "c", {"pemetaan": [entries[0], entries[1] | {"baris": ["I.2"]}]})
    assert problems(gone) == ["data/2026/lke.yml:10: aksi “I.2” tidak ada dalam rencana; maksud Anda “I.1”?"]
