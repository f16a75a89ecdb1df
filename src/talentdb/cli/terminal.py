"""How does a command speak: results to stdout, everything else to stderr?"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from talentdb.cli.invocation import invocation
from talentdb.output.sink import encodable, escaped


def say(text: str) -> None:
    """A line of the result. Data in it cannot steer the terminal."""
    _in_time(lambda: print(_harmless(text, sys.stdout)))


def note(text: str) -> None:
    """A remark beside the result; `-q` silences it."""
    if not invocation()["quiet"]:
        _in_time(lambda: complain(text))


def complain(text: str) -> None:
    """A sentence on stderr, whatever `-q` says. Data in it cannot steer the terminal."""
    sys.stdout.flush()  # where both are one file, in the order of speaking
    print(_harmless(text, sys.stderr), file=sys.stderr)


@contextmanager
def holding_back() -> Iterator[None]:
    """Results and notes of the block are printed at its end; if it fails they are not so."""
    held: list[Callable[[], None]] = []
    invocation().held = held
    try:
        yield
    finally:
        invocation().held = None
    for speak in held:
        speak()


def _in_time(speak: Callable[[], None]) -> None:
    held = invocation().held
    if held is None:
        speak()
    else:
        held.append(speak)


def _harmless(text: str, stream: TextIO) -> str:
    lines = (escaped(line) for line in text.split("\n"))
    return encodable("\n".join(lines), stream.encoding or "ascii")


def ask(question: str) -> bool:
    """Whether the person at the terminal says yes; nothing else counts as yes."""
    sys.stdout.flush()
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def is_interactive() -> bool:
    """Whether there is somebody who can answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def width() -> int | None:
    """The columns of the terminal that stdout is; None if it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def has_colour() -> bool:
    """Whether stdout may be coloured."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def silence_stdout() -> None:
    """Nobody reads any more: what is left goes nowhere, and Python says nothing at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
