"""Records that go back: into a draft while nobody else has them, or out of the data for good where they should never have been
public."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from zona.desk.clean_evidence import Cleaned
from zona.desk.drafts import Draft, DraftEvidence, Drafts
from zona.desk.evidence_answers import kept
from zona.desk.office import Office
from zona.desk.write_record import hidden, write_list
from zona.disk.new_files import Changed, replace_all, taking_back
from zona.disk.private_folder import alone
from zona.problems import NotTaken
from zona.records.capaian.capaian import Capaian
from zona.records.capaian.corrections import name_of
from zona.records.load import BUKTI, Tahun
from zona.records.reading.file_reader import Source


def draft_of(office: Office, drafts: Drafts, found: Source[Capaian]) -> Draft:
    """A new draft that says what a record says, with its evidence; it is not kept yet."""
    isi, year = found.isi, _year_of(office, found)
    draft = drafts.new()
    for item in isi.bukti:
        answer = kept(item, year, None)
        if answer.tautan:
            seen = item.dilihat.isoformat() if item.dilihat else ""
            told = DraftEvidence(f"{len(draft.bukti):08x}", tautan=answer.tautan, judul=item.judul, jenis=item.jenis)
            told = replace(told, membuktikan=item.membuktikan or "", dilihat=seen)
            draft = replace(draft, bukti=(*draft.bukti, told))
        else:
            nothing = Cleaned(answer.content, answer.akhiran)
            draft = drafts.take(draft, answer, nothing, item.berkas or "", len(answer.content))
    day = {"hari": str(isi.tanggal.day), "bulan": str(isi.tanggal.month), "tahun": str(isi.tanggal.year)}
    said = {"aksi": isi.aksi, "periode": isi.periode, "hasil": isi.hasil.value, "uraian": isi.uraian, **day}
    named = {key: value for key in ("mengoreksi", "mencabut", "alasan") if (value := getattr(isi, key))}
    return replace(draft, isian=said | named)


def back_to_draft(office: Office, drafts: Drafts, found: Source[Capaian], pesan: str, now: datetime) -> Draft:
    """Make a record a draft again, with a word to who wrote it; it leaves the data with the evidence that only it cites. For
    records that were not sent. Raises `NotTaken`, and what the loader finds wrong."""
    if len(with_followers(office, found)) > 1:
        raise NotTaken("laporan itu sudah dibetulkan atau dicabut oleh laporan lain; batalkan yang lebih baru dulu")
    draft = drafts.keep(replace(draft_of(office, drafts, found), pesan=pesan), now)
    try:
        take_out(office, [found])
    except BaseException:
        drafts.discard(draft.kunci)
        raise
    return draft


def with_followers(office: Office, found: Source[Capaian]) -> list[Source[Capaian]]:
    """A record, and all that correct or withdraw it, or one of those."""
    records, chain = _year_of(office, found).capaian, [found]
    for item in chain:
        chain += [record for record in records if record.isi.menyasar == name_of(item) and record not in chain]
    return chain


def take_out(office: Office, gone: Iterable[Source[Capaian]]) -> list[Path]:
    """Remove records, and evidence that no other record cites; the files that are gone. All or none of them. Raises `NotTaken`
    where somebody changed one meanwhile, and what the loader finds wrong with the rest."""
    gone = list(gone)
    years = {year.tahun: year for year in office.data.tahun}
    files = {office.root / record.path: record.raw for record in gone}
    for record in gone:
        year = years[int(record.path.partition("/")[0])]
        cited = {item.berkas for other in year.capaian if other not in gone for item in other.isi.bukti}
        for item in record.isi.bukti:
            if item.berkas and item.berkas not in cited:
                path = office.root / BUKTI / str(year.tahun) / item.berkas
                files[path] = path.read_bytes()
    try:
        with alone(office.root), taking_back() as made:
            listed = write_list(office.root, files, made)
            replace_all({path: (content, None) for path, content in files.items()}, hidden, office.load)
            with suppress(OSError):  # the next run removes it
                listed.unlink()
    except Changed:
        raise NotTaken("laporan itu baru saja diubah orang lain; ulangi") from None
    return list(files)


def _year_of(office: Office, found: Source[Capaian]) -> Tahun:
    return next(year for year in office.data.tahun if found in year.capaian)
