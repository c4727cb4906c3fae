"""A month of complaints by the form: true counts stay beside the data folder, sums are compared, and what becomes public is
explained."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small.desk_office import office_at
from small.office_data import row, write_kantor
from support.same_tree import sums
from zona.desk.forms.month_form import answer_month, open_month, save_month
from zona.desk.forms.release_words import HIDDEN, SMALL, counts_shown
from zona.desk.forms.save_form import ChangedMeanwhile
from zona.desk.forms.write_releases import write_releases
from zona.desk.office import Office
from zona.problems import NotTaken
from zona.records.load import load_data
from zona.records.reading.data_error import DataError
from zona.release.complaint_files import read_complaints

DAY = date(2031, 4, 2)
FIRST = {
    "kanal.kantor": "4", "kanal.uji": "6", "kategori.layanan": "9", "kategori.sarana": "1", "sisa_bulan_lalu": "5",
    "tidak_ditindaklanjuti": "2", "selesai": "7", "lama_selesai": "1 2 3 4 5 6 30", "dicatat_oleh": "Tim Uji",
    "tindak_lanjut": "Papan alur dipasang.\r\nJam layanan ditulis.",
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with two channels and no complaints yet."""
    root = write_kantor(tmp_path / "data", {2031: [row("I.1")]}, situs={"peran": ["Tim Uji"]})
    keys = "".join(f"  - {{kunci: {key}, nama: Saluran {key}, milik_kantor: {own}, {REST}}}\n" for key, own in CHANNELS)
    (root / "kanal.yml").write_text(f"kanal:\n{keys}", encoding="utf-8")
    return office_at(root, DAY)


CHANNELS = (("uji", "false"), ("kantor", "true"))
REST = 'pemilik: Uji, untuk: [Uji.], cara: [{jenis: alamat}], sumber: ["https://contoh.example.org/uji"]'


def filled(office: Office, bulan: str, **typed: str) -> None:
    """A month, filled in and saved."""
    form = open_month(office, bulan)
    answered = answer_month(office, form, FIRST | {key.replace("__", "."): text for key, text in typed.items()})
    assert answered.problems == {}
    assert answered.content is not None
    save_month(office, form, answered.content)


def test_a_first_month(office: Office) -> None:
    """A month's counts are written beside the data folder and nowhere else, what follows from them is worked out, and the next
    month begins with what it left."""
    before = sums(office.root)
    form = open_month(office, "2031-01")
    assert (list(form.kanal), form.sisa, form.raw) == (["kantor", "uji"], None, b"")
    answered = answer_month(office, form, FIRST)
    assert answered.counts["harus_ditindaklanjuti"] == 5 + 10 - 2
    filled(office, "2031-01")
    text = (office.root.parent / "data-tertutup/2031/pengaduan/01.yml").read_text(encoding="utf-8")
    first = "# yaml-language-server: $schema=../../../data/skema/pengaduan-tertutup.json\n# Angka pengaduan sebenarnya: tetap"
    assert text.startswith(first)
    (month,) = read_complaints(office.root, "data").raw
    isi = month.isi
    assert (isi.masuk.jumlah, isi.harus_ditindaklanjuti, isi.selesai, isi.diproses) == (10, 13, 7, 6)
    assert isi.lama_selesai == (1, 2, 3, 4, 5, 6, 30)
    assert isi.tindak_lanjut == ("Papan alur dipasang.", "Jam layanan ditulis.")
    assert sums(office.root) == before
    following = open_month(office, "2031-02")
    assert following.sisa == 6
    assert "sisa_bulan_lalu" not in following.texts


def told(office: Office, **typed: str) -> dict[str, tuple[str, ...]]:
    form = open_month(office, "2031-01")
    answered = answer_month(office, form, FIRST | {key.replace("__", "."): text for key, text in typed.items()})
    assert (answered.content is None) == bool(answered.problems)
    return dict(answered.problems)


def test_sums_that_differ_are_told(office: Office) -> None:
    """Both ways of counting what came in are compared, and how to mend it is said; so are stages that go below nothing."""
    assert told(office, kategori__layanan="8") == {
        "kategori": (
            "Menurut saluran 10, menurut perihal 9. Selisih 1. Tambahkan 1 pada perihalnya, atau kurangi 1 pada salurannya.",
        )
    }
    (said,) = told(office, kanal__uji="4")["kategori"]
    assert said.startswith("Menurut saluran 8, menurut perihal 10. Selisih 2. Tambahkan 2 pada salurannya")
    assert list(told(office, selesai="14")) == ["selesai"]
    assert list(told(office, tidak_ditindaklanjuti="16")) == ["tidak_ditindaklanjuti"]
    assert list(told(office, lama_selesai="1 2")) == ["lama_selesai"]
    assert list(told(office, dicatat_oleh="")) == ["dicatat_oleh"]
    assert told(office, kanal__uji="enam") == {
        "kanal.uji": ("“enam” bukan bilangan bulat; tulis banyaknya dengan angka, misalnya 3",)
    }
    assert "tampaknya ada nomor telepon" in told(office, catatan="Hubungi 0812 3456 7890.")["catatan"][0]
    assert "menyebut banyaknya" in told(office, tindak_lanjut="Menjawab 3 pengaduan.")["tindak_lanjut"][0]


def test_a_month_without_any(office: Office) -> None:
    """A month in which nothing came in is a month, too."""
    nothing = dict.fromkeys(FIRST, "") | {"dicatat_oleh": "Tim Uji"}
    form = open_month(office, "2031-01")
    answered = answer_month(office, form, nothing)
    assert answered.problems == {}
    save_month(office, form, answered.content or b"")
    (month,) = read_complaints(office.root, "data").raw
    assert (month.isi.masuk.jumlah, month.isi.diproses) == (0, 0)


def test_what_is_no_month(office: Office, tmp_path: Path) -> None:
    """What is no month, has not begun, or lies in a year without a plan is refused in words; so is a file that can't be read,
    and an office that has no channels to count by."""
    for bulan in ("2031-13", "../x", "2031-05", "2030-12"):
        with pytest.raises(NotTaken):
            open_month(office, bulan)
    broken = office.root.parent / "data-tertutup/2031/pengaduan/01.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text("bulan: [", encoding="utf-8")
    with pytest.raises(NotTaken, match="Januari 2031 belum bisa dibuka"):
        open_month(office, "2031-01")
    other = office_at(write_kantor(tmp_path / "lain" / "data", {2031: [row("I.1")]}), DAY)
    with pytest.raises(NotTaken, match="daftar saluran belum ada"):
        open_month(other, "2031-01")


def test_a_change_keeps_the_file(office: Office) -> None:
    """Another count changes its line and those that follow from it; comments stay, and nothing of another hand is lost."""
    filled(office, "2031-01")
    path = office.root.parent / "data-tertutup/2031/pengaduan/01.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("selesai: 7\n", "selesai: 7  # menurut buku\n"), encoding="utf-8")
    form = open_month(office, "2031-01")
    assert form.texts["kanal.uji"] == "6"
    answered = answer_month(office, form, form.texts | {"selesai": "6", "lama_selesai": ""})
    save_month(office, form, answered.content or b"")
    text = path.read_text(encoding="utf-8")
    assert "selesai: 6  # menurut buku\n" in text
    assert "diproses: 7\n" in text
    with pytest.raises(ChangedMeanwhile):
        save_month(office, form, b"x")
    assert path.read_text(encoding="utf-8") == text


def test_months_hang_together(office: Office) -> None:
    """A month whose rest the next one began with can't be changed alone: that file is named, and nothing changes."""
    filled(office, "2031-01")
    filled(office, "2031-02")
    form = open_month(office, "2031-01")
    answered = answer_month(office, form, form.texts | {"selesai": "6", "lama_selesai": ""})
    with pytest.raises(DataError, match="sisa bulan lalu 6, padahal pada akhir Januari 2031 masih diproses 7"):
        save_month(office, form, answered.content or b"")
    assert form.place.read_bytes() == form.raw


def test_what_was_released_stays(office: Office) -> None:
    """A month that contradicts its release is not saved; the sentence says what to do instead."""
    filled(office, "2031-01")
    write_releases(office.root, "data", read_complaints(office.root, "data").missing_releases(DAY), contoh=False)
    form = open_month(office, "2031-01")
    answered = answer_month(
        office, form, form.texts | {"kanal.uji": "8", "kategori.layanan": "11", "selesai": "9", "lama_selesai": ""}
    )
    with pytest.raises(DataError, match="yang sudah terbit tidak diubah"):
        save_month(office, form, answered.content or b"")
    assert form.place.read_bytes() == form.raw


def test_what_becomes_public_is_explained(office: Office) -> None:
    """Beside each true count stands what will be public; a small one says why it is hidden, and one that would give it away
    shows the sum by which. What is written is what was shown, and the data are good."""
    filled(office, "2031-01")
    files = read_complaints(office.root, "data")
    (rilis,) = files.missing_releases(DAY)
    shown = {item.judul: item for item in counts_shown(files.raw[0].isi, rilis)}
    assert [item.isian for item in shown.values()] == [5, 10, 2, 13, 7, 6]
    small, hidden = shown["Tidak ditindaklanjuti"], [item for item in shown.values() if item.terbit == "ditahan"]
    assert (small.terbit, small.mengapa) == ("<5", SMALL)
    assert [item.mengapa for item in hidden] != []
    assert "bisa dihitung: 5 + 10 − 13 = 2." in " ".join(item.mengapa for item in hidden)
    assert all(item.mengapa == HIDDEN or "bisa dihitung" in item.mengapa for item in hidden)
    assert all(item.mengapa == "" and item.terbit == str(item.isian) for item in shown.values() if item.terbit.isdecimal())
    write_releases(office.root, "data", [rilis], contoh=False)
    (month,) = load_data(office.root).tahun[0].pengaduan
    assert month.isi == rilis
    with pytest.raises(NotTaken, match="baru saja ditulis orang lain"):
        write_releases(office.root, "data", [rilis], contoh=False)
