"""Which files are to be imported, by which names do people know them?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from talentdb.errors import RuleBroken
from talentdb.imports.kinds import KINDS

STANDARD_INPUT = Path("-")
NO_PIPES: Mapping[Path, Path] = MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """A file to import: its name for people, where its bytes are, its size and time of change."""

    name: str
    path: Path
    form: tuple[int, int]


def files_in(argument: Path) -> list[Path]:
    """The canonical files of a directory in the order in which they depend on one another.

    Anything else is one file by itself. Raises RuleBroken for a missing file, and for a
    directory without a file that import understands.
    """
    if argument.is_dir():
        found = [argument / f"{word}.csv" for word in KINDS]
        files = [file for file in found if file.is_file()]
        if not files:
            known = ", ".join(file.name for file in found)
            raise RuleBroken(f"{argument} holds no file to import: none of {known}.")
        return files
    if argument != STANDARD_INPUT and not argument.exists():
        raise RuleBroken(f"{argument} does not exist: name a CSV file or a directory of them.")
    return [argument]


def documents_of(paths: Sequence[Path], spooled: Mapping[Path, Path] = NO_PIPES) -> list[Document]:
    """The files by the names that people gave them; of what came by a pipe, where it is kept."""
    found = ((path, spooled.get(path, path)) for path in paths)
    return [Document(str(path), kept, form_of(kept)) for path, kept in found]


def form_of(path: Path) -> tuple[int, int]:
    """The size of a file, and when it changed last. Raises RuleBroken if it cannot be read."""
    try:
        found = path.stat()
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error
    return (found.st_size, found.st_mtime_ns)
