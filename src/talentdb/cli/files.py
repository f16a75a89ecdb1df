"""How does a result come into the file that `-o` names? Beside it first: never half a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from talentdb.errors import OptionMisused


@contextmanager
def in_place(path: Path) -> Iterator[TextIO]:
    """A stream whose contents are in the file once the block has ended well.

    Raises OptionMisused if it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    except OSError as problem:
        raise OptionMisused(f"{path} cannot be written: {problem.strerror}.") from problem
    finally:
        part.unlink(missing_ok=True)
