"""The command line: the only code that touches the world.

What is asked most often starts soonest: nothing is imported before it is known to be needed.
"""

import gc
import os
import signal
import sys

from talentdb import __version__

INTERRUPTED = 130
THINGS_BEFORE_GARBAGE = 100_000


def main(words: list[str] | tuple[str, ...] | None = None) -> int:
    """Runs one command line and returns its exit code (design.md §4).

    What a user can mend ends as one sentence on stderr; a bug keeps its traceback.
    """
    if words is None:
        end_as_interrupted()
        # What is loaded stays: to look through it for garbage, again and again, is a tenth of a
        # small question.
        gc.set_threshold(THINGS_BEFORE_GARBAGE)
    given = tuple(sys.argv[1:] if words is None else words)
    try:
        return say_version() if given in (("--version",), ("-V",)) else run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from talentdb.cli.terminal import silence_stdout

        silence_stdout()
        return 0


def say_version() -> int:
    """Says which version this is."""
    sys.stdout.write(f"talentdb {__version__}\n")
    sys.stdout.flush()
    return 0


def end_as_interrupted() -> None:
    """A closed terminal and a request to end are taken as Ctrl-C is: what was begun is tidied up.

    Whoever has them ignored, as `nohup` does, is not disturbed.
    """
    for word in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, word, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def run(words: tuple[str, ...]) -> int:
    """Runs the command; what Typer says is said in our own way."""
    import typer

    from talentdb.cli.app import app
    from talentdb.cli.invocation import begin
    from talentdb.cli.terminal import complain
    from talentdb.errors import TalentdbError

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
        place = getattr(getattr(misuse, "ctx", None), "command_path", "talentdb")
        complain(f"talentdb: {misuse.format_message().rstrip('.')}. See {place} --help.")
        return misuse.exit_code
    return code if isinstance(code, int) else 0
