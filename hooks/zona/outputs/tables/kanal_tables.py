"""The channels as tables: what each is for, how it is reached, what it promises, and how old its confirmation is."""

from __future__ import annotations

from collections.abc import Callable

from zona.findings.year_findings import Findings
from zona.outputs import contact_links
from zona.outputs.api.contract import kanal_contract as kontrak
from zona.outputs.tables.table import Isi, Jenis, Kolom, Rujukan, Tabel, field_of, joined, rows_of
from zona.records.informasi.kanal import Cara, Janji, Kanal

BAGIAN = "Kanal"
BELUM = "Kantor belum menulis kanalnya."
_KE_KANAL = (Rujukan(("kanal",), "kanal", ("kunci",)),)


def kanal(findings: Findings) -> Tabel:
    """Every channel, one row each."""
    kolom: tuple[Kolom[Kanal], ...] = (
        field_of(Kanal, "kunci", lambda item: item.kunci),
        field_of(Kanal, "nama", lambda item: item.nama),
        field_of(Kanal, "pemilik", lambda item: item.pemilik),
        Kolom("milik_kantor", Jenis.BENAR_SALAH, "Benar bila kanal milik kantor sendiri.", lambda item: item.milik_kantor),
        field_of(Kanal, "untuk", lambda item: joined(item.untuk)),
        field_of(Kanal, "bukan_untuk", lambda item: joined(item.bukan_untuk)),
        field_of(Kanal, "jam", lambda item: item.jam),
        field_of(Kanal, "biaya", lambda item: item.biaya),
        field_of(Kanal, "perlindungan", lambda item: item.perlindungan),
        field_of(Kanal, "dasar_hukum", lambda item: joined(item.dasar_hukum)),
        field_of(Kanal, "sumber", lambda item: joined(item.sumber)),
        field_of(Kanal, "penanggung_jawab", lambda item: item.penanggung_jawab),
        *_confirmed(findings, lambda item: item),
    )
    told = "Ke mana orang melapor. Isinya keadaan per tanggal hitungan, sama untuk semua tahun."
    baris = rows_of(kolom, _channels(findings))
    return Tabel("kanal", "Kanal pengaduan", told, kolom, baris, ("kunci",), kosong=BELUM, bagian=BAGIAN)


def kanal_cara(findings: Findings) -> Tabel:
    """Every way to reach a channel; each says how old the confirmation is, because a number gets copied by itself."""
    kolom: tuple[Kolom[tuple[Kanal, Cara]], ...] = (
        Kolom("kanal", Jenis.TEKS, "Kunci kanalnya pada tabel kanal.", lambda item: item[0].kunci),
        field_of(Cara, "jenis", lambda item: item[1].jenis.value),
        field_of(Cara, "nilai", lambda item: item[1].nilai),
        field_of(Cara, "keterangan", lambda item: item[1].keterangan),
        field_of(kontrak.CaraJson, "tautan", lambda item: contact_links.link_of(item[1])),
        *_confirmed(findings, lambda item: item[0]),
    )
    isi = tuple((item, way) for item in _channels(findings) for way in item.cara)
    told = "Nomor, surel, dan alamat tiap kanal. Sebelum menyiarkan satu nomor, lihat kolom pemeriksaan."
    baris = rows_of(kolom, isi)
    return Tabel("kanal-cara", "Cara menghubungi kanal", told, kolom, baris, rujukan=_KE_KANAL, kosong=BELUM, bagian=BAGIAN)


def kanal_janji(findings: Findings) -> Tabel:
    """Every time that a channel's owner promises, and where that is written."""
    kolom: tuple[Kolom[tuple[Kanal, Janji]], ...] = (
        Kolom("kanal", Jenis.TEKS, "Kunci kanalnya pada tabel kanal.", lambda item: item[0].kunci),
        field_of(Janji, "isi", lambda item: item[1].isi),
        field_of(Janji, "sumber", lambda item: item[1].sumber),
        field_of(Janji, "dasar_hukum", lambda item: item[1].dasar_hukum),
    )
    isi = tuple((item, promise) for item in _channels(findings) for promise in item.janji)
    told = "Janji waktu tiap kanal, dengan halaman tempat janji itu dibaca."
    baris = rows_of(kolom, isi)
    return Tabel("kanal-janji", "Janji waktu kanal", told, kolom, baris, rujukan=_KE_KANAL, kosong=BELUM, bagian=BAGIAN)


def _channels(findings: Findings) -> tuple[Kanal, ...]:
    return findings.kanal.isi.kanal if findings.kanal else ()


def _confirmed(findings: Findings, of: Callable[[Isi], Kanal]) -> tuple[Kolom[Isi], ...]:
    """When the office last confirmed the channel of a row, and how far that can be relied on."""
    return (
        field_of(Kanal, "diperiksa", lambda item: of(item).diperiksa, Jenis.TANGGAL),
        field_of(
            kontrak.KanalJson,
            "hari_sejak_diperiksa",
            lambda item: findings.pemeriksaan(of(item).diperiksa).hari,
            Jenis.BILANGAN,
        ),
        field_of(kontrak.KanalJson, "pemeriksaan", lambda item: findings.pemeriksaan(of(item).diperiksa).keadaan.value),
    )
