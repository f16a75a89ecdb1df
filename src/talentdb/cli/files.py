"""How does a result come into the file that `-o` names? Beside it first: never half a file."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from talentdb.cli.ledger import ledger
from talentdb.errors import OptionMisused


@contextmanager
def in_place(path: Path) -> Iterator[TextIO]:
    """A stream whose contents are in the file once the block has ended well.

    Raises OptionMisused as `beside` does.
    """
    with beside(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path whose file takes the place of the one named once the block has ended well.

    Raises OptionMisused if that cannot be written, or is the ledger.
    """
    refuse_ledger(path)
    if not path.name:
        raise OptionMisused(f"{path} is a folder: name a file in it.")
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    except OSError as problem:
        raise OptionMisused(f"{path} cannot be written: {problem.strerror}.") from problem
    finally:
        with suppress(OSError):  # it may be in no folder, or have no possible name
            part.unlink(missing_ok=True)


def refuse_ledger(path: Path) -> None:
    """Raises OptionMisused if a file to be written is the ledger that is read."""
    with suppress(OSError):  # what cannot be there is told when it is written
        if path.samefile(ledger()):
            raise OptionMisused(f"{path} is the ledger itself: name another file.")
