"""What a plan rests on: a decree, a work plan, a circular, another document, or nothing written; and all outputs say so."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from small.desk_client import desk_client, get, post
from small.office_data import row, write_kantor
from zona.desk.office import read_office
from zona.desk.sheet.blank_workbook import blank_workbook, open_periods
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.letters import letters_of
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.whole_site import whole_site

DAY = date(2026, 11, 24)
HERE = "rencana-aksi/2026/"
# What each kind of basis is told by in `dasar.yml`, and what the site calls it.
KINDS: dict[str, tuple[dict[str, Any], str]] = {
    "rencana kerja": (
        {"jenis": "rencana_kerja", "judul": "Rencana Kerja Zona Integritas 2026", "tautan": "https://uji.go.id/renja.pdf"},
        "Rencana Kerja Zona Integritas 2026",
    ),
    "surat edaran": (
        {"jenis": "surat_edaran", "nomor": "Nomor 3 Tahun 2026", "tanggal": date(2026, 2, 9), "oleh": "Kepala Kantor"},
        "Surat Edaran Nomor 3 Tahun 2026",
    ),
    "lain": ({"jenis": "lain", "judul": "Nota Dinas Sekretaris"}, "Nota Dinas Sekretaris"),
    "tanpa": ({}, ""),
}
DECREE = re.compile(r"keputusan(?!nya)|\bSK\b|lampirannya", re.IGNORECASE)
# Where the word is no statement about the plan: the published key and what is said of it, and a form about decisions.
DICTIONARY = ("api/v1/skema/", "kamus-data/", "api/v1/perubahan.json", "aset/contoh-pernyataan-benturan-kepentingan.txt")


def office(root: Path, basis: dict[str, Any]) -> Path:
    """An office whose plan rests on something else than a decree, with a doubt about its print and a group that repeats
    another."""
    doubt = {"jenis": "keraguan", "keyakinan": "rendah", "penjelasan": "Waktunya meragukan."}
    rows = [row("I.1", catatan=[doubt]), row("I.2", "Setiap bulan", target_capaian="2 Dokumen"), row("I.3", "Desember")]
    copies = [cells | {"kode": f"I{cells['kode']}", "catatan": []} for cells in rows]
    identity = {
        "kantor": "Kantor Uji",
        "kantor_lengkap": "Kantor Uji Kabupaten Contoh",
        "alamat_situs": "https://uji.go.id/zi/",
    }
    data = write_kantor(root / "data", {2026: rows}, situs=identity | {"peran": ["Tim Kerja", "Kepala Kantor"]})
    plan = data / "2026" / "rencana-aksi.yml"
    said = yaml.safe_load(plan.read_text(encoding="utf-8"))
    said["kelompok"].append({"kode": "II", "judul": "Kelompok lain", "aksi": copies})
    plan.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (data / "2026" / "keputusan.yml").unlink()
    (root / "docs").mkdir()  # its own, however empty: else the desk takes the project's
    if basis:
        (data / "2026" / "dasar.yml").write_text(yaml.safe_dump({"tahun": 2026} | basis), encoding="utf-8")
    return data


def texts(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The texts in a file, those of packed files too."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from texts(f"{path}:{name}", packed.read(name))
    elif path.endswith((".html", ".json", ".csv", ".xml", ".ics", ".txt", ".svg", ".md")):
        yield path, content.decode("utf-8-sig")


def of_a_decree(found: Iterable[tuple[str, str]]) -> list[str]:
    """Where these texts speak of a decree. Of the search's answers only what they say: people may type what they like."""
    said = []
    for path, text in found:
        if path.startswith("aset/jawaban."):
            text = "\n".join(item["kalimat"] for item in json.loads(text)["jawaban"])
        elif path.startswith("api/v1/2026/"):
            text = text.replace('"keputusan": null', "")
        said += [
            f"{path}: {text[max(hit.start() - 40, 0) : hit.end() + 40]}"
            for hit in DECREE.finditer(text)
            if not path.startswith(DICTIONARY)
        ]
    return said


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def data(kind: str, tmp_path: Path) -> Path:
    return office(tmp_path, KINDS[kind][0])


@pytest.fixture
def findings(data: Path) -> Findings:
    return judge(load_data(data), DAY)


@pytest.mark.lambat
def test_no_output_speaks_of_a_decree(
    findings: Findings, kind: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a page, feed, calendar, table, workbook, letter, JSON or answer of the search, nor anything that is drawn, speaks
    of a decree where there is none; and what there is stands on the plan's page and its rows'."""
    drawn: dict[str, bytes] = {}

    def listen(_: Drawer, name: str, values: Any, *__: object) -> bytes:
        drawn[f"{name}-{len(drawn)}.json"] = json.dumps(values, ensure_ascii=False).encode()
        return b""

    monkeypatch.setattr(Drawer, "pdf", listen)
    monkeypatch.setattr(
        Drawer, "pictures", lambda self, name, pages: {path: listen(self, name, pages[path].values) for path in pages}
    )
    files = {file.path: file.read() for file in whole_site(findings, cache=tmp_path / "cache").files}
    assert len(files) > 100
    assert len(drawn) > 8
    assert of_a_decree(item for own in (files, drawn) for path, content in own.items() for item in texts(path, content)) == []
    assert f"{HERE}keputusan/index.html" not in files
    said = KINDS[kind][1]
    for page in (HERE, f"{HERE}i-1/", "metode/"):
        assert said in files[f"{page}index.html"].decode()
    named = json.loads(files["api/v1/2026/rencana-aksi.json"])["sumber"]
    assert (named["keputusan"], named["tanggal"]) == (None, None)
    assert (named["dasar"] or {"sebutan": ""})["sebutan"] == said
    sheets = [content.decode() for name, content in drawn.items() if name.startswith("laporan")]
    assert all((f"rencana aksi menurut {said}" if said else "rencana aksi 2026") in sheet for sheet in sheets)


def test_letters_ask_whoever_set_the_plan(findings: Findings, kind: str) -> None:
    """Letters about the plan name what it rests on, go to the post that is known, and leave open who and where else."""
    copies, doubts = letters_of(findings)
    post, said = KINDS[kind][0].get("oleh"), KINDS[kind][1] or "rencana aksi 2026"
    assert doubts.hal == f"Permohonan penegasan isi {said}"
    assert {letter.kepada for letter in (copies, doubts)} == {post or "…" * 12}
    assert {letter.tempat for letter in (copies, doubts)} == {"…" * 12}


def test_the_first_day_of_records(data: Path, kind: str) -> None:
    """Records begin on the document's day where that is known, else on the first of the plan's year; the desk says the same,
    and its workbook."""
    known = KINDS[kind][0].get("tanggal")
    first, whose = known or date(2026, 1, 1), "rencana aksi" if known else "tahun rencana aksi"
    early = {"aksi": "I.1", "periode": "2026-01", "tanggal": date(2025, 12, 31), "hasil": "berjalan", "uraian": "Uji."}
    folder = data / "2026" / "capaian"
    folder.mkdir()
    (folder / "i-1_2026-01_00000000.yml").write_text(yaml.safe_dump(early | {"dicatat_oleh": "Tim Kerja"}), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_data(data)
    assert any(f"tanggal 2025-12-31 mendahului {whose} ({first})" in str(problem) for problem in raised.value.problems)
    (folder / "i-1_2026-01_00000000.yml").unlink()
    client = desk_client(data, "Tim Kerja", DAY.isoformat())
    typed = {"aksi": "I.1", "periode": "2026-01", "hari": "31", "bulan": "12", "tahun": "2025", "tindakan": "simpan"}
    answer = post(client, "/catat/", typed | {"hasil": "berjalan", "uraian": "Uji."})
    assert f"31 Desember 2025 mendahului {whose}, {first.day} " in answer.text
    assert f"Bukti menurut rencana aksi: {row('I.1')['bukti_fisik']}" in answer.text
    assert of_a_decree((page, get(client, page).text) for page in ("/", "/catat/?aksi=I.1")) == []
    office = read_office(data, "data", data.parent / "cache", DAY.isoformat(), datetime(2026, 11, 24, tzinfo=UTC))
    year = office.data.tahun[0]
    book = blank_workbook(office, year, open_periods(office, year))
    told = dict(texts("isian.xlsx", book))
    assert f"dari {first.day} " in told["isian.xlsx:xl/worksheets/sheet1.xml"]
    assert of_a_decree(told.items()) == []


def test_the_desk_asks_for_the_basis(tmp_path: Path) -> None:
    """At the desk an office without a decree tells what its plan rests on; what is typed becomes the file, and is checked as
    such. Where there is a decree, there is no such form."""
    data = office(tmp_path, {})
    client = desk_client(data, "Tim Kerja", DAY.isoformat())
    assert "/dasar/2026/" in get(client, "/laporan/").text
    form = get(client, "/dasar/2026/")
    versi = form.text.partition('name="versi" value="')[2].partition('"')[0]
    typed = {"versi": versi, "tindakan": "simpan", "jenis": "lain", "nomor": "Nomor 7"}
    refused = post(client, "/dasar/2026/", typed)
    assert refused.status_code == 422
    assert "dokumen lain tanpa judul" in refused.text
    assert post(client, "/dasar/2026/", typed | {"judul": "Nota Dinas"}).status_code == 303
    assert load_data(data).tahun[0].dasar.sebutan == "Nota Dinas Nomor 7"
    (tmp_path / "lain" / "docs").mkdir(parents=True)
    decreed = write_kantor(tmp_path / "lain" / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim Kerja"]})
    other = desk_client(decreed, "Tim Kerja", DAY.isoformat())
    assert "/dasar/" not in get(other, "/laporan/").text
    for address in ("/dasar/2026/", "/laporan/2026/dasar/"):
        answer = get(other, address)
        assert (answer.status_code, "ditetapkan dengan keputusan" in answer.text) == (422, True)
