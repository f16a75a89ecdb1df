"""The command line: the only code that touches the world."""

import sys
from collections.abc import Sequence

from talentdb.cli.invocation import begin
from talentdb.cli.terminal import complain
from talentdb.errors import TalentdbError

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code (design.md §4).

    What a user can mend ends as one sentence on stderr; a bug keeps its traceback.
    """
    import typer

    from talentdb.cli.app import app

    words = tuple(sys.argv[1:] if words is None else words)
    begin(words)
    try:
        code = app(list(words), prog_name="talentdb", standalone_mode=False)
        sys.stdout.flush()
    except TalentdbError as problem:
        complain(f"talentdb: {problem}")
        return problem.exit_code
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as misuse:
        complain(f"talentdb: {misuse.format_message().rstrip('.')}. See talentdb --help.")
        return misuse.exit_code
    except BrokenPipeError:
        silence_stdout()
        return 0
    return code if isinstance(code, int) else 0


def silence_stdout() -> None:
    """Nobody reads any more: what is left goes nowhere, and Python says nothing at its exit."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
