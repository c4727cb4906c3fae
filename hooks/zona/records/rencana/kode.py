"""Codes as the annex has them: of a group its numeral (`IV`), of an action also a number, and a sub-row's letter (`I.4.a`)."""

ROMAN = r"[IVXLC]+"
KODE_KELOMPOK = rf"^{ROMAN}$"
KODE_AKSI = rf"^{ROMAN}\.[1-9][0-9]?(\.[a-z])?$"

_ROMAN_PARTS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 up."""
    numeral = ""
    for value, sign in _ROMAN_PARTS:
        while number >= value:
            numeral, number = numeral + sign, number - value
    return numeral


NUMERALS = tuple(roman(number) for number in range(1, 100))


def successors(kode: str) -> tuple[str, ...]:
    """The codes that may follow this one in the same group: the next letter, number, or number with a first letter."""
    kelompok, number, *letter = kode.split(".")
    nomor, huruf = int(number), letter[0] if letter else ""
    following = (f"{kelompok}.{nomor + 1}", f"{kelompok}.{nomor + 1}.a")
    return (f"{kelompok}.{nomor}.{chr(ord(huruf) + 1)}", *following) if huruf else following
