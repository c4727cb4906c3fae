"""Packs: each whole by itself, joined in the office's order, and an office's own entry in a pack's place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from small.office_data import row, write_kantor
from support.zi_command import ROOT
from zona.findings.judge import judge
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.load import Data, load_data
from zona.records.paket.joined_lists import ListReader
from zona.records.paket.paket import pack_heads, packs_of
from zona.records.pengaduan.pengaduan import Masuk, PengaduanBulan
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings, faults

PACKS = [(name,) if name == "nasional" else ("nasional", name) for name in pack_heads()]


def office(root: Path, *packs: str, **files: object) -> Path:
    """An office with these packs, and these files of its own beside; its data folder."""
    data = write_kantor(root / "data", {2026: [row("I.1"), row("I.2")]})
    situs = data / "situs.yml"
    situs.write_text(f"{situs.read_text(encoding='utf-8')}paket: [{', '.join(packs)}]\n", encoding="utf-8")
    for name, value in files.items():
        (data / f"{name}.yml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return data


def loaded(data: Path) -> Data:
    return load_data(data)


def problems(data: Path) -> list[str]:
    with pytest.raises(DataError) as raised:
        load_data(data)
    return [str(item) for item in raised.value.problems]


@pytest.mark.parametrize("packs", PACKS)
def test_each_pack_is_whole(tmp_path: Path, packs: tuple[str, ...]) -> None:
    """An office that has no file of its own has places to report, rules, and the situations that lead there, with each pack."""
    data = loaded(office(tmp_path, *packs))
    assert data.kanal
    assert data.lapor
    assert data.dasar_hukum
    assert [item.kunci for item in data.kanal.isi.kanal][:4] == ["kantor", "ppid-kantor", "upg-kantor", "wbs-kantor"]
    assert {item.pemilik for item in data.kanal.isi.kanal if item.milik_kantor} == {data.situs.isi.kantor}
    assert len(data.lapor.isi.situasi) >= 6
    assert data.paket == packs_of(packs)


@pytest.mark.parametrize("packs", PACKS)
def test_nothing_in_a_pack_is_confirmed(tmp_path: Path, packs: tuple[str, ...]) -> None:
    """No pack says that an office tried a number or confirmed a rule; a value of an office's own is not known to a pack."""
    data = loaded(office(tmp_path, *packs))
    assert data.kanal
    assert data.lapor
    assert data.dasar_hukum
    entries = (*data.kanal.isi.kanal, *data.lapor.isi.situasi, *data.dasar_hukum.isi.aturan)
    assert not [item.kunci for item in entries if item.diperiksa]
    own = [item for item in data.kanal.isi.kanal if item.milik_kantor]
    assert not [item.kunci for item in own if any(cara.nilai for cara in item.cara)]


def test_a_later_pack_says_anew_only_what_it_says(tmp_path: Path) -> None:
    """Of an entry that both have, a later pack's values stand, and those that it leaves out are the earlier pack's; the entry
    stays where the earlier pack has it."""
    general, own = (loaded(office(tmp_path / "-".join(packs), *packs)).kanal for packs in PACKS[:2])
    assert general
    assert own
    old, new = (next(item for item in source.isi.kanal if item.kunci == "kpk") for source in (general, own))
    assert old.bukan_untuk != new.bukan_untuk
    assert (old.cara, old.untuk) == (new.cara, new.untuk)
    keys = [item.kunci for item in general.isi.kanal]
    assert [item.kunci for item in own.isi.kanal][: len(keys)] == keys


def test_what_a_pack_leaves_out_is_that_of_the_packs_before_it(tmp_path: Path) -> None:
    """The same pack after another one takes over that one's values, also when both are read one after the other."""
    rule = {"kunci": "uu-1-2026", "bentuk": "Undang-Undang", "nomor": "1", "tahun": 2026, "tentang": "Uji", "alamat": None}
    files = {name: {"aturan": [rule | {"keadaan": "berlaku", "catatan": name}]} for name in ("a", "b")}
    files["c"] = {"aturan": [{"kunci": "uu-1-2026", "tentang": "Uji bersama"}]}
    for name, value in files.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "dasar-hukum.yml").write_text(yaml.safe_dump(value), encoding="utf-8")
    for first in ("a", "b"):
        packs = [FileReader(tmp_path / name, f"paket/{name}") for name in (first, "c")]
        own = FileReader(tmp_path, "data")
        found = ListReader(own, packs).read("dasar-hukum.yml", "aturan", DasarHukum, Surroundings())
        assert own.problems == []
        assert found
        assert [(item.tentang, item.catatan) for item in found.isi.aturan] == [("Uji bersama", first)]


def test_an_offices_own_entry_takes_a_packs_place(tmp_path: Path) -> None:
    """As a whole, where the pack's stands: what it leaves out is not the pack's. Its lines are those of the office's file."""
    mine = {"kunci": "kpk", "nama": "KPK", "pemilik": "KPK", "untuk": ["Uji."], "cara": [{"jenis": "telepon", "nilai": "198"}]}
    more = {"kunci": "loket", "nama": "Loket", "pemilik": "Kami", "untuk": ["Uji."], "cara": [{"jenis": "alamat"}]}
    entries = [mine | {"sumber": ["https://kpk.go.id"]}, more | {"milik_kantor": True}]
    data = loaded(office(tmp_path, "nasional", kanal={"kanal": entries}))
    assert data.kanal
    keys = [item.kunci for item in data.kanal.isi.kanal]
    place = keys.index("kpk")
    assert (keys[place - 1], keys[-1]) == ("ombudsman", "loket")
    assert data.kanal.isi.kanal[place].dasar_hukum == ()
    assert str(data.kanal.line("data", f"kanal.{place}.nama").path) == "data/kanal.yml"
    assert data.kanal.line("data", f"kanal.{place - 1}.nama").path == "paket/nasional/kanal.yml"


def test_an_own_rule_may_be_changed_by_a_packs(tmp_path: Path) -> None:
    """What an office writes may name keys of packs; a key that nobody has is a problem of the office's file."""
    rule = {"kunci": "kep-1", "bentuk": "Keputusan", "nomor": "1", "tahun": 2020, "keadaan": "diubah", "oleh": ["uu-20-2001"]}
    assert loaded(office(tmp_path / "a", "nasional", **{"dasar-hukum": {"aturan": [rule]}}))
    wrong = {"aturan": [rule | {"oleh": ["uu-99-2001"]}]}
    (told,) = problems(office(tmp_path / "b", "nasional", **{"dasar-hukum": wrong}))
    assert told.startswith("data/dasar-hukum.yml:8: kunci “uu-99-2001” tidak ada dalam dasar-hukum.yml")


def test_packs_that_are_not_there(tmp_path: Path) -> None:
    """A pack is named as it is called, behind those that it builds on."""
    assert problems(office(tmp_path / "a", "nasionall")) == [
        "data/situs.yml:5: paket “nasionall” tidak ada; maksud Anda “nasional”?"
    ]
    (told,) = problems(office(tmp_path / "b", "kpu", "nasional"))
    assert told == "data/situs.yml:5: paket “kpu” memerlukan paket “nasional”; tulis nasional di depannya"


def test_an_office_without_packs_is_as_before(tmp_path: Path) -> None:
    """It has what its own files say, no deadline for cards, and the categories that there were before packs."""
    data = loaded(office(tmp_path))
    assert (data.kanal, data.lapor, data.dasar_hukum, data.paket.kartu_spip) == (None, None, None, None)
    assert {"layanan", "kode_etik", "tahapan_pemilu", "data_pemilih", "lainnya"} <= data.paket.kategori.keys()
    assert judge(data, date(2026, 11, 24)).tanggal_kirim is None


def test_categories_are_a_closed_list() -> None:
    """A month's counts name categories of the office's packs and no others, so that no name can get in as one."""
    month = PengaduanBulan.model_construct(masuk=Masuk(kanal={"kantor": 1}, kategori={"kode_etik": 1}))
    for packs, told in ((("nasional",), 1), (("nasional", "kpu"), 0)):
        around = Surroundings(kunci={"kategori": tuple(packs_of(packs).kategori)})
        found = [item.words for item in faults(month, around) if item.words.startswith("kategori")]
        assert len(found) == told


def test_no_pack_names_a_row() -> None:
    """What packs say holds for any plan: no file of theirs, no question and no template names a row by its code."""
    folders = [ROOT / "hooks" / "zona" / name for name in ("packs", "outputs/answers", "drawing", "templates")]
    kinds = ("yml", "md", "html", "typ", "svg")
    shared = [path for folder in folders for kind in kinds for path in folder.rglob(f"*.{kind}")]
    texts = {path: path.read_text(encoding="utf-8") for path in shared}
    assert len(texts) > 50
    assert [path for path, text in texts.items() if re.search(r"\b[IVX]+\.[0-9]+(\.[a-z])?\b", text)] == []
