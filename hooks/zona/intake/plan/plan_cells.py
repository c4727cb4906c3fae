"""The cells of an action in the making: its own texts, what a merged cell or a title above gives it, and what may not be
published. What is not printed stays empty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zona.intake.plan.column_words import ArtiKolom
from zona.intake.plan.outline import Node
from zona.intake.plan.plan_codes import CodedAction
from zona.intake.plan.remarks import Remarks
from zona.intake.table_files import Cell
from zona.records.reading.personal_data import find_names, find_personal_data
from zona.records.rencana.jadwal import BULAN

# The columns of texts and what stands beside them, as the model names them.
CELLS = tuple(
    ArtiKolom(key) for key in "komponen indikator langkah_aksi bukti_fisik target_waktu target_capaian penanggung_jawab".split()
)
_NOTHING = re.compile(r"[-–—.…\s]*")  # how offices write that a cell is empty
# Degrees and titles, which stand beside names of persons only.
_DEGREE = re.compile(
    r"\b(S\.? ?(H|E|T|Pd|Sos|IP|Kom|Ag|Si|Psi|Ak|ST|STP|H\.?I)"
    r"|M\.? ?(H|M|Si|Pd|Kn|Ak|Kom|Ag|AP|Sc|Eng|T|E)|A\.? ?Md|SST|Ph\.? ?D|S\.Tr)"
    r"\b\.?(?=[,.;)\s]|$)|\b(Drs|Dra|Ir|Hj?|[Dd]r|drg|drh|[Aa]pt|Ns|Prof)\. ?(?=[A-Z])|\b(NIP|NRP)\b"
    r"|\bSp\. ?[A-Z]\w*"
)
# Ranks of the police, which stand before names only.
_RANK = re.compile(r"\b(AK[BP]P?|KOMPOL|KOMBES|I(PTU|PDA)|AI(PTU|PDA)|BRI(PKA|PTU|PDA|GPOL|GADIR))\b[ .]+\w", re.IGNORECASE)
_DEGREE_BEHIND = re.compile(r"\w, *(" + _DEGREE.pattern + ")")
# Words of posts and units: a text with one of them names no person.
_POST = re.compile(
    r"kepala|ketua|wakil|sekretar|kasub|kabag|kasi\b|koordinator|tim\b|pokja|kelompok|bagian|bidang|seksi|sub|unit|fungsi|panitera|hakim"
    r"|juru|sita|staf|pegawai|pejabat|ppk|kpa|bendahara|operator|admin|humas|guru|waka|wali|kamad|komite|panmud|panitia|pengelola|pelaksana"
    r"|arsip|pranata|statisti|auditor|\btu\b|tata|usaha|umum|hukum|keuangan|perencana|kepegawaian|sdm|teknologi|informasi|semua|seluruh"
    r"|satker|kantor|pimpinan|anggota|agen|perubahan|\bzi\b|zona|integritas|wb[bk]|layanan|ptsp|produksi|distribusi|sosial|neraca|nerwilis"
    r"|ipds|\b[ivx]+\b|madrasah|sekolah|kurikulum|kesiswaan|sarana|satgas|gugus|petugas|pengawas|inspektorat|upg|spip|duktek|subbag"
    r"|direktur|manajer|penanggung|pembina|pengarah|divisi|dokter|perawat|ruang|rumah|tangga|protokol|logistik|data|program|mutu|unsur"
    r"|kabid|kanit|kasat|kapolre|kapolse|kapus|karumkit|kaprodi|kajur|wadir|dekan|rektor|dosen|instalasi|farmasi|jaminan|medi[ks]|dewan"
    r"|resor|polsek|polres|satuan|dinas|badan|balai|lembaga|pusat|fakultas|jurusan|prodi|klinik|laborat|loket|propam|lantas|reskrim|intel"
    r"|\b(ka|karu|koord|si|bag|bid|sat|wd|spkt|spi|ops)\b"
    r"|jafung|fungsional|analis|penata|penyuluh|penghulu|penyelenggara|urusan|kaur|seluruh|masing",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-Z][a-z'’]+|[A-Z]\.)(?: (?:[A-Z][a-z'’]+|[A-Z]\.?|bin|binti)){1,3}|[A-Z]{4,}(?: [A-Z]{4,}){1,3}")


@dataclass(frozen=True)
class ActionCells:
    """The text of each column of an action, and the cell in which it stands."""

    texts: Mapping[ArtiKolom, str]
    at: Mapping[ArtiKolom, Cell]


def cells_of(action: CodedAction, before: ActionCells | None, remarks: Remarks, *, inherits: bool) -> ActionCells:
    """An action's cells; `before` are those of the row above whose number it shares. `inherits`: the table can't show merged
    cells, so that an empty one in a row without a number means the one above. Cells that can't be read, and data of persons,
    are problems."""
    node = action.node
    texts, at = dict[ArtiKolom, str](), dict[ArtiKolom, Cell]()
    for key in CELLS:
        cell = node.line.cells.get(key) if node.line else None
        at[key] = cell or node.at
        if cell and cell.own and cell.unreadable:
            remarks.problem(cell, *cell.unreadable)
        texts[key] = "" if cell is None or _NOTHING.fullmatch(cell.text) else cell.text
        for more in node.more.get(key, ()):
            texts[key] = f"{texts[key]}\n\n{more.text}".lstrip()
    if node.line and node.line.months:
        texts[ArtiKolom.TARGET_WAKTU] = time_of(node.line.months)
    if before and not node.mark:
        _from_above(before, ActionCells(texts, at), texts, remarks, inherits=inherits)
    _from_titles(action, texts)
    _refuse_persons(texts, at, remarks)
    return ActionCells(texts, at)


def time_of(months: tuple[str, ...]) -> str:
    """The words for marked months or quarters."""
    if len(months) == len(BULAN):
        return "Setiap bulan"
    if len(months) == 4 and all(month.startswith("Triwulan") for month in months):
        return "Per triwulan"
    words = [month.removeprefix("Triwulan ") if place else month for place, month in enumerate(months)]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} dan {words[-1]}"


def _from_above(
    before: ActionCells, own: ActionCells, texts: dict[ArtiKolom, str], remarks: Remarks, *, inherits: bool
) -> None:
    """What a row that shares the number above takes over from it: the component always, the rest where merges can't be seen."""
    for key in CELLS:
        takes = (key is ArtiKolom.KOMPONEN or inherits) and key is not ArtiKolom.TARGET_CAPAIAN
        if takes and before.texts[key] and not own.texts[key] and not own.at[key].unreadable:
            texts[key] = before.texts[key]
            words = f"{key.value.replace('_', ' ').upper()} kosong, diisi sama dengan {before.at[key].address}"
            remarks.note(own.at[key], words, "isi bila berbeda")


def _from_titles(action: CodedAction, texts: dict[ArtiKolom, str]) -> None:
    """A title between group and action is its component; a row whose number has a component shares that."""
    titles = [node for node in action.judul if node.title]
    if not texts[ArtiKolom.KOMPONEN] and titles:
        texts[ArtiKolom.KOMPONEN] = " – ".join(" ".join(node.title.split()) for node in titles)
    above: Node | None = action.above
    if not texts[ArtiKolom.KOMPONEN] and above and above.line and ArtiKolom.KOMPONEN in above.line.cells:
        texts[ArtiKolom.KOMPONEN] = above.line.cells[ArtiKolom.KOMPONEN].text


def _refuse_persons(texts: Mapping[ArtiKolom, str], at: Mapping[ArtiKolom, Cell], remarks: Remarks) -> None:
    for key, text in texts.items():
        for found in find_personal_data(text):
            remarks.problem(at[key], found, "hapus; data pribadi tidak boleh dipublikasikan")
    text = texts[ArtiKolom.PENANGGUNG_JAWAB]
    if text and names_person(text):
        words = "tampaknya nama orang, bukan jabatan atau unit"
        hint = "tulis jabatan, tim, atau unitnya; atau tulis abaikan untuk kolom ini dalam peta"
        remarks.problem(at[ArtiKolom.PENANGGUNG_JAWAB], f"PENANGGUNG JAWAB: {words}", hint)


def names_person(text: str) -> bool:
    """Whether a cell for posts and units holds a person's name: by a degree, a title, or two to four words that begin with
    capitals and name no post. A guess on the side of who may not be named."""
    if _DEGREE_BEHIND.search(text) or _DEGREE.match(text) or _RANK.search(text) or any(True for _ in find_names(text)):
        return True
    parts = [part.strip(" .,;-–") for part in re.split(r"\n+|[;,/:()]|\bdan\b|(?:^|\s)[0-9a-z][.)]", text)]
    return any(_PERSON.fullmatch(part) and not _POST.search(part) for part in parts if part)
