"""How does what comes by a pipe become a file? It can be read but once, and import reads twice."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

STANDARD_INPUT = Path("-")


@contextmanager
def spooled(paths: Sequence[Path]) -> Iterator[Mapping[Path, Path]]:
    """For each path that is a pipe, or `-`, a file with what comes by it; gone after the block.

    Raises RuleBroken for a device, which may never end, and where there is no room.
    """
    piped = [path for path in dict.fromkeys(paths) if is_piped(path)]
    with ExitStack() as stack:
        yield {path: Path(stack.enter_context(_kept(path))) for path in piped}


def is_piped(path: Path) -> bool:
    """Whether what a path names can be read only once. Raises RuleBroken for a device."""
    from talentdb.errors import RuleBroken

    if path == STANDARD_INPUT or path.is_fifo() or path.is_socket():
        return True
    if path.is_block_device() or (path.is_char_device() and path != Path("/dev/null")):
        raise RuleBroken(f"{path} is a device, not a file: name a CSV file, or - for a pipe.")
    return False


@contextmanager
def _kept(path: Path) -> Iterator[str]:
    import tempfile

    from talentdb.errors import RuleBroken

    with tempfile.TemporaryDirectory() as folder:
        what = "standard input" if path == STANDARD_INPUT else str(path)
        kept = Path(folder) / what.replace(" ", "-").strip("/").replace("/", "-")
        try:
            with ExitStack() as stack:
                source: IO[bytes] = (
                    sys.stdin.buffer
                    if path == STANDARD_INPUT
                    else stack.enter_context(path.open("rb"))
                )
                shutil.copyfileobj(source, stack.enter_context(kept.open("wb")), 2**20)
        except OSError as error:
            why = error.strerror or error
            raise RuleBroken(f"{what} cannot be kept in {folder}: {why}.") from error
        yield str(kept)
