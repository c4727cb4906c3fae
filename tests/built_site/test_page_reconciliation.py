"""The numbers on the built pages, read again and compared with the published JSON.

Nothing here asks the core: the rules are written a second time, from the records that the site publishes.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from recount.published_page import Element, cells, having, heads, label, legend, listed, number, table, words
from recount.status_again import (
    BULAN,
    KEADAAN,
    LEWAT,
    TAHUN,
    Terbitan,
    deciding_records,
    groups,
    percent_text,
    period_name,
    short,
    standing,
    state_of_action,
    tally,
)


def test_home_page(terbitan: Terbitan) -> None:
    """The home page's numbers and its two legends, of what is due and of all, are those of capaian.json; its heading says how
    many of the due ones are kept only where one is."""
    page = terbitan.page("")
    found = tally(item["keadaan"] for item in terbitan.periode)
    due = [item["keadaan"] for item in terbitan.periode if item["tenggat"] < terbitan.per_tanggal.isoformat()]
    done = due.count("terpenuhi")
    assert number(page, "jatuh_tempo") == str(len(due))
    assert number(page, "dilaporkan") == str(len(due) - due.count("belum_dilaporkan"))
    assert number(page, "diverifikasi") == str(done)
    assert number(page, "lewat") == str(sum(found[item] for item in LEWAT))
    (heading,) = [words(item) for item in page.walk() if item.name == "h1"]
    kept = f"Kami memenuhi {done} dari {len(due)} janji yang sudah jatuh tempo"
    assert heading == (kept if done else f"{len(due)} janji kami sudah jatuh tempo")
    for name, counts in (("keadaan", tally(due)), ("kelompok", found)):
        section = next(item for item in page.walk() if item.attributes.get("aria-labelledby") == name)
        used = tuple(state for state in KEADAAN if counts[state])
        (shown,) = [item for item in section.walk() if item.attributes.get("class") == "zi-legenda"]
        assert legend(shown, used) == {state: counts[state] for state in used}


def test_the_late(terbitan: Terbitan) -> None:
    """The home page and the year's list the five longest late actions with their days, the page of the late all of them and
    each of their periods, in one order: the longest late first, then as in the plan."""
    late = [item for item in terbitan.periode if item["keadaan"] in LEWAT]
    own = {kode: [item for item in late if item["aksi"] == kode] for kode in dict.fromkeys(item["aksi"] for item in late)}
    order = sorted(own, key=lambda kode: -max(item["hari_lewat"] for item in own[kode]))
    for path, wanted in (("", order[:5]), (f"capaian/{TAHUN}", order[:5]), ("lewat-tenggat", order)):
        rows = list(having(terbitan.page(path), lewat="…"))
        assert [row.attributes["data-lewat"] for row in rows] == wanted
        for row, kode in zip(rows, wanted, strict=True):
            assert f"{max(item['hari_lewat'] for item in own[kode])} hari" in words(row)
            if path == "lewat-tenggat":
                check_months(row, own[kode])
    page = terbitan.page("lewat-tenggat")
    (heading,) = [words(item) for item in page.walk() if item.name == "h1"]
    assert heading == f"{len(late)} janji pada {len(own)} aksi lewat tenggat"
    assert f"“{heading}”, status per 24 November 2026" in words(next(having(page, kutipan="…")))
    assert words(page).count("Belum dilaporkan bukan berarti belum dikerjakan.") == 1


def check_months(row: Element, periods: list[dict[str, Any]]) -> None:
    """Behind a late action are all its late periods in order, each with its deadline, its days and its state."""
    shown = list(having(row, periode="…"))
    assert [item.attributes["data-periode"] for item in shown] == [item["periode"] for item in periods]
    for line, item in zip(shown, periods, strict=True):
        assert f"tenggat {short(item['tenggat'])}, {item['hari_lewat']} hari" in words(line)
        assert words(line).endswith(label(item["keadaan"]))


def test_groups_on_the_home_page(terbitan: Terbitan) -> None:
    """The home page gives every group its own fulfilled and whole numbers."""
    shown = [
        (item.attributes["data-kelompok"], words(child))
        for item in having(terbitan.page(""), kelompok="…")
        for child in item.walk()
        if child.name == "small"
    ]
    assert shown == [
        (kode, f"{sum(item['keadaan'] == 'terpenuhi' for item in periods)} / {len(periods)}")
        for kode, periods in groups(terbitan).items()
    ]


def test_numbers_of_the_year_page(terbitan: Terbitan) -> None:
    """The year's page gives both percentages with their counts, and the late fulfilled, as capaian.json does."""
    page = terbitan.page(f"capaian/{TAHUN}")
    due = [item["keadaan"] for item in terbitan.periode if item["tenggat"] < terbitan.per_tanggal.isoformat()]
    done = sum(item["keadaan"] == "terpenuhi" for item in terbitan.periode)
    due_done, whole = due.count("terpenuhi"), len(terbitan.periode)
    assert number(page, "persen_semua") == percent_text(done, whole)
    assert number(page, "persen_jatuh_tempo") == percent_text(due_done, len(due))
    assert number(page, "terlambat_dipenuhi") == str(sum(item["terlambat_dipenuhi"] for item in terbitan.periode))
    assert number(page, "selesai_tanpa_bukti") == "0"
    text = words(page)
    assert f"{done} dari {whole} janji terpenuhi" in text
    assert f"terpenuhi, dari semua {whole} janji" in text
    assert f"terpenuhi, dari {len(due)} janji yang sudah jatuh tempo ({due_done})" in text


def test_tables_of_the_year_page(terbitan: Terbitan) -> None:
    """The year's page tabulates groups and months exactly as ringkasan.json does, row by row."""
    page, ringkasan = terbitan.page(f"capaian/{TAHUN}"), terbitan.ringkasan
    labels = [label(item) for item in KEADAAN]
    assert heads(page, "kelompok") == ["Kelompok", *labels, "Janji", "% dari yang jatuh tempo"]
    lines = table(page, "kelompok")
    assert [line.attributes["data-kelompok"] for line in lines] == [item["kode"] for item in ringkasan["kelompok"]]
    for line, item in zip(lines, ringkasan["kelompok"], strict=True):
        hitungan = item["hitungan_periode"]
        percent = percent_text(hitungan["terpenuhi_jatuh_tempo"], hitungan["jatuh_tempo"])
        assert cells(line)[0].startswith(f"{item['kode']} ")
        assert cells(line)[1:] == [*map(str, hitungan["keadaan"].values()), str(hitungan["jumlah"]), percent]
    assert [cells(line) for line in table(page, "bulanan")] == [
        [BULAN[item["bulan"] - 1], str(item["rencana"]), "–" if item["kenyataan"] is None else str(item["kenyataan"])]
        for item in ringkasan["bulanan"]
    ]
    assert heads(page, "akhir-bulan") == ["Per tanggal", *labels]
    assert [(line.attributes["data-tanggal"], cells(line)) for line in table(page, "akhir-bulan")] == [
        (item["tanggal"], [short(item["tanggal"]), *map(str, item["hitungan_periode"]["keadaan"].values())])
        for item in ringkasan["akhir_bulan"]
    ]


def test_lists_of_the_year_page(terbitan: Terbitan) -> None:
    """The year's page says how many are late and the most days, and leads to their list; it lists the coming day by day, and
    the late fulfilled with how late they were: exactly those periods."""
    page, today = terbitan.page(f"capaian/{TAHUN}"), terbitan.per_tanggal
    late = [item for item in terbitan.periode if item["keadaan"] in LEWAT]
    heading, _ = listed(page, "lewat")
    assert heading == f"Lewat tenggat ({len(late)})"
    assert any("lewat-tenggat/" in item.attributes.get("href", "") for item in page.walk())
    soon = (today + timedelta(30)).isoformat()
    coming = [item for item in terbitan.periode if today.isoformat() <= item["tenggat"] <= soon]
    coming = sorted((item for item in coming if item["keadaan"] != "terpenuhi"), key=lambda item: item["tenggat"])
    assert listed(page, "segera")[0] == f"Jatuh tempo dalam 30 hari ({len(coming)})"
    days = [(item.attributes["data-tenggat"], child) for item in having(page, tenggat="…") for child in item.children]
    assert len(days) == len(coming)
    for (day, entry), item in zip(days, coming, strict=True):
        assert day == item["tenggat"]
        assert words(entry).startswith(item["aksi"])
        assert words(entry).endswith(label(item["keadaan"])) == (item["keadaan"] != "belum_jatuh_tempo")
    after = [item for item in terbitan.periode if item["terlambat_dipenuhi"]]
    if after:
        heading, entries = listed(page, "setelah")
        assert heading == f"Dipenuhi setelah tenggat ({len(after)})"
        last = deciding_records(terbitan.catatan, today)
        for entry, item in zip(entries, after, strict=True):
            done = date.fromisoformat(last[item["aksi"], item["periode"]]["tanggal"])
            days_late = (done - date.fromisoformat(item["tenggat"])).days
            told = f"{period_name(item['periode'])} · tenggat {short(item['tenggat'])} · dipenuhi {days_late} hari kemudian"
            assert words(entry).startswith(item["aksi"])
            assert words(entry).endswith(told)


def test_action_pages(terbitan: Terbitan) -> None:
    """Each action's page shows each period with its state, the fulfilled with the day and its lateness, the late with its days,
    and says the fulfilled of those due and the longest delay as capaian.json does."""
    last, today = deciding_records(terbitan.catatan, terbitan.per_tanggal), terbitan.per_tanggal
    for kode in dict.fromkeys(item["aksi"] for item in terbitan.periode):
        own = [item for item in terbitan.periode if item["aksi"] == kode]
        page = terbitan.page(f"rencana-aksi/{TAHUN}/{kode.lower().replace('.', '-')}")
        lines = {item.attributes["data-periode"]: item for item in having(page, periode="…", keadaan="…")}
        shown = {periode: line.attributes["data-keadaan"] for periode, line in lines.items()}
        assert shown == {item["periode"]: item["keadaan"] for item in own}, kode
        for item in own:
            told, days = words(lines[item["periode"]]), (today - date.fromisoformat(item["tenggat"])).days
            assert told.startswith(period_name(item["periode"]).rpartition(" ")[0])
            if item["keadaan"] == "terpenuhi":
                record = last[(kode, item["periode"])]
                assert f"dipenuhi {short(record['tanggal']).removesuffix(f' {TAHUN}')}" in told
                after = (date.fromisoformat(record["tanggal"]) - date.fromisoformat(item["tenggat"])).days
                assert (f"{after} hari setelah tenggat" in told) == item["terlambat_dipenuhi"] == (after > 0)
            assert (f"lewat {days} hari" in told) == (item["keadaan"] in LEWAT), (kode, item["periode"])
        (lead,) = [item for item in page.walk() if item.attributes.get("class") == "zi-lead"]
        due = [item for item in own if date.fromisoformat(item["tenggat"]) < today]
        done = sum(item["keadaan"] == "terpenuhi" for item in due)
        late = [(today - date.fromisoformat(item["tenggat"])).days for item in own if item["keadaan"] in LEWAT]
        assert words(lead).startswith(label(state_of_action([item["keadaan"] for item in own])))
        whole = all(item["keadaan"] == "terpenuhi" for item in own)
        assert ("erpenuhi." in words(lead)) if whole else (f"{max(late, default=0)} hari" in words(lead)) or not late, kode
        if len(own) > 1 and due and not whole:
            assert re.search(rf"\b{done} dari {len(due)} (bulan|triwulan|janji) yang jatuh tempo terpenuhi", words(lead)), kode


def test_records_on_action_pages(terbitan: Terbitan) -> None:
    """Each action's page shows each of its records once, with its words, and counts their evidence."""
    for kode in dict.fromkeys(item["aksi"] for item in terbitan.periode):
        own = [item for item in terbitan.catatan if item["aksi"] == kode]
        page = terbitan.page(f"rencana-aksi/{TAHUN}/{kode.lower().replace('.', '-')}")
        shown = {f"data/{item.attributes['data-catatan']}": words(item) for item in having(page, catatan="…")}
        assert len(list(having(page, catatan="…"))) == len(own)
        assert shown.keys() == {item["berkas"] for item in own}, kode
        for item in own:
            assert " ".join(item["uraian"].split()) in shown[item["berkas"]]
            assert all(" ".join(bukti["judul"].split()) in shown[item["berkas"]] for bukti in item["bukti"])
            proofs = [f"Membuktikan: {bukti['membuktikan']}" for bukti in item["bukti"] if bukti["membuktikan"]]
            assert [proof for proof in proofs if proof not in shown[item["berkas"]]] == []
        if own:
            assert f"Bukti di situs ini{sum(len(item['bukti']) for item in standing(own)) or 'belum ada'}" in words(page), kode


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_monitoring_sheets(terbitan: Terbitan, nomor: int) -> None:
    """Each quarter's sheet holds exactly the periods that fall due in it, in order, each with its state and record."""
    own = [
        item for item in terbitan.periode if (int(item["tenggat"][5:7]) + 2) // 3 == nomor and item["tenggat"][:4] == str(TAHUN)
    ]
    page = terbitan.page(f"capaian/{TAHUN}/triwulan-{nomor}")
    found = {state: number for state, number in tally(item["keadaan"] for item in own).items() if number}
    assert legend(page, tuple(found)) == found
    assert f"{len(own)} janji jatuh tempo pada {BULAN[nomor * 3 - 3]} sampai {BULAN[nomor * 3 - 1]} {TAHUN}" in words(page)
    last = deciding_records(terbitan.catatan, terbitan.per_tanggal)
    lines = table(page, "triwulan") if own else []
    assert len(lines) == len(own)
    for line, item in zip(lines, own, strict=True):
        aksi, _, _, periode, _, bukti, keadaan = cells(line)
        assert line.attributes["data-keadaan"] == item["keadaan"]
        assert aksi == item["aksi"]
        assert periode == f"{period_name(item['periode'])}{short(item['tenggat'])}"
        assert keadaan.startswith(period_name(item["periode"]).rpartition(" ")[0])
        assert label(item["keadaan"]) in keadaan
        assert ("hari setelah tenggat" in keadaan) == item["terlambat_dipenuhi"]
        record = last.get((item["aksi"], item["periode"]))
        if record is None:
            assert bukti == "belum ada laporan"
        else:
            assert bukti.startswith(f"{short(record['tanggal'])}: {' '.join(record['uraian'].split())}")
            assert all(" ".join(piece["judul"].split()) in bukti for piece in record["bukti"])


def test_quarters_hold_every_period(terbitan: Terbitan) -> None:
    """The four sheets together hold every period once."""
    pages = [terbitan.page(f"capaian/{TAHUN}/triwulan-{nomor}") for nomor in range(1, 5)]
    assert sum(len(table(page, "triwulan")) for page in pages if list(having(page, tabel="triwulan"))) == len(terbitan.periode)
