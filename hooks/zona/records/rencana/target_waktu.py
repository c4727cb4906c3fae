"""A printed `target_waktu` in; periods, each with its deadline, out. First every word is rewritten as the one that the forms
know: “TW. III”, “triwulan ke-3” and “Kuartal ketiga” all say “triwulan 3”. Then the whole text must be one of few forms, which
stand here only if they can mean one thing. All else, or another year than the plan's, is `UnreadableTime`: an explicit `jadwal`
has to say it. `BENTUK` tells the public."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zona.records.rencana.jadwal import BULAN, BULAN_KE, BULAN_TERTULIS, Tenggat
from zona.records.rencana.kode import roman

# (examples, what the public is told about them), in the order of the method page.
BENTUK = (
    ("Januari 2026; Feb", "satu bulan: jatuh tempo pada hari terakhir bulan itu"),
    ("Januari dan Juli 2026; Jan, Apr, Jul", "beberapa bulan: masing-masing jatuh tempo pada hari terakhirnya"),
    ("15 Maret 2026; paling lambat 15 Maret", "satu tanggal: jatuh tempo pada hari itu"),
    ("Bulanan 2026; tiap akhir bulan", "setiap bulan: dua belas tenggat, pada hari terakhir tiap bulan"),
    ("12 (dua belas) bulan", "sama dengan bulanan: dua belas tenggat"),
    ("Per Triwulan; setiap 3 bulan; TW I s.d. TW IV", "empat tenggat: akhir Maret, Juni, September, dan Desember"),
    ("Triwulan II; TW I dan III", "triwulan yang disebut: masing-masing jatuh tempo pada hari terakhirnya"),
    ("Per semester; Semester I dan II; minimal per 6 bulan", "dua tenggat: akhir Juni dan akhir Desember"),
    ("Semester I", "Januari sampai Juni: satu tenggat, pada hari terakhirnya"),
    ("Januari s.d Maret 2026; Jan-Mar", "satu rentang: satu tenggat, pada hari terakhir rentang itu"),
    ("Tahun 2026; setahun sekali", "satu tahun: satu tenggat, pada 31 Desember"),
    ("Minggu II Februari; Minggu I setiap bulan", "tanggal 14 dan tanggal 7: itu bacaan kami, sampai kami tegaskan"),
)


class UnreadableTime(ValueError):
    """The text of a `target_waktu` is not one of the known forms; the message says which part."""


# What people write for a word of the forms; numbers stand for themselves, months follow below.
_WRITTEN = {
    "triwulan": "tw tribulan kuartal kwartal q",
    "semester": "smt sem",
    "bulan": "bln bulannya",
    "minggu": "pekan",
    "tahun": "thn th",
    "tanggal": "tgl",
    "setiap": "tiap per",
    "kali": "x",
    "minimal": "min minimum setidaknya",
    "setiap bulan": "bulanan",
    "setiap triwulan": "triwulanan tribulanan",
    "setiap semester": "semesteran",
    "setiap tahun": "tahunan",
    "1 bulan": "sebulan",
    "1 tahun": "setahun",
    "1 kali": "sekali",
    "1": "i satu pertama kesatu",
    "2": "ii dua kedua",
    "3": "iii tiga ketiga",
    "4": "iv empat keempat",
    "6": "enam",
    "12": "duabelas",
    ",": "; & dan",
    "": "pada di rutin secara dilakukan dilaksanakan",
}
_OWN = "akhir dalam lambat terakhir , - / ( )"
_WORDS = {word: form for form, words in _WRITTEN.items() for word in (form, *words.split())}
_WORDS |= {word: BULAN[number - 1].lower() for word, number in BULAN_TERTULIS.items()} | {word: word for word in _OWN.split()}

# Ways of writing that go over more than one word, before the words are looked at.
_PHRASES = (
    (r"[‐‑‒–—−]", "-"),
    (r"\bs\.? ?d\b\.?|\bs/d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b", "-"),
    (r"\bpaling (?:lambat|akhir)\b|\bselambat(?: ?- ?lambat)?nya\b", "lambat"),
    (r"\bpaling (?:sedikit|kurang)\b|\bsekurang(?: ?- ?kurang)?nya\b", "minimal"),
    (r"\btahun anggaran\b", "tahun"),
    (r"\btri (?=wulan|bulan)", "tri"),
    (r"\bdua belas\b", "12"),
    (r"\bke *-? *(?=[0-9]|[iv]+\b)", ""),
    (r"\b([0-9]+|dua|tiga|empat|enam)[ -]bulanan\b", r"setiap \1 bulan"),
    (r", *(?=dan\b|&)", " "),
)
# A month by its number: “B03”, “bulan ke-3”.
_MONTH_CODE = re.compile(r"\b(?:b ?[.-]? ?0?|bulan ke ?-? ?0?|bln ke ?-? ?0?)([1-9]|1[0-2])\b")
_YEAR = re.compile(r"(?<=[a-z0-9]) (?:tahun )?((?:19|20)[0-9]{2})(?= [-,)]|$)")

_MONTH = rf"(?:bulan )?(?P<month>{'|'.join(map(str.lower, BULAN))})"
_FIRST_MONTH = _MONTH.replace("<month>", "<first_month>")
_DAY = "(?:tanggal )?(?P<day>[0-9]{1,2})"
_FIRST_DAY = _DAY.replace("<day>", "<first_day>")
_WEEK = "minggu (?:(?P<first_week>[1-4]) - )?(?P<week>[1-4]|terakhir)"
_UNIT = "(?P<unit>bulan|triwulan|semester|tahun)"
_COUNT = "(?P<count>[0-9]{1,2})"
_LENGTH = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}

_WHOLE_YEAR = re.compile(r"(?:tahun )?([0-9]{4})")
_GLOSS = re.compile(r"(.+) \( (.+) \)")
# The forms of a whole text, by what is read from their named parts.
_RATES = (
    rf"(?:minimal )?(?:1 kali )?setiap (?:{_COUNT} )?{_UNIT}(?: 1 kali)?",
    rf"(?:minimal )?1 kali (?:(?:dalam|/) )?(?:{_COUNT} )?{_UNIT}",
    rf"(?:minimal )?{_COUNT} {_UNIT} 1 kali",
    r"(?:setiap akhir|akhir setiap) (?P<unit>bulan|triwulan|semester)",
)
_ALL = {"12 bulan": "bulan", "4 triwulan": "triwulan", "2 semester": "semester"}
_IN_EACH_MONTH = (
    rf"{_WEEK} setiap bulan",
    rf"setiap bulan {_WEEK}",
    rf"(?:lambat )?tanggal (?:{_FIRST_DAY} - )?{_DAY} setiap bulan",
    rf"setiap (?:bulan )?(?:lambat )?tanggal (?:{_FIRST_DAY} - )?{_DAY}",
)
_NUMBERED = r"(?:lambat )?(?:akhir )?(?P<unit>triwulan|semester) (?P<numbers>[1-4](?: [-,] (?:(?P=unit) )?[1-4])*)"
# The forms of the items of a list, which all have the same one.
_ITEMS = (
    rf"(?:lambat )?(?:akhir )?{_MONTH}",
    rf"{_FIRST_MONTH} - {_MONTH}",
    rf"(?:lambat )?{_DAY} {_MONTH}",
    rf"{_FIRST_DAY} (?:{_FIRST_MONTH} )?- {_DAY} {_MONTH}",
    rf"(?:lambat )?{_WEEK} {_MONTH}",
    rf"(?:lambat )?{_MONTH} {_WEEK}",
)


@dataclass(frozen=True)
class _Span:
    """Months from the first to the last, and the last day where it is not the month's own."""

    first: int
    last: int
    day: int | None = None
    unit: str = ""
    ditaksir: bool = False

    def tenggat(self, tahun: int) -> Tenggat:
        end = calendar.monthrange(tahun, self.last)[1]
        if self.day is not None and not 1 <= self.day <= end:
            raise UnreadableTime(f"tanggal {self.day} tidak ada di bulan {BULAN[self.last - 1]} {tahun}")
        number = self.last // _LENGTH[self.unit] if self.unit else 0
        code = f"{self.first:02}" if self.first == self.last else f"{self.first:02}-sd-{self.last:02}"
        code = f"TW{number}" if self.unit == "triwulan" else code
        tercetak = f"Semester {roman(number)}" if self.unit == "semester" else ""
        return Tenggat(date(tahun, self.last, self.day or end), f"{tahun}-{code}", tercetak, self.ditaksir)


def read_target_waktu(text: str, tahun: int) -> tuple[Tenggat, ...]:
    """The periods of a printed `target_waktu` in a plan for `tahun`, in order of time. Raises `UnreadableTime`."""
    return _read(_plain(text), tahun)


def _plain(text: str) -> str:
    """The text in the words of the forms. Raises `UnreadableTime` for one that none of them knows."""
    text = " ".join(text.lower().split()).strip(" .,;:")
    text = _MONTH_CODE.sub(lambda found: BULAN[int(found[1]) - 1].lower(), text)
    for written, form in _PHRASES:
        text = re.sub(written, form, text)
    words = re.findall(r"[a-z]+|[0-9]+|[^\s.]", text)
    for word in words:
        if word not in _WORDS and not word.isdecimal():
            raise UnreadableTime(f"“{word}” tidak dikenal sebagai waktu")
    text = " ".join(filter(None, (_WORDS.get(word, word) for word in words)))
    text = re.sub(r"\b(triwulan|semester|minggu) - (?=[0-9])", r"\1 ", text)  # TW-1
    return re.sub(r"\b([0-9]+) \( \1 \)", r"\1", text)  # 12 (dua belas)


def _read(words: str, tahun: int) -> tuple[Tenggat, ...]:
    whole = _WHOLE_YEAR.fullmatch(words)
    for year in [whole[1]] if whole else _YEAR.findall(words):
        if int(year) != tahun:
            raise UnreadableTime(f"tahun {year} bukan tahun rencana ({tahun})")
    words = _YEAR.sub("", words)
    if gloss := _GLOSS.fullmatch(words):
        return _same(_read(gloss[1], tahun), _read(gloss[2], tahun))
    spans = [_Span(1, 12, unit="tahun")] if whole else _spans(words)
    for one, other in pairwise(spans):
        if one.last >= other.first:
            raise UnreadableTime("waktunya berulang, bertumpuk, atau tidak urut")
    return tuple(span.tenggat(tahun) for span in spans)


def _same(said: tuple[Tenggat, ...], explained: tuple[Tenggat, ...]) -> tuple[Tenggat, ...]:
    """What a text says, where its explanation in brackets has the same deadlines: “TW I (Januari – Maret)”."""
    if [item.tenggat for item in said] != [item.tenggat for item in explained]:
        raise UnreadableTime("tenggat di dalam kurung tidak sama dengan yang di depannya")
    return said


def _spans(words: str) -> list[_Span]:
    """What a whole text says, its years taken out. Raises `UnreadableTime` where it has none of the forms."""
    if words in _ALL:
        return _at_a_rate(_ALL[words])
    for forms, spans_of in ((_RATES, _at_a_rate), (_IN_EACH_MONTH, _in_each_month), ((_NUMBERED,), _numbered)):
        for form in forms:
            if found := re.fullmatch(form, words):
                return spans_of(**found.groupdict())
    for form in _ITEMS:
        matches = [re.fullmatch(form, item) for item in words.split(" , ")]
        if all(matches):
            return [_item(**found.groupdict()) for found in matches if found]
    raise UnreadableTime("susunan katanya tidak dikenal" if words else "tidak ada waktunya")


def _at_a_rate(unit: str, count: str | None = None) -> list[_Span]:
    """The year in equal parts."""
    number = int(count or 1)
    months = number * _LENGTH[unit]
    if months not in (1, 2, 3, 4, 6, 12):
        raise UnreadableTime(f"setahun tidak terbagi rata oleh {number} {unit}")
    named = "triwulan" if months == 3 else unit if number == 1 else ""
    return [_Span(first, first + months - 1, unit=named) for first in range(1, 13, months)]


def _in_each_month(**parts: str | None) -> list[_Span]:
    return [_item(month.lower(), **parts) for month in BULAN]


def _numbered(unit: str, numbers: str) -> list[_Span]:
    """Quarters or halves by their numbers: “1 , 2 , 3”, “1 - 4”."""
    length, found = _LENGTH[unit], list[int]()
    for part in numbers.split(" , "):
        ends = [int(number) for number in re.findall("[1-4]", part)]
        if len(ends) > 2 or max(ends) * length > 12 or ends != sorted(set(ends)):
            raise UnreadableTime(f"“{unit} {part}” tidak ada, atau terbalik")
        found += range(ends[0], ends[-1] + 1)
    return [_Span((number - 1) * length + 1, number * length, unit=unit) for number in found]


def _item(
    month: str,
    first_month: str | None = None,
    first_day: str | None = None,
    day: str | None = None,
    first_week: str | None = None,
    week: str | None = None,
) -> _Span:
    """A month, or from an earlier one to it: until its end, a day of it, or the end of a week of it."""
    last, number = BULAN_KE[month], 5 if week == "terakhir" else int(week or 0)
    first = BULAN_KE[first_month] if first_month else last
    begin, end = (first, int(first_day or first_week or 0)), (last, int(day or number))
    if (first_month or begin[1]) and begin >= end:
        raise UnreadableTime("rentangnya berakhir sebelum atau pada saat mulainya")
    if week:
        return _Span(first, last, number * 7 if number < 5 else None, ditaksir=True)
    return _Span(first, last, int(day) if day else None)
