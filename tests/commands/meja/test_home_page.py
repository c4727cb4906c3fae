"""Meja: the lists, by group and by what they are about; what another role sent back."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

from small.desk_client import desk_at, desk_client, get, post
from small.office_data import row, write_kantor
from support.recording import PERAN
from zona.desk.tasks import address, beside_records
from zona.findings.judge import judge
from zona.findings.upkeep.work import Layar
from zona.outputs.wording import lama
from zona.records.load import load_data

ROWS = [row("I.1"), row("I.2", komponen="Sosialisasi gratifikasi"), row("I.3", "Per Triwulan")]


def listed(page: str) -> list[str]:
    """The actions in the list of what was not reported."""
    return re.findall(r'href="/catat/\?aksi=([\w.]+)&amp;periode=[\w-]+"><b class="kd">', page.partition('id="l2"')[0])


def test_due_by_words(tmp_path: Path) -> None:
    """The list is by deadline, and is narrowed by words from anywhere in the row; nothing found is said."""
    client = desk_client(write_kantor(tmp_path / "data", {2026: ROWS}, situs={"peran": PERAN}), PERAN[0])
    assert listed(get(client, "/").get_data(as_text=True)) == ["I.1", "I.2", "I.3", "I.3", "I.3"]
    assert listed(get(client, "/?kata=GRATIFIKASI").get_data(as_text=True)) == ["I.2"]
    assert listed(get(client, "/?kata=sosialisasi+langkah").get_data(as_text=True)) == ["I.2"]
    page = get(client, "/?kata=<b>kuda").get_data(as_text=True)
    assert listed(page) == []
    assert "tentang “<b>kuda”" in html.unescape(page)
    assert "<b>kuda" not in page


def test_read_anew_where_a_file_changed(tmp_path: Path) -> None:
    """What was read is kept until a file changes, and then read anew; what follows from it is always as of the day."""
    desk = desk_at(write_kantor(tmp_path / "data", {2026: ROWS}, situs={"peran": PERAN}))
    before = desk.open().office.data
    assert desk.open().office.data is before
    desk.asked = "2026-12-01"
    assert (desk.open().office.data is before, desk.open().office.today, desk.open().findings.per_tanggal) == (
        True,
        date(2026, 12, 1),
        date(2026, 12, 1),
    )
    situs = desk.data / "situs.yml"
    situs.write_text(situs.read_text(encoding="utf-8").replace("Kota Uji", "Kota Uij"), encoding="utf-8")
    assert desk.open().office.data.situs.isi.kantor == "KPU Kota Uij"


def test_what_was_sent_back(tmp_path: Path) -> None:
    """A record that others have already goes back by a withdrawal: its recorder finds it on the first page with the reason,
    until something is recorded again; nobody else does."""
    data = write_kantor(tmp_path / "data", {2026: ROWS}, situs={"peran": PERAN})
    client = desk_client(data, PERAN[0])
    fields = {"aksi": "I.1", "periode": "2026-01", "hasil": "berjalan", "hari": "20/1/2026", "uraian": "Rapat."}
    assert post(client, "/catat/", fields | {"tindakan": "simpan"}).status_code == 302
    (record,) = (data / "2026/capaian").glob("*.yml")
    other = desk_at(data)
    other.sent = lambda *_: True  # type: ignore[method-assign]
    from cli.meja.desk_app import desk_app
    from small.desk_client import BASE

    verifier = desk_app(other).test_client()
    verifier.get(f"/?kunci={other.kunci}", base_url=BASE)
    other.choose_role(PERAN[1])
    sent_back = {"tindakan": "kembalikan", "alasan": "Tulis nomor suratnya."}
    assert post(verifier, f"/verifikasi/{record.name}", sent_back).status_code == 303
    assert "Dikembalikan kepada Anda" not in get(verifier, "/").get_data(as_text=True)
    other.choose_role(PERAN[0])
    assert "Tulis nomor suratnya." in get(client, "/").get_data(as_text=True)
    assert post(client, "/catat/", fields | {"uraian": "Rapat, surat 1/2026.", "tindakan": "simpan"}).status_code == 302


def test_what_is_missing_leads_to_its_screen(tmp_path: Path) -> None:
    """Every screen that tasks name is there, and the desk's menu or its first page calls it so; the first page lists the first
    four tasks beside records, with their minutes, as the findings have them."""
    data = write_kantor(tmp_path / "data", {2026: ROWS}, situs={"peran": PERAN})
    client = desk_client(data, PERAN[0])
    page = html.unescape(get(client, "/").get_data(as_text=True))
    for layar in Layar:
        assert get(client, address(layar)).status_code == 200, layar
        assert re.search(rf'href="{address(layar)}"[^>]*>(<b>)?{layar.label}', page), layar
    found = re.findall(r'<span class="jd">([^<]+)</span><small>kira-kira ([^<]+)</small>', page)
    tasks = beside_records(judge(load_data(data), date(2026, 11, 24)))
    assert found == [(item.judul, lama(item.menit)) for item in tasks[:4]]
    assert len(tasks) > 4
