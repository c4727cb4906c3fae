"""What a printed column name may mean: its usual meanings with how sure each is, from the list beside this module."""

import re
from collections.abc import Mapping
from functools import cache

from zona.own_data import beside
from zona.records.reading.fields import Pilihan

SURE, LIKELY = 10.0, 6.0  # how much a word weighs that means one thing; the first of those that may mean several
_STEP, _WITHIN = 0.2, 3.0  # less for each further word of a list; less for a word that stands among others
_LONGEST_NAME = 90  # signs of a heading's cell: more are a text of the plan
# What was reached until now, as in “Capaian TW I”: no part of the plan.
_REACHED = re.compile(r"capaian.* (tw|triwulan|bulan|semester|sd|s d|sampai|saat ini)\b.*")
# What a name may have beside its word without meaning anything else.
_ASIDE = re.compile(
    r"\b(tahun|ta|t a|20[0-9]{2}|yang|akan|dilaksanakan|pembangunan|zona|integritas|zi|wbk|wbbm|menuju|dan|di)\b"
)


class ArtiKolom(Pilihan):
    """What a column of an office's table holds."""

    NOMOR = "nomor", "nomor baris"
    KELOMPOK = "kelompok", "kelompok"
    KOMPONEN = "komponen", "komponen"
    INDIKATOR = "indikator", "indikator"
    LANGKAH_AKSI = "langkah_aksi", "yang akan dikerjakan"
    BUKTI_FISIK = "bukti_fisik", "bukti fisik"
    TARGET_WAKTU = "target_waktu", "target waktu"
    TARGET_CAPAIAN = "target_capaian", "target capaian"
    PENANGGUNG_JAWAB = "penanggung_jawab", "penanggung jawab"
    BULAN = "bulan", "tanda bulan atau triwulan"
    ANGGARAN = "anggaran", "anggaran (tidak diambil)"
    ABAIKAN = "abaikan", "tidak diambil"


LEFT_OUT = (ArtiKolom.ANGGARAN, ArtiKolom.ABAIKAN)


@cache
def _lists() -> Mapping[str, tuple[tuple[ArtiKolom, float], ...]]:
    """Each word with its meanings and how sure they are."""
    lists = beside(__file__, "column_words.yml")
    found: dict[str, list[tuple[ArtiKolom, float]]] = {}
    for meaning, words in lists.items():
        for base, step, group in ((SURE, 0.0, "pasti"), (LIKELY, _STEP, "mungkin")):
            for place, word in enumerate(words[group]):
                found.setdefault(word, []).append((ArtiKolom(meaning), base - step * place))
    return {word: tuple(meanings) for word, meanings in found.items()}


def plain(name: str) -> str:
    """A printed name as the list has it: small letters, words alone."""
    return " ".join(re.findall(r"\w+", name.casefold().replace("_", " ")))


@cache
def meanings(name: str) -> Mapping[ArtiKolom, float]:
    """What a printed name may mean. A word of the list counts most as the whole name, less among others, the longest first."""
    words = plain(name)
    if not words or len(words) > _LONGEST_NAME:
        return {}
    bare = " ".join(_ASIDE.sub(" ", words).split())
    for whole in (words, bare):
        if whole in _lists():
            return dict(_lists()[whole])
    if len(bare.split()) > 8:
        return {}
    if _REACHED.fullmatch(words) or _REACHED.fullmatch(re.sub(r"(tw|triwulan)([0-9])", r"\1 \2", words)):
        return {ArtiKolom.ABAIKAN: SURE}
    parts = bare.split()
    runs = {" ".join(parts[one:two]) for one in range(len(parts)) for two in range(one + 1, len(parts) + 1)}
    within = [word for word in sorted(runs & _lists().keys()) if len(word) > 2]
    within = [word for word in within if not any(word != other and word in other for other in within)]
    found: dict[ArtiKolom, float] = {}
    for word in sorted(within, key=len):
        for meaning, weight in _lists()[word]:
            later = 0.5 if bare.startswith(word) else 0.0  # “bukti dukung kegiatan” is evidence
            found[meaning] = max(found.get(meaning, 0), weight - _WITHIN + later)
    return found
