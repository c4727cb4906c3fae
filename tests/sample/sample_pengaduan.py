"""The complaints of the sample office: ten months of invented counts, with one month that was not reported."""

from __future__ import annotations

from random import Random

KANAL = ("kantor", "sp4n-lapor", "ppid-kantor", "wbs-kantor", "ombudsman")  # keys of the sample's kanal.yml
KATEGORI = ("layanan", "perilaku_pegawai", "data_pemilih", "informasi_publik", "tahapan_pemilu", "sarana")
# Received, closed without action, finished; a month without a line was not reported.
BULAN = {1: (7, 1, 4), 2: (3, 0, 3), 3: (9, 2, 7), 4: (12, 0, 8), 5: (6, 1, 9), 6: (11, 0, 6)} | {
    7: (4, 0, 8), 8: (0, 0, 2), 10: (13, 1, 9),
}  # fmt: skip
SISA_SETELAH_PUTUS = 2
TINDAK_LANJUT = {
    3: "Contoh: papan alur layanan dipasang di ruang tunggu.",
    4: "Contoh: jam layanan ditulis di laman dan di pintu masuk.",
    6: "Contoh: petugas piket ditambah pada hari Senin.",
    10: "Contoh: formulir permohonan informasi disederhanakan menjadi satu halaman.",
}


def complaint_files(tahun: int) -> dict[str, str]:
    """The files of the year's folder `pengaduan/` by name, without their opening comment."""
    random, files, left, before = Random(tahun), {}, 3, 0
    for month, (masuk, tidak, selesai) in BULAN.items():
        begun = left if month == before + 1 else SISA_SETELAH_PUTUS
        harus = begun + masuk - tidak
        left, before = harus - selesai, month
        lines = [f"bulan: {tahun}-{month:02}", f"sisa_bulan_lalu: {begun}", "masuk:"]
        lines += [f"  kanal: {_spread(masuk, KANAL, random)}", f"  kategori: {_spread(masuk, KATEGORI, random)}"]
        lines += [f"tidak_ditindaklanjuti: {tidak}", f"harus_ditindaklanjuti: {harus}"]
        lines += [f"diproses: {left}", f"selesai: {selesai}"]
        lines += [f"lama_selesai: [{', '.join(str(random.randint(1, 14)) for _ in range(selesai))}]"]
        lines += ["tindak_lanjut:", f"  - >-\n    {TINDAK_LANJUT[month]}"] if month in TINDAK_LANJUT else []
        files[f"{month:02}.yml"] = "\n".join([*lines, "dicatat_oleh: Subbagian Contoh"]) + "\n"
    return files


def _spread(total: int, keys: tuple[str, ...], random: Random) -> str:
    """A total spread over keys, the first ones more often, as a YAML mapping on one line."""
    drawn = [keys[int(random.random() ** 2 * len(keys))] for _ in range(total)]
    return "{" + ", ".join(f"{key}: {drawn.count(key)}" for key in keys if key in drawn) + "}"
