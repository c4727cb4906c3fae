"""What a page of prose says of the plan's rows: by their subject, and nothing where the plan has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small.informasi_data import write_informasi
from zona.findings.judge import judge
from zona.findings.year_findings import Findings
from zona.outputs.prose.shown_text import shown_text
from zona.records.load import load_data
from zona.records.reading.file_reader import Source


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Its plan: I.1 about a part of the WBS, I.2 about SPIP."""
    data, prosa = write_informasi(tmp_path_factory.mktemp("kantor"))
    return judge(load_data(data, prosa=prosa), date(2026, 11, 24))


def shown(text: str, findings: Findings) -> list[str]:
    """The lines with words that are left."""
    return [line for line in shown_text(replace(findings.prosa[0], isi=text), findings).split("\n") if line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baris [[aksi:wbs]] menjanjikannya.", "Baris I.1 menjanjikannya."),
        ("Baris [[aksi:wbs, spip]].", "Baris I.1 dan I.2."),
        ("Tetap.\nBaris [[aksi:gratifikasi]].", "Tetap."),
        ("[[bila:wbs]]Ada.\n[[bila:survei]]Tidak ada.", "Ada."),
        ("[[tanpa:wbs]]Tidak ada.\n[[tanpa:survei, sop]]Ada.", "Ada."),
        ("[[kegiatan wbs-evaluasi]]\n[[kegiatan wbs-penerapan]]", "[[kegiatan wbs-evaluasi]]"),
        ("[[salinan wbs]]", ""),
        ("## Satu\n\n[[kegiatan sop]]\n\n## Dua\n\nIsi.", "## Dua\nIsi."),
        ("Isi.\n\n## Akhir\n\n### Dalam\n\n[[kegiatan sop]]", "Isi."),
        ("## Satu\n\n### Dalam\n\n[[kegiatan sop]]\n\n### Isi\n\nKata.", "## Satu\n### Isi\nKata."),
        ("## Satu\n\nYang ada:\n\n- [[bila:sop]]a;\n- [[bila:spbe]]b.", ""),
        ("Yang ada:\n\n- [[bila:sop]]a;\n- [[bila:spip]]b.", "Yang ada:\n\n- b."),
        ("## Kosong sejak ditulis\n\n## Lagi:", "## Kosong sejak ditulis\n\n## Lagi:"),
    ],
)
def test_lines_about_rows(text: str, expected: str, findings: Findings) -> None:
    """Lines that need rows of a subject go where there are none, with the headings that would stand alone; all others stay."""
    assert shown(text, findings) == [line for line in expected.split("\n") if line]


def test_a_plan_without_subjects_says_nothing(findings: Findings) -> None:
    """Where nobody has written subjects yet, no page says that the plan lacks something."""
    year = findings.terbaru
    plan = year.rencana_aksi.isi
    groups = tuple(
        item.model_copy(update={"aksi": tuple(row.model_copy(update={"tema": ()}) for row in item.aksi)})
        for item in plan.kelompok
    )
    source = Source(plan.model_copy(update={"kelompok": groups}), "x", b"", {})
    kelompok = tuple(
        replace(found, aksi=tuple(replace(aksi, aksi=row) for aksi, row in zip(found.aksi, group.aksi, strict=True)))
        for found, group in zip(year.kelompok, groups, strict=True)
    )
    bare = replace(year, sumber=replace(year.sumber, rencana_aksi=source), kelompok=kelompok)
    assert shown("Tetap.\n[[tanpa:survei]]Tidak ada baris survei.", replace(findings, tahun=(bare,))) == ["Tetap."]
