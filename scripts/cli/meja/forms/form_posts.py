"""What came of a form that was opened or sent: its texts, what is wrong, what somebody else wrote meanwhile; and a draft of
what is not saved, so that nothing typed is lost with a closed tab."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from flask import request
from werkzeug.datastructures import MultiDict
from zona.desk.drafts import Draft, Drafts
from zona.desk.forms.form_fields import for_forms
from zona.desk.forms.save_form import ChangedMeanwhile
from zona.desk.forms.typed_values import Texts
from zona.desk.office import Office
from zona.disk.private_folder import private_folder
from zona.problems import NotTaken
from zona.records.reading.data_error import DataError

from cli.indonesian_click import refusal_of
from cli.meja.desk import Desk
from cli.meja.forms.shown_fields import ShownField, labels_of
from cli.meja.showing import at

F = TypeVar("F")
Clash = tuple[tuple[str, str, str], ...]
WHOLE = "isi-formulir"  # where a summary leads for what is wrong with no field of its own
TITLE, ADDRESS = "//judul", "//alamat"  # in a draft, beside the texts: no field is called so


@dataclass(frozen=True)
class Sent(Generic[F]):
    """A form as it is to be shown: the texts in it, what is wrong by the field's name, the fields in which somebody else wrote
    something else meanwhile (called, now, typed), the version of the file that it was opened with, when its draft was kept.
    `go` is where to go on instead: it is saved, or thrown away."""

    form: F
    texts: Texts
    versi: str
    wrong: Mapping[str, str]
    clash: Clash = ()
    kapan: str = ""
    go: str = ""

    @property
    def status(self) -> int:
        """The answer's number."""
        return 409 if self.clash else 422 if self.wrong else 200


@dataclass(frozen=True)
class FormDrafts(Drafts):
    """Drafts of forms for data files, each under its form's address."""

    @property
    def folder(self) -> Path:
        """Where they are."""
        return private_folder(self.data) / "isian"


def version_of(raw: bytes) -> str:
    """What tells whether a file is still as it was."""
    return sha256(raw).hexdigest()[:16]


def posted_texts(posted: MultiDict[str, str]) -> dict[str, str]:
    """What was sent, several values of one name on lines of one text."""
    return {name: "\n".join(filter(None, posted.getlist(name))) for name in posted}


def answered(desk: Desk, office: Office, title: str, first: Sent[F], check: Callable[[Texts], Sent[F]]) -> Sent[F]:
    """The form that the request opens or sends: `first` is what it begins with, `check` what comes of what was typed. What is
    not saved is kept as a draft, called `title`, and comes back when the form is opened again."""
    drafts, key = FormDrafts(desk.data), sha256(request.path.encode()).hexdigest()[:16]
    if request.method == "GET":
        draft = drafts.find(key)
        if draft is None:
            return first
        return replace(first, texts={**first.texts, **draft.isian}, versi=draft["versi"], kapan=at(draft.diubah))
    typed = posted_texts(request.form)
    result = replace(first, go=request.path) if typed.get("tindakan") == "buang" else check(typed)
    if result.go:
        drafts.discard(key)
        return result
    kept = {name: text for name, text in typed.items() if name != "tindakan"} | {"versi": result.versi}
    draft = drafts.keep(Draft(key, isian=kept | {TITLE: title, ADDRESS: page_address()}), desk.now(office))
    return replace(result, kapan=at(draft.diubah))


def form_drafts(desk: Desk) -> list[tuple[str, str, str]]:
    """The forms that were begun and not saved, the latest first: address, title, when."""
    found = FormDrafts(desk.data).all()
    return [(draft[ADDRESS], draft[TITLE], at(draft.diubah)) for draft in found if draft[ADDRESS]]


def page_address() -> str:
    """The form's own address, to which it is sent."""
    return request.full_path.removesuffix("?").removesuffix("?tersimpan=1")


def not_saved(form: F, texts: Texts, versi: str, error: Exception) -> Sent[F]:
    """The form with the reason why it could not be saved. Raises the error where it is none of ours."""
    if isinstance(error, DataError):
        said = " ".join(f"{for_forms(item.words)}." for item in error.problems[:3])
    elif isinstance(error, NotTaken) and not isinstance(error, ChangedMeanwhile):
        said = str(error)
    elif isinstance(error, OSError):
        said = refusal_of(error)
    else:
        raise error
    return Sent(form, texts, versi, {WHOLE: said})


def wrong_of(problems: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What is wrong, a sentence a field."""
    return {name or WHOLE: "; ".join(said) for name, said in problems.items()}


def names_of(names: Mapping[str, str]) -> dict[str, str]:
    """What fields are called in a summary, as it looks them up."""
    return {name.partition("-")[0]: label for name, label in {**names, WHOLE: "Isian ini"}.items()}


def labels(fields: tuple[ShownField, ...]) -> dict[str, str]:
    """What fields are called in a summary, made from the fields."""
    return names_of(labels_of(fields))
