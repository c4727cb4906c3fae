"""The plan in the built site: every row, the decree, every note and deadline, as the data have them."""

from __future__ import annotations

import re
from collections import Counter

from recount.published_page import Element
from zona.findings.janji import kept_by
from zona.findings.year_findings import Findings
from zona.outputs import addresses
from zona.records.rencana.rencana_aksi import KOLOM, Aksi


def test_every_row_once_on_the_plan_page(pages: dict[str, Element], temuan: Findings) -> None:
    """Each row of the annex stands exactly once on the plan page, with the data's own text in every column."""
    rows = [item for item in pages["rencana-aksi/2026/"].walk() if item.name == "tr" and "data-kode" in item.attributes]
    aksi = list(temuan.terbaru.rencana_aksi.isi.semua_aksi())
    assert [item.attributes["data-kode"] for item in rows] == [item.kode for item in aksi]
    for element, item in zip(rows, aksi, strict=True):
        assert cells(element) == printed(item)


def test_every_row_once_on_its_own_page(pages: dict[str, Element], temuan: Findings) -> None:
    """Each row has one page of its own, whose decree column is the data's text in every cell."""
    for item in temuan.terbaru.rencana_aksi.isi.semua_aksi():
        page = pages[addresses.aksi(2026, item.kode)]
        (column,) = [element for element in page.walk() if element.attributes.get("data-kode") == item.kode]
        assert cells(column) == printed(item)


def test_every_row_once_in_its_group(pages: dict[str, Element], temuan: Findings) -> None:
    """Each row stands exactly once on the page of its group, and on no other group's, below the heading of its state."""
    for kelompok in temuan.terbaru.kelompok:
        page = pages[addresses.kelompok(2026, kelompok.kode)]
        shown = [
            (section.attributes["aria-labelledby"], element.attributes["data-kode"])
            for section in page.walk()
            if section.name == "section"
            for element in section.walk()
            if "data-kode" in element.attributes
        ]
        assert sorted(shown) == sorted((f"status-{item.keadaan.value}", item.kode) for item in kelompok.aksi)


def test_decree_is_the_data(pages: dict[str, Element], temuan: Findings) -> None:
    """Every printed text of the decree's body is on its page, as in the data."""
    keputusan = temuan.terbaru.keputusan.isi
    page = pages["rencana-aksi/2026/keputusan/"]
    shown = Counter(element.text for element in page.walk() if element.attributes.get("data-kolom") == "teks")
    parts = (*keputusan.menimbang, *keputusan.mengingat, *keputusan.diktum, *(b for d in keputusan.diktum for b in d.butir))
    assert shown == Counter(part.teks for part in parts)
    named = {element.attributes["data-kolom"]: element.text for element in page.walk() if "data-kolom" in element.attributes}
    assert (named["tentang"], named["menetapkan"]) == (keputusan.tentang, keputusan.menetapkan)


def test_every_note_is_on_its_page(pages: dict[str, Element], temuan: Findings) -> None:
    """Every note is shown in full where it belongs, and each mark leads to a note."""
    for item in temuan.terbaru.rencana_aksi.isi.semua_aksi():
        page = pages[addresses.aksi(2026, item.kode)]
        notes = [element for element in page.walk() if re.fullmatch(r"catatan-\d+", element.attributes.get("id", ""))]
        assert len(notes) == len(item.catatan)
        assert all(note.penjelasan in element.text for note, element in zip(item.catatan, notes, strict=True))


def test_deadlines_on_the_page(pages: dict[str, Element], temuan: Findings) -> None:
    """An action's page lists exactly its periods, each with its deadline."""
    for item in temuan.terbaru.aksi:
        page = pages[addresses.aksi(2026, item.kode)]
        listed = [element for element in page.walk() if "data-periode" in element.attributes]
        times = {element.attributes["data-periode"]: deadlines(element) for element in listed}
        assert len(listed) == len(times)
        assert times == {tenggat.periode: [tenggat.tenggat.isoformat()] for tenggat in item.jadwal}


def test_every_row_leads_to_its_pages(pages: dict[str, Element], temuan: Findings) -> None:
    """Each of the 43 rows' pages links to what keeps its promise, and each page of prose shows its rows with their states."""
    for kode, kept in kept_by(temuan).items():
        links = {element.attributes.get("href", "") for element in pages[addresses.aksi(2026, kode)].walk()}
        targets = {f"../../../{page.nama}/" for page in kept.prosa}
        targets |= {"../"} if [item for item in kept.situs if item.value == "rencana-aksi"] else set()
        targets |= {"../../../capaian/2026/triwulan-1/"} if [item for item in kept.situs if item.value == "triwulan"] else set()
        assert targets, kode
        assert targets <= links, kode
    for page in temuan.prosa:
        shown = [item.attributes["data-janji"] for item in pages[f"{page.nama}/"].walk() if "data-janji" in item.attributes]
        assert shown == [item.kode for item in temuan.terbaru.aksi_bertema(page.kepala.tema)]


def deadlines(element: Element) -> list[str]:
    """The days that a part of a page names, but for those within its records."""
    records = [inner for item in element.walk() if "data-catatan" in item.attributes for inner in item.walk()]
    return [
        child.attributes["datetime"]
        for child in element.walk()
        if child.name == "time" and not any(child is inner for inner in records)
    ]


def cells(element: Element) -> dict[str, str]:
    """The texts of the printed columns below an element; where a column holds marks too, only its own text."""
    found = {}
    for child in element.walk():
        if "data-kolom" in child.attributes:
            own = [inner for inner in child.walk() if inner.attributes.get("class") in ("zi-teks", "zi-kosong")]
            assert child.attributes["data-kolom"] not in found
            found[child.attributes["data-kolom"]] = (own[0] if own else child).text
    return found


def printed(aksi: Aksi) -> dict[str, str]:
    return {key: getattr(aksi, key) or "tidak tercetak" for key in KOLOM}
