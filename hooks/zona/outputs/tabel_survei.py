"""The surveys as tables: what each came to, and each of its elements. Numbers are rounded as in `survei.json`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zona.findings.judge import TahunFinding
from zona.findings.survei import NilaiFinding, SurveiFinding, rounded
from zona.outputs.tabel import Jenis, Kolom, Rujukan, Tabel, field_of, joined
from zona.records.survei import Survei

BAGIAN = "Survei"
BELUM = "Belum ada hasil survei yang dilaporkan."


def survei(tahun: TahunFinding) -> Tabel[SurveiFinding]:
    """The surveys in order of time, one row each."""
    kolom: tuple[Kolom[SurveiFinding], ...] = (
        field_of(Survei, "tahun", lambda item: item.isi.tahun, Jenis.BILANGAN),
        Kolom("berkas", Jenis.TEKS, "Letak berkas data di situs ini.", _file),
        field_of(Survei, "jenis", lambda item: item.isi.jenis.value),
        field_of(Survei, "judul", lambda item: item.isi.judul),
        field_of(Survei, "aksi", lambda item: joined(item.isi.aksi)),
        field_of(Survei, "tanggal_mulai", lambda item: item.isi.tanggal_mulai, Jenis.TANGGAL),
        field_of(Survei, "tanggal_selesai", lambda item: item.isi.tanggal_selesai, Jenis.TANGGAL),
        field_of(Survei, "metode", lambda item: item.isi.metode),
        field_of(Survei, "populasi", lambda item: item.isi.populasi, Jenis.BILANGAN),
        field_of(Survei, "responden", lambda item: item.isi.responden, Jenis.BILANGAN),
        Kolom("skala", Jenis.BILANGAN, "Nilai jawaban yang tertinggi; yang terendah 1.", lambda item: item.skala),
        Kolom(
            "rata_rata",
            Jenis.DESIMAL,
            "Rata-rata dari rata-rata semua unsur, dibulatkan empat angka di belakang koma.",
            lambda item: _mean(item.rata_rata),
        ),
        Kolom(
            "indeks",
            Jenis.DESIMAL,
            "Indeks kepuasan masyarakat, 25 sampai 100; kosong untuk SPAK dan SPKP.",
            lambda item: _number(item.indeks),
        ),
        Kolom(
            "mutu",
            Jenis.TEKS,
            "Mutu pelayanan menurut indeks: A, B, C, atau D.",
            lambda item: item.kategori.mutu if item.kategori else None,
        ),
        Kolom(
            "kinerja",
            Jenis.TEKS,
            "Kinerja unit pelayanan menurut indeks.",
            lambda item: item.kategori.kinerja if item.kategori else None,
        ),
        Kolom(
            "skala_ambang",
            Jenis.BILANGAN,
            "Skala ambang penilaian. Bila lain dari skala, rata-rata belum bisa dibandingkan dengan ambang.",
            lambda item: item.ambang.skala if item.ambang else None,
        ),
        Kolom("wbk", Jenis.DESIMAL, "Ambang untuk WBK.", lambda item: _number(item.ambang.wbk) if item.ambang else None),
        Kolom("wbbm", Jenis.DESIMAL, "Ambang untuk WBBM.", lambda item: _number(item.ambang.wbbm) if item.ambang else None),
        field_of(Survei, "kuesioner", lambda item: item.isi.kuesioner),
        field_of(Survei, "tautan", lambda item: item.isi.tautan),
        field_of(Survei, "diperbarui", lambda item: item.isi.diperbarui, Jenis.TANGGAL),
        field_of(Survei, "dicatat_oleh", lambda item: item.isi.dicatat_oleh),
    )
    told = "Survei kepuasan (IKM) dan persepsi (SPAK, SPKP), satu baris tiap survei."
    return Tabel("survei", "Survei", told, kolom, tahun.survei, ("berkas",), kosong=BELUM, bagian=BAGIAN)


def survei_unsur(tahun: TahunFinding) -> Tabel[tuple[SurveiFinding, NilaiFinding]]:
    """Every element of every survey, in the form's order."""
    kolom: tuple[Kolom[tuple[SurveiFinding, NilaiFinding]], ...] = (
        field_of(Survei, "tahun", lambda item: item[0].isi.tahun, Jenis.BILANGAN),
        Kolom("survei", Jenis.TEKS, "Survei yang dinilai: kolom berkas pada tabel survei.", lambda item: _file(item[0])),
        field_of(Survei, "jenis", lambda item: item[0].isi.jenis.value),
        Kolom("unsur", Jenis.TEKS, "Kunci unsur yang dinilai.", lambda item: item[1].unsur),
        Kolom("nama", Jenis.TEKS, "Nama unsur yang dinilai.", lambda item: item[1].nama),
        Kolom("jumlah_nilai", Jenis.BILANGAN, "Jumlah semua nilai jawaban unsur itu.", lambda item: item[1].jumlah_nilai),
        Kolom("penjawab", Jenis.BILANGAN, "Banyaknya orang yang menjawab unsur itu.", lambda item: item[1].penjawab),
        Kolom(
            "rata_rata",
            Jenis.DESIMAL,
            "jumlah_nilai dibagi penjawab, dibulatkan empat angka di belakang koma.",
            lambda item: _mean(item[1].rata_rata),
        ),
    )
    isi = tuple((item, nilai) for item in tahun.survei for nilai in item.nilai)
    told = "Nilai tiap unsur tiap survei."
    reference = (Rujukan(("survei",), "survei", ("berkas",)),)
    return Tabel("survei-unsur", "Unsur survei", told, kolom, isi, ("survei", "unsur"), reference, BELUM, bagian=BAGIAN)


def _file(item: SurveiFinding) -> str:
    return f"data/{item.sumber.path}"


def _mean(number: Fraction) -> float:
    return float(rounded(number, 4))


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
