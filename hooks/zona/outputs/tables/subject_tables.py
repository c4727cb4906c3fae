"""The tables of each subject: the plan with its periods, records and evidence; complaints; channels; surveys.

Rows are made from what the published JSON holds, and say no more than that (for complaints: decision record 9). A count of
complaints that is hidden has its bounds in place of a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zona.findings.pengaduan.release import KOLOM
from zona.findings.pengaduan.statistics import StatistikPengaduan
from zona.findings.plan_findings import AksiFinding
from zona.findings.year_findings import Findings, TahunFinding
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
from zona.outputs.tables.table import Isi, Jenis, Kolom, Rujukan, Tabel, keys_of, rows_of
from zona.records.laporan.survei import Survei
from zona.records.pengaduan.pengaduan import PengaduanBulan
from zona.records.rencana.keputusan import Keputusan
from zona.records.rencana.rencana_aksi import Aksi, Kelompok

RENCANA, PENGADUAN, KANAL, SURVEI = "Rencana aksi dan capaian", "Pengaduan", "Kanal", "Survei"
_TAHUN = keys_of(Keputusan, "tahun")
_TAHUN_LAPORAN = Kolom("tahun", Jenis.BILANGAN, "Tahun yang dilaporkan.")
_PERIODE = ("tahun", "aksi", "periode")
_KE_PERIODE = (Rujukan(_PERIODE, "periode", _PERIODE),)


def rencana_aksi(tahun: TahunFinding) -> Tabel:
    """The annex, one row an action, with what it comes to."""
    kolom = (
        *_TAHUN,
        *keys_of(Kelompok, "kelompok=kode judul_kelompok=judul"),
        *keys_of(Aksi, "kode komponen indikator langkah_aksi bukti_fisik target_waktu target_capaian"),
        Kolom("jumlah_periode", Jenis.BILANGAN, "Banyaknya periode yang harus dipenuhi."),
        Kolom("terpenuhi", Jenis.BILANGAN, "Banyaknya periode yang terpenuhi."),
        Kolom("keadaan", Jenis.TEKS, "Keadaan aksi: keadaan paling berat di antara periodenya, atau selesai."),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam semua catatan aksi itu."),
    )
    told = "Baris-baris lampiran keputusan, satu baris tiap aksi."
    baris = rows_of(kolom, ({"tahun": tahun.tahun} | _action(item) for item in tahun.aksi))
    return Tabel("rencana-aksi", "Rencana aksi", told, kolom, baris, ("tahun", "kode"), bagian=RENCANA)


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
    baris = rows_of(kolom, ({"tahun": tahun.tahun} | vars(period_json(item)) for item in tahun.periode))
    told, reference = (
        "Setiap periode setiap aksi, dengan keadaannya.",
        Rujukan(("tahun", "aksi"), "rencana-aksi", ("tahun", "kode")),
    )
    return Tabel("periode", "Periode dan tenggat", told, kolom, baris, _PERIODE, (reference,), bagian=RENCANA)


def catatan(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every record; `terbit` is the year's published evidence by name."""
    kolom = (
        *_TAHUN,
        *keys_of(plan.CatatanCapaianJson, "aksi periode tanggal hasil uraian"),
        Kolom("jumlah_bukti", Jenis.BILANGAN, "Banyaknya bukti dalam catatan itu."),
        *keys_of(plan.CatatanCapaianJson, "dicatat_oleh diverifikasi_oleh berkas"),
    )
    told = "Apa yang dilaporkan sudah dikerjakan, catatan demi catatan."
    records = _records(tahun, terbit)
    baris = rows_of(kolom, (vars(item) | {"tahun": tahun.tahun, "jumlah_bukti": len(item.bukti)} for item in records))
    return Tabel("catatan", "Catatan pelaksanaan", told, kolom, baris, ("berkas",), _KE_PERIODE, bagian=RENCANA)


def bukti(tahun: TahunFinding, terbit: Terbit) -> Tabel:
    """Every piece of evidence of every record; `terbit` is the year's published evidence by name."""
    kolom = (
        *_TAHUN,
        *keys_of(plan.CatatanCapaianJson, "aksi periode tanggal"),
        *keys_of(plan.BuktiJson, "judul jenis tautan alamat ukuran sha256"),
        Kolom("catatan", Jenis.TEKS, "Catatan yang memuat bukti itu: kolom berkas pada tabel catatan."),
    )
    told = "Setiap bukti setiap catatan: berkas di situs ini, atau tautan."
    found = ((record, item) for record in _records(tahun, terbit) for item in record.bukti)
    own = (vars(record) | vars(item) | {"tahun": tahun.tahun, "catatan": record.berkas} for record, item in found)
    reference = (*_KE_PERIODE, Rujukan(("catatan",), "catatan", ("berkas",)))
    return Tabel("bukti", "Bukti", told, kolom, rows_of(kolom, own), rujukan=reference, bagian=RENCANA)


def _records(tahun: TahunFinding, terbit: Terbit) -> Iterator[plan.CatatanCapaianJson]:
    """Every record in the order of the plan, then of time."""
    return (record_json(record, terbit) for item in tahun.periode for record in item.capaian)


_JANGKA = Kolom("jangka", Jenis.TEKS, "semester_1, semester_2, atau setahun.")
_HITUNGAN = Kolom("hitungan", Jenis.TEKS, f"Apa yang dihitung: {', '.join(KOLOM)}.")
# A count: its number, or why it is hidden and the bounds that readers know.
_ANGKA = keys_of(report.RincianJson, "jumlah keterangan sedikitnya paling_banyak")


def pengaduan_bulanan(stat: StatistikPengaduan) -> Tabel:
    """The counts of each month that was reported."""
    kolom = (_TAHUN_LAPORAN, *keys_of(PengaduanBulan, "bulan"), _HITUNGAN, *_ANGKA)
    own, baris = ("bulan", "hitungan"), rows_of(kolom, _counts(stat, bulanan_json(stat)))
    told = "Enam angka tiap bulan yang dilaporkan. Angka kecil disembunyikan: kolom jumlahnya kosong, dan batasnya disebut."
    none = "Belum dilaporkan. Ini bukan berarti tidak ada pengaduan."
    return Tabel("pengaduan-bulanan", "Pengaduan per bulan", told, kolom, baris, own, kosong=none, bagian=PENGADUAN)


def pengaduan_jangka(stat: StatistikPengaduan) -> Tabel:
    """The sums of each half-year and of the year, where all months are reported."""
    kolom = (_TAHUN_LAPORAN, _JANGKA, _HITUNGAN, *_ANGKA)
    own, baris = ("jangka", "hitungan"), rows_of(kolom, _counts(stat, jangka_json(stat)))
    title, none = "Pengaduan per semester dan setahun", "Belum ada: terbit setelah semua bulan semester itu dilaporkan."
    told = "Jumlah tiap semester dan setahun. sisa_bulan_lalu dihitung pada awalnya, diproses pada akhirnya."
    return Tabel("pengaduan-jangka", title, told, kolom, baris, own, kosong=none, bagian=PENGADUAN)


def _counts(stat: StatistikPengaduan, parts: Iterable[report.BulanPengaduanJson | report.JangkaJson]) -> Iterator[Isi]:
    """A row for each published count: of which month or span, of what, and what may be said of it."""
    for part in parts:
        when = {"bulan": part.bulan} if isinstance(part, report.BulanPengaduanJson) else {"jangka": part.kode}
        for key in KOLOM:
            if count := getattr(part, key):
                yield {"tahun": stat.tahun, "hitungan": key, **when, **vars(count)}


def pengaduan_rincian(stat: StatistikPengaduan) -> Tabel:
    """What came in, by channel and by category, of each span that these are published of."""
    by = Kolom("menurut", Jenis.TEKS, "kanal atau kategori: dua rincian dari jumlah masuk yang sama.")
    kolom = (_TAHUN_LAPORAN, _JANGKA, by, *keys_of(report.RincianJson, "kode nama"), *_ANGKA)
    isi = (
        vars(row) | {"tahun": stat.tahun, "jangka": span.kode, "menurut": table}
        for span in jangka_json(stat)
        for table in ("kanal", "kategori")
        for row in getattr(span, table) or ()
    )
    title = "Pengaduan menurut kanal dan kategori"
    told = "Pengaduan yang masuk. Pada jangka yang tercantum, kanal atau kategori tanpa baris berarti 0."
    none = "Belum ada: terbit bersama jumlah semester, bila jumlah itu cukup besar untuk dirinci."
    own, baris = ("jangka", "menurut", "kode"), rows_of(kolom, isi)
    return Tabel("pengaduan-rincian", title, told, kolom, baris, own, kosong=none, bagian=PENGADUAN)


def pengaduan_lama(stat: StatistikPengaduan) -> Tabel:
    """How long it took to finish, for each span of which times were noted."""
    kolom = (_TAHUN_LAPORAN, _JANGKA, *keys_of(report.JangkaJson, "median_hari_kerja terlama_hari_kerja"))
    noted = (span for span, own in zip(jangka_json(stat), stat.jangka, strict=True) if own.lama)
    baris = rows_of(kolom, (vars(span) | {"tahun": stat.tahun, "jangka": span.kode} for span in noted))
    title, told = "Lama penyelesaian pengaduan", "Lama sampai selesai. Disebut hanya bila sedikitnya lima pengaduan selesai."
    none = "Belum ada: terbit bersama jumlah semester, bila lama penyelesaian tiap pengaduan dicatat."
    return Tabel("pengaduan-lama", title, told, kolom, baris, ("jangka",), kosong=none, bagian=PENGADUAN)


_TANPA_KANAL = "Kantor belum menulis kanalnya."
_KUNCI_KANAL = Kolom("kanal", Jenis.TEKS, "Kunci kanalnya pada tabel kanal.")
_KE_KANAL = (Rujukan(("kanal",), "kanal", ("kunci",)),)
# When the office last confirmed a channel, and how far that can be relied on.
_PEMERIKSAAN = keys_of(office.KanalJson, "diperiksa hari_sejak_diperiksa pemeriksaan")


def kanal(findings: Findings) -> Tabel:
    """Every channel, one row each."""
    kolom = (
        *keys_of(office.KanalJson, "kunci nama pemilik"),
        Kolom("milik_kantor", Jenis.BENAR_SALAH, "Benar bila kanal milik kantor sendiri."),
        *keys_of(office.KanalJson, "untuk bukan_untuk jam biaya perlindungan dasar_hukum sumber penanggung_jawab"),
        *_PEMERIKSAAN,
    )
    told = "Ke mana orang melapor. Isinya keadaan per tanggal hitungan, sama untuk semua tahun."
    baris = rows_of(kolom, map(vars, channels_json(findings)))
    return Tabel("kanal", "Kanal pengaduan", told, kolom, baris, ("kunci",), kosong=_TANPA_KANAL, bagian=KANAL)


def kanal_cara(findings: Findings) -> Tabel:
    """Every way to reach a channel; each says how old the confirmation is, because a number gets copied by itself."""
    kolom = (_KUNCI_KANAL, *keys_of(office.CaraJson, "jenis nilai keterangan tautan"), *_PEMERIKSAAN)
    told = "Nomor, surel, dan alamat tiap kanal. Sebelum menyiarkan satu nomor, lihat kolom pemeriksaan."
    baris = rows_of(kolom, _parts_of_channels(findings, "cara"))
    title = "Cara menghubungi kanal"
    return Tabel("kanal-cara", title, told, kolom, baris, rujukan=_KE_KANAL, kosong=_TANPA_KANAL, bagian=KANAL)


def kanal_janji(findings: Findings) -> Tabel:
    """Every time that a channel's owner promises, and where that is written."""
    kolom = (_KUNCI_KANAL, *keys_of(office.JanjiJson, "isi sumber dasar_hukum"))
    told = "Janji waktu tiap kanal, dengan halaman tempat janji itu dibaca."
    baris = rows_of(kolom, _parts_of_channels(findings, "janji"))
    return Tabel("kanal-janji", "Janji waktu kanal", told, kolom, baris, rujukan=_KE_KANAL, kosong=_TANPA_KANAL, bagian=KANAL)


def _parts_of_channels(findings: Findings, key: str) -> Iterator[Isi]:
    for item in map(vars, channels_json(findings)):
        for part in item[key]:
            yield item | vars(part) | {"kanal": item["kunci"]}


_TANPA_SURVEI = "Belum ada hasil survei yang dilaporkan."


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
    told = "Survei kepuasan (IKM) dan persepsi (SPAK, SPKP), satu baris tiap survei."
    baris = rows_of(kolom, ({"tahun": tahun.tahun} | _survey(one_survei_json(item)) for item in tahun.survei))
    return Tabel("survei", "Survei", told, kolom, baris, ("berkas",), kosong=_TANPA_SURVEI, bagian=SURVEI)


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
    told, reference = "Nilai tiap unsur tiap survei.", (Rujukan(("survei",), "survei", ("berkas",)),)
    own, baris = ("survei", "unsur"), rows_of(kolom, isi)
    return Tabel("survei-unsur", "Unsur survei", told, kolom, baris, own, reference, _TANPA_SURVEI, bagian=SURVEI)
