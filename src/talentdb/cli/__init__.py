"""The command line: the only code that touches the world."""

import os
import sys
from collections.abc import Sequence

from talentdb.cli.invocation import begin
from talentdb.cli.terminal import complain, silence_stdout
from talentdb.errors import TalentdbError

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code (design.md §4).

    What a user can mend ends as one sentence on stderr; a bug keeps its traceback.
    """
    try:
        return run(tuple(sys.argv[1:] if words is None else words))
    except KeyboardInterrupt:
        return INTERRUPTED


def run(words: tuple[str, ...]) -> int:
    """Runs the command; what Typer says is said in our own way."""
    import typer

    from talentdb.cli.app import app

    begin(words)
    if "_TALENTDB_COMPLETE" in os.environ:
        from talentdb.cli.shells import answer

        if answer(app):
            return 0
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
