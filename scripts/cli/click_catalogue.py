"""What click says, in Indonesian: a catalogue for Python's own gettext, which click asks for every text that it shows."""

from __future__ import annotations

import gettext

TEXTS = {
    # Help pages
    "Usage:": "Pakai:",
    "Options": "Pilihan",
    "Positional arguments": "Yang ditulis",
    "Commands": "Perintah",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "required": "wajib",
    "default: {default}": "bawaan: {default}",
    "env var: {var}": "variabel lingkungan: {var}",
    "(dynamic)": "(dihitung)",
    # What is wrong with a command line
    "Error: {message}": "{message}",
    "Try '{command} {option}' for help.": "Bantuan: {command} {option}",
    "Did you mean {possibility}?": "Maksud Anda {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Maksud Anda salah satu dari {possibilities}?",
    "No such command {name!r}.": "Perintah {name!r} tidak dikenal.",
    "Missing command.": "Perintahnya belum ditulis.",
    "No such option {name!r}.": "Pilihan {name!r} tidak dikenal.",
    "Option {name!r} does not take a value.": "Pilihan {name!r} tidak memerlukan nilai.",
    "Option {name!r} requires an argument.": "Pilihan {name!r} memerlukan nilai.",
    "Option {name!r} requires {nargs} arguments.": "Pilihan {name!r} memerlukan {nargs} nilai.",
    "Got unexpected extra argument ({args})": "Ada kata yang berlebih: {args}.",
    "Got unexpected extra arguments ({args})": "Ada kata yang berlebih: {args}.",
    "Missing argument": "Belum ditulis:",
    "Missing option": "Pilihan belum ditulis:",
    "Missing parameter": "Belum ditulis:",
    "Missing parameter: {param_name}": "Belum ditulis: {param_name}",
    "Missing {param_type}": "Belum ditulis:",
    "Argument {name!r} takes {nargs} values.": "{name!r} memerlukan {nargs} nilai.",
    "Takes {nargs} values but 1 was given.": "perlu {nargs} nilai, yang ditulis 1.",
    "Takes {nargs} values but {len} were given.": "perlu {nargs} nilai, yang ditulis {len}.",
    "{len_type} values are required, but {len_value} was given.": "perlu {len_type} nilai, yang ditulis {len_value}.",
    "{len_type} values are required, but {len_value} were given.": "perlu {len_type} nilai, yang ditulis {len_value}.",
    # What is wrong with a value
    "Invalid value: {message}": "Nilai yang ditulis tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Nilai untuk {param_hint} tidak sah: {message}",
    "Value must be an iterable.": "nilainya harus lebih dari satu.",
    "Choose from:\n\t{choices}": "Pilih salah satu:\n\t{choices}",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{value!r} does not match the format {format}.": "{value!r} tidak berbentuk {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} tidak berbentuk salah satu dari {formats}.",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan bilangan yang sah.",
    "{value} is not in the range {range}.": "{value} di luar batas {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} bukan ya atau tidak; yang dikenal: {states}",
    "{value!r} is not a valid UUID.": "{value!r} bukan UUID yang sah.",
    "file": "berkas",
    "directory": "folder",
    "path": "berkas atau folder",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a file.": "{filename!r} adalah berkas, bukan folder.",
    "{name} {filename!r} is a directory.": "{filename!r} adalah folder, bukan berkas.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak boleh dibaca.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} tidak boleh ditulis.",
    "{name} {filename!r} is not executable.": "{name} {filename!r} tidak boleh dijalankan.",
    "Could not open file {filename!r}: {message}": "Berkas {filename!r} tidak dapat dibuka: {message}",
    "unknown error": "sebab tidak dikenal",
    # Questions
    "Repeat for confirmation": "Ulangi",
    "Error: The two entered values do not match.": "Keduanya tidak sama.",
    "Error: invalid input": "Jawaban itu tidak dikenal.",
    "Press any key to continue...": "Tekan sembarang tombol …",
    "Aborted!": "Dibatalkan.",
}


class Catalogue(gettext.NullTranslations):
    """The translations above; a text that is not among them stays as it is."""

    def gettext(self, message: str) -> str:
        """The Indonesian text."""
        return TEXTS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Indonesian text for `n` things."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def install() -> None:
    """Have gettext answer from the catalogue, instead of looking for files of translations."""
    gettext.translation = lambda *_, **__: Catalogue()  # type: ignore[assignment]
