"""Contacts of national bodies: another value needs a reason, and sites that only look like theirs are never linked to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import KANAL, SITUASI, write_informasi
from zona.findings.judge import judge
from zona.outputs.present import present
from zona.own_data import beside
from zona.records.informasi import kontak_nasional
from zona.records.informasi.kontak_nasional import look_alike, national_bodies
from zona.records.load import load_data
from zona.records.reading.data_error import DataError

KPK = {"nama": "KPK", "pemilik": "Komisi Pemberantasan Korupsi"}
OMBUDSMAN = {"nama": "Ombudsman", "pemilik": "Ombudsman Republik Indonesia"}
LAPOR = {"nama": "SP4N-LAPOR!", "pemilik": "Kementerian PANRB"}
OWN = {"nama": "UPG kantor, meneruskan ke KPK", "pemilik": "Kantor Uji", "milik_kantor": True}


def told(root: Path, **given: Any) -> list[str]:
    data, prosa = write_informasi(root, **given)
    try:
        load_data(data, prosa=prosa)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


def channel(body: dict[str, Any], jenis: str, nilai: str, **more: Any) -> list[dict[str, Any]]:
    return [KANAL | body | {"cara": [{"jenis": jenis, "nilai": nilai, **more}]}]


def test_every_contact_has_its_source() -> None:
    """The table says of each value where it was read; each is one of its own body's, and nobody else's."""
    rows = [(row, item) for row in beside(kontak_nasional.__file__, "kontak_nasional.yml") for item in row["kontak"]]
    assert len(rows) >= 14
    for row, item in rows:
        assert set(item) == {"jenis", "nilai", "sumber", "tanggal"}
        assert item["sumber"].startswith(("https://", "http://"))
        assert [body.nama for body in national_bodies() if body.knows(item["jenis"], item["nilai"])] == [row["lembaga"]]


@pytest.mark.parametrize(
    ("body", "jenis", "nilai"),
    [
        (KPK, "telepon", "198"), (KPK, "web", "https://kws.kpk.go.id"), (KPK, "web", "https://www.kpk.go.id/id"),
        (KPK, "surel", "Pengaduan@kpk.go.id"), (OMBUDSMAN, "whatsapp", "+62 821-3737-3737"), (LAPOR, "sms", "1708"),
        (KPK | {"nama": "GOL"}, "aplikasi", "GOL (Android dan iOS)"), (OWN, "telepon", "(0526) 202-123"),
    ],
)  # fmt: skip
def test_known_contacts(body: dict[str, Any], jenis: str, nilai: str, tmp_path: Path) -> None:
    """What is known passes, however it is written; so do an office's own channels that name a body."""
    assert told(tmp_path, kanal=channel(body, jenis, nilai)) == []


@pytest.mark.parametrize(
    ("body", "jenis", "nilai"),
    [
        (KPK, "telepon", "137"), (OMBUDSMAN, "telepon", "198"), (OMBUDSMAN, "whatsapp", "081234567890"),
        (KPK, "surel", "pengaduan@kpk.com"), (KPK, "web", "https://kws-kpk.example.org"), (KPK, "sms", "198"),
        (KPK, "alamat", "Kotak Pos 1, Uji"), (LAPOR, "aplikasi", "LAPOR Plus"), (LAPOR, "web", "https://lapor.example.org"),
        ({"nama": "Lapor korupsi", "pemilik": "Komisi Pemberantasan Korupsi (KPK) RI"}, "telepon", "199"),
        (KPK | {"milik_kantor": True}, "telepon", "199"),
    ],
)  # fmt: skip
def test_other_contacts_need_a_reason(body: dict[str, Any], jenis: str, nilai: str, tmp_path: Path) -> None:
    """Another value is refused at its line with those that are known; with a reason it passes."""
    (problem,) = told(tmp_path / "a", kanal=channel(body, jenis, nilai))
    assert problem.startswith("data/kanal.yml:")
    assert f"“{nilai}” bukan kontak " in problem
    assert "tambahkan alasan" in problem
    assert told(tmp_path / "b", kanal=channel(body, jenis, nilai, alasan="Nomor kantor perwakilan.")) == []


@pytest.mark.parametrize(
    "host",
    [
        "kpk-go.id.com", "kpk.go.id.example.org", "www.kpk-go-id.net", "dkpp.or.id", "x.DKPP.or.id.", "lapor-go.id",
        "ombudsmangoid.com",
    ],
)  # fmt: skip
def test_look_alikes(host: str, tmp_path: Path) -> None:
    """A host with the letters of a body's domain that is not below it is refused wherever an address stands."""
    assert look_alike(host)
    assert any("tiruan" in problem for problem in told(tmp_path, kanal=channel({}, "web", f"https://{host}/a")))


HOSTS = ["kpk.go.id", "kws.kpk.go.id", "blog.lapor.go.id", "lapor.contoh.go.id", "sigaplapor.bawaslu.go.id"]


@pytest.mark.parametrize("host", HOSTS)
def test_sites_of_the_bodies_and_of_others(host: str) -> None:
    """The bodies' own sites are none, nor are those that share a word with them."""
    assert look_alike(host) is None


@pytest.mark.parametrize("address", ["https://kpk.g\u043e.id", "https://\uff4bpk.go.id", "https://kpk\u3002go.id"])
def test_letters_of_other_scripts(address: str, tmp_path: Path) -> None:
    """A host in letters that only look like ours is no address."""
    (problem,) = told(tmp_path, kanal=channel({}, "web", address))
    assert "alamat web tidak sah" in problem


@pytest.mark.lambat
def test_the_reason_is_shown(tmp_path: Path) -> None:
    """Pages say why a contact is another one."""
    data, prosa = write_informasi(tmp_path, kanal=channel(KPK, "telepon", "199", alasan="Nomor kantor perwakilan."))
    files = {file.path: file for file in present(judge(load_data(data, prosa=prosa), date(2026, 3, 1)))}
    assert files["kanal/index.html"].read().decode().count("Nomor kantor perwakilan.") == 1


def test_numbers_to_dial_are_those_of_channels(tmp_path: Path) -> None:
    """The chooser tells people to dial only what a channel has."""
    good = SITUASI | {"mengapa": "Telepon KPK di 198. Dijawab pada 2026, paling lama 100 hari."}
    assert told(tmp_path / "a", situasi=[good]) == []
    (problem,) = told(tmp_path / "b", situasi=[SITUASI | {"mengapa": "Telepon KPK di 189."}])
    assert problem.startswith("data/lapor.yml:")
    assert "nomor “189” tidak ada dalam kanal.yml" in problem
