"""How do several files come into a directory all at once, or not at all?"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from talentdb.errors import RuleBroken


@contextmanager
def complete_folder(directory: Path, names: Sequence[str], replace: bool) -> Iterator[Path]:
    """An empty folder beside the directory, whose files move into it when the block ends well.

    Raises RuleBroken, before anything is written, if the directory is none, or holds one of
    these files and they may not be replaced; and if a folder or a file cannot be written.
    """
    if directory.exists() and not directory.is_dir():
        raise RuleBroken(f"{directory} is a file: name a directory to export to.")
    there = [name for name in names if (directory / name).exists()]
    if there and not (replace and all((directory / name).is_file() for name in there)):
        raise RuleBroken(
            f"{directory} holds {', '.join(there)} already: name another directory, "
            "or add --replace to write over these."
        )
    new = [place for place in (directory, *directory.parents) if not place.exists()]
    try:
        directory.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".export-", dir=directory))
    except OSError as error:
        raise _not_written(directory, error) from error
    try:
        yield folder
        for name in names:
            (folder / name).replace(directory / name)
    except OSError as error:
        raise _not_written(directory, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for place in new:
            with suppress(OSError):  # it is not empty: all went well
                place.rmdir()


def _not_written(directory: Path, error: OSError) -> RuleBroken:
    return RuleBroken(f"{directory} cannot be written: {error.strerror or error}.")
