"""Forms of the office's data files: what they ask, what is typed, what is told, what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small.desk_office import SHARED, TODAY
from zona.desk.forms.channel_tries import TRIED, with_tries
from zona.desk.forms.form_fields import FieldKind, FormField, fields_of
from zona.desk.forms.office_form import answer, differences, is_kept_here, open_form
from zona.desk.office import Office
from zona.problems import NotTaken
from zona.records.load import MODELS

KEPT = {name: model for name, model in MODELS.items() if is_kept_here(name) or is_kept_here(f"2026/{name}")}
KEPT |= {"survei": MODELS["survei"]}
LAPORAN = [name for name in KEPT if is_kept_here(f"2026/{name}") and name != "dasar.yml"]  # the sample has a decree


def each_field(fields: tuple[FormField, ...]) -> Iterator[FormField]:
    for item in fields:
        yield item
        yield from each_field(item.fields)


@pytest.mark.parametrize("name", sorted(KEPT))
def test_every_field_has_words(name: str) -> None:
    """Every key of every model that is kept here is a field with a label and a help in Indonesian, without words of YAML."""
    fields = list(each_field(fields_of(KEPT[name], {})))
    assert [item.key for item in fields_of(KEPT[name], {})] == list(KEPT[name].model_fields)
    said = " ".join(str(KEPT[name].model_json_schema()).split("'"))
    for item in fields:
        assert item.label[0].isupper()
        assert "_" not in item.label
        assert item.help or item.choices or item.label.casefold() + "." in said.casefold()
        for word in ("true", "false", "tahun-bulan-hari", "tanda kutip", "sampai: …"):
            assert word not in item.help


def test_which_files_have_forms(contoh: Office) -> None:
    """Of the sample office's files, all have a form but the plan, the decree, records and releases."""
    found = [path.relative_to(contoh.root).as_posix() for path in sorted(contoh.root.rglob("*.yml"))]
    other = {path for path in found if not is_kept_here(path) and "/capaian/" not in path and "/pengaduan/" not in path}
    assert other == {"2026/keputusan.yml", "2026/rencana-aksi.yml"}
    for path in ("../situs.yml", "2026/survei/../situs.yml", "2025/gratifikasi.yml", "2026/capaian/x.yml", "/etc/passwd", ""):
        with pytest.raises(NotTaken):
            open_form(contoh, path)


@pytest.mark.parametrize("path", [
    "situs.yml", "kanal.yml", "lapor.yml", "dasar-hukum.yml", "hari-libur.yml", *(f"2026/{name}" for name in LAPORAN),
    "2026/survei/ikm.yml", "2026/survei/spak.yml", "2026/survei/spkp.yml",
])  # fmt: skip
def test_sending_what_stands_there_changes_nothing(path: str, contoh: Office) -> None:
    """A form sent as it was opened, with the line ends of browsers, makes the same bytes: no line is another."""
    form = open_form(contoh, path)
    typed = {name: text.replace("\n", "\r\n") for name, text in form.texts.items()}
    answered = answer(contoh, form, typed)
    assert answered.problems == {}
    assert answered.content == form.raw
    assert differences(form, form.texts) == []


@pytest.mark.usefixtures("shared_contoh")
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_text_typed_anywhere_is_answered(data: st.DataObject) -> None:
    """Whatever is typed into whatever field: either the file says so and nothing but its line is another, or a sentence is
    told; never an exception, and what was typed comes back."""
    (office,) = SHARED
    path = data.draw(st.sampled_from(["situs.yml", "2026/spip.yml", "2026/survei/ikm.yml", "2026/layanan.yml"]))
    form = open_form(office, path)
    name = data.draw(st.sampled_from(sorted(form.texts)))
    words = ["1.250", "0", "31", "ya", "https://contoh.go.id/x", "# a: b"]
    text = data.draw(st.one_of(st.text(max_size=60), st.sampled_from(words)))
    answered = answer(office, form, form.texts | {name: text})
    assert answered.typed[name] == text
    if answered.content is None:
        assert all(said for found in answered.problems.values() for said in found)
        assert answered.problems
    else:
        before, after = form.raw.splitlines(), answered.content.splitlines()
        kept = [line for line in before if line in after]
        assert len(before) - len(kept) <= 8  # the value's own lines, and the day of the change


def test_a_change_is_dated(shared_contoh: Office) -> None:
    """A report that says something else has the day of the change; all other lines stay."""
    form = open_form(shared_contoh, "2026/spip.yml")
    answered = answer(shared_contoh, form, form.texts | {"risiko.2.pengendalian": "Pendataan mingguan."})
    lines = form.raw.decode().replace("diperbarui: 2026-11-12", "diperbarui: 2026-11-26")
    lines = lines.replace(
        "    unit_kerja: Subbagian contoh tiga\n",
        "    unit_kerja: Subbagian contoh tiga\n    pengendalian: Pendataan mingguan.\n",
    )
    assert (answered.content or b"").decode() == lines


def test_rows_come_and_go(shared_contoh: Office) -> None:
    """A row that is ticked goes, a filled row below the last comes, an empty one does not; the others keep their lines."""
    form = open_form(shared_contoh, "2026/gratifikasi.yml")
    typed = form.texts | {"rekap.1.hapus": "ya", "rekap.7.periode": "2026-07", "rekap.7.ditolak": "0", "rekap.8.periode": " "}
    answered = answer(shared_contoh, form, typed)
    assert answered.problems == {}
    text = form.raw.decode().replace("2026-11-06", "2026-11-26")
    text = text.replace('  - {periode: "2026-04", ditolak: 1, diterima: 1, dilaporkan_upg: 2, dilaporkan_kpk: 1}\n', "")
    assert (answered.content or b"").decode() == text + '  - {periode: "2026-07", ditolak: 0}\n'


def test_a_role_ends(shared_contoh: Office) -> None:
    """A role gets its last day by a form, and one that has ended can go on."""
    form = open_form(shared_contoh, "situs.yml")
    typed = {f"peran.3.sampai.{part}": text for part, text in (("hari", "30"), ("bulan", "11"), ("tahun", "2026"))}
    typed = form.texts | typed | dict.fromkeys((f"peran.4.sampai.{part}" for part in ("hari", "bulan", "tahun")), "")
    text = form.raw.decode().replace("  - Ketua Contoh\n", "  - nama: Ketua Contoh\n    sampai: 2026-11-30\n")
    text = text.replace("  - nama: Koordinator Contoh\n    sampai: 2026-06-30\n", "  - Koordinator Contoh\n")
    assert (answer(shared_contoh, form, typed).content or b"").decode() == text


def test_trying_a_way_confirms_it(shared_contoh: Office) -> None:
    """A tick dates the way; when every way with a number was tried the channel is confirmed, since the oldest of them. What is
    changed and not tried takes the confirmation away."""
    form = open_form(shared_contoh, "kanal.yml", ("kanal", 0))
    ticks = {f"cara.{at}.{TRIED}": "ya" for at in range(4)}

    def said(**typed: str) -> dict[str, Any]:
        texts = {key: text for key, text in form.texts.items() if "dicoba" not in key and "diperiksa" not in key}
        sent = with_tries(form, texts | typed, TODAY)
        answered = answer(shared_contoh, form, sent)
        assert answered.problems == {}
        part: dict[str, Any] = answered.wanted["kanal"].items[0]
        return {
            "diperiksa": part.get("diperiksa", date(2026, 11, 19)),
            **{f"{at}": row.get("dicoba") for at, row in part["cara"].items.items()},
        }

    assert said() == {"diperiksa": date(2026, 11, 19), "0": None, "1": None, "2": None, "3": None}
    assert said(**{f"cara.0.{TRIED}": "ya"}) == {"diperiksa": date(2026, 11, 19), "0": TODAY, "1": None, "2": None, "3": None}
    assert said(**ticks) == {
        "diperiksa": TODAY,
        "0": TODAY,
        "1": TODAY,
        "2": None,
        "3": TODAY,
    }  # nobody can try what is unknown
    assert said(**{"cara.1.nilai": "baru@contoh.example.org"})["diperiksa"] is None
    found = said(**ticks, **{"cara.1.nilai": "baru@contoh.example.org"})
    assert (found["diperiksa"], found["1"]) == (TODAY, TODAY)


def test_kinds() -> None:
    """Each kind of value is asked in its way."""
    kinds = {item.kind for model in KEPT.values() for item in each_field(fields_of(model, {}))}
    assert kinds == set(FieldKind)
