"""The rules that pages cite: title, number, year, where to read them, and whether they still hold."""

from datetime import date

from pydantic import Field

from zona.problems import Problem
from zona.records.informasi.sumber import Sumber, unlabelled
from zona.records.reading.data_error import Found
from zona.records.reading.fields import AlamatWeb, Kunci, Pilihan, Record, Teks
from zona.records.reading.rules import Surroundings, each, given, known_key, listed, once, rule


class KeadaanAturan(Pilihan):
    """Whether a rule still holds."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"
    BELUM_DIPASTIKAN = "belum_dipastikan"


class Berdasar(Record):
    """What names rules by their keys, under `dasar_hukum`."""

    _rules_are_listed = listed("dasar_hukum", "dasar-hukum.yml")


class Aturan(Record):
    """One rule."""

    kunci: Kunci = Field(description="Kunci aturan, misalnya uu-20-2001; halaman menyebutnya dengan kunci ini.")
    bentuk: Teks = Field(description="Bentuk aturan, misalnya Undang-Undang.")
    nomor: Teks = Field(description='Nomor aturan, dalam tanda kutip, misalnya "20".')
    tahun: int = Field(ge=1945, le=2100, description="Tahun aturan.")
    tentang: Teks | None = Field(None, description="Judul setelah kata tentang; kosong bila belum diketahui lengkap.")
    lembaran: Teks | None = Field(
        None, title="Lembaran Negara atau Berita Negara", description="Nomornya, misalnya LN 2001/134, TLN 4150."
    )
    alamat: AlamatWeb | None = Field(None, description="Alamat https:// naskah resminya.")
    keadaan: KeadaanAturan = Field(strict=False, description="berlaku, diubah, dicabut, atau belum_dipastikan.")
    oleh: tuple[Kunci, ...] = Field((), description="Kunci aturan yang mengubah atau mencabutnya.")
    catatan: Teks | None = Field(None, description="Keterangan untuk pembaca, bila perlu.")
    sumber: tuple[Sumber, ...] = Field((), description="Halaman tempat aturan ini dibaca.")
    diperiksa: date | None = Field(None, description="Tanggal kantor terakhir memastikannya; kosong bila belum pernah.")

    @rule
    def _changed_by_another(self, _: Surroundings) -> Found:
        if self.keadaan in (KeadaanAturan.DIUBAH, KeadaanAturan.DICABUT) and not self.oleh:
            hint = "tambahkan oleh: dan kunci aturan yang mengubahnya"
            yield Problem(("keadaan",), f"keadaan “{self.keadaan}” tanpa “oleh”", hint)

    @rule
    def _not_by_itself(self, _: Surroundings) -> Found:
        if self.kunci in self.oleh:
            yield Problem(("oleh",), "aturan tidak bisa mengubah dirinya sendiri", "tulis kunci aturan yang lain")

    @rule
    def _sources(self, _: Surroundings) -> Found:
        yield from unlabelled(self.sumber, "sumber")

    @property
    def sebutan(self) -> str:
        """How the rule is called in a sentence: “Undang-Undang Nomor 20 Tahun 2001”."""
        return f"{self.bentuk} Nomor {self.nomor} Tahun {self.tahun}"


class DasarHukum(Record):
    """The whole list."""

    aturan: tuple[Aturan, ...] = Field(min_length=1, description="Daftar aturan.")

    _each_once = once("aturan", "kunci")

    @rule
    def _changes_are_listed(self, around: Surroundings) -> Found:
        known = [kunci for item in self.aturan if (kunci := given(item, "kunci", ""))]
        known += around.kunci.get("dasar-hukum.yml") or ()  # those of packs
        for loc, item in each(self.aturan, "aturan"):
            for place, kunci in each(given(item, "oleh", ()), *loc, "oleh"):
                yield from known_key(kunci, known, "dasar-hukum.yml", place)

    def menurut_kunci(self) -> dict[str, Aturan]:
        """The rules by their keys."""
        return {item.kunci: item for item in self.aturan}
