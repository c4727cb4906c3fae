"""The folder for assessors: what the page lists of an area, in an index to print, in files by item, and in an archive."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from recount.self_ratings import self_ratings
from small.desk_client import desk_client, get
from small.office_data import row, write_kantor
from small.records import put_record, write_yaml
from support.evidence_files import pdf
from support.zi_command import CONTOH, PER_TANGGAL, TABALONG, zi
from zona.drawing.lke_papers import assessors_folder
from zona.drawing.typst_drawing import Drawer
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.evidence.lke_evidence import area_folder
from zona.outputs.present import present
from zona.outputs.site_file import SiteFile
from zona.records.capaian.capaian import file_stem
from zona.records.lke.formulir import area_menurut_kode
from zona.records.load import load_data

DAY = ("--per-tanggal", PER_TANGGAL.isoformat())
SAMPLE = ("--data", str(CONTOH / "data"), *DAY)
NAME = re.compile(r"([AB]\.[\w.]+?)_([IVX]+\.[\w.]+)_(\d{4}[\w-]*)_([0-9a-f]{8})\.(pdf|jpg|jpeg|png|webp)")


def folder_of(findings: Findings, area: str) -> dict[str, bytes]:
    """What the command writes into the folder of an area, by its name."""
    return {
        file.path: file.read() for file in assessors_folder(area_folder(findings, 2026, area), findings, Drawer(None)).berkas
    }


@pytest.fixture(scope="module")
def folders(sample: Findings) -> dict[str, dict[str, bytes]]:
    """The files of every area of the sample office."""
    return {area: folder_of(sample, area) for area in area_menurut_kode()}


def items_of(files: dict[str, SiteFile], area: str) -> list[dict[str, Any]]:
    """The items of an area as `lke.json` has them."""
    return [item for item in json.loads(files["api/v1/2026/lke.json"].read())["butir"] if item["area"] == area]


def words(content: bytes) -> str:
    """All signs of a PDF, without spaces, headers and footers."""
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def tight(text: str) -> str:
    """A text without spaces."""
    return re.sub(r"\s+", "", text)


def test_lists_what_the_page_lists(folders: dict[str, dict[str, bytes]], berkas_contoh: dict[str, SiteFile]) -> None:
    """Of every area: each item with its question; of each item the pieces of evidence that `lke.json` has, in its order, each
    with its title, pages, SHA-256 or link, and no rating; and a file for each file, named by the item, with the content that
    was recorded."""
    pieces = 0
    for area, files in folders.items():
        reader = PdfReader(io.BytesIO(files["indeks.pdf"]))
        said = " ".join(page.extract_text() for page in reader.pages)
        assert self_ratings(" ".join(said.split())) == []
        text = tight(said)
        expected, wanted = items_of(berkas_contoh, area), set[tuple[str, str]]()
        marks = [mark.title.partition(" ")[0] for mark in flat(reader.outline) if re.match(r"[AB]\.\S+ ", mark.title)]
        assert [kode for kode in marks if kode not in {item["sub"] for item in expected}] == [item["kode"] for item in expected]
        for item in expected:
            assert tight(item["pertanyaan"]) in text
            own = text[text.rindex(tight(item["kode"] + item["pertanyaan"])) :]
            for piece in item["bukti"]:
                proof = piece["sha256"] or tight(piece["tautan"])
                assert tight(piece["judul"]) in own
                assert proof in own
                assert f"PDF,{piece['jumlah_halaman']}halaman," in own or piece["jumlah_halaman"] is None
                own = own[own.index(proof) :]
                wanted |= {(item["kode"], piece["sha256"])} if piece["sha256"] else set()
                pieces += 1
        sums = {name: hashlib.sha256(files[name]).hexdigest() for name in files.keys() - {"indeks.pdf", "SHA256SUMS"}}
        matched = {name: NAME.fullmatch(name) for name in sums}
        assert all(match and sums[name].startswith(match[4]) for name, match in matched.items()), files.keys()
        assert {(match[1], sums[name]) for name, match in matched.items() if match} == wanted
        assert all(name in text for name in sums)
    assert pieces > 200


def flat(outline: Any) -> list[Any]:
    """The entries of a PDF's outline, with those below them."""
    return [found for item in outline for found in (flat(item) if isinstance(item, list) else [item])]


def test_says_what_is_missing(folders: dict[str, dict[str, bytes]]) -> None:
    """Items without row or evidence say so, an area without rows too; whether the mapping is confirmed, that sample data are
    none, and that unreported is not undone, where a row is; no score stands there."""
    plain = judge(load_data(TABALONG / "data"), PER_TANGGAL)
    confirmed = "PemetaaniniditegaskanSekretarisContoh,20November2026."
    missing = ("Belumadabaris.", "Adabukti,belumdiverifikasi.", "Belumdilaporkanbukanberarti", "DATACONTOH")
    for files, said, unsaid in (
        (folders["A.1.V"], (*missing, confirmed), ("usulan",)),
        (folder_of(plain, "A.1.III"), ("Pemetaaniniusulan,belumkamitegaskan.", "Areainibelumadabarisnya"), ("DATACONTOH",)),
        (folder_of(plain, "B.I"), ("Hasil:",), ("Belumdilaporkanbukan",)),
    ):
        text = words(files["indeks.pdf"])
        assert all(item in text for item in said), said
        assert not [item for item in unsaid if item in text]
        assert not re.search(r"predikat|bobot|skor|nilaiLKE", text, re.IGNORECASE)


def test_same_bytes_and_right_sums(tmp_path: Path) -> None:
    """Made twice the archive is the same byte for byte; it holds what the folder holds; every sum in it is right, and of every
    file but that of the sums."""
    for name in ("satu", "dua"):
        done = zi("berkas-lke", "2026", "--area", "A.1.II", str(tmp_path / name), *SAMPLE)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("9 butir, 21 bukti, ")
    packed = (tmp_path / "satu.zip").read_bytes()
    assert packed == (tmp_path / "dua.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {path.name: path.read_bytes() for path in (tmp_path / "satu").iterdir()}
    sums = dict(line.split("  ")[::-1] for line in inside.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in inside.items()}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with any file, and an archive of that name, are refused and stay as they are; an empty folder is taken."""
    target = tmp_path / "berkas"
    target.mkdir()
    (target / "lain.txt").write_text("milik orang", encoding="utf-8")
    done = zi("berkas-lke", "2026", "--area", "A.2.V", str(target), *SAMPLE)
    assert (done.returncode, "sudah berisi" in done.stderr) == (1, True)
    (target / "lain.txt").unlink()
    (tmp_path / "berkas.zip").write_bytes(b"lama")
    done = zi("berkas-lke", "2026", "--area", "A.2.V", str(target), *SAMPLE)
    assert (done.returncode, "berkas.zip sudah ada" in done.stderr) == (1, True)
    assert ((tmp_path / "berkas.zip").read_bytes(), list(target.iterdir())) == (b"lama", [])
    (tmp_path / "berkas.zip").unlink()
    assert zi("berkas-lke", "2026", "--area", "A.2.V", str(target), *SAMPLE).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"berkas", "berkas.zip"}


@pytest.mark.parametrize(
    ("year", "area", "said"),
    [
        ("2026", "A.1.IX", "Area “A.1.IX” tidak ada dalam LKE; pilih salah satu: A.1.I, A.1.II, "),
        ("2026", "A.1.V.i", "Area “A.1.V.i” tidak ada dalam LKE"),
        ("2024", "A.1.V", "Tidak ada rencana aksi tahun 2024; yang ada: 2026"),
    ],
)
def test_what_there_is_not(tmp_path: Path, year: str, area: str, said: str) -> None:
    """An unknown area or year is refused with those that there are, and nothing is written."""
    done = zi("berkas-lke", year, "--area", area, str(tmp_path / "x"), *SAMPLE)
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert not list(tmp_path.iterdir())


def office(root: Path, *, mapped: bool = True) -> Path:
    """A small office with one verified file for an item's row, which stands at two items."""
    data = write_kantor(root / "data", {2026: [row("I.1")]}, situs={"peran": ["Tim", "Sekretaris"]})
    (data / "bukti/2026").mkdir(parents=True)
    (data / "bukti/2026/notulen.pdf").write_bytes(pdf())
    put_record(data, deed("2026-01-20", hasil="selesai"), verifier="Sekretaris")
    if mapped:
        entries = [{"butir": kode, "baris": ["I.1"], "hubungan": "langsung", "alasan": "Uji."} for kode in ITEMS]
        write_yaml(data / "2026/lke.yml", {"tahun": 2026, "pemetaan": entries})
    return data


ITEMS = ("A.1.I.i.a", "A.1.I.i.b")


def deed(day: str, **more: Any) -> dict[str, Any]:
    """A record of January with a file as evidence."""
    evidence = {"berkas": "notulen.pdf", "judul": "Notulen rapat", "jenis": "notulen"}
    cells = {"aksi": "I.1", "periode": "2026-01", "tanggal": date.fromisoformat(day), "uraian": "Rapat."}
    return cells | {"bukti": [evidence], "dicatat_oleh": "Tim"} | more


def written(data: Path, name: str) -> set[str]:
    """The names in the folder of the first area."""
    target = data.parent / name
    done = zi("berkas-lke", "2026", "--area", "A.1.I", str(target), "--data", str(data), *DAY)
    assert done.returncode == 0, done.stderr
    return {path.name for path in target.iterdir()}


def test_withdrawn_evidence_is_not_in_it(tmp_path: Path) -> None:
    """A file stands once for each item that it proves; once its record is withdrawn, it is in neither folder nor index."""
    data = office(tmp_path)
    short = hashlib.sha256(pdf()).hexdigest()[:8]
    plain = {"indeks.pdf", "SHA256SUMS"}
    assert written(data, "awal") - plain == {f"{kode}_I.1_2026-01_{short}.pdf" for kode in ITEMS}
    assert "Notulenrapat" in words((tmp_path / "awal/indeks.pdf").read_bytes())
    (first,) = (data / "2026/capaian").iterdir()
    assert first.name.startswith(file_stem("I.1", "2026-01"))
    back = {"hasil": "kendala", "mencabut": first.name, "alasan": "Keliru."}
    put_record(data, deed("2026-02-01", **back), verifier="Sekretaris")
    assert written(data, "akhir") == plain
    assert "Notulenrapat" not in words((tmp_path / "akhir/indeks.pdf").read_bytes())


def test_same_beginning_of_two_sums(tmp_path: Path) -> None:
    """Where the first signs of two files' SHA-256 are the same, names have the whole."""
    data = load_data(office(tmp_path))
    (year,) = data.tahun
    (file,) = year.bukti.values()
    other = replace(file, nama="lain.pdf", sha256=file.sha256[:8] + "0" * 56)
    for more, signs in (({}, 8), ({"lain.pdf": other}, 64)):
        findings = judge(replace(data, tahun=(replace(year, bukti=year.bukti | more),)), PER_TANGGAL)
        names = [item.path for item in area_folder(findings, 2026, "A.1.I").files()]
        assert names == [f"{kode}_I.1_2026-01_{file.sha256[:signs]}.pdf" for kode in ITEMS]


def test_weak_links_are_marked(tmp_path: Path) -> None:
    """A link to a place whose owner can change it is marked as weak evidence, with the day on which it last opened."""
    data = office(tmp_path)
    link = {"tautan": "https://drive.google.com/file/d/1", "judul": "Foto", "jenis": "foto", "dilihat": date(2026, 1, 22)}
    put_record(data, deed("2026-01-21", hasil="selesai", bukti=[link]), verifier="Sekretaris")
    assert len(written(data, "tautan")) == 4
    text = words((tmp_path / "tautan/indeks.pdf").read_bytes())
    assert re.search(r"Tautan[a-zA-Z,]+,buktilemah\.Tautanterakhirterbuka22Januari2026\.", text)
    assert "https://drive.google.com/file/d/1" in text


def test_a_year_without_mapping(tmp_path: Path) -> None:
    """Without a mapping the command names the file that is missing, and the desk's page says so."""
    data = office(tmp_path, mapped=False)
    done = zi("berkas-lke", "2026", "--area", "A.1.I", str(tmp_path / "x"), "--data", str(data), *DAY)
    assert (done.returncode, "tulis dulu data/2026/lke.yml" in done.stderr) == (1, True)
    assert "Belum ada pemetaan ke butir LKE" in get(desk_client(data, "Tim"), "/penilai/").get_data(as_text=True)


def test_the_desk_gives_the_same(tmp_path: Path) -> None:
    """The desk's page lists every area with a button that gives the archive that the command writes; another area is refused
    in words."""
    data = tmp_path / "data"
    shutil.copytree(CONTOH / "data", data)
    shutil.copytree(TABALONG / "docs", tmp_path / "docs")
    client = desk_client(data, "Tim Contoh")
    assert 'href="/penilai/"' in get(client, "/").get_data(as_text=True)
    page = get(client, "/penilai/").get_data(as_text=True)
    assert re.findall(r'href="/penilai/2026/([\w.]+)\.zip"', page) == list(area_menurut_kode())
    answer = get(client, "/penilai/2026/A.2.V.zip")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lke-2026-A.2.V.zip"'
    done = zi("berkas-lke", "2026", "--area", "A.2.V", str(tmp_path / "x"), "--data", str(data), *DAY)
    assert done.returncode == 0, done.stderr
    assert answer.data == (tmp_path / "x.zip").read_bytes()
    refused = get(client, "/penilai/2026/A.9.zip")
    assert refused.status_code == 422
    assert "pilih salah satu: A.1.I" in refused.get_data(as_text=True)


def test_own_pages_of_an_area_with_rows(tmp_path: Path) -> None:
    """A page of the office's own site for an area is named in the index and on the page, whether the area has rows or not."""
    data = office(tmp_path)
    mapping = data / "2026/lke.yml"
    entry = "  - {{area: {0}, judul: Halaman {0}, tautan: 'https://kantor.example/{0}'}}\n"
    own = "halaman_kantor:\n" + "".join(map(entry.format, ("A.1.I", "A.1.III")))
    mapping.write_text(f"{mapping.read_text(encoding='utf-8')}{own}", encoding="utf-8")
    files = {file.path: file for file in present(judge(load_data(data), PER_TANGGAL))}
    page = files["lke/2026/index.html"].read().decode()
    for area, bare in (("A.1.I", False), ("A.1.III", True)):
        done = zi("berkas-lke", "2026", "--area", area, str(tmp_path / area), "--data", str(data), *DAY)
        assert done.returncode == 0, done.stderr
        text = words((tmp_path / area / "indeks.pdf").read_bytes())
        assert f"Halamansitusresmikami:Halaman{area}:https://kantor.example/{area}" in text
        assert ("Areainibelumadabarisnya" in text) == bare
        said = "Area ini belum ada barisnya dalam rencana kami. " * bare
        assert f'{said}Halaman situs resmi kami: <a href="https://kantor.example/{area}"' in page
