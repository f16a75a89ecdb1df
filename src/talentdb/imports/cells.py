"""What does a cell mean: a name, a date, a word from a list, several values?

A reader takes the text of a cell that is not blank and raises a TalentdbError that says what
was expected.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from talentdb import money
from talentdb.dates import read, read_end
from talentdb.errors import NameRefused, RuleBroken
from talentdb.names import LONGEST_NAME, cleaned
from talentdb.output.values import separated
from talentdb.urls import is_plain, is_url, url_key
from talentdb.writes.names import split_identifier

Reader: TypeAlias = Callable[[str], Any]
Identifier: TypeAlias = tuple[str, str]

_LONGEST_ADDRESS = 2000
_GREATEST_AMOUNT = 2**63 - 1
_BYTES_NOT_DECODED = re.compile("[\udc80-\udcff]")

date = read
end = read_end
currency = money.currency


def text(cell: str) -> str:
    """Any text that a database can keep."""
    if not cell.isascii() and _BYTES_NOT_DECODED.search(cell):
        raise NameRefused(cell, "its bytes are no UTF-8; save the file as UTF-8")
    return cleaned(cell)


def name(cell: str) -> str:
    """A name, tag or handle: text that is looked up."""
    if len(cell) > LONGEST_NAME:
        raise NameRefused(cell, f"it is longer than {LONGEST_NAME} characters")
    return text(cell)


def address(cell: str) -> str:
    """A web address, as it is written."""
    if len(cell) > _LONGEST_ADDRESS:
        raise NameRefused(cell, f"it is longer than {_LONGEST_ADDRESS} characters")
    url_key(text(cell))
    return cell


def handle(cell: str) -> str:
    """The short name of a source."""
    if is_url(cell) or cell.startswith("source:"):
        raise RuleBroken("a handle is a short name of your choice; an address stands in url")
    return name(cell)


def source(cell: str) -> str:
    """A handle or the web address of a source."""
    return address(cell) if is_url(cell) else name(cell)


def amount(cell: str) -> int:
    """A whole number that is not negative."""
    if not re.fullmatch(r"[0-9]{1,19}", cell) or int(cell) > _GREATEST_AMOUNT:
        raise RuleBroken("write a whole number without separators, such as 14300000000")
    return int(cell)


def number(cell: str) -> float:
    """A number that is not negative; `80%` is 0.8, and `1e-05` what a program may write."""
    digits = cell.removesuffix("%").rstrip()
    if not re.fullmatch(r"[0-9]{1,16}(\.[0-9]{1,20})?(e-[0-9]{1,2})?", digits):
        raise RuleBroken("write a number, such as 10.6, 50 or 80%")
    return float(Decimal(digits) / 100) if digits != cell else float(digits)


def count(cell: str) -> int:
    """A whole number from 1 on."""
    if not re.fullmatch(r"[1-9][0-9]{0,8}", cell):
        raise RuleBroken("write a whole number from 1 on")
    return int(cell)


class OneOf:
    """One of these words, in any case, with spaces, hyphens or underscores."""

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)
        self._by_spelling = {_spelling(choice): choice for choice in choices}

    def __call__(self, cell: str) -> str:
        found = self._by_spelling.get(_spelling(cell))
        if found is None:
            raise RuleBroken(f"use one of {', '.join(self.choices)}")
        return found


@dataclass(frozen=True)
class Several:
    """Values separated by ` | `, each once, in their order."""

    reader: Reader

    def __call__(self, cell: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(map(self.reader, separated(cell))))


def word(choices: Sequence[str]) -> Reader:
    """The reader of one of these words."""
    return OneOf(choices)


def several(reader: Reader) -> Reader:
    """The reader of several such values."""
    return Several(reader)


_sources = several(source)


def sources(cell: str) -> tuple[str, ...]:
    """Handles or web addresses of sources, separated by ` | `; one address is read at a glance."""
    if is_plain(cell) and "|" not in cell and len(cell) <= _LONGEST_ADDRESS:
        return (cell,)
    found: tuple[str, ...] = _sources(cell)
    return found


def identifier(cell: str) -> Identifier:
    """Scheme and value of an identifier such as `orcid:0000-0001`."""
    return split_identifier(name(cell))


def _spelling(cell: str) -> str:
    return re.sub(r"[\s_-]+", " ", cell).strip().casefold()
