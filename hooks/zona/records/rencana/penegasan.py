"""That an office stands behind what was proposed for it: by a role, on a day."""

from datetime import date

from pydantic import Field

from zona.records.reading.fields import Record, Teks
from zona.records.reading.rules import open_role


class Penegasan(Record):
    """Who confirmed, and when."""

    oleh: Teks = Field(description="Peran yang menegaskan, bukan nama orang.")
    tanggal: date = Field(description="Tanggal ditegaskan: tahun-bulan-hari.")

    _role = open_role("oleh", lambda penegasan: penegasan.tanggal)
