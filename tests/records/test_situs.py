"""The office itself: its time zone, and which role may record on a day."""

from __future__ import annotations

from datetime import date, timedelta

from zona.records.situs import PeranBerakhir, ZonaWaktu, open_on, roles_of


def test_time_zones() -> None:
    """The three zones are seven, eight and nine hours ahead of UTC (Keppres 41/1987)."""
    offsets = {zona.value: zona.tzinfo.utcoffset(None) for zona in ZonaWaktu}
    assert offsets == {"WIB": timedelta(hours=7), "WITA": timedelta(hours=8), "WIT": timedelta(hours=9)}


def test_open_roles() -> None:
    """A role is open to its last day and on it; one that is named twice has ended; their order is the file's."""
    ended = PeranBerakhir(nama="Sekretaris", sampai=date(2026, 3, 30))
    peran = roles_of(("Sekretaris", "Tim", ended))
    assert peran == {"Sekretaris": date(2026, 3, 30), "Tim": None}
    assert open_on(peran, date(2026, 3, 30)) == ("Sekretaris", "Tim")
    assert open_on(peran, date(2026, 3, 31)) == ("Tim",)
