"""Every table of a year, once for every download, and what whoever opens one has to know. Rows are made from what the published
JSON holds, and say no more (for complaints: decision record 9): a hidden count has its bounds in place of a number."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zona.findings.keadaan import Keadaan
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import Findings, TahunFinding
from zona.outputs.addresses import site_address_of
from zona.outputs.api.contract import office_contract as office
from zona.outputs.api.contract import plan_contract as plan
from zona.outputs.api.contract import report_contract as report
from zona.outputs.api.data_json import (
    Terbit,
    bulanan_json,
    channels_json,
    jangka_json,
    one_survei_json,
    period_json,
    record_json,
)
from zona.outputs.tables.late_table import late_table
from zona.outputs.tables.lke_table import lke_table
from zona.outputs.tables.table import Isi, Jenis, Kolom, Tabel, keys_of, table_of
from zona.records.laporan.survei import Survei
from zona.records.pengaduan.rilis import KOLOM, RilisPengaduan
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

_CONTOH = Kolom("data_contoh", Jenis.TEKS, "DATA CONTOH: karangan untuk uji, bukan data kantor mana pun.")


def tables_of(tahun: TahunFinding, findings: Findings, terbit: Terbit) -> tuple[Tabel, ...]:
    """Every table of a year, in the order of the downloads: a new one is in all of them by standing here. `terbit` is the
    year's published evidence by name. A sample's tables say so on every row, for a table that is cut out of its file."""
    stat = next(item for item in findings.pengaduan if item.tahun == tahun.tahun)
    tables: tuple[Tabel, ...] = (
        rencana_aksi(tahun),
        periode(tahun),
        late_table(tahun),
        catatan(tahun, terbit),
        bukti(tahun, terbit),
        pengaduan_bulanan(stat),
        pengaduan_jangka(stat),
        pengaduan_rincian(stat),
        pengaduan_lama(stat),
        kanal(findings),
        kanal_cara(findings),
        kanal_janji(findings),
        survei(tahun),
        survei_unsur(tahun),
    )
    if tahun.lke:
        tables += (lke_table(tahun.lke, terbit, site_address_of(findings.situs.isi)),)
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
    counts = ((f"hitungan {key}", RilisPengaduan.model_fields[key].description or "") for key in KOLOM)
    return (
        *mark,
        ("Kantor", situs.kantor_lengkap),
        ("Per tanggal", f"{findings.per_tanggal.isoformat()} (zona waktu {situs.zona_waktu.value})"),
        ("Lisensi", situs.lisensi_data or "belum diisi"),
        ("Sel kosong", "Tidak ada nilainya. Nol ditulis 0."),
        ("Tanda | di dalam sel", "Memisahkan beberapa nilai, misalnya beberapa kode aksi."),
        (
            "Tanda ' di depan teks",
            "Ditambahkan dalam CSV pada teks yang diawali = + - @ supaya tidak dibaca sebagai rumus; bukan isi data.",
        ),
        *((f"keadaan {state.value}", f"{state.arti[0].upper()}{state.arti[1:]}.") for state in Keadaan),
        *counts,
        ("keterangan kurang_dari_5", "Angka kecil tidak disebut supaya tidak menunjuk orang. Pada bulan bisa juga nol."),
        ("keterangan disembunyikan", "Angka ini ditutup, karena dengannya angka kecil yang lain bisa dihitung."),
    )


_TAHUN = keys_of(Keputusan, "tahun")
_TAHUN_LAPORAN = Kolom("tahun", Jenis.BILANGAN, "Tahun yang dilaporkan.")


def rencana_aksi(tahun: TahunFinding) -> Tabel:
    """The annex, one row an action, with what it comes to."""
    kolom = (
        *_TAHUN,
        *keys_of(Kelompok, "kelompok=kode judul_kelompok=judul"),
        *keys_of(Aksi, "kode komponen indikator langkah_aksi bukti_fisik target_waktu target_capaian"),
        Kolom("jumlah_periode", Jenis.BILANGAN, "Banyaknya janji yang harus dipenuhi."),
        Kolom("terpenuhi", Jenis.BILANGAN, "Banyaknya janji yang terpenuhi."),
        Kolom(
            "keadaan",
            Jenis.TEKS,
            "Status aksi: yang paling berat di antara janjinya, selesai, atau tanpa_tenggat.",
        ),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam laporan aksi itu yang tidak dikoreksi atau dicabut."),
        *keys_of(Aksi, "tema nomor_tercetak"),
    )
    return table_of("rencana-aksi", kolom, ({"tahun": tahun.tahun} | _action(item) for item in tahun.aksi))


def _action(item: AksiFinding) -> Isi:
    return vars(item.aksi) | {
        "kelompok": item.kelompok.kode,
        "judul_kelompok": item.kelompok.judul,
        "jumlah_periode": len(item.periode),
        "terpenuhi": item.hitungan.terpenuhi,
        "keadaan": item.keadaan,
        "jumlah_bukti": item.jumlah_bukti,
    }


def periode(tahun: TahunFinding) -> Tabel:
    """Every period with its state."""
    kolom = _TAHUN + keys_of(plan.PeriodeJson, "aksi periode tenggat keadaan hari_lewat terlambat_dipenuhi jumlah_catatan")
    return table_of("periode", kolom, ({"tahun": tahun.tahun} | vars(period_json(item)) for item in tahun.periode))


def catatan(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every record; `terbit` is the year's published evidence by name."""
    kolom = (
        *_TAHUN,
        *keys_of(plan.CatatanCapaianJson, "aksi periode tanggal hasil uraian"),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam laporan itu."),
        *keys_of(plan.CatatanCapaianJson, "dicatat_oleh diverifikasi_oleh berkas"),
        Kolom("tanggal_verifikasi", Jenis.TANGGAL, "Tanggal verifikasi; kosong bila belum."),
        *keys_of(plan.CatatanCapaianJson, "mengoreksi mencabut alasan"),
    )
    own = ((record.isi.verifikasi, record_json(record, terbit)) for item in tahun.tercatat for record in item.capaian)
    rows = (
        vars(item)
        | {"tahun": tahun.tahun, "jumlah_bukti": len(item.bukti), "tanggal_verifikasi": found.tanggal if found else None}
        for found, item in own
    )
    return table_of("catatan", kolom, rows)


def bukti(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every piece of evidence of every record; `terbit` is the year's published evidence by name."""
    kolom = (
        *_TAHUN,
        *keys_of(plan.CatatanCapaianJson, "aksi periode tanggal"),
        *keys_of(plan.BuktiJson, "judul jenis tautan alamat ukuran sha256 dilihat tautan_lemah membuktikan"),
        Kolom("catatan", Jenis.TEKS, "Laporan yang memuat bukti itu: kolom berkas pada tabel catatan."),
        *keys_of(plan.BuktiJson, "jumlah_halaman"),
    )
    found = ((record, item) for record in _records(tahun, terbit) for item in record.bukti)
    own = (vars(record) | vars(item) | {"tahun": tahun.tahun, "catatan": record.berkas} for record, item in found)
    return table_of("bukti", kolom, own)


def _records(tahun: TahunFinding, terbit: Terbit) -> Iterator[plan.CatatanCapaianJson]:
    """Every record in the order of the plan, then of time."""
    return (record_json(record, terbit) for item in tahun.tercatat for record in item.capaian)


_JANGKA = Kolom("jangka", Jenis.TEKS, "semester_1, semester_2, atau setahun.")
_HITUNGAN = Kolom("hitungan", Jenis.TEKS, f"Apa yang dihitung: {', '.join(KOLOM)}.")
# A count: its number, or why it is hidden and the bounds that readers know.
_ANGKA = keys_of(report.RincianJson, "jumlah keterangan sedikitnya paling_banyak")


def pengaduan_bulanan(stat: StatistikPengaduan) -> Tabel:
    """The counts of each month that was reported."""
    kolom = (_TAHUN_LAPORAN, *keys_of(RilisPengaduan, "bulan"), _HITUNGAN, *_ANGKA)
    return table_of("pengaduan-bulanan", kolom, _counts(stat, bulanan_json(stat)))


def pengaduan_jangka(stat: StatistikPengaduan) -> Tabel:
    """The sums of each half-year and of the year, where all months are reported."""
    kolom = (_TAHUN_LAPORAN, _JANGKA, _HITUNGAN, *_ANGKA)
    return table_of("pengaduan-jangka", kolom, _counts(stat, jangka_json(stat)))


def _counts(stat: StatistikPengaduan, parts: Iterable[report.BulanPengaduanJson | report.JangkaJson]) -> Iterator[Isi]:
    """A row for each published count: of which month or span, of what, and what may be said of it."""
    for part in parts:
        when = {"bulan": part.bulan} if isinstance(part, report.BulanPengaduanJson) else {"jangka": part.kode}
        for key in KOLOM:
            if count := getattr(part, key):
                yield {"tahun": stat.tahun, "hitungan": key, **when, **vars(count)}


def pengaduan_rincian(stat: StatistikPengaduan) -> Tabel:
    """What came in, by channel and by category, of each span that these are published of."""
    by = Kolom("menurut", Jenis.TEKS, "kanal (saluran) atau kategori: dua rincian dari jumlah masuk yang sama.")
    kolom = (_TAHUN_LAPORAN, _JANGKA, by, *keys_of(report.RincianJson, "kode nama"), *_ANGKA)
    isi = (
        vars(row) | {"tahun": stat.tahun, "jangka": span.kode, "menurut": table}
        for span in jangka_json(stat)
        for table in ("kanal", "kategori")
        for row in getattr(span, table) or ()
    )
    return table_of("pengaduan-rincian", kolom, isi)


def pengaduan_lama(stat: StatistikPengaduan) -> Tabel:
    """How long it took to finish, for each span of which times were noted."""
    kolom = (_TAHUN_LAPORAN, _JANGKA, *keys_of(report.JangkaJson, "median_hari_kerja terlama_hari_kerja"))
    noted = (span for span, own in zip(jangka_json(stat), stat.jangka, strict=True) if own.lama)
    return table_of("pengaduan-lama", kolom, (vars(span) | {"tahun": stat.tahun, "jangka": span.kode} for span in noted))


_KUNCI_KANAL = Kolom("kanal", Jenis.TEKS, "Kunci saluran pada tabel kanal.")
# When the office last confirmed a channel, and how far that can be relied on.
_PEMERIKSAAN = keys_of(office.KanalJson, "diperiksa hari_sejak_diperiksa pemeriksaan")


def kanal(findings: Findings) -> Tabel:
    """Every channel, one row each."""
    kolom = (
        *keys_of(office.KanalJson, "kunci nama pemilik"),
        Kolom("milik_kantor", Jenis.BENAR_SALAH, "Benar bila saluran milik kantor sendiri."),
        *keys_of(office.KanalJson, "untuk bukan_untuk jam biaya perlindungan dasar_hukum sumber penanggung_jawab"),
        *_PEMERIKSAAN,
    )
    return table_of("kanal", kolom, map(vars, channels_json(findings)))


def kanal_cara(findings: Findings) -> Tabel:
    """Every way to reach a channel; each says how old the confirmation is, because a number gets copied by itself."""
    kolom = (
        _KUNCI_KANAL,
        *keys_of(office.CaraJson, "jenis nilai keterangan tautan"),
        *_PEMERIKSAAN,
        *keys_of(office.CaraJson, "dicoba"),
    )
    return table_of("kanal-cara", kolom, _parts_of_channels(findings, "cara"))


def kanal_janji(findings: Findings) -> Tabel:
    """Every time that a channel's owner promises, and where that is written."""
    kolom = (_KUNCI_KANAL, *keys_of(office.JanjiJson, "isi sumber dasar_hukum"))
    return table_of("kanal-janji", kolom, _parts_of_channels(findings, "janji"))


def _parts_of_channels(findings: Findings, key: str) -> Iterator[Isi]:
    for item in map(vars, channels_json(findings)):
        for part in item[key]:
            yield item | vars(part) | {"kanal": item["kunci"]}


def survei(tahun: TahunFinding) -> Tabel:
    """The surveys in order of time, one row each; numbers are rounded as in `survei.json`."""
    first = "berkas jenis judul aksi tanggal_mulai tanggal_selesai metode populasi responden skala rata_rata indeks"
    kolom = (
        *keys_of(Survei, "tahun"),
        *keys_of(report.SatuSurveiJson, first),
        *keys_of(report.KategoriJson, "mutu kinerja"),
        *keys_of(report.AmbangJson, "skala_ambang=skala wbk wbbm"),
        *keys_of(report.SatuSurveiJson, "kuesioner tautan diperbarui dicatat_oleh"),
    )
    return table_of("survei", kolom, ({"tahun": tahun.tahun} | _survey(one_survei_json(item)) for item in tahun.survei))


def _survey(item: report.SatuSurveiJson) -> Isi:
    band: Isi = vars(item.kategori) if item.kategori else {"mutu": None, "kinerja": None}
    asked: Isi = vars(item.ambang) if item.ambang else {"skala": None, "wbk": None, "wbbm": None}
    return band | asked | vars(item) | {"skala_ambang": asked["skala"]}


def survei_unsur(tahun: TahunFinding) -> Tabel:
    """Every element of every survey, in the form's order."""
    kolom = (
        *keys_of(Survei, "tahun"),
        Kolom("survei", Jenis.TEKS, "Survei yang dinilai: kolom berkas pada tabel survei."),
        *keys_of(report.SatuSurveiJson, "jenis"),
        *keys_of(report.NilaiJson, "unsur nama jumlah_nilai penjawab rata_rata"),
    )
    found = ((item, nilai) for item in map(one_survei_json, tahun.survei) for nilai in item.nilai)
    isi = (vars(item) | vars(nilai) | {"tahun": tahun.tahun, "survei": item.berkas} for item, nilai in found)
    return table_of("survei-unsur", kolom, isi)
