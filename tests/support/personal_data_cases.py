"""Texts with personal data in every usual spelling. Every number, address and plate here is made up."""

from __future__ import annotations

import re

from zona.records.reading.personal_data import find_personal_data

NIK, KK, NPWP, TELEPON, SUREL, POLISI = (
    "NIK", "nomor KK", "NPWP", "nomor telepon", "alamat surel", "nomor polisi kendaraan",
)  # fmt: skip
NIP, SIM, BPJS, PASPOR, REKENING, LAHIR = (
    "NIP", "nomor SIM", "nomor BPJS", "nomor paspor", "nomor rekening", "tanggal lahir",
)  # fmt: skip


def kinds(text: str, *, allowed: tuple[str, ...] = ()) -> list[str]:
    """The kinds that the messages name."""
    return [re.sub(r"^tampaknya ada (.+) \(.+\)$", r"\1", message) for message in find_personal_data(text, allowed=allowed)]


FOUND = [
    ("6399011205900012", [NIK]),
    ("Peserta: Fulan, 6399015205900012.", [NIK]),
    ("6399 0112 0590 0012", [NIK]),
    ("63.99.01.120590.0012", [NIK]),
    ("639901-310190-0012", [NIK]),
    ("639901–120590–0012", [NIK]),
    ("6399 0112\n0590 0012", [NIK]),
    ("63990112\u200b05900012", [NIK]),
    ("６３９９０１１２０５９０００１２", [NIK]),
    ("(6399017112900012)", [NIK]),
    ("NIK: 1234567890123456", [NIK]),
    ("NIK1234567890123456", [NIK]),
    ("nik. 123 456 789 012 3456", [NIK]),
    ("Fotokopi e-KTP nomor 9999999999999999", [NIK]),
    ("https://contoh.example/cek?nik=6399011205900012", [NIK]),
    ("No. KK 6399011205900012", [KK]),
    ("Kartu Keluarga: 9999 9999 9999 9999", [KK]),
    ("NIK 6399011205900012, KK 6399012505120034", [NIK, KK]),
    ("tanggal 12-01-2026 NIK 6399011205900012", [NIK]),
    ("12.345.678.9-012.000", [NPWP]),
    ("NPWP 12 345 678 9 012 000", [NPWP]),
    ("123456789012000", [NPWP]),
    ("NPWP: 9999999999999999", [NPWP]),
    ("08129999000", [TELEPON]),
    ("0812-9999-0001", [TELEPON]),
    ("0812.9999.0001", [TELEPON]),
    ("0812 9999 0001", [TELEPON]),
    ("(0812) 9999 0001", [TELEPON]),
    ("0812 - 9999 - 0001", [TELEPON]),
    ("08 12 99 99 00 01", [TELEPON]),
    ("HP08129999000", [TELEPON]),
    ("WA:+6281299990001", [TELEPON]),
    ("+62 812-9999-0001", [TELEPON]),
    ("+62 (0) 812 9999 0001", [TELEPON]),
    ("+62 (812) 9999-0001", [TELEPON]),
    ("62 812 9999 0001", [TELEPON]),
    ("6281299990001", [TELEPON]),
    ("https://wa.me/6281299990001", [TELEPON]),
    ("tel:+6281299990001", [TELEPON]),
    ("1.08129999000 2.08129999111", [TELEPON]),
    ("hubungi 081299990 (lama)", [TELEPON]),
    ("hubungi 0812999900012 (baru)", [TELEPON]),
    ("hubungi 08129999000 2026", [TELEPON]),
    ("(0526) 199999", [TELEPON]),
    ("0526-199999", [TELEPON]),
    ("0526 199999", [TELEPON]),
    ("Telp. 0526199999", [TELEPON]),
    ("021-9999 8888", [TELEPON]),
    ("+62 526 199999", [TELEPON]),
    ("warga@contoh.example", [SUREL]),
    ("Kirim ke Warga.Desa+zi@surat.contoh.example.", [SUREL]),
    ("mailto:warga@contoh.example", [SUREL]),
    ("08129999000@contoh.example", [SUREL]),
    ("DA 1234 XY", [POLISI]),
    ("B 1 AB", [POLISI]),
    ("DA 1 A", [POLISI]),
    ("mobil KT-99-ZZZ", [POLISI]),
    ("DA1234XY", [POLISI]),
    ("nomor polisi B 9999 QQ, merah", [POLISI]),
    ("DA 1234 XY dan DA 5678 XY", [POLISI]),
    ("Fulan, 6399011205900012, 08129999000, warga@contoh.example, DA 1234 XY", [NIK, SUREL, TELEPON, POLISI]),
    ("6399/0112/0590/0012", [NIK]),
    ("639901/120590/0012", [NIK]),
    ("19800101 200501 1 001", [NIP]),
    ("198001012005011001", [NIP]),
    ("NIP. 19800101-200501-1-001", [NIP]),
    ("pegawai PPPK 198507142022211003", [NIP]),
    ("SIM 850714123456", [SIM]),
    ("SIM C nomor 8507-1412-3456", [SIM]),
    ("kartu BPJS 0001234567890", [BPJS]),
    ("JKN-KIS no 0001 2345 6789 0", [BPJS]),
    ("Paspor A1234567", [PASPOR]),
    ("nomor paspor X 123456", [PASPOR]),
    ("no. rekening 0123-01-012345-50-1", [REKENING]),
    ("Rek. BRI 012301012345501", [REKENING]),
    ("lahir di Contoh, 12 Mei 1990", [LAHIR]),
    ("TTL: Contoh, 12-05-1990", [LAHIR]),
    ("tempat/tanggal lahir Contoh 1 Januari 1980", [LAHIR]),
    ("tanggal lahir: 12/5/90", [LAHIR]),
    ("81299990001", [TELEPON]),
    ("0812/9999/0001", [TELEPON]),
    ("0812_9999_0001", [TELEPON]),
    ("0812*9999*0001", [TELEPON]),
    ("0812|9999|0001", [TELEPON]),
    ("O812-9999-OOO1", [TELEPON]),
    ("08l2 9999 0001", [TELEPON]),
    ("٠٨١٢٩٩٩٩٠٠٠١", [TELEPON]),
    ("०८१२९९९९०००१", [TELEPON]),
    ("warga @ contoh.com", [SUREL]),
    ("warga[at]contoh.com", [SUREL]),
    ("warga (at) contoh (dot) com", [SUREL]),
    ("warga at gmail.com", [SUREL]),
    ("warga at gmail titik com", [SUREL]),
    ("DA.1234.XY", [POLISI]),
    ("plat da 1234 xy", [POLISI]),
    ("mobil da1234xy", [POLISI]),
]

# What is not found, and why: it has no form of its own, or one that much else has as well.
BY_DESIGN = {
    "Fulan bin Fulan": "nama orang tidak punya bentuk; hanya gelar dan nama di belakangnya yang diberitahukan",
    "Jalan Contoh Nomor 5 RT 2 Tanjung": "alamat kantor ditulis sama",
    "da 1234 xy": "tanpa kata kendaraan di depannya, kata biasa pun berbentuk begini",
    "01230101234550": "tanpa kata rekening di depannya, angka ini bisa apa saja",
    "A1234567": "tanpa kata paspor di depannya, kode surat pun berbentuk begini",
    "kosong delapan satu dua sembilan sembilan": "angka yang dieja",
}
