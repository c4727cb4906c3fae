"""A person's data in a text that the public will read: found before it is published, told without repeating it.

Law 27 of 2022 on the protection of personal data (UU PDP) lets nobody publish what points to one person without a
ground for it, and a page, once copied, can't be called back. So texts are searched by form: NIK, number of the family
card (KK), NPWP, NIP, telephone, e-mail, number plate; and behind a word that names it: SIM, BPJS, passport, bank account,
birth. Names and addresses of houses have no form and are not found; a title with a name behind it is (`find_names`).

A form is a guess. Where it could as well be an amount, a date, a time, the number of a law or a link, it is left alone.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache

from zona.problems import Problem
from zona.records.reading.data_error import Document, Found, Within

# Kind, start, end.
Find = tuple[str, int, int]
Finder = Callable[[str], Iterator[Find]]
NumberedLines = tuple[tuple[int, str], ...]

# Region codes of number plates.
_WILAYAH = """A B D E F G H K L M N P R S T W Z AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP
DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW EA EB ED KB KH KT KU PA PB PG PS PT PY""".split()

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_HIDDEN = "•"  # no digit, letter or separator: what is blanked joins nothing and parts nothing

# Letters in the place of digits: O812-3456-789O. Seven real digits make it a number.
_DISGUISED = re.compile(r"(?<![A-Za-z0-9])(?=(?:[OoIl]?[ .\-/]?[0-9]){7})[0-9OoIl](?:[ .\-/]?[0-9OoIl]){8,}(?![A-Za-z0-9])")
_DIGITS_MEANT = str.maketrans("OoIl", "0011")

# A number begins and ends where no letter, digit or other part of a longer code (076.01.…, …-2026) touches it.
_START = r"(?<![0-9A-Za-z])(?<![0-9]{2}[.\-])"
_END = r"(?![0-9A-Za-z]|[.\-][0-9])"
_GAP = r"[ .\-()]{0,3}"

# Without one of these signs a text has none of the forms: most texts, which then take no time.
_MAYBE = re.compile(r"[0-9@]|[^\0-\x7f‘’“”–—…·]|(?<![a-z])(?:at|et)(?![a-z])", re.IGNORECASE)
_GLUED = re.compile(r"(?<![A-Za-z])(NIK|KTP|KK|NPWP|HP|WA|Telp|Fax)(?=[0-9+(])", re.IGNORECASE)

# What looks like a number of a person in part, but is known to be something else.
_HARMLESS = re.compile(
    r"(?<![A-Za-z])(?i:Rp)\.? ?[0-9][0-9.,]*"  # an amount
    r"|(?<![0-9.+\-])[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![.\-]?[0-9])"  # thousands: 62.812.345.678
    r"|(?<![0-9])(?<![0-9][.\-])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9]|-[0-9])"  # 2026-01-31
    r"|(?<![0-9])(?<![0-9][.\-])[0-3]?[0-9]([./\-])[01]?[0-9]\1(?:19|20)[0-9]{2}(?![0-9]|[.\-][0-9])"  # 31-01-2026
    r"|(?<![0-9.])[0-2][0-9]\.[0-5][0-9] ?- ?[0-2][0-9]\.[0-5][0-9](?![0-9]|\.[0-9])"  # hours: 08.30-12.00
    r"|(?<=_)[0-9a-f]{8}(?=\.(?:yml|pdf|jpg|png|webp)(?!\w))"  # how records and evidence are named after their content
    r"|[0-9A-Fa-f]{32,}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"  # a hash, a UUID
)

# Digits behind one of these are an id inside a link, unless a word says otherwise (…?nik=).
_IN_LINK = tuple("/=_&?#")

_SIXTEEN = re.compile(rf"(?={_START}([0-9](?:[ .\-/]?[0-9]){{15}}){_END})")
_PAIRS = re.compile(r"(?:[0-9]{2}[ .\-/]?){8}")
# Never 20…: no region has that number, and it is how a time stamp begins.
_BORN = re.compile(r"(?!20)[1-9][0-9]{5}(?:0[1-9]|[1256][0-9]|[37][01]|4[1-9])(?:0[1-9]|1[0-2])[0-9]{6}")
_CALLED = re.compile(r".*(?<![A-Za-z])(NIK|KTP|KK|NPWP|Kartu Keluarga)(?![A-Za-z])[^0-9]{0,30}", re.IGNORECASE)
_KIND = {"NIK": "NIK", "KTP": "NIK", "KK": "nomor KK", "KARTU KELUARGA": "nomor KK", "NPWP": "NPWP"}

_NPWP = re.compile(
    rf"{_START}(?<![/=_&?#])[0-9]{{2}}[. ]?[0-9]{{3}}[. ]?[0-9]{{3}}[. ]?[0-9][. \-]?[0-9]{{3}}[. ]?[0-9]{{3}}{_END}"
)
# Born, appointed (of PPPK 21 stands for the month), man or woman, serial: Peraturan Kepala BKN 22/2007.
_NIP = re.compile(
    rf"{_START}(?<![/=_&?#])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ .\-]?"
    rf"(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2]|2[12])[ .\-]?[12][ .\-]?[0-9]{{3}}{_END}"
)
_AT, _DOT = r"(?: ?@ ?| ?[\[({] ?(?:at|et) ?[\])}] ?)", r"(?:\.| ?[\[({] ?(?:dot|titik) ?[\])}] ?| titik )"
_EMAIL = re.compile(
    rf"(?<![\w.%+\-])[\w.%+\-]+(?:@(?:[\w\-]+\.)+[A-Za-z]{{2,}}|{_AT}(?:[\w\-]+{_DOT})+(?:com|net|org|id|info)(?!\w)"
    r"| ?(?:@|at|et|[\[({] ?(?:at|et) ?[\])}]) ?(?:gmail|yahoo|ymail|hotmail|outlook|icloud)(?!\w))"
)
_TELEPHONE = re.compile(
    rf"{_START}(?<!/[0-9]{{2}}/)(?:"  # behind /31/ it is the number of a news article
    rf"(?:0|\+ ?62{_GAP}0?{_GAP})8{_GAP}[1-9](?:{_GAP}[0-9]){{6,10}}"
    r"|(?:0|62)8[1-9][0-9]([/_*|])[0-9]{3,4}\1[0-9]{3,5}"
    # Without + or 0 a row of numbers would do: the operator's three digits must stand together.
    r"|62[ \-]?8[1-9][0-9](?:[ .\-]{0,3}[0-9]){5,9}"
    r"|(?<![/=_&?#])8[1-9][0-9]{8,10}"
    r"|(?:\(0[2-79][0-9]{1,2}\)|0[2-79][0-9]{1,2}|\+ ?62[ \-]?\(?[2-79][0-9]{1,2}\)?) ?-? ?[1-9][0-9]{2,3}[ \-]?[0-9]{2,4}"
    rf"){_END}"
)
_PLATE = re.compile(
    # I 4 A and A 4 B number the rows of tables, D 3 TI and S 1 HI are degrees, A.1.IV is an area of the LKE.
    r"(?<![A-Za-z0-9/.\-])(?!(?:[A-Z][ .\-][0-9][ .\-][A-Z]|[DS][ .][1-4][ .][A-Z]+|A\.[12]\.[IV]+)(?![A-Za-z0-9]))"
    rf"(?:{'|'.join(_WILAYAH)})"
    # Written in one word only with three digits or more: P3K, P4GN, DP3A and BP2MI are no plates.
    r"(?:([ .\-])[1-9][0-9]{0,3}\1|[1-9][0-9]{2,3})(?!(?:DAN|DI|KE|KPU)\b)[A-Z]{1,3}(?![A-Za-z0-9/]|[.\-][A-Za-z0-9])"
)

_MONTHS = "jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des"
# What only a word before it makes a person's: the kind, the word, and the form behind it.
_BEHIND_WORDS = (
    ("nomor SIM", r"SIM(?: [ABCD])?", r"[0-9](?:[ .\-]?[0-9]){11,13}"),
    ("nomor BPJS", r"BPJS|JKN|KIS", r"[0-9](?:[ .\-]?[0-9]){10,12}"),
    ("nomor rekening", r"(?<!kode )rekening|norek|rek\.", r"[0-9](?:[ .\-]?[0-9]){6,15}"),
    ("nomor paspor", r"paspor|passport", r"[A-Z]{1,2} ?[0-9]{6,8}"),
    (
        "nomor polisi kendaraan",
        r"plat|nopol|nomor polisi|no\. ?pol\.?|mobil|motor",
        rf"(?:{'|'.join(_WILAYAH)})[ .\-]?[1-9][0-9]{{0,3}}[ .\-]?[A-Z]{{1,3}}",
    ),
    (
        "tanggal lahir",
        r"lahir|TTL|kelahiran",
        rf"(?:{_HIDDEN}{{8,10}}|[0-3]?[0-9][ .\-/]{{1,2}}(?:(?:{_MONTHS})[a-z]*|[01]?[0-9])[ .\-/]{{1,2}}(?:19|20)?[0-9]{{2}})",
    ),
)

# A title, and words behind it that begin with capitals: a name, unless the first is a position or what an office is called.
_TITLE = r"(?:Bapak|Bpk\.?|Ibu|Saudara|Saudari|Sdr\.?|Sdri\.?|Pak|Bu|Haji|Hj?\.|Hajjah|Drs?\.|Ir\.|Dra\.)"
_NAME = re.compile(rf"(?<![\w/]){_TITLE}(?: {_TITLE})* ((?!{_TITLE}(?!\w))[A-Z][a-z'’]+(?: (?:bin|binti|[A-Z][a-z'’]*\.?))*)")
_NO_NAME = frozenset(
    """Ketua Wakil Sekretaris Kepala Bupati Walikota Gubernur Camat Lurah Kapolres Kapolsek Kapolda Dandim Komandan
    Komisioner Anggota Divisi Bendahara Kasubbag Kabag Kasub Staf Pegawai Pimpinan Direktur Menteri Presiden Hakim
    Jaksa Inspektur Auditor Pejabat Plh Plt Kota Negara Pertiwi Desa Guru Dokter Bidan Rektor Dekan Petugas Pelapor
    Pengadu Rumah Kami Anda Dharma Wakapolres Kajari Pembina Koordinator Penanggung Operator Admin Narasumber Ketum
    Sekda Asisten Kadis""".split()
)


def find_personal_data(text: str, *, allowed: tuple[str, ...] = ()) -> Iterator[str]:
    """One Indonesian phrase for each kind of personal data in the text, with the first find masked.

    `allowed` are the office's own published telephone numbers and e-mail addresses; they count as nothing.
    Law 27 of 2022 (UU PDP) is the reason; the mask is there because messages end up in logs.
    """
    if _MAYBE.search(text):
        yield from _phrases(text, allowed)


@lru_cache(maxsize=20_000)  # a preview reads the same texts again after every change
def _phrases(text: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    rest = _plain(text)
    for contact in allowed:
        if known := _contact(contact):
            rest = known.sub(_blank, rest)
    rest = _HARMLESS.sub(_blank, rest)
    masked: dict[str, str] = {}
    for finder in _FINDERS:
        for kind, start, end in list(finder(rest)):
            masked.setdefault(kind, _mask(rest[start:end]))
            # What is found is not searched again: the tail of a NIK is no telephone.
            rest = rest[:start] + _HIDDEN * (end - start) + rest[end:]
    return tuple(f"tampaknya ada {kind} ({mask})" for kind, mask in masked.items())


def find_names(text: str) -> Iterator[str]:
    """Each title with what is probably a person's name behind it, of which the first letter is shown: “Bapak A…”. A guess, for
    notices only."""
    for found in _NAME.finditer(" ".join(text.split())):
        if found[1].split()[0] not in _NO_NAME:
            yield f"{found[0][: -len(found[1])]}{found[1][0]}…"


def personal_data(place: Within, text: str, allowed: tuple[str, ...], saran: str = "") -> Found:
    """The same as problems of a text at a place of the file that is being read."""
    for masalah in find_personal_data(text, allowed=allowed):
        yield Problem(place, masalah, saran or "hapus; data pribadi tidak boleh dipublikasikan")


def personal_data_in(document: Document, contacts: Collection[str], allowed: tuple[str, ...], teks: NumberedLines) -> Found:
    """The same of a file: of every word and comment that stands in it, whatever its model knows, and of the lines of prose
    below its head. Under the keys `contacts` stand official contacts, which the rest of the file may repeat."""
    own = {loc: text for loc, text in document.texts.items() if {*loc} & {*contacts}}
    known = (*allowed, *own.values())
    for place, text in [(loc, text) for loc, text in document.texts.items() if loc not in own]:
        yield from personal_data(place, text, known)
    for line, text in document.comments.items():
        yield from personal_data(line, text, known, "hapus; komentar pun terbuka untuk umum")
    for line, text in teks:
        yield from personal_data(line, text, known)


def _plain(text: str) -> str:
    """The text with ordinary digits, dashes and single spaces, and without invisible signs."""
    if text.isascii():
        return _digits_meant(text)
    signs = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    seen = "".join(sign if sign.isascii() else str(unicodedata.decimal(sign, sign)) for sign in signs)
    return _digits_meant(seen.translate(_DASHES))


def _digits_meant(text: str) -> str:
    seen = _GLUED.sub(r"\1 ", " ".join(text.split()))
    return _DISGUISED.sub(lambda found: found[0].translate(_DIGITS_MEANT), seen)


def _blank(found: re.Match[str]) -> str:
    return _HIDDEN * len(found[0])


def _mask(written: str) -> str:
    """The first and last signs of what was found, enough to find it again in one's own file."""
    signs = re.sub(r"[ .()\-]", "", written) if "@" not in written else written
    shown = 2 if len(signs) >= 8 else 1
    return signs[:shown] + "•" * (len(signs) - 2 * shown) + signs[-shown:]


@cache  # an office has a dozen contacts, and each is looked for in every text
def _contact(contact: str) -> re.Pattern[str] | None:
    """Where a contact of the office stands in a text, however its digits are grouped; +62 and 0 are the same."""
    contact = _plain(contact)
    if "@" in contact:
        return re.compile(rf"(?<![\w.%+\-]){re.escape(contact)}(?![\w\-]|\.\w)", re.IGNORECASE)
    digits = re.sub(r"[^0-9]", "", contact)
    if not digits:
        return None
    home = re.fullmatch(r"(?:620?|0)([0-9]+)", digits)
    start = rf"(?:\+? ?62{_GAP}0?|0){_GAP}" if home else ""
    return re.compile(rf"(?<![0-9])(?<![0-9][.\-]){start}{_GAP.join(home[1] if home else digits)}(?![0-9]|[.\-][0-9])")


def _sixteen_digits(text: str) -> Iterator[Find]:
    """NIK, KK and new NPWP: any sixteen digits behind the word, otherwise only those that hold a day and a month."""
    done = 0
    for found in _SIXTEEN.finditer(text):
        start, end = found.span(1)
        before = text[max(0, start - 60) : start]
        called = _CALLED.fullmatch(before)
        if start >= done and (called or _looks_like_nik(found[1], before[-1:])):
            yield _KIND[called[1].upper() if called else "NIK"], start, end
            done = end


def _looks_like_nik(run: str, before: str) -> bool:
    """Region, day (of women +40), month, year, serial: eight pairs of digits, which no grouping cuts in two."""
    digits = re.sub(r"[^0-9]", "", run)
    return before not in _IN_LINK and bool(_PAIRS.fullmatch(run) and _BORN.fullmatch(digits))


def _by_form(kind: str, form: re.Pattern[str], group: int = 0) -> Finder:
    return lambda text: ((kind, *found.span(group)) for found in form.finditer(text))


def _behind(kind: str, word: str, form: str) -> Finder:
    start = rf"(?<![A-Za-z])(?:{word})(?![A-Za-z])[^0-9{_HIDDEN}]{{0,40}}?(?<![A-Za-z0-9])"
    return _by_form(kind, re.compile(rf"{start}({form}){_END}", re.IGNORECASE), group=1)


# The longest form first, for a shorter one would find itself inside it.
_FINDERS: tuple[Finder, ...] = (
    _sixteen_digits,
    _by_form("NIP", _NIP),
    _by_form("alamat surel", _EMAIL),
    *(_behind(*named) for named in _BEHIND_WORDS),
    _by_form("NPWP", _NPWP),
    _by_form("nomor telepon", _TELEPHONE),
    _by_form("nomor polisi kendaraan", _PLATE),
)
