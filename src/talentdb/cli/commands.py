"""Which options do many commands share, so that no command has to repeat them?

A command is declared with `cls=Reading`, `Counting` or `Writing`, and takes those options besides
its own; they reach the code through `invocation()`.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand

from talentdb.cli import shared
from talentdb.cli.invocation import invocation
from talentdb.cli.plainly import taken_as_typed
from talentdb.cli.reporting import reporting
from talentdb.cli.terminal import silence_stdout

Signatures = tuple[Callable[..., None], ...]
RULE: Signatures = (shared.deriving, shared.knowing)


@cache
def _parameters_of(signature: Callable[..., None]) -> tuple[Any, ...]:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(signature)
    command: Any = typer.main.get_command(app)
    return tuple(command.params)


class Everyday(TyperCommand):
    """A command with `--db` and `-q`."""

    signatures: Signatures = (shared.everyday,)

    def __init__(self, name: str | None, *, params: Any = None, **rest: Any) -> None:
        self._shared = [one for each in self.signatures for one in _parameters_of(each)]
        # \b keeps the example on a line of its own, however narrow the terminal.
        rest["help"] = (rest.get("help") or "").replace("\n\nExample:", "\n\n\b\nExample:")
        rest["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(name, params=[*(params or []), *self._shared], **rest)

    def get_params(self, ctx: Any) -> list[Any]:
        """All its options, the help among them."""
        return list(taken_as_typed(super().get_params(ctx)))

    def invoke(self, ctx: Any) -> Any:
        """Hands the shared options to the invocation, the others to the command."""
        invocation().take({one.name: ctx.params.pop(one.name) for one in self._shared})
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Typer would end with 1; whoever closes a pipe has read enough.
            silence_stdout()
            return None


class Reading(Everyday):
    """A command that prints rows: format, file, limit, columns, order."""

    signatures = (shared.reading, shared.everyday)


class Knowing(Everyday):
    """A command that prints rows, now or as they were known by a day."""

    signatures = (shared.knowing, *Reading.signatures)


class Counting(Everyday):
    """A command that counts moves: its window and rule, and how it is printed."""

    signatures: Signatures = (shared.counting, *RULE, *Reading.signatures)


class Explaining(Counting):
    """A command whose counts open: `--explain` besides."""

    signatures: Signatures = (shared.explaining, *Counting.signatures)


class Lasting(Explaining):
    """A command that measures how long people stay."""

    signatures: Signatures = (shared.lasting, *Explaining.signatures)


class Publishing(Everyday):
    """A command that writes files, of which some count moves: window and rule."""

    signatures = (shared.counting, *RULE, shared.everyday)


class Reporting(Everyday):
    """A command that writes a report: its window and rule, and the file."""

    signatures = (shared.counting, *RULE, reporting, shared.everyday)


class Writing(Everyday):
    """A command that writes."""

    signatures = (shared.writing, shared.everyday)


class Stating(Everyday):
    """A command that records a fact, on the word of a source."""

    signatures = (shared.citing, shared.writing, shared.everyday)
