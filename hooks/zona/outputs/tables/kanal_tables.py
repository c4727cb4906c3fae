"""The channels as tables: what each is for, how it is reached, what it promises, and how old its confirmation is."""

from __future__ import annotations

from operator import itemgetter

from zona.findings.year_findings import Findings
from zona.outputs.api.contract.kanal_contract import CaraJson, JanjiJson, KanalJson
from zona.outputs.api.kanal_json import channels_json
from zona.outputs.tables.table import Jenis, Kolom, Rujukan, Tabel, keys_of, rows_of

BAGIAN = "Kanal"
BELUM = "Kantor belum menulis kanalnya."
_KE_KANAL = (Rujukan(("kanal",), "kanal", ("kunci",)),)
# When the office last confirmed a channel, and how far that can be relied on.
_PEMERIKSAAN = "diperiksa hari_sejak_diperiksa pemeriksaan"


def kanal(findings: Findings) -> Tabel:
    """Every channel, one row each."""
    cells = f"untuk bukan_untuk jam biaya perlindungan dasar_hukum sumber penanggung_jawab {_PEMERIKSAAN}"
    kolom: tuple[Kolom[KanalJson], ...] = (
        *keys_of(KanalJson, "kunci nama pemilik"),
        Kolom("milik_kantor", Jenis.BENAR_SALAH, "Benar bila kanal milik kantor sendiri.", lambda item: item.milik_kantor),
        *keys_of(KanalJson, cells),
    )
    told = "Ke mana orang melapor. Isinya keadaan per tanggal hitungan, sama untuk semua tahun."
    baris = rows_of(kolom, channels_json(findings))
    return Tabel("kanal", "Kanal pengaduan", told, kolom, baris, ("kunci",), kosong=BELUM, bagian=BAGIAN)


def kanal_cara(findings: Findings) -> Tabel:
    """Every way to reach a channel; each says how old the confirmation is, because a number gets copied by itself."""
    kolom: tuple[Kolom[tuple[KanalJson, CaraJson]], ...] = (
        Kolom("kanal", Jenis.TEKS, "Kunci kanalnya pada tabel kanal.", lambda item: item[0].kunci),
        *keys_of(CaraJson, "jenis nilai keterangan tautan", itemgetter(1)),
        *keys_of(KanalJson, _PEMERIKSAAN, itemgetter(0)),
    )
    told = "Nomor, surel, dan alamat tiap kanal. Sebelum menyiarkan satu nomor, lihat kolom pemeriksaan."
    baris = rows_of(kolom, ((item, way) for item in channels_json(findings) for way in item.cara))
    return Tabel("kanal-cara", "Cara menghubungi kanal", told, kolom, baris, rujukan=_KE_KANAL, kosong=BELUM, bagian=BAGIAN)


def kanal_janji(findings: Findings) -> Tabel:
    """Every time that a channel's owner promises, and where that is written."""
    kolom: tuple[Kolom[tuple[KanalJson, JanjiJson]], ...] = (
        Kolom("kanal", Jenis.TEKS, "Kunci kanalnya pada tabel kanal.", lambda item: item[0].kunci),
        *keys_of(JanjiJson, "isi sumber dasar_hukum", itemgetter(1)),
    )
    told = "Janji waktu tiap kanal, dengan halaman tempat janji itu dibaca."
    baris = rows_of(kolom, ((item, promise) for item in channels_json(findings) for promise in item.janji))
    return Tabel("kanal-janji", "Janji waktu kanal", told, kolom, baris, rujukan=_KE_KANAL, kosong=BELUM, bagian=BAGIAN)
