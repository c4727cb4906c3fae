"""The channels through which people report: for what, how each is reached, and what its owner promises."""

import re
from datetime import date

from pydantic import Field, ValidationInfo, field_validator

from zona.problems import Problem
from zona.records.informasi.dasar_hukum import Berdasar
from zona.records.informasi.kontak_nasional import look_alike, national_bodies
from zona.records.informasi.sumber import Sumber
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, Kunci, Pilihan, Record, Teks, web_address, wrong
from zona.records.reading.rules import Surroundings, each, given, once, rule

_EMAIL = re.compile(r"[A-Za-z0-9._%+\-]+@((?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,})")
_NUMBER = re.compile(r"\+?\(?[0-9][0-9 ().\-]*")


class JenisCara(Pilihan):
    """A way to reach a channel. `label` is the word on the button."""

    TELEPON = "telepon"
    SMS = "sms", "SMS"
    WHATSAPP = "whatsapp", "WhatsApp"
    SUREL = "surel"
    WEB = "web", "Situs web"
    ALAMAT = "alamat"
    APLIKASI = "aplikasi"


class TanpaNama(Pilihan):
    """Whether a channel takes a report from someone who gives no name."""

    YA = "ya", "boleh tanpa nama"
    TIDAK = "tidak", "harus dengan nama"


class Cara(Record):
    """One way to reach a channel; without a value it waits for the office."""

    jenis: JenisCara = Field(strict=False, description="telepon, sms, whatsapp, surel, web, alamat, atau aplikasi.")
    nilai: Teks | None = Field(
        None, title="Nomor atau alamat", description="Nomor, surel, atau alamat; kosong bila belum diketahui."
    )
    keterangan: Teks | None = Field(None, description="Keterangan singkat, misalnya jam layanannya.")
    alasan: Teks | None = Field(None, description="Mengapa kontak lembaga nasional ini lain dari yang dikenal, bila lain.")
    dicoba: date | None = Field(None, description="Tanggal kantor terakhir mencoba sendiri cara ini; kosong bila belum pernah.")

    @field_validator("nilai")
    @classmethod
    def _fits(cls, nilai: str | None, info: ValidationInfo) -> str | None:
        """A number is a number, an address an address: a button that leads nowhere is worse than none."""
        jenis = info.data.get("jenis")
        if not isinstance(nilai, str) or not isinstance(jenis, JenisCara) or jenis is JenisCara.ALAMAT:
            return nilai  # None, or not valid for another reason
        if jenis is JenisCara.WEB or (jenis is JenisCara.APLIKASI and "://" in nilai):
            return web_address(nilai)
        if jenis is JenisCara.SUREL:
            return _email(nilai)
        return nilai if jenis is JenisCara.APLIKASI else _number(nilai, jenis)


def _email(nilai: str) -> str:
    found = _EMAIL.fullmatch(nilai)
    if not found:
        raise wrong("surel tidak sah", "tulis seperti pengaduan@lembaga.go.id")
    if why := look_alike(found[1].lower()):
        raise wrong("surel tiruan", why)
    return nilai


def _number(nilai: str, jenis: JenisCara) -> str:
    digits = re.sub(r"[^0-9]", "", nilai)
    if not _NUMBER.fullmatch(nilai) or not 3 <= len(digits) <= 15:
        raise wrong("nomor tidak sah", 'tulis angkanya saja dengan kutip, misalnya "198" atau "0811 959 575"')
    if jenis is JenisCara.WHATSAPP and not re.fullmatch(r"(0|62)8[0-9]{7,12}", digits):
        raise wrong("nomor WhatsApp tidak sah", 'tulis nomor ponsel, misalnya "0811 959 575"')
    if len(digits) > 5 and not nilai.startswith(("0", "(0", "+")):
        raise wrong("nomor tanpa kode wilayah", 'awali dengan 0 dan kode wilayahnya, misalnya "(0526) …", atau dengan +62')
    return nilai


class Janji(Berdasar):
    """A time that the channel's owner promises, and where that is written."""

    isi: Teks = Field(description="Apa yang dijanjikan, dalam satu kalimat.")
    sumber: AlamatWeb = Field(description="Halaman tempat janji itu dibaca.")
    dasar_hukum: Kunci | None = Field(None, description="Kunci aturan yang memuatnya, bila ada.")


class Kanal(Berdasar):
    """One channel."""

    kunci: Kunci = Field(description="Kunci saluran, misalnya kpk.")
    nama: Teks = Field(description="Nama saluran.")
    pemilik: Teks = Field(description="Lembaga pemilik saluran.")
    milik_kantor: bool = Field(False, description="true bila saluran milik kantor sendiri.")
    untuk: tuple[Teks, ...] = Field(min_length=1, description="Untuk apa saluran ini.")
    bukan_untuk: tuple[Teks, ...] = Field((), description="Apa yang tidak ditangani saluran ini.")
    cara: tuple[Cara, ...] = Field(min_length=1, description="Cara menghubungi, yang termudah lebih dulu.")
    jam: Teks | None = Field(None, title="Jam layanan", description="Jam layanan.")
    janji: tuple[Janji, ...] = Field((), description="Janji waktu dengan sumbernya.")
    biaya: Teks | None = Field(None, description="Biaya; Gratis hanya bila sumbernya menyebut demikian.")
    perlindungan: Teks | None = Field(None, description="Bagaimana identitas pelapor dilindungi.")
    tanpa_nama: TanpaNama | None = Field(
        None, strict=False, description="Boleh melapor tanpa nama: ya atau tidak; kosong bila belum diketahui."
    )
    dasar_hukum: tuple[Kunci, ...] = Field((), description="Kunci-kunci aturan dalam dasar-hukum.yml.")
    sumber: tuple[Sumber, ...] = Field((), description="Halaman tempat saluran ini dibaca.")
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")
    penanggung_jawab: Teks | None = Field(None, description="Peran yang memastikannya, bukan nama orang.")

    @rule
    def _source(self, _: Surroundings) -> Found:
        """What is named as someone else's says where that was seen."""
        if not self.milik_kantor and not self.sumber:
            hint = "tambahkan sumber: alamat tempat saluran ini dibaca"
            yield Problem((), f"saluran “{given(self, 'kunci', '')}” tanpa sumber", hint)

    @rule
    def _national(self, _: Surroundings) -> Found:
        """Contacts of national bodies are those that are known, or say why not."""
        own = given(self, "milik_kantor", False)
        bodies = [item for item in national_bodies() if item.is_meant(self.nama, self.pemilik, own=own)]
        for place, cara in each(self.cara, "cara") if bodies else ():
            nilai = given(cara, "nilai", None)
            if nilai and not given(cara, "alasan", None) and not any(body.knows(cara.jenis.value, nilai) for body in bodies):
                known = ", ".join(value for _, value in bodies[0].kontak)
                hint = f"yang dikenal: {known}; bila isian ini memang benar, tambahkan alasan: … di sampingnya"
                yield Problem((*place, "nilai"), f"“{nilai}” bukan kontak {bodies[0].nama} yang dikenal", hint)


# How packs name the owner of channels that every office has itself.
KANTOR_INI = "Kantor ini"


class DaftarKanal(Record):
    """All channels."""

    kunci_kontak = ("nilai",)

    kanal: tuple[Kanal, ...] = Field(min_length=1, description="Daftar saluran.")

    _each_once = once("kanal", "kunci")

    def menurut_kunci(self) -> dict[str, Kanal]:
        """The channels by their keys."""
        return {item.kunci: item for item in self.kanal}


def owned_by(daftar: DaftarKanal, kantor: str) -> DaftarKanal:
    """The channels, of which those that packs give every office are this one's."""
    own = (
        item.model_copy(update={"pemilik": kantor}) if item.milik_kantor and item.pemilik == KANTOR_INI else item
        for item in daftar.kanal
    )
    return daftar.model_copy(update={"kanal": tuple(own)})
