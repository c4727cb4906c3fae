"""Every table of a year, once for every download, and what whoever opens one has to know."""

from __future__ import annotations

from dataclasses import replace

from zona.findings.keadaan import Keadaan
from zona.findings.pengaduan.release import KOLOM
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.api.data_json import Terbit
from zona.outputs.tables import subject_tables
from zona.outputs.tables.table import Jenis, Kolom, Tabel
from zona.records.pengaduan.pengaduan import PengaduanBulan

_CONTOH = Kolom("data_contoh", Jenis.TEKS, "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun.")


def tables_of(tahun: TahunFinding, findings: Findings, terbit: Terbit) -> tuple[Tabel, ...]:
    """Every table of a year, in the order of the downloads: a new one is in every download by standing here. `terbit` is the
    year's published evidence by name. A sample's tables say on every row that they are one: a table that is cut out of its
    file must still say so."""
    stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
    tables = (
        subject_tables.rencana_aksi(tahun),
        subject_tables.periode(tahun),
        subject_tables.catatan(tahun, terbit),
        subject_tables.bukti(tahun, terbit),
        subject_tables.pengaduan_bulanan(stat),
        subject_tables.pengaduan_jangka(stat),
        subject_tables.pengaduan_rincian(stat),
        subject_tables.pengaduan_lama(stat),
        subject_tables.kanal(findings),
        subject_tables.kanal_cara(findings),
        subject_tables.kanal_janji(findings),
        subject_tables.survei(tahun),
        subject_tables.survei_unsur(tahun),
    )
    return tuple(_marked(table) for table in tables) if findings.situs.isi.contoh else tables


def _marked(table: Tabel) -> Tabel:
    return replace(table, kolom=(*table.kolom, _CONTOH), baris=tuple((*row, "DATA CONTOH") for row in table.baris))


def contents_of(table: Tabel) -> str:
    """What a table is and how many rows it has; where it has none, why."""
    rows = f"{len(table.baris)} baris." if table.baris else table.kosong
    return f"{table.judul}. {table.keterangan} {rows}"


def notes_of(findings: Findings) -> tuple[tuple[str, str], ...]:
    """What whoever opens a download has to know, as (term, meaning): first what it is, then how its cells are read."""
    situs = findings.situs.isi
    mark = (("DATA CONTOH", "Semua isi berkas ini karangan untuk uji, bukan data kantor mana pun."),) if situs.contoh else ()
    counts = ((f"hitungan {key}", PengaduanBulan.model_fields[key].description or "") for key in KOLOM)
    return (
        *mark,
        ("Kantor", situs.kantor_lengkap),
        ("Per tanggal", f"{findings.per_tanggal.isoformat()} (zona waktu {situs.zona_waktu.value})"),
        ("Lisensi", situs.lisensi_data or "belum ditetapkan kantor"),
        ("Sel kosong", "Tidak ada nilainya. Nol ditulis 0."),
        ("Tanda | di dalam sel", "Memisahkan beberapa nilai, misalnya beberapa kode aksi."),
        (
            "Tanda ' di depan teks",
            "Ditambahkan dalam CSV pada teks yang diawali = + - @ supaya tidak dibaca sebagai rumus; bukan isi data.",
        ),
        *((f"keadaan {state.value}", f"{state.arti[0].upper()}{state.arti[1:]}.") for state in Keadaan),
        *counts,
        ("keterangan kurang_dari_5", "Angka kecil tidak disebut supaya tidak menunjuk orang. Pada bulan bisa juga nol."),
        ("keterangan disembunyikan", "Angka ini ditahan, karena dengannya angka kecil yang lain bisa dihitung."),
    )
