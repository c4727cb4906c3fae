"""Plans written as data files: what is read back is what was written, in the look of the file that people wrote."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from support.zi_command import TABALONG
from zona.intake.skeleton import TANPA, basis_file, office_file, plan_file
from zona.intake.yaml_text import plan_yaml
from zona.records.load import Data
from zona.records.paket.paket import packs_of
from zona.records.reading.yaml_reader import read_yaml
from zona.records.rencana.dasar import DITETAPKAN
from zona.records.rencana.rencana_aksi import Aksi, Kelompok, RencanaAksi
from zona.records.situs import Situs

any_text = st.text(st.characters(blacklist_categories=("C", "Z"), whitelist_characters=" \n"), min_size=1, max_size=300)
texts = any_text.map(lambda text: "\n".join(line.strip() for line in text.strip().split("\n"))).filter(bool)


def read(text: str) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yml"
        path.write_text(text, encoding="utf-8")
        document = read_yaml(path, label="a.yml", root=Path(folder))
    assert [str(problem) for problem in document.problems] == []
    return document.value


@given(texts, texts, texts)
def test_read_back(judul: str, one: str, two: str) -> None:
    """Whatever texts a plan holds – quotes, colons, dashes, line breaks, long words – its file gives them back."""
    cells = {"komponen": one, "indikator": two, "langkah_aksi": f"{one} {two}", "bukti_fisik": two[:30], "target_waktu": one}
    group = Kelompok(kode="I", judul=one, aksi=(Aksi(kode="I.1", **cells), Aksi(kode="I.2", target_capaian=two, **cells)))
    plan = RencanaAksi(tahun=2030, judul=judul, kelompok=(group, group))
    assert RencanaAksi.model_validate(read(plan_file(2030, plan_yaml(2030, judul, plan.kelompok), "a\nb.xlsx"))) == plan


def test_looks_like_the_file_written_by_hand(data: Data) -> None:
    """This year's plan written anew is its file without notes and short names, line by line."""
    plan = data.tahun[-1].rencana_aksi
    by_hand = (TABALONG / "data" / plan.path).read_text(encoding="utf-8").splitlines()
    written = plan_yaml(plan.isi.tahun, plan.isi.judul, plan.isi.kelompok).splitlines()
    kept, skipping = [], 0
    for line in by_hand[by_hand.index(f"tahun: {plan.isi.tahun}") :]:
        indent = len(line) - len(line.lstrip())
        if skipping and (indent > skipping or not line):
            continue
        skipping = indent if line.strip().startswith(("singkat:", "catatan:")) else 0
        kept += [] if skipping else [line]
    assert [line for line in written if line] == [line for line in kept if line]


def test_skeletons_say_what_is_missing() -> None:
    """A new year's files are YAML that names its year and holds nothing else; a new office's file holds its four facts."""
    basis = basis_file(2030, DITETAPKAN)
    assert basis
    decree, plan = read(basis[1]), read(plan_file(2030, None, ""))
    assert basis_file(2030, TANPA) is None
    assert isinstance(decree, dict)
    assert {key: value for key, value in decree.items() if value and not isinstance(value, tuple | dict)} == {"tahun": 2030}
    assert plan == {"tahun": 2030, "judul": None, "kelompok": None}
    office = {"kantor": "KPU: Uji", "kantor_lengkap": "Komisi #1", "provinsi": "Uji", "zona_waktu": "WIT"}
    situs = Situs.model_validate(read(office_file(packs_of(("nasional", "kpu")), **office)))
    assert situs.model_dump(mode="json", include=set(office)) == office


def test_a_plan_without_a_title() -> None:
    """Above which no title is printed, a plan is called what it is, so that it can be read."""
    assert plan_yaml(2030, "", ()).splitlines()[1] == "judul: Rencana aksi 2030"
