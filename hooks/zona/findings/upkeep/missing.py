"""What is missing, so that absence is visible: as work to do, in order, and for whom. Missing data never stop a build."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from zona.findings.hitungan import Hitungan
from zona.findings.janji import kept_by
from zona.findings.keadaan import Keadaan
from zona.findings.laporan.laporan_results import missing_reports
from zona.findings.plan_findings import count_periods
from zona.findings.upkeep import work
from zona.findings.upkeep.age import age_of
from zona.findings.upkeep.copied_groups import copied_groups
from zona.findings.upkeep.doubts import doubts_of
from zona.findings.year_findings import Findings, TahunFinding
from zona.records.capaian.capaian import Bukti, Capaian
from zona.records.capaian.corrections import name_of
from zona.records.informasi.information_files import DASAR_HUKUM, KANAL, LAPOR
from zona.records.informasi.kanal import Kanal
from zona.records.informasi.prosa import Prosa
from zona.records.load import Tahun
from zona.records.reading.file_reader import Source
from zona.records.rencana.jadwal import BULAN
from zona.records.situs import roles_of

# Who verifies: no role by name, but any that did not record it.
PERAN_LAIN = "Peran selain pencatatnya"
BELUM_DITUNJUK = "Belum ada yang ditunjuk"
SEPEKAN = timedelta(days=7)


@dataclass(frozen=True)
class ButirKurang:
    """One case: what it is, and the action (of which year) and period, the channel, or the page of prose that it is about; how
    many pieces of work it takes (`kerja`), and the post that answers for it, where the data name one."""

    teks: str
    aksi: str | None = None
    periode: str | None = None
    kanal: str | None = None
    prosa: Prosa | None = None
    tahun: int | None = None
    kerja: int = 1
    oleh: str | None = None


@dataclass(frozen=True)
class Kekurangan:
    """One kind of work with its cases, of which there is at least one."""

    pekerjaan: work.Pekerjaan
    butir: tuple[ButirKurang, ...]

    @property
    def kerja(self) -> int:
        """How many pieces of work its cases take."""
        return sum(item.kerja for item in self.butir)

    @property
    def menit(self) -> int:
        """How many minutes they take, as far as that can be guessed."""
        return self.kerja * self.pekerjaan.menit


@dataclass(frozen=True)
class BagianPeran:
    """The work that one role answers for; None: nobody was named."""

    peran: str | None
    kekurangan: tuple[Kekurangan, ...]

    @property
    def nama(self) -> str:
        """The heading of their list."""
        return self.peran or BELUM_DITUNJUK

    @property
    def menit(self) -> int:
        """How many minutes all of it takes, as far as that can be guessed."""
        return sum(item.menit for item in self.kekurangan)


@dataclass(frozen=True)
class Sepekan:
    """How many deadlines had passed unfulfilled a week ago and now, and how many passed in between."""

    dulu: int
    kini: int
    jatuh: int


def missing(findings: Findings) -> tuple[Kekurangan, ...]:
    """Everything that is missing, in the order in which to do it: records of every year that has begun, the print of the newest
    plan, and the site."""
    kinds = (_of_the_records, _of_the_site, _unreported, _of_the_print, _further, _to_be_confirmed)
    return tuple(Kekurangan(pekerjaan, own) for kind in kinds for pekerjaan, cases in kind(findings) if (own := tuple(cases)))


def by_role(found: Iterable[Kekurangan], findings: Findings) -> tuple[BagianPeran, ...]:
    """The work by who answers for it: any role that may verify, the roles in the office's order, other posts that the data
    name, and last what nobody was named for."""
    found = tuple(found)
    named = [item.oleh for kind in found for item in kind.butir if item.oleh]
    parts = []
    for peran in (*dict.fromkeys((PERAN_LAIN, *roles_of(findings.situs.isi.peran), *named)), None):
        own = ((kind, tuple(item for item in kind.butir if item.oleh == peran)) for kind in found)
        parts.append(BagianPeran(peran, tuple(replace(kind, butir=cases) for kind, cases in own if cases)))
    return tuple(part for part in parts if part.kekurangan)


def since_last_week(tahun: TahunFinding) -> Sepekan | None:
    """What a week changed, by the days of verification: those tell when something happened here, as days of records don't,
    which are of the deeds. None where the plan was not yet set a week ago."""
    before = tahun.per_tanggal - SEPEKAN
    if before < tahun.dasar.sejak:
        return None
    old, now = count_periods(tahun.periode, before), tahun.hitungan
    return Sepekan(_open(old), _open(now), now.jatuh_tempo - old.jatuh_tempo)


def _open(hitungan: Hitungan) -> int:
    return hitungan.jatuh_tempo - hitungan.terpenuhi_jatuh_tempo


def unverified(tahun: Tahun) -> list[Source[Capaian]]:
    """A year's records that wait for their verification, and that no other corrects or withdraws."""
    targeted = {record.isi.menyasar for record in tahun.capaian}
    return [record for record in tahun.capaian if not record.isi.verifikasi and name_of(record) not in targeted]


_Kinds = Iterator[tuple[work.Pekerjaan, Iterable[ButirKurang]]]


def _begun(findings: Findings) -> Iterator[TahunFinding]:
    """The years up to the newest that has begun."""
    return (item for item in findings.tahun if item.tahun <= findings.terbaru.tahun)


def _of_the_records(findings: Findings) -> _Kinds:
    yield (
        work.VERIFIKASI,
        [
            ButirKurang(f"dicatat {isi.dicatat_oleh}", isi.aksi, isi.periode, tahun=tahun.tahun, oleh=PERAN_LAIN)
            for tahun in _begun(findings)
            for isi in (record.isi for record in unverified(tahun.sumber))
        ],
    )


def _of_the_site(findings: Findings) -> _Kinds:
    yield work.KONTAK, _empty_channels(findings, own=True)
    files = {KANAL: findings.kanal, LAPOR: findings.lapor, DASAR_HUKUM: findings.dasar_hukum}
    yield work.BERKAS, [ButirKurang(f"{path} belum ada") for path, source in files.items() if source is None]
    yield work.RENCANA, [ButirKurang(f"Rencana aksi {tahun} belum dimuat") for tahun in age_of(findings).tanpa_rencana]
    situs = findings.situs.isi
    fields = {
        "Situs resmi kami": situs.situs_resmi,
        "Alamat situs ini": situs.alamat_situs,
        "Lisensi data": situs.lisensi_data,
        "Repositori data, untuk tombol Sunting": situs.repositori,
    }
    yield work.IDENTITAS, [ButirKurang(f"{name}: belum diisi") for name, value in fields.items() if not value]


def _empty_channels(findings: Findings, *, own: bool) -> Iterator[ButirKurang]:
    """The office's own channels, or those of others, that lack something."""
    for kanal in findings.kanal_menurut_kunci.values():
        if kanal.milik_kantor is own and (named := ", ".join(_empty(kanal))):
            yield ButirKurang(f"{named} belum diisi", kanal=kanal.kunci, oleh=kanal.penanggung_jawab)


def _empty(kanal: Kanal) -> Iterable[str]:
    """What a channel lacks; hours and who answers for it only where it is the office's own."""
    empty = [cara.jenis.label.lower() for cara in kanal.cara if cara.nilai is None]
    empty += ["jam layanan"] if kanal.milik_kantor and kanal.jam is None else []
    empty += ["penanggung jawab"] if kanal.milik_kantor and kanal.penanggung_jawab is None else []
    return dict.fromkeys(empty)


def _unreported(findings: Findings) -> _Kinds:
    once, often, late = [], [], []
    for tahun in _begun(findings):
        for aksi in tahun.aksi:
            about = ButirKurang(aksi.komponen, aksi.kode, tahun=tahun.tahun, oleh=aksi.aksi.penanggung_jawab)
            open_periods = [item for item in aksi.periode if item.keadaan is Keadaan.BELUM_DILAPORKAN]
            if len(open_periods) == 1:
                once.append(replace(about, periode=open_periods[0].periode))
            elif open_periods:
                text = f"{aksi.komponen}: {len(open_periods)} dari {len(aksi.periode)} janji"
                often.append(replace(about, teks=text, kerja=len(open_periods)))
            late += [replace(about, periode=item.periode) for item in aksi.periode if item.keadaan is Keadaan.TERLAMBAT]
    yield work.SEKALI, once
    yield work.BERULANG, often
    yield work.LANJUTKAN, late


def _of_the_print(findings: Findings) -> _Kinds:
    tahun = findings.terbaru
    groups = copied_groups(tahun)
    texts = (
        f"{len(item.baris)} dari {len(item.kelompok.aksi)} baris kelompok {item.kelompok.kode} mengulang {item.asal.kode}"
        for item in groups
    )
    yield work.SALINAN, [ButirKurang("; ".join(texts))] if groups else []
    kind = work.NASKAH if tahun.keputusan else work.NASKAH_RENCANA
    yield kind, [ButirKurang(f"{item.letak}: {item.penjelasan}") for item in doubts_of(tahun)]
    yield work.TEMA, _unconfirmed_subjects(tahun)


def _unconfirmed_subjects(tahun: TahunFinding) -> Iterator[ButirKurang]:
    """That what the rows of a plan are about is a proposal."""
    if tahun.rencana_aksi.isi.tema_ditegaskan is None:
        own = sum(bool(item.aksi.tema) for item in tahun.aksi)
        state = f"{own} dari {len(tahun.aksi)} aksi bertema; masih usulan" if own else "belum ada aksi yang bertema"
        yield ButirKurang(f"Rencana aksi {tahun.tahun}: {state}")


def _further(findings: Findings) -> _Kinds:
    yield work.KANAL_LAIN, _empty_channels(findings, own=False)
    yield work.TAUTAN, _weak_links(findings)
    gaps = ((stat.tahun, bulan) for stat in findings.pengaduan for bulan in stat.belum_dilaporkan)
    yield work.PENGADUAN, [ButirKurang(f"{BULAN[bulan - 1]} {tahun}") for tahun, bulan in gaps]
    yield work.LAPORAN, map(ButirKurang, missing_reports(findings.terbaru, findings.tanggal_kirim))
    yield work.HALAMAN, [ButirKurang(item, prosa=page) for page in findings.prosa for item in page.kepala.menunggu]
    kept, tahun = kept_by(findings), findings.terbaru
    cases = (ButirKurang(aksi.komponen, aksi.kode, tahun=tahun.tahun) for aksi in tahun.aksi if not kept[aksi.kode].ada)
    yield work.TANPA_HALAMAN, cases


def _weak_links(findings: Findings) -> Iterator[ButirKurang]:
    for tahun in _begun(findings):
        for isi in (item.isi for item in tahun.catatan_berlaku):
            for bukti in isi.bukti:
                if bukti.tautan_lemah:
                    yield ButirKurang(_seen(bukti, findings.per_tanggal), isi.aksi, isi.periode, tahun=tahun.tahun)


def _seen(bukti: Bukti, per_tanggal: date) -> str:
    since = f"terakhir terbuka {(per_tanggal - bukti.dilihat).days} hari lalu" if bukti.dilihat else None
    return f"{bukti.judul} ({bukti.tautan_lemah}, {since or 'belum dicatat kapan terakhir terbuka'})"


def _to_be_confirmed(findings: Findings) -> _Kinds:
    channels = []
    for kanal in findings.kanal_menurut_kunci.values():
        age = findings.pemeriksaan(kanal.diperiksa)
        if not age.baru:
            text = "belum pernah dipastikan" if age.hari is None else f"terakhir dipastikan {age.hari} hari lalu"
            channels.append(ButirKurang(text, kanal=kanal.kunci, oleh=kanal.penanggung_jawab))
    yield work.PASTIKAN, channels
    lists = {
        "aturan dalam dasar hukum": [item.diperiksa for item in findings.aturan_menurut_kunci.values()],
        "situasi di halaman lapor": [item.diperiksa for item in (findings.lapor.isi.situasi if findings.lapor else ())],
        "sumber di halaman informasi": [item.diperiksa for page in findings.prosa for item in page.kepala.sumber],
    }
    yield work.COCOKKAN, [case for name, dates in lists.items() if (case := _old(name, dates, findings))]


def _old(name: str, dates: Sequence[date | None], findings: Findings) -> ButirKurang | None:
    old = sum(not findings.pemeriksaan(item).baru for item in dates)
    return ButirKurang(f"{old} dari {len(dates)} {name} belum dicocokkan", kerja=old) if old else None
