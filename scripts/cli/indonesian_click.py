"""Commands that speak Indonesian and never end in a traceback: only `Command.invoke` makes a sentence of what ends one."""

import errno
import gettext
import os
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from zona.problems import NotTaken, Problem, shown
from zona.refusal import why

# What click says, in Indonesian.
TEXTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("click_catalogue.toml").read_text(encoding="utf-8"))


class Catalogue(gettext.NullTranslations):
    """Answers Python's own gettext, which click asks for every text; one that has no translation stays as it is."""

    def gettext(self, message: str) -> str:
        """The Indonesian text."""
        return TEXTS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The Indonesian text for `n` things."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class Refused(click.ClickException):
    """One Indonesian sentence on standard error, below the first `most` of the `problems` if there are any; exit code 1."""

    # Any: problems of data, of a table and of a built site each have their own kind of place.
    def __init__(self, message: str, problems: Sequence[Problem[Any]] = (), *, most: int | None = None) -> None:
        self.problems = tuple(problems)
        lines = list(map(str, self.problems[:most]))
        if len(lines) < len(self.problems):
            lines.append(f"… dan {len(self.problems) - len(lines)} lagi")
        super().__init__("\n".join([*lines, f"{len(self.problems)} masalah. {message}" if lines else message]))

    def show(self, file: Any = None) -> None:
        """Write the message to `file`, or to standard error, without the "Error:" that click puts before it."""
        click.echo(self.format_message(), file=file or sys.stderr)


class Command(click.Command):
    """A command that never ends in a traceback. `unchanged` says what is as it was whenever it fails or is broken off."""

    def __init__(self, *arguments: Any, unchanged: str = "", **settings: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[PILIHAN]"} | settings)
        self.unchanged = unchanged

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever ends it is raised as `Refused`, or as what click knows itself."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            if not self.unchanged:
                raise
            click.echo(f"\nDibatalkan. {self.unchanged}", err=True)
            raise SystemExit(130) from None
        except NotTaken as error:
            raise Refused(str(error)) from None
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # nobody reads on, as behind `| head`: click ends quietly
            # What `Path.resolve` raises, up to Python 3.12, for a link that leads to itself.
            loop = isinstance(error, RuntimeError) and str(error).startswith("Symlink loop")
            said = refusal_of(error) if isinstance(error, OSError) or loop else fault_of(error)
            raise Refused(f"{said} {self.unchanged}".rstrip()) from None


class Group(Command, click.Group):
    """The top command; exit code 2 for a slip in the command line. `modules` names each command's module, imported late."""

    def __init__(self, *arguments: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, subcommand_metavar="PERINTAH …", **settings)
        self.modules = modules

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of all commands, ordered; no module is imported for them."""
        return sorted(self.modules)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, its module imported now; None for an unknown name."""
        found = import_module(self.modules[name]) if name in self.modules else None
        return getattr(found, name.replace("-", "_"), None)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with, and the rest. Raises `NoSuchCommand`, with what may be meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=self.modules, ctx=ctx) from None

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run the command line; never shows a traceback for what someone typed."""
        gettext.translation = lambda *_, **__: Catalogue()  # type: ignore[assignment]
        try:
            sys.exit(super().main(args, prog_name, standalone_mode=False, **extra))
        except click.UsageError as error:
            click.echo(f"{error.format_message()}\nBantuan: {prog_name} --bantuan", err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(130)


def refusal_of(error: Exception) -> str:
    """What the system refused, and where."""
    place = str(error).partition("'")[2].rstrip("'")
    if isinstance(error, OSError):
        name = error.filename2 or error.filename
        place = os.fsdecode(name) if isinstance(name, str | bytes) else ""
    return f"Gagal membaca atau menyimpan{shown(f' {place}') if place else ''}: {why(error)}."


def fault_of(error: Exception) -> str:
    """A fault of this program. The details go to a file: they are for whoever looks after the program."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = shown(f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})")
    said = f"Program ini gagal karena kesalahannya sendiri, bukan karena data Anda: {what}."
    try:
        with tempfile.NamedTemporaryFile("w", prefix="zi-kesalahan-", suffix=".txt", delete=False, encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return said
    return f"{said} Rinciannya di {file.name}; sertakan bila melapor kepada pengelola program."
