"""What a tap on a way to reach a channel opens, and how it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zona.outputs import contact_links
from zona.records.informasi.kanal import Cara


@pytest.mark.parametrize(
    ("jenis", "nilai", "link", "shown"),
    [
        ("telepon", "198", "tel:198", "198"),
        ("telepon", "(0526) 202-1234", "tel:+625262021234", "(0526) 202-1234"),
        ("telepon", "+62 21 2557 8300", "tel:+622125578300", "+62 21 2557 8300"),
        ("sms", "1708", "sms:1708", "1708"),
        ("sms", "08558575575", "sms:+628558575575", "0855 8575 575"),
        ("whatsapp", "082137373737", "https://wa.me/6282137373737", "0821 3737 3737"),
        ("whatsapp", "+62 811-959-575", "https://wa.me/62811959575", "+62 811-959-575"),
        ("surel", "pengaduan@kpk.go.id", "mailto:pengaduan@kpk.go.id", "pengaduan@kpk.go.id"),
        ("web", "https://www.lapor.go.id/", "https://www.lapor.go.id/", "lapor.go.id"),
        ("aplikasi", "GOL (Android dan iOS)", None, "GOL (Android dan iOS)"),
        ("aplikasi", "https://example.org/app", "https://example.org/app", "example.org/app"),
        ("alamat", "Jalan Uji Nomor 1", None, "Jalan Uji Nomor 1"),
        ("telepon", None, None, None),
    ],
)
def test_ways(jenis: str, nilai: str | None, link: str | None, shown: str | None) -> None:
    """Numbers become international, short codes stay, and what is only read has no link."""
    cara = Cara.model_validate({"jenis": jenis, "nilai": nilai})
    assert (contact_links.link_of(cara), contact_links.shown(cara)) == (link, shown)


@given(st.from_regex(r"08[1-9][0-9]{7,10}", fullmatch=True), st.sampled_from(["telepon", "sms", "whatsapp"]))
def test_no_digit_is_lost(nilai: str, jenis: str) -> None:
    """However a number is grouped to be read, and whatever a tap dials, it is the number that was written."""
    cara = Cara.model_validate({"jenis": jenis, "nilai": nilai})
    assert (contact_links.shown(cara) or "").replace(" ", "") == nilai
    assert (contact_links.link_of(cara) or "").endswith(f"62{nilai[1:]}")
