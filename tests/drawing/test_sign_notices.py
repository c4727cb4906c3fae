"""Notices of signs that no typeface has: each text that is drawn otherwise is named, and no other."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from small.office_data import row, write_kantor
from support.zi_command import CONTOH, PER_TANGGAL, ROOT
from zona.drawing.cards import picture_files
from zona.drawing.lembar_monev import report_files
from zona.drawing.lke_papers import assessors_folder
from zona.drawing.month_papers import month_files
from zona.drawing.posters import poster_files
from zona.drawing.sign_notices import sign_notices
from zona.drawing.template_values import Values
from zona.drawing.typefaces import TOFU
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.evidence.lke_evidence import area_folder
from zona.outputs.evidence.published import publish_all
from zona.records.lke.formulir import area_menurut_kode
from zona.records.load import Data, load_data
from zona.records.reading.file_reader import Source

LABEL = "tests/contoh"
# Not words of people but names of things, or cells that are read by rule.
KEYS = {"kunci", "kode", "aksi", "periode", "berkas", "target_waktu", "target_capaian", "oleh", "dasar_hukum"}
KEYS |= {"butir", "baris", "area", "halaman"}  # of a mapping to the LKE


class Marker:
    """Gives each text of a record a Han sign of its own; `places` are the file and line of each sign's text."""

    def __init__(self) -> None:
        self.signs = map(chr, count(0x4E00))
        self.places: dict[str, str] = {}

    def marked(self, source: Source[Any]) -> Source[Any]:
        return dataclasses.replace(source, isi=self._rewritten(source.isi, source, ()))

    def _rewritten(self, value: Any, source: Source[Any], loc: tuple[str, ...]) -> Any:
        if isinstance(value, BaseModel):
            changed = {name: self._rewritten(item, source, (*loc, name)) for name, item in value if name not in KEYS}
            return value.model_copy(update=changed)
        if isinstance(value, tuple):
            return tuple(self._rewritten(item, source, (*loc, str(index))) for index, item in enumerate(value))
        if not isinstance(value, str) or isinstance(value, Enum):
            return value
        sign, place = next(self.signs), ".".join(loc)
        self.places[sign] = f"{LABEL}/{source.path}:{source.baris.get(place, 1)}: "
        start = "https://" if value.startswith("https://") else ""
        return start + sign + value.removeprefix(start)


def with_marks(data: Data, marker: Marker) -> Findings:
    """The findings of the same office with a sign of its own in each text."""
    marked = marker.marked
    tahun = tuple(
        dataclasses.replace(
            year,
            keputusan=marked(year.keputusan),
            rencana_aksi=marked(year.rencana_aksi),
            capaian=tuple(map(marked, year.capaian)),
            lke=marked(year.lke) if year.lke else None,
        )
        for year in data.tahun
    )
    assert data.kanal
    assert data.dasar_hukum
    parts = {"situs": marked(data.situs), "kanal": marked(data.kanal), "dasar_hukum": marked(data.dasar_hukum)}
    return judge(dataclasses.replace(data, tahun=tahun, **parts), PER_TANGGAL)


def signs_drawn(findings: Findings, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every sign that reaches a drawing; nothing is drawn."""
    heard: set[str] = set()

    def listen(_: Drawer, __: str, values: Values, *___: object) -> bytes:
        heard.update(json.dumps(values, ensure_ascii=False))
        return b""

    monkeypatch.setattr(Drawer, "pdf", listen)
    monkeypatch.setattr(
        Drawer, "pictures", lambda self, name, pages: {path: listen(self, name, pages[path].values) for path in pages}
    )
    drawer = Drawer(None)
    terbit = {year: dict(found) for year, found in publish_all(findings, ROOT / ".zi-cache").items()}
    picture_files(findings, drawer), poster_files(findings, drawer), report_files(findings, terbit, drawer)
    month_files(findings, drawer)
    for area in area_menurut_kode():
        assessors_folder(area_folder(findings, 2026, area), findings, drawer)
    assert drawer.left_out == {}
    return heard


def test_notices_name_every_text_that_is_drawn_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text of the sample office given a Han sign of its own: every sign that reaches a drawing is named in a notice, with
    the file and the line of its text; the notices name no text of a kind that is never drawn."""
    marker = Marker()
    findings = with_marks(load_data(CONTOH / "data"), marker)
    places, heard = marker.places, signs_drawn(findings, monkeypatch)
    named = {sign: line for line in sign_notices(findings, LABEL) for sign in line.partition("tanda “")[2][:1]}
    drawn = {sign for sign in places if sign in heard}
    assert len(drawn) > 100
    assert drawn <= named.keys(), sorted(places[sign] for sign in drawn - named.keys())
    for sign in named:
        assert named[sign].startswith(places[sign])
        assert f"(U+{ord(sign):04X})" in named[sign]
    kinds = {place.rpartition("/")[2].split(":")[0] for place in places.values()}
    assert {"situs.yml", "kanal.yml", "dasar-hukum.yml", "rencana-aksi.yml", "keputusan.yml", "lke.yml"} < kinds


def test_notices_say_what_stands_there(tmp_path: Path) -> None:
    """A text's signs are named with their code points: up to four drawn as □, the rest counted, and those drawn as plain
    letters; a text of ordinary signs, an emoji or Arabic letters gives no notice."""
    root = write_kantor(tmp_path, {2026: [row("I.1", komponen="中文字一二 Ａ", bukti_fisik="👍 السلام ✓ “é” – \u00ad")]})
    first, second = sign_notices(judge(load_data(root), PER_TANGGAL), "data")
    line = first.split(":")[1]
    said = f"data/2026/rencana-aksi.yml:{line}: tanda"
    end = "(halaman situs tetap menampilkannya)"
    assert first.startswith(f"{said} “中” (U+4E2D), “文” (U+6587), “字” (U+5B57), “一” (U+4E00), dan 1 lainnya tidak ada")
    assert first.endswith(f"tampil sebagai {TOFU} {end}")
    assert second == f"{said} “Ａ” (U+FF21) tidak ada dalam huruf gambar dan laporan; di sana tampil sebagai huruf biasa {end}"
    assert "komponen" in (root / "2026/rencana-aksi.yml").read_text(encoding="utf-8").splitlines()[int(line) - 1]
