"""The annex of the decree: the action plan of one year, row by row, as printed."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Annotated, Final, Literal, Self

from pydantic import Discriminator, Field, PrivateAttr, Tag, model_validator

from zona.problems import Problem
from zona.records.reading.data_error import Found, Loc, quoted
from zona.records.reading.fields import KodeAksi, KodeKelompok, KodePeriode, Record, Teks
from zona.records.reading.rules import Hole, Surroundings, each, given, in_its_folder, is_whole, once, period_in_year, rule
from zona.records.rencana.jadwal import Tenggat, tenggat_of, whole_year
from zona.records.rencana.keputusan import Bercatatan
from zona.records.rencana.kode import roman, successors
from zona.records.rencana.penegasan import Penegasan
from zona.records.rencana.target_waktu import UnreadableTime, read_target_waktu
from zona.records.rencana.tema import KunciTema

# The printed columns of a row, each with its heading.
_KOLOM = ("komponen", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "target_capaian")
KOLOM = {key: key.replace("_", " ").capitalize() for key in _KOLOM}

_LONGEST_NAME = 90  # of a row that has no component: so much of what will be done

_TARGET = re.compile(r"([0-9]{1,3}) (?:\([a-z ]+\) )?([A-Za-z][A-Za-z ]*)")


class Jadwal(Record):
    """A period and its deadline, written out because the printed time can't be read by rule."""

    periode: KodePeriode = Field(description="Kode periode: 2026-07, 2026-TW1, atau 2026-01-sd-03.")
    tenggat: date = Field(description="Hari terakhir yang masih tepat waktu: tahun-bulan-hari.")

    _year = period_in_year

    @rule
    def _after_the_period(self, around: Surroundings) -> Found:
        end = tenggat_of(self.periode).tenggat
        if end.year == around.tahun and self.tenggat.strftime("%Y-%m") < end.strftime("%Y-%m"):
            yield Problem(("tenggat",), f"tenggat {self.tenggat} mendahului akhir periode {self.periode}", f"biasanya {end}")


TANPA_TENGGAT: Final = "tanpa_tenggat"  # a schedule, too: it is recorded when it happens, and nothing of it is ever late


def _written_as(value: object) -> str:
    return "[kata]" if isinstance(value, str) else "[daftar]"


_Daftar = Annotated[tuple[Jadwal, ...], Field(min_length=1), Tag("[daftar]")]
JadwalTertulis = Annotated[_Daftar | Annotated[Literal["tanpa_tenggat"], Tag("[kata]")], Discriminator(_written_as)]


@dataclass(frozen=True)
class Target:
    """The printed `target_capaian` in two parts: how many, of what."""

    jumlah: int
    satuan: str


class Bersingkatan(Bercatatan):
    """A group or a row, which the office may call by a shorter name of its own where the decree's words are too long."""

    singkat: Annotated[Teks, Field(max_length=40)] | None = Field(
        None,
        description="Nama pendek buatan kantor untuk daftar dan grafik, paling panjang 40 huruf; kosong: seperti tercetak.",
    )
    nomor_tercetak: Annotated[Teks, Field(max_length=40)] | None = Field(
        None, description="Nomor seperti tercetak dalam rencana kantor, bila berbeda dari kode di sini."
    )


class Aksi(Bersingkatan):
    """One row of the annex. A cell that spans several printed rows is repeated in each."""

    kode: KodeAksi = Field(description="Kode baris: nomor kelompok, nomor, dan huruf bila ada anak baris.")
    komponen: Teks | None = Field(None, description="Kolom Komponen, seperti tercetak; kosong bila tidak tercetak.")
    indikator: Teks | None = Field(None, description="Kolom Indikator, seperti tercetak; kosong bila tidak tercetak.")
    langkah_aksi: Teks = Field(description="Kolom Langkah Aksi, seperti tercetak.")
    bukti_fisik: Teks | None = Field(None, description="Kolom Bukti Fisik, seperti tercetak; kosong bila tidak tercetak.")
    target_waktu: Teks | None = Field(description="Kolom Target Waktu, seperti tercetak; kosong bila tidak tercetak.")
    target_capaian: Teks | None = Field(None, description="Kolom Target Capaian, seperti tercetak; kosong bila tidak tercetak.")
    jadwal: JadwalTertulis | None = Field(
        None,
        description="Bila target_waktu tidak terbaca: daftar periode dan tenggat, atau tanpa_tenggat (dicatat bila terjadi).",
    )
    alasan_jadwal: Teks | None = Field(None, description="Mengapa jadwal ditulis sendiri.")
    tema: tuple[KunciTema, ...] = Field(
        (), description="Apa yang dibicarakan aksi ini, menurut daftar tema; kosong bila tidak ada yang cocok."
    )
    penanggung_jawab: Teks | None = Field(
        None, description="Jabatan yang bertanggung jawab, bila kantor menetapkannya; bukan nama orang."
    )

    # Set by `RencanaAksi`, whose year it takes to read a time.
    _tenggat: tuple[Tenggat, ...] = PrivateAttr(default=())
    _periode: tuple[str, ...] = PrivateAttr(default=())
    _unreadable_time: str = PrivateAttr(default="")
    _same_component: bool = PrivateAttr(default=False)  # as another row of its group

    @property
    def tenggat(self) -> tuple[Tenggat, ...]:
        """The periods in order of time, as they were read with the plan. In checked data there is at least one, but in an
        action without deadlines."""
        return self._tenggat

    @property
    def nama(self) -> str:
        """The row's component as printed; where none is printed, or it is a title over several rows that the office numbers
        itself, what will be done, shortened."""
        own = self.komponen if self.singkat or not (self._same_component and self.nomor_tercetak) else None
        return own or shorten(" ".join(self.langkah_aksi.split()), _LONGEST_NAME, placeholder=" …")

    @property
    def tanpa_tenggat(self) -> bool:
        """Whether nothing falls due: what happens is recorded when it does."""
        return self.jadwal == TANPA_TENGGAT

    @property
    def periode(self) -> tuple[str, ...]:
        """The codes of the periods that records may name, in order of time: that of each deadline; without any, the year's."""
        return self._periode

    @property
    def sebutan(self) -> str:
        """What lists and charts call the row: its short name, else its name."""
        return self.singkat or self.nama

    def read_time(self, tahun: int) -> str:
        """Read the periods in a plan for a year: the written `jadwal`, else what `target_waktu` says; or why it can't be."""
        try:
            if self.tanpa_tenggat:
                self._periode = (whole_year(tahun),)
            else:
                written = tuple(sorted(Tenggat(item.tenggat, item.periode) for item in self._schedule))
                self._tenggat = written or read_target_waktu(self.reading_of("target_waktu") or "", tahun)
                self._periode = tuple(item.periode for item in self._tenggat)
        except UnreadableTime as error:
            self._unreadable_time = str(error)
        return self._unreadable_time

    @property
    def _schedule(self) -> tuple[Jadwal, ...]:
        return self.jadwal if isinstance(self.jadwal, tuple) else ()

    @rule
    def _printed_time(self, around: Surroundings) -> Found:
        if self._unreadable_time:
            masalah = f"target_waktu {quoted(self.target_waktu)} tidak terbaca: {self._unreadable_time}"
            if self.target_waktu is None:
                masalah = f"target_waktu {self.kode} tidak tercetak, dan jadwal belum ada"
            hint = f"tulis jadwal: daftar periode (misalnya {around.tahun}-07) dengan tenggatnya"
            hint = f"{hint}, atau {TANPA_TENGGAT} (dicatat bila terjadi); dan alasan_jadwal"
            yield Problem(("target_waktu",), masalah, hint)

    @rule
    def _schedule_with_reason(self, _: Surroundings) -> Found:
        if self.alasan_jadwal and self.jadwal is None:
            yield Problem(("alasan_jadwal",), f"{self.kode} punya alasan_jadwal tanpa jadwal", "tambahkan jadwal, atau hapus")
        if self.jadwal is not None and not self.alasan_jadwal:
            yield Problem(("jadwal",), f"jadwal {self.kode} ditulis sendiri tanpa alasan", "tambahkan alasan_jadwal: …")

    _each_period_once = once("jadwal", "periode")

    def target(self) -> Target | None:
        """The printed target as number and unit; None where none is printed or it is not of that form."""
        found = _TARGET.fullmatch(self.reading_of("target_capaian") or "")
        return Target(int(found[1]), found[2]) if found else None


class Kelompok(Bersingkatan):
    """One group of the annex with its rows."""

    kode: KodeKelompok = Field(description="Nomor kelompok dalam angka Romawi.")
    judul: Teks = Field(description="Judul kelompok, seperti tercetak.")
    aksi: tuple[Aksi, ...] = Field(min_length=1, description="Baris-baris kelompok, urut seperti tercetak.")

    @property
    def sebutan(self) -> str:
        """What lists and charts call the group: its short name, else its title as printed."""
        return self.singkat or self.judul

    @model_validator(mode="after")
    def _tell_apart(self) -> Self:
        with suppress(Hole):
            rows = [aksi for aksi in self.aksi if is_whole(aksi)]
            times = Counter(aksi.komponen for aksi in rows)
            for aksi in rows:
                aksi._same_component = times[aksi.komponen] > 1
        return self

    @rule
    def _aksi_in_order(self, _: Surroundings) -> Found:
        """Rows belong to their group, appear once, and are numbered without a gap; one slip is reported once."""
        before, seen = "", set[str]()
        for place, row in each(self.aksi, "aksi"):
            kode = given(row, "kode", "")
            in_group = kode.startswith(f"{self.kode}.")
            if kode and not in_group:
                hint = f"awali kodenya dengan {self.kode}."
                yield Problem((*place, "kode"), f"aksi “{kode}” berada di kelompok {self.kode}", hint)
            elif kode in seen:
                yield Problem((*place, "kode"), f"kode aksi “{kode}” dipakai dua kali", "beri tiap baris kodenya sendiri")
            elif kode:
                yield from _follows(kode, before, self.kode, place)
            before = kode if in_group else ""
            seen |= {before} - {""}


def _follows(kode: str, before: str, kelompok: str, place: Loc) -> Found:
    """A row's code is one that may follow the row above; after one that is not valid, or in another group, any may."""
    first = (f"{kelompok}.1", f"{kelompok}.1.a")
    if place[-1] == 0 and kode not in first:
        yield Problem((*place, "kode"), f"kelompok dimulai dengan “{kode}”", f"mulai dengan {' atau '.join(first)}")
    elif before and kode not in successors(before):
        hint = f"setelah {before} harus {' atau '.join(successors(before))}"
        yield Problem((*place, "kode"), f"setelah “{before}” datang “{kode}”", hint)


class RencanaAksi(Bercatatan):
    """The whole annex of one year's decree."""

    tahun: int = Field(ge=2000, le=2100, description="Tahun rencana aksi.")
    judul: Teks = Field(description="Judul lampiran, seperti tercetak.")
    tema_ditegaskan: Penegasan | None = Field(
        None, description="Siapa menegaskan tema aksi-aksi ini, dan kapan; kosong: masih usulan."
    )
    kelompok: tuple[Kelompok, ...] = Field(min_length=1, description="Kelompok-kelompok, urut seperti tercetak.")

    @model_validator(mode="after")
    def _read_times(self) -> Self:
        with suppress(Hole):  # no year, or no rows
            for aksi in filter(is_whole, self.semua_aksi()):
                aksi.read_time(self.tahun)
        return self

    _year = in_its_folder

    @rule
    def _kelompok_in_order(self, _: Surroundings) -> Found:
        for number, (loc, kelompok) in enumerate(each(self.kelompok, "kelompok"), start=1):
            due = roman(number)
            kode = given(kelompok, "kode", due)
            if kode != due:
                nth = f"kelompok ke-{number}"
                yield Problem((*loc, "kode"), f"{nth} berkode “{kode}”, tidak urut", f"{nth} harus berkode {due}")

    def semua_aksi(self) -> Iterator[Aksi]:
        """Every row of every group, in the order of the print."""
        for kelompok in self.kelompok:
            yield from kelompok.aksi
