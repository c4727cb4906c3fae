"""Pages of prose of several packs and of the office: one takes another's place, or adds to it where the page lets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from records.paket.test_packs import office
from zona.records.load import Data, load_data
from zona.records.reading.data_error import DataError

ADDITION = """\
---
tambahan: true
sumber:
  - kunci: uji
    untuk: Uji.
    alamat: https://uji.go.id
menunggu:
  - Uji.
---
[[isi penanda-tangan]]
Ini tambahan [[s:uji]].

[[isi akhir]]
## Bagian baru

Ini akhir.
"""


def with_page(root: Path, text: str, *packs: str, name: str = "pakta-integritas.md") -> Path:
    """An office with a page of its own; its data folder."""
    data = office(root, *packs)
    folder = root / "docs" / "informasi"
    folder.mkdir(parents=True)
    (root / "docs" / "aset").mkdir()
    (root / "docs" / "aset" / "contoh-pernyataan-benturan-kepentingan.txt").write_text("x", encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return data


def read(data: Path) -> Data:
    return load_data(data, prosa=data.parent / "docs" / "informasi")


def problems(data: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        read(data)
    return [str(item) for item in raised.value.problems]


def test_an_addition_joins_the_packs_page(tmp_path: Path) -> None:
    """What it lists joins the page's lists, what it says comes where the page has the place, else at the end; places that
    nobody fills leave nothing behind, and every line keeps its file."""
    found = {page.nama: page for page in read(with_page(tmp_path, ADDITION, "nasional")).prosa}
    page = found["pakta-integritas"]
    assert "Ini tambahan [[s:uji]]." in page.isi
    assert page.isi.endswith("## Bagian baru\n\nIni akhir.\n")
    assert not [other.nama for other in found.values() if "[[sisipan" in other.isi or "[[isi" in other.isi]
    assert page.kepala.menunggu[-1] == "Uji."
    assert str(page.letak_sumber(len(page.kepala.sumber) - 1)) == "docs/informasi/pakta-integritas.md:4"
    assert page.paket == ("nasional",)
    assert page.path == "docs/informasi/pakta-integritas.md"
    lines = {text: place for place, text in page.teks()}
    assert str(lines["Ini akhir."]) == "docs/informasi/pakta-integritas.md:16"
    assert found["wbs"].path == "paket/nasional/informasi/wbs.md"


def test_a_whole_page_takes_the_packs_place(tmp_path: Path) -> None:
    """A page of the office's own without `tambahan` is all that is read of that name."""
    text = "---\njudul: Pakta kami\nringkas: Uji.\nurutan: 8\n---\nHanya ini.\n"
    (page,) = [item for item in read(with_page(tmp_path, text, "nasional")).prosa if item.nama == "pakta-integritas"]
    assert (page.kepala.judul, page.isi, page.paket) == ("Pakta kami", "Hanya ini.\n", ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("[[isi penanda-tangan]]", "[[isi penandatangan]]"), "10: sisipan “penandatangan” tidak ada dalam halaman paketnya"),
        (("[[isi penanda-tangan]]\n", ""), "10: teks sebelum tanda [[isi …]]"),
        (("[[s:uji]]", "[[s:uju]]"), "11: sumber “uju” tidak ada dalam kepala halaman ini"),
        (("tambahan: true", "tambahan: true\njudul: Uji"), "3: kunci “judul” tidak dikenal"),
    ],
)
def test_bad_additions(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    """Each problem of an addition is told where it stands in its own file."""
    found = problems(with_page(tmp_path, ADDITION.replace(*change), "nasional"))
    assert [item for item in found if item.startswith(f"docs/informasi/pakta-integritas.md:{told}")]


def test_an_addition_to_nothing(tmp_path: Path) -> None:
    """There must be a page of a pack to add to."""
    (told,) = problems(with_page(tmp_path, ADDITION, "nasional", name="lain.md"))
    assert told == "docs/informasi/lain.md:1: tidak ada halaman paket bernama “lain.md”; hapus tambahan: true, dan tulis utuh"
