"""Forms saved: wholly or not at all, and over nothing that somebody else wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small.desk_office import office_at, told
from small.office_data import row, write_kantor
from zona.desk.forms.office_form import answer, open_form
from zona.desk.forms.save_form import ChangedMeanwhile, save_file
from zona.desk.office import Office
from zona.records.reading.data_error import DataError


def test_saving(contoh: Office) -> None:
    """What is saved stands in the file; nothing is left beside it."""
    form = open_form(contoh, "kanal.yml", ("kanal", 0))
    answered = answer(contoh, form, form.texts | {"jam": "Senin–Kamis"})
    names = sorted(path.name for path in contoh.root.iterdir())
    save_file(contoh, form.path, form.raw, answered.content or b"")
    assert (contoh.root / "kanal.yml").read_bytes() == form.raw.replace(
        "  jam: Senin sampai Jumat, 08.00–16.00 (CONTOH)".encode(), "  jam: Senin–Kamis".encode(), 1
    )
    assert sorted(path.name for path in contoh.root.iterdir()) == names


def test_nothing_of_somebody_else_is_overwritten(contoh: Office) -> None:
    """Whoever saves a file that was changed meanwhile gets both texts, and the file stays as the other wrote it."""
    form = open_form(contoh, "situs.yml")
    answered = answer(contoh, form, form.texts | {"provinsi": "Provinsi Baru"})
    theirs = form.raw + b"# dari rekan\n"
    (contoh.root / "situs.yml").write_bytes(theirs)
    with pytest.raises(ChangedMeanwhile) as raised:
        save_file(contoh, form.path, form.raw, answered.content or b"")
    assert (raised.value.theirs, raised.value.ours) == (theirs, answered.content)
    assert (contoh.root / "situs.yml").read_bytes() == theirs


def test_what_would_break_other_files_is_put_back(contoh: Office) -> None:
    """A key that other files name can't be changed alone: the data as a whole would not be good, and the file is as it was."""
    situs = contoh.root / "situs.yml"  # without packs, which have that key too
    situs.write_text(situs.read_text(encoding="utf-8").replace("paket: [nasional, kpu]\n", ""), encoding="utf-8")
    form = open_form(contoh, "kanal.yml", ("kanal", 0))
    answered = answer(contoh, form, form.texts | {"kunci": "lain"})
    assert answered.problems == {}
    with pytest.raises(DataError, match="kunci “kantor” tidak ada dalam"):
        save_file(contoh, form.path, form.raw, answered.content or b"")
    assert (contoh.root / "kanal.yml").read_bytes() == form.raw


UNSUR = ("diskriminasi", "kecurangan", "imbalan", "pungli", "percaloan")
FIRST_SURVEY = {
    "dicatat_oleh": "Tim Uji", "jenis": "spak", "judul": "Survei: uji", "aksi": "I.1", "metode": "Semua tamu.",
    "responden": "20", "tanggal_mulai.hari": "3 Februari 2031", "tanggal_selesai.hari": "4", "tanggal_selesai.bulan": "2",
    "tanggal_selesai.tahun": "2031",
    **{f"nilai.{at}.unsur": key for at, key in enumerate(UNSUR)},
    **{f"nilai.{at}.jawaban": "0 0 0 0 10 10" for at in range(5)},
}  # fmt: skip


def test_the_first_survey_of_another_office(tmp_path: Path) -> None:
    """An office without any survey makes its first by the form, at the right place with the right first lines; the loader
    takes it."""
    root = write_kantor(tmp_path / "data", {2031: [row("I.1")]}, situs={"peran": ["Tim Uji"]})
    office = office_at(root, date(2031, 3, 4))
    form = open_form(office, "2031/survei/spak.yml")
    assert (form.raw, form.old) == (b"", {})
    typed = FIRST_SURVEY
    answered = answer(office, form, typed)
    assert answered.problems == {}
    save_file(office, form.path, form.raw, answered.content or b"")
    text = (root / "2031/survei/spak.yml").read_text()
    assert text.startswith(
        "# yaml-language-server: $schema=../../skema/survei.json\ntahun: 2031\ndiperbarui: 2031-03-04\ndicatat_oleh: Tim Uji\n"
    )
    (survei,) = office.load().tahun[0].survei
    assert (survei.isi.judul, survei.isi.nilai[4].jawaban) == ("Survei: uji", (0, 0, 0, 0, 10, 10))
    empty = told(office, "2031/survei/ikm.yml")
    missing = {name for name, said in empty.items() if said == ("belum diisi",)}
    assert missing == {"dicatat_oleh", "jenis", "judul", "aksi", "tanggal_mulai", "tanggal_selesai", "metode", "responden"}
    assert empty.keys() - missing == {"nilai"}
