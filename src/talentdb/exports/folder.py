"""How do files come into a directory all at once, or not at all?"""

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
    try:
        _refuse_what_is_there(directory, names, replace)
        new = [place for place in (directory, *directory.parents) if not place.exists()]
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


def _refuse_what_is_there(directory: Path, names: Sequence[str], replace: bool) -> None:
    if directory.exists() and not directory.is_dir():
        raise RuleBroken(f"{directory} is a file: name a directory to export to.")
    there = [name for name in names if (directory / name).exists()]
    if there and not (replace and all((directory / name).is_file() for name in there)):
        raise RuleBroken(
            f"{directory} holds {', '.join(there)} already: name another directory, "
            "or add --replace to write over these."
        )


@contextmanager
def complete_file(target: Path, replace: bool) -> Iterator[Path]:
    """A path beside the target, whose file takes the target's place when the block ends well.

    Raises RuleBroken, before anything is written, if something is there and may not be replaced,
    or is no file; and if it cannot be written.
    """
    try:
        if target.exists() and not (replace and target.is_file()):
            raise RuleBroken(
                f"{target} is there already: name another file, or add --replace to write over it."
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=target.parent) as folder:
            yield Path(folder) / target.name
            (Path(folder) / target.name).replace(target)
    except OSError as error:
        raise _not_written(target, error) from error


def _not_written(directory: Path, error: OSError) -> RuleBroken:
    return RuleBroken(f"{directory} cannot be written: {error.strerror or error}.")
