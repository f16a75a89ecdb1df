"""Where do throw-away databases live, so that no disk slows the tests?"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 1_000_000_000  # bytes; containers often have 64 MB there, which a server soon fills


@contextmanager
def folder(prefix: str) -> Iterator[Path]:
    """A new folder in memory where there is room, else on disk; it ends with the block."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    # A Unix socket's path must be short, hence no deeper folder.
    place = Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if roomy else None))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
