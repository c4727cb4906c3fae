"""What is missing: each kind with its cases, and none where there is nothing to say."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from small.informasi_data import ATURAN, KANAL, KEPALA, SITUASI, dump, write_informasi
from small.office_data import row, write_kantor
from small.pengaduan_months import month, write_releases
from small.records import put_record
from zona.findings.judge import judge
from zona.findings.upkeep import work
from zona.findings.upkeep.missing import PERAN_LAIN, ButirKurang, missing
from zona.findings.upkeep.notices import notices
from zona.findings.upkeep.work import Pekerjaan
from zona.findings.year_findings import Findings
from zona.records.load import load_data

TODAY = date(2026, 8, 1)
BUKTI = [{"tautan": "https://contoh.example/notulen", "judul": "Notulen", "jenis": "notulen"}]
RECORD = {
    "aksi": "I.1",
    "tanggal": date(2026, 6, 20),
    "hasil": "selesai",
    "uraian": "Rapat",
    "bukti": BUKTI,
    "dicatat_oleh": "Tim",
}
SITUS = {
    "situs_resmi": "https://kantor.example/", "alamat_situs": "https://zi.kantor.example/",
    "repositori": "https://git.kantor.example/zi", "lisensi_data": "CC-BY-4.0",
}  # fmt: skip


def found_in(findings: Findings) -> dict[Pekerjaan, tuple[ButirKurang, ...]]:
    """The cases by their kind of work."""
    return {part.pekerjaan: part.butir for part in missing(findings)}


def office(root: Path, *rows: dict[str, Any], months: tuple[int, ...] = (), **situs: Any) -> Findings:
    """An office with the rows, a record of I.1 that waits for its verification, and months of complaints."""
    write_kantor(root, {2026: list(rows)}, situs={"peran": ["Tim", "Ketua"], **situs})
    put_record(root, RECORD | {"periode": "2026-TW2"})
    write_releases(root, [month(2026, number, 0, (0, 0, 0)) for number in months])
    return judge(load_data(root), TODAY)


def test_what_the_plan_lacks(tmp_path: Path) -> None:
    """Rows that lack one record or several; records that wait; doubts about the print, and targets that are not printed."""
    notes = [{"jenis": kind, "keyakinan": "rendah", "penjelasan": f"Catatan {kind}."} for kind in ("keraguan", "susunan")]
    rows = (
        row("I.1", "Per Triwulan", target_capaian="4 Dokumen", penanggung_jawab="Bendahara"),
        row("I.2", "Bulanan", target_capaian="1 Dokumen", catatan=notes),
        row("I.3", "Agustus"),
    )
    found = found_in(office(tmp_path, *rows))
    assert found[work.SEKALI] == (ButirKurang("komponen I.1", "I.1", "2026-TW1", tahun=2026, oleh="Bendahara"),)
    assert found[work.BERULANG] == (ButirKurang("komponen I.2: 7 dari 12 janji", "I.2", tahun=2026, kerja=7),)
    waits = ButirKurang("dicatat Tim", "I.1", "2026-TW2", tahun=2026, oleh=PERAN_LAIN)
    assert found[work.VERIFIKASI] == (waits,)
    assert [item.teks for item in found[work.NASKAH]] == [
        "Baris I.2: Catatan keraguan.",
        "Baris I.2: Catatan susunan.",
        "Baris I.3, kolom Target capaian: Kolom ini kosong dalam lampiran.",
    ]
    assert [item.aksi for item in found[work.TANPA_HALAMAN]] == ["I.1", "I.2", "I.3"]


def test_weak_links(tmp_path: Path) -> None:
    """Links to a place whose owner can change them are listed with the days since they were last seen open; those of a record
    that a later one corrects are not."""
    root = tmp_path / "data"
    office(root, row("I.1", "Per Triwulan"))
    drive = {"tautan": "https://drive.google.com/x", "judul": "Foto", "jenis": "foto"}
    cells = RECORD | {"periode": "2026-TW3", "tanggal": date(2026, 7, 2)}
    first = put_record(root, cells | {"bukti": [drive, drive | {"dilihat": date(2026, 7, 31)}]})
    found = found_in(judge(load_data(root), TODAY))[work.TAUTAN]
    assert [(item.teks, item.aksi, item.periode) for item in found] == [
        ("Foto (penyimpanan, belum dicatat kapan terakhir terbuka)", "I.1", "2026-TW3"),
        ("Foto (penyimpanan, terakhir terbuka 1 hari lalu)", "I.1", "2026-TW3"),
    ]
    put_record(root, cells | {"mengoreksi": first.name, "alasan": "Kini sebagai berita."})
    assert work.TAUTAN not in found_in(judge(load_data(root), TODAY))


def test_what_the_site_lacks(tmp_path: Path) -> None:
    """Each thing that the office has not yet set, and nothing once all are."""
    names = [
        item.teks.partition(":")[0] for item in found_in(office(tmp_path / "a", row("I.1", "Per Triwulan")))[work.IDENTITAS]
    ]
    assert names == [
        "Situs resmi kami", "Alamat situs ini", "Lisensi data", "Repositori data, untuk tombol Sunting",
    ]  # fmt: skip
    assert work.IDENTITAS not in found_in(office(tmp_path / "b", row("I.1", "Per Triwulan"), **SITUS))


@pytest.mark.parametrize(
    ("months", "cases"),
    [((1, 2, 3, 4, 5, 7), ["Juni 2026"]), ((1, 2, 3, 4, 5, 6, 7), [])],
)
def test_complaints(months: tuple[int, ...], cases: list[str], tmp_path: Path) -> None:
    """Months that are over without a report. Releases may lie in a repository that is open to all, so that is no case."""
    found = found_in(office(tmp_path, row("I.1", "Per Triwulan"), months=months, **SITUS))
    assert [item.teks for item in found.get(work.PENGADUAN, ())] == cases


def test_what_channels_lack(tmp_path: Path) -> None:
    """The office's own channel needs hours and someone who answers for it, another's does not; each is named once."""
    own = KANAL | {"kunci": "sendiri", "milik_kantor": True, "cara": [{"jenis": "surel", "nilai": None}] * 2}
    whole = own | {
        "kunci": "lengkap",
        "cara": [{"jenis": "telepon", "nilai": "198"}],
        "jam": "08.00",
        "penanggung_jawab": "Tim",
    }
    data, prosa = write_informasi(tmp_path, kanal=[KANAL, own, whole])
    situs = data / "situs.yml"
    situs.write_text(situs.read_text("utf-8") + "peran: [Tim]\n", encoding="utf-8")
    found = found_in(judge(load_data(data, prosa=prosa), TODAY))
    assert found[work.KANAL_LAIN] == (ButirKurang("surel belum diisi", kanal="uji"),)
    assert found[work.KONTAK] == (ButirKurang("surel, jam layanan, penanggung jawab belum diisi", kanal="sendiri"),)


@pytest.mark.parametrize(("days", "told"), [(90, False), (91, True), (None, True)])
def test_what_is_to_be_confirmed_again(days: int | None, told: bool, tmp_path: Path) -> None:
    """Channels one by one with their days, rules, situations and sources as counts; none within 90 days."""
    checked = {"diperiksa": None if days is None else TODAY - timedelta(days=days)}
    data, prosa = write_informasi(
        tmp_path,
        aturan=[ATURAN | checked],
        kanal=[KANAL | checked],
        situasi=[SITUASI | checked],
        kepala={"sumber": [KEPALA["sumber"][0] | checked]},
    )
    findings = judge(load_data(data, prosa=prosa), TODAY)
    kanal = "belum pernah dipastikan" if days is None else f"terakhir dipastikan {days} hari lalu"
    lists = ("aturan dalam dasar hukum", "situasi di halaman lapor", "sumber di halaman informasi")
    found, rest = found_in(findings), tuple(ButirKurang(f"1 dari 1 {name} belum dicocokkan") for name in lists)
    assert found.get(work.PASTIKAN, ()) == ((ButirKurang(kanal, kanal="uji"),) if told else ())
    assert found.get(work.COCOKKAN, ()) == (rest if told else ())
    assert len(list(notices(findings, "data"))) == (4 if told else 0)


def test_only_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    """Each of the three files is named where it is missing."""
    data = write_kantor(tmp_path, {2026: [row("I.1")]})
    (data / "dasar-hukum.yml").write_text(dump({"aturan": [ATURAN]}), encoding="utf-8")
    cases = [item.teks for item in found_in(judge(load_data(data), TODAY))[work.BERKAS]]
    assert cases == [f"{name} belum ada" for name in ("kanal.yml", "lapor.yml")]


def test_long_lists_in_notices_are_cut(tmp_path: Path) -> None:
    """Five names stand whole; of six the first four, and how many more there are."""
    for count, tail in ((5, "dimintai-4, dimintai-5"), (6, "dimintai-4, dan 2 lainnya")):
        cases = [SITUASI | {"kunci": f"dimintai-{number}"} for number in range(1, count + 1)]
        data, prosa = write_informasi(tmp_path / str(count), situasi=cases)
        (line,) = (text for text in notices(judge(load_data(data, prosa=prosa), TODAY), "data") if "situasi" in text)
        assert line.startswith(f"data/lapor.yml: {count} situasi belum pernah dipastikan: dimintai-1, ")
        assert line.endswith(tail)
