"""The release of a month of complaints: the counts that may be published, made once by `zi.py rilis-pengaduan`.

A count stands as its number, as "<5", or as "disembunyikan". What a month closes (a half-year, a year) stands in its release.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator

from zona.problems import Line, Problem
from zona.records.paket.paket import KATEGORI, KunciKategori
from zona.records.reading.data_error import Found
from zona.records.reading.fields import Record, Teks, of_form, wrong
from zona.records.reading.file_reader import Source
from zona.records.reading.rules import HOLES, Surroundings, each, known_key, open_role, rule
from zona.records.rencana.jadwal import BULAN

KodeJangka = Literal["semester_1", "semester_2", "setahun"]
# A count as it is released.
Terbit: TypeAlias = int | str

AMBANG = 5  # a count of 1 to 4 points to people
KURANG, SEMBUNYI = "<5", "disembunyikan"
# The counts of a month or a span, in the order of the tables.
KOLOM = ("sisa_bulan_lalu", "masuk", "tidak_ditindaklanjuti", "harus_ditindaklanjuti", "selesai", "diproses")
HARUS = "harus_ditindaklanjuti"
HALVES: dict[KodeJangka, range] = {"semester_1": range(1, 7), "semester_2": range(7, 13)}
SPANS: dict[KodeJangka, range] = {**HALVES, "setahun": range(1, 13)}

POLA_BULAN = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_KANAL = re.compile(r"(?=.{1,40}$)(?!.*[0-9]{4})[a-z][a-z0-9]*(-[a-z0-9]+)*")
_REMAKE = "rilis tidak disunting: kembalikan berkasnya dari git, dan buat rilis dengan zi.py rilis-pengaduan"
# A number of complaints or people in prose would tell what the tables hide.
_NUMBER = r"(?:[0-9]+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?: \([a-z ]+\))?"
_COUNTED = r"(?:buah |orang |kali )?(?:pengaduan|aduan|laporan|keluhan|pengadu|pelapor|orang|warga|dumas)"
_TOLD = re.compile(rf"(?<![\w.,])(?:{_NUMBER} {_COUNTED}|sebuah (?:pengaduan|aduan)|seorang)\b", re.IGNORECASE)


def _releasable(value: object) -> object:
    """A count that may be public; the last line of defence against a number that may not."""
    if value in (KURANG, SEMBUNYI):
        return value
    if type(value) is not int or value < 0:
        raise wrong("bukan angka rilis", 'yang dikenal: bilangan bulat, "<5", dan disembunyikan')
    if 0 < value < AMBANG:
        raise wrong("angka 1 sampai 4 tidak boleh terbit", _REMAKE)
    return value


def _days(value: object) -> object:
    if value == SEMBUNYI or (type(value) in (int, float) and 0 <= float(str(value)) <= 1000):
        return value
    raise wrong("bukan lama dalam hari kerja", "tulis angka saja, atau disembunyikan")


_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 0}, {"enum": [KURANG, SEMBUNYI]}]}
AngkaRilis = Annotated[Terbit, BeforeValidator(_releasable), WithJsonSchema(_SCHEMA)]
HariRilis = Annotated[
    int | float | str, BeforeValidator(_days), WithJsonSchema({"anyOf": [{"type": "number"}, {"enum": [SEMBUNYI]}]})
]
KunciKanal = Annotated[
    str, of_form(_KANAL, "kunci saluran tidak sah", "pakai huruf kecil, angka, dan tanda -, misalnya kotak-saran")
]
Bulan = Annotated[str, of_form(POLA_BULAN, "bulan tidak sah", "tulis tahun-bulan dengan dua angka bulan, misalnya 2026-03")]


class HitunganRilis(Record):
    """The six counts of a month or a span."""

    sisa_bulan_lalu: AngkaRilis = Field(description="Pengaduan yang belum selesai pada awal bulan atau jangka.")
    masuk: AngkaRilis = Field(description="Pengaduan yang diterima.")
    tidak_ditindaklanjuti: AngkaRilis = Field(
        description="Ditutup tanpa tindak lanjut: bukan wewenang, dicabut, atau tidak bisa diperiksa."
    )
    harus_ditindaklanjuti: AngkaRilis = Field(description="Pengaduan yang harus ditindaklanjuti.")
    selesai: AngkaRilis = Field(description="Pengaduan yang selesai ditindaklanjuti.")
    diproses: AngkaRilis = Field(description="Pengaduan yang belum selesai pada akhir bulan atau jangka.")

    @rule
    def _sums(self, _: Surroundings) -> Found:
        """The stages add up, as far as they are numbers."""
        before, after = [self.sisa_bulan_lalu, self.masuk], [self.tidak_ditindaklanjuti, self.harus_ditindaklanjuti]
        for left, right in ((before, after), ([self.harus_ditindaklanjuti], [self.selesai, self.diproses])):
            numbers = [item for item in (*left, *right) if isinstance(item, int)]
            if len(numbers) == len(left) + len(right) and sum(numbers[: len(left)]) != sum(numbers[len(left) :]):
                yield Problem((HARUS,), "angka-angka rilis ini tidak saling cocok", _REMAKE)


class JangkaRilis(HitunganRilis):
    """A half-year or a year: its sums, and what is told beside them."""

    median_hari_kerja: HariRilis | None = Field(None, description="Nilai tengah lama penyelesaian dalam hari kerja.")
    terlama_hari_kerja: HariRilis | None = Field(None, description="Penyelesaian yang paling lama dalam hari kerja.")
    kanal: dict[KunciKanal, AngkaRilis] | None = Field(None, description="Pengaduan yang diterima, menurut saluran.")
    kategori: dict[KunciKategori, AngkaRilis] | None = Field(None, description="Pengaduan yang diterima, menurut kategori.")

    @rule
    def _categories(self, around: Surroundings) -> Found:
        yield from known_categories(self.kategori or (), around, "kategori")


def known_categories(keys: Iterable[str], around: Surroundings, *loc: str) -> Found:
    """The categories that are named are the office's: a key that anyone may word is a place where a name can get in."""
    for kunci in keys:
        yield from known_key(kunci, around.kunci.get(KATEGORI), "paket kantor ini", (*loc, kunci), "kategori")


class RilisPengaduan(HitunganRilis):
    """One month as released, and what closes with it. `terbaca` are counts of earlier releases that everybody can work out
    beside this one, by their period and name: zeros that were hidden, and sums."""

    bulan: Bulan = Field(description="Tahun dan bulan, misalnya 2026-03.")
    tindak_lanjut: tuple[Annotated[Teks, Field(max_length=300)], ...] = Field(
        (), description="Perbaikan yang dilakukan; tanpa orang, tanpa isi pengaduan, tanpa banyaknya pengaduan."
    )
    catatan: Annotated[Teks, Field(max_length=600)] | None = Field(
        None, description="Keterangan kantor, misalnya tentang koreksi bulan yang lalu; tanpa banyaknya pengaduan."
    )
    semester_1: JangkaRilis | None = Field(None, description="Jumlah Januari sampai Juni, bila lengkap dengan bulan ini.")
    semester_2: JangkaRilis | None = Field(None, description="Jumlah Juli sampai Desember, bila lengkap dengan bulan ini.")
    setahun: JangkaRilis | None = Field(None, description="Jumlah setahun, bila lengkap dengan bulan ini.")
    terbaca: dict[str, dict[str, Annotated[int, BeforeValidator(_releasable)]]] = Field(
        default_factory=dict, description="Angka rilis terdahulu yang kini bisa dihitung siapa pun, menurut bulan atau jangka."
    )
    dicatat_oleh: Teks = Field(description="Peran yang mencatat, bukan nama orang.")

    @model_validator(mode="before")
    @classmethod
    def _no_raw_month(cls, value: object, info: ValidationInfo) -> object:
        """A month with its true counts has no place in a public repository."""
        if info.context is not HOLES and isinstance(value, dict) and isinstance(value.get("masuk"), dict):
            hint = "pindahkan ke data-tertutup, lalu jalankan zi.py rilis-pengaduan; zi.py perbarui-data mengerjakan keduanya"
            raise wrong("memuat angka pengaduan sebenarnya, yang tidak boleh berada di sini", hint)
        return value

    @property
    def jangka(self) -> dict[KodeJangka, JangkaRilis]:
        """The spans that close with the month."""
        found = {kode: getattr(self, kode) for kode in SPANS}
        return {kode: item for kode, item in found.items() if item is not None}

    @rule
    def _file_name(self, around: Surroundings) -> Found:
        yield from in_its_file(self.bulan, around)

    # The first day counts: a month is reported after its end, perhaps by a role that ended within it.
    _recorder = open_role("dicatat_oleh", lambda month: date.fromisoformat(f"{month.bulan}-01"))

    @rule
    def _words(self, _: Surroundings) -> Found:
        yield from told_numbers(self.tindak_lanjut, self.catatan)


def in_its_file(bulan: str, around: Surroundings) -> Found:
    """A month's file is called after it, and lies in its year."""
    due = f"{around.tahun}-{around.nama.removesuffix('.yml')}"
    if bulan != due:
        masalah = f"bulan {bulan} berada di berkas {around.tahun}/pengaduan/{around.nama}"
        yield Problem(("bulan",), masalah, f"tulis bulan: {due}, atau pindahkan")


def told_numbers(tindak_lanjut: Sequence[str], catatan: str | None) -> Found:
    """Numbers of complaints or people in what is told in words."""
    for place, text in [*each(tindak_lanjut, "tindak_lanjut"), (("catatan",), catatan or "")]:
        if told := _TOLD.search(text):
            yield Problem(
                place, f"“{told[0]}” menyebut banyaknya pengaduan atau orang", "tulis perbaikannya saja, tanpa jumlah"
            )


def broken_releases(label: str, releases: Sequence[Source[RilisPengaduan]]) -> Iterator[Problem[Line]]:
    """What does not hold between releases, given in order of time: what a month leaves is what the next begins with (“<5” may
    have turned into a readable 0), and a span stands once, where all its months are released."""
    months = {source.isi.bulan: source for source in releases}
    for bulan, source in months.items():
        following = months.get(next_month(bulan))
        if following and 0 != source.isi.diproses != following.isi.sisa_bulan_lalu != 0:
            masalah = f"sisa bulan lalu tidak sama dengan “diproses” di {source.path}"
            yield Problem(following.line(label, "sisa_bulan_lalu"), masalah, _REMAKE)
    for year in dict.fromkeys(bulan[:4] for bulan in months):
        for kode, numbers in SPANS.items():
            own = [months[name] for number in numbers if (name := f"{year}-{number:02}") in months]
            told = [source for bulan, source in months.items() if bulan[:4] == year and kode in source.isi.jangka]
            if len(own) == len(numbers) and not told:
                yield Problem(own[-1].line(label, "bulan"), f"jumlah {kode} tidak ada di rilis mana pun", _REMAKE)
            for source in told[1:] if len(own) == len(numbers) else told:
                yield Problem(source.line(label, kode), f"jumlah {kode} tidak semestinya di sini", _REMAKE)


def month_name(bulan: str) -> str:
    """“Maret 2026”."""
    return f"{BULAN[int(bulan[5:]) - 1]} {bulan[:4]}"


def next_month(bulan: str) -> str:
    """The month (2027-01) after another (2026-12)."""
    year, month = divmod(int(bulan[:4]) * 12 + int(bulan[5:]), 12)
    return f"{year}-{month + 1:02}"


def follows(before: str, after: str) -> bool:
    """Whether a month (2026-12) is directly followed by another (2027-01)."""
    return next_month(before) == after
