"""What an office writes in a year: a month of complaints, yearly reports, a page for visitors."""

from __future__ import annotations

import re

from diary.acts import TIM
from support.code_host import Desk
from support.zi_command import CONTOH

MONTH = """bulan: 2026-{bulan:02}
sisa_bulan_lalu: {sisa}
masuk:
  kanal: {{kantor: {masuk}}}
  kategori: {{layanan: {masuk}}}
tidak_ditindaklanjuti: 0
harus_ditindaklanjuti: {harus}
diproses: {diproses}
selesai: {selesai}
dicatat_oleh: Sekretaris
"""


def month(bulan: int, sisa: int, masuk: int, selesai: int) -> str:
    """A month of complaints, as the office reports it."""
    harus = sisa + masuk
    return MONTH.format(bulan=bulan, sisa=sisa, masuk=masuk, harus=harus, selesai=selesai, diproses=harus - selesai)


def report(name: str) -> str:
    """A yearly report as offices write them: the sample's, recorded by a role of this office in January."""
    text = (CONTOH / "data" / "2026" / name).read_text(encoding="utf-8")
    text = re.sub(r"dicatat_oleh: .*", f"dicatat_oleh: {TIM}", text.partition("\n")[2])
    text = re.sub(r"aksi: \[.*\]", "aksi: [II.4]", text)
    return re.sub(r"diperbarui: .*", "diperbarui: 2027-01-11", text)


def write_reports(desk: Desk, *names: str) -> None:
    """Put yearly reports into the year's folder."""
    for name in names:
        desk.write(f"data/2026/{name}", report(name))


PAGE = """---
judul: Kunjungan warga
ringkas: Cara berkunjung ke kantor, dan apa yang perlu dibawa.
urutan: 30
tema: [pelayanan]
dasar_hukum: []
sumber: []
menunggu: [Jam kunjungan yang ditetapkan kantor.]
---
## Datang ke kantor

Silakan datang ke [[kantor]]. Lihat juga [semua kanal](../kanal/).
"""
