"""The command line in Indonesian: click's own headings and errors are English, and Python's tracebacks are for nobody here.

Whatever ends a command becomes a sentence in `Command.invoke`, and nowhere else.
"""

from __future__ import annotations

import difflib
import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from zona.problems import Problem, shown
from zona.refusal import why

_HEADINGS = {"Options": "Pilihan", "Commands": "Perintah"}


class Refused(click.ClickException):
    """One Indonesian sentence on standard error, below the `problems` where there are any; exit code 1.

    `most` is how many problems are shown: more would bury the first.
    """

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


class Formatter(click.HelpFormatter):
    """Help pages with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = "Pakai: ") -> None:
        """Write the line of usage, with Indonesian words for the placeholders."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH …"), prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list of options or commands."""
        super().write_heading(_HEADINGS.get(heading, heading))


class Context(click.Context):
    """The context of a command whose help is written by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help option speaks Indonesian, and which never ends in a traceback.

    `unchanged` is a sentence that holds whenever the command fails or is broken off: what is still as it was.
    """

    context_class = Context

    def __init__(self, *arguments: Any, unchanged: str = "", **settings: Any) -> None:
        super().__init__(*arguments, **settings)
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
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # nobody reads on, as behind `| head`: click ends quietly
            said = _refusal(error) if isinstance(error, OSError) or _is_loop(error) else _fault(error)
            raise Refused(f"{said} {self.unchanged}".rstrip()) from None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option with an Indonesian description; None where the command has none."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Group(Command, click.Group):
    """The top command: errors become one Indonesian sentence, exit code 2 for a slip in the command line itself.

    `modules` names the module of each command, which is imported when the command is asked for.
    """

    def __init__(self, *arguments: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.modules = modules

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of all commands, ordered; no module is imported for them."""
        return sorted(self.modules)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, its module imported now; None for an unknown name."""
        found = import_module(self.modules[name]) if name in self.modules else None
        return getattr(found, name.replace("-", "_"), None)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override]
        """Run the command line; never shows a traceback for what someone typed."""
        try:
            sys.exit(super().main(args, prog_name, standalone_mode=False, **extra))
        except click.UsageError as error:
            click.echo(f"{_in_indonesian(error, self)}\nBantuan: {prog_name} --bantuan", err=True)
            sys.exit(2)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(130)


def _is_loop(error: Exception) -> bool:
    """Whether this is what `Path.resolve` raises, up to Python 3.12, for a link that leads to itself."""
    return isinstance(error, RuntimeError) and str(error).startswith("Symlink loop")


def _refusal(error: Exception) -> str:
    """What the system refused, and where."""
    if isinstance(error, OSError):
        name = error.filename2 or error.filename
        place = os.fsdecode(name) if isinstance(name, str | bytes) else ""
    else:
        place = str(error).partition("'")[2].rstrip("'")
    return f"Gagal membaca atau menyimpan{shown(f' {place}') if place else ''}: {why(error)}."


def _fault(error: Exception) -> str:
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


def _in_indonesian(error: click.UsageError, group: Group) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for param in (error.ctx.command.params if error.ctx else []) for name in param.opts]
        return f"Pilihan {error.option_name} tidak dikenal.{_near(error.option_name, known)}"
    if isinstance(error, click.MissingParameter):
        name = (error.param.human_readable_name if error.param else "nilai").upper()
        return f"{name} belum ditulis."
    if isinstance(error, click.BadOptionUsage):
        return f"Pilihan {error.option_name} memerlukan nilai."
    if isinstance(error, click.BadParameter):
        return "Nilai yang ditulis tidak sah."
    typed = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    if typed and typed not in group.modules:
        return f"Perintah “{typed}” tidak dikenal.{_near(typed, list(group.modules))}"
    return "Perintah belum lengkap, atau ada kata yang berlebih."


def _near(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f" Maksud Anda {near[0]}?" if near else f" Yang dikenal: {', '.join(known)}."
