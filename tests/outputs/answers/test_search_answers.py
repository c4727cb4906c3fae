"""What the search answers is computed from the office's data; what an office has no data or no page for is not answered."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import KANAL, write_informasi
from small.office_data import row, write_kantor
from small.records import write_yaml
from support.zi_command import LAIN, TABALONG
from zona.findings.judge import judge
from zona.outputs.answers.answer import questions
from zona.outputs.answers.answers_file import PENJAWAB
from zona.outputs.present import present
from zona.records.informasi.prosa import PROSA
from zona.records.load import load_data

pytestmark = pytest.mark.lambat

DAY = date(2026, 11, 24)


def site(data: Path, day: date = DAY, **prose: Path) -> tuple[dict[str, Any], set[str]]:
    """What an office's site answers from, and its pages' addresses."""
    files = {file.path: file for file in present(judge(load_data(data, **prose), day))}
    (name,) = (path for path in files if path.startswith("aset/jawaban."))
    return json.loads(files[name].read()), {path.removesuffix("index.html") for path in files if path.endswith("index.html")}


def by_question(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The answers by each of their questions."""
    return {question: item for item in found["jawaban"] for question in item["tanya"]}


@pytest.fixture
def small(tmp_path: Path) -> dict[str, dict[str, Any]]:
    """The answers of an office with a channel of another body, one of its own, a situation and a page of prose."""
    text = "Lapor [[kantor]] [[s:satu]].\n\n## Apa itu WBS?\n\nWBS adalah **jalur** [uji](../lapor/) [[s:satu]]. Titik.\n"
    own = {"kunci": "kantor", "nama": "Pengaduan kami", "milik_kantor": True, "cara": [{"jenis": "alamat", "nilai": None}]}
    data, prosa = write_informasi(tmp_path, kanal=[KANAL, KANAL | own], isi=text)
    (prosa / "uji.md").rename(prosa / "wbs.md")
    return by_question(site(data, prosa=prosa)[0])


def test_every_key_is_known() -> None:
    """Each question of questions.yml has a function that answers it, and each function a question."""
    assert set(questions()["hitung"]) == set(PENJAWAB)


def test_no_question_twice() -> None:
    """No two computed answers are asked for by the same words."""
    asked = [text for texts in questions()["hitung"].values() for text in texts]
    assert sorted({text for text in asked if asked.count(text) > 1}) == []


def test_late_is_counted(tmp_path: Path) -> None:
    """Late promises are counted as of the day, with the longest first; none is said as such."""
    write_kantor(tmp_path, {2026: [row("I.1", "Januari"), row("I.2", "Maret")]})
    said = by_question(site(tmp_path)[0])["siapa yang terlambat"]
    assert said["kalimat"].startswith("2 janji dari 2 aksi lewat tenggat. Paling lama I.1 (")
    assert said["kalimat"].endswith("297 hari. Belum dilaporkan bukan berarti belum dikerjakan.")
    early = by_question(site(tmp_path, date(2026, 1, 10))[0])["siapa yang terlambat"]
    assert early["kalimat"] == "Tidak ada janji 2026 yang lewat tenggat per 10 Januari 2026."


def test_whom_to_call(small: dict[str, dict[str, Any]]) -> None:
    """A situation is answered with its channel's number, which a tap calls; a channel by its name."""
    assert small["Saya dimintai uang"]["kalimat"] == "Hubungi Saluran Uji: telepon 198."
    assert small["Saya dimintai uang"]["hubungi"] == ["Telepon 198", "tel:198"]
    assert small["Saluran Uji"]["ke"] == "kanal/#uji"


def test_what_is_not_filled_in(small: dict[str, dict[str, Any]]) -> None:
    """An address that the office has not filled in is said to be that, with the way that there is."""
    said = small["alamat"]
    assert said["kalimat"] == "Alamat kami belum diisi. Yang ada: Saluran Uji: telepon 198."
    assert said["ke"] == "kanal/#kantor"


def test_prose_answers_in_its_own_words(small: dict[str, dict[str, Any]]) -> None:
    """A sentence of a page of prose stands without its marks, and leads to its heading."""
    said = small["wbs"]
    assert (said["kalimat"], said["ke"]) == ("WBS adalah jalur uji.", "wbs/#apa-itu-wbs")


def test_items_of_the_lke(tmp_path: Path) -> None:
    """What is asked about the LKE is answered with the counts of the newest year that is mapped, and leads to its page."""
    write_kantor(tmp_path, {2026: [row("I.1")], 2027: [row("I.1")]})
    assert "nilai lke" not in by_question(site(tmp_path)[0])
    entry = {"butir": "A.1.I.i.a", "baris": ["I.1"], "hubungan": "langsung", "alasan": "Uji."}
    write_yaml(tmp_path / "2026" / "lke.yml", {"tahun": 2026, "pemetaan": [entry]})
    said = by_question(site(tmp_path)[0])["bukti per butir"]
    assert (said["kalimat"], said["ke"]) == (
        "Dari 110 butir LKE 2026, 0 punya bukti terverifikasi dan 109 belum ada barisnya dalam rencana kami. "
        "Kami tidak menghitung nilai.",
        "lke/2026/",
    )


def test_lke_without_a_mapping() -> None:
    """Where nothing is mapped, the answer is what the page about the plan says of what the plan does not have."""
    data = load_data(TABALONG / "data", prosa=TABALONG / PROSA)
    unmapped = judge(replace(data, tahun=tuple(replace(year, lke=None) for year in data.tahun)), DAY)
    said = PENJAWAB["lke"](unmapped)
    assert said
    assert said.ke == "tim/#yang-tidak-ada-dalam-rencana-ini"


def test_office_without_any_of_it(tmp_path: Path) -> None:
    """An office without channels, prose or surveys answers what it has, and leads to no page that it does not have."""
    data = shutil.copytree(LAIN / "data", tmp_path / "data")
    situs = (data / "situs.yml").read_text(encoding="utf-8")
    (data / "situs.yml").write_text(situs.replace("paket: [nasional]\n", ""), encoding="utf-8")
    found, there = site(data, date(2031, 5, 20))
    assert {item["ke"].partition("#")[0] for item in found["jawaban"]} <= there
    assert found["lapor"] == ""
    asked = set(by_question(found))
    assert "siapa yang terlambat" in asked
    assert set(found["contoh"]) <= asked
    assert not asked & {"alamat", "ikm", "wbs", "lapor kemana"}
