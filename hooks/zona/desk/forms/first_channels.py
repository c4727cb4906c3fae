"""The first `kanal.yml` of an office: the channels that every office has itself, as its packs give them."""

from zona.desk.forms.edit_yaml import first_text
from zona.desk.forms.office_form import as_read
from zona.desk.forms.typed_values import kept
from zona.records.informasi.dasar_hukum import DasarHukum
from zona.records.informasi.information_files import DASAR_HUKUM, KANAL
from zona.records.informasi.kanal import DaftarKanal, owned_by
from zona.records.paket.joined_lists import ListReader
from zona.records.paket.paket import PACKS, open_packs
from zona.records.reading.data_error import DataError
from zona.records.reading.file_reader import FileReader
from zona.records.reading.rules import Surroundings

HEAD = (
    "# Saluran milik kantor ini. Saluran lembaga lain berasal dari paket yang disebut situs.yml; butir di sini menggantikan",
    "# butir paket yang sekunci, seluruhnya. Yang belum diketahui tidak ditulis; situs menampilkannya sebagai belum diisi.",
    "# nilai       nomor atau alamatnya, ditulis di bawah jenis",
    "# diperiksa   tanggal kantor mencoba sendiri nomor dan alamatnya",
)


def own_channels(packs: tuple[str, ...], kantor: str) -> str:
    """The text of the file, without its first line, for an office of this name. Raises `DataError` where a pack is wrong."""
    own = FileReader(PACKS / "-", "data")  # the office has no files yet
    lists = ListReader(own, open_packs(packs))
    rules = lists.read(DASAR_HUKUM, "aturan", DasarHukum, Surroundings())
    known = {DASAR_HUKUM: tuple(rules.isi.menurut_kunci()) if rules else ()}
    channels = lists.read(KANAL, "kanal", DaftarKanal, Surroundings(kunci=known))
    if own.problems or channels is None:
        raise DataError(own.problems)
    found = [as_read(item) for item in owned_by(channels.isi, kantor).kanal if item.milik_kantor]
    return first_text(list(HEAD), {"kanal": kept(tuple(found))})
