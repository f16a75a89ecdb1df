"""How do the bytes of a file become records: in which encoding, with which delimiter?

Nothing is guessed that could lose a byte: those that do not decode are kept as half characters,
and are a problem at their cell.
"""

import codecs
import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from talentdb.errors import OptionMisused, RuleBroken
from talentdb.writes.progress import Progress

LONGEST_CELL = 2**20  # characters
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HALF = re.compile("[\udc80-\udcff]+")
_LIKELY = {"western": "cp1252", "cyrillic": "cp1251"}


class Record(NamedTuple):
    """The cells of one record and the line on which it begins; `fault` if it is no CSV."""

    line: int
    cells: list[str]
    fault: str | None = None
    written: str = ""


def delimiter_of(word: str) -> str:
    r"""The character that is meant by `semicolon`, `;`, `tab` or `\t`; raises OptionMisused."""
    meant = DELIMITERS.get(word.casefold(), "\t" if word == "\\t" else word)
    if len(meant) != 1 or meant in '"\r\n\0':
        raise OptionMisused(f"--delimiter takes one character, or {', '.join(DELIMITERS)}.")
    return meant


def encoding_of(path: Path, wanted: str | None) -> str:
    """The encoding of a file: as wanted, else as its first bytes say, else UTF-8."""
    if wanted:
        return "utf-8-sig" if wanted.casefold().replace("_", "-") in ("utf-8", "utf8") else wanted
    with bytes_of(path) as file:
        first = file.read(4)
    return next((name for mark, name in _BYTE_ORDER_MARKS if first.startswith(mark)), "utf-8")


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[IO[str]]:
    """The lines of a file, unpacked if it is packed, with their ends as they are.

    Raises RuleBroken for a file that cannot be read, OptionMisused for an unknown encoding.
    """
    try:
        with bytes_of(path) as file:
            errors = "strict" if "16" in encoding or "32" in encoding else "surrogateescape"
            yield io.TextIOWrapper(file, encoding=encoding, errors=errors, newline="")
    except LookupError as error:
        raise OptionMisused(f"--encoding {encoding}: {error}; try cp1252 or utf-16.") from error
    except UnicodeError as error:
        raise RuleBroken(f"{path} is no {encoding} throughout: say another --encoding.") from error
    except (EOFError, zlib.error) as error:
        raise RuleBroken(f"{path} cannot be unpacked: {error}.") from error
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error


def estimated(progress: Progress, path: Path, lines: IO[str]) -> Progress:
    """The progress of reading a file, whose rows are reckoned from how many bytes are read."""
    size = path.stat().st_size
    read: Any = getattr(lines, "buffer", lines)
    raw = getattr(read, "fileobj", None) or read  # of a packed file what is packed

    def tell(what: str, done: int, of: int) -> None:
        place = raw.tell() if raw.seekable() else 0
        progress(what, done, of or (done * size // place if place else 0))

    return tell


def is_decodable(path: Path, encoding: str) -> bool:
    """Whether all bytes of a file are in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    with bytes_of(path) as file:
        try:
            while portion := file.read(2**16):
                decoder.decode(portion)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


@contextmanager
def bytes_of(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if it is packed. Raises RuleBroken if it cannot be read."""
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == _GZIP
        with gzip.open(path) if packed else path.open("rb") as file:
            yield cast(IO[bytes], file)
    except (EOFError, zlib.error) as error:
        raise RuleBroken(f"{path} cannot be unpacked: {error}.") from error
    except OSError as error:
        raise RuleBroken(f"{path} cannot be read: {error.strerror or error}.") from error


def records(lines: Iterable[str], delimiter: str, written: bool = False) -> Iterator[Record]:
    """The records that are not blank; one that cannot be read has a fault and no cells.

    With `written` each also has its text as it stands in the file.
    """
    csv.field_size_limit(LONGEST_CELL)
    kept: list[str] = []
    reader = csv.reader(
        _keeping(lines, kept) if written else lines, delimiter=delimiter, strict=True
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(line, [], fault_of(error), "".join(kept))
            kept.clear()
            continue
        if line == 1 and cells:
            cells[0] = cells[0].removeprefix("\ufeff").strip()
        if any(cells):
            yield Record(line, cells, None, "".join(kept))
        kept.clear()


def fault_of(error: csv.Error) -> str:
    """Why a record is no CSV, and what may be done about it."""
    said = str(error)
    if "field limit" in said:
        said = f"a cell has over {LONGEST_CELL:,} characters; is its quotation mark closed?"
    elif "unexpected end" in said:
        said = "a quotation mark is opened and never closed"
    elif "expected after" in said:
        said = "text follows a closing quotation mark; within a cell write each one twice"
    return f"this is no CSV: {said}"


def _keeping(lines: Iterable[str], kept: list[str]) -> Iterator[str]:
    for line in lines:
        kept.append(line)
        yield line


def undecoded(cell: str, encoding: str) -> str | None:
    """What to do about bytes of a cell that are not in the encoding; None if all of them are."""
    if not _HALF.search(cell):
        return None
    name = "UTF-8" if encoding.startswith("utf-8") else encoding
    first = _HALF.search(cell)
    assert first is not None
    place = f"its bytes are no {name} (from character {first.start() + 1} on)"
    raw = cell.encode(encoding.removesuffix("-sig"), "surrogateescape")
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", raw)]
    likely = _LIKELY["cyrillic" if max(runs) > 2 else "western"]
    reading = raw.decode(likely, "replace")
    return f"{place}; with --encoding {likely} it reads {reading!r}"
